"""Quantities: a number, a unit, their plural and gender; what measures, times and money share.

``said(parse("2,15"), unit("kg"))`` → ``deux virgule quinze kilogrammes``. The plural begins at 2: ``1,9 kg`` is
singular. After a round million *de* comes in: *un million d'hectares*.
"""

from dataclasses import dataclass
from functools import cache, lru_cache

from editions.french import spelling
from editions.french.grammar import ELISION, QUANTITIES
from editions.french.numerals import Number
from editions.tables import table


@dataclass(frozen=True, slots=True)
class Unit:
    """What is counted."""

    singular: str
    plural: str
    feminine: bool = False
    per: str = ""
    """What is said after a slash."""


@cache
def units() -> dict[str, Unit]:
    """By symbol, as written."""
    return {
        symbol: Unit(singular, plural, gender == "f", per or f"{spelling.word('by')} {singular}")
        for symbol, singular, plural, gender, per in table("dictionaries/units")
    }


@cache
def unit(symbol: str) -> Unit | None:
    """The unit of a symbol, simple (``kg``, ``KG``) or compound (``µg/m³``); None when there is none."""
    folded = symbol.lower() if len(symbol) > 1 and symbol not in QUANTITIES.words("no unit") else ""
    simple = units().get(symbol) or units().get(folded)
    if simple or "/" not in symbol:
        return simple
    first, _, second = symbol.partition("/")
    counted, by = unit(first), per(second)
    if counted is None or by is None:
        return None
    return Unit(f"{counted.singular} {by}", f"{counted.plural} {by}", counted.feminine)


def per(symbol: str) -> str | None:
    """What is said for a slash and a symbol or word: ``m³`` → *par mètre cube*, ``an`` → *par an*."""
    known = QUANTITIES.mapping("per").get(symbol)
    if known is None and (counted := unit(symbol)):
        return counted.per
    return known


def said(number: Number, counted: Unit) -> str:
    """The number and the name of what it counts, agreeing."""
    name = counted.plural if number.plural else counted.singular
    if number.fraction == "5" and counted.feminine and number.ends_in_one and " " not in counted.singular:
        return f"{number.said(True).partition(' ' + spelling.word('comma'))[0]} {name} {spelling.word('half_feminine')}"
    link = of(name) if number.round_million else " "
    return f"{number.said(counted.feminine)}{link}{name}"


def pair(low: Number, high: Number, counted: Unit) -> str:
    """``10-15 km``: dix à quinze kilomètres."""
    return f"{low.said(counted.feminine)} {spelling.word('to')} {said(high, counted)}"


def of(following: str) -> str:
    """Blank, then *de*, elided before a vowel or a silent h, with what it needs to join the next word."""
    return f" {spelling.word('of_elided')}" if elides(following) else f" {spelling.word('of')} "


@lru_cache(maxsize=4096)
def elides(following: str) -> bool:
    """Whether *de* loses its e before this word."""
    head = following[:1].lower()
    if head in ELISION.words("vowel"):
        return not any(following.lower().startswith(stem) for stem in ELISION.words("aspirated h"))
    return False
