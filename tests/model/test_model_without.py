"""A text without some stretches, and the way back."""

from hypothesis import given
from hypothesis import strategies as st

from editions.model import Span
from editions.model.runs import NoteCall
from editions.model.without import Without, uncalled


def test_what_is_left_knows_its_places_in_the_whole() -> None:
    short = Without("En 2024[3] et [4]après", [Span(7, 10), Span(14, 17)])
    assert short.text == "En 2024 et après"
    assert (short.ends(7), short.starts(7)) == (7, 10)
    assert (short.ends(11), short.starts(11)) == (14, 17)
    assert short.rest(8) == short.rest(10) == 7
    assert short.holes(0, 16) == [7, 11]
    assert short.holes(0, 7) == short.holes(11, 16) == []


@given(st.text("ab[1] ", max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 6)), max_size=5))
def test_every_letter_is_left_or_left_out(text: str, places: list[tuple[int, int]]) -> None:
    spans = [Span(min(at, len(text)), min(at + length, len(text))) for at, length in places]
    short = Without(text, spans)
    kept = [at for at in range(len(text)) if not any(span.start <= at < span.end for span in spans)]
    assert short.text == "".join(text[at] for at in kept)
    assert [short.starts(place) for place in range(len(short.text))] == kept
    assert [short.ends(place + 1) for place in range(len(short.text))] == [at + 1 for at in kept]
    assert [short.rest(at) for at in kept] == list(range(len(kept)))


def test_a_call_goes_with_the_blank_before_it() -> None:
    assert uncalled("Le maire [1] parle", [NoteCall(Span(9, 12), "1")]) == "Le maire parle"
    assert uncalled("[1] parle", [NoteCall(Span(0, 3), "1")]) == " parle"
    assert uncalled("Le maire", []) == "Le maire"
