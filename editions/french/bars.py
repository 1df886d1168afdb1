"""Two numbers and a bar that are no date, time or score: ``1/3``, ``17/20``, ``12/8 €``, ``les 1/4``, ``cal. 40/60``.

Part of the rule of fractions. ``WAYS`` has what a bar may say, each as a function from a bar to a reading or nothing;
the first that knows what to say is heard. What is a mark is told by ``french.out_of``.
"""

import re
from collections.abc import Iterator

from editions.french import out_of, spelling
from editions.french.around import NEAR, near_word, says
from editions.french.bar import Bar, Way
from editions.french.bar_pairs import depths, points, size
from editions.french.confidence import LIKELY, PLAUSIBLE, SURE, UNSURE
from editions.french.grammar import DETERMINERS, NUMBERS, OUT_OF, PAIRS
from editions.french.lazy import Lazy
from editions.french.numerals import LEFT, Number, parse
from editions.french.parts import (
    NOUN_BEHIND,
    TABLE,
    and_a_part,
    and_half,
    counted_before,
    counted_wholes,
    half,
    mixed,
    of_unit,
    part,
    unit_behind,
)
from editions.french.patterns import BLANK, either
from editions.french.quantities import units
from editions.speech import Reading

BAR = Lazy(
    rf"""
    {LEFT} (?<![/'’]) (?! (?<=[0-9]{BLANK}) [0-9]{{3}}/ )
    (?: (?P<whole> [0-9]{{1,2}} ) {BLANK} (?= [0-9]{{1,2}}/[0-9]{{1,2}} (?![0-9]) ) )?
    (?P<above> [0-9]{{1,4}}
        (?:,[0-9]{{1,2}} | \.[0-9] (?= {BLANK}?/{BLANK}?(?:5|10|20|100)(?![0-9]) ) )? ) {BLANK}?/{BLANK}?
    (?P<below> [1-9][0-9]{{0,2}} (?:[.{BLANK[1:-1]}][0-9]{{3}})+ (?![0-9]) | [1-9][0-9]{{0,5}} )
    (?P<ending> [^\W\d_]{{1,4}} )? (?![\w]|/[0-9]|[,'’][0-9])
    """,
    r"[0-9]\s?/",
    "/",
)
_COUNTABLE = Lazy(rf"{BLANK}?(?:(?:[kKM]|Mds?)?[€$£]|[%°]|(?P<unit>[^\W\d_]{{1,4}}[23]?)(?![\w'’]))")
_YEARS_OLD = Lazy(rf"{BLANK}{spelling.word('years_old')}(?!\w)")
_EQUALS = Lazy(rf"{BLANK}?=")
"""``10 / 2 = 5``: a division."""
_PRICE = Lazy(rf"{BLANK}?[€$£]")
_STOPS = Lazy(r"\.?\Z|[.,;)]")
_GRAMS = Lazy(rf"{BLANK}?k?g(?!\w)")
_SPEED = Lazy(lambda: rf"{BLANK}?{either(PAIRS.words('blown'))}(?!\w)")
"""``30/40 km/h``: no points of tennis."""
_LABEL = Lazy(rf"(?<!\w)([^\W\d_]+)\.?{BLANK}(?::{BLANK})?\Z")
"""The word before a size, perhaps cut short: ``cal. 53/63``."""
_OF_RECORD = Lazy(rf"{BLANK}d(?:u|e la){BLANK}")
"""``à 12/100 du record``."""
_HUNDREDTHS = Lazy(lambda: rf"{BLANK}(?:d['’]|de{BLANK}|en{BLANK})?{either(TABLE.words('behind or ahead'))}(?!\w)")
_LEAST = 5
"""From this on, what stands above a bar before a unit is the lower end of a range."""
_DISTANCES = {"25", "50", "100", "200", "400", "800", "1500"}
"""``50/100 m``: what is swum or run, one and the other."""
_PARTS = frozenset({("2", "3"), ("3", "4"), ("2", "5"), ("3", "5"), ("4", "5"), ("3", "8")})
"""What may be parts of a unit; ``merlu 2/4 kg`` is a range."""
_STORED = ("Go", "To")
_STORAGE = 4
"""``12/512 Go``: memory and storage, the one so many times the other."""
_LOT = 20
"""``2,50/250 g``: a price for so much."""
_MOST_SETS = 3
"""Up to this one, ``3/1`` is a match won by three sets to one; above, ``14/1`` are the odds of a horse."""
_RATES = ("1000", "10000", "100000", "1000000")
"""``124/100 000``: cases for so many people."""
_TENTHS = ("10", "100", "1000")
_GAME = frozenset({"0", "15", "30", "40"})
_CLEAR = frozenset({"0", "40"})
"""Points of a game of tennis, and those that are no mark."""
_FEW = 2
_ALL = 100
"""Two shares: ``52/48``."""
"""Figures of a rate; more of them are a mark: ``850/1 000``."""


def read(match: re.Match[str], end: int) -> Iterator[Reading]:
    """What a bar says: the first way that fits; nothing where it is an age, a price, or no number at all."""
    bar = Bar(match, end)
    if match["ending"] and (match["ending"] not in NUMBERS.mapping("ending") or not bar.whole):
        return
    if bar.behind(_YEARS_OLD) or (not bar.whole and bar.behind(_PRICE)):
        return
    for way in WAYS:
        if reading := way(bar):
            yield reading
            return


def _division(bar: Bar) -> Reading | None:
    is_one = not bar.match["ending"] and bar.behind(_EQUALS)
    return bar.reading(bar.said("divided")) if is_one else None


def _side_by_side(bar: Bar) -> Reading | None:
    """``le 19/20``, ``15/4``, ``cal. 40/60``, ``saison 23/24``, ``bac +2/3``: a name, a rank, a size."""
    match = bar.match
    joined = match.string[match.start() - 1 : match.start()] == "+"
    named = f"{bar.above}/{bar.below}" in PAIRS.words("with bar") | PAIRS.words("tennis rank")
    named = named or f"{bar.above}-{bar.below}" in PAIRS.words("name")
    season = bar.whole and int(bar.below) == int(bar.above) + 1 and near_word(match) in PAIRS.words("after")
    named = named or out_of.is_rank(match) or _is_game({bar.above, bar.below})
    known = joined or named or season or out_of.is_show(match, bar.end) or _label(match) in PAIRS.words("label")
    known = known or out_of.is_house(match)
    known = known and not bar.behind(_GRAMS) and not bar.behind(_SPEED)
    return bar.reading(bar.said("")) if known and not match["whole"] else None


def _vote(bar: Bar) -> Reading | None:
    shared = bar.whole and not bar.rises and int(bar.above) + int(bar.below) == _ALL and bar.above != bar.below
    return bar.reading(bar.said("to")) if shared or out_of.is_vote(bar.match) else None


def _prices(bar: Bar) -> Reading | None:
    """``12/8 €``: full and reduced price."""
    falling = bar.whole and not bar.rises and bar.above != bar.below
    pair = falling and not bar.match["whole"] and bar.behind(_PRICE)
    return bar.upper(f"{parse(bar.above).said()}, ") if pair else None


def _range(bar: Bar) -> Reading | None:
    """``15/20 °C``, ``5/10 €``, ``4/6 personnes``: two numbers of the same thing, no fraction of it."""
    if bar.match["whole"] or bar.match["ending"] or not bar.less or bar.above in ("0", "1"):
        return None
    noun = bar.behind(NOUN_BEHIND)
    if len(bar.above) == 1 and len(bar.below) > _FEW and bar.behind(_GRAMS):  # « sole 3/400 g »
        hundreds = Number(bar.above + "0" * (len(bar.below) - 1))
        return bar.upper(f"{hundreds.said()} {spelling.word('to')} ")
    rated = bar.whole and is_rate(bar.above, bar.below)
    sign = bar.behind(_COUNTABLE)
    if sign is not None and sign["unit"] == "m" and {bar.above, bar.below} <= _DISTANCES:
        return bar.upper(f"{parse(bar.above).said()}, ")
    measured = sign is not None and (sign["unit"] is None or sign["unit"] in units())
    counted = noun is not None and noun[1] in PAIRS.words("counted")
    if measured and not bar.whole and int(bar.below) >= _LOT * float(bar.above.replace(",", ".")):
        return bar.upper(f"{parse(bar.above).said()} {spelling.word('for')} ")
    if sign is not None and sign["unit"] in _STORED and int(bar.below) >= _STORAGE * int(bar.above):
        return bar.upper(f"{parse(bar.above).said()}, ")
    if counted or (
        measured
        and (not bar.whole or (not rated and (int(bar.above) >= _LEAST or (bar.above, bar.below) not in _PARTS)))
    ):
        return bar.upper(f"{parse(bar.above).said()} {spelling.word('to')} ")
    return None


def _is_game(points: set[str]) -> bool:
    """``0/40``, ``15/40``; ``15/30`` alone may be a mark."""
    return points <= _GAME and not points.isdisjoint(_CLEAR)


def _label(match: re.Match[str]) -> str:
    label = _LABEL.search(match.string, max(0, match.start() - NEAR), match.start())
    return label[1].lower() if label else ""


def is_rate(above: str, below: str) -> bool:
    """``124/100 000``: so many cases for so many people, no range."""
    return below in _RATES and _LEAST * int(above) < int(below)


def _wholes(bar: Bar) -> Reading | None:
    """``2 1/2 h``, ``2 1/4 tonnes``, ``4 2/4``."""
    wholes = counted_wholes(bar.match, bar.end) if bar.rises else None
    if wholes:
        return and_a_part(bar.match, wholes, bar.above, bar.below)
    mixes = bar.match["whole"] and bar.rises
    return bar.reading(mixed(bar.match["whole"], bar.above, bar.below, False), SURE) if mixes else None


def _unit(bar: Bar) -> Reading | None:
    """``1/2 l``, ``3/4 h``."""
    counted = unit_behind(bar.match, bar.end) if bar.whole else None
    return of_unit(bar.match, bar.above, bar.below, counted, bar.end) if counted else None


def _half(bar: Bar) -> Reading | None:
    """``deux ans et 1/2``, ``3 mois 1/2``."""
    if (bar.above, bar.below) != ("1", "2"):
        return None
    if halved := and_half(bar.match):
        return bar.reading(half(halved).removeprefix(f"{spelling.word('and')} "), SURE)
    noun = bar.behind(NOUN_BEHIND)
    is_rest = noun is None or noun[1].lower() in TABLE.words("not halved") | NUMBERS.words("not counted")
    counted = counted_before(bar.match) if is_rest else None
    return bar.reading(half(counted[1]), SURE) if counted else None


def _against(bar: Bar) -> Reading | None:
    """``3/1`` in sets, ``14/1`` of a horse."""
    if bar.below != "1" or not bar.whole:
        return None
    beaten = says(bar.match.string, bar.match.pos, bar.end, OUT_OF.words("beats"))
    return bar.reading(
        bar.said("to" if beaten or int(bar.above) <= _MOST_SETS else "against"), UNSURE, (bar.said("over"),)
    )


def _rate(bar: Bar) -> Reading | None:
    """``124/100 000``: for so many; ``850/1 000``: a mark; ``9/100 d'avance``: parts of a second."""
    parts = bar.whole and bar.below in _TENTHS
    if parts and bar.below == _RATES[0] and len(bar.above) <= _FEW and near_word(bar.match) and bar.behind(_STOPS):
        return bar.reading(part(bar.match, bar.above, bar.below, bar.end))
    behind = near_word(bar.match) == spelling.word("to") and bar.behind(_OF_RECORD)
    if parts and (behind or bar.behind(_HUNDREDTHS) or _label(bar.match) in TABLE.words("as thick as")):
        return bar.reading(part(bar.match, bar.above, bar.below, bar.end))
    if bar.below not in _RATES or bar.above == "1":
        return None
    return bar.reading(bar.said("over" if bar.below == _RATES[0] and len(bar.above) > _FEW else "for"))


def _part(bar: Bar) -> Reading | None:
    """Parts of a whole or a mark, by the figures and by what stands around."""
    match, noun = bar.match, bar.behind(NOUN_BEHIND)
    head = f"{spelling.cardinal(match['whole'])} " if match["whole"] else ""
    as_mark = head + bar.said("over")
    if not bar.whole:
        return bar.reading(as_mark)
    as_part = head + part(match, bar.above, bar.below, bar.end)
    if match["ending"]:
        return bar.reading(as_part, SURE)
    is_of = noun is not None and noun[1] in TABLE.words("of")
    if match[0] in PAIRS.words("picture") and not out_of.is_announced(match) and not is_of:
        return bar.reading(as_part, PLAUSIBLE, (as_mark,))
    if out_of.is_share(match, noun):
        return bar.reading(as_part, LIKELY, (as_mark,))
    if out_of.is_told(match):
        return bar.reading(as_mark, LIKELY, (as_part,))
    many_parts = bar.above != "1" and 20 < int(bar.below) < 32 and not is_of
    if many_parts or out_of.is_mark(bar.above, bar.below):
        usual = bar.below in out_of.USUAL or bar.above == bar.below
        return bar.reading(as_mark, LIKELY if usual else UNSURE, (as_part,))
    few = bar.rises and (int(bar.below) <= 4 or (bar.above == "1" and is_of))
    told = says(match.string, match.pos, bar.end, OUT_OF.words("fraction")) or f"/{bar.below}e" in match.string
    named = told or near_word(match) in DETERMINERS.words("plural") or match[0] == match.string.strip(" .")
    if bar.rises and not few and not is_of and not named and bar.above != "1":
        return bar.reading(as_mark, UNSURE, (as_part,))
    return bar.reading(as_part, SURE if few else UNSURE, () if few else (as_mark,))


WAYS: tuple[Way, ...] = (
    _division,
    _side_by_side,
    size,
    _vote,
    points,
    depths,
    _prices,
    _range,
    _wholes,
    _unit,
    _half,
    _against,
    _rate,
    _part,
)
"""By what they ask for: those that ask for most come first."""
