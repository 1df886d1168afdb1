"""Times of words, bounds of a sentence's length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editions.audio import timing
from editions.model import Span
from editions.speech import Script

SCRIPT = Script("le maire parle", ((0, Span(10, 12)), (3, Span(13, 18)), (9, Span(19, 24))))


def test_the_voice_s_own_times_are_kept() -> None:
    words = timing.words(SCRIPT, ((0, 1000), (3, 2000), (9, 5000)), (990, 9000))
    assert words == [(10, 12, 1000, 2000), (13, 18, 2000, 5000), (19, 24, 5000, 9000)]


def test_without_times_words_are_spread_by_spoken_length() -> None:
    assert timing.words(SCRIPT, (), (1000, 2400)) == [
        (10, 12, 1000, 1300), (13, 18, 1300, 1900), (19, 24, 1900, 2400)
    ]  # fmt: skip


def test_a_word_that_the_voice_passes_over_lies_between_its_neighbours() -> None:
    words = timing.words(SCRIPT, ((0, 1000), (9, 5000)), (1000, 9000))
    assert 1000 < words[1][2] < 5000


@given(
    st.lists(st.tuples(st.integers(0, 14), st.integers(-500, 20_000)), max_size=6),
    st.integers(0, 5000),
    st.integers(1, 9000),
)
def test_word_times_are_ordered_and_inside_their_sentence(
    known: list[tuple[int, int]], start: int, length: int
) -> None:
    words = timing.words(SCRIPT, tuple(known), (start, start + length))
    times = [time for *_, first, last in words for time in (first, last)]
    assert times == sorted(times)
    assert start <= times[0]
    assert times[-1] == start + length


@pytest.mark.parametrize(
    "text, seconds, right",
    [
        ("Le conseil municipal a voté hier.", 2.0, True),
        ("Le conseil municipal a voté hier.", 0.3, False),
        ("Le conseil municipal a voté hier.", 60.0, False),
        ("50 €", 1.5, True),
        ("Non.", 0.3, True),
    ],
)
def test_a_sound_must_be_as_long_as_its_text_allows(text: str, seconds: float, right: bool) -> None:
    assert timing.plausible(text, seconds) is right
