"""The picture of the podcast: the house's own, or one drawn as the newspaper would, 3000 pixels square, in RGB.

Apple's rules (Podcasts for Creators, « Artwork »): square, from 1400 to 3000 pixels, JPEG or PNG, RGB.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from editions.audio import cover

if TYPE_CHECKING:
    from PIL.Image import Image

LEAST, MOST = 1400, 3000
FOOT = "À écouter"


def write(path: Path, title: str, publisher: str, own: Path | None) -> None:
    """A JPEG, a tenth of a second sooner made than a PNG; ``own`` is taken when it can be (``fault``)."""
    made = _given(own) if own and not fault(own) else None
    if made is None:
        shown = "" if publisher == title else publisher
        made = cover.picture(title, shown, FOOT, MOST // cover.SIDE).convert("RGB")
    made.save(path, "JPEG", quality=85, dpi=(72, 72))


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
