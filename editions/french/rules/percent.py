"""Percentages: ``12,5 %``, ``20-25%``, ``0,8 ‰``; a dot can only be a decimal mark here."""

import re
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
        low = f"{parse(match['low']).said()}{_link(match)} " if match["low"] else ""
        yield Reading(Span(*match.span()), f"{low}{number} {spelling.word(_NAMES[match['sign']])}", RULE)


def _link(match: re.Match[str]) -> str:
    """``5-10 %`` is a range; in ``S&P 500 - 0,16 %``, which falls, the dash apart is a sign."""
    low, high = parse(match["low"]), parse(match["number"])
    falls = int(low.integer) > int(high.integer) and match[0][len(match["low"])].isspace()
    return f", {spelling.word('minus')}" if falls else f" {spelling.word('to')}"
