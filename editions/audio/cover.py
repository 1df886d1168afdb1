"""The picture that players show: the house's own, or one drawn from the edition's title.

Drawn in large black letters on a light ground, for eyes that see little; small enough to go into every file.
"""

import io
from datetime import date as Date
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from editions.errors import UsageError, reason
from editions.model import Edition

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

SIDE = 600
"""Pixels."""
MARGIN = 48
GROUND, INK, BAND = 0, 1, 2
_PALETTE = (255, 250, 235, 20, 20, 20, 0, 62, 110)
"""Red, green, blue of the ground, the ink and the band: contrasts above 10 to 1."""
LARGEST = 4_000_000
"""Bytes of a picture of the house."""


def of(edition: Edition, own: str) -> bytes:
    """The house's picture, or one drawn from the title. ``own``: of the sound alone, beside ``edition.toml``."""
    house = edition.folder / own if own else edition.cover
    if house:
        return given(house)
    return drawn(edition.title, edition.publisher, edition.date)


def given(path: Path) -> bytes:
    """The house's picture; UsageError unless it is a PNG or a JPEG that goes into an MP3."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(
            f"image de couverture illisible ({reason(error)})", "Vérifiez « cover » dans edition.toml.", str(path)
        ) from error
    if not data.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")) or len(data) > LARGEST:
        raise UsageError("l'image de couverture doit être un PNG ou un JPEG de moins de 4 Mo", "", str(path))
    return data


def drawn(title: str, publisher: str, date: Date | None) -> bytes:
    """A square PNG: publisher, title, date."""
    out = io.BytesIO()
    picture(title, publisher, f"{date:%d.%m.%Y}" if date else "").save(out, "PNG")
    return out.getvalue()


def picture(title: str, publisher: str, foot: str, times: int = 1) -> "Image":
    """Publisher, title and a line below, on a square of ``times`` ``SIDE`` pixels."""
    from PIL import Image, ImageDraw

    made = Image.new("P", (SIDE * times, SIDE * times), GROUND)
    made.putpalette(_PALETTE)
    pen = ImageDraw.Draw(made)
    pen.fontmode = "1"  # no grey at the edges: three colours, a few kilobytes
    pen.rectangle((0, 0, SIDE * times, MARGIN // 2 * times), fill=BAND)
    if publisher:
        _lines(pen, [_shortened(publisher, 34)], MARGIN + 8, 34, BAND, times)
    _title(pen, title, times)
    if foot:
        _lines(pen, [foot], SIDE - MARGIN - 40, 40, INK, times)
    return made


def _title(pen: "ImageDraw", title: str, times: int) -> None:
    """The title as large as it fits between publisher and foot."""
    room = SIDE - 2 * MARGIN - 150
    for size in range(96, 28, -4):
        lines = _wrapped(title, _font(size))
        if lines is not None and len(lines) * size * 1.15 <= room:
            break
    else:
        size = 28
        most = int(room / (size * 1.15))
        lines = (_wrapped(title, _font(size), cut=True) or [])[:most]
    top = MARGIN + 70 + (room - len(lines) * size * 1.15) / 2
    _lines(pen, lines, top, size, INK, times)


def _wrapped(text: str, font: "FreeTypeFont", cut: bool = False) -> list[str] | None:
    """Lines that fit the width; None when a word is wider than the picture, unless it may be cut."""
    lines: list[str] = []
    for word in text.split():
        while cut and font.getlength(word) > SIDE - 2 * MARGIN:
            word = word[:-2] + "…"
        longer = f"{lines[-1]} {word}" if lines else word
        if font.getlength(word) > SIDE - 2 * MARGIN:
            return None
        if lines and font.getlength(longer) <= SIDE - 2 * MARGIN:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _lines(pen: "ImageDraw", lines: list[str], top: float, size: int, colour: int, times: int) -> None:
    for number, line in enumerate(lines):
        place = (MARGIN * times, round((top + number * size * 1.15) * times))
        pen.text(place, line, fill=colour, font=_font(size * times))


def _shortened(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


@cache
def _font(size: int) -> "FreeTypeFont":
    from PIL import ImageFont

    data = resources.files("editions.assets").joinpath("fonts", "AtkinsonHyperlegibleNext-Bold.ttf").read_bytes()
    return ImageFont.truetype(io.BytesIO(data), size, layout_engine=ImageFont.Layout.BASIC)
