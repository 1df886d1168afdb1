"""Numbers that no other rule has read: ``21 communes`` → *vingt et une communes*, ``0,5`` → *zéro virgule cinq*.

The last of the rules: after it no digit is left. Years need nothing of their own, they are said as cardinals.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from unicodedata import decimal

from editions.french import agreement, spelling
from editions.french.around import word_after, word_before
from editions.french.grammar import CALENDAR, NUMBERS
from editions.french.lazy import Lazy
from editions.french.numerals import INTEGER, Number, parse
from editions.french.patterns import BLANK, CAPITAL
from editions.french.quantities import elides
from editions.model import Sentence, Span
from editions.speech import Reading

RULE = "numbers"
_NUMBER = Lazy(
    rf"""
    (?=\d) (?<!\d)
    (?:
        (?<![0-9][.,]) (?P<number> {INTEGER} (?:,[0-9]++(?!,[0-9]))? ) (?P<dotted> (?:\.[0-9]++)*+ ) (?!\d)
      | \d++
    )
    """
)
"""The second half takes what the first cannot: other scripts, and digits glued to them."""
_NOUN = Lazy(rf"{BLANK}([^\W\d_A-Z]{{2,}}[sx])(?!\w)")
_THOUSAND = Lazy(rf"{BLANK}{spelling.magnitude(1)}(?!\w)")
_WORD_AFTER = Lazy(rf"{BLANK}[^\W\d_]{{4,}}[sx](?!\w)")
"""What may be another thing that is counted: *38 votes against 21 members*."""
_POST_CODE = 5
_TOWN = Lazy(rf"{BLANK}[{CAPITAL}]")
"""``35041 Rennes``: a name behind a post code, no women of a town."""
_DAY_NEAR = 10
_AT = Lazy(rf"{BLANK}{spelling.word('to')}{BLANK}[0-9]{{1,2}}{BLANK}?[hH](?![^\W\d_])")
"""``le 21 à 3 h``: a day, then an hour."""
_DECIMAL = re.compile(r"[0-9]{1,3}\.(?:[0-9]{1,2}|[0-9]{4,})")
"""``5.9 millions``: a dot for a comma, where what follows cannot be counted otherwise."""
_HUNDREDTHS = re.compile(r"[0-9]{1,4}\.[0-9]{2}")
_VERSION = Lazy(rf"(?:(?<!\w)[A-ZÀ-Þ][\w’'+-]*|(?<!\w)v|n°|[./-]){BLANK}?\Z")
"""A name before ``3.12``: a version, whose dot is said."""
_APART = Lazy(rf"[-−–+]{BLANK}?\Z|(?:(?<!\w)[A-Z]{{3}}{BLANK}|/)\Z|(?<!\w){spelling.word('to')}{BLANK}\Z")
"""``à 0.789``, ``+0.345``: how far behind, no version."""
_SIGNED = Lazy(rf"[+−-]{BLANK}?\Z")
_FRANCS = Lazy(r"(?<!\w)(?:[Ff]r\.|CHF|ct)(?!\w)")
"""Prices of Switzerland, near a number with a dot."""
_PRICED_NEAR = 40
_COUNTS = Lazy(rf"{BLANK}[^\W\d_]{{3,}}")
_SIMPLE = re.compile("[1-9][0-9]*(?:,[0-9]+)?")
_SHORT = 12
_NO_CENTS = "00"
"""``198,00``: a price without cents."""
_RUN = re.compile(r"\d++")


def read(sentence: Sentence) -> Iterator[Reading]:
    """Cardinals with the gender of what they count, decimals, numbers with dots."""
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    for match in _NUMBER.finditer(source, start, end):
        if (said := _constant(match[0])) and not source.startswith(_thousand(), match.end() + 1):
            yield Reading(Span(*match.span()), said, RULE)
        elif match["number"]:
            number = parse(match["number"])
            if number.fraction == _NO_CENTS:
                number = Number(number.integer)
            if number.round_million and (following := _NOUN.match(source, match.end(), end)):
                yield _counted(match, number, following)
            else:
                yield Reading(Span(*match.span()), _said(match, number, end), RULE)
        if not match[0].isdigit() or not match["number"]:
            yield from _runs(match)


@lru_cache(maxsize=512)
def _constant(written: str) -> str:
    """A number that neither agrees nor asks for *de*, whatever stands around it; nothing for the others."""
    if len(written) > _SHORT or not _SIMPLE.fullmatch(written):
        return ""
    number = parse(written)
    if number.fraction == _NO_CENTS:
        return ""
    return "" if number.ends_in_one or number.round_million else number.said()


@cache
def _thousand() -> str:
    return spelling.magnitude(1)


def _runs(match: re.Match[str]) -> Iterator[Reading]:
    """Each run of digits by itself: when another rule has read a part of the number, the rest is still said."""
    for run in _RUN.finditer(match.string, *match.span()):
        digits = "".join(str(decimal(digit)) for digit in run[0])
        yield Reading(Span(*run.span()), spelling.with_zeros(digits), RULE)


def _counted(match: re.Match[str], number: Number, following: re.Match[str]) -> Reading:
    """``2 000 000 habitants``: deux millions d'habitants; the elided *de* takes the blank with it."""
    noun = following[1]
    if noun in NUMBERS.words("not counted"):
        return Reading(Span(*match.span()), number.said(), RULE)
    if elides(noun):
        span = Span(match.start(), following.start(1))
        return Reading(span, f"{number.said()} {spelling.word('of_elided')}", RULE)
    return Reading(Span(*match.span()), f"{number.said()} {spelling.word('of')}", RULE)


def _by_the_dot(match: re.Match[str], end: int) -> str:
    """``10.55``, a price or a time: dix cinquante-cinq; ``1.74 seconde``: un virgule soixante-quatorze."""
    number = parse(match[0])
    counted = _COUNTS.match(match.string, match.end(), end)
    if counted and word_after(match.string, match.end(), end) not in NUMBERS.words("not counted"):
        return number.said()
    return f"{spelling.cardinal(number.integer)} {spelling.with_zeros(number.fraction)}"


def _said(match: re.Match[str], number: Number, end: int) -> str:
    if match["dotted"]:
        before = match.string[max(0, match.start() - 16) : match.start()]
        if match[0].startswith("0.") and (_APART.search(before) or not _VERSION.search(before)):
            return parse(match[0]).said()
        if _SIGNED.search(before) and _DECIMAL.fullmatch(match[0]) and not _HUNDREDTHS.fullmatch(match[0]):
            return parse(match[0]).said()
        if _DECIMAL.fullmatch(match[0]) and word_after(match.string, match.end(), end) in NUMBERS.words(
            "decimal before"
        ):
            return parse(match[0]).said()
        priced = _FRANCS.search(match.string, max(0, match.start() - _PRICED_NEAR), match.end() + _PRICED_NEAR)
        if _HUNDREDTHS.fullmatch(match[0]) and (priced or not _VERSION.search(before)):
            return _by_the_dot(match, end)
        head = number.said() if number.fraction else spelling.with_zeros(number.integer)
        rest = [spelling.with_zeros(part) for part in match["dotted"].split(".")[1:]]
        return f" {spelling.word('point')} ".join([head, *rest])
    if match["number"].isdigit() and len(match[0]) == _POST_CODE and _TOWN.match(match.string, match.end(), end):
        return spelling.with_zeros(number.integer)
    near = word_before(match.string, match.start(), max(0, match.start() - _DAY_NEAR)).lower()
    if near in CALENDAR.words("before date") and _AT.match(match.string, match.end(), end):
        return spelling.cardinal(number.integer)
    if near in NUMBERS.words("label"):
        return spelling.label(number.integer) if match["number"].isdigit() else number.said()
    feminine = number.ends_in_one and agreement.feminine_after(match.string, match.end(), end, number.plural)
    if number.ends_in_one and not feminine and not _WORD_AFTER.match(match.string, match.end(), end):
        feminine = agreement.feminine_before(match.string, max(0, match.start() - 60), match.start())
    if not number.fraction and number.integer.startswith("0"):
        return spelling.with_zeros(number.integer, feminine)
    if not number.fraction and _THOUSAND.match(match.string, match.end(), end):
        return spelling.label(number.integer)
    return number.said(feminine)
