"""Letters and figures in one: ``CO₂``, ``H2O``, ``H1N1``, ``TF1``, ``PM2,5``, ``A4``.

Letters are spelled, figures are cardinals; a stem that can be pronounced and is long enough stays a word.
"""

import re
from collections.abc import Iterator

from editions.french import acronyms, spelling
from editions.french.lazy import Lazy
from editions.french.patterns import BLANK, CAPITAL
from editions.french.pronounce import letters, pronounceable
from editions.french.symbols import ELECTRIC
from editions.model import Sentence, Span
from editions.speech import Reading

RULE = "alphanumerics"

_SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_FIGURES = "[0-9₀-₉]"
_CODE = Lazy(
    rf"""
    (?<![\w.])
    (?: (?<!/) | (?<=[A-Z]{{2}}/) | (?<=[A-Z][0-9]/) | (?<=[A-Z][0-9]{{2}}/) | (?<=[A-Z][0-9]{{3}}/) )
    (?<!{BLANK}-) (?! (?<=[0-9]{BLANK}) M[23] (?!\w) )
    (?P<code> [{CAPITAL}]{{1,5}}{_FIGURES}++ (?: [{CAPITAL}]{{1,3}}{_FIGURES}*+ )*+ )
    (?P<decimal> (?:,|(?<=PM[0-9])\.) [0-9] (?![0-9]) )? (?P<plus> \+ (?![\w]) )? (?![^\W_]|[.,][0-9]|[°€%])
    """,
    rf"[{CAPITAL}]{_FIGURES}",
)
_GENERATION = Lazy(
    rf"(?<![\w.,])(?P<figure>[1-9])(?P<letter>[ADFGK]|(?<=Fi{BLANK}[1-9])E)(?![\w€$]|{BLANK}?[€$])", "[1-9][ADEFGK]"
)
"""``3G``, ``Wi-Fi 6E``."""
_MASS = Lazy(rf"[0-9]{BLANK}?(?:k?g|[kMG]?t){BLANK}?(?:[ée]q\.?{BLANK}?)?\Z")
"""``9 kg CO2``: a unit of its own."""
_PIECE = re.compile(rf"[{CAPITAL}]+|{_FIGURES}+")


def read(sentence: Sentence) -> Iterator[Reading]:
    """Codes and countdowns of one sentence."""
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    for match in _CODE.finditer(source, start, end):
        if match["code"].startswith("CO") and _MASS.search(source, max(start, match.start() - 10), match.start()):
            continue
        if not (match["decimal"] and not match["code"].startswith("PM")):
            yield Reading(Span(*match.span()), _said(match), RULE)
        else:
            yield Reading(Span(*match.span("code")), _said(match, False), RULE)
    for match in _GENERATION.finditer(source, start, end):
        if match["letter"] == "A" and ELECTRIC.search(source, start, end):
            continue
        yield Reading(Span(*match.span()), f"{spelling.cardinal(match['figure'])} {match['letter']}", RULE)


def _said(match: re.Match[str], whole: bool = True) -> str:
    pieces = []
    for piece in _PIECE.findall(match["code"]):
        if piece[0].isalpha():
            pieces.append(_stem(piece))
        else:
            pieces.append(spelling.with_zeros(piece.translate(_SUBSCRIPTS)))
    if whole and match["decimal"]:
        pieces += [
            spelling.word("comma" if match["decimal"][0] == "," else "point"),
            spelling.cardinal(match["decimal"][1:]),
        ]
    if match["plus"]:
        pieces.append(spelling.word("plus"))
    return " ".join(pieces)


def _stem(capitals: str) -> str:
    known = acronyms.said(capitals)
    if known:
        return known
    return capitals.capitalize() if len(capitals) > 3 and pronounceable(capitals) else letters(capitals)
