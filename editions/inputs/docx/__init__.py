"""Articles written in Word (``.docx``): what Word shows is kept, in its order, with its numbers; what it hides is not.

Every command asks every input for its suffixes; ``reading``, which is slow to load, comes with the first article.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from editions.manuscript.pieces import Piece
from editions.model import Finding

SUFFIXES = (".docx",)


def read(path: Path, note: Callable[[Finding], None]) -> Iterator[Piece]:
    """Pieces of the document; ArticleError when it is damaged, protected, or none."""
    from editions.inputs.docx import reading

    return reading.read(path, note)
