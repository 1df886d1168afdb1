"""The web page and the front page: all the text is there, nothing of it is markup, the times are those of the sound."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree, html

from editions.outputs import front, web
from editions.pipeline import Order, build
from editions.settings import Settings
from tests.hypertext.test_hypertext import EVERY_KIND
from tests.spoken_articles import article, publication


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("articles") / "lundi"
    place.mkdir()
    (place / "01-a.md").write_text(EVERY_KIND, encoding="utf-8")
    (place / "02-b.txt").write_text("Le <b>pont</b> & « lui »\n\nOn y passe à vélo. Et à pied.\n", encoding="utf-8")
    (place / "edition.toml").write_text('title = "Lundi </script>"\ndate = 2026-11-23\n', encoding="utf-8")
    return place


@pytest.fixture(scope="module")
def made(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(Order((folder,), tmp_path_factory.mktemp("out"), voice="tone")).folder


def page(made: Path, place: str = "web/index.html") -> Any:
    return html.document_fromstring((made / place).read_text(encoding="utf-8"))


def data(made: Path) -> Any:
    (text,) = page(made).xpath("//script[@id='tracks']/text()")
    return json.loads(text)


def squeezed(text: str) -> str:
    return " ".join(text.split())


def test_every_word_is_there_in_order(made: Path) -> None:
    report = json.loads((made / "report" / "readings.json").read_text(encoding="utf-8"))
    texts = [squeezed("".join(one.itertext())) for one in page(made).xpath("//article")]
    for text, told in zip(texts, report["articles"], strict=True):
        place = 0
        for sentence in told["sentences"]:
            for cell in filter(None, map(squeezed, sentence["text"].split("\t"))):
                found = text.find(cell, place)
                assert found >= 0, cell
                place = found


def test_nothing_of_an_article_becomes_markup(made: Path) -> None:
    for place in ("web/index.html", "index.html"):
        tree = page(made, place)
        assert tree.xpath("//b | //i | //*[@onclick] | //*[@style]") == []
        assert tree.xpath("string(//title)").startswith("Lundi </script>")
        assert len(tree.xpath("//script[not(@src)]")) == (place != "index.html")


def test_the_stretches_are_in_the_page_and_touch(made: Path) -> None:
    names = set(page(made).xpath("//@id"))
    tracks = data(made)["tracks"]
    assert tracks[0]["slug"] == "_opening"
    for track in tracks:
        starts = [start for _, start in track["cues"]]
        assert {name for name, _ in track["cues"]} <= names
        assert starts == sorted(set(starts))
        assert starts[0] == 0
        assert starts[-1] < track["ms"]


def test_its_times_are_those_of_the_book(made: Path) -> None:
    with ZipFile(made / "epub" / "lundi.epub") as book:
        for track in data(made)["tracks"]:
            smil = etree.fromstring(book.read(f"EPUB/{Path(track['src']).stem}.smil"))
            names = [str(text.get("src")).partition("#")[2] for text in smil.iter("{*}text")]
            begins = [round(float(str(sound.get("clipBegin"))[:-1]) * 1000) for sound in smil.iter("{*}audio")]
            assert [list(pair) for pair in zip(names, begins, strict=True)] == track["cues"]


def test_words_are_places_in_their_sentence(made: Path) -> None:
    texts = {str(e.get("id")): "".join(e.itertext()) for e in page(made).xpath("//*[@id]")}
    heard = [
        [texts[name][flat[at] : flat[at + 1]] for at in range(0, len(flat), 3)]
        for track in data(made)["tracks"] for name, flat in track["words"].items()
    ]  # fmt: skip
    assert ["On", "y", "passe", "à", "vélo"] in [[word.strip(" .") for word in words] for words in heard]


def test_without_sound_it_is_a_text_to_read(tmp_path: Path) -> None:
    mute = publication([article("a", "Une phrase."), article("b", "Une autre.")], {})
    web.render(mute, tmp_path, Settings())
    text = (tmp_path / "web" / "index.html").read_text(encoding="utf-8")
    assert "Une autre." in text
    assert "player.js" not in text
    assert "data-play" not in text
    front.render(replace(mute, seconds={"a": 9.0}), tmp_path, Settings())
    assert "Sans son : Titre b." in (tmp_path / "index.html").read_text(encoding="utf-8")


def test_the_front_page_leads_to_what_was_made(made: Path) -> None:
    links = page(made, "index.html").xpath("//a/@href")
    assert links[0] == "web/index.html"
    assert {"audio/edition.mp3", "epub/lundi.epub", "print/large-print.pdf", "print/press.pdf", "edition.json"} <= {
        *links
    }
    assert all((made / link).is_file() for link in links)


def test_a_size_that_changes_is_told_anew(folder: Path, tmp_path: Path) -> None:
    place = build(Order((folder,), tmp_path, voice="tone")).folder
    before = page(place, "index.html").xpath("string(//a[contains(@href, 'large-print')]/following::small)")
    build(Order((folder,), tmp_path, ("pdf",), voice="tone", options={"print.size": 72.0}))
    after = page(place, "index.html").xpath("string(//a[contains(@href, 'large-print')]/following::small)")
    assert before != after
    assert "web/index.html" in page(place, "index.html").xpath("//a/@href")


def test_the_same_bytes(made: Path, folder: Path, tmp_path: Path) -> None:
    again = build(Order((folder,), tmp_path, voice="tone", jobs=1)).folder
    for place in ("web/index.html", "index.html"):
        assert (again / place).read_bytes() == (made / place).read_bytes()
