"""Sets: ``6/4 7/6``, ``4 t.a.b. à 3``; plain scores (``31-12``) are read by ``ranges``."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from editions.french import spelling
from editions.french.around import says
from editions.french.confidence import LIKELY, PLAUSIBLE
from editions.french.forms import Form, readings
from editions.french.grammar import OUT_OF, PAIRS
from editions.french.lazy import Lazy
from editions.french.numerals import LEFT
from editions.french.parts import part_name
from editions.french.patterns import BLANK
from editions.model import Sentence, Span
from editions.speech import Reading
from editions.tables import Table

RULE = "scores"
TABLE = Table(f"rules/{RULE}")
_SETS = Lazy(
    rf"""
    {LEFT} (?: [0-9]{{1,2}}/[0-9]{{1,2}} (?!\w|/) (?:{BLANK}?\([0-9]{{1,2}}(?:[/-][0-9]{{1,2}})?\))?
        (?:[,;]|{BLANK}{spelling.word("and")}(?={BLANK}[0-9]))? {BLANK}? ){{1,7}}
    """,
    "[0-9]/[0-9]",
    "/",
)
_SET = Lazy(rf"(?<!\w)(?<![0-9]{BLANK}\()([0-9]+)/([0-9]+)(?!\w)")
_GAMES = (6, 7)
"""Of a set of tennis that is won; without any, ``3/5, 5/5`` are marks."""
_SHORT_GAMES = (4, 5)
_POINTS = (10, 11, 15, 21, 25)
"""With which a set of volleyball, of badminton or the last tie break is won; above them, by two."""
_SCORE = Lazy(r"[0-9][-–][0-9]+[^.;:!?]*\Z")
_SCORE_BEHIND = Lazy(r"[0-9][-–][0-9]+\Z")
_NEAR = 24
_OTHER_SIDE = Lazy(rf"{BLANK}\w{BLANK}[0-9]")
_AFTER = Lazy(rf"(?<=[0-9]){BLANK}(?P<how>[^\W\d_][\w.]{{1,6}}(?:{BLANK}prol\.)?)(?![\w])", r"[0-9]\s[^\W\d_]")
_COLONS = Lazy(
    r"(?<![\w:.,/])(?P<low>[0-9]{1,3}|[0-9]{4,7}(?=:1(?!\w))):(?P<high>[0-9]{1,3})(?![\w:/])", "[0-9]:[0-9]", ":"
)


@cache
def _endings() -> dict[str, tuple[str, ...]]:
    """What may follow a score: how it is said, and right behind the score."""
    return {written: tuple(forms) for written, *forms in TABLE.rows("after")}


def read(sentence: Sentence) -> Iterator[Reading]:
    """Tie breaks, sets with a slash, game plans."""
    yield from _sets(sentence)
    yield from _endings_of_matches(sentence)
    yield from readings(_FORMS, sentence, RULE)


def _sets(sentence: Sentence) -> Iterator[Reading]:
    """Runs of sets; a single one is a set beside others: ``6/4 ab.``."""
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    runs = [list(_SET.finditer(source, *run.span())) for run in _SETS.finditer(source, start, end)]
    runs = [run for run in runs if len(run) > 1 or (run and source[run[0].start() - 1] not in "(-−–")]
    beaten = says(source, start, end, OUT_OF.words("beats"))
    played = [run for run in runs if _are_sets([(int(pair[1]), int(pair[2])) for pair in run], beaten)]
    if any(len(run) > 1 for run in played):
        for pair in chain.from_iterable(played):
            yield Reading(Span(*pair.span()), _between(pair[1], pair[2]), RULE, PLAUSIBLE)


def _endings_of_matches(sentence: Sentence) -> Iterator[Reading]:
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    for match in _AFTER.finditer(source, start, end):
        forms = _endings().get(match["how"])
        near = max(start, match.start() - _NEAR), match.start()
        if forms and (_SCORE.search(source, *near) or _OTHER_SIDE.match(source, match.end(), end)):
            behind = _SCORE_BEHIND.search(source, *near)
            yield Reading(Span(*match.span("how")), forms[-1] if behind else forms[0], RULE, LIKELY)


def _to(match: re.Match[str]) -> str:
    if f"{match['low']}/{match['high']}" in PAIRS.words("picture"):
        return f"{spelling.cardinal(match['low'])} {part_name(match['high'], True)}"
    return _between(match["low"], match["high"])


def _between(low: str, high: str) -> str:
    return f"{spelling.cardinal(low)} {spelling.word('to')} {spelling.cardinal(high)}"


def _are_sets(pairs: list[tuple[int, int]], beaten: bool) -> bool:
    """Games of tennis, the last set perhaps in points; or points, of which both sides win a set or the first all.

    ``beaten``: somebody is, so that sets may also be short: ``4/1 4/2``.
    """
    if beaten and len(pairs) > 1 and all(max(pair) in _SHORT_GAMES for pair in pairs):
        return True
    games = [max(pair) <= _GAMES[-1] for pair in pairs]
    if games[0] and all(games[:-1]):
        won = any(max(pair) in _GAMES for pair in pairs)
        return won and (games[-1] or _is_won(*pairs[-1]))
    return all(_is_won(*pair) for pair in pairs) and any(one > other for one, other in pairs)


def _is_won(one: int, other: int) -> bool:
    lead = abs(one - other)
    return max(one, other) in _POINTS if lead > 2 else lead == 2 and max(one, other) >= _POINTS[0]


_FORMS = (Form(_COLONS, _to, PLAUSIBLE),)
