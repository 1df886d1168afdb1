"""Letters and figures in one: ``CO₂``, ``H2O``, ``H1N1``, ``TF1``, ``PM2,5``, ``A4``, ``J-7``, ``H+3``.

Letters are spelled, figures are cardinals; a stem that can be pronounced and is long enough stays a word.
"""

import re
from collections.abc import Iterator
from unicodedata import digit

from editions.french import acronyms, spelling
from editions.french.confidence import LIKELY
from editions.french.lazy import Lazy
from editions.french.patterns import BLANK, CAPITAL
from editions.french.pronounce import letters, pronounceable
from editions.model import Sentence, Span
from editions.speech import Reading
from editions.tables import Table

RULE = "alphanumerics"
TABLE = Table(f"rules/{RULE}")

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
    rf"""
    (?<![\w.,])
    (?:
        (?P<figure> [1-9] ) (?P<letter> [ADFGK] | (?<=Fi{BLANK}[1-9])E )
      | (?:
            (?<=Renault{BLANK})
          | (?<= {BLANK}[a-z]{{2}}{BLANK} )
          | (?<![^\W_]) (?<=[lLuUsS][an]{BLANK})
          | (?<=[uU]ne{BLANK})
          | (?<![\s\S]) (?=4L\W*\Z|4L{BLANK}[A-Z])
        )
        (?P<car> 4L )
    )
    (?![\w€$]|{BLANK}?[€$])
    """,
    "[1-9][ADEFGKL]",
)
_ELECTRIC = Lazy(rf"[0-9]{BLANK}?(?:[kM]?[VW]|mAh|volts?|watts?)(?!\w)")
"""``2A sous 5V``: amperes, beside volts or watts."""
_MASS = Lazy(rf"[0-9]{BLANK}?(?:k?g|[kMG]?t){BLANK}?(?:[ée]q\.?{BLANK}?)?\Z")
"""``9 kg CO2``: a unit of its own."""
_PART_OF = Lazy(
    rf"""
    (?<!\w) (?P<place> [^\W\d_]{{3,9}} ) \.?{BLANK} (?::{BLANK})?
    (?P<code> (?P<figure> [1-9][0-9]{{0,4}} ) {BLANK}? (?P<letter> [{CAPITAL}] | (?<=[0-9])[a-e] ) )
    (?![\w’']|-[0-9]|{BLANK}[0-9])
    """,
    "[0-9](?:.?[A-Z]|[a-e])",
)
"""``terminal 2E``, ``Euro 6d``: no second, no amperes, no ordinal."""
_BRANCH = Lazy(
    rf"""
    (?<![\w.-]) (?:A|D|N|M|RD|RN|VC|CD) {BLANK}
    (?P<code> (?P<figure> [1-9][0-9]{{0,3}} ) {BLANK}? (?P<letter> [{CAPITAL}] ) ) (?![\w’'.-]|{BLANK}[0-9])
    """,
    "[0-9].?[A-Z]",
)
"""``la D 438 A``: a road beside the D 438."""
_LINEAGE = Lazy(
    rf"(?<![\w.])(?P<stem>[{CAPITAL}]{{1,2}})(?P<numbers>(?:\.[0-9]{{1,4}})+)(?![\w]|,[0-9])", rf"[{CAPITAL}]\.[0-9]"
)
_PLANE = Lazy(
    r"(?<![\w.-])(?P<letter>[AB])(?P<number>[37][0-9]{2})-(?P<version>[1-9]00|1000)(?![\w-])", "[AB][37][0-9]{2}-"
)
"""``un A350-900``."""
_PIECE = re.compile(rf"[{CAPITAL}]+|{_FIGURES}+")
_EPISODE = Lazy(
    rf"(?<!\w)S(?P<season>[0-9]{{1,2}}){BLANK}?E(?P<episode>[0-9]{{1,3}})(?:/(?P<of>[0-9]{{1,3}}))?(?!\w)",
    r"S[0-9]{1,2}\s?E",
)
"""``S4 E7/10``."""
_SEASON = Lazy(
    rf"(?:(?<=\()|(?<=,{BLANK}))S(?P<season>[1-9][0-9]?)(?=\)|\)?,{BLANK}(?:\wp\.|[0-9]{{1,2}}/))", r"[(,\s]S[0-9]"
)
"""``(S2, ép. 3)``."""
_SEED = Lazy(
    rf"(?:(?P<bar>(?<=\w)/)|(?<![\w.]))N\.{BLANK}?(?P<number>[0-9]{{1,3}})(?![\w.,]*[0-9])(?!\w)", r"N\.\s?[0-9]"
)
"""``(ATP 20/N.18)``, ``tête de série N.4``."""
_RATING = Lazy(r"(?<!\w)(?P<letters>[ABC]a{1,2})(?P<number>[1-3])(?!\w)", "[ABC]a{1,2}[1-3]")
"""``Aa2``, ``Baa1``: what a debt is worth."""
_DASHED = Lazy(rf"(?<![\w-])[{CAPITAL}]{{2}}(?=-[0-9]{{1,3}}(?![\w/]))", "[A-Z]-[0-9]", "-")
"""``IL-6``: no pronoun."""
_ISOTOPE = Lazy(r"(?<!\w)(?P<mass>[⁰¹²³⁴-⁹]{1,3})(?P<element>[A-Z][a-z]?)(?!\w)", "[⁰¹²³⁴-⁹][A-Z]")
"""``²³⁵U``."""
_MATCHDAY = Lazy(r"(?<=\()J(?P<number>[1-9][0-9]?)(?=\))", r"\(J[1-9]", "J")
"""``Angers - Nantes (J26)``."""
_COUNTDOWN = Lazy(
    rf"""
    (?<![\w.-]) (?: [JHMn] | D (?=\W{{1,3}}[0-9](?!\w)) | [bB]ac (?=-) | N (?=\W{{1,3}}[1-5](?!\w)) )
    (?P<sign> {BLANK}?[-−–+]{BLANK}? ) (?=[0-9]{{1,3}}(?![\w/]))
    """,
    "[JHDMNnc].?[-−–+].?[0-9]",
)


def read(sentence: Sentence) -> Iterator[Reading]:
    """Codes and countdowns of one sentence."""
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    for match in _EPISODE.finditer(source, start, end):
        yield Reading(Span(*match.span()), _episode(match), RULE, LIKELY)
    for match in _SEASON.finditer(source, start, end):
        text = f"{TABLE.mapping('said')['season']} {spelling.cardinal(match['season'])}"
        yield Reading(Span(*match.span()), text, RULE, LIKELY)
    for match in _SEED.finditer(source, start, end):
        said = TABLE.mapping("said")["number"]
        pause = ", " if match["bar"] else ""
        yield Reading(Span(*match.span()), f"{pause}{said} {spelling.cardinal(match['number'])}", RULE, LIKELY)
    for match in _PLANE.finditer(source, start, end):
        said = f"{spelling.cardinal(match['number'])} {spelling.cardinal(match['version'])}"
        yield Reading(Span(*match.span()), f"{letters(match['letter'])} {said}", RULE)
    for match in _MATCHDAY.finditer(source, start, end):
        said = f"{TABLE.mapping('said')['matchday']} {spelling.cardinal(match['number'])}"
        yield Reading(Span(*match.span()), said, RULE, LIKELY)
    for match in _RATING.finditer(source, start, end):
        said = f"{letters(match['letters'].upper())} {spelling.cardinal(match['number'])}"
        yield Reading(Span(*match.span()), said, RULE, LIKELY)
    for match in _DASHED.finditer(source, start, end):
        yield Reading(Span(*match.span()), acronyms.said(match[0]) or letters(match[0]), RULE, LIKELY)
    for match in _ISOTOPE.finditer(source, start, end):
        mass = spelling.cardinal("".join(str(digit(figure)) for figure in match["mass"]))
        yield Reading(Span(*match.span()), f"{letters(match['element'].upper())} {mass}", RULE, LIKELY)
    for match in _CODE.finditer(source, start, end):
        if match["code"].startswith("CO") and _MASS.search(source, max(start, match.start() - 10), match.start()):
            continue
        if not (match["decimal"] and not match["code"].startswith("PM")):
            yield Reading(Span(*match.span()), _said(match), RULE)
        else:
            yield Reading(Span(*match.span("code")), _said(match, False), RULE)
    for match in _LINEAGE.finditer(source, start, end):
        numbers = [spelling.with_zeros(number) for number in match["numbers"].split(".")[1:]]
        said = f" {spelling.word('point')} ".join(numbers)
        yield Reading(Span(*match.span()), f"{letters(match['stem'])} {said}", RULE)
    for match in _GENERATION.finditer(source, start, end):
        if match["letter"] == "A" and _ELECTRIC.search(source, start, end):
            continue
        figure, letter = match[0][0], match[0][1]
        yield Reading(Span(*match.span()), f"{spelling.cardinal(figure)} {letter}", RULE)
    for match in _PART_OF.finditer(source, start, end):
        if match["place"].lower() in TABLE.words("norm" if match["letter"].islower() else "place"):
            yield _lettered_number(match)
    for match in _BRANCH.finditer(source, start, end):
        yield _lettered_number(match)
    for match in _COUNTDOWN.finditer(source, start, end):
        said = spelling.word("plus" if "+" in match["sign"] else "minus")
        yield Reading(Span(*match.span("sign")), said if match["sign"].strip() == match["sign"] else f" {said} ", RULE)


def _episode(match: re.Match[str]) -> str:
    said = TABLE.mapping("said")
    numbers = (f"{said[name]} {spelling.cardinal(match[name])}" for name in ("season", "episode"))
    text = ", ".join(numbers)
    return f"{text} {spelling.word('over')} {spelling.cardinal(match['of'])}" if match["of"] else text


def _lettered_number(match: re.Match[str]) -> Reading:
    return Reading(Span(*match.span("code")), f"{spelling.cardinal(match['figure'])} {match['letter']}", RULE, LIKELY)


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
