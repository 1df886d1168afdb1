"""Formats that are not asked for: kept as they are, and marked when they are no longer of the text."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from editions import pipeline
from tests.builds import FAIR, build, digests, written


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An edition of two articles."""
    return written(tmp_path / "val", 'title = "Le Courrier"\npublisher = "Le Courrier du Val"\ndate = 2025-03-04\n')


def outputs(folder: Path) -> dict[str, dict[str, object]]:
    """What ``edition.json`` says of each output."""
    told: dict[str, dict[str, object]] = json.loads((folder / "edition.json").read_text(encoding="utf-8"))["outputs"]
    return told


def test_one_format_alone_keeps_the_others_as_they_are_while_the_text_is_the_same(folder: Path, tmp_path: Path) -> None:
    build(folder, output=tmp_path / "out")
    before = digests(tmp_path / "out" / "val")
    built = build(folder, output=tmp_path / "out", to=("pdf",))
    assert built.outdated == ()
    assert digests(tmp_path / "out" / "val") == before


def test_what_is_not_asked_for_is_kept_and_marked_when_the_text_has_changed(folder: Path, tmp_path: Path) -> None:
    build(folder, output=tmp_path / "out")
    before = digests(tmp_path / "out" / "val")
    (folder / "02-foire.txt").write_text(FAIR.replace("samedi", "dimanche"), encoding="utf-8")
    built = build(folder, output=tmp_path / "out", to=("pdf",))
    after = digests(tmp_path / "out" / "val")
    changed = {name for name in before if after.get(name) != before[name]}
    assert changed == {
        "edition.json", "index.html", "print/large-print.pdf", "report/readings.html", "report/readings.json"
    }  # fmt: skip
    assert built.outdated == ("booklet", "captions", "daisy", "epub", "mp3", "podcast", "press", "web")
    assert [name for name, told in outputs(tmp_path / "out" / "val").items() if told["current"]] == [
        "front",
        "pdf",
        "report",
    ]
    whole = build(folder, output=tmp_path / "out")
    assert whole.outdated == ()
    assert all(told["current"] for told in outputs(tmp_path / "out" / "val").values())


def test_another_size_marks_the_files_that_still_have_the_old_one(folder: Path, tmp_path: Path) -> None:
    build(folder, output=tmp_path / "out")
    built = build(folder, output=tmp_path / "out", to=("pdf",), options={"print.size": 24.0})
    assert built.outdated == ("booklet", "press")


def test_other_pauses_mark_the_files_that_still_have_the_old_times(folder: Path, tmp_path: Path) -> None:
    build(folder, output=tmp_path / "out")
    built = build(folder, output=tmp_path / "out", to=("mp3",), options={"audio.pause_sentence": 1.0})
    assert built.outdated == ("captions", "daisy", "epub", "podcast", "web")


def test_another_voice_marks_the_files_in_which_the_first_one_speaks(folder: Path, tmp_path: Path) -> None:
    build(folder, output=tmp_path / "out")
    order = pipeline.Order((folder,), tmp_path / "out", ("captions",), voice="tone:grave")
    assert pipeline.build(order).outdated == ("daisy", "epub", "mp3", "podcast", "web")
    assert "audio" not in report(tmp_path / "out" / "val")["articles"][0]["sentences"][0]


def report(folder: Path) -> dict[str, Any]:
    values: dict[str, Any] = json.loads((folder / "report" / "readings.json").read_text(encoding="utf-8"))
    return values


def test_the_report_plays_only_the_files_that_are_there(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out" / "val"
    build(folder, output=tmp_path / "out", to=("captions",))
    assert not any("audio" in sentence for article in report(out)["articles"] for sentence in article["sentences"])
    assert ".mp3" not in (out / "report" / "readings.html").read_text(encoding="utf-8")
    build(folder, output=tmp_path / "out", to=("mp3",))
    heard = [
        sentence for article in report(out)["articles"] for sentence in article["sentences"] if "audio" in sentence
    ]
    assert heard
    assert all((out / "report" / sentence["audio"]).is_file() for sentence in heard)
    build(folder, output=tmp_path / "out", to=("captions",))
    assert any("audio" in sentence for article in report(out)["articles"] for sentence in article["sentences"])


def test_the_command_names_what_is_outdated_and_how_to_renew_it(folder: Path, tmp_path: Path) -> None:
    def run(*more: str) -> str:
        command = [sys.executable, "-m", "editions", "build", "val", "--voice", "tone", *more]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        return done.stderr

    run("--to", "pdf,press")
    (folder / "02-foire.txt").write_text(FAIR.replace("samedi", "dimanche"), encoding="utf-8")
    (line,) = [line for line in run("--to", "pdf").splitlines() if "plus à jour" in line]
    assert line.endswith("editions build val --to press")
