"""Hours with a dot: ``ARTE 20.55``, ``21.05 Le film``, ``à 18.30``, ``9.30 h``; part of the rule of times."""

import re
from collections.abc import Iterator

from editions.french import spelling
from editions.french.grammar import NUMBERS
from editions.french.lazy import Lazy
from editions.french.numerals import LEFT
from editions.french.patterns import BLANK, CAPITAL, either
from editions.french.primes import TABLE, count, rest
from editions.french.quantities import units
from editions.tables import mapping

_IN_GRID = Lazy(r"(?<![0-9.,])(?:[01][0-9]|2[0-3])\.[0-5][0-9]\s", r"[0-9]\.[0-5]")
ON_CHANNEL = Lazy(
    rf"""
    (?<!\w) (?P<channel> (?i:{either(TABLE.words("channel"))}) ) ,?{BLANK}
    (?P<h> [01]?[0-9] | 2[0-3] ) \. (?P<m> [0-5][0-9] ) (?![0-9]|[.,][0-9])
    """,
    r"[0-9]\.[0-5][0-9]",
)
"""``ARTE 20.55``."""
_GRID = Lazy(
    rf"""
    (?: (?<![\s\S]) | (?<=[.,;:!?«»)–—-]{BLANK}) | (?<=[(«“]) | (?<=\n) ) (?P<h> [01]?[0-9] | 2[0-3] ) \.
    (?P<m> [0-5][0-9] ) (?= {BLANK}[{CAPITAL}«“\"] | \.{BLANK}?\Z | {BLANK}?:{BLANK}
        | {BLANK}[0-9]{{1,3}}{BLANK}[a-z]{{2}} )
    """,
    r"[0-9]\.[0-5][0-9][\s.]",
)
_DOTTED = Lazy(
    rf"""
    (?: (?<![\s\S]) | (?<!\w) (?P<word> [^\W\d_]{{1,7}} ) {BLANK} )
    (?:
        (?P<low> [0-2]?[0-9] ) \. (?P<low_m> [0-5][0-9] )
        (?P<link> {BLANK}?[-–]{BLANK}? | {BLANK}{either(NUMBERS.words("joiner"))}{BLANK} )
    )?
    (?P<h> [01]?[0-9] | 2[0-3] ) \. (?P<m> [0-5][05] )
    (?= \.?\Z | {BLANK}?[.,;:)!?»] (?![0-9]) | {BLANK}{either(TABLE.words("after hour"))} (?!\w) )
    """,
    r"[0-9]\.[0-5][05]",
)
_DOTTED_HOURS = Lazy(
    rf"{LEFT}(?P<h>[01]?[0-9]|2[0-3])\.(?P<m>[0-5][0-9]){BLANK}?[hH](?!\w|{BLANK}?[0-9])", r"[0-9]\.[0-5][0-9]\s?[hH]"
)
_WORD = Lazy(rf"{BLANK}([^\W\d_]+)")
NEAR = 24
_CHANNEL = Lazy(rf"(?<!\w){either(TABLE.words('channel'))}{BLANK}?[,:–-]{BLANK}\Z")
_TIMETABLE = Lazy(
    rf"[{CAPITAL}][^\W\d_][^:0-9]{{1,30}}{BLANK}?:{BLANK}[0-2]?[0-9]\.[0-5][0-9](?:,{BLANK}[0-2]?[0-9]\.[0-5][0-9])+(?![0-9])"
)
_DEPARTURE = Lazy(r"(?<![0-9.,])(?P<h>[01]?[0-9]|2[0-3])\.(?P<m>[0-5][0-9])(?![0-9]|[.,][0-9])")
_EARLIEST = 6
"""Before this hour, two figures and two more alone on a line are rather a number."""


def departures(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The hours of ``Paris-Bercy : 7.02, 10.04, 16.05``, a line of a timetable."""
    if _TIMETABLE.match(text, start, end):
        yield from _DEPARTURE.finditer(text, start, end)


def before(match: re.Match[str]) -> tuple[int, int]:
    """Where the words before a match are looked for."""
    return max(0, match.start() - NEAR), match.start()


def hours(figures: str, minutes: str, named: bool = False) -> str:
    """``("21", "01")`` → vingt et une heures zéro un; ``named``: the word *minutes* was written."""
    if named:
        return f"{count(figures, 'h')} {count(minutes, 'min')}"
    behind = rest(minutes)
    return f"{count(figures, 'h')} {behind}" if behind else count(figures, "h")


def _grid(match: re.Match[str]) -> str:
    """``21.05 Le film du soir``: the hour in front of a programme, but ``12.50 CHF`` is a price."""
    after = _WORD.match(match.string, match.end())
    if after and (after[1] in mapping("dictionaries/currencies") or after[1] in units()):
        return ""
    first = not match.string[match.pos : match.start()].strip()
    stopped = match.string[match.end() : match.end() + 1] == "."
    if stopped and not (first and len(match["h"]) == 2) and not _CHANNEL.search(match.string, *before(match)):
        return ""
    if len(match["h"]) == 1 and not (_IN_GRID.search(match.string) or (first and match["m"][1] in "05")):
        return ""
    return hours(match["h"], match["m"])


def _dotted(match: re.Match[str]) -> str:
    """``à 18.30``, ``de 14.00 à 18.30``, or the hour alone on its line."""
    word = match["word"]
    if word is None and (match.string[match.end() : match.endpos].strip(". ") or int(match["h"]) < _EARLIEST):
        return ""
    if word is not None and word.lower() not in TABLE.words("before hour"):
        return ""
    head = f"{word}{match.string[match.end('word')]}" if word else ""
    low = f"{hours(match['low'], match['low_m'])} {spelling.word('to')} " if match["low"] else ""
    return f"{head}{low}{hours(match['h'], match['m'])}"


DOTTED = ((_GRID, _grid), (_DOTTED, _dotted))
"""Patterns and what their matches say."""
DOTTED_WITH_SIGN = (_DOTTED_HOURS, lambda match: hours(match["h"], match["m"]))
"""``9.30 h``; before all others."""
