"""Pauses grow after what is heard faster than it is read, and after nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editions.audio.breath import READ, Breath, written
from editions.model import Span
from editions.speech import Script

lines = st.lists(
    st.tuples(st.integers(0, 400), st.floats(0, 30), st.sampled_from([0.0, 0.2, 0.45, 0.75, 2.0])), max_size=12
)


def after(said: list[tuple[int, float, float]], most: float = 0.7) -> list[float]:
    breath = Breath([characters for characters, _, _ in said], 0.45, most)
    return [breath.after(number, heard, pause) for number, (_, heard, pause) in enumerate(said)]


@given(lines)
def test_no_pause_is_shorter_none_grows_by_more_than_allowed_short_ones_stay(
    said: list[tuple[int, float, float]],
) -> None:
    for made, (_, _, pause) in zip(after(said), said, strict=True):
        assert pause <= made <= pause + 0.7 + 1e-9
        assert made == pause or pause >= 0.45
    assert after(said, most=0) == [pause for _, _, pause in said]


def test_what_is_slow_enough_stays_as_it_is() -> None:
    assert after([(84, 5.0, 0.45), (168, 9.6, 0.45)]) == [0.45, 0.45]


def test_what_a_sentence_leaves_behind_is_made_up_for_in_the_pauses_after_it() -> None:
    long = (round(10 * READ), 8.5, 0.45)  # a second behind
    easy = (round(2 * READ), 2.0, 0.45)
    assert after([long, easy, easy, easy]) == pytest.approx([1.15, 0.45, 0.45, 0.45], abs=0.05)
    assert after([long, long, easy, easy]) == pytest.approx([1.15, 1.15, 0.75, 0.45], abs=0.1)


def test_a_pause_inside_a_sentence_is_left_alone_and_paid_for_later() -> None:
    first, second = (round(5 * READ), 4.4, 0.0), (round(5 * READ), 4.4, 0.45)
    assert after([first, second]) == pytest.approx([0.0, 0.45 + 0.7], abs=0.06)


def test_characters_are_those_of_the_article_not_those_that_are_said() -> None:
    assert written(Script("cent vingt euros", ((0, Span(10, 15)),))) == 6
    assert written(Script("Fin de l'édition")) == 0
