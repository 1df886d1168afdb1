"""Each fault of the web pages is found on a page broken for it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from editions.checks import web
from editions.pipeline import Order, build

PAGE = "web/index.html"
BROKEN: dict[str, tuple[str, Callable[[str], str]]] = {
    "web-link": (PAGE, lambda text: text.replace('href="#contents"', 'href="#ailleurs"')),
    "web-outside": (PAGE, lambda text: text.replace('src="player.js"', 'src="https://exemple.fr/player.js"')),
    "web-policy": ("index.html", lambda text: text.replace("default-src 'none'", "default-src *")),
    "web-sound": (PAGE, lambda text: text.replace('"src":"../audio/01', '"src":"../audio/09')),
    "web-cue": (PAGE, lambda text: text.replace('id="la-foire-b2s1"', 'id="autre"')),
    "web-time": (PAGE, lambda text: text.replace('["la-foire-b2s1",', '["la-foire-b2s1",9')),
}


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("articles") / "val"
    place.mkdir()
    (place / "a.txt").write_text(
        "La foire\n\nElle ouvre samedi. On y va à pied.\n\nLe soir, un bal.\n", encoding="utf-8"
    )
    (place / "b.txt").write_text("Le pont\n\nIl est ouvert.\n", encoding="utf-8")
    return build(Order((place,), tmp_path_factory.mktemp("out"), ("mp3", "web"), voice="tone")).folder


def test_good_pages_pass(good: Path) -> None:
    assert web.findings(good) == []


@pytest.mark.parametrize("code", BROKEN)
def test_each_fault_is_found(code: str, good: Path) -> None:
    place, change = BROKEN[code]
    path = good / place
    before = path.read_text(encoding="utf-8")
    assert change(before) != before
    path.write_text(change(before), encoding="utf-8")
    try:
        assert code in [finding.code for finding in web.findings(good)]
    finally:
        path.write_text(before, encoding="utf-8")


@pytest.mark.parametrize(
    "content", ["", '<script id="tracks">{"tracks": [{}]}</script>', '<script id="tracks">{</script>']
)
def test_a_page_that_was_cut_is_no_crash(content: str, tmp_path: Path) -> None:
    (tmp_path / "web").mkdir()
    (tmp_path / PAGE).write_text(content, encoding="utf-8")
    assert [finding.code for finding in web.findings(tmp_path)] == ["web-unreadable"]


def test_a_file_that_has_gone_is_missed(good: Path) -> None:
    style = good / "web" / "style.css"
    kept = style.read_bytes()
    style.unlink()
    try:
        assert [finding.message for finding in web.findings(good)] == ["« style.css » ne mène nulle part"]
    finally:
        style.write_bytes(kept)
