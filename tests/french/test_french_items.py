"""Items of pages, with what their writer accepts: only they are looked at, not the sentence around."""

from pathlib import Path

import pytest

from editions import french
from editions.model import Sentence
from editions.speech import PLAIN, Reading
from tests.french.test_french_cases import fold

FILES = sorted((Path(__file__).parent / "press").glob("*.txt"))


def sentences() -> list[list[str]]:
    """Sentence, then ``written => said``."""
    lines = [line for file in FILES for line in file.read_text(encoding="utf-8").splitlines()]
    return [line.split("\t") for line in lines if not line.startswith("#")]


def said_of(item: str, text: str) -> list[str]:
    """What is said of an item wherever it stands in a text."""
    found, place = [], text.find(item)
    while place >= 0:
        found.append(said_between(place, place + len(item), text))
        place = text.find(item, place + 1)
    return found


def said_between(start: int, end: int, text: str) -> str:
    readings = [r for span in french.segment(text) for r in french.read(Sentence("s", text, span)).readings]
    return "".join(part_of(r, start, end) for r in readings if r.span.start < end and r.span.end > start)


def part_of(reading: Reading, start: int, end: int) -> str:
    """What stands for itself may be cut; any other reading is whole."""
    if reading.rule != PLAIN:
        return reading.spoken
    return reading.spoken[max(0, start - reading.span.start) : end - reading.span.start]


@pytest.mark.parametrize("text, items", [(text, items) for text, *items in sentences()])
def test_items_are_said_as_their_writer_accepts(text: str, items: list[str]) -> None:
    for item in items:
        written, _, said = item.partition(" => ")
        assert fold(said) in [fold(form) for form in said_of(written, text)], written


def test_there_are_items() -> None:
    assert sum(len(items) for _, *items in sentences()) > 3500
