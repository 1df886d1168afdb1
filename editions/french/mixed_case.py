"""Acronyms that are not made of capitals only: ``CNews``, ``FranceTV``, ``RTSinfo``, ``BnF``, ``Fc Port``.

Part of the rule of capitals: a tail or a head that the table knows, letters scattered over a word, and clubs whose
letters have lost their capitals.
"""

import re
from collections.abc import Iterator
from functools import cache

from editions.french import acronyms
from editions.french.confidence import LIKELY, PLAUSIBLE, UNSURE
from editions.french.lazy import Lazy
from editions.french.patterns import BLANK, CAPITAL, either
from editions.french.pronounce import letters, pronounceable
from editions.model import Sentence, Span
from editions.speech import Reading
from editions.tables import Table

ACRONYM = "acronyms"
TABLE = Table("rules/capitals")
_CAMEL = Lazy(rf"(?<![^\W_])(?P<head>[{CAPITAL}]?[a-zß-ÿœ]{{2,}})(?P<tail>[{CAPITAL}]{{2,4}}i?)(?![^\W_])")
_TAILED = Lazy(rf"(?<![^\W_])(?P<head>[{CAPITAL}]{{3,6}})(?P<tail>[a-rt-zß-ÿ]{{1,2}})(?![^\W_])")
_SUFFIXED = Lazy(rf"(?<![^\W_])(?P<head>[{CAPITAL}]{{3,6}})(?P<tail>[a-zß-ÿ]{{3,8}})(?![^\W_])")
"""``RTSinfo``: an acronym before a word."""
_CLUB = Lazy(
    lambda: (
        rf"""
    (?<![\w'’-]) (?P<free> {either(TABLE.words("club"))} ) (?={BLANK}[{CAPITAL}][a-zß-ÿ])
    | (?: (?<=\b[lLd]['’]) | (?<=\b[lL][ea]{BLANK}) | (?<=\bles{BLANK}) )
      (?P<bound> {either(TABLE.words("club behind article"))} ) (?={BLANK}[{CAPITAL}][a-zß-ÿ])
    """
    ),
    rf"[{CAPITAL}][a-z]{{1,2}}\s[{CAPITAL}]",
)
_THREE = Lazy(
    rf"(?<![^\W_])(?:[{CAPITAL}]{{2}}[bcdfghj-np-rtv-xz]|[BCDFGHJ-NP-TV-XZ]{{2}}e|[{CAPITAL}][b-df-hj-np-tv-xz][{CAPITAL}])(?![^\W_]|\.[A-Z])"
)
"""``ULg``, ``PrI``."""
_SCATTERED = Lazy(rf"(?<![^\W_])[{CAPITAL}](?!c[{CAPITAL}])[a-zß-ÿ{CAPITAL}]{{0,2}}[a-zß-ÿ][{CAPITAL}](?![^\W_])")
"""``CdC``, ``BnF``, ``GmbH``."""
_MIXED_CASE = Lazy(rf"[a-zß-ÿ][{CAPITAL}]|[{CAPITAL}]{{2}}[a-rt-zß-ÿ]")
"""``FranceTV``, ``ADNmt``: an acronym behind or before small letters."""


def mixed(sentence: Sentence) -> Iterator[Reading]:
    """Acronyms with small letters of one sentence."""
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    for match in _mixed().finditer(source, start, end):
        yield Reading(Span(*match.span()), acronyms.said(match[0]), ACRONYM)
    yield from _joined(sentence)
    for match in _CLUB.finditer(source, start, end):
        yield Reading(Span(*match.span()), letters(match[0].upper()), ACRONYM, LIKELY, (match[0],))


def _joined(sentence: Sentence) -> Iterator[Reading]:
    """``FranceTV`` → *France T V*; a tail that can be pronounced stays in its word (*LaREM*)."""
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    if _MIXED_CASE.search(source, start, end) is None:
        return
    for match in _CAMEL.finditer(source, start, end):
        tail = acronyms.said(match["tail"]) or ("" if _may_be_said(match["tail"]) else letters(match["tail"]))
        if tail:
            yield Reading(Span(*match.span()), f"{match['head']} {tail}", ACRONYM, LIKELY)
    for match in _SCATTERED.finditer(source, start, end):
        if not pronounceable(match[0]):
            yield Reading(Span(*match.span()), letters(match[0].upper()), ACRONYM, PLAUSIBLE)
    for match in _THREE.finditer(source, start, end):
        yield Reading(Span(*match.span()), letters(match[0].upper()), ACRONYM, PLAUSIBLE)
    for match in _SUFFIXED.finditer(source, start, end):
        if known := acronyms.said(match["head"]):
            yield Reading(Span(*match.span()), f"{known} {match['tail']}", ACRONYM, LIKELY)
        elif not pronounceable(match[0]):  # « LVLEne »
            yield _cut_word(match)
    for match in _TAILED.finditer(source, start, end):
        if head := acronyms.said(match["head"]):
            yield Reading(Span(*match.span()), f"{head} {letters(match['tail'].upper())}", ACRONYM, LIKELY)
        elif not pronounceable(match[0]):
            yield _cut_word(match)


def _cut_word(match: re.Match[str]) -> Reading:
    """``LVLEne`` → *L V L Ene*: the last capital begins a word."""
    head, last = match["head"][:-1], match["head"][-1]
    text = f"{acronyms.said(head) or letters(head)} {last}{match['tail']}"
    return Reading(Span(*match.span()), text, ACRONYM, UNSURE, (letters(match[0].upper()),))


def _may_be_said(tail: str) -> bool:
    """Two letters with a vowel stay in their word: ``beIN``."""
    return pronounceable(tail) or (len(tail) == 2 and not set(tail.lower()).isdisjoint("aeiouy"))


@cache
def _mixed() -> re.Pattern[str]:
    """Acronyms that are not made of capitals only: ``CNews``, ``LGBT+``, ``R&D``, ``CFE-CGC``."""
    forms = [form for form in acronyms.known() if not re.fullmatch(f"[{CAPITAL}]+", form)]
    return re.compile(rf"(?<![^\W_])(?:{either(forms)})(?![^\W_])")
