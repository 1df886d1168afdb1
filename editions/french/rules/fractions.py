"""Fractions: ``¾ d'heure``, ``3 mois ½``, ``2 1⁄4``, and what ``french.bars`` tells of two numbers with a bar."""

import re
from collections.abc import Iterator

from editions.french import agreement, bars, spelling
from editions.french.confidence import LIKELY
from editions.french.lazy import Lazy
from editions.french.numerals import LEFT, parse
from editions.french.parts import (
    RULE,
    TABLE,
    and_a_part,
    counted_before,
    counted_wholes,
    half,
    mixed,
    of_unit,
    part,
    unit_behind,
)
from editions.french.patterns import BLANK
from editions.model import Sentence, Span
from editions.speech import Reading

_SIGNS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
_SIGN = Lazy(rf"(?P<whole>(?<![\w.,])[0-9]{{1,4}}{BLANK}?)?(?P<sign>[{_SIGNS}])", f"[{_SIGNS}]")
_SLASH = Lazy(
    rf"""
    {LEFT} (?: (?P<whole> [0-9]{{1,4}} ) {BLANK}? (?= [0-9]{{1,2}}\u2044 ) (?<={BLANK}) )?
    (?P<above> [0-9]{{1,4}} ) {BLANK}?\u2044{BLANK}? (?P<below> [1-9][0-9]{{0,3}} ) (?!\w)
    """,
    "\u2044",
)
"""``2 1\u20444``: the fraction slash of Word, InDesign and recipes, which is never a date nor a mark."""
_GROUPED = rf"[1-9][0-9]{{0,2}}(?:{BLANK}[0-9]{{3}})+"
_ESTIMATE = Lazy(
    rf"{LEFT}(?P<low>{_GROUPED})/(?=(?P<high>{_GROUPED}|[1-9][0-9]{{3,}})(?![\w/]))", r"[0-9]{3}/[1-9]", "/"
)
"""``3 000/4 000 €``."""
_SPELLED = Lazy(r"(?<!\w)[uU]ne?[ \u00a0\u2009\u202f]([^\W\d_]+)[ \u00a0\u2009\u202f]\Z")
"""``un an ½``."""


def read(sentence: Sentence) -> Iterator[Reading]:
    """Fractions in one sign, then those with a bar."""
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    for match in _SIGN.finditer(source, start, end):
        above, _, below = TABLE.mapping("sign")[match["sign"]].partition("/")
        yield _fraction(match, above, below, end)
    for match in _SLASH.finditer(source, start, end):
        yield _fraction(match, match["above"], match["below"], end)
    for match in _ESTIMATE.finditer(source, start, end):
        link = "for" if bars.is_rate(*(parse(match[name]).integer for name in ("low", "high"))) else "to"
        yield Reading(Span(*match.span()), f"{parse(match['low']).said()} {spelling.word(link)} ", RULE, LIKELY)
    for match in bars.BAR.finditer(source, start, end):
        yield from bars.read(match, end)


def _fraction(match: re.Match[str], above: str, below: str, end: int) -> Reading:
    """What can be nothing but a fraction, alone or behind a whole number; with the unit that it is one of."""
    if wholes := counted_wholes(match, end):
        return and_a_part(match, wholes, above, below)
    if not match["whole"] and (counted := unit_behind(match, end)):
        return of_unit(match, above, below, counted, end)
    return Reading(Span(*match.span()), _alone(match, above, below, end), RULE)


def _alone(match: re.Match[str], above: str, below: str, end: int) -> str:
    if match["whole"]:
        return mixed(match["whole"].strip(), above, below, agreement.feminine_after(match.string, match.end(), end))
    counted = counted_before(match) or _SPELLED.search(match.string, max(0, match.start() - 24), match.start())
    return half(counted[1]) if counted and (above, below) == ("1", "2") else part(match, above, below, end)
