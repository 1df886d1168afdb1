"""Tallies of match reports: ``(1 t., 2 p.)`` in rugby, ``1a 3a Da`` of a horse, ``(45e, s.p.)``, ``16/1, 7/2``.

A letter behind a number is what was scored only beside another one of them, or in a sentence that names a try; alone
it is a tonne or a page.
"""

import re
from collections.abc import Iterator
from functools import cache

from editions.french import spelling
from editions.french.around import says
from editions.french.confidence import PLAUSIBLE
from editions.french.grammar import PAIRS
from editions.french.lazy import Lazy
from editions.french.numerals import parse
from editions.french.patterns import BLANK, CAPITAL
from editions.model import Sentence, Span
from editions.speech import Reading
from editions.tables import Table

RULE = "tallies"
TABLE = Table(f"rules/{RULE}")

_ITEM = rf"""
    1?[0-9]{BLANK}? (?: e (?!{BLANK}[^\W\d_]) | [tpdETPD] | tr | dg | DG | TR ) \.? (?![\w'’])
    (?: (?<=[ETPDGR]) (?: {BLANK}[{CAPITAL}][\w’'-]+ ){{1,3}} )?
    (?: {BLANK}?\([^()]{{1,60}}\) )?
    """
_RUGBY = Lazy(
    rf"(?<![\w.,/-])(?<![0-9]{BLANK}){_ITEM}(?:(?:,|{BLANK}et|{BLANK}?;|{BLANK}?\+){BLANK}{_ITEM})+",
    r"[0-9]\s?[pPdDtT]",
)
_SCORED = Lazy(rf"(?<![\w.,/-])(?P<number>[0-9]{{1,2}}){BLANK}?(?P<what>[etpdETPD]|tr|dg|DG|TR)(?P<dot>\.?)(?![\w'’])")
_DIMENSIONS = Lazy(rf"(?:[234]D[,;{BLANK[1:-1]}et]*)+")
"""``3D, 2D``: no drop goals."""
_LISTED = Lazy(
    rf"(?<![\w.,/-])(?P<number>[0-9]{{1,2}}){BLANK}?(?P<what>[ETPD]|DG|TR)(?={BLANK}[{CAPITAL}][a-zß-ÿ])",
    r"[0-9]\s?(?:[ETPD]|DG|TR)\s",
)
"""``4 E Dupont (5e, 23e), Lebel (71e) ; 4 T Ramos``."""
_FORM = Lazy(
    rf"""
    (?<![\w.,-])
    (?: [0-9DTAR][amphsc] (?: {BLANK}?\([0-9]{{2,4}}\) )? (?: {BLANK} | ,{BLANK}? | - | \Z | (?=[).;]) ) ){{2,}}
    """,
    r"[0-9DTAR][amphsc][\s,(-]",
)
_RACE = Lazy(r"(?P<place>[0-9DTAR])(?P<kind>[amphsc])(?![\w])")
_SURE = Lazy("[0-9][ap]")
"""Metres, hours and seconds are no form of a horse."""
_ODDS = Lazy(
    r"(?<![\w.,/])(?P<odds>[0-9]{1,3}(?:,[0-9])?)/(?P<stake>[1-9])(?![\w/]|[.,][0-9]|[ \u00a0\u202f][0-9]{3})",
    r"[0-9]/1(?![0-9])",
    "/",
)
_SETS = Lazy("[0-7]-[0-7],?[ ][0-7]-[0-7]|[0-7]/[0-7][ ][0-7]/[0-7]")
_PAIR = Lazy("(?<![0-9])([0-9]+)/([0-9]+)(?![0-9])")
_GAMES = {*((low, "6") for low in "01234"), ("5", "7"), ("6", "7")}
"""How a set of tennis can end."""
_LONG_ODDS = Lazy(r"(?<![\w.,/])(?:[4-9]|[1-9][0-9]{1,2})/1(?![\w/]|[.,][0-9]|[ \u00a0\u202f][0-9]{3})")


def read(sentence: Sentence) -> Iterator[Reading]:
    """Points, placings and odds of one sentence."""
    yield from _tries(sentence)
    yield from _placings(sentence)
    yield from _odds(sentence)


def _tries(sentence: Sentence) -> Iterator[Reading]:
    """Letters of rugby beside one another."""
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    for run in _RUGBY.finditer(source, start, end):
        if _DIMENSIONS.fullmatch(run[0]):
            continue
        for match in _SCORED.finditer(source, run.start(), run.end()):
            if _is_top_level(source, run.start(), match.start()):
                yield Reading(Span(match.start(), _last(match, end)), _scored(match), RULE, PLAUSIBLE)
    listed = list(_LISTED.finditer(source, start, end))
    for match in listed if len(listed) > 1 else ():
        yield Reading(Span(*match.span()), _scored(match), RULE, PLAUSIBLE)


def _placings(sentence: Sentence) -> Iterator[Reading]:
    for run in _FORM.finditer(sentence.source, sentence.span.start, sentence.span.end):
        if _SURE.search(run[0]) is not None:
            for match in _RACE.finditer(sentence.source, run.start(), run.end()):
                yield Reading(Span(*match.span()), _placed(match), RULE, PLAUSIBLE)


def _odds(sentence: Sentence) -> Iterator[Reading]:
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    odds = list(_ODDS.finditer(source, start, end))
    told = odds and says(source, start, odds[0].start(), TABLE.words("odds"))
    several = len(odds) > 1 and _LONG_ODDS.search(source, start, end) and not _is_tennis(source, start, end)
    for match in odds if told or several else ():
        text = f"{parse(match['odds']).said()} {spelling.word('against')} {spelling.cardinal(match['stake'])}"
        yield Reading(Span(*match.span()), text, RULE, PLAUSIBLE)


def _is_tennis(source: str, start: int, end: int) -> bool:
    """Sets or ranks of players: ``Gaston (15/1) b. Petit 6/4 6/2``."""
    pairs = [pair.groups() for pair in _PAIR.finditer(source, start, end)]
    if 2 * sum(tuple(sorted(pair)) in _GAMES for pair in pairs) > len(pairs):
        return True
    return _SETS.search(source, start, end) is not None or any(
        rank in source[start:end] for rank in PAIRS.words("tennis rank")
    )


def _is_top_level(source: str, start: int, place: int) -> bool:
    return source.count("(", start, place) == source.count(")", start, place)


def _last(match: re.Match[str], end: int) -> int:
    """A dot at the end of the sentence is no part of the abbreviation."""
    return match.end("what") if match["dot"] and not match.string[match.end() : end].strip() else match.end()


def _scored(match: re.Match[str]) -> str:
    return _counted(match["number"], match["what"].lower())


def _counted(number: str, what: str) -> str:
    """A number and what its letter stands for in the table of points."""
    one, many, gender = _points()[what]
    return f"{spelling.cardinal(number, gender == 'f')} {one if number in ('0', '1') else many}"


@cache
def _points() -> dict[str, list[str]]:
    """``t``: essai, essais, m."""
    return {letter: forms for letter, *forms in TABLE.rows("point")}


def _placed(match: re.Match[str]) -> str:
    """``3a``: troisième attelé; ``Da``: disqualifié attelé."""
    kind, place = TABLE.mapping("race")[match["kind"]], match["place"]
    if place.isalpha() or place == "0":
        return f"{TABLE.mapping('fall')[place]} {kind}"
    return f"{spelling.first() if place == '1' else spelling.ordinal(place)} {kind}"
