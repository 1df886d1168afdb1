"""Hours and durations: ``20h30``, ``1 h 30 min``, ``14h-18h``, ``20:30``, ``2'30"``, ``9 s 58``, ``24h/24``, ``(45')``.

Hours and minutes are feminine: *vingt et une heures*. Zeros before minutes are said: *huit heures zéro cinq*. A prime
in the brackets of a match report is a minute of the match: *quarante-cinquième minute*.
"""

import re
from collections.abc import Iterator

from editions.french import spelling
from editions.french.grammar import NUMBERS
from editions.french.lazy import Lazy
from editions.french.numerals import DASH, LEFT, Number, parse
from editions.french.patterns import BLANK, CAPITAL, either
from editions.french.quantities import said, units
from editions.model import Sentence, Span
from editions.speech import Reading
from editions.tables import Table, mapping

RULE = "times"
TABLE = Table(f"rules/{RULE}")
_NO_MORE = r"(?!\w|/[^\W\d_])"
_DOT = rf"(?:\.(?={BLANK}?[a-z(,;]))?"
_MIN = rf"{BLANK}?(?:min(?![^\W\d_]){_DOT}|mn(?![^\W\d_])|['’′](?!['’′]))"
_SEC = rf"{BLANK}?(?:s(?!\w)|sec(?!\w){_DOT}|''|’’|″|′′|\")"
_ROUND_THE_CLOCK = Lazy(
    rf"""
    {LEFT} (?P<one> 24 | 7 ) {BLANK}? (?P<unit> [hHjJ] )? {BLANK}?/{BLANK}? (?P<all> 24 | 7 )
    (?:{BLANK}?[hHjJ](?!\w))? (?!\w)
    """,
    r"/\s?(?:24|7)",
    "/",
)
_CLOCK = Lazy(
    rf"""
    {LEFT}
    (?:
        (?P<low> [0-9]{{1,2}} ) (?P<low_h> {BLANK}?[hH] (?: {BLANK}? (?P<low_m> [0-9]{{2}} ) )? )?
        (?(low_h) (?:{DASH}|(?P<bar>/)) | {DASH} )
    )?
    (?P<h> [0-9]{{1,2}} ) {BLANK}?[hH]
    (?:
        {BLANK}? (?P<m> [0-9]{{1,2}} ) (?! [0-9] | /[0-9] (?![0-9]?{BLANK}?[hH]) ) (?P<m_sign> {_MIN} )?
        (?:
            {BLANK}? (?P<s> [0-9]{{1,2}} )
            (?: (?P<s_sign> {_SEC} ) (?P<rest> [0-9]{{1,3}} )? | (?<=['’′][0-9]{{2}}) (?![0-9]) )
        )?
    )?
    {_NO_MORE}
    """,
    r"[0-9]\s?[hH]",
)
_COLONS = Lazy(
    rf"{LEFT}(?P<h>[01]?[0-9]|2[0-4]):(?P<m>[0-5][0-9])(?::(?P<s>[0-5][0-9]))?(?![0-9:]|[.,][0-9]|{BLANK}000)",
    "[0-9]:[0-9]",
    ":",
)
_IN_GRID = Lazy(r"(?<![0-9.,])(?:[01][0-9]|2[0-3])\.[0-5][0-9]\s", r"[0-9]\.[0-5]")
_NO_HOURS = Lazy(r"(?<![\w:])(?:[0-9]{1,2}:[0-9]|(?:2[5-9]|[3-9][0-9]):[0-9]{2})(?![\w:])", "[0-9]:[0-9]", ":")
_GRID = Lazy(
    rf"""
    (?: (?<![\s\S]) | (?<=[.,;:!?«»)–—-]{BLANK}) | (?<=[(«“]) | (?<=\n) ) (?P<h> [01]?[0-9] | 2[0-3] ) \.
    (?P<m> [0-5][0-9] ) (?= {BLANK}[{CAPITAL}«“\"] | {BLANK}?:{BLANK} | {BLANK}[0-9]{{1,3}}{BLANK}[a-z]{{2}} )
    """,
    r"[0-9]\.[0-5][0-9]\s",
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
_GOAL = Lazy(
    rf"""
    (?: (?<![\s\S]) | (?<=[«“\"(]) | (?<=[«“\"]{BLANK}) | (?<=[,;]{BLANK}) | (?<=\w{BLANK}) ) {LEFT}
    (?P<m> [0-9]{{1,3}} ) (?:er?)?
    (?:
        \+ (?P<more> [0-9]{{1,2}} ) ['’′]
      | ['’′] (?: {BLANK}?\+{BLANK}? (?P<late> [0-9]{{1,2}} ) (?:['’′]|(?!\w)) )?
    )
    (?!['’′\w]) (?: {BLANK} (?P<how> s\.?p\.? | csc | c\.s\.c\. | pen\.? | P ) (?!\w) )?
    """,
    "[0-9]['’′]",
)
_NEXT_GOAL = Lazy(rf"{BLANK}:|,{BLANK}[0-9]{{1,3}}['’](?!['’\w])")
_IN_MINUTES = Lazy(
    rf"""
    {LEFT} (?P<m> [0-9]{{1,3}} ) (?P<m_sign> {_MIN} ) {BLANK}? (?P<s> [0-9]{{1,2}} ) (?![0-9])
    (?: (?P<s_sign> {_SEC} ) {BLANK}? (?P<rest> [0-9]{{1,3}} )? )? (?!\w)
    """,
    r"[0-9]\s?['’′m]",
)
_IN_SECONDS = Lazy(rf"{LEFT}(?P<s>[0-9]{{1,3}}){_SEC}{BLANK}?(?P<rest>[0-9]{{1,3}})(?!\w)", r"[0-9]\s?['’′s″\"]")
_AND_HALF = Lazy(rf"{LEFT}(?<!/)(?P<h>[0-9]{{1,2}}){BLANK}?[hH]{BLANK}?(?:1/2|½)(?!\w)", r"[hH]\s?[1½]", "/½")
_OPENING = Lazy(
    rf"(?<!\w)(?i:{either(TABLE.words('opening'))})(?!\w)|(?<![0-9])(?:[5-9]|1[01]){BLANK}?[hH][0-9]{{0,2}}/"
)
"""A word of opening hours, or those of the morning before those of the afternoon."""
_NOON = 12
_FULL_TIME = 90
_OPEN_QUOTE = Lazy(r"(?<!\w)'(?=\w)[^']*\Z")
_SCORED = Lazy(
    rf"(?:(?<=[0-9]e{BLANK})|(?<=e\+[0-9]{BLANK})|(?<=[0-9]e,{BLANK})){either(TABLE.words('goal'))}(?!\w)",
    r"[0-9]e?,?\s(?:s|c|p|P)",
)
_DOUBLE_QUOTE = re.compile(r"(?<![0-9])\"")
_FRACTION = Lazy(r"(?<![hH0-9])[0-9]{1,2}/\Z")
_PER_DAY = Lazy(rf"[0-9]{BLANK}?[^\W\d_]{{1,3}}\.?[²³23]?(?<![hHjJ])/\Z")
_DAYS = ("4", "6", "8", "12", "24", "48", "72")
"""``50 mm/24 h``, ``1 g/6 h`` are rates, no hours of the day."""
_EARLIEST = 6
"""Before this hour, two figures and two more alone on a line are rather a number."""
_QUOTED = 200
"""How far back an opening quote is looked for."""
_INCHES = Lazy(
    rf"{LEFT}(?P<number>(?P<s>[0-9]{{1,2}}),[0-9](?P<rest>(?<=,[0-9])[0-9])?)(?P<sign>''|″|\")(?!\w)",
    "[0-9](?:''|″|\")",
)
_ALONE = Lazy(rf"(?:{LEFT}|(?<=[0-9][xX×]))(?P<m>[0-9]{{1,3}})(?P<sign>['′](?!['′])|''|’’|″|\")(?!\w)", "[0-9]['’′″\"]")


def read(sentence: Sentence) -> Iterator[Reading]:
    """Times of the day and durations, the longest forms first."""
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    for pattern, verbalize in _FORMS:
        for match in pattern.finditer(source, start, end):
            if text := verbalize(match):
                yield Reading(Span(*match.span()), text, RULE)


def _count(digits: str, symbol: str) -> str:
    """``("21", "h")`` → vingt et une heures."""
    return said(parse(digits.lstrip("0") or "0"), units()[symbol])


def _rest(digits: str, feminine: bool = True) -> str:
    """Minutes after hours, seconds after minutes; nothing when they are 00."""
    return "" if not digits.strip("0") else spelling.with_zeros(digits, feminine and not digits.startswith("0"))


def _round_the_clock(match: re.Match[str]) -> str:
    """``24h/24``: vingt-quatre heures sur vingt-quatre; ``7j/7``."""
    if match["one"] != match["all"]:
        days = f"{_count('7', 'j')} {spelling.word('over')} {spelling.cardinal('7')}"
        hours = f"{_count('24', 'h')} {spelling.word('over')} {spelling.cardinal('24')}"
        return f"{hours}, {days}" if (match["one"], match["all"]) == ("24", "7") else ""
    one = _count(match["one"], match["unit"].lower()) if match["unit"] else spelling.cardinal(match["one"])
    return f"{one} {spelling.word('over')} {spelling.cardinal(match['all'])}"


def _clock(match: re.Match[str]) -> str:
    """``20h30``, ``9h-12h``; not the ``4 h`` of ``3/4 h``."""
    if _FRACTION.search(match.string, max(0, match.start() - 4), match.start()):
        return ""
    if match["h"] in _DAYS and _PER_DAY.search(match.string, max(0, match.start() - 8), match.start()):
        return ""
    parts = []
    if match["low"]:
        low = _hours(match["low"], match["low_m"] or "") if match["low_h"] else spelling.cardinal(match["low"], True)
        parts = [low, spelling.word("to")] if not match["bar"] or _is_stretch(match) else [f"{low},"]
    named = bool(match["s"] or (match["m_sign"] and "m" in match["m_sign"]))
    parts.append(_hours(match["h"], match["m"] or "", named))
    if match["s"]:
        parts.append(_count(match["s"], "s") if match["s_sign"] else spelling.cardinal(match["s"], True))
    if match["rest"]:
        parts.append(spelling.with_zeros(match["rest"]))
    return " ".join(parts)


def _is_stretch(match: re.Match[str]) -> bool:
    """``10h/12h`` are opening hours, ``14h/17h/20h`` the showings of a film."""
    around = match.string[match.start() - 1 : match.start()] + match.string[match.end() : match.end() + 1]
    low, high = int(match["low"]), int(match["h"])
    if "/" in around or (low, match["low_m"] or "") >= (high, match["m"] or ""):
        return False
    return low < _NOON or _OPENING.search(match.string, max(0, match.start() - _QUOTED), match.start()) is not None


def _hours(hours: str, minutes: str, named: bool = False) -> str:
    """``("21", "01")`` → vingt et une heures zéro un; ``named``: the word *minutes* was written."""
    if named:
        return f"{_count(hours, 'h')} {_count(minutes, 'min')}"
    rest = _rest(minutes)
    return f"{_count(hours, 'h')} {rest}" if rest else _count(hours, "h")


def _colons(match: re.Match[str]) -> str:
    """``20:30``, but the sets of a match (``25:18, 23:25``) are no hours."""
    if match["s"] is None and _NO_HOURS.search(match.string):
        return ""
    if match["s"]:
        return f"{_hours(match['h'], match['m'], named=True)} {_count(match['s'], 's')}"
    return _hours(match["h"], match["m"])


def _grid(match: re.Match[str]) -> str:
    """``21.05 Le film du soir``: the hour in front of a programme, but ``12.50 CHF`` is a price."""
    after = _WORD.match(match.string, match.end())
    if after and (after[1] in mapping("dictionaries/currencies") or after[1] in units()):
        return ""
    if len(match["h"]) == 1 and not _IN_GRID.search(match.string):
        return ""
    return _hours(match["h"], match["m"])


def _dotted(match: re.Match[str]) -> str:
    """``à 18.30``, ``de 14.00 à 18.30``, or the hour alone on its line."""
    word = match["word"]
    if word is None and (match.end() < len(match.string.rstrip(". ")) or int(match["h"]) < _EARLIEST):
        return ""
    if word is not None and word.lower() not in TABLE.words("before hour"):
        return ""
    head = f"{word}{match.string[match.end('word')]}" if word else ""
    low = f"{_hours(match['low'], match['low_m'])} {spelling.word('to')} " if match["low"] else ""
    return f"{head}{low}{_hours(match['h'], match['m'])}"


def _goal(match: re.Match[str]) -> str:
    """``45'`` after a bracket, a comma or *la*, ``67' sp``, ``90'+3``."""
    before = match.string[max(0, match.start() - 6) : match.start()]
    listed = before.endswith("(") or match["how"] or match["more"] or match["late"]
    listed = listed or before.endswith(("' et ", "’ et ")) or _NEXT_GOAL.match(match.string, match.end())
    in_time = before.endswith((", ", "; ")) and int(match["m"]) <= _FULL_TIME  # a film of 110' may be listed so too
    if not (listed or (in_time and "'" in match.string) or re.search(r"(?<!\w)la.\Z", before)):
        return ""
    feminine_first = match["m"] == "1"
    text = (spelling.first(True) if feminine_first else spelling.ordinal(match["m"])) + f" {units()['min'].singular}"
    if extra := match["more"] or match["late"]:
        text += f" {spelling.word('plus')} {spelling.cardinal(extra)}"
    if match["how"]:
        text += f" {TABLE.mapping('goal')[match['how']]}"
    return text


def _in_minutes(match: re.Match[str]) -> str:
    """``2'30``: deux minutes trente; ``2 min 30 s``: the seconds are named as they were written."""
    named = bool(match["s_sign"] and "s" in match["s_sign"])
    text = _count(match["m"], "min")
    if named or match["rest"]:
        text += f" {_count(match['s'], 's')}"
    elif rest := _rest(match["s"]):
        text += f" {rest}"
    return f"{text} {spelling.with_zeros(match['rest'])}" if match["rest"] else text


def _in_seconds(match: re.Match[str]) -> str:
    return f"{_count(match['s'], 's')} {spelling.with_zeros(match['rest'])}"


def _alone(match: re.Match[str]) -> str:
    """``5'``: cinq minutes; ``35"``: seconds, unless the sign closes a quotation."""
    if match["sign"] in "'\"" and _closes_quotation(match):
        return ""
    return said(Number(match["m"]), units()["min" if match["sign"] in "'′" else "s"])


def _inches(match: re.Match[str]) -> str:
    """``6,3"``: the size of a screen; ``9,58"``: hundredths of a second."""
    if _closes_quotation(match):
        return ""
    number = parse(match["number"])
    if match["rest"]:
        return f"{_count(match['s'], 's')} {spelling.with_zeros(number.fraction)}"
    return said(number, units()["po"])


def _closes_quotation(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - _QUOTED) : match.start()]
    if match["sign"] == "'":
        return _OPEN_QUOTE.search(before) is not None
    return len(_DOUBLE_QUOTE.findall(before)) % 2 == 1


def _and_half(match: re.Match[str]) -> str:
    """``1 h 1/2``, ``3 h ½``: une heure et demie."""
    return f"{_count(match['h'], 'h')} {spelling.word('half_feminine')}"


def _scored(match: re.Match[str]) -> str:
    """``78e sp``: how the goal was scored, behind an ordinal."""
    return TABLE.mapping("goal")[match[0]]


_FORMS = (
    (_SCORED, _scored),
    (_AND_HALF, _and_half),
    (_DOTTED_HOURS, lambda match: _hours(match["h"], match["m"])),
    (_ROUND_THE_CLOCK, _round_the_clock),
    (_CLOCK, _clock),
    (_COLONS, _colons),
    (_GRID, _grid),
    (_DOTTED, _dotted),
    (_IN_MINUTES, _in_minutes),
    (_IN_SECONDS, _in_seconds),
    (_GOAL, _goal),
    (_ALONE, _alone),
    (_INCHES, _inches),
)
