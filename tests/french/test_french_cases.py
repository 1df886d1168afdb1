"""Every row of ``tests/french/**/*.tsv``: written, what may be said (separated by `` || ``), note.

The first form is the one we say; what is compared is what can be heard, so case, hyphens and punctuation do not
count, while a symbol left in the spoken line does. A file is named after its rule; what several rules have a hand in
is in ``phenomena/``.
"""

import unicodedata
from pathlib import Path

import pytest

from editions import french
from editions.model import Sentence, Span
from editions.tables import rows

FILES = sorted(path for path in Path(__file__).parent.rglob("*.tsv") if path.stem != "segmentation")
KEPT = set("%&#@*/\\§‰+=<>~$€£¥°^|\u2212")


def fold(text: str) -> str:
    """What is left to hear: letters, and the symbols that a voice would stumble over."""
    out = []
    for char in unicodedata.normalize("NFC", text).lower():
        category = unicodedata.category(char)
        if char in KEPT:
            out.append(f" {char} ")
        elif char in "'’ʼ`´" or category[0] in "PZ" or category in ("Cc", "Cf"):
            out.append(" ")
        else:
            out.append(char)
    return " ".join("".join(out).split())


def spoken(text: str) -> str:
    """The line we say for a written one."""
    return "".join(french.read(Sentence("s", text, Span(span.start, span.end))).text for span in french.segment(text))


def cases() -> list[object]:
    """All rows, named after file and line."""
    return [
        pytest.param(cells[0], cells[1], id=f"{path.stem}:{number}")
        for path in FILES
        for number, cells in rows(path.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize("written, accepted", cases())
def test_written_is_spoken(written: str, accepted: str) -> None:
    assert fold(spoken(written)) in [fold(form) for form in accepted.split("||")], spoken(written)


def test_there_are_cases() -> None:
    assert FILES
