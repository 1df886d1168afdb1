"""Thousands and millions cut short: ``3 M d'habitants``, ``1,5 Md``, ``10k abonnés``, and the ``M€`` of sums.

Shared by the rules of money and of measures. A letter alone may be something else (a size, a road), so without *de*
behind it the reading is doubtful.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from editions.french import spelling
from editions.french.around import near_word
from editions.french.confidence import LIKELY, UNSURE
from editions.french.grammar import NUMBERS
from editions.french.lazy import Lazy
from editions.french.numerals import DASH, LEFT, LOOSE, Number, parse
from editions.french.patterns import BLANK, either
from editions.french.quantities import Unit, of, said, units
from editions.model import Sentence, Span
from editions.speech import Reading

MULTIPLE = either(NUMBERS.words("multiple"))
"""A pattern for any of them."""
_OF = rf"(?: {spelling.word('of')}{BLANK} | {spelling.word('of_elided')[0]}['’] )"
_COUNTED = either(NUMBERS.words("multiple") - {"G"})
"""What may stand without a currency: ``5G`` is no number of billions."""
_DOT = rf"(?: (?<=[a-z]{{2}}) \. (?={BLANK}(?:[a-zà-ÿ(]|[A-Z]{{3}}(?!\w))) )"
"""``11,2 mio. de francs``."""
_COUNT = Lazy(
    rf"""
    {LEFT} (?: (?P<low> {LOOSE} ) {DASH} )? (?P<number> {LOOSE} ) (?P<blank> {BLANK}? )
    (?P<sign> {_COUNTED} ) (?! \w | ['’/-]\w ) {_DOT}? (?P<of> {BLANK} {_OF} )?
    """,
    r"[0-9]\s?[kKmM]",
)
_NOUN = Lazy(
    rf"""
    {BLANK} (?: (?P<unit> (?:hab|pers)\.? | k?m[²³23] | km | ha | hl | kg | t | kWh | MWh )(?![\w'’])
              | (?P<noun> [^\W\d_A-Z]{{4,}}[sx] )(?!\w) )
    """
)
_SHORT = Lazy(r"(?P<unit>(?:hab|pers)\.?)(?!\w)")
RULE = "measures"
"""The rule that the counts belong to."""


class Multiple(NamedTuple):
    """A power of a thousand."""

    singular: str
    plural: str
    linked: bool
    """Whether *de* comes before what is counted: *trois millions d'euros*, *trois mille euros*."""


@cache
def multiples() -> dict[str, Multiple]:
    """By sign, as written."""
    return {sign: Multiple(one, many, linked == "yes") for sign, one, many, linked in NUMBERS.rows("multiple")}


def multiplied(number: Number, sign: str, counted: Unit) -> str:
    """``3 M€``: trois millions d'euros; ``450 k€``: quatre cent cinquante mille euros."""
    multiple = multiples()[sign]
    if multiple.linked:
        return _times(number, multiple) + of(counted.plural) + counted.plural
    if thousands := _thousands(number):
        return said(thousands, counted)
    return f"{number.said()} {multiple.singular} {counted.plural}"


def _times(number: Number, multiple: Multiple) -> str:
    return f"{number.said()} {multiple.plural if number.plural else multiple.singular}"


def _thousands(number: Number) -> Number | None:
    """``1,5 k``: 1500; None when it has too many decimals to be a whole number."""
    return Number(number.integer + number.fraction.ljust(3, "0")) if len(number.fraction) <= 3 else None


def counts(sentence: Sentence) -> Iterator[Reading]:
    """Numbers with a multiple behind them and no currency."""
    for match in _COUNT.finditer(sentence.source, sentence.span.start, sentence.span.end):
        if _is_in_full(match) or _may_be_a_letter(match) or near_word(match) in NUMBERS.words("division"):
            continue
        multiple = multiples()[match["sign"]]
        text = _counted(match, multiple)
        if match["of"] and (unit := _SHORT.match(match.string, match.end(), sentence.span.end)):
            name = units()[unit["unit"]].plural
            yield Reading(Span(match.start(), unit.end()), f"{text}{of(name)}{name}", RULE)
            continue
        bare = multiple.linked and not match["of"]
        noun = _NOUN.match(match.string, match.end(), sentence.span.end) if bare else None
        if noun and noun["noun"] not in NUMBERS.words("not counted"):
            yield _linked(match, text, noun)
        else:
            yield _alone(match, text)


def _counted(match: re.Match[str], multiple: Multiple) -> str:
    number = parse(match["number"])
    thousands = None if multiple.linked else _thousands(number)
    text = thousands.said() if thousands else _times(number, multiple)
    return f"{parse(match['low']).said()} {spelling.word('to')} {text}" if match["low"] else text


def _linked(match: re.Match[str], text: str, noun: re.Match[str]) -> Reading:
    """``67 M hab.``, ``2 M habitants``: soixante-sept millions d'habitants."""
    if noun["unit"]:
        name = units()[noun["unit"]].plural
        return Reading(Span(match.start(), noun.end()), f"{text}{of(name)}{name}", RULE, LIKELY)
    link = of(noun["noun"])
    end = noun.start("noun") if link.endswith("'") else match.end("sign")
    return Reading(Span(match.start(), end), text + link.rstrip(), RULE, LIKELY)


def _alone(match: re.Match[str], text: str) -> Reading:
    span = Span(match.start(), match.start("of") if match["of"] else match.end())
    if match["of"] or len(match["sign"]) > 1:
        return Reading(span, text, RULE, LIKELY)
    return Reading(span, text, RULE, UNSURE, (f"{parse(match['number']).said()} {match['sign']}",))


def _is_in_full(match: re.Match[str]) -> bool:
    """``3 millions``: nothing is cut short."""
    multiple = multiples()[match["sign"]]
    return match["sign"] in (multiple.singular, multiple.plural)


def _may_be_a_letter(match: re.Match[str]) -> bool:
    """``10 k``, ``4 K``: too little to go on; ``10k abonnés`` and ``10 k d'abonnés`` are enough."""
    return match["sign"] in "kKm" and not match["of"] and (match["blank"] != "" or match["sign"] == "K")
