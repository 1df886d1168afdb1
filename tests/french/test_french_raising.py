"""Letters that French raises behind the figures of an ordinal."""

import pytest

from editions.french.raising import raised


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("le 1er et le 88e", ["er", "e"]),
        ("Ier, IIe, XVIIIe, IInd, Xe", ["er", "e", "e", "nd", "e"]),
        ("François Ier et les XXes", ["er", "es"]),
        ("Vers 4 h 20, il dort", []),
        ("Les vers de Xes", ["es"]),
        ("Le Ver luisant", []),
    ],
)
def test_letters_of_ordinals(text: str, expected: list[str]) -> None:
    assert [text[span.start : span.end] for span in raised(text)] == expected
