"""When ``4/5`` is said *quatre sur cinq*: marks, instalments of a series, shots; otherwise it is a fraction.

Twenty, ten and a hundred under the bar are what a mark is out of; two, three and four are parts.
"""

import re

from editions.french.around import near_word, says, word_before, words_before
from editions.french.grammar import DETERMINERS, OUT_OF, PAIRS
from editions.french.lazy import Lazy
from editions.french.numerals import parse
from editions.french.patterns import BLANK, either
from editions.tables import Table

_BLANKS = " \u00a0\u2009\u202f"
_SHOT = rf"{BLANK}(?:[^\W\d_]{{1,3}}{BLANK})?(?:{either(OUT_OF.words('shot'))}|[23]{BLANK}pts)(?!\w)"
_SHOTS = Lazy(_SHOT)
"""``5/6 aux lancers francs``: how many went in."""
_GOALS = Lazy(rf"(?<!\w)(?i:{either(OUT_OF.words('shot'))}){BLANK}?:.*\Z", ":")
_GOALS_NEAR = 120
_TRIED = Lazy(rf"[0-9]/[0-9]{{1,2}}{_SHOT}", "[0-9]/[0-9]", "/")
"""Other shots in the report: ``Roy 18 pts (7/12 tirs), Colin 12 (4/9)``."""
_WON = Lazy(r"(?<![0-9-])[67]-[0-7](?![0-9-])")
"""A set, near the rank of a player."""
_RANKED = Lazy(r"(?<!\w)(?:NC|(?:15|30)/[1-5])(?!\w)", "NC|[13][50]/")
"""Another rank."""
_LOOK_BACK = 30
_STATION = Lazy(lambda: rf"{BLANK}(?:de|d['’]|sur|du|à){BLANK}?{either(OUT_OF.words('station'))}(?!\w)")
_STREET = Lazy(
    lambda: rf"(?<!\w){either(Table('rules/addresses').words('full'))}\.?{BLANK}(?:[^\W\d_][\w’'-]*{BLANK}){{1,4}}\Z"
)
_ADDRESS = 40
_ALMOST = 3
_NEAR = 60
"""Characters before a bracket in which a vote is named."""
_ROUND = ("100", "1000")
_NO_PARTS = ("11", "13", "14", "15", "17", "18", "19")
"""Under the bar they are what something is out of: eleven shots out of nineteen."""
USUAL = ("10", "20", "100")
"""What marks are out of."""


def is_told(match: re.Match[str]) -> bool:
    """Whether what stands around says that it is so many out of so many."""
    return is_announced(match) or _is_instalment(match) or _is_rating(match) or is_review(match) or _is_of_shots(match)


def is_share(match: re.Match[str], noun: re.Match[str] | None) -> bool:
    """``9/10 des Français``, ``les 9/10``: no mark."""
    if match["below"] != "10" or not match["above"].isdigit() or int(match["above"]) >= 10 or is_announced(match):
        return False
    several = DETERMINERS.words("plural")
    return near_word(match) in several or (noun is not None and noun[1] in several)


def is_announced(match: re.Match[str]) -> bool:
    """Whether one of the three words before announces a mark or a rating."""
    near = words_before(match.string, match.start(), max(0, match.start() - _LOOK_BACK), 3)
    return not OUT_OF.words("mark").isdisjoint(near)


def is_mark(above: str, below: str) -> bool:
    """Whether the figures alone are said *sur*: a mark, a share, what is not a part of one."""
    if above == "1" and below in _ROUND:
        return False
    if (
        above == "0"
        or (above != "1" and below in _NO_PARTS)
        or "," in above
        or above == below
        or int(above) > 20
        or int(below) > 32
    ):
        return True
    return (below in USUAL and above != "1") or below == "20" or int(above) > int(below) > 4


def _is_instalment(match: re.Match[str]) -> bool:
    """``Au fil de l'eau (2/5)``: alone in brackets, which part of a series; not what a fraction in words equals."""
    above, below = match["above"], match["below"]
    if not (above.isdigit() and below.isdigit()) or int(above) > int(below):
        return False
    around = match.string[match.start() - 1 : match.start()] + match.string[match.end() : match.end() + 1]
    before = word_before(match.string, match.start() - 1, max(0, match.start() - _LOOK_BACK))
    return around == "()" and before not in OUT_OF.words("fraction")


def _is_rating(match: re.Match[str]) -> bool:
    """``Le Courrier : 4/5``: stars given by a paper."""
    near = match.string[max(0, match.start() - 2) : match.start()].strip(_BLANKS)
    return near == ":" and match["below"] == "5" and not match.string[match.end() : match.end() + 1].strip(".,;)")


def _is_of_shots(match: re.Match[str]) -> bool:
    """``5/6 aux lancers francs``, or any but a half in a line about goals: ``Buts : Leroy 6/9``."""
    if _SHOTS.match(match.string, match.end()):
        return True
    first, last = max(0, match.start() - _GOALS_NEAR), match.end() + _GOALS_NEAR
    listed = match.string[match.start() - 1] == "(" and match.string[match.end() : match.end() + 1] in (",", ")")
    if match["below"] in ("2", "3", "4") and not listed:
        return False
    near = match.string[first : match.start()]
    return _GOALS.search(near) is not None or _TRIED.search(match.string, first, last) is not None


def is_show(match: re.Match[str], end: int) -> bool:
    """``le 7/9 de France Inter``: a programme by its hours."""
    near = match.string[max(0, match.start() - _LOOK_BACK) : match.start()].rstrip('«“"' + _BLANKS)
    before = word_before(near, len(near), 0).lower()
    if match[0] in PAIRS.words("show") and before in DETERMINERS.words("definite"):
        return True
    if before not in DETERMINERS.words("any"):
        return False
    station = _STATION.match(match.string, match.end(), end)
    return station is not None and match["above"].isdigit() and match["below"].isdigit()


def is_rank(match: re.Match[str]) -> bool:
    """``Roy (5/6) bat Colin``: a rank of the second series of tennis, where somebody is beaten."""
    if match["below"] != "6" or match["above"] not in "12345":
        return False
    first, last = max(0, match.start() - _NEAR), match.end() + _NEAR
    if _WON.search(match.string, first, last) or _RANKED.search(match.string, first, last):
        return True
    bracketed = match.string[max(0, match.start() - 2) : match.start()].rstrip("-−–").endswith("(")
    return bracketed and match.string[match.end()] == ")" and says(match.string, first, last, OUT_OF.words("beats"))


def is_vote(match: re.Match[str]) -> bool:
    """``battue de cinq voix (121/116)``: two counts of votes."""
    around = match.string[match.start() - 1 : match.start()] + match.string[match.end() : match.end() + 1]
    near = max(0, match.start() - _NEAR)
    if not match["above"].isdigit() or int(match["above"]) <= int(parse(match["below"]).integer):
        return False  # « majorité (3/5) »
    return around == "()" and says(match.string, near, match.start(), OUT_OF.words("vote"))


def is_of_set(match: re.Match[str]) -> bool:
    """Whether a word before tells of a set: ``au tie-break, 7/3``."""
    return says(match.string, max(0, match.start() - _LOOK_BACK), match.start(), OUT_OF.words("points"))


def is_review(match: re.Match[str]) -> bool:
    """``Bruyant. 1/5``: a mark that stands alone at the end."""
    before = match.string[max(0, match.start() - 3) : match.start()].rstrip()
    alone = len(match.string) - match.end() < _ALMOST and before.endswith((".", "!", "…"))
    return alone and match["below"] in ("5", "10", "20")


def is_house(match: re.Match[str]) -> bool:
    """``rue Haute 112/3``: a house and its flat, as in Belgium."""
    return _STREET.search(match.string, max(0, match.start() - _ADDRESS), match.start()) is not None
