"""Weather tables: ``Brest 9/14``, ``12/19 °C``, ``-2/5``, ``vent NE``.

Two temperatures with a bar are the lowest and the highest of the day, not a fraction: a degree sign says so, a word
of the weather, or several towns one after the other.
"""

import re
from collections.abc import Iterator

from editions.french import spelling
from editions.french.around import near_word, says
from editions.french.confidence import LIKELY, UNSURE
from editions.french.grammar import CALENDAR, OUT_OF
from editions.french.lazy import Lazy
from editions.french.numerals import Number
from editions.french.patterns import BLANK, CAPITAL, either
from editions.french.quantities import said, units
from editions.model import Sentence, Span
from editions.speech import Reading
from editions.tables import Table

RULE = "forecasts"
TABLE = Table(f"rules/{RULE}")

_SIGNS = "-−–\u2011+"
_SIGN = f"[{_SIGNS}]"
_PAIR = Lazy(
    rf"""
    (?<![\w/.,]) (?<![0-9]{BLANK}) (?P<low> {_SIGN}?[0-9]{{1,2}} ) (?:{BLANK}?°)? /
    (?P<high> {_SIGN}?[0-9]{{1,2}} ) (?P<unit> {BLANK}?° (?:{BLANK}?C(?!\w))? )?
    (?! [\w/%€] | [.,][0-9] | {BLANK} (?: [€%] | d (?:e|es|u)? (?!\w) ) )
    """,
    "[0-9]°?/[-−–\u2011+]?[0-9]",
    "/",
)
_TOWN = Lazy(rf"(?<![\w-])[{CAPITAL}][\w’'-]*[a-zà-ÿ](?:{BLANK}:|,)?{BLANK}\Z")
_LONGEST = 30
"""Characters of a town's name, to look back."""
_HOTTEST = 50
_MANY = 3
"""Towns from which pairs are temperatures, without any word of the weather."""
_WORD = re.compile(r"[^\W\d_]+|°")
_WIND = Lazy(rf"(?<!\w)(?i:{either(TABLE.words('wind'))})(?!\w)[^,;!?()]{{1,40}}", r"[NSEOW](?![^\W_NSEOW])")
_SIDE = Lazy(rf"(?:(?<={BLANK})|(?<=[’'/-])){either(TABLE.words('side'))}(?![\w’']|\.-)")


def read(sentence: Sentence) -> Iterator[Reading]:
    """Temperatures and tides of one sentence."""
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    for match in _WIND.finditer(source, start, end):
        for side in _SIDE.finditer(source, match.start(), match.end()):
            yield Reading(Span(*side.span()), TABLE.mapping("side")[side[0]], RULE, LIKELY)
    yield from _temperatures(sentence)


def _temperatures(sentence: Sentence) -> Iterator[Reading]:
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    pairs = list(_PAIR.finditer(source, start, end))
    if not pairs:
        return
    sky = "°" in source[start:end] or says(source, start, end, TABLE.words("weather"))
    towns = [pair for pair in pairs if _rises(pair) and _is_in(pair, start)]
    several = len(towns) > 1 and len({pair["high"] for pair in towns}) > 1 and not _is_sport(source, start, end)
    only = len(pairs) == 1 and bool(towns) and not source[pairs[0].end() : end].strip(" .")
    only = only and near_word(pairs[0]) not in CALENDAR.words("before date")
    told = any(pair["unit"] for pair in pairs)
    for pair in pairs:
        if (
            pair["unit"]
            or (told and _rises(pair) and near_word(pair) not in TABLE.words("numbered"))
            or pair["high"][0] in "-−–"
            or (pair in towns and (sky or several or (only and _is_mild(pair))))
        ):
            yield Reading(
                Span(*pair.span()), _said(pair), RULE, LIKELY if sky or pair["unit"] or len(towns) >= _MANY else UNSURE
            )


def _is_in(pair: re.Match[str], start: int) -> bool:
    """Whether a town's name stands before, or a word of the weather."""
    place = max(start, pair.start() - _LONGEST)
    town = _TOWN.search(pair.string, place, pair.start())
    last = [word.lower() for word in _WORD.findall(pair.string, place, pair.start())[-1:]]
    if town is None or TABLE.words("numbered").issuperset(last):
        return (
            TABLE.words("weather")
            .union(CALENDAR.mapping("weekday"), CALENDAR.mapping("weekday").values())
            .issuperset(last or [""])
        )
    return True


def _degrees(written: str) -> int:
    value = int(written.lstrip(_SIGNS))
    return value if written[0].isdigit() or written[0] == "+" else -value


def _rises(pair: re.Match[str]) -> bool:
    return _degrees(pair["low"]) < _degrees(pair["high"]) < _HOTTEST


def _is_mild(pair: re.Match[str]) -> bool:
    """Alone with a name it might also be a mark: out of ten, out of twenty."""
    return pair["high"] not in ("5", "10", "20") and _degrees(pair["low"]) < _degrees(pair["high"])


def _is_sport(source: str, start: int, end: int) -> bool:
    return says(source, start, end, OUT_OF.words("mark") | OUT_OF.words("shot"))


def _said(pair: re.Match[str]) -> str:
    low, high = (_temperature(pair[name]) for name in ("low", "high"))
    if not pair["unit"]:
        return f"{low} {spelling.word('to')} {high}"
    sign = re.sub(BLANK, "", pair["unit"])
    counted = said(Number(pair["high"].lstrip(_SIGNS)), units()[sign])
    return f"{low} {spelling.word('to')} {_signed(pair['high'])}{counted}"


def _temperature(written: str) -> str:
    return _signed(written) + spelling.cardinal(written.lstrip(_SIGNS))


def _signed(written: str) -> str:
    if written[0].isdigit():
        return ""
    return f"{spelling.word('plus' if written[0] == '+' else 'minus')} "
