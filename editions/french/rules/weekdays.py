"""Short names of days: ``Lun-Ven``, ``lun. 12 mai``, ``mar., jeu. et sam.``; a stretch is *du lundi au vendredi*."""

import re
from collections.abc import Iterator
from functools import cache

from editions.french import spelling
from editions.french.around import nothing_behind, word_before
from editions.french.confidence import LIKELY
from editions.french.grammar import CALENDAR
from editions.french.lazy import Lazy
from editions.french.patterns import BLANK, either
from editions.model import Sentence, Span
from editions.speech import Reading
from editions.tables import Table

RULE = "weekdays"
TABLE = Table(f"rules/{RULE}")


@cache
def _pattern() -> re.Pattern[str]:
    days = either(form for row in CALENDAR.rows("weekday") for form in (row[0], row[0].capitalize(), row[0].upper()))
    return re.compile(
        rf"""
        (?<![^\W_]) (?<![’'/-]) (?P<first> {days} ) (?P<dot> \.? )
        (?:
            (?P<dash> {BLANK}*[-–—/]{BLANK}* | {BLANK}+ (?:à|au) {BLANK}+ ) (?P<last> {days} )
            (?P<stop> \. (?!{BLANK}*\Z) )? (?!\w)
          | (?!\w)
        )
        """,
        re.VERBOSE,
    )


def _after_day_number() -> list[str]:
    """What follows the day of a month: its name, or a word of time; ``ma 2 CV`` is a car."""
    forms = [*(form for form, _, _ in CALENDAR.rows("month")), *TABLE.words("behind a day")]
    return [*forms, *(form.upper() for form in forms)]


def _two_letters() -> list[str]:
    days = [form for form, *_ in CALENDAR.rows("weekday") if len(form) == 2]
    return [*days, *(day.capitalize() for day in days), *(day.upper() for day in days)]


_TWO_LETTERS = Lazy(
    lambda: (
        rf"""
    (?<![\w’'/-]) (?P<first> {either(_two_letters())} ) \.?
    (?: (?= {BLANK} (?: (?: de | à ){BLANK}[0-9]
            | (?:et|ou){BLANK}{either(_two_letters())}{BLANK}(?:[0-9]|à{BLANK}[0-9]) | du{BLANK}mois | jusqu['’]
            | -?[0-3]?[0-9](?:er)? (?: (?:[-–][0-9]{{1,2}})?{BLANK}?h | /-?[0-9] | [.:][0-9] | {BLANK}?[,;()] | \.?\Z
                | {BLANK}?:{BLANK} | {BLANK}{either(_after_day_number())} (?!\w) )
            | {either(TABLE.words("part of a day"))} (?!\w) ) )
      | (?P<dash> {BLANK}?[-–]{BLANK}? | {BLANK}(?:à|au){BLANK} )
        (?P<last> {either(_two_letters())} ) (?!\w) (?: \. (?={BLANK}[a-z0-9]) )?
      | /(?P<other> {either(_two_letters())} ) (?![\w/]) )
    """
    ),
    "[LMJVSDlmjvsd][uaeiUAEI](?!\\w)",
)
"""``ve 12``, ``sa 10h``, ``lu-ve``: as they are cut short in Switzerland and Belgium."""
_LIST = Lazy(
    rf"""
    {BLANK}* (?: (?:,|et|&|ou|\+){BLANK}*[A-Za-z]{{2,4}}\. | :{BLANK}(?=[0-9a-zà-ÿ]) | &{BLANK} | de{BLANK}[0-9]
        | {either(TABLE.words("part of a day"))} (?!\w) )
    """
)
_DATE = Lazy(
    lambda: (
        rf"""
    ,?{BLANK}+
    (?:
        à{BLANK} (?=[0-9])
      | [0-3]?[0-9] (?! \w | [.,][0-9] | {BLANK}[0-9] | {BLANK}{either(TABLE.words("counted"))}(?!\w) )
      | [0-2]?[0-9]{BLANK}?h (?!\w|a)
      | [0-2]?[0-9]h[0-9]
    )
    """
    )
)
_SURE_DATE = Lazy(rf"{BLANK}+[0-3]?[0-9](?:(?P<hour>{BLANK}?h(?![^\W\d_]))|(?:er)?{BLANK}(?P<month>[^\W\d_]{{3,9}}))")
_RANKED = Lazy(rf"[0-9](?:er|re|[eᵉ]|.me){BLANK}\Z")
"""``le 1er dim. du mois``."""


def read(sentence: Sentence) -> Iterator[Reading]:
    """Short names of days of one sentence."""
    for match in _pattern().finditer(sentence.source, sentence.span.start, sentence.span.end):
        said = _stretch(match, sentence) if match["last"] else _day(match, sentence)
        if said:
            ends = match[0][-1] == "." and nothing_behind(sentence.source, match.end(), sentence.span.end)
            yield Reading(Span(match.start(), match.end() - ends), said, RULE)
    for match in _TWO_LETTERS.finditer(sentence.source, sentence.span.start, sentence.span.end):
        said = _from_to(match) if match["last"] else _name(match["first"])
        if match["other"]:
            said = f"{said}, {_name(match['other'])}"
        yield Reading(Span(*match.span()), said, RULE, LIKELY, (match[0],))


def _from_to(match: re.Match[str]) -> str:
    """``lu-ve``: du lundi au vendredi; ``de me à je``: mercredi à jeudi."""
    stretch, first, last = CALENDAR.mapping("stretch"), _name(match["first"]), _name(match["last"])
    before = word_before(match.string, match.start(), match.pos).lower()
    if before == spelling.word("of"):
        return f"{first} {spelling.word('to')} {last}"
    return f"{'' if before == stretch['from'] else stretch['from'] + ' '}{first} {stretch['to']} {last}"


def _name(form: str) -> str:
    return CALENDAR.mapping("weekday")[form.lower()]


def _stretch(match: re.Match[str], sentence: Sentence) -> str:
    stretch = CALENDAR.mapping("stretch")
    first, last = _name(match["first"]), _name(match["last"])
    if first == last or (len(match["first"]) < 3 and match["first"].islower()):
        return ""
    if "/" in match["dash"]:
        return f"{first}, {last}"
    before = word_before(match.string, match.start(), sentence.span.start).lower()
    if before == spelling.word("of"):  # « la nuit de sam. à dim. »
        return f"{first} {spelling.word('to')} {last}"
    return (
        f"{first} {stretch['to']} {last}"
        if before == stretch["from"]
        else f"{stretch['from']} {first} {stretch['to']} {last}"
    )


def _day(match: re.Match[str], sentence: Sentence) -> str:
    """A day alone: before a date or an hour, in a list, after another day."""
    source, end = match.string, sentence.span.end
    if (len(match["first"]) < 3 and not match["dot"]) or (
        match["first"] == "mer" and not match["dot"] and _is_sea(match, sentence)
    ):
        return ""
    is_word = match["first"].lower() in TABLE.words("also a word")
    dated = _is_dated(match, end, is_word and not match["dot"])
    announcers = "before doubtful day" if is_word else "before day"
    before = word_before(source, match.start(), sentence.span.start).lower()
    announced = before in TABLE.words(announcers)
    listed = match["dot"] and (
        announced
        or (match["first"].islower() and match["first"] in TABLE.words("no word"))
        or _RANKED.search(source, max(sentence.span.start, match.start() - 8), match.start())
        or _LIST.match(source, match.end(), end)
        or _after_day(match, sentence)
    )
    return _name(match["first"]) if dated or listed else ""


def _is_sea(match: re.Match[str], sentence: Sentence) -> bool:
    """``Pleine mer 6 h 12``."""
    return word_before(match.string, match.start(), sentence.span.start).lower() in TABLE.words("sea")


def _is_dated(match: re.Match[str], end: int, is_word: bool) -> bool:
    """Whether a date or an hour follows; a month or an hour after what may be a word (*il vend 12 lots*)."""
    source, place = match.string, match.end()
    if not is_word:
        return bool(_DATE.match(source, place, end))
    named = _SURE_DATE.match(source, place, end)
    return named is not None and (named["hour"] is not None or named["month"].lower() in _months())


@cache
def _months() -> frozenset[str]:
    return frozenset(form for form, _, _ in CALENDAR.rows("month"))


def _after_day(match: re.Match[str], sentence: Sentence) -> bool:
    before = match.string[max(sentence.span.start, match.start() - 10) : match.start()]
    return re.search(rf"[a-z]{{3}}\.{BLANK}*(?:,|et|&|ou|\+){BLANK}*\Z", before) is not None
