"""Each fault of a feed is found: a good one passes, and each way of breaking it has its finding."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from editions.checks import podcast
from editions.pipeline import Order, build

ARTICLE = "# Un titre\n\nUne phrase de l'article.\n\n## Un intertitre\n\nLa fin de l'article.\n"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two editions of a feed; ``mardi`` has the episodes of both."""
    folder = tmp_path_factory.mktemp("podcast")
    for name, day in (("lundi", "2026-11-23"), ("mardi", "2026-11-24")):
        place = folder / name
        place.mkdir()
        (place / "un.md").write_text(ARTICLE, encoding="utf-8")
        (place / "deux.md").write_text(ARTICLE.replace("Un titre", "Un autre"), encoding="utf-8")
        told = f'title = "Le Val"\ndate = {day}\n[podcast]\naddress = "https://journal.example"\n'
        (place / "edition.toml").write_text(told, encoding="utf-8")
        build(Order((place,), folder / "output", ("podcast",), voice="tone"))
    return folder / "output"


def replaced(old: str, new: str) -> Callable[[Path], None]:
    """A change of the feed's text, the first time that the pattern is there."""

    def change(folder: Path) -> None:
        path = folder / "podcast" / "feed.xml"
        before = path.read_text(encoding="utf-8")
        after = re.sub(old, new, before, count=1, flags=re.DOTALL)
        assert after != before
        path.write_text(after, encoding="utf-8")

    return change


def picture(side: tuple[int, int], mode: str, kind: str = "JPEG") -> Callable[[Path], None]:
    return lambda folder: Image.new(mode, side).save(folder / "podcast" / "cover.png", kind)


def gone(pattern: str) -> Callable[[Path], None]:
    return lambda folder: next(folder.glob(pattern)).unlink()


def written(pattern: str, text: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        next(folder.glob(pattern)).write_text(text, encoding="utf-8")

    return change


def longer(folder: Path) -> None:
    """An MP3 in which someone's player has left something."""
    with next((folder / "audio").glob("01-*.mp3")).open("ab") as file:
        file.write(b"TAG")


ITEM = r"<item>.*?</item>\s*"
CHAPTERS = "podcast/chapters/01-*.json"
BROKEN: list[tuple[str, str, Callable[[Path], None]]] = [
    ("podcast-unreadable", "cut", replaced("</channel>", "")),
    ("podcast-unreadable", "no feed", written("podcast/feed.xml", "<html/>")),
    ("podcast-unreadable", "no XML", written("podcast/feed.xml", "rien")),
    ("podcast-element", "no episode", replaced(f"(?:{ITEM})+", "")),
    *(
        ("podcast-element", name, replaced(f"<{name}(?=[ >])(?:[^>]*/>|.*?</{name}>)", ""))
        for name in (
            "title",
            "link",
            "description",
            "language",
            "copyright",
            "lastBuildDate",
            "atom:link",
            "itunes:image",
            "itunes:author",
            "itunes:category",
            "itunes:explicit",
            "itunes:type",
            "podcast:guid",
            "podcast:locked",
            "enclosure",
            "guid",
            "pubDate",
            "itunes:duration",
        )
    ),
    ("podcast-element", "explicit", replaced("<itunes:explicit>false", "<itunes:explicit>no")),
    ("podcast-element", "duration", replaced(r"<itunes:duration>\d+", "<itunes:duration>0:03")),
    ("podcast-element", "permalink", replaced(' isPermaLink="false"', "")),
    ("podcast-element", "MIME type", replaced("audio/mpeg", "audio/mp3")),
    ("podcast-guid", "guid", replaced("<podcast:guid>.", "<podcast:guid>z")),
    ("podcast-guid", "address", replaced('self"([^>]*)href="https://', r'self"\1href="https://www.')),
    ("podcast-guid", "twice", replaced(f"({ITEM})", r"\1\1")),
    ("podcast-written", "French", replaced("<pubDate>Tue, 24 Nov", "<pubDate>mar. 24 nov.")),
    ("podcast-written", "weekday", replaced("<pubDate>Tue", "<pubDate>Mon")),
    ("podcast-written", "zone", replaced(r"(<pubDate>[^<]*)\+0000", r"\1GMT")),
    ("podcast-written", "ISO", replaced("<lastBuildDate>[^<]*", "<lastBuildDate>2026-11-24T00:00:00Z")),
    ("podcast-order", "order", replaced(f"({ITEM})({ITEM})", r"\2\1")),
    ("podcast-file", "sound", gone("audio/01-*.mp3")),
    ("podcast-file", "captions", gone("captions/01-*.vtt")),
    ("podcast-file", "chapters", gone(CHAPTERS)),
    (
        "podcast-file",
        "elsewhere",
        replaced('enclosure url="https://journal.example(/mardi/audio/01)', r'enclosure url="https://autre.example\1'),
    ),
    ("podcast-file", "above", replaced("/mardi/captions/", "/mardi/../captions/")),
    ("podcast-file", "earlier", lambda folder: gone("audio/01-*.mp3")(folder.parent / "lundi")),
    ("podcast-length", "told", replaced(r'length="\d+"', 'length="1000"')),
    ("podcast-length", "file", longer),
    ("podcast-duration", "told", replaced(r"<itunes:duration>(\d+)", r"<itunes:duration>1\1")),
    ("podcast-duration", "no sound", written("audio/01-*.mp3", "rien")),
    ("podcast-chapters", "no JSON", written(CHAPTERS, "rien")),
    ("podcast-chapters", "none", written(CHAPTERS, '{"chapters": []}')),
    ("podcast-chapters", "a list", written(CHAPTERS, "[1]")),
    ("podcast-chapters", "late", written(CHAPTERS, '{"chapters": [{"startTime": 1, "title": "a"}]}')),
    (
        "podcast-chapters",
        "beyond",
        written(CHAPTERS, '{"chapters": [{"startTime": 0, "title": "a"}, {"startTime": 999, "title": "b"}]}'),
    ),
    ("podcast-chapters", "no title", written(CHAPTERS, '{"chapters": [{"startTime": 0}]}')),
    ("podcast-cover", "gone", gone("podcast/cover.png")),
    ("podcast-cover", "small", picture((1399, 1399), "RGB")),
    ("podcast-cover", "large", picture((3001, 3001), "RGB")),
    ("podcast-cover", "not square", picture((1500, 1400), "RGB")),
    ("podcast-cover", "colour space", picture((1400, 1400), "CMYK")),
    ("podcast-cover", "grey", picture((1400, 1400), "L")),
    ("podcast-cover", "format", picture((1400, 1400), "RGB", "GIF")),
    ("podcast-cover", "no picture", written("podcast/cover.png", "rien")),
]


def test_a_good_feed_passes(output: Path) -> None:
    assert podcast.findings(output / "mardi") == []
    assert podcast.findings(output / "lundi") == []


@pytest.mark.parametrize(
    "code, change", [(c, change) for c, _, change in BROKEN], ids=[f"{c}: {n}" for c, n, _ in BROKEN]
)
def test_each_fault_is_found(code: str, change: Callable[[Path], None], output: Path, tmp_path: Path) -> None:
    shutil.copytree(output, tmp_path / "output")
    folder = tmp_path / "output" / "mardi"
    change(folder)
    assert code in [finding.code for finding in podcast.findings(folder)]


def test_an_edition_that_is_no_longer_on_this_disk_is_not_looked_for(output: Path, tmp_path: Path) -> None:
    shutil.copytree(output / "mardi", tmp_path / "mardi")
    assert podcast.findings(tmp_path / "mardi") == []
