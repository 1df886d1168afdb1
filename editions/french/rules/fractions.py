"""Fractions and marks: ``1/3``, ``¾ d'heure``, ``3 mois ½``, ``les 1/4 de finale``, ``17/20``, ``12/8 de tension``.

What is a mark is told by ``french.out_of``; parts from five on say that they may be one.
"""

import re
from collections.abc import Iterator
from functools import cache

from editions.french import agreement, out_of, spelling
from editions.french.around import near_word
from editions.french.confidence import LIKELY, PLAUSIBLE, SURE, UNSURE
from editions.french.grammar import NUMBERS, PAIRS
from editions.french.lazy import Lazy
from editions.french.numerals import LEFT, parse
from editions.french.parts import NOUN_BEHIND, RULE, TABLE, mixed, part, part_name
from editions.french.patterns import BLANK, either
from editions.french.quantities import of, said, units
from editions.model import Sentence, Span
from editions.speech import Reading

_SIGNS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
_SIGN = Lazy(rf"(?P<whole>(?<![\w.,])[0-9]{{1,4}}{BLANK}?)?(?P<sign>[{_SIGNS}])", f"[{_SIGNS}]")
_SLASH = Lazy(
    rf"""
    {LEFT} (?: (?P<whole> [0-9]{{1,4}} ) {BLANK}? (?= [0-9]{{1,2}}\u2044 ) (?<={BLANK}) )?
    (?P<above> [0-9]{{1,4}} ) {BLANK}?\u2044{BLANK}? (?P<below> [1-9][0-9]{{0,3}} ) (?!\w)
    """,
    "\u2044",
)
"""``2 1\u20444``: the fraction slash of Word, InDesign and recipes, which is never a date nor a mark."""
_BAR = Lazy(
    rf"""
    {LEFT} (?<!/) (?! (?<=[0-9]{BLANK}) [0-9]{{3}}/ )
    (?: (?P<whole> [0-9]{{1,2}} ) {BLANK} (?= [0-9]{{1,2}}/[0-9]{{1,2}} (?![0-9]) ) )?
    (?P<above> [0-9]{{1,4}} (?:,[0-9]{{1,2}})? ) {BLANK}?/{BLANK}?
    (?P<below> [1-9][0-9]{{0,2}} (?:{BLANK}[0-9]{{3}})+ (?![0-9]) | [1-9][0-9]{{0,5}} )
    (?P<ending> [^\W\d_]{{1,4}} )? (?![\w]|/[0-9]|,[0-9])
    """,
    r"[0-9]\s?/",
    "/",
)
_GROUPED = rf"[1-9][0-9]{{0,2}}(?:{BLANK}[0-9]{{3}})+"
_ESTIMATE = Lazy(
    rf"{LEFT}(?P<low>{_GROUPED})/(?=(?P<high>{_GROUPED}|[1-9][0-9]{{3,}})(?![\w/]))", r"[0-9]{3}/[1-9]", "/"
)
"""``3 000/4 000 €``."""
_COUNTED = Lazy(r"[0-9][ \u00a0\u2009\u202f]?([^\W\d_]+)[ \u00a0\u2009\u202f]\Z")
_SPELLED = Lazy(r"(?<!\w)[uU]ne?[ \u00a0\u2009\u202f]([^\W\d_]+)[ \u00a0\u2009\u202f]\Z")
"""``un an ½``."""
_AND = Lazy(
    rf"""
    (?<!\w)
    (?:
        (?P<number> [0-9]+ | [^\W\d_]+ ) {BLANK} (?P<noun> [^\W\d_]{{2,}} )
      | (?P<hour> {either(TABLE.words("half hour"))} )
    )
    {BLANK}{spelling.word("and")}{BLANK}\Z
    """
)
_UNIT = Lazy(rf"{BLANK}(l|L|h|j|kg|g|ha|km|m|mm|cm|t|s)(?!\w|['’-]|\.\w)")
_MANY = Lazy(rf"{BLANK}([^\W\d_A-Z]{{3,}})(?!\w)")
_COUNTABLE = Lazy(rf"{BLANK}?(?:(?:[kKM]|Mds?)?[€$£]|[%°]|(?P<unit>[^\W\d_]{{1,4}}[23]?)(?![\w'’]))")
_YEARS_OLD = Lazy(rf"{BLANK}{spelling.word('years_old')}(?!\w)")
_EQUALS = Lazy(rf"{BLANK}?=")
"""``10 / 2 = 5``: a division."""
_PRICE = Lazy(rf"{BLANK}?[€$£]")
_LEAST = 5
"""From this on, what stands above a bar before a unit is the lower end of a range."""
_MOST_SETS = 3
"""Up to this one, ``3/1`` is a match won by three sets to one; above, ``14/1`` are the odds of a horse."""
_RATES = ("1000", "10000", "100000", "1000000")
"""``124/100 000``: cases for so many people."""
_FEW = 2
"""Figures of a rate; more of them are a mark: ``850/1 000``."""


def read(sentence: Sentence) -> Iterator[Reading]:
    """Fractions in one sign, then those with a bar."""
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    for match in _SIGN.finditer(source, start, end):
        above, _, below = TABLE.mapping("sign")[match["sign"]].partition("/")
        yield from _fraction(match, above, below, end)
    for match in _SLASH.finditer(source, start, end):
        yield from _fraction(match, match["above"], match["below"], end)
    for match in _ESTIMATE.finditer(source, start, end):
        yield Reading(Span(*match.span()), _estimate(match), RULE, LIKELY)
    for match in _BAR.finditer(source, start, end):
        if match["ending"] and (match["ending"] not in NUMBERS.mapping("ending") or "," in match["above"]):
            continue
        if _YEARS_OLD.match(source, match.end(), end) or (
            "," in match["above"] and _PRICE.match(source, match.end(), end)
        ):
            continue
        if not match["ending"] and _EQUALS.match(source, match.end(), end):
            by = f"{parse(match['above']).said()} {spelling.word('divided')} {parse(match['below']).said()}"
            yield Reading(Span(*match.span()), by, RULE, LIKELY)
            continue
        if out_of.is_show(match, end):
            text = f"{spelling.cardinal(match['above'])} {spelling.cardinal(match['below'])}"
            yield Reading(Span(*match.span()), text, RULE, LIKELY)
            continue
        if out_of.is_vote(match):
            text = f"{parse(match['above']).said()} {spelling.word('to')} {parse(match['below']).said()}"
            yield Reading(Span(*match.span()), text, RULE, LIKELY)
            continue
        text, confidence, others = _bar(match, end)
        if _is_pair_of_prices(match, end):
            span = Span(match.start(), match.start("below"))
            yield Reading(span, f"{parse(match['above']).said()}, ", RULE, LIKELY)
            continue
        if _is_range(match, end):
            yield Reading(
                Span(match.start(), match.start("below")),
                f"{parse(match['above']).said()} {spelling.word('to')} ",
                RULE,
                LIKELY,
            )
            continue
        below = parse(match["below"]).integer
        smaller = match["above"].isdigit() and int(match["above"]) < int(below)
        if smaller and (wholes := _counted_wholes(match, end)):
            yield _and_a_part(match, wholes, match["above"], below)
            continue
        if match["above"].isdigit() and (counted := _UNIT.match(source, match.end(), end)):
            half = (match["above"], below) == ("1", "2")
            yield _of_unit(match, part(match, match["above"], below, end), counted, half)
        yield Reading(Span(*match.span()), text, RULE, confidence, others)


def _fraction(match: re.Match[str], above: str, below: str, end: int) -> Iterator[Reading]:
    """What can be nothing but a fraction, alone or behind a whole number; with the unit that it is one of."""
    counted = _UNIT.match(match.string, match.end(), end)
    if wholes := _counted_wholes(match, end):
        yield _and_a_part(match, wholes, above, below)
    elif counted and not match["whole"]:
        yield _of_unit(match, part(match, above, below, end), counted, (above, below) == ("1", "2"))
    yield Reading(Span(*match.span()), _sign(match, above, below, end), RULE)


def _estimate(match: re.Match[str]) -> str:
    """The lower end of a range, or the cases of a rate: ``1 200/100 000``."""
    low, high = parse(match["low"]), parse(match["high"])
    is_rate = high.integer in _RATES and _LEAST * int(low.integer) < int(high.integer)
    return f"{low.said()} {spelling.word('for' if is_rate else 'to')} "


def _is_pair_of_prices(match: re.Match[str], end: int) -> bool:
    """``12/8 €``: full and reduced price."""
    falling = match["above"].isdigit() and int(match["above"]) > int(parse(match["below"]).integer)
    return bool(falling and not match["whole"] and _PRICE.match(match.string, match.end(), end))


def _is_range(match: re.Match[str], end: int) -> bool:
    """``15/20 °C``, ``5/10 €``: two numbers of the same thing, no fraction of it."""
    above, below = match["above"], parse(match["below"]).integer
    if match["whole"] or match["ending"] or not above.isdigit() or not 2 <= int(above) < int(below):
        return False
    if (noun := NOUN_BEHIND.match(match.string, match.end(), end)) and noun[1] in PAIRS.words("counted"):
        return True
    if int(above) < _LEAST or (below in _RATES and _LEAST * int(above) < int(below)):
        return False
    sign = _COUNTABLE.match(match.string, match.end(), end)
    return sign is not None and (sign["unit"] is None or sign["unit"] in units())


def _of_unit(match: re.Match[str], text: str, counted: re.Match[str], half: bool) -> Reading:
    """``1/2 l``: un demi-litre; ``3/4 h``: trois quarts d'heure."""
    name = units()[counted[1]].singular
    head = (
        f"{spelling.cardinal('1', units()[counted[1]].feminine)} {part_name('2', False)}-" if half else text + of(name)
    )
    return Reading(Span(match.start(), counted.end()), head + name, RULE)


def _counted_wholes(match: re.Match[str], end: int) -> re.Match[str] | None:
    """The unit or the noun behind a whole number and a fraction."""
    if not match["whole"]:
        return None
    if counted := _UNIT.match(match.string, match.end(), end):
        return counted
    noun = _MANY.match(match.string, match.end(), end)
    if noun is None or noun[1] in NUMBERS.words("not counted") | TABLE.words("not halved"):
        return None
    return noun if noun[1].endswith(("s", "x")) or match["whole"].strip() == "1" else None


def _and_a_part(match: re.Match[str], counted: re.Match[str], above: str, below: str) -> Reading:
    """``2 1/2 h``, ``7 ½ ans``, ``2 1/4 tonnes``: deux heures et demie, sept ans et demi, deux tonnes un quart."""
    number, name = parse(match["whole"].strip()), counted[1]
    known = units().get(name) if _UNIT.match(counted.string, counted.start()) else None
    feminine = known.feminine if known else agreement.feminine(name)
    text = said(number, known) if known else f"{number.said(feminine)} {name}"
    rest = f"{spelling.cardinal(above)} {part_name(below, int(above) > 1)}"
    if (above, below) == ("1", "2"):
        rest = spelling.word("half_feminine" if feminine else "half")
    return Reading(Span(match.start(), counted.end()), f"{text} {rest}", RULE)


def _sign(match: re.Match[str], above: str, below: str, end: int) -> str:
    if match["whole"]:
        return mixed(match["whole"].strip(), above, below, agreement.feminine_after(match.string, match.end(), end))
    counted = _counted(match) or _SPELLED.search(match.string, max(0, match.start() - 24), match.start())
    if counted and (above, below) == ("1", "2"):
        return spelling.word("half_feminine" if agreement.feminine(counted[1]) else "half")
    return part(match, above, below, end)


def _counted(match: re.Match[str]) -> re.Match[str] | None:
    """``3 mois`` before a half; not the joiner of two fractions, ``de 1/3 à 1/2``."""
    counted = _COUNTED.search(match.string, max(0, match.start() - 24), match.start())
    return None if counted and counted[1] in NUMBERS.words("joiner") else counted


def _bar(match: re.Match[str], end: int) -> tuple[str, float, tuple[str, ...]]:
    above, below = match["above"], parse(match["below"]).integer
    if match["whole"] and int(above) < int(below):
        return mixed(match["whole"], above, below, False), SURE, ()
    if (above, below) == ("1", "2") and (halved := _and_half(match)):
        half = spelling.word("half_feminine" if agreement.feminine(halved) else "half")
        return half.removeprefix(f"{spelling.word('and')} "), SURE, ()
    counted = _counted(match)
    noun = NOUN_BEHIND.match(match.string, match.end(), end)
    is_rest = noun is None or noun[1].lower() in TABLE.words("not halved") | NUMBERS.words("not counted")
    if counted and (above, below) == ("1", "2") and is_rest:
        return spelling.word("half_feminine" if agreement.feminine(counted[1]) else "half"), SURE, ()
    joined = match.string[match.start() - 1 : match.start()] == "+"
    named = match[0] in PAIRS.words("tennis rank") or f"{above}-{below}" in PAIRS.words("name")
    if joined or named or _is_season(match, above, below):
        return f"{spelling.cardinal(above)} {spelling.cardinal(below)}", LIKELY, ()
    if below == "1" and above.isdigit():
        link = spelling.word("to" if int(above) <= _MOST_SETS else "against")
        return f"{spelling.cardinal(above)} {link} {spelling.cardinal('1')}", UNSURE, ()
    if below in _RATES and above != "1":
        link = spelling.word("over" if below == "1000" and len(above) > _FEW else "for")
        return f"{parse(above).said()} {link} {spelling.cardinal(below)}", LIKELY, ()
    head = f"{spelling.cardinal(match['whole'])} " if match["whole"] else ""
    as_mark = f"{head}{parse(above).said()} {spelling.word('over')} {spelling.cardinal(below)}"
    if match["ending"]:
        return part(match, above, below, end), SURE, ()
    many_parts = above != "1" and 20 < int(below) < 32 and not _is_of(noun)
    if match[0] in PAIRS.words("picture") and not out_of.is_announced(match) and not _is_of(noun):
        return part(match, above, below, end), PLAUSIBLE, (as_mark,)
    if out_of.is_share(match, noun):
        return part(match, above, below, end), LIKELY, (as_mark,)
    if many_parts or out_of.is_mark(match, above, below):
        return as_mark, LIKELY, () if "," in above else (head + part(match, above, below, end),)
    said_as_part = head + part(match, above, below, end)
    return (said_as_part, SURE, ()) if int(below) <= 4 else (said_as_part, UNSURE, (as_mark,))


def _and_half(match: re.Match[str]) -> str:
    """The noun of ``deux ans et 1/2``, ``minuit et 1/2``; empty when no number stands before it."""
    found = _AND.search(match.string, max(0, match.start() - 32), match.start())
    if found is None:
        return ""
    if (noun := found["hour"] or found["noun"]) in TABLE.words("half hour"):
        return noun
    return noun if found["number"].isdigit() or found["number"].lower() in _numerals() else ""


@cache
def _numerals() -> frozenset[str]:
    """The first numbers in words."""
    return frozenset(spelling.cardinal(str(number), feminine) for number in range(1, 25) for feminine in (False, True))


def _is_of(noun: re.Match[str] | None) -> bool:
    return noun is not None and noun[1] in TABLE.words("of")


def _is_season(match: re.Match[str], above: str, below: str) -> bool:
    """``saison 23/24``."""
    in_a_row = above.isdigit() and int(below) == int(above) + 1
    return in_a_row and near_word(match) in PAIRS.words("after")
