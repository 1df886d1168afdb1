"""Hours and durations: ``20h30``, ``1 h 30 min``, ``14h-18h``, ``20:30``, ``2'30"``, ``9 s 58``, ``24h/24``, ``(45')``.

Hours and minutes are feminine: *vingt et une heures*. Zeros before minutes are said: *huit heures zéro cinq*. What a
prime means is told by ``french.primes``.
"""

import re
from collections.abc import Iterator

from editions.french import spelling
from editions.french.confidence import PLAUSIBLE
from editions.french.dotted_hours import DOTTED, DOTTED_WITH_SIGN, ON_CHANNEL, before, departures, hours
from editions.french.lazy import Lazy
from editions.french.numerals import DASH, LEFT
from editions.french.patterns import BLANK, CAPITAL, either
from editions.french.primes import MINUTE_SIGN, PRIMES, RULE, SCORED, SECOND_SIGN, TABLE, count
from editions.model import Sentence, Span
from editions.speech import Reading

_NO_MORE = r"(?!\w|/[^\W\d_]{1,3}(?![^\W\d_]))"
_WOMEN = rf"(?<=H){BLANK}?(?:,|{spelling.word('and')}|/|-|[+]){BLANK}?[0-9]{{1,4}}{BLANK}?F(?!\w)"
"""``15 H, 14 F``: men and women."""
_STOP = rf"""
    (?: \. (?= {BLANK} [0-5][0-9] (?![0-9])
        (?: \.?\Z | \.{BLANK} | {BLANK}?[,;:)!?»–—-] | {BLANK}{either(TABLE.words("after hour"))}(?!\w) ) ) )?
    """
"""``15 h. 30``: a dot behind the sign, where nothing is counted by what follows."""
_CLOCK = Lazy(
    rf"""
    {LEFT}
    (?:
        (?P<low> [0-9]{{1,2}} ) (?P<low_h> {BLANK}?[hH] (?: {BLANK}? (?P<low_m> [0-9]{{2}} ) )? )?
        (?(low_h) (?:{DASH}|(?P<bar>/)) | (?<!/[0-9])(?<!/[0-9]{{2}}) (?P<dash> {DASH} ) )
    )?
    (?P<h> [0-9]{{1,2}} ) {BLANK}?[hH] (?!{_WOMEN}) {_STOP}
    (?:
        {BLANK}? (?P<m> (?<!H)[0-9] | [0-9]{{2}} )
        (?! [0-9] | /[0-9] (?![0-9]?{BLANK}?[hH]) ) (?P<m_sign> {MINUTE_SIGN} )?
        (?:
            {BLANK}? (?P<s> [0-9]{{1,2}} )
            (?: (?P<s_sign> {SECOND_SIGN} ) (?P<rest> [0-9]{{1,3}} )? | (?<=['’′][0-9]{{2}}) (?![0-9]) )
        )?
    )?
    {_NO_MORE}
    """,
    r"[0-9]\s?[hH]",
)
_SEVERAL = Lazy(
    rf"""
    {LEFT} [0-9]{{1,2}}{BLANK}?[hH](?:[0-5][0-9])?
    {BLANK}?(?P<sign>[-–/]){BLANK}? [0-9]{{1,2}}{BLANK}?[hH](?:[0-5][0-9])?
    (?: {BLANK}?(?P=sign){BLANK}? [0-9]{{1,2}}{BLANK}?[hH](?:[0-5][0-9])? )+ {_NO_MORE}
    """,
    r"[0-9]\s?[hH]",
)
_ONE_OF_SEVERAL = re.compile(rf"([0-9]{{1,2}}){BLANK}?[hH]([0-5][0-9])?")
_COLONS = Lazy(
    rf"{LEFT}(?P<h>[01]?[0-9]|2[0-4]):(?P<m>[0-5][0-9])(?::(?P<s>[0-5][0-9]))?(?![0-9:]|[.,'’][0-9]|{BLANK}000)",
    "[0-9]:[0-9]",
    ":",
)
_NO_HOURS = Lazy(r"(?<![\w:])(?:[0-9]{1,2}:[0-9]|(?:2[5-9]|[3-9][0-9]):[0-9]{2})(?![\w:])", "[0-9]:[0-9]", ":")
_OPENING = Lazy(
    rf"(?<!\w)(?i:{either(TABLE.words('opening'))})(?!\w)|(?<![0-9])(?:[5-9]|1[01]){BLANK}?[hH][0-9]{{0,2}}/"
)
"""A word of opening hours, or those of the morning before those of the afternoon."""
_TIDE = Lazy(rf"(?<!\w){either(TABLE.words('tide'))}{BLANK}?:?{BLANK}?\Z")
"""``PM 7h12/19h38``: both of a day."""
_LASTS = Lazy(rf"(?<!\w){either(TABLE.words('lasts'))}{BLANK}(?:[^\W\d_]+{BLANK})?\Z")
"""A duration: *deux heures cinq*, where the hour of the day is *deux heures zéro cinq*."""
_NAMED = Lazy(rf"(?<!\w)[{CAPITAL}][^\W\d_]*{BLANK}\Z")
_NOON = 12
_FRACTION = Lazy(r"(?<![hH0-9])[0-9]{1,2}[/\u2044]\Z")
_PER_DAY = Lazy(rf"[0-9]{BLANK}?[^\W\d_]{{1,3}}\.?[²³23]?(?<![hHjJ])/\Z")
_DAYS = ("4", "6", "8", "12", "24", "48", "72")
"""``50 mm/24 h``, ``1 g/6 h`` are rates, no hours of the day."""
_LOOK_BACK = 200
"""How far back opening hours are looked for."""


def read(sentence: Sentence) -> Iterator[Reading]:
    """Times of the day and durations, the longest forms first."""
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    for match in ON_CHANNEL.finditer(source, start, end):
        yield Reading(Span(match.start("h"), match.end()), hours(match["h"], match["m"]), RULE)
    for match in departures(source, start, end):
        yield Reading(Span(*match.span()), hours(match["h"], match["m"]), RULE, PLAUSIBLE)
    for pattern, verbalize in _FORMS:
        for match in pattern.finditer(source, start, end):
            if text := verbalize(match):
                yield Reading(Span(*match.span()), text, RULE)


def _clock(match: re.Match[str]) -> str:
    """``20h30``, ``9h-12h``; not the ``4 h`` of ``3/4 h``."""
    if _FRACTION.search(match.string, max(0, match.start() - 4), match.start()):
        return ""
    if match["h"] in _DAYS and _PER_DAY.search(match.string, max(0, match.start() - 8), match.start()):
        return ""
    parts = []
    if match["low"]:
        if (
            not match["low_h"]
            and match["dash"] != match["dash"].strip()
            and (int(match["low"]) > int(match["h"]) or _NAMED.search(match.string, *before(match)))
        ):
            return f"{spelling.cardinal(match['low'])}, {hours(match['h'], match['m'] or '')}"  # « France 3 - 21h05 »
        low = hours(match["low"], match["low_m"] or "") if match["low_h"] else spelling.cardinal(match["low"], True)
        parts = [low, spelling.word("to")] if not match["bar"] or _is_stretch(match) else [f"{low},"]
    named = bool(match["s"] or (match["m_sign"] and "m" in match["m_sign"]))
    minutes = match["m"] or ""
    if minutes.startswith("0") and not match["low"] and _LASTS.search(match.string, *before(match)):
        minutes = minutes.lstrip("0")
    parts.append(hours(match["h"], minutes, named))
    if match["s"]:
        parts.append(count(match["s"], "s") if match["s_sign"] else spelling.cardinal(match["s"], True))
    if match["rest"]:
        parts.append(spelling.with_zeros(match["rest"]))
    return " ".join(parts)


def _several(match: re.Match[str]) -> str:
    """``14h30-17h-20h30``: the showings of a film, one after the other."""
    return ", ".join(hours(hour, minutes) for hour, minutes in _ONE_OF_SEVERAL.findall(match[0]))


def _is_stretch(match: re.Match[str]) -> bool:
    """``10h/12h`` are opening hours, ``14h/17h/20h`` the showings of a film."""
    around = match.string[match.start() - 1 : match.start()] + match.string[match.end() : match.end() + 1]
    low, high = int(match["low"]), int(match["h"])
    if (
        "/" in around
        or _TIDE.search(match.string, *before(match))
        or (low, match["low_m"] or "") >= (high, match["m"] or "")
    ):
        return False
    return low < _NOON or _OPENING.search(match.string, max(0, match.start() - _LOOK_BACK), match.start()) is not None


def _colons(match: re.Match[str]) -> str:
    """``20:30``, but the sets of a match (``25:18, 23:25``) are no hours."""
    if match["s"] is None and _NO_HOURS.search(match.string):
        return ""
    if match["s"]:
        return f"{hours(match['h'], match['m'], named=True)} {count(match['s'], 's')}"
    return hours(match["h"], match["m"])


_FORMS = (
    SCORED,
    DOTTED_WITH_SIGN,
    (_SEVERAL, _several),
    (_CLOCK, _clock),
    (_COLONS, _colons),
    *DOTTED,
    *PRIMES,
)
