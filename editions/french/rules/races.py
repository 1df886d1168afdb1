"""Times of races: ``1:23.456``, ``4:03,57``, ``4:10 au 1500 m``, ``54.13 sur 100 m dos``.

Minutes, seconds, then hundredths or thousandths without a name: *une minute vingt-trois secondes quatre cent
cinquante-six*. A colon and a fraction are nothing else; without fraction, or without minutes, a distance or a word of
racing near by says that no hour of the day, no score and no decimal is meant. ``26s65`` and ``1'58"`` are ``primes``.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from editions.french import spelling
from editions.french.around import says, word_after
from editions.french.confidence import LIKELY, PLAUSIBLE
from editions.french.lazy import Lazy
from editions.french.numerals import LEFT
from editions.french.patterns import BLANK, either
from editions.french.primes import count, rest
from editions.french.quantities import unit
from editions.model import Sentence, Span
from editions.speech import Reading
from editions.tables import Table

RULE = "races"
TABLE = Table(f"rules/{RULE}")
_FRACTION = Lazy(
    rf"""
    {LEFT} (?: (?P<h> [0-9]{{1,2}} ) : (?=[0-9]{{2}}:) )? (?P<m> [0-9]{{1,2}} ) [:'’′] (?P<s> [0-5][0-9] )
    [.,] (?P<rest> [0-9]{{1,3}} ) (?![0-9:]|[.,][0-9]) (?: {BLANK}? min\.? (?!\w) )?
    """,
    "[0-9][:'’′][0-9]{2}[.,][0-9]",
    ":'’′",
)
_DOTTED = Lazy(
    rf"{LEFT}(?P<m>[0-9]{{1,2}})\.(?P<s>[0-5][0-9])(?P<mark>[.,])(?P<rest>[0-9]{{2,3}})(?![0-9]|[.,][0-9])",
    r"[0-9]\.[0-9]{2}[.,][0-9]",
)
"""``1.45.23``, ``2.03,45``."""
_MINUTES = Lazy(rf"{LEFT}(?<!:)(?P<m>[0-9]{{1,2}}):(?P<s>[0-5][0-9])(?![0-9:]|[.,][0-9])", "[0-9]:[0-9]", ":")
_SECONDS = Lazy(
    rf"{LEFT}(?P<s>[1-9][0-9]?)[.,](?P<rest>[0-9]{{2}})(?!\w|[.,:][0-9]|{BLANK}?[%€$£°]|{BLANK}?:)", "[0-9][.,][0-9]{2}"
)
_RANKING = Lazy(
    rf"(?<![\w.,])[1-9][0-9]?\.{BLANK}[A-ZÀ-Þ][^.;0-9]{{2,40}}{BLANK}[0-9]{{1,2}}:[0-5][0-9](?!{BLANK}?[AP]M)"
)
"""``1. Degreef 59:47. 2. Lahlou à 0:21``."""
_HOURS, _SHORT = 24, 12
_PER_KM = Lazy(rf"{BLANK}?(?:min{BLANK}?)?(?:/|au{BLANK}){BLANK}?km(?!\w)")
_OVER = Lazy(
    rf"""
    (?<!\w) (?:
        [1-9][0-9]{{0,2}} (?: [{BLANK[1:-1]}.]? [0-9]{{3}} )? {BLANK}? {either(TABLE.words("distance"))} (?!\w)
      | {either(TABLE.words("race"))} (?!\w)
    )
    """
)
"""What is raced over."""
_IN = Lazy(rf"(?<!\w)(?:en|sous){BLANK}(?:les{BLANK})?\Z")
_WITH = Lazy(rf"(?:(?<!\w)(?:de|à|en|des|les){BLANK}|[(:,]{BLANK}?)\Z")
_NEAR, _FEW = 60, 24
"""Characters around a time in which its distance, and the word that announces it, are looked for."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LONGEST = 20
"""Minutes above which ``25:18`` without a fraction may be the sets of a match."""


def read(sentence: Sentence) -> Iterator[Reading]:
    """Times of races, those with a fraction first."""
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    for match in _FRACTION.finditer(source, start, end):
        yield Reading(Span(*match.span()), _said(match), RULE, LIKELY)
    for match in _DOTTED.finditer(source, start, end):
        near = max(start, match.start() - _NEAR), min(end, match.end() + _NEAR)
        if match["mark"] == "," or _OVER.search(source, *near) or says(source, *near, TABLE.words("announces")):
            yield Reading(Span(*match.span()), _said(match), RULE, LIKELY)
    ranked = ":" in source[start:end] and _is_ranking(source)
    for match in _MINUTES.finditer(source, start, end):
        long = says(source, start, end, TABLE.words("long race"))
        if (
            _PER_KM.match(source, match.end(), end)
            or long
            or ranked
            or source[max(0, match.start() - 2) : match.start()].rstrip().endswith("+")
            or (int(match["m"]) > _HOURS and _IN.search(source[max(0, match.start() - _SHORT) : match.start()]))
            or (int(match["m"]) <= _LONGEST and _is_race(match, sentence))
        ):
            text = _minutes(match)
            yield Reading(Span(*match.span()), text, RULE, PLAUSIBLE, (_hours(match),))
    for match in _SECONDS.finditer(source, start, end):
        if _is_race(match, sentence):
            text = f"{count(match['s'], 's')} {spelling.with_zeros(match['rest'])}"
            yield Reading(Span(*match.span()), text, RULE, PLAUSIBLE)


@lru_cache(maxsize=8)
def _is_ranking(source: str) -> bool:
    """Whether the block ranks who has run; looked for once."""
    return _RANKING.search(source) is not None


def _said(match: re.Match[str]) -> str:
    hours = [count(match["h"], "h")] if match.groupdict().get("h") else []
    minutes = [count(match["m"], "min")] if match["m"].strip("0") else []
    return " ".join((*hours, *minutes, count(match["s"], "s"), spelling.with_zeros(match["rest"])))


def _minutes(match: re.Match[str]) -> str:
    """``3:02``: trois minutes zéro deux; ``0:21``: vingt et une secondes."""
    if not match["m"].strip("0"):
        return count(match["s"], "s")
    return " ".join(filter(None, (count(match["m"], "min"), rest(match["s"]))))


def _hours(match: re.Match[str]) -> str:
    return " ".join(filter(None, (count(match["m"], "h"), rest(match["s"]))))


def _is_race(match: re.Match[str], sentence: Sentence) -> bool:
    """``en 54.13 sur 100 m dos``, ``un chrono de 4:10``: *en* and a distance near by, or a word of racing before.

    No unit behind it: ``en 2,50 m``.
    """
    source, start, end = match.string, sentence.span.start, sentence.span.end
    if unit(word_after(source, match.end(), min(end, match.end() + _FEW))):
        return False
    before = source[max(start, match.start() - _FEW) : match.start()]
    if _WITH.search(before) and any(word.lower() in TABLE.words("announces") for word in _WORD.findall(before)):
        return True
    if not _IN.search(before):
        return False
    behind = _OVER.search(source, match.end(), min(end, match.end() + _NEAR))
    return (behind or _OVER.search(source, max(start, match.start() - _NEAR), match.start())) is not None
