"""The pictures of a book: as they are where players know their kind, else made JPEG or PNG, no larger than a screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from editions import hypertext
from editions.archive import Content
from editions.manuscript import copies
from editions.outputs.daisy.pieces import Piece

_KNOWN = ("image/jpeg", "image/png", "image/gif")


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture of the book."""

    name: str
    content: Content


def shown(pieces: Sequence[Piece]) -> dict[Path, Shown]:
    """By the file that an article has; one that several articles have is there once."""
    made: dict[Path, Shown] = {}
    for picture in (each for piece in pieces for each in hypertext.pictures(piece.article)):
        if picture.path not in made and (found := copies.simple(picture, _KNOWN)):
            content, kind = found
            made[picture.path] = Shown(f"img{len(made) + 1:03d}{copies.SUFFIXES[kind]}", content)
    return made
