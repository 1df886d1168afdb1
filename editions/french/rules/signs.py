"""Signs right before a number: ``-60``, ``+ 3 %``, ``~ 200 personnes``, ``< 5 %``, ``x2``; the number is read apart.

A dash is *moins* when it touches its number and nothing before it does, or before a quantity that can be negative
(a percentage, a temperature).
"""

import re
from collections.abc import Iterator
from functools import cache

from editions.french import spelling
from editions.french.grammar import DETERMINERS, NUMBERS
from editions.french.lazy import Lazy
from editions.french.numerals import INTEGER, MINUS
from editions.french.patterns import BLANK, either
from editions.model import Sentence, Span
from editions.speech import Reading
from editions.tables import Table

RULE = "signs"
TABLE = Table(f"rules/{RULE}")


@cache
def _pattern() -> Lazy:
    signs = either(TABLE.mapping("before number"))
    last = "".join(sorted({re.escape(sign[-1]) for sign in TABLE.mapping("before number")}))
    return Lazy(
        rf"(?<![\w)’'/+-])(?<![0-9]{BLANK})(?P<sign>{signs})(?:(?=[0-9])|(?P<apart>(?={BLANK}+[0-9])))"
        rf"(?P<bracket>(?<=\(.)(?={BLANK}*[0-9][0-9.,{BLANK[1:-1]}]*[^,;()]{{0,12}}\)))?"
        rf"(?P<negative>(?={BLANK}*[0-9][0-9.,]*(?:{BLANK}{either(NUMBERS.words('joiner'))}{BLANK}(?:{MINUS}|\+)?{BLANK}?[0-9][0-9.,]*)?{BLANK}*(?:%|°|(?:points?|pts?)(?!\w)|degr[eé]s?)))?"
        rf"(?P<alone>(?={BLANK}*[0-9][0-9.,]*(?:{BLANK}?(?:[kKM]|Mds?)?€)?\Z))?",
        rf"[{last}]{BLANK}*[0-9]",
    )


_RHESUS = Lazy(r"(?<![\w-])(?:A{1,3}|B{1,3}|C{1,3}|AB|O|D|E)(?P<sign>[-−])(?=[\s.,;:)]|\Z)", "[A-EO][-−](?:\\W|\\Z)")
"""``groupe O-``, ``note AA-``: a letter and a minus that nothing follows."""
_LESS = Lazy(
    rf"(?<!\w)(?P<word>[^\W\d_]{{2,3}}){BLANK}(?P<sign>[-−–])(?={BLANK}[a-zà-ÿ»]|[.,;:!?]|\Z)",
    r"[-−–](?<=\s.)(?:[\s.,;:!?»]|\Z)",
)
"""``le - cher``, ``les + et les -``."""


_MORE_OR = ("+ ", "+\u00a0")
"""``+ ou - long``."""
_TIMES = Lazy(rf"(?<=[0-9]){BLANK}?(?P<sign>[x×])(?={BLANK}?(?:/|(?P<next>[^\W\d_]{{2,5}})(?!\w)))", r"[0-9]\s?[x×]")
"""``3 x/jour``, ``2 x par an``."""


def _less(sentence: Sentence) -> Iterator[Reading]:
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    for match in _RHESUS.finditer(source, start, end):
        yield Reading(Span(*match.span("sign")), f" {TABLE.mapping('named')['- adjective']}", RULE)
    for match in _TIMES.finditer(source, start, end):
        if match["next"] is None or match["next"] in TABLE.words("after times"):
            yield Reading(Span(*match.span("sign")), TABLE.mapping("named")["x between"], RULE)
    for match in _LESS.finditer(source, start, end):
        word = match["word"].lower()
        more_or = word == spelling.word("or") and source[max(start, match.start() - 2) : match.start()] in _MORE_OR
        if more_or or word in DETERMINERS.words("any") | DETERMINERS.words("plural"):
            yield Reading(Span(*match.span("sign")), TABLE.mapping("named")["- adjective"], RULE)


def read(sentence: Sentence) -> Iterator[Reading]:
    """The signs of one sentence; the numbers after them are left to other rules."""
    yield from _less(sentence)
    said = TABLE.mapping("before number")
    for match in _pattern().finditer(sentence.source, sentence.span.start, sentence.span.end):
        dash = match["sign"] in _DASHES
        alone = match["alone"] is not None and match.start() == sentence.span.start
        if (
            dash
            and match["apart"] is not None
            and match["negative"] is None
            and not (alone or match["bracket"] is not None or _is_signed(match, sentence))
        ):
            continue
        if match["sign"] in _ORDER and _COMPARED.search(
            match.string, max(sentence.span.start, match.start() - 12), match.start()
        ):
            yield Reading(Span(*match.span("sign")), TABLE.mapping("alone")[match["sign"]], RULE)
            continue
        yield Reading(Span(*match.span("sign")), said[match["sign"]], RULE)


def _is_signed(match: re.Match[str], sentence: Sentence) -> bool:
    """``décalage - 5 h``, ``- 118 en 3 mois``: what may be below zero, or a number that nothing is counted by."""
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    if _CLOSING.search(source, match.end(), end):
        return False
    if _CHANGE.match(source, match.end(), end):
        return True
    if _AFTER_PLUS.search(source, start, match.start()):
        return True
    before = _LAST_WORDS.search(source, max(start, match.start() - _LOOK_BACK), match.start())
    return before is not None and any(word in TABLE.words("may be below zero") for word in before[0].lower().split())


_ORDER = "<>≤≥"
_COMPARED = Lazy(rf"(?:(?<![\w’'])[A-Zb-xz]|[0-9]{BLANK}?(?:%|[^\W\d_]{{1,3}})){BLANK}?\Z")
"""A variable or a quantity that the next one is compared with: ``p < 0,05``, ``20 % > 10 %``."""
_CHANGE = Lazy(
    rf"{BLANK}+{INTEGER}(?:,[0-9]+)?(?:{BLANK}[^\W\d_]{{4,}})?(?:{BLANK}{either(TABLE.words('span'))}(?={BLANK}[0-9])|{BLANK}{either(TABLE.words('change'))}(?!\w))"
)
_AFTER_PLUS = Lazy(rf"(?<!\w)\+{BLANK}?[0-9][^.+]{{0,60}}[,;:(]{BLANK}?\Z", "[+]")
"""``+ 1 h à Kiev, - 6 h à New York``."""
_LAST_WORDS = Lazy(rf"(?<!\w)[^\W\d_]+(?:{BLANK}[^\W\d_]+){{0,2}}{BLANK}?:?{BLANK}?\Z")
_CLOSING = Lazy(rf"\w{BLANK}[-–—](?:{BLANK}(?![0-9])|,)")
"""The second of two dashes around words of their own."""
_LOOK_BACK = 40
_DASHES = frozenset("-−–‐‑")
