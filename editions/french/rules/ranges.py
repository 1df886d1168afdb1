"""Two numbers and a dash: ``20-25 personnes``, ``les 18-25 ans``, ``31-12``.

A range and a score are said alike, *vingt à vingt-cinq*; an age group and a war set their numbers side by side.
Both numbers agree with what is counted.
"""

import re
from collections.abc import Iterator

from editions.french import agreement, spelling
from editions.french.around import near_word
from editions.french.grammar import DETERMINERS, PAIRS
from editions.french.lazy import Lazy
from editions.french.numerals import LEFT, NUMBER, parse
from editions.french.patterns import BLANK
from editions.model import Sentence, Span
from editions.speech import Reading

RULE = "ranges"
_DASH = rf"(?:[-\u2010\u2011\u2013\u2014]|{BLANK}[-\u2010\u2011\u2013\u2014]{BLANK})"
_RANGE = Lazy(
    rf"""
    {LEFT} (?<![0-9]-) (?<![A-Z]{{2}}-) (?<! [0-9]{BLANK}[-\u2013]{BLANK} )
    (?P<low> {NUMBER} ) {_DASH} (?P<high> {NUMBER} )
    (?! \w | -[0-9] | {BLANK}[-\u2013]{BLANK}[0-9] | {BLANK}?= )
    """,
    r"[0-9]\s?[-\u2010\u2011\u2013\u2014]\s?[0-9]",
)
_BEFORE = Lazy(r"(?<!\w)([^\W\d_]+)[ \u00a0\u2009\u202f](?:[^\W\d_]+[ \u00a0\u2009\u202f])?\Z")
_POST_CODE = 5
_HIGHEST = 199
"""No score is higher; a bigger number before a smaller one is the name of a plane or a product."""
_YEARS_OLD = Lazy(rf"{BLANK}{spelling.word('years_old')}(?!\w)")

_NOTHING_COUNTED = Lazy(r"\W*\Z|[,;:.)»]")


def read(sentence: Sentence) -> Iterator[Reading]:
    """Any two numbers with a dash."""
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    for match in _RANGE.finditer(source, start, end):
        if _is_address(match):
            continue
        yield Reading(Span(*match.span()), _range(match, end), RULE)


def _range(match: re.Match[str], end: int) -> str:
    feminine = agreement.feminine_after(match.string, match.end(), end) and not _is_score(match, end)
    low, high = _number(match["low"], feminine), _number(match["high"], feminine)
    if _is_labelled(match):
        return f"{low}, {high}"
    return f"{low} {high}" if _side_by_side(match, end) else f"{low} {spelling.word('to')} {high}"


def _is_labelled(match: re.Match[str]) -> bool:
    """``Semaine 11 – 412 animaux``: a dash apart, behind the number of something."""
    apart = f"{match['low']}-" not in match[0] and match[0][len(match["low"])].isspace()
    return apart and near_word(match) in PAIRS.words("numbered")


def _is_score(match: re.Match[str], end: int) -> bool:
    """``Caen 2 - 1 Rennes``: two names and their goals; nothing is counted."""
    before = match.string[max(0, match.start() - 24) : match.start()].split()[-1:]
    return bool(before and before[0][0].isupper()) and match.string[match.end() : end].lstrip()[:1].isupper()


def _is_address(match: re.Match[str]) -> bool:
    """``BP 12 - 61001 Alençon``: a post code stands behind a dash."""
    high = match["high"]
    return len(high) == _POST_CODE and high.isdigit() and len(match["low"]) < _POST_CODE - 1


def _side_by_side(match: re.Match[str], end: int) -> bool:
    """``les 18-25 ans``, ``la guerre de 14-18``, ``les années 70-80``."""
    before = _BEFORE.search(match.string, max(0, match.start() - 24), match.start())
    near = set(match.string[before.start() : match.start()].lower().split()) if before else set()
    if _YEARS_OLD.match(match.string, match.end(), end) and near & DETERMINERS.words("plural"):
        return True
    named = match[0] in PAIRS.words("name")
    plane = match["low"].isdigit() and match["high"].isdigit() and int(match["low"]) > max(_HIGHEST, int(match["high"]))
    ages = _are_ages(match) and bool(near) and near <= DETERMINERS.words("plural")
    bare = ages and _NOTHING_COUNTED.match(match.string, match.end(), end) is not None
    return named or plane or bare or bool(near & PAIRS.words("after"))


def _are_ages(match: re.Match[str]) -> bool:
    """``les 18-25``: both below a hundred, the younger first."""
    low, high = match["low"], match["high"]
    return low.isdigit() and high.isdigit() and len(high) <= 2 and int(low) < int(high)


def _number(written: str, feminine: bool) -> str:
    number = parse(written)
    return (
        spelling.with_zeros(number.integer)
        if written.startswith("0") and not number.fraction
        else number.said(feminine)
    )
