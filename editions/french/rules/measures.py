"""Masses, lengths, areas, volumes, energies…: ``35kg``, ``µg/m³``, ``10–12 °C``, ``1m75``, ``1,80 m``.

Units are in ``dictionaries/units.tsv``. A length with two decimals is read the way people say heights: *un mètre
quatre-vingts*.
"""

import re
from collections.abc import Iterator

from editions.french import spelling
from editions.french.around import says
from editions.french.confidence import LIKELY, SURE, UNSURE
from editions.french.grammar import NUMBERS
from editions.french.lazy import Lazy
from editions.french.multiples import counts
from editions.french.numerals import DASH, LEFT, LOOSE, Number, parse
from editions.french.patterns import BLANK, either
from editions.french.quantities import Unit, pair, per, said, unit, units
from editions.french.symbols import RULE, SLASH, SYMBOL, TABLE, apart, instead, normal, written_unit
from editions.model import Sentence, Span
from editions.speech import Reading

_MEASURE = Lazy(
    rf"""
    (?=[0-9]) (?:{LEFT}|(?<=[0-9][xX×])) (?: (?<!['’′]) (?P<low> {LOOSE} ) {DASH} )? (?P<number> {LOOSE} ) {BLANK}?
    (?!A/R|A{BLANK}[0-9]|[xX][0-9])
    (?P<symbol>
        {SYMBOL}
        (?:
            {SLASH}
            (?:
                100 (?: {BLANK}? (?:km|k?g|m[lL]) (?!\w) | (?! [\w,]*[0-9] | \.[0-9] | {BLANK}[0-9] ) )
              | (?:4|6|8|12|24|48|72) {BLANK}?h (?!\w)
              | m[²2][.·]an (?!\w)
              | {SYMBOL}
            )
        )?
    )
    (?!['’-][^\W_]|\.-[a-z])
    """
)
_SPLIT = Lazy(
    rf"{LEFT}(?P<whole>[0-9]{{1,3}}){BLANK}?(?P<symbol>m|km|kg|l|L){BLANK}?(?P<rest>[0-9]{{2,3}})(?!\w)",
    r"[0-9]\s?(?:m|kg|km|[lL])\s?[0-9]",
)
_PER = Lazy(
    rf"""
    (?:
        (?<=[^\W\d_A-Z]{{3}})
      | (?<=[²³₂])
      | (?<=O2)
      | (?<=/m[23])
      | (?<=[\w²³€]/[a-z])(?<!\([^\W\d_]/[a-z])(?<!L/l)
      | (?<=[\w²³€]/[a-z]{{2}})
      | (?<=[A-Z]{{2}})
      | (?<=[a-z]\.)(?<![Ff]r\.)(?<!ct\.)
    )
    {SLASH} (?P<symbol> 100{BLANK}? (?:km[²2]?|k?g|m[lL]) | [^\W\d_]{{1,13}}[23]? (?!\w) \.? ) (?!['’-])
    """,
    "[/∕]",
)
_OF_POWER = Lazy(
    rf"(?:(?<=[0-9][⁰¹²³⁴-⁹])|(?<=[⁰¹²³⁴-⁹⁻][⁰¹²³⁴-⁹])){BLANK}(?P<symbol>{SYMBOL}(?:{SLASH}{SYMBOL})?)(?![\w'’-])",
    f"[⁰¹²³⁴-⁹]{BLANK}",
)
"""``3.10⁸ m/s``."""
_PER_TIME = Lazy(
    rf"(?:(?<=[0-9%₂⁰-⁹¹²³\"″”])|(?<=[0-9][x×])|(?<=[0-9]{BLANK}[x×])){SLASH}(?P<symbol>[^\W\d_]{{1,8}}[²³]?\.?)(?![\w'’-])",
    r"[0-9%₂x×⁰-⁹¹²³\"″”]\s?[/∕]\s?[^\W\d_]",
    "/∕",
)
_DIGIT = re.compile("[0-9]")
_ROOMS = Lazy(
    rf"{LEFT}(?P<number>[1-9]){BLANK}?p(?:\.(?!{BLANK}?\Z))?(?=[,;/)]|{BLANK}[^\W\d_0-9]|{BLANK}[0-9]|\.?\Z)",
    r"[0-9]\s?p",
)
"""``maison 5 p.``: rooms."""
_MAKE = Lazy(rf"(?<=[^.!?:]{BLANK})[A-ZÀ-Þ][a-zà-ÿ]{{2,}}{BLANK}\Z")
_THOUSANDTHS = re.compile(r"[0-9]{1,2}\.[0-9]{3}")
"""``à 12.456 s``."""
_LONG = 20
_RANKED = Lazy(rf"[0-9]{{1,2}}\.{BLANK}[A-Z]")
_LAPS = Lazy(rf"(?:(?<!\w)à{BLANK}|n°{BLANK}[0-9]+,{BLANK})\Z")
"""``2. BMW n° 37 à 2 t.``: laps behind, in a line of a ranking."""
_GOES_ON = re.compile(rf"\.(?:{BLANK}[a-zà-ÿ](?![A-Z])|[/,;])")
"""The dot of ``2 l. de lait``: it belongs to the unit."""
_LENGTH_BEFORE = re.compile(
    rf"""
    (?<![\w.,]) (?<![0-9]{BLANK}) (?P<whole> [1-9][0-9]? ) , (?P<rest> [0-9]{{2}} )
    (?: {BLANK}{either(NUMBERS.words("price joiner"))}{BLANK} | {BLANK}?[x×]{BLANK}? ) \Z
    """,
    re.VERBOSE,
)
"""``de 1,60 à 2 m``, ``2,50x1,30 m``: un mètre soixante, deux mètres cinquante."""
_CHARGES = Lazy(rf"€{BLANK}\+{BLANK}\Z")
"""``895 € + 120 ch.``."""
_SMALL = Lazy("[a-wyzß-öø-ÿœ]")
_WORDS_IN_CAPITALS = Lazy("[A-ZÀ-Þ]{3,}[^A-ZÀ-Þ].*[A-ZÀ-Þ]{3,}")
_SURE = {"A": UNSURE, "J": UNSURE, "T": UNSURE, "m": LIKELY}
"""One-letter symbols that may be something else."""


def read(sentence: Sentence) -> Iterator[Reading]:
    """Quantities with a unit of the table."""
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    if _DIGIT.search(source, start, end) is None:
        return
    for match in _SPLIT.finditer(source, start, end):
        if reading := _split(match):
            yield reading
    shouted = _SMALL.search(source, start, end) is None and _WORDS_IN_CAPITALS.search(source, start, end) is not None
    for match in _MEASURE.finditer(source, start, end):
        if _is_code(match):
            continue
        last = not source[match.end() : end].strip()
        small = written_unit(match["symbol"].lower(), last) if shouted else None
        if found := small or written_unit(match["symbol"], last):
            counted, length = found
            counted = instead(match["symbol"], sentence) or counted
            if (
                counted is units()["t"]
                and match["number"].isdigit()
                and _RANKED.match(source)
                and _LAPS.search(source, max(start, match.start() - _LONG), match.start())
            ):
                counted = units()["tr"]
            if match["symbol"].startswith("ch") and _CHARGES.search(
                source, max(start, match.start() - 6), match.start()
            ):
                counted = units()["ch. de loyer"]
            stop = match.start("symbol") + length
            span = Span(match.start(), stop + 1 if _GOES_ON.match(source, stop, end) else stop)
            yield Reading(span, _said(match, counted), RULE, _SURE.get(match["symbol"], SURE), _others(match))
            if match["symbol"] == "m" and (
                low := _LENGTH_BEFORE.search(source, max(start, span.start - 14), span.start)
            ):
                whole = Span(low.start("whole"), low.end("rest"))
                yield Reading(whole, _in_two(low["whole"], counted, low["rest"]), RULE)
    yield from apart(sentence)
    for match in _ROOMS.finditer(source, start, end):
        if says(source, start, end, TABLE.words("lodging")):
            yield Reading(Span(*match.span()), said(parse(match["number"]), units()["pces"]), RULE, LIKELY)
    for match in _OF_POWER.finditer(source, start, end):
        if found := written_unit(match["symbol"], not source[match.end() : end].strip()):
            place = match.start("symbol")
            yield Reading(Span(place, place + found[1]), found[0].plural, RULE)
    for match in _PER.finditer(source, start, end):
        yield from _by(match, not source[match.end() : end].strip())
    for match in _PER_TIME.finditer(source, start, end):
        if match["symbol"].removesuffix(".") in TABLE.words("per"):
            yield from _by(match, not source[match.end() : end].strip())
    yield from counts(sentence)


def _is_code(match: re.Match[str]) -> bool:
    """``F-35A``, ``Kh-47M2``, ``Ioniq 5 N``: letters, figures and a letter are the name of a model."""
    place = match.start()
    if match["symbol"] in TABLE.words("version") and _MAKE.search(match.string, max(0, place - _LONG), place):
        return True
    joined = match.string[max(0, place - 2) : place]
    glued = match.end("number") == match.start("symbol") and match["symbol"][0].isupper()
    return glued and len(joined) == 2 and joined[0].isalpha() and joined[1] in "-\u2010\u2011"


def _by(match: re.Match[str], last: bool) -> Iterator[Reading]:
    """What a slash and a unit say; a dot that is ``last``, or that the unit does not have, ends the sentence."""
    symbol = match["symbol"]
    for form in (symbol.removesuffix(".") if last else symbol, symbol.removesuffix(".")):
        if said_so := per(normal(form)):
            last_char = match.start("symbol") + len(form)
            dotted = match.string[last_char : last_char + 2] == "./"
            yield Reading(Span(match.start(), last_char + dotted), f" {said_so}", RULE)
            return


def _others(match: re.Match[str]) -> tuple[str, ...]:
    """``5 m`` is also what some write for five million; a capital may be a label: ``16 A``."""
    symbol, number = match["symbol"], parse(match["number"])
    if symbol not in _SURE:
        return ()
    if symbol == "m":
        one, many = spelling.magnitude(2), spelling.magnitude(2, plural=True)
        return (f"{number.said()} {many if number.plural else one}",)
    return (f"{number.said()} {symbol}",)


def _said(match: re.Match[str], counted: Unit) -> str:
    number = parse(match["number"])
    if counted is units()["s"] and _THOUSANDTHS.fullmatch(match["number"]):
        number = Number(*match["number"].split("."))
    if match["low"]:
        return pair(parse(match["low"]), number, counted)
    if match["symbol"].rstrip(".") == "m" and len(number.fraction) == 2 and number.integer.lstrip("0"):
        return _in_two(number.integer, counted, number.fraction)
    return said(number, counted)


def _split(match: re.Match[str]) -> Reading | None:
    """``1m75``, ``1 m 75``: a unit between two numbers; with blanks only for what a person or a wall may measure."""
    counted = unit(match["symbol"])
    glued = match.end() - match.start() == len(match["whole"] + match["symbol"] + match["rest"])
    small = match["symbol"] == "m" and int(match["whole"]) < 10 and len(match["rest"]) == 2
    if counted is None or not (glued or small):
        return None
    return Reading(Span(*match.span()), _in_two(match["whole"], counted, match["rest"]), RULE)


def _in_two(whole: str, counted: Unit, rest: str) -> str:
    """*un mètre quatre-vingts*, *deux mètres zéro cinq*."""
    number = parse(whole)
    if not rest.strip("0"):
        return said(number, counted)
    return f"{said(number, counted)} {spelling.with_zeros(rest)}"
