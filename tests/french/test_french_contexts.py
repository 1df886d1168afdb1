"""What is said of a written form does not depend on the sentence around it: comma, full stop, quotes, curly apostrophe.

Every row of the tables of cases is read again inside other text.
"""

import re
from pathlib import Path

import pytest

from editions import french
from editions.french.typography import typeset
from editions.model import Sentence
from editions.tables import rows

FOLDER = Path(__file__).parent
WHOLE = {"alone", "capitals", "dense_lines", "pages", "punctuation", "segmentation"}
"""Tables about whole lines, or about what stands around."""
FILES = sorted(path for path in FOLDER.rglob("*.tsv") if path.stem not in WHOLE)
KEPT = set("%&#@*/\\§‰+=<>~$€£¥°^|\u2212")
AROUND = {
    "comma": ("Bref, ", ", et puis rien."),
    "quotes": ("« ", " »"),
    "middle": ("Hier on lisait ici ", " dans le journal."),
}
AT_START = re.compile(r"PS :|IV –|[0-9]{2}\.[0-9]{2} [«A-ZÉ]")
"""Read so only at the start of a line: a postscript, a heading, a television grid."""


def fold(text: str) -> str:
    """Letters, and the signs that a voice would stumble over."""
    kept = (char if char.isalnum() else f" {char} " if char in KEPT else " " for char in text.lower())
    return " ".join("".join(kept).split())


def spoken(text: str) -> str:
    """The line we say."""
    return "".join(french.read(Sentence("s", text, span)).text for span in french.segment(text))


def cases(path: Path) -> list[tuple[str, list[str]]]:
    """Written forms that are not sentences of their own, with what may be said."""
    found = []
    for _, cells in rows(path.read_text(encoding="utf-8")):
        sentence = cells[0][0].isupper() and cells[0][-1] in ".!?…»)"
        if not sentence and not AT_START.match(cells[0]):
            found.append((cells[0], cells[1].split(" || ")))
    return found


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_inside_a_sentence(path: Path, around: str) -> None:
    before, after = AROUND[around]
    wrong = []
    for written, forms in cases(path):
        said = spoken(before + written + after)
        if fold(said) not in [fold(before + form + after) for form in forms]:
            wrong.append(f"{written!r} said {said!r}")
    assert wrong == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_typeset_or_raw(path: Path) -> None:
    wrong = [
        written
        for written, forms in cases(path)
        if fold(spoken(typeset(written))) not in [fold(form) for form in forms]
    ]
    assert wrong == []
