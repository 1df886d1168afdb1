"""Four parsers that players are made of read the captions without complaint, and find in them what was written."""

import json
import subprocess
from collections.abc import Callable
from html import unescape
from importlib.util import find_spec
from pathlib import Path

import pytest

from editions.outputs import captions
from editions.outputs.captions import notations, words
from editions.outputs.captions.pacing import Caption
from editions.settings import Settings
from tests.conftest import missing
from tests.spoken_articles import article, narrated, publication, studio

PARAGRAPHS = (
    "Le conseil a voté. Le maire a salué « un vote historique ». R&D < 3 %. AT&T --> la suite. 2026",
    "Le texte <b>gras</b> {\\an8} et {b} la fin de cette phrase assez longue pour deux lignes au moins. 12",
)
PARSERS = ("node-webvtt", "webvtt-parser", "subtitle")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, list[Caption]]:
    folder = tmp_path_factory.mktemp("captions")
    spoke = article("a", *PARAGRAPHS, title="Crue : l’été")
    recording = narrated(studio(folder / "c", folder / "w"), [spoke])["a"].recording
    made = captions.render(publication([spoke], {"a": recording}), folder / "out", Settings())
    names = ("01-a.vtt", "01-a.srt", "edition.vtt", "edition.srt")
    assert [path.relative_to(folder / "out").as_posix() for path in made] == [f"captions/{name}" for name in names]
    return made[0], made[1], captions.captions(words.texts(spoke[0]), recording.timeline)


def test_javascript_parsers(files: tuple[Path, Path, list[Caption]], tool: Callable[[str], str]) -> None:
    vtt, srt, expected = files
    node = tool("node")
    if subprocess.run([node, "-e", f"{list(PARSERS)}.map(require.resolve)"], capture_output=True).returncode:
        missing(f"Node.js does not find {', '.join(PARSERS)}: install them by npm and set NODE_PATH")
    script = Path(__file__).with_name("captions_in_players.cjs")
    run = subprocess.run([node, str(script), str(vtt), str(srt)], capture_output=True, text=True, encoding="utf-8")
    assert run.returncode == 0, run.stderr
    read = json.loads(run.stdout)
    assert read.pop("names") == [str(number) for number in range(1, len(expected) + 1)]
    for parser, cues in read.items():
        shown = _as_srt if parser == "subtitle, srt" else str
        expect = [[cue.start, cue.end, shown("\n".join(cue.lines))] for cue in expected]
        assert [[start, end, unescape(text)] for start, end, text in cues] == expect, parser


def test_pysubs2(files: tuple[Path, Path, list[Caption]]) -> None:
    if find_spec("pysubs2") is None:
        missing("pysubs2 is not installed: pip install pysubs2")
    import pysubs2

    vtt, srt, expected = files
    for path in (vtt, srt):
        shown = _as_srt if path == srt else str
        read = pysubs2.load(str(path), encoding="utf-8")
        assert [(line.start, line.end) for line in read] == [(cue.start, cue.end) for cue in expected]
        texts = [unescape(line.text).replace("\\N", "\n") for line in read]
        assert texts == [shown("\n".join(cue.lines)) for cue in expected]


def _as_srt(text: str) -> str:
    """What SubRip cannot show as written, by signs alike."""
    for written, shown in (("-->", "→"), ("<b>", "‹b>"), ("</b>", "‹/b>"), ("{\\an8}", "(\\an8)"), ("{b}", "(b)")):
        text = text.replace(written, shown)
    return text


def test_times_in_both_notations() -> None:
    assert notations.time(3_725_500, ".") == "01:02:05.500"
    assert notations.time(59_999, ",") == "00:00:59,999"


def test_no_header_and_plain_names(files: tuple[Path, Path, list[Caption]]) -> None:
    vtt, srt, expected = files
    assert vtt.read_text(encoding="utf-8").startswith("WEBVTT\n\n1\n00:00:00.2")
    assert srt.read_text(encoding="utf-8").startswith("1\n00:00:00,2")
    assert "\n\n\n" not in vtt.read_text(encoding="utf-8")
    assert len(expected) == 5
