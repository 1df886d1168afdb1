"""Numbers that no other rule has read: ``21 communes`` → *vingt et une communes*, ``0,5`` → *zéro virgule cinq*.

The last of the rules: after it no digit is left. Years need nothing of their own, they are said as cardinals.
"""

import re
from collections.abc import Iterator

from editions.french import agreement, spelling
from editions.french.numerals import INTEGER, parse
from editions.model import Sentence, Span
from editions.speech import Reading

RULE = "numbers"
NEEDS_DIGIT = True
_NUMBER = re.compile(rf"(?<![0-9])(?<![0-9][.,])(?P<number>{INTEGER}(?:,[0-9]++(?!,[0-9]))?)(?P<dotted>(?:\.[0-9]++)*)")
_LEFT_OVER = re.compile("(?<![0-9])[0-9]++")


def read(sentence: Sentence) -> Iterator[Reading]:
    """Cardinals with the gender of what they count, decimals, numbers with dots."""
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    for match in _NUMBER.finditer(source, start, end):
        yield Reading(Span(*match.span()), _said(match, end), RULE)
    for match in _LEFT_OVER.finditer(source, start, end):
        yield Reading(Span(*match.span()), spelling.with_zeros(match[0]), RULE)


def _said(match: re.Match[str], end: int) -> str:
    number = parse(match["number"])
    if match["dotted"]:
        parts = [match["number"], *match["dotted"].split(".")[1:]]
        return f" {spelling.word('point')} ".join(spelling.with_zeros(part) for part in parts)
    feminine = number.ends_in_one and agreement.feminine_after(match.string, match.end(), end)
    if not number.fraction and number.integer.startswith("0"):
        return spelling.with_zeros(number.integer, feminine)
    return number.said(feminine)
