"""Captions that do not say it themselves: credited on the line below, by a name alone, or not at all."""

from collections.abc import Sequence

from editions.inputs.text.masthead import captions
from editions.inputs.text.sorting import SIGNS, Line, Sort
from editions.manuscript import credits

_LONGEST = 220
_LONGEST_FIRST = 100
"""Letters of a caption above the lede with its credit below: what is longer is the lede, the credit a picture's."""


def has_likely_credit(line: Line) -> bool:
    """Whether a line without a stop ends with a name alone: « Le bus, lundi. - Thierry Roy »."""
    return line.sort in ("head", "short") and credits.credit(line.text, sure=False) is not None


def credited_below(lines: Sequence[Line]) -> frozenset[int]:
    """Captions whose credit stands on the next line, and these credits: « Le pont, hier. / KEYSTONE »."""
    found: set[int] = set()
    told = False
    for index, line in enumerate(lines[:-2]):
        short = len(line.text) <= (_LONGEST if told else _LONGEST_FIRST) and "\n" not in line.text
        if short and _may_be_credited(line) and _credits(lines, index + 1, told):
            found |= {index, index + 1}
        told = told or (line.sort == "prose" and index not in found)
    return frozenset(found)


def _may_be_credited(line: Line) -> bool:
    return line.sort in ("prose", "head", "picture") or (line.sort == "caption" and not credits.credit(line.text))


def _credits(lines: Sequence[Line], index: int, told: bool) -> bool:
    """Whether a line is a credit and nothing else, and text follows; ``told``: a lede stands above."""
    line: Line = lines[index]
    after: Sort = lines[index + 1].sort
    if line.sort == "caption":
        span = credits.credit(line.text)
        return span is not None and span.start == 0
    capitals = line.sort == "name" and line.text.isupper()
    return told and after in ("prose", "box") and (line.sort == "agency" or capitals)


def uncredited(lines: Sequence[Line]) -> frozenset[int]:
    """A sentence above the lede that captions a picture, though nobody is credited."""
    before = (*SIGNS, "caption", "picture", "section")
    index = next((index for index, line in enumerate(lines) if line.sort not in before), -1)
    if index < 0 or lines[index].sort != "prose" or not captions(lines[index].text):
        return frozenset()
    rest = [line for line in lines[index + 1 :] if line.sort not in SIGNS]
    more = sum(line.sort == "prose" for line in rest)
    longer = more > 1 and rest[0].sort == "prose" and len(rest[0].text) > len(lines[index].text)
    return frozenset({index}) if longer else frozenset()
