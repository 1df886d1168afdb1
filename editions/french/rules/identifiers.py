"""Numbers that name: ``ISBN 978-2-07-036024-5``, ``FR76 3000 6000 …``, a VAT number, a tyre, the file of a photo.

Said digit by digit, as one dictates them: nobody counts with them. The number of an agency's file behind its name
(``SIPA/2510031017``) is not for the ear: nothing is said for it.
"""

import re
from collections.abc import Iterator

from editions.french import spelling
from editions.french.confidence import LIKELY
from editions.french.lazy import Lazy
from editions.french.patterns import BLANK, either
from editions.french.pronounce import letters
from editions.model import Sentence, Span
from editions.speech import Reading
from editions.tables import Table

RULE = "identifiers"
TABLE = Table(f"rules/{RULE}")
_ACCOUNT = Lazy(
    rf"(?<!\w)(?P<country>[A-Z]{{2}})(?P<digits>[0-9]{{2}}(?:{BLANK}?[0-9A-Z]{{2,4}}){{2,8}})(?!\w)",
    rf"[A-Z]{{2}}[0-9]{{2}}{BLANK}?[0-9A-Z]{{2}}",
)
"""An account (ISO 13616) or a VAT number: two letters, digits in groups or not."""
_ANNOUNCED = Lazy(
    rf"""
    (?<!\w) (?i:{either(TABLE.words("announces"))}) {BLANK}?:?{BLANK}?(?:n°{BLANK}?)?
    (?P<digits> [0-9] (?:[{BLANK[1:-1]}-]?[0-9]){{8,16}} (?:-?X)? ) (?!\w)
    """,
    r"[0-9][- \u00a0\u202f]?[0-9][- \u00a0\u202f]?[0-9]",
)
_FEWEST = 8
"""Digits of an account or a VAT number."""


def read(sentence: Sentence) -> Iterator[Reading]:
    """Identifiers of one sentence."""
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    for match in _ANNOUNCED.finditer(source, start, end):
        yield Reading(Span(*match.span("digits")), _one_by_one(match["digits"]), RULE, LIKELY)
    for match in _ACCOUNT.finditer(source, start, end):
        if sum(map(str.isdigit, match["digits"])) >= _FEWEST:
            said = f"{letters(match['country'])} {_one_by_one(match['digits'])}"
            yield Reading(Span(*match.span()), said, RULE, LIKELY)


def _one_by_one(written: str) -> str:
    """Digits one after the other, with a breath where a blank or a hyphen stands."""
    groups = re.findall(r"[0-9A-Z]+", written)
    return ", ".join(
        " ".join(spelling.one_by_one(char) if char.isdigit() else char for char in group) for group in groups
    )
