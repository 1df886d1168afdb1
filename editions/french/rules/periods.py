"""Stretches of time named by figures: ``2023-2024``, ``T2 2024``, ``1er sem. 2025``."""

import re
from collections.abc import Iterator

from editions.french import spelling
from editions.french.calendar import YEAR, year
from editions.french.confidence import LIKELY, PLAUSIBLE
from editions.french.lazy import Lazy
from editions.french.numerals import LEFT
from editions.french.patterns import BLANK
from editions.model import Sentence, Span
from editions.speech import Reading
from editions.tables import Table

RULE = "periods"
TABLE = Table(f"rules/{RULE}")
_DASH = "[-\u2010\u2011\u2013\u2014/]"
_NO_MORE = r"(?![\w]|[/.,][0-9]|-[0-9])(?![ \u00a0\u202f]m(?!\w))"
_SEASON = Lazy(
    rf"{LEFT}(?P<first>{YEAR}){BLANK}?{_DASH}{BLANK}?(?P<second>{YEAR}|[0-9]{{2}}){_NO_MORE}",
    r"[0-9]\s?[-/\u2010\u2011\u2013\u2014]\s?[0-9]",
)
_PART_OF_YEAR = Lazy(rf"(?<!\w)(?P<part>[TSQ])(?P<number>[1-4]){BLANK}(?P<year>{YEAR})(?!\w)", "[TSQ][1-4]")
_NUMBERED_PART = Lazy(
    rf"(?<!\w)(?P<number>[1-4])(?P<part>[TSQ]){BLANK}?(?P<year>20[0-9]{{2}}|[0-4][0-9])(?!\w)", "[1-4][TSQ]"
)
_HALF = Lazy(rf"(?:(?<=1er{BLANK})|(?<=2e{BLANK}))sem\.(?=(?P<year>{BLANK}[12][0-9]{{3}})?)", r"e?r?[ ]?sem\.", ".")


def read(sentence: Sentence) -> Iterator[Reading]:
    """Seasons and parts of a year of one sentence."""
    for pattern, verbalize in _FORMS:
        for match in pattern.finditer(sentence.source, sentence.span.start, sentence.span.end):
            if found := verbalize(match):
                yield Reading(Span(*match.span()), found[0], RULE, found[1])


def _season(match: re.Match[str]) -> tuple[str, float] | None:
    """Two years in a row are a season and stand side by side; a longer span goes *from … to*."""
    first, second = match["first"], match["second"]
    whole = first[:2] + second if len(second) == 2 else second
    if int(whole) <= int(first):
        return None
    side_by_side = int(whole) == int(first) + 1
    link = " " if side_by_side else f" {spelling.word('to')} "
    return f"{spelling.cardinal(first)}{link}{spelling.cardinal(second)}", LIKELY


def _part_of_year(match: re.Match[str]) -> tuple[str, float]:
    rank = spelling.first() if match["number"] == "1" else spelling.ordinal(match["number"])
    return f"{rank} {TABLE.mapping('part')[match['part']]} {year(match['year'])}", LIKELY


def _half(match: re.Match[str]) -> tuple[str, float] | None:
    """``1er sem. 2025``: a half-year, not a week."""
    first = match.string[match.start() - 3 : match.start() - 1] == f"1{spelling.word('first_ending')}"[1:]
    return (TABLE.mapping("part")["S"], PLAUSIBLE) if first or match["year"] else None


_FORMS = (
    (_SEASON, _season),
    (_PART_OF_YEAR, _part_of_year),
    (_NUMBERED_PART, _part_of_year),
    (_HALF, _half),
)
