"""Words after a pause are told where the silence ends."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from editions.voices.kokoro.onsets import FARTHEST, after_mark, heard, pauses
from editions.voices.kokoro.sounds import Piece

RATE = 24_000
TENTH = RATE // 10


def sound(*tenths: float) -> np.ndarray:
    """A level for each tenth of a second."""
    return np.repeat(np.array(tenths, np.float32), TENTH) * np.tile([1, -1], len(tenths) * TENTH // 2).astype(
        np.float32
    )


SPEECH = sound(0, 0.5, 0.4, 0, 0, 0.6, 0.5, 0)
CLOSURE = np.concatenate([sound(0.5), np.zeros(RATE // 40, np.float32), sound(0.5)])


def test_the_pauses_of_a_piece_are_those_before_sound() -> None:
    assert pauses(SPEECH, RATE) == [(0, TENTH), (3 * TENTH, 5 * TENTH)]
    assert pauses(CLOSURE, RATE) == []
    assert pauses(np.zeros(TENTH, np.float32), RATE) == []
    assert pauses(np.zeros(0, np.float32), RATE) == []


@pytest.mark.parametrize("told, moved", [(4.4, 5), (5.6, 5), (0.5, 1), (7, 7), (6.9, 6.9)])
def test_a_word_begins_with_its_sound(told: float, moved: float) -> None:
    """In tenths of a second; where there is no pause the model is believed."""
    assert heard(round(told * TENTH), pauses(SPEECH, RATE), RATE) == round(moved * TENTH)


@given(st.lists(st.tuples(st.integers(0, 90_000), st.integers(0, 9_000))), st.integers(0, 99_000))
def test_no_word_goes_far(found: list[tuple[int, int]], start: int) -> None:
    silences = [(first, first + length) for first, length in found]
    assert abs(heard(start, silences, RATE) - start) <= FARTHEST * RATE


@pytest.mark.parametrize("sounds, place, after", [
    ("wˈi", 0, True), ("wˈi, nˈɔ̃", 5, True), ("wˈi “nˈɔ̃”", 5, True), ("wˈi — nˈɔ̃", 6, True), ("a votˈe", 2, False),
])  # fmt: skip
def test_pauses_follow_marks(sounds: str, place: int, after: bool) -> None:
    assert after_mark(Piece(sounds), place) is after
