"""The report in a real browser: axe, the keyboard, the sound it plays, the lines it copies, all from ``file://``.

Needs Chromium, Node.js and the packages ``playwright-core`` and ``axe-core`` where ``NODE_PATH`` says.
"""

import json
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from editions.pipeline import Order, build

TEXTS = {
    "edition.toml": 'title = "Le Doute & « l’essai » <b>"\npublisher = "Le Journal"\ndate = 2025-03-14\n',
    "01-une.md": "# La BRAUP : 12 T\n\nLe SMVO et A&B < C. Selon Jean BRAUP et la BRAUP, 112 T.\n\n![](absente.jpg)\n",
    "02-deux.html": (
        "<html><body><h1>Deuxième titre</h1><p>Il vend 12 T de blé à la BRAUP.</p>"
        '<p>Le <span lang="en">team building</span> du SMVO est fini. La BRAUP avance. La BRAUP recule.</p>'
        "</body></html>"
    ),
}
BEGIN, END = 0.12, 0.05
"""Seconds of silence that may be played before a sentence, and after it."""
Facts = dict[str, Any]


@cache
def walk(node: str, chromium: str, folder: Path) -> tuple[Facts, Facts, Path]:
    """What the browser met, the report's values, and the articles' folder; once for all tests."""
    articles = folder / "essai"
    articles.mkdir()
    for name, text in TEXTS.items():
        (articles / name).write_text(text, encoding="utf-8")
    built = build(Order((articles,), folder / "out", to=("mp3",), voice="tone", jobs=2))
    assert built.failures == ()
    values = json.loads((built.folder / "report" / "readings.json").read_text(encoding="utf-8"))
    script = Path(__file__).with_name("report_in_a_browser.cjs")
    command = [node, str(script), chromium, str(built.folder)]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120)
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout), values, articles


@cache
def packages(node: str) -> bool:
    """Whether Node.js finds what drives and what judges the page."""
    code = "require.resolve('playwright-core'), require.resolve('axe-core')"
    return subprocess.run([node, "-e", code], capture_output=True).returncode == 0


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("browser")


@pytest.fixture
def walked(tool: Callable[[str], str], folder: Path) -> tuple[Facts, Facts, Path]:
    node, chromium = tool("node"), tool("chromium")
    if not packages(node):
        pytest.skip("Node.js does not find playwright-core and axe-core: install them by npm and set NODE_PATH")
    return walk(node, chromium, folder)


def test_axe_finds_nothing_at_any_width_and_in_any_colours(walked: tuple[Facts, Facts, Path]) -> None:
    facts, _, _ = walked
    assert len(facts["views"]) == 6
    for seen in facts["views"]:
        assert (seen["violations"], seen["incomplete"]) == ([], []), seen["view"]
        assert {"color-contrast", "target-size", "heading-order", "html-has-lang", "region"} <= {*seen["passes"]}
        assert (seen["wider"], seen["animations"]) == (0, 0), seen["view"]


def test_nothing_is_asked_of_the_network_and_the_browser_has_no_complaint(walked: tuple[Facts, Facts, Path]) -> None:
    facts, _, articles = walked
    home = (articles.parent / "out").resolve().as_uri()
    assert len(facts["requests"]) > 5
    assert [address for address in facts["requests"] if not address.startswith(home)] == []
    assert facts["troubles"] == []


def test_the_page_says_its_title_and_its_languages(walked: tuple[Facts, Facts, Path]) -> None:
    facts, _, _ = walked
    assert facts["title"] == "Lectures — Le Doute & « l’essai » <b>"
    assert facts["lang"] == "fr-FR"
    assert facts["foreign"] == [["en", "team building"]]


def test_the_tab_key_stops_at_everything_and_shows_where_it_is(walked: tuple[Facts, Facts, Path]) -> None:
    facts, values, _ = walked
    sentences = sum(len(article["sentences"]) for article in values["articles"])
    heard = [stop for stop in facts["stops"] if stop["name"].startswith("Écouter")]
    assert len(heard) == sentences + 2 * len(values["doubtful"])  # of each doubt the sentence, and the words alone
    assert facts["missed"] == []
    assert [stop["tag"] for stop in facts["stops"][:2]] == ["A", "A"]  # to the doubts, and past them
    assert [stop for stop in facts["stops"] if stop["outline"] < 2 or not stop["uncovered"]] == []
    assert [
        stop for stop in facts["stops"] if stop["tag"] == "BUTTON" and min(stop["height"], stop["width"]) < 44
    ] == []


def test_a_key_plays_the_sentence_from_its_start_to_its_end(walked: tuple[Facts, Facts, Path]) -> None:
    facts, values, _ = walked
    every = [sentence for article in values["articles"] for sentence in article["sentences"]]
    assert [play["key"] for play in facts["plays"]] == ["Enter", "Space", "Enter"]
    assert len({play["sentence"] for play in facts["plays"]}) == 3
    for play in facts["plays"]:
        found = [s for s in every if " ".join(s["text"].split()) == " ".join(play["sentence"].split())]
        assert len(found) == 1
        assert play["source"].endswith(found[0]["audio"].removeprefix(".."))
        assert (play["label"], play["after"]) == ("Arrêter", "Écouter")
        ends_before = [s["end"] for s in every if s["audio"] == found[0]["audio"] and s["end"] <= found[0]["start"]]
        assert max(found[0]["start"] - BEGIN, *ends_before, 0) <= play["begins"][0] <= found[0]["start"] + END
        assert found[0]["end"] <= play["ends"][-1] <= found[0]["end"] + END


def test_one_sentence_at_a_time_and_the_same_key_stops_it(walked: tuple[Facts, Facts, Path]) -> None:
    facts, _, _ = walked
    assert facts["switched"] == ["Écouter", "Arrêter"]
    assert facts["stopped"] == ["Écouter", True]


def test_a_missing_sound_is_told(walked: tuple[Facts, Facts, Path]) -> None:
    facts, _, _ = walked
    assert facts["mute"].startswith("Le son de cette phrase est introuvable")


def test_print_keeps_the_text_and_leaves_the_controls(walked: tuple[Facts, Facts, Path]) -> None:
    facts, _, _ = walked
    assert facts["print"] == {"shown": 0, "ink": "rgb(0, 0, 0)", "paper": "rgb(255, 255, 255)"}


def test_the_copied_lines_settle_the_doubts(walked: tuple[Facts, Facts, Path], tmp_path: Path) -> None:
    facts, values, articles = walked
    *cards, whole, refused = facts["copies"]
    assert len(cards) == len({(d["written"], d["spoken"]) for d in values["doubtful"]}) == 4
    assert all(copy["kept"] and copy["text"].endswith("\n") for copy in facts["copies"])
    assert whole["said"] == f"{whole['text'].count(chr(10))} lignes copiées."
    assert refused["text"] in whole["text"]
    now = {(d["article"], d["id"], d["at"]): d["spoken"] for d in values["doubtful"]}
    for lines, same in (("".join(copy["text"] for copy in cards), False), (whole["text"], True)):
        after = rebuilt(articles, lines, tmp_path / str(same))
        assert after["doubtful"] == []
        said = {
            (article["slug"], sentence["id"], reading["at"]): reading["spoken"]
            for article in after["articles"]
            for sentence in article["sentences"]
            for reading in sentence["readings"]
            if reading["rule"] == "lexicon"
        }
        settled = {place: said[place] for place in now}  # a line holds wherever its word stands, in doubt or not
        assert (settled == now) is same


def rebuilt(articles: Path, lines: str, output: Path) -> Facts:
    """The report once these lines are in the edition's lexicon."""
    (articles / "lexicon.tsv").write_text(lines, encoding="utf-8")
    folder = build(Order((articles,), output, to=("mp3",), voice="tone", jobs=2)).folder
    values: Facts = json.loads((folder / "report" / "readings.json").read_text(encoding="utf-8"))
    return values
