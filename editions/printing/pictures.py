"""Photographs and drawings: made no larger than the paper needs, put into the file."""

import io
import math
import re
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from editions.manuscript import pictures
from editions.printing.objects import numbers
from editions.printing.pages import Unsplit
from editions.printing.tags import Element
from editions.printing.writer import Writer

if TYPE_CHECKING:  # slow to load, and most articles have no picture
    from PIL.Image import Image

Tone = Literal["colour", "gray", "lightened"]
"""Of a file for the screen, of one for black ink, and of one whose dark photographs are made lighter for it."""
_LIGHT = 0.45
"""Mean from which a photograph is light enough: ink spreads on paper, and a dark one becomes a black patch."""
_STRONGEST = 0.5
"""Exponent of the strongest lightening: beyond, what little a dark picture shows is noise."""
_WIDTH = re.compile(r"/Width (\d+)")
_DOTS_PER_INCH = 300
_LEAST_DOTS_PER_INCH = 72
"""A small picture is not blown up beyond this."""


def opened(path: Path) -> "Image | None":
    """The picture, upright, on white, in gray or RGB; None when it cannot be read."""
    from PIL import Image

    picture = pictures.opened(path)
    if picture is None:
        return None
    if picture.has_transparency_data:
        white = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(white, picture.convert("RGBA")).convert("RGB")
    if picture.mode in ("L", "RGB"):
        return picture
    return picture.convert("L" if picture.mode == "1" else "RGB")


def encoded(picture: "Image", width: float, *, photograph: bool, tone: Tone) -> tuple[bytes, str]:
    """An image object's data and entries, at most 300 dots per inch for a width in points.

    ``photograph``: may be compressed with loss.
    """
    from PIL.Image import Resampling

    most = round(width / 72 * _DOTS_PER_INCH)
    if picture.width > most:
        picture = picture.resize((most, max(1, round(picture.height * most / picture.width))), Resampling.LANCZOS)
    if tone != "colour":
        picture = picture.convert("L")
    if tone == "lightened" and photograph:
        picture = _lightened(picture)
    space = "DeviceGray" if picture.mode == "L" else "DeviceRGB"
    if photograph:
        buffer = io.BytesIO()
        picture.save(buffer, "JPEG", quality=88)
        data, how = buffer.getvalue(), "DCTDecode"
    else:
        data, how = zlib.compress(picture.tobytes()), "FlateDecode"
    size = f"/Width {picture.width} /Height {picture.height}"
    return data, f"/Type /XObject /Subtype /Image {size} /ColorSpace /{space} /BitsPerComponent 8 /Filter /{how}"


def _lightened(picture: "Image") -> "Image":
    """A gray photograph whose mean is brought up to ``_LIGHT``; black stays black and white stays white."""
    from PIL import ImageStat

    mean = ImageStat.Stat(picture).mean[0] / 255
    if not 0 < mean < _LIGHT:
        return picture
    exponent = max(_STRONGEST, math.log(_LIGHT) / math.log(mean))
    return picture.point([round(255 * (value / 255) ** exponent) for value in range(256)])


@dataclass(slots=True)
class PictureItem(Unsplit):
    """A figure on the page: one unbreakable line as high as the picture."""

    element: Element | None
    image: tuple[bytes, str]
    """As ``encoded`` gives it: a book of photographs would not fit in memory as pixels."""
    width: float
    keep: bool = field(default=True, kw_only=True)
    alternative: str = ""
    """What its element says of it, once it has one."""

    @property
    def dots(self) -> float:
        """Dots per inch, as large as it stands on the page."""
        pixels = _WIDTH.search(self.image[1])
        return int(pixels[1]) * 72 / self.width if pixels else 0.0

    def fit(self, height: float) -> bool:
        """Take at most ``height`` points, if the picture keeps three fifths of its size."""
        if height < 0.6 * self.height:
            return False
        self.width, self.height = self.width * height / self.height, height
        return True

    def draw(self, writer: Writer, x: float, y: float, first: int, last: int) -> None:
        """Draw the picture below ``y``."""
        box = numbers(x, y - self.height, x + self.width, y)
        if self.element is not None:
            self.element.attributes = f"<< /O /Layout /Placement /Block /BBox [{box}] >>"
        number = writer.image(*self.image)
        name = f"I{number}"
        writer.picture(name, number)
        writer.begin(self.element)
        place = numbers(self.width, 0, 0, self.height, x, y - self.height)
        writer.code.append(f"q {place} cm /{name} Do Q")
        writer.end()


def shown(path: str, measure: float, depth: float, tone: Tone) -> PictureItem | None:
    """The item of a picture file, without its element; None when it cannot be read."""
    picture = opened(Path(path))
    if picture is None:
        return None
    width, height = fitted(picture, measure, depth)
    photograph = Path(path).suffix.lower() in (".jpg", ".jpeg", ".webp")
    return PictureItem(None, encoded(picture, width, photograph=photograph, tone=tone), width, height=height)


def fitted(picture: "Image", measure: float, depth: float) -> tuple[float, float]:
    """Width and height in points: as wide as the text, unless too small a picture or too high for the page."""
    width = min(measure, picture.width * 72 / _LEAST_DOTS_PER_INCH)
    scale = min(width / picture.width, depth / picture.height)
    return picture.width * scale, picture.height * scale
