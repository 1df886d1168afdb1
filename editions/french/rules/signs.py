"""Signs: ``-60``, ``~ 200``, ``< 5 %``, ``- de 25 ans``, ``10 x 15 cm``, ``(...)``, and all that are left.

A row of the table says what a sign is before a number, before a limit, between two numbers and by itself; the numbers
are read apart. A dash is *moins* when it touches its number and nothing before it does, or before what can be negative.
After this rule no sign is left that a voice would spell.
"""

import re
from collections.abc import Iterator

from editions.french.grammar import NUMBERS
from editions.french.lazy import Lazy
from editions.french.lone_signs import before_number, said, signs
from editions.french.numerals import INTEGER, MINUS
from editions.french.patterns import BLANK, either
from editions.french.products import products
from editions.french.slashes import PAUSE, RULE, TABLE, Found
from editions.model import Sentence, Span
from editions.speech import Reading

_DASHES = frozenset("-−–‐‑")
_LOOK_BACK = 40
_ASIDE = Lazy(rf"(?<={BLANK})[-–](?=[0-9][^-–\n]{{0,30}}[^\s–-](?P<closing>[-–])(?:[\s,.;:)]|\Z))", r"\s[-–][0-9]")
"""``Mme Colin -82 ans- est``: tight dashes around words of their own."""
_UPTO = Lazy(rf"(?<!\w){either(TABLE.words('before minus'))}{BLANK}\Z")
_APART = Lazy(rf"(?:[,:(]|[A-ZÀ-Þ][a-zß-ÿ]+){BLANK}\Z")
_MEASURED = Lazy(
    rf"""
      {BLANK}?[0-9]{{1,3}} (?:{BLANK}[0-9]{{3}})+ (?![0-9])
    | {BLANK}?[0-9][0-9,.{BLANK[1:-1]}]*
      (?: (?:Mds?|M)?{BLANK}?[€$£%°] | (?:[kM]€|hPa|pts?|points?|mm|cm|h|t|kg|min)(?!\w) )
    """
)
"""``Cherbourg - 2 h``, ``198 €/t, - 1,25 €``: a change, written apart."""
_CUT = Lazy(rf"(?:(?<!\s){BLANK}++)?[(\[]{BLANK}?(?:\.{{2,5}}|…){BLANK}?[)\]]", r"\.\.|…")


def _before_number() -> str:
    """A sign and the number behind it, with what tells whether a dash apart is *moins*."""
    figures = "[0-9][0-9.,]*"
    other_end = rf"{BLANK}{either(NUMBERS.words('joiner'))}{BLANK} (?: {MINUS} | \+ )? {BLANK}? {figures}"
    below_zero = r"(?: % | ° | (?:points?|pts?)(?!\w) | degr[eé]s? )"
    return rf"""
    (?<![\w)’'/+-])(?<![0-9]{BLANK}) (?P<sign> {either(form for form, sign in signs().items() if sign.number)} )
    (?: (?=[0-9]) | (?P<apart> (?= {BLANK}+ [0-9] ) ) )
    (?P<bracket> (?<=\(.) (?= {BLANK}* [0-9][0-9.,{BLANK[1:-1]}]* [^,;()]{{0,12}} \) ) )?
    (?P<negative> (?= {BLANK}* {figures} (?: {other_end} )? {BLANK}* {below_zero} ) )?
    (?P<alone> (?= {BLANK}* {figures} (?: {BLANK}? (?:[kKM]|Mds?)? € )? \Z ) )?
    """


def _any_before_number() -> str:
    last = "".join(sorted({re.escape(form[-1]) for form, sign in signs().items() if sign.number}))
    return rf"[{last}]{BLANK}*[0-9]"


_BEFORE_NUMBER = Lazy(_before_number, _any_before_number)
_CHANGE = Lazy(
    lambda: (
        rf"""
    {BLANK}+ {INTEGER} (?:,[0-9]+)? (?: {BLANK} [^\W\d_]{{4,}} )?
    (?: {BLANK} {either(TABLE.words("span"))} (?= {BLANK}[0-9] ) | {BLANK} {either(TABLE.words("change"))} (?!\w) )
    """
    )
)
_LAST_WORDS = Lazy(rf"(?<!\w)[^\W\d_]+(?:{BLANK}[^\W\d_]+){{0,2}}{BLANK}?:?{BLANK}?\Z")
_CLOSING = Lazy(rf"\w{BLANK}[-–—](?:{BLANK}(?![0-9])|,)")
"""The second of two dashes around words of their own."""
_LEFT = Lazy("[²³¹⁰⁴-⁹₀-₉ⁿⁱ]|[^\\w\\s.,;:!?…«»“”„\"'’‘()\\[\\]{}–—‐‑‒―¿¡·‹›-]")


def read(sentence: Sentence) -> Iterator[Reading]:
    """The signs of one sentence, those with a context of their own first."""
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    for match in _CUT.finditer(source, start, end):
        yield Reading(Span(*match.span()), PAUSE if match.start() > start else "", RULE)
    for match in _ASIDE.finditer(source, start, end):
        yield Reading(Span(match.start(), match.end()), PAUSE + " ", RULE)
        yield Reading(Span(*match.span("closing")), PAUSE, RULE)
    yield from products(sentence)
    for match in _BEFORE_NUMBER.finditer(source, start, end):
        if match["sign"] not in _DASHES or _is_minus(match, sentence):
            yield Reading(Span(*match.span("sign")), before_number(match, start), RULE)
    yield from (Reading(*found, RULE) for found in _left(sentence))


def _is_minus(match: re.Match[str], sentence: Sentence) -> bool:
    """Whether a dash belongs to its number: it touches it, or what stands around says so."""
    if match["apart"] is None or match["negative"] is not None or match["bracket"] is not None:
        return True
    return (match["alone"] is not None and match.start() == sentence.span.start) or _is_signed(match, sentence)


def _is_signed(match: re.Match[str], sentence: Sentence) -> bool:
    """``décalage - 5 h``, ``- 118 en 3 mois``: what may be below zero, or a number that nothing is counted by."""
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    if _CLOSING.search(source, match.end(), end):
        return False
    if _CHANGE.match(source, match.end(), end):
        return True
    if _APART.search(source, max(start, match.start() - 3), match.start()) and _MEASURED.match(
        source, match.end(), end
    ):
        return True
    if _UPTO.search(source, max(start, match.start() - 12), match.start()):
        return True
    before = _LAST_WORDS.search(source, max(start, match.start() - _LOOK_BACK), match.start())
    return before is not None and not TABLE.words("may be below zero").isdisjoint(before[0].lower().split())


def _left(sentence: Sentence) -> Iterator[Found]:
    """Signs one by one, each where the one before ends."""
    source, place, end = sentence.source, sentence.span.start, sentence.span.end
    while (match := _LEFT.search(source, place, end)) is not None:
        found = said(source, match.start(), sentence)
        if found is not None:
            yield found
        place = found[0].end if found is not None else match.end()
