"""A DAISY book for the tests: every kind of block, a picture, articles of sections; and what is seen in a book."""

import base64
from pathlib import Path

from editions.checks.daisy.book import Book, words
from editions.pipeline import Order, build
from tests.hypertext.test_hypertext import EVERY_KIND
from tests.outputs.test_outputs_epub import PIXEL

SECTIONED = "Le Val\n{section}\n{title}\n\nUne phrase de l'article. Une autre phrase.\n"
ARTICLES = (("Sports", "Le match est gagné"), ("Sports", "La course est finie"), ("Culture", "Le film est sorti"))


def articles(place: Path) -> Path:
    """The folder of the edition."""
    folder = place / "lundi"
    folder.mkdir()
    (folder / "place.png").write_bytes(base64.b64decode(PIXEL))
    (folder / "01-a.md").write_text(EVERY_KIND, encoding="utf-8")
    for number, (section, title) in enumerate(ARTICLES, 2):
        (folder / f"0{number}-b.txt").write_text(SECTIONED.format(section=section, title=title), encoding="utf-8")
    (folder / "edition.toml").write_text('title = "Lundi & mardi"\ndate = 2026-11-23\npublisher = "Le Val"\n', "utf-8")
    return folder


def made(articles: Path, output: Path, *to: str) -> Path:
    """The folder of what is built."""
    return build(Order((articles,), output, ("daisy", *to), voice="tone")).folder


def texts(made: Path) -> dict[str, str]:
    """The files of a book that are text, by name."""
    files = sorted((made / "daisy").iterdir())
    return {path.name: path.read_text(encoding="utf-8") for path in files if path.suffix in (".html", ".smil")}


def headings(made: Path) -> list[tuple[str, str]]:
    """Name and words of each heading of the contents."""
    found = [(str(entry.tag).rpartition("}")[2], words(entry)) for entry in Book(made).entries]
    return [entry for entry in found if entry[0] != "div"]
