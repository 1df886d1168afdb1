"""Sizes and durations as people say them."""

import pytest

from editions import downloads


@pytest.mark.parametrize(
    ("size", "seconds", "said"),
    [
        (1, 0, "1 ko"), (340_400, 0, "340 ko"), (999_600, 0, "1000 ko"), (12_650_000, 1560, "12,7 Mo, 26 minutes"),
        (None, 1.2, "1 seconde"), (None, 45, "45 secondes"), (None, 59.7, "1 minute"), (None, 3_900, "1 h 05"),
        (None, 0, ""),
    ],
)  # fmt: skip
def test_size_and_duration(size: int | None, seconds: float, said: str) -> None:
    assert downloads.told(size, seconds).replace("\u00a0", " ") == said
