"""How the parts of a whole are named: *un tiers*, *trois quarts*, *une demi-heure*, *deux tonnes un quart*.

Part of the rule of fractions.
"""

import re
from functools import cache

from editions.french import agreement, spelling
from editions.french.around import near_word
from editions.french.grammar import AGREEMENT, DETERMINERS, NUMBERS
from editions.french.lazy import Lazy
from editions.french.numerals import parse
from editions.french.patterns import BLANK, either
from editions.french.quantities import of, said, units
from editions.model import Span
from editions.speech import Reading
from editions.tables import Table

RULE = "fractions"
TABLE = Table(f"rules/{RULE}")
NOUN_BEHIND = Lazy(r"[ \u00a0\u2009\u202f-]([^\W\d_]+)")
_ROUND_OF_CUP = Lazy(rf"{BLANK}(?:de{BLANK})?{either(TABLE.words('round'))}(?!\w)")
_OF = Lazy(rf"{BLANK}{either(TABLE.words('of'))}(?!\w)")
_COUNTED = Lazy(r"[0-9][ \u00a0\u2009\u202f]?([^\W\d_]+)[ \u00a0\u2009\u202f]\Z")
_UNIT = Lazy(rf"{BLANK}(l|L|h|j|kg|g|ha|km|m|mm|cm|t|s)(?!\w|['’-]|\.\w)")
_MANY = Lazy(rf"{BLANK}([^\W\d_A-Z]{{3,}}|p\.(?={BLANK}?[\w,;)]))(?!\w)")
_AND = Lazy(
    rf"""
    (?<!\w)
    (?:
        (?P<number> [0-9]+ | [^\W\d_]+ ) {BLANK} (?P<noun> [^\W\d_]{{2,}} )
      | (?P<hour> {either(TABLE.words("half hour"))} )
    )
    {BLANK}{spelling.word("and")}{BLANK}\Z
    """
)


def part(match: re.Match[str], above: str, below: str, end: int) -> str:
    """``1/3``: un tiers; ``les 1/4``: quarts; ``1/2 heure``: une demi-heure."""
    word = near_word(match)
    plural = int(above) > 1 or word in DETERMINERS.words("plural")
    name = part_name(below, plural)
    noun = NOUN_BEHIND.match(match.string, match.end(), end) if (above, below) == ("1", "2") else None
    if noun and noun[1].lower() in TABLE.words("not halved"):
        noun = None
    if (
        (above, below) == ("1", "2")
        and word in DETERMINERS.words("feminine")
        and _OF.match(match.string, match.end(), end)
    ):
        return TABLE.mapping("said")["half of"]
    if above == "1" and word in DETERMINERS.words("any") and not _is_share(match, word, end):
        return part_name(below, False) if noun else name
    if above == "1" and below != "2" and not word and _ROUND_OF_CUP.match(match.string, match.end(), end):
        return part_name(below, True)
    if above == "1" and match.groupdict().get("ending") and NUMBERS.mapping("ending")[match["ending"]] == "plural":
        return part_name(below, True)
    if noun and noun[1].endswith("es") and agreement.feminine(noun[1]):
        return part_name(below, False)
    if noun:
        is_feminine = agreement.feminine(noun[1]) or noun[1] in AGREEMENT.words("abbreviation")
        return f"{spelling.cardinal('1', is_feminine)} {part_name(below, False)}"
    return f"{spelling.cardinal(above)} {name}"


def _is_share(match: re.Match[str], word: str, end: int) -> bool:
    """``de 1/3 à 1/2``, ``une hausse de 1/4``: how much, not a round of a cup (``un match de 1/4 de finale``)."""
    return word == spelling.word("of") and _ROUND_OF_CUP.match(match.string, match.end(), end) is None


def part_name(below: str, plural: bool) -> str:
    """``4`` → quart; from five on, the ordinal."""
    for denominator, one, many in NUMBERS.rows("part"):
        if denominator == below:
            return many if plural else one
    return spelling.ordinal(below, plural)


def mixed(whole: str, above: str, below: str, feminine: bool) -> str:
    """``1 1/2``: un et demi; ``4 2/4``: quatre et deux quarts."""
    head = spelling.cardinal(whole, feminine)
    if (above, below) == ("1", "2"):
        return f"{head} {spelling.word('half_feminine' if feminine else 'half')}"
    return f"{head} {spelling.word('and')} {spelling.cardinal(above)} {part_name(below, int(above) > 1)}"


def half(noun: str) -> str:
    """*et demi*, *et demie*, by the noun before."""
    return spelling.word("half_feminine" if agreement.feminine(noun) else "half")


def and_half(match: re.Match[str]) -> str:
    """The noun of ``deux ans et 1/2``, ``minuit et 1/2``; empty when no number stands before it."""
    found = _AND.search(match.string, max(0, match.start() - 32), match.start())
    if found is None:
        return ""
    if (noun := found["hour"] or found["noun"]) in TABLE.words("half hour"):
        return noun
    return noun if found["number"].isdigit() or found["number"].lower() in _numerals() else ""


@cache
def _numerals() -> frozenset[str]:
    """The first numbers in words."""
    return frozenset(spelling.cardinal(str(number), feminine) for number in range(1, 25) for feminine in (False, True))


def unit_behind(match: re.Match[str], end: int) -> re.Match[str] | None:
    """The unit behind a fraction: ``1/2 l``."""
    return _UNIT.match(match.string, match.end(), end)


def counted_before(match: re.Match[str]) -> re.Match[str] | None:
    """``3 mois`` before a half; not the joiner of two fractions, ``de 1/3 à 1/2``."""
    counted = _COUNTED.search(match.string, max(0, match.start() - 24), match.start())
    return None if counted and counted[1] in NUMBERS.words("joiner") else counted


def counted_wholes(match: re.Match[str], end: int) -> re.Match[str] | None:
    """The unit or the noun behind a whole number and a fraction."""
    if not match["whole"]:
        return None
    if counted := unit_behind(match, end):
        return counted
    noun = _MANY.match(match.string, match.end(), end)
    if noun is None or noun[1] in NUMBERS.words("not counted") | TABLE.words("not halved"):
        return None
    several = noun[1].endswith(("s", "x")) or noun[1] in TABLE.mapping("cut short")
    return noun if several or match["whole"].strip() == "1" else None


def and_a_part(match: re.Match[str], counted: re.Match[str], above: str, below: str) -> Reading:
    """``2 1/2 h``, ``7 ½ ans``, ``2 1/4 tonnes``: deux heures et demie, sept ans et demi, deux tonnes un quart."""
    number, name = parse(match["whole"].strip()), TABLE.mapping("cut short").get(counted[1], counted[1])
    known = units().get(name) if _UNIT.match(counted.string, counted.start()) else None
    feminine = known.feminine if known else agreement.feminine(name)
    text = said(number, known) if known else f"{number.said(feminine)} {name}"
    rest = f"{spelling.cardinal(above)} {part_name(below, int(above) > 1)}"
    if (above, below) == ("1", "2"):
        rest = spelling.word("half_feminine" if feminine else "half")
    return Reading(Span(match.start(), counted.end()), f"{text} {rest}", RULE)


def of_unit(match: re.Match[str], above: str, below: str, counted: re.Match[str], end: int) -> Reading:
    """``1/2 l``: un demi-litre; ``3/4 h``: trois quarts d'heure."""
    unit = units()[counted[1]]
    head = part(match, above, below, end) + of(unit.singular)
    if (above, below) == ("1", "2"):
        head = f"{spelling.cardinal('1', unit.feminine)} {part_name('2', False)}-"
    return Reading(Span(match.start(), counted.end()), head + unit.singular, RULE)
