"""Short forms with their words, where nothing else can be meant."""

import pytest

from editions.articles import sentence_ends
from editions.french import short_forms
from editions.model import Block


def expanded(text: str) -> dict[str, str]:
    block = Block("b", "paragraph", text, sentence_ends(text))
    return {text[span.start : span.end]: words for span, words in short_forms.expanded(block)}


@pytest.mark.parametrize(
    "text, expected",
    [
        ("M. Roy et Mme Lenoir sont là.", {"M.": "monsieur", "Mme": "madame"}),
        ("Le Dr Lenoir, p.\u00a0ex., est venu.", {"Dr": "docteur", "p.\u00a0ex.": "par exemple"}),
        ("Venez mardi, svp. Mgr Roy aussi.", {"svp": "s'il vous plaît", "Mgr": "monseigneur"}),
    ],
)
def test_what_they_stand_for(text: str, expected: dict[str, str]) -> None:
    assert expanded(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "On a lu 12 p. de trop.",
        "Le prix : 3 M. de plus.",
        "Voir art.fr et max@art.fr.",
        "Des vaches dans les prés. Elles mangent.",
        "Rien à dire de plus.",
    ],
)
def test_what_may_be_something_else_is_left_alone(text: str) -> None:
    assert expanded(text) == {}
