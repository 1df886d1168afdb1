"""Makes the pictures of the guide anew, from the sample edition and from the edition that the guide makes.

python -m docs.images.make        # needs pdftoppm (poppler-utils) and Chromium; Pillow comes with the program
"""

import io
import os
import subprocess
import tempfile
from pathlib import Path

from mutagen.id3 import ID3
from PIL import Image

from editions.pipeline import Order, build
from tests.docs.pages import DOCS, ROOT, blocks

HERE = Path(__file__).parent
COLOURS = 32


def main() -> None:
    """All of them."""
    os.environ["EDITIONS_OFFLINE"] = "1"
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        sample = build(Order((ROOT / "articles" / "bocage",), folder, ("pdf", "booklet"), voice="espeak")).folder
        own = build(Order((_own(folder),), folder / "output", voice="espeak")).folder
        _page(sample / "print" / "large-print.pdf", 4, 75, "gros-caracteres.png")
        _page(sample / "print" / "booklet.pdf", 1, 50, "brochure.png")
        (picture,) = ID3(own / "audio" / "edition.mp3").getall("APIC")
        _saved(Image.open(io.BytesIO(picture.data)).convert("RGB").resize((360, 360)), "couverture.png")
        _screen(own / "report" / "readings.html", folder / "screen.png", "rapport.png")


def _own(folder: Path) -> Path:
    """The edition of the guide, as it is when the reader first builds it."""
    written = set()
    for block in blocks(DOCS / "guide.md"):
        if block.file.startswith("articles/lundi/") and "lexicon" not in block.file and block.file not in written:
            written.add(block.file)
            path = folder / block.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, encoding="utf-8")
    return folder / "articles" / "lundi"


def _page(pdf: Path, number: int, resolution: int, name: str) -> None:
    command = ["pdftoppm", "-png", "-r", str(resolution), "-f", str(number), "-l", str(number), str(pdf)]
    _saved(Image.open(io.BytesIO(subprocess.run(command, check=True, capture_output=True).stdout)), name)


def _screen(page: Path, shot: Path, name: str) -> None:
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--window-size=900,1000",
               f"--screenshot={shot}", page.as_uri()]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    _saved(Image.open(shot), name)


def _saved(picture: Image.Image, name: str) -> None:
    """With a frame that shows where the page ends, in few colours."""
    framed = Image.new("RGB", (picture.width + 2, picture.height + 2), (120, 120, 120))
    framed.paste(picture.convert("RGB"), (1, 1))
    framed.quantize(COLOURS, dither=Image.Dither.NONE).save(HERE / name, optimize=True)


if __name__ == "__main__":
    main()
