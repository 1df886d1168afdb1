"""Numbers of departments: ``Alençon (61)``, ``Ajaccio (2A)``, ``le 2B``; the name is given as an alternative.

The number is what is written, so it is what is said; ``2A`` are no amperes.
"""

from collections.abc import Iterator

from editions.french import spelling
from editions.french.confidence import LIKELY
from editions.french.lazy import Lazy
from editions.french.patterns import BLANK, CAPITAL, LETTER
from editions.french.symbols import ELECTRIC
from editions.model import Sentence, Span
from editions.speech import Reading
from editions.tables import Table

RULE = "departments"
TABLE = Table(f"rules/{RULE}")

_NUMBER = Lazy(
    rf"""
      (?<= [{LETTER}.’')]{BLANK}\( ) (?P<listed> [0-9]{{2,3}} | 2[AB] ) (?=\))
    | (?<![\w.,/-]) (?P<corsica> 2[AB] ) (?![\w’'])
    """,
    r"\([0-9]{2}|2[AB]",
)
_CANTON = Lazy(
    lambda: rf"(?:(?<=\()|(?<=\([A-Z]{{2}}/)|(?<=\([A-Z]{{3}}/))(?:{'|'.join(TABLE.mapping('canton'))})(?=\))",
    r"[(/][A-Z]{2}\)",
)
_PLACE = Lazy(rf"(?:^|[^\w])[{CAPITAL}][\w’'-]*{BLANK}\(\Z")


def read(sentence: Sentence) -> Iterator[Reading]:
    """Numbers of departments of one sentence."""
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    for match in _NUMBER.finditer(source, start, end):
        name = TABLE.mapping("department").get(match[0])
        if match["corsica"] and ELECTRIC.search(source, start, end):
            continue
        placed = match["corsica"] or _PLACE.search(source, max(start, match.start() - 40), match.start())
        if name and placed:
            digits, letter = match[0].rstrip("AB"), match[0].lstrip("0123456789")
            said = f"{spelling.with_zeros(digits)} {letter}".strip()
            yield Reading(Span(*match.span()), said, RULE, LIKELY, (name,))
    for match in _CANTON.finditer(source, start, end):
        party = source[match.start() - 1] == "/"
        if party or _PLACE.search(source, max(start, match.start() - 40), match.start()):
            name = TABLE.mapping("canton")[match[0]]
            yield Reading(Span(*match.span()), name, RULE, LIKELY, (" ".join(match[0]),))
