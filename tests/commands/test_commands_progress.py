"""What is told while work goes on, and how long it may still take."""

import time

import pytest

from editions.commands._progress import Bar, Lines, in_words


@pytest.mark.parametrize(
    "seconds, words",
    [(0, "10 s"), (9.9, "10 s"), (31, "40 s"), (49, "50 s"), (55, "1 min"), (61, "2 min"), (3540, "59 min"),
     (3541, "1 h 00"), (7500, "2 h 05")],
)  # fmt: skip
def test_a_length_of_time_is_told_roughly(seconds: float, words: str) -> None:
    assert in_words(seconds) == words


def test_the_bar_tells_the_time_left_once_it_can_be_guessed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    now = 100.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    step = Bar().stage("Voix", 10)
    drawn = []
    for _ in range(10):
        now += 1.5
        step()
        drawn.append(capsys.readouterr().err.removeprefix("\r\x1b[K"))
    assert drawn[0] == "Voix         ███░░░░░░░░░░░░░░░░░░░░░░░░░░░ 1/10"
    assert drawn[1].endswith(" 2/10, encore 20 s")
    assert drawn[-1] == ""


def test_the_bar_is_not_drawn_for_every_step(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(time, "monotonic", lambda: 100.0)
    step = Bar().stage("Voix", 1000)
    for _ in range(999):
        step()
    assert capsys.readouterr().err.count("Voix") == 1


def test_a_line_takes_the_place_of_the_bar(capsys: pytest.CaptureFixture[str]) -> None:
    Bar().tell("Voix demandée")
    assert capsys.readouterr().err == "\r\x1b[KVoix demandée\n"


def test_in_a_log_lines_are_told_and_stages_are_not(capsys: pytest.CaptureFixture[str]) -> None:
    lines = Lines()
    step = lines.stage("Voix", 2)
    step()
    step()
    lines.tell("Google a renoncé\x1b[31m : espeak")
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == "Google a renoncé\ufffd[31m : espeak\n"
