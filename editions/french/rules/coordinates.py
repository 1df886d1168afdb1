"""Angles and lengths that borrow the signs of minutes and seconds: ``48°52'N``, ``6'2"``, ``un écran 55''``.

A prime is a minute of an angle behind degrees; two of them are inches after the name of a screen or a wheel, and
feet with inches when no minute could have so few seconds written.
"""

import re
from collections.abc import Iterator

from editions.french.around import words_before
from editions.french.confidence import LIKELY
from editions.french.lazy import Lazy
from editions.french.numerals import LEFT, parse
from editions.french.patterns import BLANK
from editions.french.quantities import said, units
from editions.model import Sentence, Span
from editions.speech import Reading
from editions.tables import Table

RULE = "coordinates"
TABLE = Table(f"rules/{RULE}")

_PRIME, _DOUBLE = "['’′]", "(?:''|’’|′′|[\"″”])"
_ANGLE = Lazy(
    rf"""
    {LEFT} (?P<degrees> [0-9]{{1,3}} ) {BLANK}?[°º]{BLANK}? (?P<minutes> [0-9]{{1,2}} (?:[.,][0-9]+)? )
    (?: {BLANK}?{_PRIME} (?!{_PRIME}) (?P<tenths> [,.][0-9]+ )? )
    (?: {BLANK}? (?P<seconds> [0-9]{{1,2}} (?:[.,][0-9]+)? ) {BLANK}?{_DOUBLE} )?
    (?: {BLANK}? (?P<side> [NSEOW] ) (?![\w’']) )?
    """,
    r"[0-9]\s?[°º]\s?[0-9]",
    "°º",
)
_BEARING = Lazy(
    rf"{LEFT}(?P<degrees>[0-9]{{1,3}}(?:[.,][0-9]+)?){BLANK}?[°º]{BLANK}?(?P<side>[NSEOW])(?![\w’'])",
    r"[0-9]\s?[°º]\s?[NSEOW]",
    "°º",
)
_DECIMAL = Lazy(rf"(?<=[0-9][.,][0-9]{{3}})[0-9]{{0,4}}{BLANK}(?P<side>[NSEOW])(?![\w’'])", "[0-9]\\s[NSEOW]")
"""``48,7459 N``: degrees without their sign, no newtons."""
_BETWEEN = Lazy(
    rf"(?<=[0-9'’′\"″”°]{BLANK}[NS])(?:{BLANK}?[-–—/]{BLANK}?)(?=[0-9]{{1,3}}{BLANK}?°)", "[NS].?[-–—/].?[0-9]"
)
"""``48° N – 4° W``: latitude, then longitude."""
_SCREEN = Lazy(
    rf"{LEFT}(?P<number>[0-9]{{1,3}}(?:[.,][0-9]{{1,2}})?){BLANK}?(?P<sign>{_DOUBLE})(?![\w’'])",
    "[0-9].?(?:['’′]{2}|[\"″”])",
)
_LOOK_BACK = 40
_LAST = 5


def read(sentence: Sentence) -> Iterator[Reading]:
    """Angles, heights in feet and sizes of screens of one sentence."""
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    for pattern in (_ANGLE, _BEARING):
        for match in pattern.finditer(source, start, end):
            yield Reading(Span(*match.span()), _angle(match), RULE)
    for match in _BETWEEN.finditer(source, start, end):
        yield Reading(Span(*match.span()), ", ", RULE)
    for match in _DECIMAL.finditer(source, start, end):
        yield Reading(Span(*match.span("side")), TABLE.mapping("side")[match["side"]], RULE, LIKELY)
    for match in _SCREEN.finditer(source, start, end):
        near = words_before(source, match.start(), max(start, match.start() - _LOOK_BACK), _LAST)
        if not TABLE.words("inches").isdisjoint(near):
            yield Reading(Span(*match.span()), said(parse(match["number"]), units()["po"]), RULE, LIKELY)


def _angle(match: re.Match[str]) -> str:
    """``48° 52' 30" N``: quarante-huit degrés cinquante-deux minutes trente secondes nord."""
    parts = match.groupdict()
    text = said(parse(_without_zero(match["degrees"])), units()["°"])
    for name, symbol in (("minutes", "min"), ("seconds", "s")):
        if parts.get(name):
            figures = parts[name] + ((parts.get("tenths") or "") if name == "minutes" else "")
            text += f" {said(parse(_without_zero(figures)), units()[symbol])}"
    return f"{text} {TABLE.mapping('side')[match['side']]}" if match["side"] else text


def _without_zero(digits: str) -> str:
    return digits.lstrip("0") or "0" if digits.isdigit() else digits
