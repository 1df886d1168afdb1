"""Decades: ``les années 80``, ``les années 1990``, ``années 70-80``.

Their numbers are names and take no plural mark.
"""

from collections.abc import Iterator

from editions.french import spelling
from editions.french.lazy import Lazy
from editions.french.numerals import BLANK
from editions.model import Sentence, Span
from editions.speech import Reading
from editions.tables import words

RULE = "decades"
NEEDS_DIGIT = True
_DECADE = Lazy(
    rf"(?<!\w)(?P<years>[^\W\d_]{{5,7}}){BLANK}(?P<first>(?:[12][0-9])?[0-9]0)(?:{BLANK}?[-/\u2011\u2013]{BLANK}?(?P<second>(?:[12][0-9])?[0-9]0))?(?![\w,.]*[0-9]|\w)",
    r"[0-9]0(?![0-9])",
)


def read(sentence: Sentence) -> Iterator[Reading]:
    """The numbers after the word for years, and a second decade behind a dash."""
    for match in _DECADE.finditer(sentence.source, sentence.span.start, sentence.span.end):
        if match["years"].lower() in words("decade_words"):
            said = [_decade(match[name]) for name in ("first", "second") if match[name]]
            yield Reading(Span(match.start("first"), match.end()), " ".join(said), RULE)


def _decade(digits: str) -> str:
    """80 → *quatre-vingt*: a name, not a number of things."""
    return spelling.label(digits)
