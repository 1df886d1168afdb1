"""Two numbers and a bar that are a size, the points of a set or the depths of snow; part of the rule of fractions."""

from editions.french import out_of, spelling
from editions.french.around import says
from editions.french.bar import Bar
from editions.french.confidence import PLAUSIBLE
from editions.french.grammar import PAIRS
from editions.french.lazy import Lazy
from editions.french.numerals import parse
from editions.french.patterns import BLANK, either
from editions.speech import Reading

_COUNTED = Lazy(rf"{BLANK}?(?:[kM]|Mds?)?[€$%]|{BLANK}?[^\W\d_]")
_QUOTED = Lazy(rf"{BLANK}?:{BLANK}[0-9]+,[0-9]{{2}}(?![0-9])")
_SMALLEST = 20
"""From this on, two figures in a market report are the size of what is sold: ``oignons 40/60``."""
_APART = 2
_LEAST_POINTS = 11
"""A set of points is won by two."""
_METRES = Lazy(rf"{BLANK}?m(?!\w)")
_CENTIMETRES = Lazy(rf"{BLANK}?cm(?!\w)")
_CENTIMETRES_BEFORE = Lazy(rf"[0-9]{BLANK}?cm[,;]{BLANK}\Z")
"""``20/75 cm, 11/14``: lifts that are open."""
_BESIDE = 8
_OPEN = Lazy(lambda: rf"{BLANK}{either(PAIRS.words('open'))}(?!\w)")
_NEAR = 80
_LEAST = 5
"""Centimetres of snow below which two numbers are something else."""


def size(bar: Bar) -> Reading | None:
    """``oignons 40/60 : 0,35 €/kg``."""
    sized = bar.rises and int(bar.above) >= _SMALLEST and len(bar.below) <= len(bar.above) and _is_quoted(bar)
    return bar.reading(bar.said(""), PLAUSIBLE) if sized else None


def _is_quoted(bar: Bar) -> bool:
    """Whether there are prices around, and nothing is counted by the two numbers."""
    first, last = max(bar.match.pos, bar.match.start() - _NEAR), min(bar.end, bar.match.end() + _NEAR)
    priced = "€" in bar.match.string[first:last] or bar.behind(_QUOTED) is not None
    return priced and bar.behind(_COUNTED) is None


def points(bar: Bar) -> Reading | None:
    """``au tie-break, 7/3``, ``21/19``: points of a set, two apart or told of."""
    if bar.match["whole"] or not bar.whole or bar.rises:
        return None
    apart = int(bar.above) - int(bar.below) == _APART and int(bar.above) >= _LEAST_POINTS
    return bar.reading(bar.said("to")) if apart or out_of.is_of_set(bar.match) else None


def depths(bar: Bar) -> Reading | None:
    """``neige : 35/120 cm``: at the foot and at the top of the slopes."""
    if not bar.rises or bar.match["whole"]:
        return None
    snowed = says(bar.match.string, bar.match.pos, bar.end, PAIRS.words("snow")) and int(bar.below) > _LEAST
    if not snowed or bar.behind(_OPEN) or bar.behind(_METRES):
        return None
    measured = bar.behind(_CENTIMETRES) is not None
    if measured:
        return bar.upper(f"{parse(bar.above).said()} {spelling.word('to')} ")
    near = bar.match.string[max(bar.match.pos, bar.match.start() - _BESIDE) : bar.match.start()]
    return bar.reading(bar.said("over" if _CENTIMETRES_BEFORE.search(near) else ""))
