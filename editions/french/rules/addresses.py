"""Addresses: ``45 av. de Quakenbrück``, ``bd Voltaire``, ``27, fg Saint-Honoré``.

A short name of a street is read when a name with a capital follows, and either a house number stands before or the
table says that it cannot be anything else.
"""

import re
from collections.abc import Iterator
from functools import cache

from editions.french import spelling
from editions.french.around import word_before
from editions.french.grammar import DETERMINERS
from editions.french.lazy import Lazy
from editions.french.patterns import BLANK, CAPITAL, either
from editions.model import Sentence, Span
from editions.speech import Reading
from editions.tables import Table

RULE = "addresses"
TABLE = Table(f"rules/{RULE}")

_PARTICLE = rf"(?:de{BLANK}+l[a’']|de|du|des|d['’]|aux?|à{BLANK}+la|la|les?|l['’])"
_DATED = rf"(?:du|des){BLANK}*[0-9]{{1,2}}(?:er)?(?:-|{BLANK})[{CAPITAL}a-z]"
"""A street named after a day: ``rue du 8-Mai-1945``."""
_NAME = rf"(?:{BLANK}+(?!DIN(?!\w))(?:(?:{_PARTICLE}{BLANK}*)?[{CAPITAL}]|{_DATED}))"
_POWER = Lazy(rf"(?<![0-9])[1-9][0-9]{{1,3}}{BLANK}ch{BLANK}+(?=[{CAPITAL}])")
"""``150 ch Sport``: horses of an engine."""


@cache
def _pattern() -> re.Pattern[str]:
    streets = either(row[0] for row in TABLE.rows("short"))
    return re.compile(
        rf"""
        (?<![^\W_]) (?<![0-9]e{BLANK}) (?: (?<![’'.]) | (?<=[lLdD][’']) ) (?P<street> {streets} ) (?!\w) \.? (?={_NAME})
        (?! {BLANK}+[IVXLC]+ (?![\w.]) ) (?!{BLANK}+J\.?-?C) (?! (?<=ch\.) {BLANK}+[DFH]\.{BLANK}[0-9] )
        """,
        re.VERBOSE,
    )


@cache
def _house() -> re.Pattern[str]:
    """The number of a house, which never agrees, and its letter, which is no unit: ``21 rue``, ``12 A, rue``."""
    streets = either({*(said for said, _ in _streets().values()), *TABLE.words("full")})
    short = either(_streets())
    return re.compile(
        rf"""
        (?<![\w.,/\u2013-]) (?<![0-9]{BLANK})
        (?: (?P<first> [0-9]{{1,4}} ) (?P<again> {BLANK}?(?:bis|ter|quater) )? / )?
        (?P<number> [0-9]{{1,4}} )
        (?: {BLANK}? (?P<letter> [A-F] ) )?
        (?= (?: {BLANK}? (?:bis|ter|quater) )? ,?{BLANK}+ (?: {streets} | (?:{short}) (?!\w) \.? ) (?={_NAME}) )
        """,
        re.VERBOSE,
    )


@cache
def _streets() -> dict[str, tuple[str, str]]:
    return {row[0]: (row[1], row[2]) for row in TABLE.rows("short")}


def read(sentence: Sentence) -> Iterator[Reading]:
    """Short names of streets and postal codes of one sentence."""
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    for match in _pattern().finditer(source, start, end):
        said, where = _streets()[" ".join(match["street"].split())]
        if _POWER.search(source, max(start, match.start() - 8), match.end() + 3):
            continue
        named = where == "named" and not source[match.end() : match.end() + 4].lstrip()[:1].isdigit()
        dotted = where == "dot" and match[0].endswith(".")
        if where == "any" or named or dotted:
            plural = word_before(source, match.start(), start).lower() in DETERMINERS.words("plural")
            yield Reading(Span(*match.span()), f"{said}s" if plural else said, RULE)
    for match in _house().finditer(source, start, end):
        if _POWER.match(source, match.start()):
            continue
        letter = f" {match['letter']}" if match["letter"] else ""
        first = f"{spelling.with_zeros(match['first'])}{_again(match)} " if match["first"] else ""
        yield Reading(Span(*match.span()), first + spelling.with_zeros(match["number"]) + letter, RULE)


def _again(match: re.Match[str]) -> str:
    """``12 bis/14``: a breath behind *bis*."""
    return f" {match['again'].strip()}," if match["again"] else ""
