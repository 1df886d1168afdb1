"""Documents in which each line of a page is a paragraph."""

import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editions.articles import article
from editions.manuscript.pieces import Nest, Piece
from editions.manuscript.rejoined import rejoined
from editions.model import Finding
from editions.model.runs import Link, Span, Strong

TEXT = (
    "La rivière a monté de deux mètres dans la nuit de lundi à mardi, et les habitants du bas quartier ont quitté "
    "leurs maisons avant l'aube, sous la pluie. Les pompiers ont mené quarante interventions dans la commune. Le "
    "maire a ouvert le gymnase aux sinistrés, qui y passeront la nuit."
)
LINES = textwrap.wrap(TEXT, 64)


def whole(pieces: list[Piece]) -> list[str]:
    return [piece.text for piece in rejoined(pieces, "crue.docx", lambda finding: None)]


def test_lines_of_a_page_are_a_paragraph() -> None:
    heading = Piece("heading", "Le gymnase est ouvert")
    pieces = [Piece("paragraph", line) for line in LINES]
    assert whole([*pieces, heading, *pieces]) == [TEXT, heading.text, TEXT]


def test_a_cut_word_is_whole_and_told() -> None:
    lines = [*LINES, "Le syndicat a voté hier soir la restau-", "ration de la digue."]
    heard: list[Finding] = []
    *_, last = rejoined([Piece("paragraph", line) for line in lines], "crue.docx", heard.append)
    assert last.text.endswith("hier soir la restauration de la digue.")
    assert ["restauration" in finding.message for finding in heard] == [True]


@pytest.mark.parametrize("known, place", [(True, f"crue.html:{len(LINES) + 1}"), (False, "crue.html")])
def test_a_word_that_may_be_a_compound_is_named_where_it_was_cut(known: bool, place: str) -> None:
    lines = [*LINES, "Le syndicat a voté hier soir la pomme-", "ville de la digue, et la restau-", "ration du pont."]
    pieces = [Piece("paragraph", line, line=number if known else 0) for number, line in enumerate(lines, 1)]
    heard: list[Finding] = []
    list(rejoined(pieces, "crue.html", heard.append))
    assert [finding.place for finding in heard if finding.code == "text-hyphen"] == [place]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(("Deux œufs", "un peu de lait", "du sel"), id="list"),
        pytest.param(("sous le pont de la gare coule une rivière lente", "et les enfants la suivent."), id="verses"),
        pytest.param((TEXT, "Le maire a ouvert le gymnase.", TEXT), id="paragraphs"),
        pytest.param((TEXT, "Jean Durand, correspondant à Rance", "avec agences"), id="byline"),
    ],
)
def test_paragraphs_that_are_whole_stay(lines: tuple[str, ...]) -> None:
    assert whole([Piece("paragraph", line) for line in lines]) == list(lines)


def test_what_stands_elsewhere_stays_apart() -> None:
    nest = Nest()
    outside = [Piece("paragraph", line) for line in LINES[:-1]]
    nest.open("quotation")
    inside = Piece("paragraph", LINES[-1], within=nest.within)
    assert whole([*outside, inside]) == [" ".join(LINES[:-1]), LINES[-1]]


def test_bold_goes_on_and_links_stay_where_they_are() -> None:
    bold = [Piece("paragraph", line, runs=(Strong(Span(0, len(line))),)) for line in LINES]
    found = list(rejoined(bold, "crue.docx", lambda finding: None))
    assert found == [Piece("paragraph", TEXT, runs=(Strong(Span(0, len(TEXT))),))]
    at = LINES[1].index("quartier")
    linked = Piece("paragraph", LINES[1], runs=(Link(Span(at, at + 8), "https://example.org/"),))
    pieces = [*(Piece("paragraph", line) for line in LINES[:1]), linked, *(Piece("paragraph", x) for x in LINES[2:])]
    (piece,) = rejoined(pieces, "crue.docx", lambda finding: None)
    assert [piece.text[run.span.start : run.span.end] for run in piece.runs] == ["quartier"]


def test_a_page_copied_onto_a_site(tmp_path: Path) -> None:
    path = tmp_path / "crue.html"
    paragraphs = "".join(f"<p>{line}</p>" for line in LINES)
    path.write_text(f"<article><h1>La crue</h1>{paragraphs}</article>", encoding="utf-8")
    found = [block.text for block in article(path).blocks if block.kind == "paragraph"]
    assert found == [TEXT]


@given(st.lists(st.sampled_from([*LINES, "restau-", "ration", "- a", "1. b", "Un", "«", "d-", "12"]), max_size=9))
def test_no_letter_is_lost_and_runs_lie_inside(lines: list[str]) -> None:
    pieces = [Piece("paragraph", line, runs=(Strong(Span(0, len(line))),)) for line in lines]
    found = list(rejoined(pieces, "crue.docx", lambda finding: None))
    letters = [character for piece in found for character in piece.text if character.isalnum()]
    assert letters == [character for line in lines for character in line if character.isalnum()]
    assert all(0 <= run.span.start < run.span.end <= len(piece.text) for piece in found for run in piece.runs)
