"""The picture of the podcast: the house's own, or one drawn as the newspaper would, 3000 pixels square, in RGB.

Apple's rules (Podcasts for Creators, « Artwork »): square, from 1400 to 3000 pixels, JPEG or PNG, RGB.
"""

import struct
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from editions import places
from editions.audio import cover

if TYPE_CHECKING:
    from PIL.Image import Image

LEAST, MOST = 1400, 3000
FOOT = "À écouter"
_ROWS = 100


def write(folder: Path, title: str, publisher: str, own: Path | None) -> Path:
    """The picture in an edition's folder: a PNG that is drawn, or a JPEG of ``own`` where that will do (``fault``)."""
    made = _given(own) if own and not fault(own) else None
    if made is not None:
        path = places.inside(folder, places.PODCAST_OWN_COVER)
        made.save(path, "JPEG", quality=85, dpi=(72, 72))
        return path
    path = places.inside(folder, places.PODCAST_COVER)
    shown = "" if publisher == title else publisher
    with path.open("wb") as file:
        _write_png(cover.picture(title, shown, FOOT, MOST // cover.SIDE), file)
    return path


def _write_png(picture: "Image", file: BinaryIO) -> None:
    """As RGB, a hundred rows at a time: the whole picture in RGB would take 36 MB (PNG, W3C 2003, clauses 5 and 10)."""
    width, height = picture.size
    file.write(b"\x89PNG\r\n\x1a\n")
    _chunk(file, b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    packer = zlib.compressobj(2)  # three colours: more effort takes twice as long
    for top in range(0, height, _ROWS):
        rows = picture.crop((0, top, width, min(top + _ROWS, height))).convert("RGB").tobytes()
        lines = (b"\0" + rows[at : at + 3 * width] for at in range(0, len(rows), 3 * width))
        _chunk(file, b"IDAT", packer.compress(b"".join(lines)))
    _chunk(file, b"IDAT", packer.flush())
    _chunk(file, b"IEND", b"")


def _chunk(file: BinaryIO, kind: bytes, data: bytes) -> None:
    if data or kind == b"IEND":
        file.write(struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)))


def fault(path: Path) -> str:
    """Why a picture cannot be the podcast's: its size; empty when it can."""
    from PIL import Image

    try:
        with Image.open(path) as picture:
            width, height = picture.size
    except (OSError, ValueError) as error:
        return f"illisible ({type(error).__name__})"
    return "" if width == height >= LEAST else f"{width} × {height} pixels"


def _given(path: Path) -> "Image":
    from PIL import Image

    with Image.open(path) as picture:
        side = min(picture.width, MOST)
        return picture.convert("RGB").resize((side, side), Image.Resampling.LANCZOS)
