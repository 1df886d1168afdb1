"""Which lines of a pasted page are crossheads: they open a group, and text that closes as prose follows them."""

import re

from editions.inputs.text import stacks
from editions.inputs.text.below import Below
from editions.inputs.text.captioning import SENTENCES
from editions.inputs.text.shapes import is_determined, is_quantity
from editions.inputs.text.sorting import Line, Sort
from editions.manuscript import roles
from editions.manuscript.addressed import asks
from editions.manuscript.words import has_verb

_LONGEST = 130
_SHORT = 60
"""Letters of a crosshead that is more than one sentence."""
_NUMBERED = re.compile(r"\d{1,3}\.\s")
HEADS: tuple[Sort, ...] = (
    "short", "head", "section", "outlet", "agency", "name", "box", "colon", "day", "rank", "question", "datum", "hour",
)  # fmt: skip
"""Sorts that a crosshead may have."""
_CLOSED: tuple[Sort, ...] = ("prose", "quote", "hour", "box", "caption")
"""Sorts of the lines below which a crosshead needs no blank line."""


def heads(below: Below, index: int, lede: int) -> bool:
    """Whether a line is a crosshead: it opens a group, and text that closes as prose follows it."""
    line = below.lines[index]
    after = index + 1
    while below.sort(after) in ("caption", "picture"):
        after += 1
    if stacks.has(below, index) or _is_day_of_agenda(below, index):
        return True
    if after >= len(below.lines) or not _may_head(below, index, line):
        return False
    following = below.lines[after]
    if line.sort == "datum":
        return False
    if following.sort == "datum" and line.sort in ("short", "question") and below.sort(after + 1) == "datum":
        return line.unit.opens and (below.sort(index - 1) in _CLOSED or below.told[-1:] == ["byline"])
    if _NUMBERED.match(line.text) and _NUMBERED.match(following.text):
        return False
    if line.text.isupper() and following.sort in ("short", "head", "name") and below.sort(after + 1) == "prose":
        return below.sort(index - 1) in ("prose", None) or line.unit.opens
    if line.sort == "hour":
        return following.is_prose or following.sort in HEADS[:2]
    if line.sort in ("box", "colon"):
        return line.sort == "box" or following.unit.shape != "item"
    counted = below.sort(index - 1) in ("colon", "datum") and not line.text[0].isalpha()
    if is_quantity(line.text) and (counted or _is_listed(below, index)):
        return False
    if is_quantity(following.text) and _is_listed(below, after):
        return True
    if not is_determined(line.text) and (_determined(below, index, 1, lede) or _determined(below, index, -1, lede)):
        return following.is_prose or _determined(below, index, 1, lede)
    announces = (
        following.sort == "colon" and after + 1 < len(below.lines) and below.lines[after + 1].unit.shape == "item"
    )
    if following.is_prose or following.sort == "picture" or announces or len(following.text) > 90:
        return not _is_one_of_many(below, index, lede)
    if _heads_a_list(below, index):
        return True
    return line.sort == "day" or (following.sort == "question" and following.unit.opens)


def _is_day_of_agenda(below: Below, index: int) -> bool:
    """Whether a day stands above text, as another one does: « Vendredi 6 décembre »."""
    days = [place for place, line in enumerate(below.lines) if line.sort == "day" and below.sort(place + 1) == "prose"]
    return index in days and len(days) > 1


def _heads_a_list(below: Below, index: int) -> bool:
    """Whether a few words below text stand above lines without stops: a list without bullets."""
    line, listed = below.lines[index], [below.sort(index + step) for step in (1, 2)]
    opens = line.sort in ("short", "question") and line.unit.opens and below.sort(index - 1) == "prose"
    return opens and all(sort in ("short", "head") for sort in listed)


def _may_head(below: Below, index: int, line: Line) -> bool:
    text = line.text
    if line.sort == "question" and len(text) > _SHORT and SENTENCES.search(text) and not asks(text):
        return False  # « Huit tables, des huîtres, du pain. Que demander de plus ? »
    opens = (
        line.unit.opens
        or line.sort in ("box", "colon")
        or below.sort(index - 1) in _CLOSED
        or _is_below_list(below, index)
    )
    if line.sort == "colon":
        return opens and len(text.split()) <= 6 and not has_verb(text)
    if line.sort == "hour":
        return opens and len(text) <= _LONGEST
    if line.sort in ("head", "question") and len(text) > 90:
        return opens and len(text) <= _LONGEST and roles.is_crosshead(text[:80].rstrip(",;:. "))
    return opens and (line.sort == "box" or roles.is_crosshead(text))


def _is_below_list(below: Below, index: int) -> bool:
    return index > 0 and below.lines[index - 1].unit.shape == "item"


def _is_listed(below: Below, index: int) -> bool:
    near = [below.lines[place] for place in (index - 1, index + 1) if 0 <= place < len(below.lines)]
    return any(is_quantity(line.text) for line in near)


def _determined(below: Below, index: int, step: int, lede: int) -> bool:
    """Whether a list without bullets, « Le lavage des voitures », stands below a line, or above it."""
    near = [place for place in (index + step, index + 2 * step) if 0 <= place < len(below.lines)]
    lines = [below.lines[place] for place in near if place != lede]
    return len(lines) == 2 and all(line.sort in ("short", "head") and is_determined(line.text) for line in lines)


def _is_one_of_many(below: Below, index: int, lede: int) -> bool:
    """Whether a short line ends a run of short lines: none of them heads anything, but a list."""
    if below.lines[index].unit.opens and below.lines[index + 1].unit.shape in ("item", "verse"):
        return False
    if below.lines[index].text[0] in "«“":
        return False
    run, counted = 0, below.lines[index].text[0].isdigit()
    while below.sort(index - 1 - run) in ("short", "head", "name") and index - 1 - run != lede:
        above = below.lines[index - 1 - run]
        if above.unit.shape != "line" or (above.text[0].isdigit() and not counted):
            break  # « 1. Thévenet », « 165 ans d'existence » above it are another list
        if above.text[0].islower() and below.lines[index].text[0].isupper():
            break  # « du papier journal », then « La méthode »
        run += 1
    return run >= 2
