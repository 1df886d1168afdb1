"""Dates in digits: ``22/10/2024``, ``le 22/10``, ``12/1999``, ``12 sept. 2021``, ``17/18 juin``.

``22 octobre 2024`` needs only numbers; here are the forms whose months are numbers or cut short, and the first of
the month. Two figures with a slash are a date when the word before says so, or when the month has its zero.
"""

import re
from collections.abc import Iterator

from editions.french import spelling
from editions.french.calendar import YEAR, month_names, months, year
from editions.french.confidence import SURE
from editions.french.grammar import CALENDAR
from editions.french.lazy import Lazy
from editions.french.numerals import LEFT
from editions.french.patterns import BLANK
from editions.french.short_dates import DAY, MONTH, NO_MORE, RULE, SHORT_DATES, TABLE, WORD_BEFORE, day
from editions.model import Sentence, Span
from editions.speech import Reading

_DASH = "[-\u2010\u2011\u2013\u2014/]"
_SEPARATED = r"[0-9]\s?[-/.\u2010\u2011\u2013\u2014]\s?[0-9]"
_FULL = Lazy(
    rf"""
    {LEFT} (?P<day> {DAY} ) (?P<sep> [-/.\u2011\u2013] | \s/\s ) (?P<month> {MONTH} ) (?P=sep)
    (?: (?<=\.) {BLANK}? )? (?P<year> {YEAR} | [0-9]{{2}} ) (?:{NO_MORE}|(?=-[0-9]{{1,2}}[hH])) (?!{BLANK}?[€$£])
    """,
    _SEPARATED,
)
_DAYS = Lazy(
    rf"""
    {LEFT} (?P<days> {DAY} (?:er)? (?: {BLANK}?{_DASH}{BLANK}?{DAY} ){{0,3}} ) (?:\.(?={BLANK}[a-zû]))? {BLANK}
    (?P<month> [^\W\d_]{{3,9}} ) (?P<dot> \. (?= {BLANK}?[^\WA-ZÀ-Þ] | {BLANK}\( | [,;:)] ) )? (?![^\W\d_])
    (?: {BLANK} (?P<year> {YEAR} ) (?![0-9]) )?
    """,
    r"[0-9r]\.?\s",
)
_MONTH_YEAR = Lazy(rf"(?<!\w)(?P<month>[^\W\d_]{{3,5}})\.?{BLANK}(?P<year>{YEAR})(?!\w)", r"\w\.?\s[12][0-9]{3}")
_CUT_SHORT = Lazy(r"(?<!\w)(?P<month>[^\W\d_]{3,5})\.(?!\w)", r"[clnrtvCLNRTV]\.(?!\w)", ".")
_MONTH_NEXT = Lazy(r"[-–/][^\W\d_]{3,9}\.?\s[12][0-9]{3}(?!\w)")


def read(sentence: Sentence) -> Iterator[Reading]:
    """Dates, the longest forms first."""
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    for pattern, verbalize in _FORMS:
        for match in pattern.finditer(source, start, end):
            if found := verbalize(match):
                text, confidence, *others = found
                last = (
                    match.end() - 1 if pattern is _CUT_SHORT and not source[match.end() : end].strip() else match.end()
                )
                yield Reading(Span(match.start(), last), text, RULE, confidence, tuple(others))


def _full(match: re.Match[str]) -> tuple[str, float] | None:
    """A year of two figures needs slashes, or zeros before day and month: ``5-8-12`` is no date."""
    short = len(match["year"]) == 2 and "/" not in match[0]
    if short and len(match["day"]) + len(match["month"]) < 4:
        before = WORD_BEFORE.search(match.string, max(0, match.start() - 12), match.start())
        labelled = match.string[: match.start()].rstrip().endswith(":")
        told = labelled or (before is not None and before[1].lower() in CALENDAR.words("before date"))
        if match["sep"] != "." or not told:
            return None
    return f"{day(match['day'])} {month_names()[int(match['month'])]} {year(match['year'])}", SURE


def _days(match: re.Match[str]) -> tuple[str, float] | None:
    """Days before a month's name: reads only what has something to say (1, several days, a month cut short)."""
    month = months().get(match["month"].lower())
    if month is None:
        return None
    name = match["month"] if match["month"].lower() == month_names()[month] else month_names()[month]
    if name.isupper():
        name = name.lower()
    days = [day(figures) for figures in re.findall(r"[0-9]+(?:er)?", match["days"])]
    in_year = f" {year(match['year'])}" if match["year"] else ""
    if len(days) == 2 and _is_stretch(match["days"]):
        days.insert(1, CALENDAR.mapping("stretch")["to"] if _is_from(match) else spelling.word("to"))
    return f"{' '.join(days)} {name}{in_year}", SURE


def _is_from(match: re.Match[str]) -> bool:
    """``du 12-21 juin``, ``1er-8 mai``: from one day to another."""
    before = WORD_BEFORE.search(match.string, max(0, match.start() - 6), match.start())
    after_from = before is not None and before[1].lower() == CALENDAR.mapping("stretch")["from"]
    return after_from or match["days"].startswith(f"1{spelling.word('first_ending')}")


def _is_stretch(days: str) -> bool:
    """``15-17 août``: more than two days, and a dash between the first and the last."""
    first, last = re.findall("[0-9]+", days)
    return "/" not in days and int(last) > int(first) + 1


def _month_year(match: re.Match[str]) -> tuple[str, float] | None:
    month = months().get(match["month"].lower())
    return (f"{month_names()[month]} {year(match['year'])}", SURE) if month else None


def _cut_short(match: re.Match[str]) -> tuple[str, float] | None:
    """``fin déc.``, ``d'oct. à nov.``: a month without a number; one that is also a word needs a word before it."""
    month = months().get(match["month"].lower())
    if month is None or match["month"].lower() == month_names()[month]:
        return None
    if _MONTH_NEXT.match(match.string, match.end()):
        return month_names()[month], SURE
    before = re.search(r"([^\W\d_]+)\W\Z", match.string[max(0, match.start() - 12) : match.start()])
    announced = before is not None and before[1].lower() in TABLE.words("before month")
    return (month_names()[month], SURE) if announced or match["month"].lower() not in TABLE.words("no month") else None


_FORMS = (
    (_FULL, _full),
    (_DAYS, _days),
    (_MONTH_YEAR, _month_year),
    *SHORT_DATES,
    (_CUT_SHORT, _cut_short),
)
