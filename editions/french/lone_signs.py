"""The table of signs, and what a sign says by itself: bullets, emoji, slashes, ``dose≤ 5 mg``, ``4*``, ``€/m²``.

A row of the table says what its sign is where; an emoji is in no table and says nothing; a slash or a bar between words
is a short pause.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple
from unicodedata import category, digit, normalize

from editions.french import spelling
from editions.french.agreement import feminine
from editions.french.around import word_before
from editions.french.grammar import QUANTITIES
from editions.french.lazy import Lazy
from editions.french.patterns import BLANK, either
from editions.french.quantities import per
from editions.french.slashes import NEAR, PAUSE, TABLE, Found, one, slash
from editions.model import Sentence, Span


class Sign(NamedTuple):
    """What a sign says by the place it stands in; nothing where it is not read so."""

    alone: str = ""
    number: str = ""
    limit: str = ""
    between: str = ""
    one: str = ""
    many: str = ""


_NUMBER = Lazy(rf"{BLANK}*[0-9]")
_AGE = Lazy(rf"{BLANK}*[0-9]{{1,2}}{BLANK}*{spelling.word('years_old')}(?!\w)")
_NOTHING_COUNTED = Lazy(rf"(?<![0-9])(?<![0-9]{BLANK})(?<![0-9]{BLANK}{BLANK})\Z")
_PICTURE = Lazy(
    "[^\\w\\s][\ufe0e\ufe0f\u200d\u20e3\U0001f3fb-\U0001f3ff]*(?:(?<=\u200d)[^\\w\\s][\ufe0e\ufe0f\u200d]*)*"
)
_LETTERS = Lazy(rf"(?<!\w)\w{BLANK}?[<>≤≥]{BLANK}?\w(?!\w)")
_RATING = Lazy(r"[*★⭐]+(?!\w)")
_YEAR = Lazy(r"\*(?:1[0-9]|20)[0-9]{2}(?!\w)")
"""``(*1720, †1790)``."""
_RAISED = Lazy("[⁰¹²³⁴-⁹⁺⁻ⁿⁱ]*[⁰¹²³⁴-⁹ⁿⁱ]")
_PARTS = Lazy("[⁰¹²³⁴-⁹]+|[⁺⁻ⁿⁱ]")
_PER = Lazy(r"/(100.?(?:kg|lb|g|l)|[^\W\d_]{1,8}[²³23]?)(?!\w)")
"""``en €/m²``."""
_AT_RATE = Lazy(rf"{BLANK}?[0-9]+(?:,[0-9]+)?{BLANK}?(?:ips|fps|[kMG]?Hz)(?!\w)")
_ITEMS = Lazy(rf"[\w%€°»”\")\]]{BLANK}{{1,2}}[^\w\s]{BLANK}{{1,2}}[\w«“\"(\[]")
"""``Réservations → mairie • Entrée libre``: a sign of layout between two words."""
_ORDER = "<>≤≥"
_COMPARED = Lazy(
    rf"(?:(?<![\w’'])[A-Zb-xz]|(?<!\w){either(TABLE.words('compared'))}\.?|[0-9]{BLANK}?(?:%|[^\W\d_]{{1,3}})){BLANK}?\Z"
)
"""A variable or a quantity that the next one is compared with: ``p < 0,05``, ``20 % > 10 %``."""
_BLANKS = frozenset(" \u00a0\u2009\u202f")


@cache
def signs() -> dict[str, Sign]:
    """The table: sign as written → what it says."""
    return {form: Sign(*said) for form, *said in TABLE.rows("sign")}


def before_number(match: re.Match[str], start: int) -> str:
    """What a sign of order says: *plus de*, or *supérieur à* when it compares two quantities."""
    sign = signs()[match["sign"]]
    if match["sign"] not in _ORDER:
        return sign.number
    before = word_before(match.string, match.start(), start)
    if before.islower() and feminine(before):
        return TABLE.mapping("of a feminine").get(sign.alone, sign.number)
    near = max(start, match.start() - 12)
    return sign.alone if _COMPARED.search(match.string, near, match.start()) else sign.number


def said(source: str, place: int, sentence: Sentence) -> Found | None:
    """What the sign at ``place`` says; nothing for an accent, which is part of its word."""
    special = _SPECIAL.get(source[place])
    found = special(source, place, sentence) if special else None
    return found or _limit(source, place, sentence) or _by_itself(source, place, sentence)


def _limit(source: str, place: int, sentence: Sentence) -> Found | None:
    """``+ 65 ans`` is *plus de 65 ans*, ``dose≤ 5 mg`` *au plus*, where no number stands before."""
    sign, end = signs().get(source[place], Sign()), sentence.span.end
    said = sign.limit if sign.limit and _AGE.match(source, place + 1, end) else sign.number
    if not said or not _NUMBER.match(source, place + 1, end):
        return None
    first = max(sentence.span.start, place - NEAR)
    return one(place, said) if _NOTHING_COUNTED.search(source, first, place) else None


def _by_itself(source: str, place: int, sentence: Sentence) -> Found | None:
    """What the table says; a picture with its modifiers says nothing; an accent apart is part of its word."""
    written = source[place]
    sign = signs().get(written)
    if sign is None and category(written)[0] == "M":
        return None
    if sign and sign.alone:
        return one(place, sign.alone)
    if written in TABLE.words("between items") and _ITEMS.search(
        source, max(sentence.span.start, place - 3), place + 4
    ):
        return one(place, PAUSE)
    picture = _PICTURE.match(source, place, sentence.span.end)
    end = picture.end() if picture else place + 1
    between = source[place - 1 : place].isalnum() and source[end : end + 1].isalnum()
    return Span(place, end), " " if between and category(written) in ("Sm", "So") else ""


def _compared(source: str, place: int, sentence: Sentence) -> Found | None:
    """``< 5 %``, ``~ 200`` where nothing is compared; between words a pause, at the end nothing."""
    if not source[place + 1 : sentence.span.end].strip():
        return one(place, "")
    if limit := _limit(source, place, sentence):
        return limit
    if _LETTERS.search(source, max(sentence.span.start, place - 4), place + 5):
        return None
    near = source[max(sentence.span.start, place - 2) : place + 3]
    return None if any(char.isdigit() for char in near) else one(place, PAUSE)


def _lowered(source: str, place: int, sentence: Sentence) -> Found | None:
    """A subscript is a number."""
    return one(place, spelling.cardinal(str(ord(source[place]) - ord("₀"))))


def _plus(source: str, place: int, sentence: Sentence) -> Found | None:
    """``+/-`` is one sign."""
    return (Span(place, place + 3), signs()["+/-"].alone) if source.startswith("+/-", place) else None


def _at(source: str, place: int, sentence: Sentence) -> Found | None:
    """``4K @ 30 ips``: at a rate."""
    rate = _AT_RATE.match(source, place + 1, sentence.span.end)
    return one(place, spelling.word("to")) if rate and source[place - 1 : place] in _BLANKS else None


def _star(source: str, place: int, sentence: Sentence) -> Found | None:
    """``hôtel 4*``, ``★★★``: stars are counted; before a year it is a birth; otherwise an asterisk says nothing."""
    if _YEAR.match(source, place, sentence.span.end):
        return one(place, f"{TABLE.mapping('name')['*']} ")
    run = _RATING.match(source, place, sentence.span.end)
    if run is None:
        return None
    stars, sign = Span(place, run.end()), signs()[source[place]]
    many, drawn = len(run[0]), run[0][0] != "*"
    digit = _digit_before(source, place, apart=drawn and many == 1)
    if digit and many == 1:
        return stars, sign.one if digit == "1" else sign.many
    if digit == str(many):
        return stars, sign.many
    rated = word_before(source, place, sentence.span.start).lower() in TABLE.words("starred")
    ends = not source[place + many : sentence.span.end].strip(" .,;)") and source[place - 1 : place].isspace()
    alone = many + 4 > sentence.span.end - sentence.span.start
    if 1 < many < 6 and (drawn or rated or (ends and many > 2) or alone):  # « un film ***. »
        return stars, f"{spelling.cardinal(str(many))} {sign.many}"
    return None


def _digit_before(source: str, place: int, apart: bool) -> str:
    """The digit right before, by itself; ``apart``: perhaps with a blank between (``5 ★``)."""
    if apart and source[place - 1 : place] in _BLANKS:
        place -= 1
    digit = source[place - 1 : place]
    return digit if digit.isdigit() and not source[place - 2 : place - 1].isdigit() else ""


def _currency(source: str, place: int, sentence: Sentence) -> Found | None:
    """``en €/m²``, ``l'€``: a currency without a sum."""
    before = word_before(source, place - (source[place - 1 : place] in ("'", "’")), sentence.span.start)
    single = QUANTITIES.mapping("announcer").get(before.lower()) == "singular"
    sign = signs()[source[place]]
    name = sign.one if single else sign.many
    summed = source[max(0, place - 2) : place].rstrip()[-1:].isdigit()
    unit = None if summed else _PER.match(source, place + 1, sentence.span.end)
    by = per(unit[1].replace("m2", "m²")) if unit else None
    return (Span(place, unit.end()), f"{name} {by}") if unit and by else one(place, name)


def _equals(source: str, place: int, sentence: Sentence) -> Found | None:
    """``=>`` is an arrow; ``(=)`` a price that has not changed."""
    if source[place - 1 : place + 2] == "(=)":
        return one(place, TABLE.mapping("name")["(=)"])
    return (Span(place, place + 2), "") if source.startswith("=>", place) else None


def _power(source: str, place: int, sentence: Sentence) -> Found | None:
    """``10^6``, ``10⁶``, ``10²³``, ``2ⁿ``: dix puissance six; a raised figure behind a word is the mark of a note."""
    before = source[place - 1 : place]
    if source[place] == "^":
        return one(place, f" {_raised_to()} ") if before.isdigit() and source[place + 1 : place + 2].isdigit() else None
    run = _RAISED.match(source, place, sentence.span.end)
    variable = before.isalpha() and not source[place - 2 : place - 1].isalpha()
    if run is None or run[0] in signs():  # « au carré »; « ¹ » calls a note
        return None
    if not (before.isdigit() or before == ")" or variable):
        return None
    first = place - variable  # a letter and ⁿ are one word
    return Span(first, run.end()), f"{source[first:place]} {_raised_to()} {_exponent(run[0])}"


def _exponent(raised: str) -> str:
    """« six », « moins trois », « n plus un »."""
    if raised.isdigit():
        return spelling.cardinal("".join(str(digit(char)) for char in raised))
    parts = (normalize("NFKC", part[0]) for part in _PARTS.finditer(raised))
    return " ".join(spelling.cardinal(p) if p.isdigit() else signs()[p].alone if p in signs() else p for p in parts)


def _root(source: str, place: int, sentence: Sentence) -> Found | None:
    """``√(a+b)``: the bracket stands apart."""
    apart = source[place + 1 : place + 2] == "("
    return one(place, f"{signs()[source[place]].alone} ") if apart else None


def _bar_of_fraction(source: str, place: int, sentence: Sentence) -> Found | None:
    """``(a+b)⁄2``: one over the other."""
    before, after = source[place - 1 : place], source[place + 1 : place + 2]
    known = (before.isalnum() or before in tuple(")]⁰¹²³⁴⁵⁶⁷⁸⁹ⁿ")) and (after.isalnum() or after in tuple("(√"))
    return one(place, f" {spelling.word('over')} ") if known else None


def _raised_to() -> str:
    return signs()["^"].between


def _sections(source: str, place: int, sentence: Sentence) -> Found | None:
    """``§§ 3 et 4``."""
    return (Span(place, place + 2), signs()["§"].many) if source.startswith("§§", place) else None


_SPECIAL: dict[str, Callable[[str, int, Sentence], Found | None]] = {
    **dict.fromkeys("<>≤≥~≈±", _compared),
    **dict.fromkeys("/|", slash),
    **dict.fromkeys("*★⭐", _star),
    **dict.fromkeys("€$£¥", _currency),
    "@": _at,
    **dict.fromkeys("^⁰¹²³⁴⁵⁶⁷⁸⁹⁻ⁿⁱ", _power),
    **dict.fromkeys("₀₁₂₃₄₅₆₇₈₉", _lowered),
    **dict.fromkeys("√∛∜", _root),
    "\u2044": _bar_of_fraction,
    "=": _equals,
    "+": _plus,
    "§": _sections,
}
