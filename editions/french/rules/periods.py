"""Seasons and stretches of years: ``2023-2024``, ``1998-2007``."""

import re
from collections.abc import Iterator

from editions.french import spelling
from editions.french.calendar import YEAR
from editions.french.confidence import LIKELY
from editions.french.forms import Form, readings
from editions.french.lazy import Lazy
from editions.french.numerals import LEFT
from editions.french.patterns import BLANK
from editions.model import Sentence
from editions.speech import Reading

RULE = "periods"
_DASH = "[-\u2010\u2011\u2013\u2014/]"
_NO_MORE = r"(?![\w]|[/.,][0-9]|-[0-9])(?![ \u00a0\u202f]m(?!\w))"
_SEASON = Lazy(
    rf"{LEFT}(?P<first>{YEAR}){BLANK}?{_DASH}{BLANK}?(?P<second>{YEAR}|[0-9]{{2}}){_NO_MORE}",
    r"[0-9]\s?[-/\u2010\u2011\u2013\u2014]\s?[0-9]",
)


def read(sentence: Sentence) -> Iterator[Reading]:
    """Stretches of years of one sentence."""
    return readings((Form(_SEASON, _season, LIKELY),), sentence, RULE)


def _season(match: re.Match[str]) -> str | None:
    """Two years in a row are a season and stand side by side; a longer span goes *from … to*."""
    first, second = match["first"], match["second"]
    whole = first[:2] + second if len(second) == 2 else second
    if int(whole) <= int(first):
        return None
    link = " " if int(whole) == int(first) + 1 else f" {spelling.word('to')} "
    return f"{spelling.cardinal(first)}{link}{spelling.cardinal(second)}"
