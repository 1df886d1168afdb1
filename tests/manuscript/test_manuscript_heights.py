"""What raised and lowered figures mean, in any format; and what stays as it is."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editions.manuscript.heights import meant, silenced
from editions.manuscript.pieces import Piece
from editions.model.runs import Lowered, NoteCall, Raised, Run, Span
from editions.tables import rows

CASES = [cells for _, cells in rows((Path(__file__).parent / "heights.tsv").read_text(encoding="utf-8"))]
KINDS: dict[str, type[Raised] | type[Lowered]] = {"^": Raised, "_": Lowered}


def piece(written: str) -> Piece:
    """``10^{6}`` as a piece with its runs."""
    text, runs = "", list[Run]()
    for part in re.split(r"([\^_]\{[^}]*\})", written):
        if part[1:2] == "{":
            runs.append(KINDS[part[0]](Span(len(text), len(text) + len(part) - 3)))
            part = part[2:-1]
        text += part
    return Piece("paragraph", text, runs=tuple(runs))


def written(made: Piece) -> str:
    """The piece as the table writes it."""
    signs = {Raised: "^", Lowered: "_"}
    text, heights = made.text, [run for run in made.runs if type(run) in signs or isinstance(run, NoteCall)]
    for run in sorted(heights, key=lambda run: run.span.start, reverse=True):
        start, end = run.span.start, run.span.end
        if isinstance(run, NoteCall):
            text = f"{text[:end]}!{text[end:]}"
            continue
        text = f"{text[:start]}{signs[type(run)]}{{{text[start:end]}}}{text[end:]}"
    return text


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0])
def test_each_height_is_told_by_its_meaning(case: list[str]) -> None:
    assert written(silenced(meant([piece(case[0])]))[0]).replace("\u00a0", " ") == case[1]


def test_a_note_below_is_called() -> None:
    found = meant([piece("Depuis 2024^{1}, 300 barques^{2}."), piece("^{1} Source : 10^{6}."), piece("^{2}Autre.")])
    assert [written(one) for one in found] == ["Depuis 2024[1], 300 barques[2].", "[1] Source : 10⁶.", "[2] Autre."]


def test_a_raised_number_that_nothing_calls_is_no_note() -> None:
    assert [written(one) for one in meant([piece("Un mot."), piece("^{1} Un autre.")])] == ["Un mot.", "^{1} Un autre."]


def test_code_and_known_calls_are_left_alone() -> None:
    call = Piece("paragraph", "Le lac[3] dort.", runs=(NoteCall(Span(6, 9), "footnote-3"), Raised(Span(6, 9))))
    code = Piece("code", "x² = 3", runs=())
    assert meant([code])[0] is code
    assert [type(run) for run in meant([call])[0].runs] == [NoteCall]


@given(
    st.lists(st.sampled_from(["10", "lac", " ", "^{1}", "^{12}", "^{e}", "_{2}", "²", "m", ".", "/", "x", "\u00a0%"]))
)
def test_no_word_is_lost_and_no_figure_joins_another(parts: list[str]) -> None:
    before = piece("A " + "".join(parts))
    after = meant([before])[0]
    assert [c for c in before.text if c.isalpha()] == [c for c in after.text if c.isalpha()]
    assert all(0 <= run.span.start < run.span.end <= len(after.text) for run in after.runs)
    for place in raised_starts(after):
        assert not (after.text[place - 1].isdigit() and after.text[place].isdigit())


def raised_starts(made: Piece) -> list[int]:
    """Where what is raised begins, but not where it only goes on."""
    spans = [run.span for run in made.runs if isinstance(run, Raised)]
    return [span.start for span in spans if not any(span.start == other.end for other in spans)]
