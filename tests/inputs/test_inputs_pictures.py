"""Pictures of all depths, inks and turns; what cannot be opened is named with what to do."""

import io
import zipfile
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from editions.articles import article as read
from editions.manuscript import copies, pictures, unreadable
from editions.model import Picture

RAMP = np.linspace(0, 1, 256)


def ramp(mode: str) -> Image.Image:
    whites = {"I;16": (65535, np.uint16), "I": (65535, np.int32), "F": (1, np.float32)}
    white, kind = whites[mode]
    return Image.fromarray(np.tile((RAMP * white).astype(kind), (4, 1)))


@pytest.mark.parametrize(("mode", "name"), [("I;16", "a.png"), ("I;16", "a.tif"), ("I", "a.tif"), ("F", "a.tif")])
def test_deep_grays_keep_their_ramp(tmp_path: Path, mode: str, name: str) -> None:
    ramp(mode).save(tmp_path / name)
    found = pictures.opened(tmp_path / name)
    assert found is not None
    assert found.mode == "L"
    assert [found.getpixel((x, 1)) for x in (0, 64, 128, 255)] == pytest.approx([0, 64, 128, 255], abs=1)


@pytest.mark.parametrize(
    ("values", "seen"),
    [
        ([0, 100, 255], [0, 100, 255]),  # 8 bits in a wide format
        ([-1000, 0, 1000], [0, 128, 255]),  # a scan below zero
        ([0.0, float("nan"), 5000.0], [0, 0, 20]),
        ([7.0, 7.0, 7.0], [7, 7, 7]),
    ],
)
def test_other_ranges_are_fitted(tmp_path: Path, values: list[float], seen: list[int]) -> None:
    Image.fromarray(np.array([values], np.float32)).save(tmp_path / "a.tif")
    found = pictures.opened(tmp_path / "a.tif")
    assert found is not None
    assert [found.getpixel((x, 0)) for x in range(3)] == pytest.approx(seen, abs=1)


def picture(path: Path) -> Picture:
    return pictures.picture(path, path.name)


def test_a_copy_is_upright_and_in_colours_that_every_viewer_has(tmp_path: Path) -> None:
    turned = Image.Exif()
    turned[0x0112] = 6
    made = {
        "turned.jpg": (Image.new("RGB", (40, 20)), {"exif": turned}),
        "inks.jpg": (Image.new("CMYK", (40, 20)), {}),
        "deep.png": (ramp("I;16"), {}),
        "rare.tif": (Image.new("RGB", (40, 20)), {}),
        "plain.jpg": (Image.new("RGB", (40, 20)), {}),
        "clear.tif": (Image.new("RGBA", (40, 20)), {}),
    }
    found = {}
    for name, (image, options) in made.items():
        image.save(tmp_path / name, **options)  # type: ignore[arg-type]
        copy = copies.simple(picture(tmp_path / name), copies.SUFFIXES)
        assert copy is not None
        content, kind = copy
        with Image.open(content if isinstance(content, Path) else io.BytesIO(content)) as shown:
            found[name] = isinstance(content, Path), kind, shown.mode, shown.size
    assert found == {
        "turned.jpg": (False, "image/jpeg", "RGB", (20, 40)),
        "inks.jpg": (False, "image/jpeg", "RGB", (40, 20)),
        "deep.png": (False, "image/jpeg", "L", (256, 4)),
        "rare.tif": (False, "image/jpeg", "RGB", (40, 20)),
        "plain.jpg": (True, "image/jpeg", "RGB", (40, 20)),
        "clear.tif": (False, "image/png", "RGBA", (40, 20)),
    }
    (tmp_path / "none.png").write_text("rien")
    assert copies.simple(picture(tmp_path / "none.png"), copies.SUFFIXES) is None


def archive() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr("a.txt", "a")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "what", "advice"),
    [
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC", "JPEG"),
        (b"\0\0\0\x18ftypmif1\0\0\0\0", "HEIC", "JPEG"),
        (b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', "SVG", "PNG"),
        (b"\xef\xbb\xbf<!DOCTYPE html><title>404</title>", "page web", "image"),
        (b"  <HTML><body>", "page web", "image"),
        (b"%PDF-1.7", "PDF", "PNG"),
        (b"8BPS\0\1", "Photoshop", "JPEG"),
        (b"%!PS-Adobe-3.0 EPSF-3.0", "EPS", "PNG"),
        (b"\0\0\0\x18ftypcrx isom", "brut", "JPEG"),
        (b"\x01\0\0\0" + b"\0" * 36 + b" EMF" + b"\0" * 60, "EMF", "PNG"),
        (b"\xd7\xcd\xc6\x9a" + b"\0" * 40, "WMF", "PNG"),
        (archive(), "ZIP", "JPEG"),
        (b"", "vide", "nouveau"),
        (b"des mots", "", "JPEG"),
    ],
)
def test_what_is_no_picture_is_named_with_what_to_do(tmp_path: Path, content: bytes, what: str, advice: str) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(content)
    told, hint = unreadable.why(path)
    assert what in told
    assert bool(told) == bool(what)
    assert advice in hint
    (tmp_path / "a.md").write_text("# Titre\n\nUn.\n\n![Un pont](a.jpg)\n", encoding="utf-8")
    (finding,) = read(tmp_path / "a.md").findings
    assert (finding.code, finding.place) == ("image-unreadable", "a.md:5")
    assert what in finding.message
    assert advice in finding.hint
