"""Ordinals in digits: ``1er``, ``2nde``, ``81e``, ``3èmes``, ``1 000 000e``; also with raised letters."""

import re
from collections.abc import Iterator

from editions.french import agreement, spelling
from editions.french.around import near_word
from editions.french.confidence import LIKELY
from editions.french.grammar import DETERMINERS, NUMBERS
from editions.french.lazy import Lazy
from editions.french.numerals import INTEGER, LEFT, parse
from editions.french.patterns import BLANK
from editions.model import Sentence, Span
from editions.speech import Reading
from editions.tables import Table

RULE = "ordinals"
TABLE = Table(f"rules/{RULE}")
_ORDINAL = Lazy(
    rf"""
    {LEFT} (?P<number> {INTEGER} ) (?: {BLANK} (?= i?[eèé]mes? (?!\w) | (?<=(?<![0-9])1.) er (?!\w) ) )?
    (?P<ending> [^\W\d_]{{1,5}} ) (?!\w)
    """,
    r"[0-9]\s?[^\W\d_]",
)
_DEGREE = Lazy(rf"{LEFT}(?P<number>[0-9]{{1,3}})[°º](?={BLANK}(?P<noun>[^\W\d_]{{3,}}))", "[0-9][°º]", "°º")
"""``21° journée``: a degree for a raised letter."""
_RAISED = str.maketrans("ᵉᵈʳⁿˢ", "edrns")
_CLASSES = "ABCDEFGH"
_YEAR = (2, 4)
"""``PER 2026e``: figures of a year whose result is estimated."""


def read(sentence: Sentence) -> Iterator[Reading]:
    """A number and its ending."""
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    for match in _DEGREE.finditer(source, start, end):
        if match["noun"].lower() in TABLE.words("ranked"):
            yield Reading(Span(*match.span()), _said(match["number"], "e", match, end), RULE, LIKELY)
    for match in _ORDINAL.finditer(source, start, end):
        ending = match["ending"].translate(_RAISED).lower()
        digits = parse(match["number"]).integer
        if ending == "e" and len(digits) in _YEAR and near_word(match) in TABLE.words("estimated"):
            text = f"{spelling.cardinal(digits)} {TABLE.mapping('said')['estimated']}"
            yield Reading(Span(*match.span()), text, RULE, LIKELY)
        elif (text := _said(digits, ending, match, end)) or (text := _of_class(digits, match["ending"])):
            yield Reading(Span(*match.span()), text, RULE)


def _said(digits: str, ending: str, match: re.Match[str], end: int) -> str:
    known = NUMBERS.mapping("ordinal").get(digits + ending)
    if known:
        return known
    kind = NUMBERS.mapping("ending").get(ending)
    if kind is None:
        return ""
    plural = kind == "plural"
    if digits == "1":
        return spelling.first(_is_feminine(match, end, plural), plural)
    return spelling.ordinal(digits, plural)


def _of_class(digits: str, ending: str) -> str:
    """``6eB``: a school class and its letter."""
    ordinal, letter = ending[:-1], ending[-1]
    named = letter in _CLASSES and ordinal.islower() and NUMBERS.mapping("ending").get(ordinal) == "singular"
    return f"{spelling.ordinal(digits)} {letter}" if named else ""


def _is_feminine(match: re.Match[str], end: int, plural: bool) -> bool:
    """``la 1e fois``, ``1ème fois``: from the word before or the noun behind."""
    if near_word(match) in DETERMINERS.words("feminine"):
        return True
    return agreement.feminine_after(match.string, match.end(), end, plural)
