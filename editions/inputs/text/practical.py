"""The box that says when, where and for how much: « Pratique », then a day and its hour, a place, « Dès 8 € ».

Its day is no date of the article, and its price is no offer of the site.
"""

from collections.abc import Sequence
from dataclasses import replace

from editions.inputs.text.sorting import Line, Sort
from editions.manuscript import dateline
from editions.manuscript.furniture import LIKELY, SURE

_HEADS: tuple[Sort, ...] = ("box", "question", "colon")
_INSIDE: tuple[Sort, ...] = ("date", "day", "short", "head", "datum", "hour", "furniture", "speech")
_LONGEST = 6
"""Lines of such a box."""


def boxes(found: list[Line]) -> None:
    """The lines of such boxes below text are text; those that say nothing of the kind are left as they are."""
    begun = next((index for index, line in enumerate(found) if line.sort == "prose"), len(found))
    for index in range(begun + 1, len(found)):
        if found[index].sort in _HEADS:
            for place in _told(found, index):
                found[place] = replace(found[place], sort="prose", confidence=SURE)


def _told(found: Sequence[Line], head: int) -> range:
    """The lines below a head, to the last that says when or for how much."""
    end = last = head + 1
    while end < len(found) and end - head <= _LONGEST and _may_be_inside(found[end]):
        last = end + 1 if _says_when(found[end]) or _says_price(found[end]) else last
        end += 1
        if found[end - 1].unit.closes and not found[end - 1].unit.opens:
            break
    return range(head + 1, last)


def _may_be_inside(line: Line) -> bool:
    return line.sort in _INSIDE and not line.is_furniture and line.unit.shape == "line"


def _says_when(line: Line) -> bool:
    """« Samedi 6 décembre à 20 h 30 »: a day, then an hour, and not that it was published."""
    return line.sort in ("date", "day") and dateline.is_of_an_event(line.text)


def _says_price(line: Line) -> bool:
    return line.sort in ("furniture", "speech") and line.confidence <= LIKELY and "€" in line.text
