"""The DAISY book: valid, true, complete; its text is the article's, its times are those of the EPUB."""

import re
import shutil
from datetime import date
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from lxml import etree
from PIL import Image

from editions import articles, identity, verification
from editions.checks import daisy as checks
from editions.checks.daisy.book import Book, told, words
from editions.model import Article, Block, Cell, Span, Table
from editions.outputs import daisy
from editions.outputs.daisy import content
from editions.outputs.daisy.navigation import Levels
from editions.outputs.daisy.pieces import Piece
from editions.pipeline import Order, build
from editions.settings import Settings
from editions.speech import Recording
from tests.conftest import ROOT
from tests.hypertext.test_hypertext import EVERY_KIND
from tests.outputs import daisy_books
from tests.outputs.daisy_books import headings, texts
from tests.spoken_articles import publication

XHTML = "{http://www.w3.org/1999/xhtml}"
BLOCKS = ("p", "pre", "caption", "th", "td", "h1", "h2", "h3", "h4", "h5", "h6", "img")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return daisy_books.articles(tmp_path_factory.mktemp("articles"))


@pytest.fixture(scope="module")
def made(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return daisy_books.made(folder, tmp_path_factory.mktemp("out"), "epub")


def test_our_own_checks_have_nothing_to_say(made: Path) -> None:
    assert checks.findings(made) == []
    assert "daisy" in verification.verify(made).checks


def test_names_are_short_and_plain(made: Path) -> None:
    names = [path.name for path in (made / "daisy").iterdir()]
    assert all(re.fullmatch(r"[a-z0-9]{1,8}\.[a-z0-9]{3,4}", name) for name in names)
    assert {"ncc.html", "master.smil", "001.html", "001.smil", "001.mp3", "006.mp3", "img001.png"} <= set(names)


def test_the_zip_is_ready_for_a_card(made: Path) -> None:
    with ZipFile(made / "lundi-daisy.zip") as archive:
        inside = archive.infolist()
        assert inside[0].filename == "ncc.html"
        assert {entry.filename: archive.read(entry) for entry in inside} == {
            path.name: path.read_bytes() for path in (made / "daisy").iterdir()
        }
    assert all(entry.compress_type == ZIP_STORED for entry in inside if entry.filename.endswith(".mp3"))
    assert {entry.date_time for entry in inside} == {identity.moment(date(2026, 11, 23)).timetuple()[:6]}


def test_the_same_bytes_from_another_folder_and_with_one_process(made: Path, folder: Path, tmp_path: Path) -> None:
    again = build(Order((folder,), tmp_path / "other", ("daisy",), voice="tone", jobs=1)).folder
    assert (again / "lundi-daisy.zip").read_bytes() == (made / "lundi-daisy.zip").read_bytes()


def test_sections_articles_and_crossheads_are_headings(made: Path) -> None:
    assert headings(made) == [
        ("h1", "Lundi & mardi"), ("h2", "Sommaire"),
        ("h1", "Le marché : tout & plus"), ("h2", "Les horaires <b>d'ici</b>"), ("h3", "Plus bas"),
        ("h1", "Le Val"), ("h1", "Sports"), ("h2", "Le match est gagné"), ("h2", "La course est finie"),
        ("h1", "Culture"), ("h2", "Le film est sorti"), ("h1", "Fin de l'édition"),
    ]  # fmt: skip


def test_headings_are_headings_of_the_text_at_the_same_level(made: Path) -> None:
    shown = []
    for name, text in texts(made).items():
        if name != "ncc.html" and name.endswith(".html"):
            levels = (f"{XHTML}h{level}" for level in range(1, 7))
            shown += [(str(e.tag).rpartition("}")[2], words(e)) for e in etree.fromstring(text.encode()).iter(*levels)]
    assert [heading for heading in shown if heading in headings(made)] == headings(made)


def test_paragraphs_are_groups(made: Path) -> None:
    groups = [words(entry) for entry in Book(made).entries if entry.get("class") == "group"]
    assert "Une phrase de l'article. Une autre phrase." in groups
    assert all(len(group) <= 61 for group in groups)


def test_what_is_told_is_true(made: Path) -> None:
    book = Book(made)
    assert [told(book.ncc, name) for name in ("dc:title", "dc:publisher", "dc:date", "dc:creator", "dc:language")] == [
        "Lundi & mardi", "Le Val", "2026-11-23", "Le Val", "fr-FR"
    ]  # fmt: skip
    assert told(book.ncc, "ncc:narrator") == "Voix de synthèse : tone"
    assert told(book.ncc, "dc:identifier").startswith("urn:uuid:")


def test_times_are_those_of_the_epub(made: Path) -> None:
    """But for the first clip of each sound, which may not begin at exactly 0 s."""
    with ZipFile(made / "epub" / "lundi.epub") as book:
        overlays = sorted(name for name in book.namelist() if name.endswith(".smil"))
        lit = [etree.fromstring(book.read(name)) for name in overlays]
    smils = [text for name, text in texts(made).items() if re.match(r"\d+\.smil", name)]
    heard = [etree.fromstring(text.encode()) for text in smils]
    assert len(lit) == len(heard) == 6
    for one, other in zip(lit, heard, strict=True):
        first, *rest = clips(other, "clip-begin", "clip-end")
        assert first[1] == 0.001
        assert [(first[0], 0, first[2]), *rest] == clips(one, "clipBegin", "clipEnd")


def clips(smil: "etree._Element", begin: str, end: str) -> list[tuple[str, float, float]]:
    targets = [str(text.get("src")).partition("#")[2] for text in smil.iter("{*}text")]
    times = ([float(str(audio.get(name)).strip("npt=s")) for name in (begin, end)] for audio in smil.iter("{*}audio"))
    return [(target, first, last) for target, (first, last) in zip(targets, times, strict=True)]


def text_of(document: "etree._Element") -> list[str]:
    """All words of a text, in order, those that stand for pictures too."""
    found = []
    for element in document.iter(*(f"{XHTML}{name}" for name in BLOCKS)):
        for line in element.iter(f"{XHTML}br"):
            line.tail = f" {line.tail or ''}"
        found += str(element.get("alt", "")).split() + words(element).split()
    return found


def test_the_text_of_the_articles_comes_back(folder: Path, made: Path) -> None:
    taken: set[str] = set()
    for number, path in enumerate(sorted(folder.glob("0*")), 2):
        article = articles.article(path, taken)
        taken.add(article.slug)
        back = etree.fromstring((made / "daisy" / f"{number:03d}.html").read_bytes())
        assert text_of(back) == " ".join(block.text for block in article.blocks).split()


@pytest.mark.slow
def test_the_text_of_the_sample_edition_comes_back(tmp_path: Path) -> None:
    sample = ROOT / "articles" / "bocage"
    made = build(Order((sample,), tmp_path, ("daisy",), voice="tone")).folder
    assert checks.findings(made) == []
    for number, path in enumerate(sorted([*sample.glob("*.txt"), *sample.glob("*.md")])[:10], 2):
        back = etree.fromstring((made / "daisy" / f"{number:03d}.html").read_bytes())
        assert text_of(back) == " ".join(block.text for block in articles.article(path).blocks).split()


@pytest.mark.parametrize(
    "setting, first",
    [
        ('contents = "none"', "Lundi & mardi"),
        ("opening = false", "Lundi & mardi"),
        ('opening-text = "Bonjour"', "Bonjour"),
        ('say-section = "never"', "Lundi & mardi"),
        ('say-outlet = "always"', "Lundi & mardi"),
        ("credits = false", "Lundi & mardi"),
        ('notes = "place"', "Lundi & mardi"),
    ],
)
def test_whatever_is_said(setting: str, first: str, folder: Path, tmp_path: Path) -> None:
    place = tmp_path / "lundi"
    shutil.copytree(folder, place)
    with (place / "edition.toml").open("a", encoding="utf-8") as file:
        file.write(f"[audio]\n{setting}\n")
    made = build(Order((place,), tmp_path / "out", ("daisy",), voice="tone")).folder
    assert checks.findings(made) == []
    assert headings(made)[0] == ("h1", first)


def test_one_article_is_a_book_of_its_title(tmp_path: Path) -> None:
    (tmp_path / "une.txt").write_text("Un titre\n\nUne phrase.\n", encoding="utf-8")
    made = build(Order((tmp_path / "une.txt",), tmp_path / "out", ("daisy",), voice="tone")).folder
    assert checks.findings(made) == []
    assert headings(made) == [("h1", "Un titre")]
    assert told(Book(made).ncc, "dc:creator") == "Non indiqué"


def test_the_day_is_that_of_the_article_where_the_edition_has_none(tmp_path: Path) -> None:
    (tmp_path / "une.md").write_text("---\ntitle: Un titre\ndate: 14 mars 2025\n---\n\nUne phrase.\n", encoding="utf-8")
    made = build(Order((tmp_path / "une.md",), tmp_path / "out", ("daisy",), voice="tone")).folder
    assert told(Book(made).ncc, "dc:date") == "2025-03-14"


@pytest.mark.parametrize("mode, suffix, kind", [("RGB", ".jpg", "JPEG"), ("RGBA", ".png", "PNG")])
def test_a_picture_of_another_kind_becomes_one_that_players_know(
    mode: str, suffix: str, kind: str, tmp_path: Path
) -> None:
    Image.new(mode, (3000, 30), (20, 40, 60, 80)[: len(mode)]).save(tmp_path / "place.webp", "WEBP")
    (tmp_path / "une.md").write_text("# Un titre\n\n![Une place](place.webp)\n\nUne phrase.\n", encoding="utf-8")
    made = build(Order((tmp_path / "une.md",), tmp_path / "out", ("daisy",), voice="tone")).folder
    assert checks.findings(made) == []
    with Image.open(made / "daisy" / f"img001{suffix}") as picture:
        assert (picture.format, picture.size) == (kind, (1600, 16))
    assert f'src="img001{suffix}"' in texts(made)["001.html"]


def test_a_row_whose_cells_all_belong_to_rows_above_is_left_out() -> None:
    """XHTML 1.0 knows no row without a cell."""
    text = Block("a-b1", "table", "lundi\tmidi\nmardi\tune heure", (26,))
    above = (Cell(Span(0, 5), 0, 0, rows=2), Cell(Span(6, 10), 0, 1, rows=2))
    below = (Cell(Span(11, 16), 2, 0), Cell(Span(17, 26), 2, 1))
    article = Article("a", "", (Table(text, (above, (), below), None),), Path("a.txt"))
    piece = Piece(article, Recording(Path(), "", 1000, 0, Path()), (), "001", (), 0)
    made = etree.fromstring(content.body(piece, Levels(1), {}, {}))
    assert [[words(cell) for cell in row] for row in made.iter("tr")] == [["lundi", "midi"], ["mardi", "une heure"]]


def test_no_sound_no_book(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(EVERY_KIND, encoding="utf-8")
    mute = publication([(articles.article(tmp_path / "a.md"), ())], {})
    assert daisy.render(mute, tmp_path, Settings()) == []
    assert not (tmp_path / "daisy").exists()
