"""The list of its own crossheads that a page has above its text: « Sommaire », then each of them, as links.

Sommaire / 1. Qui est concerné / 2. Où aller / (lede) / Qui est concerné ? / …     # the first three are furniture
"""

import re
from collections.abc import Sequence

from editions.inputs.text.foot import sure
from editions.inputs.text.sorting import Line
from editions.manuscript import furniture
from editions.manuscript.words import folded

_LETTERS = re.compile(r"[^\W\d_]+")
_LONGEST = 130
_FEWEST = 2
"""Lines that are said again: one alone may be a title and a crosshead."""


def contents(found: list[Line]) -> None:
    """What lists the crossheads of the article is furniture, with the label above it."""
    last = {_key(line): index for index, line in enumerate(found)}
    index = 0
    while index < len(found):
        end = index
        while end < len(found) and _is_said_again(found, end, last):
            end += 1
        if end - index >= _FEWEST:
            begun = index - 1 if index and furniture.is_one_of(found[index - 1].text, "contents") else index
            found[begun:end] = map(sure, found[begun:end])
        index = end + 1


def _is_said_again(found: Sequence[Line], index: int, last: dict[str, int]) -> bool:
    """Whether a line stands once more further below, with text right behind it there."""
    line, again = found[index], last[_key(found[index])]
    few = len(_key(line)) > 0 and len(line.text) <= _LONGEST and not line.text.endswith((".", ","))
    return (
        few and index + 1 < again < len(found) - 1 and found[again].unit.shape == "line" and found[again + 1].is_prose
    )


def _key(line: Line) -> str:
    return " ".join(_LETTERS.findall(folded(line.text)))
