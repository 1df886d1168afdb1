"""Decades: ``les années 80``, ``les années 1990``, ``années 70-80``.

Their numbers are names and take no plural mark.
"""

from collections.abc import Iterator

from editions.french import spelling
from editions.french.grammar import NUMBERS
from editions.french.lazy import Lazy
from editions.french.patterns import BLANK
from editions.model import Sentence, Span
from editions.speech import Reading
from editions.tables import Table

RULE = "decades"
TABLE = Table(f"rules/{RULE}")
_DECADE = Lazy(
    rf"""
    (?<!\w) (?P<years> [^\W\d_]{{5,7}} ) {BLANK} (?P<first> (?:[12][0-9])? [0-9]0 )
    (?: {BLANK}?[-/\u2011\u2013]{BLANK}? (?P<second> (?:[12][0-9])? [0-9]0 ) )? (?:['’]?s(?!\w))?
    (?![\w,.]*[0-9]|\w)
    """,
    r"[0-9]0(?![0-9])",
)
_JOINED = Lazy(rf"{BLANK}([^\W\d_]{{1,2}}){BLANK}(?P<number>[2-9]0)(?![\w,.]*[0-9]|{BLANK}[0-9]|\w)")
"""``les années 70 et 80``."""


def read(sentence: Sentence) -> Iterator[Reading]:
    """The numbers after the word for years, and a second decade behind a dash; ``les 80s``."""
    for match in _DECADE.finditer(sentence.source, sentence.span.start, sentence.span.end):
        if match["years"].lower() in TABLE.words("years"):
            said = [_decade(match[name]) for name in ("first", "second") if match[name]]
            yield Reading(Span(match.start("first"), match.end()), " ".join(said), RULE)
            joined = _JOINED.match(sentence.source, match.end(), sentence.span.end)
            if joined and joined[1] in NUMBERS.words("joiner"):
                yield Reading(Span(*joined.span("number")), _decade(joined["number"]), RULE)


def _decade(digits: str) -> str:
    """80 → *quatre-vingt*: a name, not a number of things."""
    return spelling.label(digits)
