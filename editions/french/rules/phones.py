"""Telephone numbers: ``02 33 80 00 00``, ``0612345678``, ``+33 6 12 34 56 78``, ``0 800 123 456``, ``le 3919``.

Read in the groups in which they are written or dialled, zeros said.
"""

import re
from collections.abc import Iterator

from editions.french import spelling
from editions.french.around import words_before
from editions.french.confidence import LIKELY
from editions.french.grammar import CALENDAR
from editions.french.lazy import Lazy
from editions.french.patterns import BLANK
from editions.model import Sentence, Span
from editions.speech import Reading
from editions.tables import Table

RULE = "phones"
TABLE = Table(f"rules/{RULE}")
_SEP = "[ \u00a0\u2009\u202f./\u2011-]"
_LEFT = rf"(?=[0-9])(?<!\w)(?<![0-9][.,/])(?<![0-9]{BLANK})"
_RIGHT = r"(?!\w|[.,/-][0-9])"
_COUNTRY = "(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|[2-9][0-9]{2})"
_PAIRS = Lazy(rf"{_LEFT}0[1-9](?:{_SEP}?[0-9]{{2}}){{4}}{_RIGHT}")
_ABROAD = Lazy(
    rf"""
    (?<![\w+]) (?:\+|00(?={_SEP}?[1-9])) (?P<country> {_COUNTRY} ) {_SEP}{{0,2}} (?:\(0\){_SEP}?)?
    (?P<rest> [0-9]{{1,4}} (?: {_SEP}?[0-9]{{2,4}} ){{2,5}} ) {_RIGHT}
    """,
    r"\+[0-9]|(?<![0-9])00",
)
_SPECIAL = Lazy(rf"{_LEFT}0{_SEP}?[89][0-9]{{2}}(?:{_SEP}[0-9]{{2,3}}){{2,3}}{_RIGHT}", r"(?<![0-9])0.?[89]")
_GROUPED = Lazy(rf"{_LEFT}0[0-9]{{1,3}}(?:{_SEP}[0-9]{{2,3}}){{2,4}}{_RIGHT}", r"(?<![0-9])0[0-9]")
_HELPLINE = Lazy(rf"(?=[1-9])(?<!\w)(?P<number>[1-9][0-9](?:{BLANK}|-)?[0-9]{{2}}){_RIGHT}")
_PAIR_OF = re.compile(rf"(?<![0-9])[1-9][0-9]({BLANK})[0-9]{{2}}(?![0-9])")
_FOUR_FIRST = re.compile(rf"0[0-9]{{3}}{_SEP}[0-9]{{2}}{_SEP}")
"""``0495/12.34.56``: as mobile numbers are written in Belgium."""
_NOT_DIGITS = re.compile("[^0-9]")
_SHORT = 4
_FEWEST = 8
"""A telephone number has more digits than a date."""
_LOOK_BACK = 30
_MAYBE = Lazy(r"[0-9]{2}.?[0-9]{2}|\+[0-9]|0.?8[0-9]")
_SERVICE = Lazy(rf"{BLANK}[A-Z]")
_COUNTS = Lazy(rf"{BLANK}?[€$%]|{BLANK}(?:euros?|[^\W\d_]{{4,}}s|oui|non|voix)(?!\w)")
_ENTRY = Lazy(rf"[:(]{BLANK}?\Z")
_OPENING = 4
"""Signs and blanks that may open a line."""
_TOLD = Lazy(rf"{BLANK}?[:,(]")
_FRANCE = "33"


def read(sentence: Sentence) -> Iterator[Reading]:
    """Numbers to dial, the most certain forms first."""
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    if not _MAYBE.search(source, start, end):
        return
    for match in _ABROAD.finditer(source, start, end):
        yield Reading(Span(*match.span()), _abroad(match), RULE)
    for pattern, said in ((_SPECIAL, _in_groups), (_PAIRS, _in_pairs), (_GROUPED, _in_groups)):
        for match in pattern.finditer(source, start, end):
            if len(_NOT_DIGITS.sub("", match[0])) >= _FEWEST:
                said = _in_groups if _FOUR_FIRST.match(match[0]) else said
                yield Reading(Span(*match.span()), said(match[0]), RULE, LIKELY)
    for match in _HELPLINE.finditer(source, start, end):
        if _is_helpline(match, start):
            digits = re.sub("[^0-9]", "", match["number"])
            yield Reading(Span(*match.span("number")), _in_pairs(digits), RULE, LIKELY, (spelling.cardinal(digits),))


def _in_pairs(written: str) -> str:
    digits = re.sub("[^0-9]", "", written)
    link = ", " if len(digits) > _SHORT else " "  # a breath between the pairs of a long one
    return link.join(spelling.with_zeros(digits[i : i + 2]) for i in range(0, len(digits), 2))


def _in_groups(written: str) -> str:
    """As written; ``0800`` is *zéro huit cents*."""
    return ", ".join(_group(group) for group in re.findall("[0-9]+", written))


def _group(digits: str) -> str:
    """Up to three digits at once, four in pairs; but ``0800`` has a name of its own."""
    if len(digits) == 4 and digits[0] != "0":
        return _in_pairs(digits)
    return spelling.with_zeros(digits)


def _abroad(match: re.Match[str]) -> str:
    """``+33 6 12…``: plus trente-trois six douze…"""
    country, rest = match["country"], match["rest"]
    groups = re.findall("[0-9]+", rest)
    if len(groups) == 1 or country == _FRANCE:
        digits = "".join(groups)
        head = [digits[:1]] if len(digits) % 2 else []
        groups = head + [digits[i : i + 2] for i in range(len(digits) % 2, len(digits), 2)]
    plus = spelling.word("plus") if match[0].startswith("+") else spelling.with_zeros("00")
    return ", ".join([f"{plus} {spelling.cardinal(country)}", *(_group(group) for group in groups)])


def _is_helpline(match: re.Match[str], start: int) -> bool:
    """A short number that is known after an article, or any after a word of dialling."""
    digits = re.sub("[^0-9]", "", match["number"])
    near_start, near_end = max(start, match.start() - _LOOK_BACK), match.end() + _LOOK_BACK
    pairs = _PAIR_OF.search(match.string, near_start, near_end) if digits == match["number"] else None
    if pairs and pairs[0].replace(pairs[1], "") == digits:  # « 32 37 ou 3237 »
        return True
    near = set(words_before(match.string, match.start(), max(start, match.start() - _LOOK_BACK), 2))
    if _COUNTS.match(match.string, match.end(), len(match.string)):
        return False
    if "-" in match["number"]:
        return digits in TABLE.words("Minitel")  # « le 36-15 »; « 31-14 » is a score
    if digits in TABLE.words("helpline") and match.string.strip() == match["number"] and not digits.endswith("00"):
        return True
    if digits in TABLE.words("helpline") and not digits.endswith("00") and _is_announced(match, start):
        return True
    if digits in TABLE.words("helpline") and _ENTRY.search(match.string, max(start, match.start() - 3), match.start()):
        return True
    if digits in TABLE.words("Minitel") and _SERVICE.match(match.string, match.end()):
        return True
    return bool(near & TABLE.words("dialling")) or (
        digits in TABLE.words("helpline") and bool(near & CALENDAR.words("before date"))
    )


def _is_announced(match: re.Match[str], start: int) -> bool:
    """``3919, numéro gratuit``, ``3114 : …``: at the start of a line, before what it is."""
    if match.start() - start > _OPENING or match.string[start : match.start()].strip('«“"( \u00a0'):
        return False
    return _TOLD.match(match.string, match.end()) is not None
