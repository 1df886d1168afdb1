"""The DAISY book: valid, true, complete; its text is the article's, its times are those of the EPUB."""

import base64
import re
import shutil
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from lxml import etree
from PIL import Image

from editions import articles, verification
from editions.checks import daisy as checks
from editions.checks.daisy.book import Book, told, words
from editions.checks.daisy.links import findings as links
from editions.checks.daisy.metadata import findings as metadata
from editions.model import Article, Block, Cell, Span, Table
from editions.outputs import daisy
from editions.outputs.daisy import content
from editions.outputs.daisy.navigation import Levels
from editions.outputs.daisy.pieces import Piece
from editions.pipeline import Order, build
from editions.settings import Settings
from editions.speech import Cue, Recording, Timeline, WordCues
from tests.conftest import ROOT
from tests.hypertext.test_hypertext import EVERY_KIND
from tests.outputs import daisy_validators as validators
from tests.outputs.test_outputs_epub import PIXEL
from tests.spoken_articles import Spoke, publication

XHTML = "{http://www.w3.org/1999/xhtml}"
SECTIONED = "Le Val\n{section}\n{title}\n\nUne phrase de l'article. Une autre phrase.\n"
BLOCKS = ("p", "pre", "caption", "th", "td", "h1", "h2", "h3", "h4", "h5", "h6", "img")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles with every kind of block, a picture, and two of one section."""
    place = tmp_path_factory.mktemp("articles") / "lundi"
    place.mkdir()
    (place / "place.png").write_bytes(base64.b64decode(PIXEL))
    (place / "01-a.md").write_text(EVERY_KIND, encoding="utf-8")
    for number, (section, title) in enumerate(
        (("Sports", "Le match"), ("Sports", "La course"), ("Culture", "Le film"))
    ):
        (place / f"0{number + 2}-b.txt").write_text(SECTIONED.format(section=section, title=title), encoding="utf-8")
    (place / "edition.toml").write_text('title = "Lundi & mardi"\ndate = 2026-11-23\npublisher = "Le Val"\n', "utf-8")
    return place


@pytest.fixture(scope="module")
def made(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(Order((folder,), tmp_path_factory.mktemp("out"), ("daisy", "epub"), voice="tone")).folder


def texts(made: Path) -> dict[str, str]:
    """The files of the book that are text, by name."""
    files = sorted((made / "daisy").iterdir())
    return {path.name: path.read_text(encoding="utf-8") for path in files if path.suffix in (".html", ".smil")}


def entries(made: Path) -> list[tuple[str, str]]:
    """Name and words of each heading of the contents."""
    found = [(str(entry.tag).rpartition("}")[2], words(entry)) for entry in Book(made).entries]
    return [entry for entry in found if entry[0] != "div"]


def test_our_own_checks_have_nothing_to_say(made: Path) -> None:
    assert checks.findings(made) == []
    assert "daisy" in verification.verify(made).checks


def test_all_files_are_as_their_dtds_say(made: Path) -> None:
    for name, text in texts(made).items():
        dtd = validators.dtd(name)
        assert dtd.validate(etree.fromstring(text.encode())), (name, dtd.error_log.filter_from_errors())


@pytest.mark.parametrize("name", ["ncc.html", "master.smil", "article.smil"])
def test_the_schemas_have_nothing_to_say(name: str, made: Path, tmp_path: Path) -> None:
    found = texts(made)
    given = {name: found[name]} if name in found else {n: t for n, t in found.items() if re.match(r"\d+\.smil", n)}
    assert validators.judged(validators.schema(name), given, tmp_path) == []


RULED = (
    "ncc:charset", "dc:date", "dc:format", "dc:identifier", "ncc:pageFront", "ncc:pageNormal", "ncc:pageSpecial",
    "dc:title", "ncc:tocItems", "ncc:totalTime", "dc:publisher", "dc:language", "dc:creator",
)  # fmt: skip
"""What the rules inside the schemas ask for."""
MISNAMED = {"ncc:pageSpecial": "dc:identifier", "ncc:totalTime": "ncc:totaltime"}
"""What they call it in what they say."""


@pytest.mark.parametrize("name, ruled", [("ncc.html", RULED), ("001.smil", ("dc:format",))])
def test_the_rules_inside_the_schemas_hold_and_miss_what_is_taken_out(
    name: str, ruled: tuple[str, ...], made: Path, tmp_path: Path
) -> None:
    text, rules = texts(made)[name], validators.rules(name, tmp_path)
    assert validators.judged(rules, {"good": text}, tmp_path) == []
    lacking = {key.replace(":", "-"): re.sub(rf'<meta name="{key}".*?/>', "", text) for key in ruled}
    said = validators.judged(rules, lacking, tmp_path)
    missed = [found[1] for line in said if (found := re.search(r"(\w+:\w+) seems not to be", line))]
    assert Counter(missed) == Counter(MISNAMED.get(key, key) for key in ruled)


def test_a_wrong_count_of_entries_breaks_a_rule(made: Path, tmp_path: Path) -> None:
    text = re.sub(r'(tocItems" content=")', r"\g<1>9", texts(made)["ncc.html"])
    assert validators.judged(validators.rules("ncc.html", tmp_path), {"ncc.html": text}, tmp_path)


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
    assert {entry.date_time for entry in inside} == {(2026, 11, 23, 0, 0, 0)}


def test_the_same_bytes_from_another_folder_and_with_one_process(made: Path, folder: Path, tmp_path: Path) -> None:
    again = build(Order((folder,), tmp_path / "other", ("daisy",), voice="tone", jobs=1)).folder
    assert (again / "lundi-daisy.zip").read_bytes() == (made / "lundi-daisy.zip").read_bytes()


def test_sections_articles_and_crossheads_are_headings(made: Path) -> None:
    assert entries(made) == [
        ("h1", "Lundi & mardi"), ("h2", "Sommaire"),
        ("h1", "Le marché : tout & plus"), ("h2", "Les horaires <b>d'ici</b>"), ("h3", "Plus bas"),
        ("h1", "Le Val"), ("h1", "Sports"), ("h2", "Le match"), ("h2", "La course"),
        ("h1", "Culture"), ("h2", "Le film"), ("h1", "Fin de l'édition"),
    ]  # fmt: skip


def test_headings_are_headings_of_the_text_at_the_same_level(made: Path) -> None:
    shown = []
    for name, text in texts(made).items():
        if name != "ncc.html" and name.endswith(".html"):
            levels = (f"{XHTML}h{level}" for level in range(1, 7))
            shown += [(str(e.tag).rpartition("}")[2], words(e)) for e in etree.fromstring(text.encode()).iter(*levels)]
    assert [heading for heading in shown if heading in entries(made)] == entries(made)


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
    times = [[str(audio.get(name)).strip("npt=s") for name in (begin, end)] for audio in smil.iter("{*}audio")]
    return [(target, *map(float, pair)) for target, pair in zip(targets, times, strict=True)]  # type: ignore[misc]


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
    assert entries(made)[0] == ("h1", first)


def test_one_article_is_a_book_of_its_title(tmp_path: Path) -> None:
    (tmp_path / "une.txt").write_text("Un titre\n\nUne phrase.\n", encoding="utf-8")
    made = build(Order((tmp_path / "une.txt",), tmp_path / "out", ("daisy",), voice="tone")).folder
    assert checks.findings(made) == []
    assert entries(made) == [("h1", "Un titre")]
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


LINES = st.sampled_from(
    [
        "# Autre", "## Deux", "### Trois", "#### Quatre", "###### Six", "## ***", "Une phrase.", "***", "**Qui ?**",
        "- Un point", "1. Un\n2. Deux", "| a | b |\n| --- | --- |\n| c | d |", "| seul |\n| --- |", "> Dit-il",
        "    code", "![Une place](place.png)",
    ]
)  # fmt: skip


HEADS = st.sampled_from(
    ["# Titre", "Sans titre.", "---\nsection: Sports\n---\n\n# Titre", "---\nsection: Culture\n---\n\nRien de plus.",
     "---\noutlet: Le Val\nsection: Sports\n---\n\n# Titre", "![Une place](place.png)\n\n# Titre"]
)  # fmt: skip


@given(st.lists(st.tuples(HEADS, st.lists(LINES, max_size=8)), min_size=1, max_size=4))
@hypothesis_settings(max_examples=30)
def test_whatever_an_article_is_made_of(
    tmp_path_factory: pytest.TempPathFactory, written: list[tuple[str, list[str]]]
) -> None:
    """Contents without jumps, all counts true, all files valid."""
    place = tmp_path_factory.mktemp("any")
    taken: set[str] = set()
    spoken: list[Spoke] = [(_article(place, n, [head, *lines], taken), ()) for n, (head, lines) in enumerate(written)]
    made = publication(spoken, {article.slug: _recording(place, article) for article, _ in spoken})
    made = replace(made, edition=replace(made.edition, identifier="urn:uuid:essai"))
    daisy.render(made, place / "out", Settings())
    book = Book(place / "out")
    assert [*links(book), *metadata(book)] == []
    levels = [int(tag[1]) for tag, _ in entries(place / "out")]
    assert all(after <= before + 1 for before, after in pairwise([0, *levels]))
    for name, text in texts(place / "out").items():
        dtd = validators.dtd(name)
        assert dtd.validate(etree.fromstring(text.encode())), (name, dtd.error_log.filter_from_errors(), text)


def _article(place: Path, number: int, lines: list[str], taken: set[str]) -> Article:
    path = place / f"{number}.md"
    path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    made = articles.article(path, taken)
    taken.add(made.slug)
    return made


def _recording(place: Path, article: Article) -> Recording:
    """A second for each sentence; no sound, as nothing listens."""
    names = [s.id for block in article.blocks for s in block.sentences if any(map(str.isalnum, s.text))]
    rate = 1000
    cues = tuple(Cue(name, rate * n, rate * n + 800, WordCues(())) for n, name in enumerate(names))
    sound, timeline = place / f"{article.slug}.mp3", place / f"{article.slug}.json"
    sound.write_bytes(b"")
    timeline.write_bytes(Timeline(rate, cues).packed())
    return Recording(sound, "audio/mpeg", rate, rate * len(names), timeline)
