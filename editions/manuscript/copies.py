"""Copies of pictures for books and pages: as they are where every viewer shows them so, else made JPEG or PNG.

    simple(picture, {"image/jpeg", "image/png"})    (Path("pont.jpg"), "image/jpeg"), or (b"…", "image/png")

A photo that lies on its side, the four inks of a printer, grays of 16 bits and rare formats are shown rightly by some
viewers and wrongly or not at all by others.
"""

import io
from collections.abc import Collection
from pathlib import Path

from editions.manuscript import pictures
from editions.model import Picture

SUFFIXES = {"image/jpeg": ".jpg", "image/png": ".png", "image/gif": ".gif", "image/webp": ".webp"}
"""Of the kinds that there are."""
_LARGEST = 1600
"""Pixels of a picture that is made anew, at most."""
_QUALITY = 88


def simple(picture: Picture, known: Collection[str]) -> tuple[Path | bytes, str] | None:
    """Content and type of a copy, which is of a ``known`` type or JPEG or PNG; None when it cannot be read."""
    if picture.media_type in known and pictures.is_plain(picture.path):
        return picture.path, picture.media_type
    opened = pictures.opened(picture.path)
    if opened is None:
        return None
    opened.thumbnail((_LARGEST, _LARGEST))
    clear, buffer = opened.has_transparency_data, io.BytesIO()
    photo = opened.convert("RGBA" if clear else "L" if opened.mode == "L" else "RGB")
    photo.save(buffer, "PNG" if clear else "JPEG", quality=_QUALITY)
    return buffer.getvalue(), "image/png" if clear else "image/jpeg"
