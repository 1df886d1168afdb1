"""What a prime means: ``2'30"``, ``45'``, ``9"58``, ``(90'+3)``, a screen of ``6,3"``; part of the rule of times.

In the brackets of a match report it is a minute of the match: *quarante-cinquième minute*.
"""

import re

from editions.french import spelling
from editions.french.around import says
from editions.french.lazy import Lazy
from editions.french.numerals import LEFT, Number, parse
from editions.french.patterns import BLANK, either
from editions.french.quantities import said, units
from editions.tables import Table

RULE = "times"
TABLE = Table(f"rules/{RULE}")
_DOT = rf"(?:\.(?={BLANK}?[a-z(,;]))?"
MINUTE_SIGN = rf"{BLANK}?(?:min(?![^\W\d_]){_DOT}|mn(?![^\W\d_])|['’′](?!['’′]))"
SECOND_SIGN = rf"{BLANK}?(?:s(?![^\W\d_])|sec(?![^\W\d_]){_DOT}|''|’’|[″”“]|′′|\")"
_GOAL = Lazy(
    rf"""
    (?: (?<![\s\S]) | (?<=[«“\"(]) | (?<=[«“\"]{BLANK}) | (?<=[,;.:!?]{BLANK}) | (?<=\w{BLANK}) ) {LEFT}
    (?P<m> [0-9]{{1,3}} ) (?:er?)?
    (?:
        \+ (?P<more> [0-9]{{1,2}} ) ['’′]
      | ['’′] (?: {BLANK}?\+{BLANK}? (?P<late> [0-9]{{1,2}} ) (?:['’′]|(?!\w)) )?
    )
    (?!['’′\w]) (?: {BLANK} (?P<how> s\.?p\.? | csc | c\.s\.c\. | pen\.? | P ) (?!\w) )?
    """,
    "[0-9]['’′]",
)
_NEXT_GOAL = Lazy(rf"{BLANK}?:|{BLANK}[A-ZÀ-Þ]|,{BLANK}[0-9]{{1,3}}['’](?!['’\w])")
_IN_MINUTES = Lazy(
    rf"""
    {LEFT} (?P<m> [0-9]{{1,3}} ) (?P<m_sign> {MINUTE_SIGN} ) {BLANK}? (?P<s> [0-9]{{1,2}} ) (?![0-9])
    (?: (?P<s_sign> {SECOND_SIGN} ) {BLANK}? (?P<rest> [0-9]{{1,3}} )? )? (?!\w)
    """,
    r"[0-9]\s?['’′m]",
)
_IN_SECONDS = Lazy(
    rf"{LEFT}(?P<s>[0-9]{{1,3}}){SECOND_SIGN}{BLANK}?(?P<rest>[0-9]{{1,3}})(?!\w)", r"[0-9]\s?['’′s″”“\"]"
)
_NOUN = Lazy(r"(?<![^\W\d_])[a-zà-ÿ]{4,}[ \u00a0]\(\Z")
"""``Court métrage (17')``: how long it lasts."""
_FILMED = Lazy(rf"(?:19|20)[0-9]{{2}},{BLANK}\Z")
"""``(Fr., 2022, 52')``: how long a film lasts."""
_LASTS = Lazy(rf"{BLANK}d(?:e{BLANK}|['’])[a-zà-ÿ]")
"""``30' de marche``: how long it lasts."""
_FULL_TIME = 90
_OPEN_QUOTE = Lazy(r"(?<!\w)'(?=\w)[^']*\Z")
_SCORED = Lazy(
    rf"(?:(?<=[0-9]e{BLANK})|(?<=e\+[0-9]{BLANK})|(?<=[0-9]e,{BLANK})){either(TABLE.words('goal'))}(?!\w)",
    r"[0-9]e?,?\s(?:s|c|p|P)",
)
_BEHIND = ("à ", "à\u00a0")
"""``à 47"``: seconds behind."""
_OPENING = {"’": "‘", "”": "“"}
_CLOSING = "'’\"”"
"""Signs that may close a quotation, and what opens the typographic ones."""
_DOUBLE_QUOTE = re.compile(r"(?<![0-9])\"")
_QUOTED = 200
"""How far back an opening quote is looked for."""
_INCHES = Lazy(
    rf"{LEFT}(?P<number>(?P<s>[0-9]{{1,2}}),[0-9](?P<rest>(?<=,[0-9])[0-9])?)(?P<sign>''|″|\")(?!\w)",
    "[0-9](?:''|″|\")",
)
_ALONE = Lazy(
    rf"(?:{LEFT}|(?<=[0-9][xX×]))(?P<m>[0-9]{{1,3}})(?P<sign>['’′](?!['’′])|''|’’|[″”]|\")(?!\w)", "[0-9]['’′″”\"]"
)


def count(digits: str, symbol: str) -> str:
    """``("21", "h")`` → vingt et une heures."""
    return said(parse(digits.lstrip("0") or "0"), units()[symbol])


def rest(digits: str, feminine: bool = True) -> str:
    """Minutes after hours, seconds after minutes; nothing when they are 00."""
    return "" if not digits.strip("0") else spelling.with_zeros(digits, feminine and not digits.startswith("0"))


def _goal(match: re.Match[str]) -> str:
    """``45'`` after a bracket, a comma or *la*, ``67' sp``, ``90'+3``."""
    before = match.string[max(0, match.start() - 6) : match.start()]
    if _LASTS.match(match.string, match.end()) or before.endswith(("x ", "× ", "x\u00a0", "×\u00a0")):
        return ""
    if (
        says(match.string, 0, len(match.string), TABLE.words("film"))
        or before.endswith(("» (", "»\u00a0(", '" ('))
        or _FILMED.search(match.string, max(0, match.start() - 8), match.start())
    ):
        return ""
    listed = (
        (before.endswith("(") and not _NOUN.search(match.string, max(0, match.start() - 24), match.start()))
        or match["how"]
        or match["more"]
        or match["late"]
    )
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
    text = count(match["m"], "min")
    if named or match["rest"]:
        text += f" {count(match['s'], 's')}"
    elif behind := rest(match["s"]):
        text += f" {behind}"
    return f"{text} {spelling.with_zeros(match['rest'])}" if match["rest"] else text


def _in_seconds(match: re.Match[str]) -> str:
    return f"{count(match['s'], 's')} {spelling.with_zeros(match['rest'])}"


def _alone(match: re.Match[str]) -> str:
    """``5'``: cinq minutes; ``35"``: seconds, unless the sign closes a quotation."""
    if match["sign"] in _CLOSING and _closes_quotation(match):
        return ""
    behind = match.string[max(0, match.start() - 2) : match.start()] in _BEHIND
    if match["sign"] in '"″”' and not behind and says(match.string, 0, len(match.string), TABLE.words("inches")):
        return said(Number(match["m"]), units()["po"])
    return said(Number(match["m"]), units()["min" if match["sign"] in "'’′" else "s"])


def _inches(match: re.Match[str]) -> str:
    """``6,3"``: the size of a screen; ``9,58"``: hundredths of a second."""
    if _closes_quotation(match):
        return ""
    number = parse(match["number"])
    if match["rest"] and not says(match.string, 0, len(match.string), TABLE.words("screen")):
        return f"{count(match['s'], 's')} {spelling.with_zeros(number.fraction)}"
    return said(number, units()["po"])


def _closes_quotation(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - _QUOTED) : match.start()]
    if match["sign"] in _OPENING:
        opening = _OPENING[match["sign"]]
        return before.rfind(opening) > before.rfind(match["sign"])
    if match["sign"] == "'":
        return _OPEN_QUOTE.search(before) is not None
    return len(_DOUBLE_QUOTE.findall(before)) % 2 == 1


def _scored(match: re.Match[str]) -> str:
    """``78e sp``: how the goal was scored, behind an ordinal."""
    return TABLE.mapping("goal")[match[0]]


PRIMES = (
    (_IN_MINUTES, _in_minutes),
    (_IN_SECONDS, _in_seconds),
    (_GOAL, _goal),
    (_ALONE, _alone),
    (_INCHES, _inches),
)
"""Patterns and what their matches say, the longest forms first."""
SCORED = (_SCORED, _scored)
"""How a goal was scored, behind an ordinal; before all others."""
