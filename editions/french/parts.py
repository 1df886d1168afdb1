"""How the parts of a whole are named: *un tiers*, *trois quarts*, *une demi-heure*, *un et demi*.

Part of the rule of fractions.
"""

import re

from editions.french import agreement, spelling
from editions.french.around import near_word
from editions.french.grammar import AGREEMENT, DETERMINERS, NUMBERS
from editions.french.lazy import Lazy
from editions.french.patterns import BLANK, either
from editions.tables import Table

RULE = "fractions"
TABLE = Table(f"rules/{RULE}")
NOUN_BEHIND = Lazy(r"[ \u00a0\u2009\u202f-]([^\W\d_]+)")
_ROUND_OF_CUP = Lazy(rf"{BLANK}(?:de{BLANK})?{either(TABLE.words('round'))}(?!\w)")


def part(match: re.Match[str], above: str, below: str, end: int) -> str:
    """``1/3``: un tiers; ``les 1/4``: quarts; ``1/2 heure``: une demi-heure."""
    word = near_word(match)
    plural = int(above) > 1 or word in DETERMINERS.words("plural")
    name = part_name(below, plural)
    noun = NOUN_BEHIND.match(match.string, match.end(), end) if (above, below) == ("1", "2") else None
    if noun and noun[1].lower() in TABLE.words("not halved"):
        noun = None
    if above == "1" and word in DETERMINERS.words("any") and not _is_share(match, word, end):
        return part_name(below, False) if noun else name
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
