"""Each fault of a talking book is found: a good book passes, and each way of breaking it has its finding."""

import shutil
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from editions.checks import epub
from editions.pipeline import Order, build

DOCUMENT, OVERLAY = "EPUB/01-un-titre.xhtml", "EPUB/01-un-titre.smil"


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("book")
    article = folder / "une.txt"
    article.write_text("Un titre\n\nUne phrase de l'article. Puis une autre phrase.\n\nLa fin de l'article.\n", "utf-8")
    return build(Order((article,), folder / "output", ("epub",), voice="tone")).folder


def broken(good: Path, tmp_path: Path, place: str, change: Callable[[str], str]) -> list[str]:
    """Codes of what is found once a part of the book was changed."""
    folder = tmp_path / "une"
    shutil.copytree(good, folder)
    (path,) = (folder / "epub").glob("*.epub")
    with ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    before = parts[place].decode()
    assert change(before) != before
    parts[place] = change(before).encode()
    with ZipFile(path, "w") as book:
        for name, content in parts.items():
            book.writestr(name, content)
    return [finding.code for finding in epub.findings(folder)]


def without_second_clip(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if 'id="par2"' not in line)


def longer(text: str) -> str:
    last = text.rindex('clipEnd="') + len('clipEnd="')
    return text[:last] + "9" + text[last:]


def shorter(text: str) -> str:
    return text.replace('clipBegin="0.000s"', 'clipBegin="0.500s"')


def twice(text: str) -> str:
    return text.replace("b2s2", "b2s1")


BROKEN: dict[str, tuple[str, Callable[[str], str]]] = {
    "epub-gap": (OVERLAY, without_second_clip),
    "epub-end": (OVERLAY, longer),
    "epub-duration": ("EPUB/package.opf", lambda text: text.replace('media:duration">', 'media:duration">1')),
    "epub-twice": (OVERLAY, twice),
    "epub-target": (OVERLAY, lambda text: text.replace("#un-titre-b2s1", "#nulle-part")),
    "epub-unheard": (OVERLAY, lambda text: text.replace("b3s1", "b1s1")),
    "epub-active-class": ("EPUB/style.css", lambda text: text.replace(".lu", ".lue")),
    "epub-link": ("EPUB/nav.xhtml", lambda text: text.replace("cover.xhtml", "couverture.xhtml")),
    "epub-overlay": ("EPUB/package.opf", lambda text: text.replace('id="article01-overlay"', 'id="autre"')),
    "epub-unreadable": (DOCUMENT, lambda text: text.replace("</h1>", "")),
}


def test_a_good_book_passes(good: Path) -> None:
    assert epub.findings(good) == []


@pytest.mark.parametrize("code", BROKEN)
def test_each_fault_is_found(code: str, good: Path, tmp_path: Path) -> None:
    assert code in broken(good, tmp_path, *BROKEN[code])


def test_the_start_of_the_sound_is_followed(good: Path, tmp_path: Path) -> None:
    assert broken(good, tmp_path, OVERLAY, shorter) == ["epub-gap"]


def test_what_is_no_book_is_one_finding(good: Path, tmp_path: Path) -> None:
    folder = tmp_path / "une"
    shutil.copytree(good, folder)
    next((folder / "epub").glob("*.epub")).write_bytes(b"rien")
    assert [finding.code for finding in epub.findings(folder)] == ["epub-unreadable"]


@pytest.mark.parametrize("tag", ["h1", "p"])
def test_whatever_holds_words_is_missed_when_it_is_silent(tag: str, good: Path, tmp_path: Path) -> None:
    silent = f"<{tag}>Un passage de plus.</{tag}></section>"
    assert "epub-unheard" in broken(good, tmp_path, DOCUMENT, lambda text: text.replace("</section>", silent))


def test_a_clock_that_tells_no_time_is_no_crash(good: Path, tmp_path: Path) -> None:
    def change(text: str) -> str:
        return text.replace('clipBegin="0.000s"', 'clipBegin="bientôt"')

    assert broken(good, tmp_path, OVERLAY, change) == ["epub-unreadable"]
