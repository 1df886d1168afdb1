"""Links of README.md and docs/*.md lead somewhere; pictures are there, small, and said in words."""

import re
import struct
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.docs.pages import DOCS, PAGES, README, anchors, links, prose

PICTURES = sorted((DOCS / "images").glob("*.png"))
LARGEST = 150_000
"""Bytes of a picture."""
_PALETTE, _GREY = 3, 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_resolve(page: Path) -> None:
    for link in links(page):
        if re.match(r"(?:https?|mailto):", link.target):
            continue
        name, _, anchor = unquote(link.target).partition("#")
        target = page.parent / name if name else page
        assert target.exists(), f"{page.name}: {link.target}"
        if anchor:
            assert anchor in anchors(target), f"{page.name}: {link.target}"


def test_all_pages_can_be_reached_from_the_readme() -> None:
    reached, ahead = set(), [README]
    while ahead:
        page = ahead.pop()
        if page in reached or page.suffix != ".md":
            continue
        reached.add(page)
        ahead += [
            (page.parent / link.target.partition("#")[0]).resolve() for link in links(page) if "//" not in link.target
        ]
    assert set(PAGES) <= reached


def test_pictures_are_small_shown_and_described() -> None:
    shown = {(page.parent / link.target).resolve(): link.text for page in PAGES for link in links(page) if link.picture}
    assert set(PICTURES) == set(shown)
    for picture in PICTURES:
        data = picture.read_bytes()
        assert len(data) < LARGEST, picture.name
        assert data[25] in (_PALETTE, _GREY), f"{picture.name}: full colours where a palette will do"
        width, height = struct.unpack(">II", data[16:24])
        assert max(width, height) <= 1600, picture.name
        assert 40 < len(shown[picture]) < 300, f"{picture.name}: say what is seen"


def test_the_script_makes_all_pictures() -> None:
    script = (DOCS / "images" / "make.py").read_text(encoding="utf-8")
    assert all(f'"{picture.name}"' in script for picture in PICTURES)
    assert not re.search(r"/(?:home|work|tmp|root|Users)/", script)


@pytest.mark.parametrize("page", PAGES[1:], ids=lambda page: page.name)
def test_no_machine_is_named(page: Path) -> None:
    assert not re.search(r"/(?:home|work|tmp|root|Users)/", page.read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", [page for page in PAGES if page.parent == DOCS], ids=lambda page: page.name)
def test_prose_keeps_signs_with_their_words(page: Path) -> None:
    """French signs stand behind a no-break space, which keeps them from beginning a line."""
    text = re.sub(r"<!--.*?-->|\]\([^)]*\)|^\|? ?-[-| ]*$", "", prose(page), flags=re.MULTILINE)
    assert re.findall(r".{0,20} [:;?!»](?!\w).{0,10}|.{0,20}« .{0,10}", text) == []
