"""Articles written in LibreOffice Writer (``.odt``): what Writer shows is kept, in its order, with its numbers.

The library odfdo knows the styles of a document; it is given what was looked over before (``package.py``).
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from editions.errors import ArticleError
from editions.inputs.odt.package import Package
from editions.manuscript import characters, rich
from editions.manuscript.around import captioned
from editions.manuscript.left_out import LeftOut
from editions.manuscript.pieces import Piece
from editions.manuscript.rejoined import rejoined
from editions.model import Finding, shown

if TYPE_CHECKING:  # slow to load
    from odfdo import Document


def read(path: Path, note: Callable[[Finding], None]) -> Iterator[Piece]:
    """Pieces of a document of Writer; ArticleError when it is damaged, protected, or no such document."""
    from editions.inputs.odt.lists import Lists
    from editions.inputs.odt.story import Story
    from editions.inputs.odt.styles import Styles

    name, left = shown(path.name), LeftOut()
    with Package(path) as package:
        document = package.document()
        styles = Styles(document)
        outline = document.styles.get_element("//text:outline-style")
        story = Story(styles, Lists(styles, outline), package, left)
        story.body(document.body)
        story.notes()
        _around(document, left)
    if not story.pieces:
        raise ArticleError("le document ne contient aucun texte", "Vérifiez son contenu.", name)
    characters.report("".join(story.words.raw), name, note)
    left.report(name, note)
    yield from rich.settled(rejoined(captioned(story.pieces), name, note), {})


def _around(document: "Document", left: LeftOut) -> None:
    """Words that stand around the text, not in it: at the head and the foot of pages."""
    from editions.inputs.odt.words import words

    for page in document.styles.get_elements("//style:header|//style:footer"):
        for text in words(page):
            left.begin()
            left.add("around", text)
