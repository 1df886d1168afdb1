"""Products and differences: ``x2``, ``4 x 100 m``, ``25 m x 10 m``, ``4x4``, ``3 - 1 = 2``.

Part of the rule of signs. Shifts of work are named by their hours: ``3x8``.
"""

import re
from collections.abc import Iterator

from editions.french import spelling
from editions.french.around import says
from editions.french.confidence import PLAUSIBLE
from editions.french.grammar import DETERMINERS
from editions.french.lazy import Lazy
from editions.french.lone_signs import signs
from editions.french.numerals import LEFT, parse
from editions.french.patterns import BLANK, either
from editions.french.slashes import RULE, TABLE
from editions.model import Sentence, Span
from editions.speech import Reading

_UNIT = "(?:[cmdk]?m|(?:centi)?m[eè]tres?|pouces|pixels|px)(?!\\w)"
_FOUR = Lazy(
    rf"(?<![\w,.])4{BLANK}?[xX×]{BLANK}?(?P<driven>[24])(?!{BLANK}?[xX×])(?!\w|[.,][0-9]|{BLANK}[0-9ckm])",
    "4.?[xX×].?[24]",
)
_SHIFTS = Lazy(
    rf"""
    (?<![\w,.]) (?P<teams> [2-5] ) (?: [x×] | (?<=[a-z]es{BLANK}[2-5]) {BLANK}[x×]{BLANK} ) (?P<hours> 8 )
    (?! \w | [.,][0-9] | {BLANK}?[x×] | {BLANK}(?: [0-9] | [kcdm]?m(?!\w) ) )
    """,
    r"[2-5]\s?[x×]\s?8",
)
_TIMES = Lazy(
    rf"""
    (?<![A-Za-z]) (?: (?<=[0-9]) | (?<=[0-9]{BLANK}) | (?P<unit> (?<=[0-9cmdk]m) | (?<=[0-9]{BLANK}m)
        | (?<=[0-9cmdk]m{BLANK}) | (?<=[0-9]{BLANK}m{BLANK}) ) )
    (?P<sign> [xX×*] )
    {BLANK}? (?P<number> [0-9]++ (?:{BLANK}[0-9]{{3}}(?![0-9]))? (?:,[0-9]++)? ) (?! (?<=[0-9]X[0-9])[A-Z] )
    {BLANK}* (?P<size> {_UNIT} )?
    """,
    "[0-9m].?[xX×*].?[0-9]",
)
_BEFORE_NUMBER = Lazy(rf"(?<![\w×])[xX×](?={BLANK}?[0-9]++(?![\w/.-]))", "[xX×].?[0-9]")
_AFTER_NUMBER = Lazy(
    rf"""
    (?<=[0-9]) x (?!\w) (?!{BLANK}?[0-9])
    | (?<=[0-9]{BLANK}) x (?= [.,;:)] | \Z )
    | (?<=[0-9]) {BLANK}? [x×] (?= {BLANK}? (?: / | (?P<next> [^\W\d_]{{2,5}} )(?!\w) ) )
    """,
    r"[0-9].?[x×]",
)
"""``3x``, ``3 x/jour``, ``2 x par an``."""
_FORM = Lazy(r"(?<=(?<![0-9])[0-9]{5})\*(?=[0-9]{2}(?![0-9]))", r"[0-9]\*[0-9]", "*")
"""``Cerfa n° 14952*03``."""
_POINT = Lazy(rf"{LEFT}(?P<number>[0-9]++(?:,[0-9]++)?)[.·](?=10[⁻⁰¹²³⁴-⁹^])", "[.·]10[⁻⁰¹²³⁴-⁹^]")
"""``3.10⁸``."""
_RELAYS = ("50", "60", "80", "100", "200", "300", "400", "500", "600", "800", "1000", "1500", "2000", "3000")
"""Distances that are run or swum several times."""
_RUNNERS = ("2", "3", "4", "5", "6", "8", "10", "20")
_FORMAT = Lazy(r"[0-9]{2}[x×][0-9]{2}")
_NAMED = Lazy(lambda: rf"(?<!\w){either(DETERMINERS.words('any'))}{BLANK}[1-9][0-9]\Z")
"""``un 39x28``, ``un 20x30``: a gear or a format by its name."""
_DECIMALS = Lazy(rf"[^,]{{0,2}}?[0-9],[0-9]{{2}}{BLANK}?[x×]{BLANK}?[0-9],[0-9]{{2}}\Z")
"""``2,00 x 1,20``: a size."""
_ROUND = Lazy(rf"{LEFT}(?P<number>[0-9]+),00(?={BLANK}?[x×]{BLANK}?[0-9])", r",00\s?[x×]")
_LAST_NUMBER = Lazy(r"[0-9]+(?:,[0-9]+)?\W?\Z")
_MINUS = Lazy(
    rf"""
    (?:
        (?<=[0-9]{BLANK}) [-−–] (?= {BLANK}[0-9]++ (?:,[0-9]++)? {BLANK}= )
      | (?<=[0-9]) [-−–] (?=[0-9]++={BLANK}?[0-9])
    )
    """,
    chars="=",
)


def products(sentence: Sentence) -> Iterator[Reading]:
    """Products, sizes and differences of one sentence."""
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    for match in _FORM.finditer(source, start, end):
        yield Reading(Span(*match.span()), f" {TABLE.mapping('name')['Cerfa']} ", RULE)
    for match in _POINT.finditer(source, start, end):
        yield Reading(Span(*match.span()), f"{parse(match['number']).said()} {signs()['×'].between} ", RULE)
    for match in _FOUR.finditer(source, start, end):
        yield Reading(Span(*match.span()), TABLE.mapping("name")[f"4x{match['driven']}"], RULE)
    for match in _SHIFTS.finditer(source, start, end):
        text = f"{spelling.cardinal(match['teams'])} {spelling.cardinal(match['hours'])}"
        yield Reading(Span(*match.span()), text, RULE, PLAUSIBLE, (text.replace(" ", f" {signs()['x'].between} "),))
    yield from _sizes(sentence)
    for match in _ROUND.finditer(source, start, end):
        yield Reading(Span(*match.span()), spelling.cardinal(match["number"]), RULE)
    for match in _BEFORE_NUMBER.finditer(source, start, end):
        yield Reading(Span(*match.span()), signs()[match[0]].between, RULE)
    for match in _AFTER_NUMBER.finditer(source, start, end):
        following = match["next"]
        if following is None or following.isupper() or following in TABLE.words("after times"):
            sign = Span(match.end() - 1, match.end())
            yield Reading(sign, signs()[match[0][-1]].between, RULE)
    for match in _MINUS.finditer(source, start, end):
        yield Reading(Span(*match.span()), signs()[match[0]].between, RULE)


def _sizes(sentence: Sentence) -> Iterator[Reading]:
    """``10 x 15 cm`` is *sur*, ``4 x 100 m`` *fois*; from the right, because the unit stands behind the last number."""
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    last, size = -1, False
    found = list(_TIMES.finditer(source, start, end))
    furniture, lenses = (found and says(source, start, end, TABLE.words(kind)) for kind in ("sized", "optics"))
    for match in reversed(found):
        attached = (
            _DECIMALS.match(source, max(0, match.start("sign") - 5), match.end("number")) is not None
            or _FORMAT.match(source, match.start("sign") - 2, match.end("sign") + 2) is not None
            or bool(furniture)
        )
        chained = size and not source[match.end("number") : last].strip()
        distance = source[max(0, match.start("sign") - 3) : match.start("sign")].rstrip().endswith("km")
        rounds = distance and match["size"] is None  # « boucle de 45 km x 2 »
        measured = (match["unit"] is not None and not rounds) or (match["size"] is not None and _is_size(match))
        size = measured or attached or chained
        last = match.start("sign")
        lens = lenses and _FORMAT.match(source, match.start("sign") - 2)
        if _NAMED.search(source, max(sentence.span.start, match.start() - 8), match.start("sign")):
            yield Reading(Span(*match.span("sign")), " ", RULE, PLAUSIBLE)
            continue
        said = spelling.word("over") if size and not lens else signs()[match["sign"]].between
        yield Reading(Span(*match.span("sign")), said, RULE)


def _is_size(match: re.Match[str]) -> bool:
    """``10 x 15 cm`` is a size; ``4 x 100 m`` a relay: the first number is small and the second a distance."""
    before = _LAST_NUMBER.search(match.string, max(0, match.start() - 8), match.start("sign"))
    metres = match["size"] == "m" or (match["size"][0] == "m" and match["size"][-4:] == "tres")
    if match["size"] == "km" and "," in match["number"]:
        return False  # laps
    relay = match["size"] == "km" or (metres and re.sub(BLANK, "", match["number"]) in _RELAYS)
    return not (relay and before is not None and before[0].strip() in _RUNNERS)
