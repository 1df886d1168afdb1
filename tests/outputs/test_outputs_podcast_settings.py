"""The podcast's own picture and addresses: those that will do, and those that are refused."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from editions import settings as house
from editions.checks import podcast as checks
from editions.errors import UsageError
from editions.outputs.podcast import addresses
from editions.outputs.podcast.settings import PodcastSettings
from editions.pipeline.understanding import sections
from tests.outputs.podcast_editions import ADDRESS, edition, published, told


def test_addresses_are_encoded(tmp_path: Path) -> None:
    more = 'address = "https://écho.example:8080/été/%C3%A9"'
    folder = published(edition(tmp_path / "articles", "l'édition", more=more), tmp_path / "out").folder
    for address in told(folder, "descendant::*/@url | descendant::*/@href | link"):
        assert re.match(r"https://xn--cho-9la\.example:8080/%C3%A9t%C3%A9/%C3%A9(/|$)", address), address
        assert address.isascii()
    assert checks.findings(folder) == []


def own_picture(place: Path, side: tuple[int, int], mode: str = "CMYK") -> str:
    Image.new(mode, side, "white").save(place / "carre.jpg")
    return 'cover = "carre.jpg"'


@pytest.mark.parametrize("side, size", [((1500, 1500), 1500), ((4000, 4000), 3000)])
def test_the_house_has_its_own_picture(tmp_path: Path, side: tuple[int, int], size: int) -> None:
    place = edition(tmp_path, more=f'address = "{ADDRESS}"\ncover = "carre.jpg"')
    own_picture(place, side)
    built = published(place, tmp_path / "out")
    with Image.open(built.folder / "podcast" / "cover.jpg") as picture:
        assert (picture.size, picture.mode) == ((size, size), "RGB")
    assert built.findings == ()
    assert checks.findings(built.folder) == []


def no_picture(place: Path) -> None:
    (place / "carre.jpg").write_bytes(b"rien")


@pytest.mark.parametrize(
    "make", [lambda p: own_picture(p, (1500, 1400)), lambda p: own_picture(p, (600, 600)), no_picture]
)
def test_a_picture_that_will_not_do_is_named(tmp_path: Path, make: Callable[[Path], Any]) -> None:
    place = edition(tmp_path, more=f'address = "{ADDRESS}"\ncover = "carre.jpg"')
    make(place)
    built = published(place, tmp_path / "out")
    assert [finding.code for finding in built.findings] == ["podcast-picture"]
    assert checks.findings(built.folder) == []


def test_the_guid_is_that_of_the_specification() -> None:
    assert addresses.guid("https://mp3s.nashownotes.com/pc20rss.xml") == "917393e3-1b1e-5cef-ace4-edaa54e1f810"
    assert addresses.guid("http://mp3s.nashownotes.com/pc20rss.xml/") == "917393e3-1b1e-5cef-ace4-edaa54e1f810"


@pytest.mark.parametrize(
    "line",
    [
        'address = "journal.fr"', 'address = "ftp://journal.fr"', 'address = "https://"', 'feed = "https://a b.fr"',
        'site = "https://journal.fr/?page=2"', 'address = "https://journal.fr/#haut"', 'address = "https://a:b"',
        'license-url = "cc-by"', 'address = "https://moi:secret@journal.fr"', 'email = "journal.fr"',
        'feed = "https://a..b/feed.xml"', 'address = "https://[journal/"',
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused(tmp_path: Path, line: str) -> None:
    (tmp_path / "edition.toml").write_text(f"[podcast]\n{line}\n", encoding="utf-8")
    with pytest.raises(UsageError):
        house.load(tmp_path, sections())


def test_the_feed_may_be_elsewhere() -> None:
    podcast = PodcastSettings(address=f"{ADDRESS}/", feed="https://flux.example/val.xml")
    assert (podcast.base, podcast.feed_address) == (ADDRESS, "https://flux.example/val.xml")
