"""Dates of two numbers: ``22/10``, ``17.06``, ``le 12-12``, ``depuis 10/24``; part of the rule of dates.

Two figures with a sign are a date when the word before says so, when the month has its zero, or when they can be
nothing else.
"""

import re

from editions.french import spelling
from editions.french.calendar import month_names, year
from editions.french.confidence import LIKELY, UNSURE
from editions.french.dotted_hours import ON_CHANNEL
from editions.french.grammar import CALENDAR, DETERMINERS, NUMBERS, OUT_OF, PAIRS
from editions.french.lazy import Lazy
from editions.french.numerals import LEFT
from editions.french.patterns import BLANK, either
from editions.tables import Table

RULE = "dates"
TABLE = Table(f"rules/{RULE}")
DAY, MONTH = "(?:0?[1-9]|[12][0-9]|3[01])", "(?:0?[1-9]|1[0-2])"
NO_MORE = r"(?![\w]|[/.,][0-9]|-[0-9])"
_SHORT = Lazy(
    rf"""
    {LEFT} (?<!/) (?<![0-9]:) (?P<day> {DAY} ) (?P<first> er )? (?P<sep> [/.] ) (?P<month> {MONTH} )
    (?! [\w] | [/.,][0-9] | -[0-9] (?![0-9]?[/.]) ) (?P<dot> \. (?={BLANK}[a-zà-ÿ]) )?
    """,
    r"[0-9r][/.][0-9]",
)
_DASHED = Lazy(
    rf"""
    (?<= \b[lL]e{BLANK} | \b[dD]u{BLANK} | \b[aA]u{BLANK} )
    (?: (?P<day> 0?[1-9] (?=-0) | 0[1-9] | [12][0-9] | 3[01] ) -
        (?P<month> 0[1-9] | 1[0-2] | (?<=[23][0-9]-)[1-9](?![0-9]) ) )
    (?= \.?\Z | [,;:)] | {BLANK} {either(TABLE.words("after day"))} (?!\w) )
    """,
    "[0-9]-[0-9]",
    "-",
)
"""``le 12-12 à 8 h``."""
_SHORT_YEAR = Lazy(rf"{LEFT}(?P<month>{MONTH})/(?P<year>[0-4][0-9]){NO_MORE}", "[0-9]/[0-4]", "/")
_TENSION = Lazy(rf"(?<!\w){either(TABLE.words('pressure'))}(?!\w)")
"""``une tension de 16/10``."""
_UNTIL = Lazy(rf"(?:{BLANK}{CALENDAR.mapping('stretch')['to']}{BLANK}|{BLANK}?[-–]{BLANK}?){DAY}/{MONTH}(?![\w/])")
_SINCE = Lazy(rf"(?<![0-9/]){DAY}/{MONTH}(?:{BLANK}{CALENDAR.mapping('stretch')['to']}{BLANK}|{BLANK}[-–]{BLANK})\Z")
"""``22/8 - 13/9``."""
_AND_DAY = Lazy(rf"(?:,|{BLANK}(?:et|&|ou)){BLANK}{DAY}/{MONTH}(?![\w/])")
_CHAIN = Lazy(
    rf"""
    (?<!\w) {either(DETERMINERS.words("plural"))}{BLANK}
    (?P<others> (?: {DAY}/{MONTH} (?:,|{BLANK}(?:et|&|ou)) {BLANK} )* ) \Z
    """
)
WORD_BEFORE = Lazy(r"(?<!\w)([^\W\d_]+(?:['’][^\W\d_]+)?)\.?[ \u00a0\u2009\u202f]\Z")
_DAYS_BEFORE = Lazy(
    rf"(?<!\w)([^\W\d_]+){BLANK}(?:[0-9]{{1,2}}(?:er)?,{BLANK})*[0-9]{{1,2}}(?:er)?{BLANK}(?:et|&|ou){BLANK}\Z"
)
_DOTTED_BEFORE = Lazy(rf"(?<![0-9.])[0-9]{{1,2}}\.[0-9]{{2}},{BLANK}\Z")
_DOTTED_BEHIND = Lazy(rf",{BLANK}[0-9]{{1,2}}\.[0-9]{{2}}(?![0-9.])")
_WORD_AFTER = Lazy(rf"{BLANK}([^\W\d_]+)")
_PROGRAMME = Lazy(rf"\.?{BLANK}(?:[A-ZÀ-Þ«“\"]|[:–—-]{BLANK}|[0-9])")
"""What follows the hour of a programme: ``21.10 Le film``."""
_HOURS = Lazy(rf"{BLANK}?h(?!\w)")
_NO_PART = 20
"""Above this, the figure before a slash is a day rather than a part or a measure."""
_OCTOBER, _DECEMBER = 10, 12
_ZERO = Lazy(r"(?<![\w/])0[1-9]/[1-4][0-9](?![\w/])")
_NEAR = 24
"""Characters in which another month and year are looked for: ``entre le 03/18 et le 11/19``."""


def day(digits: str) -> str:
    """``1er``: premier; ``05``: cinq."""
    value = digits.lstrip("0").removesuffix(NUMBERS.mapping("word")["first_ending"])
    return spelling.first() if value == "1" else spelling.cardinal(value)


def _short(match: re.Match[str]) -> tuple[str, float, str] | None:
    """``le 22/10``, ``22/09``, ``17.06``; without a word that announces a date it is doubtful."""
    before = WORD_BEFORE.search(match.string, max(0, match.start() - 12), match.start())
    announced = (
        bool(before and before[1].lower() in CALENDAR.words("before date")) or _ends_list(match) or _is_listed(match)
    )
    if not announced and _TENSION.search(match.string, max(0, match.start() - 24), match.start()):
        return None
    zero = match["month"].startswith("0") or match["first"] is not None or int(match["day"]) > _NO_PART
    zero = zero or (match["sep"] == "/" and _is_bracketed(match))
    zero = zero or (match["sep"] == "/" and _is_late(match, before[1].lower() if before else ""))
    following = _WORD_AFTER.match(match.string, match.end())
    if (match[0] in TABLE.words("no date") and not announced) or _HOURS.match(match.string, match.end()):
        return None
    if match["sep"] == "." and not announced and _is_one_of_several(match):
        return None
    if match["sep"] == "." and ON_CHANNEL.search(match.string, max(0, match.start() - 24), match.end()):
        return None
    if match["sep"] == "." and not announced and _PROGRAMME.match(match.string, match.end()):
        return None
    on_day = before is not None and before[1].lower() in CALENDAR.mapping("weekday")
    if not (zero or on_day) and following and following[1].lower() in TABLE.words("after fraction"):
        return None
    closed = match.string.startswith((".", ",", ";", ")", " à ", " ou "), match.end("month")) or on_day
    announced_enough = announced and (match["sep"] == "/" or len(match["month"]) == 2 or closed)
    if not (zero or announced_enough) or (match["sep"] == "." and before and not announced):
        return None
    text = f"{day(match['day'])} {month_names()[int(match['month'])]}"
    mark = "over" if match["sep"] == "/" else "point"
    other = f"{spelling.with_zeros(match['day'])} {spelling.word(mark)} {spelling.with_zeros(match['month'])}"
    return text, LIKELY if announced else UNSURE, other


def _is_one_of_several(match: re.Match[str]) -> bool:
    """``7.02, 10.04, 16.05``: hours or prices."""
    before = _DOTTED_BEFORE.search(match.string, max(0, match.start() - 8), match.start())
    return before is not None or _DOTTED_BEHIND.match(match.string, match.end()) is not None


def _dashed(match: re.Match[str]) -> tuple[str, float, str]:
    text = f"{day(match['day'])} {month_names()[int(match['month'])]}"
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
    if _UNTIL.match(match.string, match.end()) or _SINCE.search(
        match.string, max(0, match.start() - 12), match.start()
    ):
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


def _short_year(match: re.Match[str]) -> tuple[str, float, str] | None:
    """``depuis 10/24``, or alone on its line: a month and the year it belongs to."""
    before = WORD_BEFORE.search(match.string, max(0, match.start() - 12), match.start())
    alone = match[0] == match.string.strip(" .") and int(match["year"]) > _NO_PART
    near = match.string[max(0, match.start() - _NEAR) : match.end() + _NEAR]
    no_month = int(match["year"]) > _DECEMBER and _ZERO.search(near) is not None  # « le 03/18 » is no day of a month
    dated = before is not None and before[1].lower() in CALENDAR.words("before date")
    if not (alone or (no_month and dated) or (before and before[1].lower() in TABLE.words("before month and year"))):
        return None
    other = f"{spelling.with_zeros(match['month'])} {spelling.word('over')} {spelling.with_zeros(match['year'])}"
    return f"{month_names()[int(match['month'])]} {year(match['year'])}", UNSURE, other


SHORT_DATES = ((_SHORT_YEAR, _short_year), (_SHORT, _short), (_DASHED, _dashed))
"""Patterns and what their matches say."""
