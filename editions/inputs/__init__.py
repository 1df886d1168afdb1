"""Formats of articles: file → ``Piece``s. One file each."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

from editions.manuscript.pieces import Piece
from editions.model import Finding


class Input(Protocol):
    """What an input module offers."""

    SUFFIXES: tuple[str, ...]
    """With the dot, lower case: ``(".md", ".markdown")``."""

    def read(self, path: Path, note: Callable[[Finding], None]) -> Iterator[Piece]:
        """Pieces in reading order; ``note`` receives doubts (encoding, odd characters); ArticleError if unreadable."""
        ...
