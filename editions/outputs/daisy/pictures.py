"""The pictures of a book: as they are where players know their kind, else made JPEG or PNG, no larger than a screen."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from editions import hypertext
from editions.archive import Content
from editions.manuscript import pictures
from editions.model import Picture
from editions.outputs.daisy.pieces import Piece

_KNOWN = {"image/jpeg": ".jpg", "image/png": ".png", "image/gif": ".gif"}
_LARGEST = 1600
"""Pixels of a picture of another kind, at most."""
_QUALITY = 88


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture of the book."""

    name: str
    content: Content


def shown(pieces: Sequence[Piece]) -> dict[Path, Shown]:
    """By the file that an article has; one that several articles have is there once."""
    made: dict[Path, Shown] = {}
    for picture in (each for piece in pieces for each in hypertext.pictures(piece.article)):
        if picture.path not in made and (found := _of(picture)):
            content, suffix = found
            made[picture.path] = Shown(f"img{len(made) + 1:03d}{suffix}", content)
    return made


def _of(picture: Picture) -> tuple[Content, str] | None:
    """Its content and the suffix of its name; None when it cannot be read."""
    if suffix := _KNOWN.get(picture.media_type):
        return picture.path, suffix
    opened = pictures.opened(picture.path)
    if opened is None:
        return None
    opened.thumbnail((_LARGEST, _LARGEST))
    clear, buffer = opened.has_transparency_data, io.BytesIO()
    opened.convert("RGBA" if clear else "RGB").save(buffer, "PNG" if clear else "JPEG", quality=_QUALITY)
    return buffer.getvalue(), ".png" if clear else ".jpg"
