"""Pictures beside an article: found inside its folder, opened with suspicion, measured.

found("img/pont.jpg", folder)                 # the file, or None outside the folder
picture(path, "img/pont.jpg")                 # its type and its size in pixels
"""

import io
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import unquote

from editions import names
from editions.model import Picture

if TYPE_CHECKING:  # slow to load, and most articles have no picture
    from PIL.Image import Image

_ORIENTATION = 0x0112
"""Number of the Exif entry that says how the camera was held; from 5 on it lay on its side."""
_Found = TypeVar("_Found")
_TAKEN_AS_IS = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8")
"""How the files begin that every output takes."""


def found(value: str, folder: Path) -> Path | None:
    """The file that an article names, if it is inside its (resolved) folder."""
    return next(filter(None, (_file(folder, name) for name in _spellings(value))), None)


def _spellings(value: str) -> Iterator[str]:
    """What a reference to a picture may name: as written, then without the escapes and queries of the web."""
    yield value
    yield unquote(value)
    yield unquote(value.partition("?")[0].partition("#")[0])


def _file(folder: Path, name: str) -> Path | None:
    try:
        path = names.found(folder / name).resolve()
        return path if path.is_relative_to(folder) and path.is_file() else None
    except (OSError, ValueError, RuntimeError):  # a name that no file system accepts, or a loop of links
        return None


def picture(path: Path, name: str) -> Picture:
    """What a picture is, as far as it can be read."""
    return Picture(path, name, *(_guarded(path, _measured) or ("", 0, 0)))


def taken_out(content: bytes, cut: tuple[float, float, float, float] = (0, 0, 0, 0)) -> bytes:
    """A picture that came inside a document, as all outputs take it: what is shown of it, in a kind that is known.

    ``cut``: what is cut off at the left, top, right and bottom, in parts of the sides. What cannot be opened is given
    back as it is.
    """
    if not any(cut) and content.startswith(_TAKEN_AS_IS):
        return content
    return _guarded(io.BytesIO(content), lambda file: _redone(file, cut, content)) or content


def _redone(file: "Image", cut: tuple[float, float, float, float], content: bytes) -> bytes:
    lossy = file.format == "JPEG"
    image = _upright(file)
    (left, top, right, bottom), (width, height) = cut, image.size
    box = round(left * width), round(top * height), round((1 - right) * width), round((1 - bottom) * height)
    if box[0] >= box[2] or box[1] >= box[3]:
        return content
    buffer = io.BytesIO()
    image.crop(box).save(buffer, "JPEG" if lossy else "PNG", **({"quality": 92} if lossy else {}))
    return buffer.getvalue()


def opened(path: Path) -> "Image | None":
    """The picture, upright, in its own colours, 8 bits each; None when the file is no picture, or an enormous one."""
    return _guarded(path, _upright)


def is_plain(path: Path) -> bool:
    """Whether every viewer shows a picture as it is meant: upright as it is stored, gray or RGB of 8 bits."""
    return _guarded(path, _plain) or False


def _guarded(path: Path | io.BytesIO, use: "Callable[[Image], _Found]") -> "_Found | None":
    from PIL import Image, UnidentifiedImageError

    bombs = Image.DecompressionBombWarning, Image.DecompressionBombError
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path) as file:
                return use(file)
    except bombs:
        return None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, ArithmeticError):
        # Pillow's PNG reader raises SyntaxError; its EMF reader divides by a frame without a size
        return None


def _upright(file: "Image") -> "Image":
    from PIL import ImageOps

    image = ImageOps.exif_transpose(file)
    image.load()
    return _shallow(image) if image.mode.startswith(("I", "F")) else image


def _plain(file: "Image") -> bool:
    return file.mode in ("1", "L", "LA", "P", "RGB", "RGBA") and file.getexif().get(_ORIENTATION, 1) == 1


def _shallow(image: "Image") -> "Image":
    """Gray of 16 or 32 bits, or in fractions, in the 256 grays that there are elsewhere; Pillow would cut them off."""
    import numpy as np
    from PIL import Image

    values = np.nan_to_num(np.asarray(image).astype(np.float64))
    least, most = _range(image.mode, float(values.min(initial=0)), float(values.max(initial=0)))
    return Image.fromarray(np.clip((values - least) * (255 / (most - least)) + 0.5, 0, 255).astype(np.uint8), "L")


def _range(mode: str, least: float, most: float) -> tuple[float, float]:
    """Which values are black and white: those of the format, else the darkest and the lightest that there are."""
    if mode.startswith("I;16"):
        return 0, 65535
    whites = (1, 255, 65535) if mode == "F" else (255, 65535)
    fitting = [white for white in whites if most <= white]
    return (0, fitting[0]) if least >= 0 and fitting else (least, max(most, least + 1))


def _measured(file: "Image") -> tuple[str, int, int]:
    """Type, width and height of a picture that is whole: all of it is read, a JPEG at an eighth of its size."""
    from PIL import Image

    width, height = file.size
    if file.getexif().get(_ORIENTATION) in (5, 6, 7, 8):
        width, height = height, width
    kind = Image.MIME.get(file.format or "", "")
    file.draft("RGB", (64, 64))
    file.load()
    return kind, width, height
