"""Percentages: ``12,5 %``, ``20-25%``, ``0,8 ‰``; a dot can only be a decimal mark here."""

from collections.abc import Iterator

from editions.french import spelling
from editions.french.lazy import Lazy
from editions.french.numerals import DASH, LEFT, LOOSE, parse
from editions.french.patterns import BLANK
from editions.model import Sentence, Span
from editions.speech import Reading

RULE = "percent"
_PERCENT = Lazy(
    rf"{LEFT}(?:(?P<low>{LOOSE})(?:{BLANK}?%)?{DASH})?(?P<number>{LOOSE}){BLANK}*(?P<sign>[%‰])", chars="%‰"
)
_NAMES = {"%": "percent", "‰": "permille"}


def read(sentence: Sentence) -> Iterator[Reading]:
    """A number, or a range of them, and its sign."""
    for match in _PERCENT.finditer(sentence.source, sentence.span.start, sentence.span.end):
        number = parse(match["number"]).said()
        low = f"{parse(match['low']).said()} {spelling.word('to')} " if match["low"] else ""
        yield Reading(Span(*match.span()), f"{low}{number} {spelling.word(_NAMES[match['sign']])}", RULE)
