"""Numbers that name: ``ISBN 978-2-07-036024-5``, ``FR76 3000 6000 …``, a VAT number, a tyre, the file of a photo.

Said digit by digit, as one dictates them: nobody counts with them. The number of an agency's file behind its name
(``SIPA/2510031017``) is not for the ear: nothing is said for it.
"""

import re
from collections.abc import Iterator

from editions.french import spelling
from editions.french.confidence import LIKELY, PLAUSIBLE
from editions.french.lazy import Lazy
from editions.french.numerals import LEFT
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
_COMPANY = Lazy(
    rf"(?<!\w)RCS{BLANK}(?:[A-ZÀ-Þ][\w-]*{BLANK}){{1,3}}?(?:[A-D]{BLANK})?(?P<digits>[0-9]{{3}}{BLANK}?[0-9]{{3}}{BLANK}?[0-9]{{3}})(?!\w)",
    "RCS",
)
"""``RCS Bourges B 412 587 963``."""
_FILE = Lazy(r"(?<=[^\W\d_])(?:/|_)[0-9]{7,}(?![\w/]|[.,][0-9])", "[/_][0-9]{7}")
_TYRE = Lazy(
    rf"""
    {LEFT} (?P<width> [1-9][0-9]{{2}} ) / (?P<height> [0-9]{{2}} )
    (?P<kind> {BLANK}? Z?R ) {BLANK}? (?P<rim> [0-9]{{2}} )
    (?: {BLANK}(?P<load> [0-9]{{2,3}} ) (?P<speed> [A-Z] ) )? (?!\w)
    """,
    "/[0-9]{2}.?Z?R",
    "/",
)
"""``205/55 R16 91V``."""
_FEWEST = 8
"""Digits of an account or a VAT number."""


def read(sentence: Sentence) -> Iterator[Reading]:
    """Identifiers of one sentence."""
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    for match in _ANNOUNCED.finditer(source, start, end):
        yield Reading(Span(*match.span("digits")), _one_by_one(match["digits"]), RULE, LIKELY)
    for match in _COMPANY.finditer(source, start, end):
        groups = (spelling.with_zeros(group) for group in re.findall("[0-9]{3}", match["digits"]))
        yield Reading(Span(*match.span("digits")), ", ".join(groups), RULE, LIKELY)
    for match in _ACCOUNT.finditer(source, start, end):
        if sum(map(str.isdigit, match["digits"])) >= _FEWEST:
            said = f"{letters(match['country'])} {_one_by_one(match['digits'])}"
            yield Reading(Span(*match.span()), said, RULE, LIKELY)
    for match in _TYRE.finditer(source, start, end):
        yield Reading(Span(*match.span()), _tyre(match), RULE, LIKELY)
    for match in _FILE.finditer(source, start, end):
        yield Reading(Span(*match.span()), "", RULE, PLAUSIBLE)


def _tyre(match: re.Match[str]) -> str:
    """Width and height, the letters of its make, the rim; what it bears and how fast."""
    width, height, rim = (spelling.cardinal(match[name]) for name in ("width", "height", "rim"))
    said = f"{width} {height} {letters(match['kind'].strip())} {rim}"
    return f"{said} {spelling.cardinal(match['load'])} {match['speed']}" if match["load"] else said


def _one_by_one(written: str) -> str:
    """Digits one after the other, with a breath where a blank or a hyphen stands."""
    groups = re.findall(r"[0-9A-Z]+", written)
    return ", ".join(
        " ".join(spelling.one_by_one(char) if char.isdigit() else char for char in group) for group in groups
    )
