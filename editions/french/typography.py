"""French spacing for print and screen: which blanks a line may not break at, and the blanks that were forgotten.

``typeset("Alençon: 3 450 €")`` gives ``Alençon : 3 450 €`` with no-break spaces before the colon, in the number and
before the unit. Only blanks change: a thin no-break one before ``; ! ?``, a no-break one before ``: »`` and after
``«``, in grouped figures, between a figure and its unit, after « M. » and « n° ». A blank is added where prose forgot
the one before ``: ; ? !``, never in an address of the web, an hour, a ratio or code. Doing it twice changes nothing.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from functools import cache
from itertools import accumulate

from editions import tables
from editions.french.lazy import Lazy

NO_BREAK = "\u00a0"
THIN = "\u202f"

_BLANK = "[ \u00a0\u2009\u202f]"
_LOOSE = "[ \u2009]"
_ADDRESS = re.compile(r"\S+")
_IN_ADDRESS = re.compile(r"://|www\.|.@.|\.[a-z]{2,6}/|&#?\w{1,10};")
_FIGURES = re.compile(
    rf"\d(?<![\d.,]\d)(?<!\d{_BLANK}\d)\d{{0,2}}(?:{_BLANK}\d{{3}})+(?!\d)|0(?<!\d0)\d(?:{_BLANK}\d\d){{4}}(?!\d)"
)
_AFTER = r"[\w»”\"')\]%€…]"
_Edit = tuple[int, int, str]
_Place = Callable[[re.Match[str]], tuple[int, int]]


def protected(text: str) -> bytearray:
    """One byte a character, 1 inside web and mail addresses and entities; empty when there are none."""
    kept = bytearray()
    if not _IN_ADDRESS.search(text):
        return kept
    kept = bytearray(len(text) + 1)
    for run in _ADDRESS.finditer(text):
        if _IN_ADDRESS.search(run[0]):
            kept[run.start() + 1 : run.end()] = b"\1" * (run.end() - run.start() - 1)
    return kept


class Typeset:
    """A text with French spacing, and where the places of the raw text went."""

    def __init__(self, raw: str) -> None:
        edits = list(_edits(raw))
        self._starts = [start for start, _, _ in edits]
        self._ends = [end for _, end, _ in edits]
        self._shifts = [0, *accumulate(len(new) - (end - start) for start, end, new in edits)]
        self.text = _applied(raw, edits)

    def start(self, place: int) -> int:
        """Where a stretch that began at ``place`` begins now: after a blank that was added there."""
        return place + self._shifts[bisect_right(self._ends, place)]

    def end(self, place: int) -> int:
        """Where a stretch that ended at ``place`` ends now: before a blank that was added there."""
        return place + self._shifts[bisect_left(self._starts, place)]


def typeset(text: str) -> str:
    """The text with French spacing; characters that are not blanks stay as they are, in order."""
    return _applied(text, list(_edits(text)))


def _applied(raw: str, edits: list[_Edit]) -> str:
    parts, place = [], 0
    for start, end, new in edits:
        parts += [raw[place:start], new]
        place = end
    return "".join([*parts, raw[place:]])


def _edits(text: str) -> Iterator[_Edit]:
    """Stretches of blanks, maybe empty, and what replaces them; ascending and disjoint."""
    found: dict[int, _Edit] = {}
    for pattern, place, new in _rules():
        for match in pattern.finditer(text):
            start, end = place(match)
            found.setdefault(start, (start, end, new))
    for match in _FIGURES.finditer(text):
        for blank in re.finditer(_LOOSE, match[0]):
            start = match.start() + blank.start()
            found.setdefault(start, (start, start + 1, NO_BREAK))
    kept = protected(text)
    for start in sorted(found):
        _, end, new = found[start]
        if text[start:end] != new and not (kept and kept[start]):
            yield start, end, new


@cache
def _rules() -> tuple[tuple[Lazy | re.Pattern[str], _Place, str], ...]:
    """Patterns, the place each one sets, and the blank it takes; the first that claims a place wins it.

    Each pattern begins with the sign it is about, and looks back afterwards: so the engine skips to that sign.
    """
    ends = r"(?=[\s»”\"'’)\]?!…]|$)"
    return (
        (Lazy(rf"(?<=[^\s«]){_BLANK}+(?=[;!?](?!=))", chars=";!?"), _whole, THIN),
        (Lazy(rf"(?<=[^\s«]){_BLANK}+(?=:(?:[\s\w«“\"]|$)|»)", chars=":»"), _whole, NO_BREAK),
        (Lazy(rf"«({_BLANK}+)(?=\S)", chars="«"), _group, NO_BREAK),
        (Lazy(rf";(?<={_AFTER};)(?=[\s»”\"]|$)", chars=";"), _before, THIN),
        (Lazy(rf"[!?](?<={_AFTER[:-1]}.][!?]){ends}", chars="!?"), _before, THIN),
        (Lazy(rf":(?<={_AFTER}:)(?=[\s»]|$)", chars=":"), _before, NO_BREAK),
        (Lazy(r"«(?=[^\s«»])", chars="«"), _after, NO_BREAK),
        (Lazy(r"»(?<=[^\s«»]»)", chars="»"), _before, NO_BREAK),
        (re.compile(rf"\b(?:{_words('before-name')})({_BLANK}+)(?=[A-ZÀ-ÖØ-ÝŒ])"), _group, NO_BREAK),
        (Lazy(rf"(?<!\w)(?:{_words('before-number')})({_BLANK}+)(?=\d)", hint=r"\d"), _group, NO_BREAK),
        (Lazy(rf"\d({_BLANK}+)(?=(?:{_words('after-number')})(?![\w'’]))", hint=r"\d"), _group, NO_BREAK),
        (Lazy(rf"h(?<=\d{_BLANK}h)({_BLANK}+)(?=[0-5]\d(?!\d))", hint=r"\d"), _group, NO_BREAK),
    )


def _whole(match: re.Match[str]) -> tuple[int, int]:
    return match.span()


def _group(match: re.Match[str]) -> tuple[int, int]:
    return match.span(1)


def _before(match: re.Match[str]) -> tuple[int, int]:
    return match.start(), match.start()


def _after(match: re.Match[str]) -> tuple[int, int]:
    return match.end(), match.end()


def _words(side: str) -> str:
    return "|".join(re.escape(row[0]) for row in tables.table("grammar/no_break") if row[1] == side)
