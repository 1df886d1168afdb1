"""The web page and the front page in a real browser: axe, the keyboard, the sentence that is lit and the one heard.

From a disk, from a host that gives parts of files, from one that does not. Needs Chromium, Node.js and the packages
``playwright-core`` and ``axe-core`` where ``NODE_PATH`` says.
"""

import http.server
import json
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from editions import serving
from editions.pipeline import Order, build
from tests.conftest import missing
from tests.hypertext.test_hypertext import EVERY_KIND

Facts = dict[str, Any]
KEYS = {"track-1", "cue-1", "cue+1", "track+1"}


class Plain(http.server.SimpleHTTPRequestHandler):
    """A host without ranges, as the one that Python has."""

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet."""


@contextmanager
def hosts(folder: Path) -> Iterator[tuple[str, ...]]:
    """Addresses of the folder: on the disk, on a host with ranges, on one without."""
    plain = http.server.ThreadingHTTPServer((serving.LOOPBACK, 0), partial(Plain, directory=str(folder)))
    with serving.server(folder, 0) as ranged, plain:
        for served in (ranged, plain):
            threading.Thread(target=served.serve_forever, daemon=True).start()
        bases = (f"http://{serving.LOOPBACK}:{served.server_port}/" for served in (ranged, plain))
        yield (f"{folder.resolve().as_uri()}/", *bases)
        for served in (ranged, plain):
            served.shutdown()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two articles, one with every kind of block."""
    place = tmp_path_factory.mktemp("articles") / "essai"
    place.mkdir()
    (place / "01-a.md").write_text(EVERY_KIND, encoding="utf-8")
    words = "On y passe à vélo. Et à pied, depuis mardi. Le maire s’en félicite. Personne ne s’en plaint encore ici."
    (place / "02-b.txt").write_text(f"Le pont & le <b> sont ouverts\n\n{words}\n\n{words}\n", encoding="utf-8")
    (place / "edition.toml").write_text('title = "Lundi <i>"\ndate = 2026-11-23\npublisher = "Le Val"\n', "utf-8")
    built = build(Order((place,), tmp_path_factory.mktemp("out"), voice="espeak"))
    assert built.failures == ()
    return built.folder


@pytest.fixture(scope="module")
def facts(made: Path) -> Facts:
    node, chromium = shutil.which("node"), shutil.which("chromium")
    if node is None or chromium is None:
        missing("Node.js or Chromium is not installed on this machine")
        return {}
    code = "require.resolve('playwright-core'), require.resolve('axe-core')"
    if subprocess.run([node, "-e", code], capture_output=True).returncode:
        missing("Node.js does not find playwright-core and axe-core: install them by npm and set NODE_PATH")
    script = Path(__file__).with_name("web_in_a_browser.cjs")
    with hosts(made) as homes:
        run = subprocess.run(
            [node, str(script), chromium, *homes], capture_output=True, text=True, encoding="utf-8", timeout=240
        )
    assert run.returncode == 0, run.stderr
    told: Facts = json.loads(run.stdout)
    return told


def test_axe_finds_nothing_in_any_colours_at_any_width_and_nothing_is_cut(facts: Facts) -> None:
    assert len(facts["views"]) == 16
    for seen in facts["views"]:
        assert (seen["violations"], seen["incomplete"]) == ([], []), (seen["name"], seen["view"])
        assert {"color-contrast", "heading-order", "html-has-lang", "region"} <= {*seen["passes"]}
        assert seen["wider"] <= 0, (seen["name"], seen["view"])


def test_nothing_is_asked_of_anyone_else_and_the_browser_has_no_complaint(facts: Facts) -> None:
    assert facts["first"]["troubles"] == []
    for told in facts["homes"]:
        assert [address for address in told["requests"] if not address.startswith((told["home"], "blob:"))] == []
        assert told["troubles"] == []


def test_the_keyboard_reaches_every_control_and_shows_where_it_is(facts: Facts) -> None:
    for told in facts["homes"]:
        stops = told["stops"]
        assert {stop["go"] for stop in stops if stop["go"]} == KEYS
        assert {"toggle", "position", "speed"} <= {stop["id"] for stop in stops}
        assert len({stop["play"] for stop in stops if stop.get("play") is not None}) == 3
        assert [stop for stop in stops if stop["outline"] < 2 or not stop["uncovered"]] == []
        buttons = [stop for stop in stops if stop["tag"] in ("BUTTON", "SELECT", "INPUT", "SUMMARY")]
        assert [stop for stop in buttons if min(stop["height"], stop["width"]) < 44] == []


def test_the_sentence_that_is_lit_is_the_one_that_is_heard(facts: Facts) -> None:
    assert len(facts["homes"]) == 3
    for told in facts["homes"]:
        assert len(told["looks"]) == 10
        for look in told["looks"]:
            assert (look["count"], look["lit"], look["current"]) == (1, look["holds"], "true"), (told["home"], look)
        second, *_ = told["looks"]
        assert second["title"] == "Le pont & le <b> sont ouverts"
        assert not second["paused"]
        cues = [look["lit"] for look in told["looks"][:3]]
        assert len(set(cues)) == 3, cues
        assert told["looks"][3]["rate"] == 1.25
        assert told["looks"][4]["lit"] in cues
        assert told["looks"][6]["title"] != second["title"]
        assert told["looks"][7]["lit"] == told["clicked"]
        assert told["looks"][9]["paused"]
        assert told["toggle"] == "Écouter"


def test_words_are_lit_as_they_are_heard(facts: Facts) -> None:
    for told in facts["homes"]:
        assert sum(bool(look["word"]) for look in told["looks"]) >= 8, told["home"]


def test_a_host_without_ranges_is_played_from_memory(facts: Facts) -> None:
    disk, ranged, plain = facts["homes"]
    assert not any(look["blob"] for look in (*disk["looks"], *ranged["looks"]))
    assert any(look["blob"] for look in plain["looks"])


def test_the_position_is_remembered_and_the_next_article_follows(facts: Facts) -> None:
    for told in facts["homes"]:
        last = told["looks"][-1]
        assert told["again"]["title"] == last["title"]
        assert told["again"]["lit"] == last["lit"]
        assert told["next"]["title"] not in ("Sommaire", last["title"])
        assert not told["next"]["paused"]


def test_the_reader_chooses_size_and_colours_and_prints_the_text(facts: Facts) -> None:
    for told in facts["homes"]:
        assert told["shown"] == ["36px", "rgb(255, 255, 0)"]
        assert told["phone"]["player"] < 240  # of 800: text at double size is still to be seen
        assert told["phone"]["broken"] == 0
        assert told["print"] == 0
