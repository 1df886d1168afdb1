"""Symbols of units as papers write them: ``kg CO₂``, ``c. à s.``, ``t éq. CO2/an``; part of the rule of measures."""

import re
from collections.abc import Iterator
from functools import lru_cache

from editions.french import spelling
from editions.french.around import says
from editions.french.confidence import LIKELY
from editions.french.lazy import Lazy
from editions.french.patterns import BLANK, either
from editions.french.quantities import Unit, unit, units
from editions.model import Sentence, Span
from editions.speech import Reading
from editions.tables import Table

RULE = "measures"
TABLE = Table(f"rules/{RULE}")
SYMBOL = rf"""
    (?:
        (?:k?g|[kMG]?t) {BLANK}? (?:[ée]q\.?{BLANK}?)? CO[2₂] (?: [ée]q? (?!\w) | {BLANK}[ée]q (?!\w) | (?!\w) )
      | dB\(A\)
      | N[.·]m (?!\w)
      | c\.?{BLANK}?\u00e0{BLANK}?{either(TABLE.words("spoon"))}(?!\w)\.?
      | [°º℃] (?: {BLANK}?(?:[CFf]|TH|Oe) (?![^\W_]) )?
      | [^\W\d_]{{1,12}}[23]? (?![^\W_]) \.?
    )
    """
SLASH = rf"{BLANK}?[/∕]{BLANK}?"
_FOR = Lazy(
    rf"""
    [0-9] {BLANK}? (?: [mk]?g | [mc]?[lL] (?:/min)? ) {BLANK}? (?P<slash> [/∕] ) {BLANK}?
    [0-9]+ (?:,[0-9]+)? {BLANK}? (?: k?g | [mch]?[lL] | m[²2] | ha ) (?!\w)
    """,
    r"[glLn]\s?[/∕]\s?[0-9]",
    "/∕",
)
_KELVIN = Lazy(rf"(?<=[0-9]{BLANK})K(?![\w€])", "K")
_SAME = str.maketrans("\u00a0\u2009\u202fº", "   °")
_OF_BLOCK = ("laps", "sea")
"""Kinds whose word may stand in another sentence of the block."""
_SPOON = re.compile("c[.]?\\s?\u00e0\\s?[.]?[sc]")
ELECTRIC = Lazy(rf"[0-9]{BLANK}?(?:[kM]?[VW]|mAh|volts?|watts?)(?!\w)")
"""``2A sous 5V``: amperes, beside volts or watts."""
_CARBON = Lazy(rf"(?P<mass>k?g|[kMG]?t){BLANK}?(?P<before>[ée]q\.?{BLANK}?)?CO[2₂](?P<after>{BLANK}?[ée]q?)?")


@lru_cache(maxsize=4096)
def written_unit(written: str, last: bool) -> tuple[Unit, int] | None:
    """The unit and how many characters of it are its symbol; a dot that is ``last`` ends the sentence."""
    if last:
        written = written.removesuffix(".")
    first = re.split(r"\s?[/∕]", written)[0]
    if "CO" in first and (gas := _CARBON.fullmatch(first)):
        return _carbon(gas, written)
    for candidate in (written, written.removesuffix("."), first, first.removesuffix(".")):
        if candidate and (counted := unit(normal(candidate))):
            return counted, len(candidate)
    return None


def _carbon(gas: re.Match[str], written: str) -> tuple[Unit, int] | None:
    """``kg CO₂``, ``t éq. CO2/an``, ``MtCO2e``: one spelling for the table; what is behind a slash follows."""
    symbol = gas["mass"] + ("eq" if gas["before"] or gas["after"] else "") + "CO2"
    counted = unit(symbol + normal(written[gas.end() :]))
    return (counted, len(written)) if counted else (units()[symbol], gas.end())


def normal(symbol: str) -> str:
    """As in the table: plain blanks, none around the slash, no dot before it; a raised o is meant as a degree."""
    if _SPOON.match(symbol):
        return re.sub(r"[\s.]", "", symbol)
    return re.sub(r"\.?\s?[/∕]\s?", "/", symbol.translate(_SAME))


def instead(written: str, sentence: Sentence) -> Unit | None:
    """What a symbol counts where a word of the sentence says so: rooms (``3 ch``), strokes (``2T``)…"""
    symbol = written.removesuffix(".")
    for form, one, many, gender, kind in TABLE.rows("instead"):
        place = (0, len(sentence.source)) if kind in _OF_BLOCK else (sentence.span.start, sentence.span.end)
        if form == symbol and says(sentence.source, *place, TABLE.words(kind)):
            return Unit(one, many, gender == "f")
    return None


def apart(sentence: Sentence) -> Iterator[Reading]:
    """``40 g/10 l``: so much for so much; ``(40 K)`` beside degrees: kelvins."""
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    for match in _FOR.finditer(source, start, end):
        yield Reading(Span(*match.span("slash")), f" {spelling.word('for')} ", RULE, LIKELY)
    if "°C" in source[start:end]:
        for match in _KELVIN.finditer(source, start, end):
            yield Reading(Span(*match.span()), units()["kelvin"].plural, RULE, LIKELY)
