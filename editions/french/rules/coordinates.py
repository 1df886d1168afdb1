"""Lengths that borrow the sign of seconds: ``un écran 55''``, inches behind the name of a screen or a wheel."""

from collections.abc import Iterator

from editions.french.around import words_before
from editions.french.confidence import LIKELY
from editions.french.lazy import Lazy
from editions.french.numerals import LEFT, parse
from editions.french.patterns import BLANK
from editions.french.quantities import said, units
from editions.model import Sentence, Span
from editions.speech import Reading
from editions.tables import Table

RULE = "coordinates"
TABLE = Table(f"rules/{RULE}")

_DOUBLE = "(?:''|’’|′′|[\"″”])"
_SCREEN = Lazy(
    rf"{LEFT}(?P<number>[0-9]{{1,3}}(?:[.,][0-9]{{1,2}})?){BLANK}?(?P<sign>{_DOUBLE})(?![\w’'])",
    "[0-9].?(?:['’′]{2}|[\"″”])",
)
_LOOK_BACK = 40
_LAST = 5


def read(sentence: Sentence) -> Iterator[Reading]:
    """Angles, heights in feet and sizes of screens of one sentence."""
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    for match in _SCREEN.finditer(source, start, end):
        near = words_before(source, match.start(), max(start, match.start() - _LOOK_BACK), _LAST)
        if not TABLE.words("inches").isdisjoint(near):
            yield Reading(Span(*match.span()), said(parse(match["number"]), units()["po"]), RULE, LIKELY)
