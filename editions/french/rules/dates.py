"""Dates in digits: ``22/10/2024``, ``le 22/10``, ``12/1999``, ``12 sept. 2021``, ``17/18 juin``.

``22 octobre 2024`` needs only numbers; here are the forms whose months are numbers or cut short, and the first of
the month. Two figures with a slash are a date when the word before says so, or when the month has its zero.
"""

import re
from collections.abc import Iterator

from editions.french import spelling
from editions.french.calendar import YEAR, month_names, months, year
from editions.french.confidence import LIKELY, SURE, UNSURE
from editions.french.grammar import CALENDAR, DETERMINERS, NUMBERS, OUT_OF, PAIRS
from editions.french.lazy import Lazy
from editions.french.numerals import LEFT
from editions.french.patterns import BLANK, either
from editions.model import Sentence, Span
from editions.speech import Reading
from editions.tables import Table

RULE = "dates"
TABLE = Table(f"rules/{RULE}")
_DAY, _MONTH = "(?:0?[1-9]|[12][0-9]|3[01])", "(?:0?[1-9]|1[0-2])"
_DASH = "[-\u2010\u2011\u2013\u2014/]"
_NO_MORE = r"(?![\w]|[/.,][0-9]|-[0-9])"
_SEPARATED = r"[0-9]\s?[-/.\u2010\u2011\u2013\u2014]\s?[0-9]"
_FULL = Lazy(
    rf"""
    {LEFT} (?P<day> {_DAY} ) (?P<sep> [-/.\u2011\u2013] | \s/\s ) (?P<month> {_MONTH} ) (?P=sep)
    (?: (?<=\.) {BLANK}? )? (?P<year> {YEAR} | [0-9]{{2}} ) (?:{_NO_MORE}|(?=-[0-9]{{1,2}}[hH])) (?!{BLANK}?[€$£])
    """,
    _SEPARATED,
)
_ISO = Lazy(rf"{LEFT}(?P<year>{YEAR})(?P<sep>[-/])(?P<month>0[1-9]|1[0-2])(?P=sep)(?P<day>{_DAY})(?!\w)", _SEPARATED)
_DAYS = Lazy(
    rf"""
    {LEFT} (?P<days> {_DAY} (?:er)? (?: {BLANK}?{_DASH}{BLANK}?{_DAY} ){{0,3}} ) (?:\.(?={BLANK}[a-zû]))? {BLANK}
    (?P<month> [^\W\d_]{{3,9}} ) (?P<dot> \. (?= {BLANK}?[^\WA-ZÀ-Þ] | [,;:)] ) )? (?![^\W\d_])
    (?: {BLANK} (?P<year> {YEAR} ) (?![0-9]) )?
    """,
    r"[0-9r]\.?\s",
)
_HYPHENED = Lazy(rf"{LEFT}(?P<day>{_DAY})-(?P<month>[^\W\d_]{{3,9}})\.?-(?P<year>{YEAR})(?!\w)", r"[0-9]-[^\W\d_]")
"""``boulevard du 11-Nov.-1918``."""
_TIGHT = Lazy(
    rf"""
    {LEFT} (?P<first> {_DAY} ) , (?P<second> {_DAY} )
    (?= {BLANK} (?:et|ou|&) {BLANK}{_DAY}{BLANK} (?P<month> [^\W\d_]{{3,9}} ) (?!\w) )
    """,
    "[0-9],[0-9]",
)
_WEEKENDS = Lazy(
    rf"""
    {LEFT} (?P<first> {_DAY} ) - (?P<second> {_DAY} )
    (?= (?:,|{BLANK}(?:et|&)) {BLANK}{_DAY}-{_DAY}{BLANK} (?P<month> [^\W\d_]{{3,9}} ) (?!\w) )
    """,
    "[0-9]-[0-9]",
)
"""``les 7-8 et 14-15 juin``."""
_MONTH_YEAR = Lazy(rf"(?<!\w)(?P<month>[^\W\d_]{{3,5}})\.?{BLANK}(?P<year>{YEAR})(?!\w)", r"\w\.?\s[12][0-9]{3}")
_SHORT = Lazy(
    rf"""
    {LEFT} (?<!/) (?P<day> {_DAY} ) (?P<first> er )? (?P<sep> [/.] ) (?P<month> {_MONTH} )
    (?! [\w] | [/.,][0-9] | -[0-9] (?![0-9]?[/.]) )
    """,
    r"[0-9r][/.][0-9]",
)
_DASHED = Lazy(
    rf"""
    (?<= \b[lL]e{BLANK} | \b[dD]u{BLANK} | \b[aA]u{BLANK} )
    (?P<day> 0[1-9] | [12][0-9] | 3[01] ) - (?P<month> 0[1-9] | 1[0-2] )
    (?= \.?\Z | [,;:)] | {BLANK} {either(TABLE.words("after day"))} (?!\w) )
    """,
    "[0-9]-[01]",
    "-",
)
"""``le 12-12 à 8 h``."""
_NUMERIC_MONTH = Lazy(
    rf"{LEFT}(?:(?P<month>{_MONTH})/|(?P<zero>0[1-9])-)(?P<year>(?:1[5-9]|20)[0-9]{{2}}){_NO_MORE}",
    "[0-9][/-][0-9]",
    "/-",
)
_SHORT_YEAR = Lazy(rf"{LEFT}(?P<month>{_MONTH})/(?P<year>[0-4][0-9]){_NO_MORE}", "[0-9]/[0-4]", "/")
_CUT_SHORT = Lazy(r"(?<!\w)(?P<month>[^\W\d_]{3,5})\.(?!\w)", r"[clnrtv]\.(?!\w)", ".")
_TENSION = Lazy(rf"(?<!\w){either(TABLE.words('pressure'))}(?!\w)")
"""``une tension de 16/10``."""
_UNTIL = Lazy(rf"(?:{BLANK}{CALENDAR.mapping('stretch')['to']}{BLANK}|{BLANK}?[-–]{BLANK}?){_DAY}/{_MONTH}(?![\w/])")
_AND_DAY = Lazy(rf"(?:,|{BLANK}(?:et|&|ou)){BLANK}{_DAY}/{_MONTH}(?![\w/])")
_CHAIN = Lazy(
    rf"""
    (?<!\w) {either(DETERMINERS.words("plural"))}{BLANK}
    (?P<others> (?: {_DAY}/{_MONTH} (?:,|{BLANK}(?:et|&|ou)) {BLANK} )* ) \Z
    """
)
_MONTH_NEXT = Lazy(r"[-–/][^\W\d_]{3,9}\.?\s[12][0-9]{3}(?!\w)")
_WORD_BEFORE = Lazy(r"(?<!\w)([^\W\d_]+(?:['’][^\W\d_]+)?)\.?[ \u00a0\u2009\u202f]\Z")
_DAYS_BEFORE = Lazy(
    rf"(?<!\w)([^\W\d_]+){BLANK}(?:[0-9]{{1,2}}(?:er)?,{BLANK})*[0-9]{{1,2}}(?:er)?{BLANK}(?:et|&|ou){BLANK}\Z"
)
_WORD_AFTER = Lazy(rf"{BLANK}([^\W\d_]+)")
_PROGRAMME = Lazy(rf"\.?{BLANK}(?:[A-ZÀ-Þ«“\"]|:{BLANK}|[0-9])")
"""What follows the hour of a programme: ``21.10 Le film``."""
_NO_PART = 20
"""Above this, the figure before a slash is a day rather than a part or a measure."""
_OCTOBER, _DECEMBER = 10, 12
_ZERO = Lazy(r"(?<![\w/])0[1-9]/[1-4][0-9](?![\w/])")
_NEAR = 24
"""Characters in which another month and year are looked for: ``entre le 03/18 et le 11/19``."""


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


def _day(digits: str) -> str:
    value = digits.lstrip("0").removesuffix(NUMBERS.mapping("word")["first_ending"])
    return spelling.first() if value == "1" else spelling.cardinal(value)


def _full(match: re.Match[str]) -> tuple[str, float] | None:
    """A year of two figures needs slashes, or zeros before day and month: ``5-8-12`` is no date."""
    short = len(match["year"]) == 2 and "/" not in match[0]
    if short and len(match["day"]) + len(match["month"]) < 4:
        before = _WORD_BEFORE.search(match.string, max(0, match.start() - 12), match.start())
        if match["sep"] != "." or before is None or before[1].lower() not in CALENDAR.words("before date"):
            return None
    return f"{_day(match['day'])} {month_names()[int(match['month'])]} {year(match['year'])}", SURE


def _days(match: re.Match[str]) -> tuple[str, float] | None:
    """Days before a month's name: reads only what has something to say (1, several days, a month cut short)."""
    month = months().get(match["month"].lower())
    if month is None:
        return None
    name = match["month"] if match["month"].lower() == month_names()[month] else month_names()[month]
    if name.isupper():
        name = name.lower()
    days = [_day(day) for day in re.findall(r"[0-9]+(?:er)?", match["days"])]
    in_year = f" {year(match['year'])}" if match["year"] else ""
    if len(days) == 2 and _is_stretch(match["days"]):
        days.insert(1, CALENDAR.mapping("stretch")["to"] if _is_from(match) else spelling.word("to"))
    return f"{' '.join(days)} {name}{in_year}", SURE


def _hyphened(match: re.Match[str]) -> tuple[str, float] | None:
    month = months().get(match["month"].lower())
    return (f"{_day(match['day'])} {month_names()[month]} {year(match['year'])}", SURE) if month else None


def _is_from(match: re.Match[str]) -> bool:
    """``du 12-21 juin``, ``1er-8 mai``: from one day to another."""
    before = _WORD_BEFORE.search(match.string, max(0, match.start() - 6), match.start())
    after_from = before is not None and before[1].lower() == CALENDAR.mapping("stretch")["from"]
    return after_from or match["days"].startswith(f"1{spelling.word('first_ending')}")


def _tight(match: re.Match[str]) -> tuple[str, float] | None:
    """``les 7,8 et 9 mars``: a list set too tight, no decimal."""
    if match["month"].lower() not in months() or int(match["second"]) <= int(match["first"]):
        return None
    return f"{_day(match['first'])}, {_day(match['second'])}", LIKELY


def _weekend(match: re.Match[str]) -> tuple[str, float] | None:
    if match["month"].lower() not in months() or int(match["second"]) != int(match["first"]) + 1:
        return None
    return f"{_day(match['first'])} {_day(match['second'])}", LIKELY


def _is_stretch(days: str) -> bool:
    """``15-17 août``: more than two days, and a dash between the first and the last."""
    first, last = re.findall("[0-9]+", days)
    return "/" not in days and int(last) > int(first) + 1


def _month_year(match: re.Match[str]) -> tuple[str, float] | None:
    month = months().get(match["month"].lower())
    return (f"{month_names()[month]} {year(match['year'])}", SURE) if month else None


def _short(match: re.Match[str]) -> tuple[str, float, str] | None:
    """``le 22/10``, ``22/09``, ``17.06``; without a word that announces a date it is doubtful."""
    before = _WORD_BEFORE.search(match.string, max(0, match.start() - 12), match.start())
    announced = (
        bool(before and before[1].lower() in CALENDAR.words("before date")) or _ends_list(match) or _is_listed(match)
    )
    if not announced and _TENSION.search(match.string, max(0, match.start() - 24), match.start()):
        return None
    zero = match["month"].startswith("0") or match["first"] is not None or int(match["day"]) > _NO_PART
    zero = zero or _is_bracketed(match)
    zero = zero or (match["sep"] == "/" and _is_late(match, before[1].lower() if before else ""))
    following = _WORD_AFTER.match(match.string, match.end())
    if match[0] in TABLE.words("no date") and not announced:
        return None
    if match["sep"] == "." and not announced and _PROGRAMME.match(match.string, match.end()):
        return None
    on_day = before is not None and before[1].lower() in CALENDAR.mapping("weekday")
    if not (zero or on_day) and following and following[1].lower() in TABLE.words("after fraction"):
        return None
    announced_enough = announced and (match["sep"] == "/" or len(match["month"]) == 2)
    if not (zero or announced_enough) or (match["sep"] == "." and before and not announced):
        return None
    text = f"{_day(match['day'])} {month_names()[int(match['month'])]}"
    mark = "over" if match["sep"] == "/" else "point"
    other = f"{spelling.with_zeros(match['day'])} {spelling.word(mark)} {spelling.with_zeros(match['month'])}"
    return text, LIKELY if announced else UNSURE, other


def _dashed(match: re.Match[str]) -> tuple[str, float, str]:
    text = f"{_day(match['day'])} {month_names()[int(match['month'])]}"
    as_range = f"{spelling.with_zeros(match['day'])} {spelling.word('to')} {spelling.with_zeros(match['month'])}"
    return text, LIKELY if "0" in (match["day"][0], match["month"][0]) else UNSURE, as_range


def _is_bracketed(match: re.Match[str]) -> bool:
    """``Fête nationale (14/7)``: more above than below a bar, alone; no tie break, no format of pictures."""
    around = match.string[match.start() - 1 : match.start()] + match.string[match.end() : match.end() + 1]
    if (
        around != "()"
        or int(match["day"]) <= int(match["month"])
        or match[0] in PAIRS.words("picture") | PAIRS.words("tennis rank")
    ):
        return False
    return not match.string[max(0, match.start() - 4) : match.start() - 1].rstrip()[-1:].isdigit()


def _is_listed(match: re.Match[str]) -> bool:
    """``14/6 au 30/8``, ``les 1/5 et 8/5``: a date beside another."""
    if _UNTIL.match(match.string, match.end()):
        return True
    chain = _CHAIN.search(match.string, max(0, match.start() - 60), match.start())
    return chain is not None and (chain["others"] != "" or _AND_DAY.match(match.string, match.end()) is not None)


def _is_late(match: re.Match[str], before: str) -> bool:
    """``17/11``: more above than below a bar is no mark; ``1/11`` alone is no part."""
    day, month = int(match["day"]), int(match["month"])
    after = _WORD_AFTER.match(match.string, match.end())
    if before in OUT_OF.words("mark") or (after and after[1] in TABLE.words("after fraction")):
        return False
    alone = match[0] == match.string.strip(" .") and month > _OCTOBER and day in (1, month)
    return alone or (month >= _OCTOBER and day > _DECEMBER)


def _ends_list(match: re.Match[str]) -> bool:
    """``les 5, 6 et 7/12``: the month stands once, behind the last of several days."""
    days = _DAYS_BEFORE.search(match.string, max(0, match.start() - 40), match.start())
    return days is not None and days[1].lower() in DETERMINERS.words("plural")


def _numeric_month(match: re.Match[str]) -> tuple[str, float]:
    return f"{month_names()[int(match['month'] or match['zero'])]} {year(match['year'])}", LIKELY


def _short_year(match: re.Match[str]) -> tuple[str, float, str] | None:
    """``depuis 10/24``, or alone on its line: a month and the year it belongs to."""
    before = _WORD_BEFORE.search(match.string, max(0, match.start() - 12), match.start())
    alone = match[0] == match.string.strip(" .") and int(match["year"]) > _NO_PART
    near = match.string[max(0, match.start() - _NEAR) : match.end() + _NEAR]
    no_month = int(match["year"]) > _DECEMBER and _ZERO.search(near) is not None  # « le 03/18 » is no day of a month
    dated = before is not None and before[1].lower() in CALENDAR.words("before date")
    if not (alone or (no_month and dated) or (before and before[1].lower() in TABLE.words("before month and year"))):
        return None
    other = f"{spelling.with_zeros(match['month'])} {spelling.word('over')} {spelling.with_zeros(match['year'])}"
    return f"{month_names()[int(match['month'])]} {year(match['year'])}", UNSURE, other


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
    (_ISO, _full),
    (_DAYS, _days),
    (_HYPHENED, _hyphened),
    (_TIGHT, _tight),
    (_WEEKENDS, _weekend),
    (_MONTH_YEAR, _month_year),
    (_NUMERIC_MONTH, _numeric_month),
    (_SHORT_YEAR, _short_year),
    (_SHORT, _short),
    (_DASHED, _dashed),
    (_CUT_SHORT, _cut_short),
)
