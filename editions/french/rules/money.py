"""Sums: ``3,50 €``, ``12€50``, ``3,5 M€``, ``1,85 €/l``, ``$15``, ``450 € HT``, ``10-15 €``.

Currencies are in ``dictionaries/currencies.tsv``; ``k``, ``M``, ``Md`` are ``french.multiples``. With two decimals the
hundredths are said as people say prices: *trois euros cinquante*.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from editions.french import spelling
from editions.french.confidence import LIKELY, SURE, UNSURE
from editions.french.each import RULE, TABLE, tail
from editions.french.grammar import NUMBERS
from editions.french.lazy import Lazy
from editions.french.multiples import MULTIPLE, multiples, multiplied
from editions.french.numerals import DASH, INTEGER, LEFT, LOOSE, NUMBER, Number, parse
from editions.french.patterns import BLANK, either
from editions.french.quantities import Unit, elides, of, said
from editions.model import Sentence, Span
from editions.speech import Reading
from editions.tables import mapping, table

_CUT = r"(?![^\W_]|[-\u2010\u2011][0-9]|['’][^\W\d_])"
_LINK = rf"(?:{re.escape(spelling.word('of_elided')[0])}['’]{BLANK}?|{spelling.word('of')}{BLANK})?"
_PRICE = Lazy(
    rf"""
    {LEFT} (?: (?P<low> {LOOSE} ) (?:{BLANK}?[€$£])? {DASH} )? (?P<number> {LOOSE} ) (?:[.,][-–—])? {BLANK}?
    (?: (?P<multiple> {MULTIPLE} ) (?: (?<=[a-z]{{2}}) \. )? {BLANK}?{_LINK} )?
    (?P<sign> {either(mapping("dictionaries/currencies"))} )
    (?:
        (?<=\W) (?P<cents> [0-9]{{2}} (?![0-9]) )
      | (?<=\W)
      | {_CUT} (?! (?<=[0-9\s]c)\.?{BLANK}\u00e0{BLANK} | \.[^\W\d_] | \.{BLANK}\w{BLANK}\w )
    )
    """,
    r"[€$£¥₽₴₹₩₺₿₪¢]|[0-9](?:[.,][-–—])?\s?[A-Zcfkme]",
)
_BEFORE = Lazy(
    rf"""
    (?<!\w) (?! Fr\.{BLANK}[2-5],?{BLANK}[0-9]{{1,2}}(?:h|\.[0-9]) )
    (?P<sign> US\$ | [€$£] | CHF | EUR | USD | GBP | S?[Ff]rs?\. (?=.?[0-9]) ) {BLANK}?
    (?P<number> {LOOSE}(?![.,]?[0-9]) )
    (?: [.,][-–—] (?!\w) | {BLANK}? (?P<multiple> {MULTIPLE} ) {_CUT} )?
    """,
    r"(?:[€$£]|CHF|EUR|USD|GBP|[Ff]rs?\.)\s?[0-9]",
)
_RATE = Lazy(
    r"(?P<article>\b[lL]['’])?(?<![^\W_])(?P<one>[A-Z]{3}|[€$£])[/-](?P<other>[A-Z]{3}|[€$£])(?!\w)",
    "[A-Z€$£][/-][A-Z€$£]",
)
"""``l'USD/JPY``: a rate of exchange."""
_SWISS = Lazy(rf"{LEFT}(?P<number>{INTEGER}(?:,[0-9]++)?)[.,][-–—](?!\w)", r"[0-9][.,][-–—]")
"""``1'450.-``: so are francs written in Switzerland."""
_NO_NUMBER = Lazy(
    rf"(?<![\w.,])(?<![0-9]{BLANK})(?P<multiple>{MULTIPLE})(?P<sign>[€$£])",
    r"\w[€$£]",
    "€$£",
)
_EARLIER = Lazy(
    rf"""
    (?<![\w.,]) (?<![0-9x×]{BLANK}) ({NUMBER})
    (?: {BLANK}{either(NUMBERS.words("price joiner"))}{BLANK} | ,{BLANK} | (/) ) \Z
    """
)
"""A price whose currency is named behind a later one: ``entre 3,20 et 3,80 €``."""
_LOOK_BACK = 16
_THOUSANDTHS = re.compile(r"[0-9]\.[0-9]{3}")
_SOLD = Lazy(rf"(?<!\w)(?i:{either(TABLE.words('sold by litre'))})(?!\w)")
_SOLD_NEAR = 80
_CERTAIN = Lazy(r"\W|cents?|\$.?(?:US|CAN|CA)|[A-Z]{3,4}|c\W|\w{2}\w?s|[Ee]uros?|S?[Ff]rs?\.?|cts?\.?")


@dataclass(frozen=True, slots=True)
class Currency(Unit):
    """A currency and its hundredth."""

    hundredth: Unit | None = None


@cache
def _currencies() -> dict[str, Currency]:
    return {
        sign: Currency(one, many, gender == "f", "", Unit(cent, cents) if cent else None)
        for sign, one, many, gender, cent, cents in table("dictionaries/currencies")
    }


def read(sentence: Sentence) -> Iterator[Reading]:
    """Sums with the currency behind, or before as in English."""
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    for match in _NO_NUMBER.finditer(source, start, end):
        last, behind = tail(source, match.end(), end)
        yield Reading(Span(match.start(), last), _alone(match) + behind, RULE)
    for match in _RATE.finditer(source, start, end):
        if rate := _rate(match):
            yield Reading(Span(*match.span()), rate, RULE, LIKELY)
    for pattern in (_PRICE, _BEFORE):
        for match in pattern.finditer(source, start, end):
            currency = _currencies().get(
                match["sign"].removeprefix("S") if match["sign"].endswith(".") else match["sign"]
            )
            if match["sign"] == "F" and re.fullmatch("[1-9]F", match[0]):
                continue
            if currency is None:
                continue
            if match["sign"].lower() not in ("euro", "euros") or _is_shortened(match):
                text = _sum(match, currency)
                last, behind = tail(source, match.end() - _stops(match, end), end)
                sure = SURE if _CERTAIN.fullmatch(match["sign"]) else UNSURE
                yield Reading(Span(match.start(), last), text + behind, RULE, sure)
            if pattern is _PRICE and currency.hundredth and not (match["multiple"] or match["low"]):
                yield from _earlier(source, start, match.start(), currency)
    for match in _SWISS.finditer(source, start, end):
        last, behind = tail(source, match.end(), end)
        yield Reading(
            Span(match.start(), last), said(parse(match["number"]), _currencies()["Fr."]) + behind, RULE, LIKELY
        )


def _stops(match: re.Match[str], end: int) -> bool:
    """``à 62 cts.``: the dot that also ends the sentence stays."""
    return match["sign"][-1] == "." == match[0][-1] and not match.string[match.end() : end].strip()


def _earlier(source: str, start: int, place: int, currency: Currency) -> Iterator[Reading]:
    """``de 14,80 à 22,10 €``: quatorze euros quatre-vingts; a number without decimals waits for the currency."""
    while match := _EARLIER.search(source, max(start, place - _LOOK_BACK), place):
        number = parse(match[1])
        if match[2] and not number.fraction:
            yield Reading(Span(match.start(1), match.end(2)), f"{number.said()}, ", RULE)
        elif 0 < len(number.fraction) <= 2:
            text = _with_cents(number, number.fraction.ljust(2, "0"), currency)
            last, pause = (match.end(2), ", ") if match[2] else (match.end(1), "")
            yield Reading(Span(match.start(1), last), text + pause, RULE)
        place = match.start()


def _rate(match: re.Match[str]) -> str:
    """``l'USD/JPY``: le dollar-yen; nothing when they are no currencies."""
    one, other = (_currencies().get(match[name]) for name in ("one", "other"))
    if one is None or other is None:
        return ""
    pair = "-".join(currency.singular.split()[0] for currency in (one, other))
    if not match["article"]:
        return pair
    article = match["article"] if elides(pair) else f"{match['article'][0]}{'a' if one.feminine else 'e'} "
    return article + pair


def _alone(match: re.Match[str]) -> str:
    """``en M€``, ``quelques k€``: millions d'euros, milliers d'euros."""
    currency = _currencies()[match["sign"]].plural
    multiple = multiples()[match["multiple"]]
    return f"{multiple.plural if multiple.linked else spelling.word('thousands')}{of(currency)}{currency}"


def _is_shortened(match: re.Match[str]) -> bool:
    """Whether a sum in which *euros* is written out still needs reading as one: ``3,5 M d'euros``, ``3,50 euros``."""
    multiple = match["multiple"]
    return (
        bool(multiple and not multiple.startswith("mill"))
        or bool(match["low"])
        or len(parse(match["number"]).fraction) == 2
    )


def _sum(match: re.Match[str], currency: Currency) -> str:
    number = _price(match)
    groups = match.groupdict()
    low = f"{_low(groups['low'], currency, number)}{_between(groups['low'], number)} " if groups.get("low") else ""
    if match["multiple"]:
        return low + multiplied(number, match["multiple"], currency)
    if groups.get("cents"):
        return low + _with_cents(number, groups["cents"], currency)
    if number.fraction and len(number.fraction) <= 3 and currency.hundredth:
        return low + _with_cents(number, number.fraction.ljust(2, "0"), currency)
    return low + said(number, currency)


def _between(low: str, high: Number) -> str:
    """``5,75-5,90 €`` is a range; ``8,90 – 6,74 €``, which falls, is the highest and the middle price."""
    falls = float(f"{parse(low).integer}.{parse(low).fraction or 0}") > float(f"{high.integer}.{high.fraction or 0}")
    return "," if falls else f" {spelling.word('to')}"


def _around(match: re.Match[str]) -> tuple[int, int]:
    return max(match.pos, match.start() - _SOLD_NEAR), min(match.endpos, match.end() + _SOLD_NEAR)


def _price(match: re.Match[str]) -> Number:
    """``1.849 € le litre``: three decimals where litres are sold, and nothing else."""
    written = match["number"]
    if _THOUSANDTHS.fullmatch(written) and _SOLD.search(match.string, *_around(match)):
        whole, _, fraction = written.partition(".")
        return Number(whole, fraction)
    return parse(written)


def _low(written: str, currency: Currency, high: Number) -> str:
    """``5,75-5,90 €``: both ends of a range are said as prices."""
    number = parse(written)
    if len(number.fraction) == 2 and len(high.fraction) == 2 and currency.hundredth:
        return _with_cents(number, number.fraction, currency)
    return number.said(currency.feminine)


_HUNDREDS = spelling.word("hundreds")
"""The cents of a dollar are heard as hundreds: *huit cents*."""


def _with_cents(number: Number, cents: str, currency: Currency) -> str:
    """``3,50``: trois euros cinquante; ``2,05``: deux euros et cinq centimes; ``0,99``: …-neuf centimes."""
    whole = Number(number.integer)
    if not cents.strip("0"):
        return said(whole, currency)
    if len(cents) > 2 and not number.integer.strip("0"):
        return said(number, currency)
    if not number.integer.strip("0") and currency.hundredth:
        return said(Number(cents.lstrip("0")), currency.hundredth)
    if len(cents) == 2 and cents[0] == "0" and currency.hundredth and currency.hundredth.plural != _HUNDREDS:
        few = said(Number(cents[1]), currency.hundredth)
        return f"{said(whole, currency)} {spelling.word('and')} {few}"
    rest = spelling.cardinal(cents) if len(cents) == 2 and cents[0] != "0" else spelling.with_zeros(cents)
    return f"{said(whole, currency)} {rest}"
