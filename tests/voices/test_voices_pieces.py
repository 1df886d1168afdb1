"""A very long sentence is spoken in pieces: nothing of it is lost, its words keep their places."""

from hypothesis import given
from hypothesis import strategies as st

from editions.model import Span
from editions.speech import Script
from editions.voices import LONGEST_PIECE, SAYABLE, pieces


@given(st.lists(st.text("ab, .é", min_size=1, max_size=400), min_size=1, max_size=12).map(" ".join))
def test_pieces_are_the_script_without_what_cannot_be_said(text: str) -> None:
    anchors = tuple((place, Span(place, place + 1)) for place in range(0, len(text), 7))
    found = pieces(Script(text, anchors))
    assert all(len(part.text) <= LONGEST_PIECE and SAYABLE.search(part.text) for part in found)
    letters = [char for char in text if char.isalnum()]
    assert [char for part in found for char in part.text if char.isalnum()] == letters
    for part in found:
        assert all(text[span.start] == part.text[offset] for offset, span in part.anchors if offset)


def test_it_is_cut_behind_a_clause_when_there_is_one() -> None:
    text = "mot " * 180 + "fin, " + "mot " * 60
    assert pieces(Script(text))[0].text.endswith("fin, ")


def test_one_word_without_end_is_cut_too() -> None:
    assert [len(part.text) for part in pieces(Script("a" * 2000))] == [800, 800, 400]


def test_nothing_to_say_is_no_piece() -> None:
    assert pieces(Script("")) == ()
    assert pieces(Script("…")) == ()


def test_a_reading_longer_than_a_piece_goes_on_in_the_next() -> None:
    number = Span(10, 400)
    parts = pieces(Script("sept " * 400, ((0, number),)))
    assert len(parts) == 3
    assert [part.anchors for part in parts] == [((0, number),)] * 3
