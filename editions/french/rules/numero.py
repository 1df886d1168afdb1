"""``n° 12``, ``N°12``, ``no 12``, ``les nos 4 et 5``, ``loi n°75-17``: *numéro*, and its number, which never agrees.

``no`` and ``nos`` are read so only right before a figure.
"""

import re
from collections.abc import Iterator

from editions.french import spelling
from editions.french.around import word_before
from editions.french.confidence import LIKELY, SURE
from editions.french.grammar import DETERMINERS
from editions.french.lazy import Lazy
from editions.french.numerals import INTEGER, parse
from editions.french.patterns import BLANK
from editions.model import Sentence, Span
from editions.speech import Reading
from editions.tables import Table

RULE = "numero"
TABLE = Table(f"rules/{RULE}")

_NUMERO = Lazy(
    rf"""
    (?<![\w’'])
    (?:
        (?P<sign>
            [nN][°º˚]s?
          | [nN] (?:{BLANK}|\.) [°º˚] (?={BLANK}*[0-9])
          | [nN]ᵒˢ?
          | №
          | num\. (?={BLANK}*[\w(«])
        )
      | (?P<word> [nN]os?\.? ) (?={BLANK}+[0-9])
    )
    (?:
        (?P<gap> {BLANK}* ) (?P<number> {INTEGER} ) (?![0-9]|[.,][0-9])
        (?P<more> (?:[-–/][0-9]++(?:\.[0-9]{{3}}(?![0-9]))?)*+ ) (?![-\w])
    )?
    """,
    r"[nN].?[°º˚ᵒ]|№|num\.|[nN]os?\.?[ \u00a0\u2009\u202f]+[0-9]",
)

_COUNTED = Lazy(rf"{BLANK}[^\W\d_A-Z]{{3,}}")


def read(sentence: Sentence) -> Iterator[Reading]:
    """Signs of *numéro* of one sentence, with the figures after them."""
    forms = TABLE.mapping("form")
    for match in _NUMERO.finditer(sentence.source, sentence.span.start, sentence.span.end):
        written = match["sign"] or match["word"]
        if written != "num.":
            written = re.sub(rf"{BLANK}|\.", "", written)
        if _is_possessive(match, sentence):
            continue
        said = forms[written.replace("˚", "°")]
        if word_before(sentence.source, match.start(), sentence.span.start).lower() in DETERMINERS.words("plural"):
            said = said if said.endswith("s") else said + "s"
        end = match.end("sign") if match["sign"] else match.end("word")
        several = said.endswith("s") and match["more"]
        if match["number"] and not several and not _continues(match):
            said, end = f"{said} {_label(match)}", match.end()
        sure, others = (LIKELY, (written,)) if match["word"] else (SURE, ())
        yield Reading(Span(match.start(), end), said, RULE, sure, others)


def _is_possessive(match: re.Match[str], sentence: Sentence) -> bool:
    """``nos 12 communes``: something is counted, and no article stands before."""
    if match["word"] is None or not match["word"].endswith("s") or match["number"] is None:
        return False
    counted = _COUNTED.match(match.string, match.end("number"), sentence.span.end)
    return counted is not None and word_before(
        match.string, match.start(), sentence.span.start
    ).lower() not in DETERMINERS.words("plural")


def _continues(match: re.Match[str]) -> bool:
    """What stands after is a measure or a range of numbers: other rules read the figures."""
    return match["number"].startswith("0") and not match["more"] and len(match["number"]) > 3


def _label(match: re.Match[str]) -> str:
    joiners = TABLE.mapping("form")
    said = _figures(match["number"])
    for sign, figures in re.findall(r"([-–/])([0-9.]+)", match["more"]):
        said += f" {joiners['slash' if sign == '/' else 'dash']} {_figures(figures)}"
    return said


def _figures(written: str) -> str:
    return spelling.with_zeros(written) if written.startswith("0") else parse(written).said()
