"""The report plays only what is there, and a report that does not is found."""

from pathlib import Path

import pytest

from editions.checks import report
from editions.pipeline import Order, build


@pytest.fixture
def made(tmp_path: Path) -> Path:
    article = tmp_path / "une.txt"
    article.write_text("Un titre\n\nUne phrase de l'article, puis une autre.\n", encoding="utf-8")
    return build(Order((article,), tmp_path / "output", ("mp3",), voice="tone")).folder


def test_a_good_report_passes(made: Path) -> None:
    assert report.findings(made) == []


def test_a_sound_that_is_not_there_is_named_once(made: Path) -> None:
    next((made / "audio").glob("01-*.mp3")).unlink()
    (finding,) = report.findings(made)
    assert finding.code == "report-sound"
    assert "01-un-titre.mp3" in finding.message


@pytest.mark.parametrize("text", ["{", "[]", '{"articles": [{}]}'])
def test_a_broken_report_is_one_finding(made: Path, text: str) -> None:
    (made / "report" / "readings.json").write_text(text, encoding="utf-8")
    assert [finding.code for finding in report.findings(made)] == ["report-unreadable"]
