"""Articles of codes and laws: ``L. 121-3``, ``art. 221-1 et s.``, ``décret 2020-1310``.

The dash of an article number is said; the famous ones of the Constitution, said without, are ``shapes``.
"""

import re
from collections.abc import Iterator

from editions.french import spelling
from editions.french.around import word_before
from editions.french.lazy import Lazy
from editions.french.patterns import BLANK
from editions.model import Sentence, Span
from editions.speech import Reading
from editions.tables import Table

RULE = "law"
TABLE = Table(f"rules/{RULE}")

_DASH = "[-\u2011\u2013]"
"""Typesetters lengthen the hyphen of an article."""

_CODE = Lazy(
    rf"""
    (?<![\w.]) (?! A[37][0-9]{{2}}-[1-9]00 ) (?P<letters> (?:L\.?O|[LRDA]) \.? (?:{BLANK}?\*)? ) {BLANK}?
    (?P<numbers> [0-9]{{2,4}} (?:{_DASH}[0-9]+){{1,3}} ) (?!\w|,[0-9])
    """,
    f"[0-9]{_DASH}[0-9]",
)
_ARTICLE = Lazy(
    rf"(?<![\w.,/-])(?!20[0-9]{{2}}-20)(?P<numbers>[0-9]{{1,4}}(?:{_DASH}[0-9]+){{1,3}})(?![\w%]|,[0-9]|{BLANK}*(?:%|€|°))",
    f"[0-9]{_DASH}[0-9]",
)
_SCORE = Lazy(rf"[0-9]{{1,2}}{_DASH}[0-9]{{1,2}}")
"""``Lebrun A. 11-8``, ``D 50-60``: no article."""
_JOINED = Lazy(rf"{BLANK}*(?:,|et|ou|à|et{BLANK}à){BLANK}*")
_DOTTED = Lazy(rf"\.{BLANK}*\Z")


def read(sentence: Sentence) -> Iterator[Reading]:
    """Numbers of articles of one sentence."""
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    for match in _CODE.finditer(source, start, end):
        if _SCORE.fullmatch(match["numbers"]) and not _announced(source, match.start(), start):
            continue
        letters = " ".join(re.sub(r"[^A-Z]", "", match["letters"]))
        yield Reading(Span(*match.span()), f"{letters} {_numbers(match['numbers'])}", RULE)
    yield from _articles(sentence)


def _articles(sentence: Sentence) -> Iterator[Reading]:
    """``art. 221-1 et s.``, ``articles 222-37 et 222-40``: announced, or joined to one that was."""
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    last = -1
    for match in _ARTICLE.finditer(source, start, end):
        joined = last >= 0 and _JOINED.fullmatch(source, last, match.start())
        if joined or _announced(source, match.start(), start):
            last = match.end()
            yield Reading(Span(*match.span()), _numbers(match["numbers"]), RULE)


def _announced(source: str, place: int, start: int) -> bool:
    """Whether *article*, *art.*, *loi*… stands right before ``place``."""
    dot = _DOTTED.search(source, max(start, place - 3), place)
    return word_before(source, dot.start() if dot else place, start).lower() in TABLE.words("context")


def _numbers(written: str) -> str:
    dash = TABLE.mapping("said")["dash"]
    return f" {dash} ".join(spelling.with_zeros(part) for part in re.split(_DASH, written))
