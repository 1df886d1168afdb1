"""Letters in another dress become ordinary ones in every format, and are named."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editions import tables
from editions.manuscript.characters import clean, cleaned, revealed
from editions.manuscript.compatibility import plain
from editions.model import Finding

CASES = [cells for _, cells in tables.rows((Path(__file__).parent / "letters.tsv").read_text(encoding="utf-8"))]


@pytest.mark.parametrize("cells", CASES, ids=[cells[1] for cells in CASES])
def test_letters(cells: list[str]) -> None:
    assert cleaned(cells[0]) == cells[1]


def test_they_are_named_with_their_lines() -> None:
    findings: list[Finding] = []
    assert clean("Le lac\nL'eﬀort\nﬁnal, eﬀet", "une.txt", findings.append) == "Le lac\nL'effort\nfinal, effet"
    (found,) = findings
    assert (found.code, found.place) == ("text-compatibility", "une.txt:2")
    assert found.message == "lettres d'un autre jeu écrites en lettres ordinaires (lignes 2, 3) : ﬀ → ff, ﬁ → fi"


def test_what_entities_hide_is_cleaned() -> None:
    assert revealed("1\u200b200\u00a0€, con\u00adseil, ﬁn, \x07") == "1200\u00a0€, conseil, fin, "


@given(st.text())
def test_plain_letters_stay_plain(text: str) -> None:
    once = unicodedata.normalize("NFC", plain(text))
    assert unicodedata.normalize("NFC", plain(once)) == once


@given(st.text(st.characters(max_codepoint=0x24F, exclude_characters="ĲĳŉſǄǅǆǇǈǉǊǋǌǱǲǳ")))
def test_the_letters_of_europe_stay(text: str) -> None:
    assert plain(text) == text
