"""A unit written behind both ends of a range: ``10°C-15°C``, ``5 km-10 km``, ``10 M€-12 M€``, ``8 ans/12 ans``.

Upwards and with a dash it is a range, and the unit is said once: *cinq à dix kilomètres*. With a slash, or downwards,
they are two quantities, said one after the other.
"""

import re
from collections.abc import Iterator
from functools import cache

from editions.french import spelling
from editions.french.around import near_word
from editions.french.confidence import LIKELY
from editions.french.grammar import NUMBERS
from editions.french.lazy import Lazy
from editions.french.multiples import multiplied
from editions.french.numerals import LEFT, LOOSE, MINUS, Number, parse
from editions.french.patterns import BLANK, either
from editions.french.quantities import Unit, said, unit
from editions.model import Sentence, Span
from editions.speech import Reading
from editions.tables import Table, table

RULE = "repeated"
TABLE = Table(f"rules/{RULE}")
_MULTIPLE = either(NUMBERS.words("multiple"))
_TWICE = Lazy(
    rf"""
    (?P<minus> (?<![\w)]) {MINUS} )? {LEFT} (?<!{MINUS}[0-9]) (?P<low> {LOOSE} ) {BLANK}?
    (?P<unit> [°º]{BLANK}?[CF]? | % | (?:{_MULTIPLE})?[€$£] | [^\W\d_]{{1,10}}[²³]? )
    (?P<dash> {BLANK}? [-\u2010\u2011\u2013\u2014/] {BLANK}? ) (?P<negative> {MINUS} )?
    (?P<high> {LOOSE} ) {BLANK}? (?P=unit) (?![\w²³€]|[-/][0-9]|{BLANK}[-–/]{BLANK}[0-9])
    """,
    r"[0-9]\s?(?:[°º%€$£]|[^\W\d_])[^\s/–-]{0,9}\s?[-\u2010\u2011\u2013\u2014/]\s?[-−–]?[0-9]",
)
_SIGN = re.compile(rf"(?P<multiple>{_MULTIPLE})?(?P<sign>[€$£])")


def read(sentence: Sentence) -> Iterator[Reading]:
    """Two quantities of one unit."""
    for match in _TWICE.finditer(sentence.source, sentence.span.start, sentence.span.end):
        written = re.sub(BLANK, "", match["unit"]).replace("º", "°")
        spaced = match["dash"] != match["dash"].strip()
        if (spaced and written not in TABLE.words("spaced")) or (text := _said(match, written)) is None:
            continue
        yield Reading(Span(*match.span()), text, RULE, LIKELY)


def _said(match: re.Match[str], written: str) -> str | None:
    low, high = parse(match["low"]), parse(match["high"])
    first, last = _quantity(low, written), _quantity(high, written)
    if first is None or last is None:
        return None
    lower = f"{spelling.word('minus')} " if match["minus"] else ""
    upper = f"{spelling.word('minus')} " if match["negative"] else ""
    if "/" in match["dash"] or not _rises(match, low, high):
        return f"{lower}{first}, {upper}{last}"
    link = spelling.word("and" if near_word(match) in TABLE.words("between") else "to")
    return f"{lower}{_bare(low, written)} {link} {upper}{last}"


def _rises(match: re.Match[str], low: Number, high: Number) -> bool:
    first, last = (float(f"{number.integer}.{number.fraction or 0}") for number in (low, high))
    return (-first if match["minus"] else first) < (-last if match["negative"] else last)


def _quantity(number: Number, written: str) -> str | None:
    """*douze millions d'euros*, *dix kilomètres*; None when it is no unit."""
    if money := _SIGN.fullmatch(written):
        currency = _currency(money["sign"])
        if not money["multiple"] and len(number.fraction) == 2 and money["sign"] != "£":
            return f"{said(Number(number.integer), currency)} {spelling.with_zeros(number.fraction)}"
        return multiplied(number, money["multiple"], currency) if money["multiple"] else said(number, currency)
    if written == "%":
        return f"{number.said()} {spelling.word('percent')}"
    counted = unit(written)
    return said(number, counted) if counted else _in_words(number, written)


def _bare(number: Number, written: str) -> str:
    counted = unit(written)
    return number.said(counted.feminine if counted else False)


def _in_words(number: Number, written: str) -> str | None:
    """Years of age and the like are no units of the table."""
    return f"{number.said()} {written}" if written in TABLE.words("spaced") else None


@cache
def _currency(sign: str) -> Unit:
    one, many, gender = next(row[1:4] for row in table("dictionaries/currencies") if row[0] == sign)
    return Unit(one, many, gender == "f")
