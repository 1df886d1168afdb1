"""Thousands and millions cut short: ``3 M d'habitants``, ``1,5 Md``, ``10k abonnés``; sums of money are in ``money``.

A letter alone may be something else (a size, a road), so without *de* behind it the reading is doubtful.
"""

import re
from collections.abc import Iterator

from editions.french import spelling
from editions.french.grammar import NUMBERS
from editions.french.lazy import Lazy
from editions.french.numerals import DASH, LEFT, LOOSE, Number, parse
from editions.french.patterns import BLANK, either
from editions.french.quantities import of, units
from editions.model import Sentence, Span
from editions.speech import Reading

RULE = "counts"
_COUNT = Lazy(
    rf"{LEFT}(?:(?P<low>{LOOSE}){DASH})?(?P<number>{LOOSE})(?P<blank>{BLANK}?)"
    rf"(?P<sign>{either(NUMBERS.words('multiple'))})(?!\w|['’/-]\w)"
    rf"(?P<of>{BLANK}(?:{spelling.word('of')}{BLANK}|{spelling.word('of_elided')[0]}['’]))?",
    r"[0-9]\s?[kKmM]",
)
_NOUN = Lazy(
    rf"{BLANK}(?:(?P<unit>(?:hab|pers)\.?|k?m[²³23]|km|ha|hl|t|kWh|MWh)(?![\w'’])|(?P<noun>[^\W\d_A-Z]{{4,}}[sx])(?!\w))"
)
_SHORT = Lazy(r"(?P<unit>(?:hab|pers)\.?)(?!\w)")
_SURE = 0.95
_DOUBT = 0.6


def read(sentence: Sentence) -> Iterator[Reading]:
    """Numbers with a sign of the table of multiples behind them."""
    for match in _COUNT.finditer(sentence.source, sentence.span.start, sentence.span.end):
        one, many, linked = _multiples()[match["sign"]]
        if match["sign"] in (one, many) or _may_be_a_letter(match):
            continue
        number = parse(match["number"])
        text = _said(number, many if number.plural else one, linked)
        if match["low"]:
            text = f"{parse(match['low']).said()} {spelling.word('to')} {text}"
        letter = f"{number.said()} {match['sign']}"
        sure = bool(match["of"]) or len(match["sign"]) > 1
        if match["of"] and (counted := _SHORT.match(match.string, match.end(), sentence.span.end)):
            name = units()[counted["unit"]].plural
            yield Reading(Span(match.start(), counted.end()), f"{text}{of(name)}{name}", RULE)
            continue
        noun = None if match["of"] or not linked else _NOUN.match(match.string, match.end("sign"), sentence.span.end)
        if noun and noun["noun"] not in NUMBERS.words("not counted"):
            yield _counted(match, text, noun)
            continue
        span = Span(match.start(), match.end("sign"))
        yield Reading(span, text, RULE, _SURE if sure else _DOUBT, () if sure else (letter,))


def _counted(match: re.Match[str], text: str, noun: re.Match[str]) -> Reading:
    """``67 M hab.``, ``2 M habitants``: soixante-sept millions d'habitants."""
    if noun["unit"]:
        name = units()[noun["unit"]].plural
        return Reading(Span(match.start(), noun.end()), f"{text}{of(name)}{name}", RULE, _SURE)
    link = of(noun["noun"])
    end = noun.start("noun") if link.endswith("'") else match.end("sign")
    return Reading(Span(match.start(), end), text + link.rstrip(), RULE, _SURE)


def _may_be_a_letter(match: re.Match[str]) -> bool:
    """``10 k``, ``4 K``: too little to go on; ``10k abonnés`` and ``10 k d'abonnés`` are enough."""
    return match["sign"] in "kKm" and not match["of"] and (match["blank"] != "" or match["sign"] == "K")


def _multiples() -> dict[str, tuple[str, str, bool]]:
    return {sign: (one, many, linked == "yes") for sign, one, many, linked in NUMBERS.rows("multiple")}


def _said(number: Number, name: str, linked: bool) -> str:
    if linked or len(number.fraction) > 3:
        return f"{number.said()} {name}"
    return spelling.cardinal(number.integer + number.fraction.ljust(3, "0"))
