"""What the listener hears, as plain values."""

from hypothesis import given
from hypothesis import strategies as st

from editions.model import Span
from editions.speech import WordCues


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 5)), max_size=12), st.integers(0, 40), st.integers(1, 9))
def test_a_stretch_is_heard_from_the_first_to_the_last_of_its_words(
    words: list[tuple[int, int]], start: int, length: int
) -> None:
    numbers, at = [], 0
    for number, (gap, letters) in enumerate(words):
        numbers += [at + gap, at + gap + letters, 100 * number, 100 * number + 50]
        at += gap + letters
    cues, span = WordCues(numbers), Span(start, start + length)
    found = [word for word in cues if word.span.overlaps(span)]
    assert cues.heard(span) == ((found[0].start, found[-1].end) if found else None)
