"""Forms that a pattern and a template tell wholly: ``S4 E7/10``, ``205/55 R16 91V``, ``²³⁵U``, ``- de 25 ans``.

Each row of the table is one: what is written, what is said, how sure that is, a hint of its presence, and the list in
which its ``word`` must be (or, without such a group, one word of the block). A form that asks for more has a rule.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple
from unicodedata import normalize

from editions.french import acronyms, confidence, romans, spelling
from editions.french.around import says
from editions.french.calendar import YEAR, month_names, months, year
from editions.french.lazy import Lazy
from editions.french.numerals import DASH, LEFT, LOOSE, parse
from editions.french.patterns import BLANK, CAPITAL
from editions.french.pronounce import letters
from editions.french.quantities import Unit, said, units
from editions.french.short_dates import DAY, MONTH, day
from editions.model import Sentence, Span
from editions.speech import Reading
from editions.tables import Table

RULE = "shapes"
TABLE = Table(f"rules/{RULE}")
_PARTS = {"{_}": BLANK, "{A}": CAPITAL, "{<}": LEFT, "{n}": LOOSE, "{D}": DAY, "{M}": MONTH, "{Y}": YEAR, "{-}": DASH}
"""What a pattern of the table may have by name: a blank, capitals, a number and its start, day, month, year, dash."""
_FIELD = re.compile(r"\{(\w+)(?::([^}]+))?\}")
_OPTION = re.compile(r"\[([^\]]*)\]")
_PART = re.compile(r"(\[(?:[^\]\\]|\\.)*\]|\\.|\((?:[^()\\]|\\.)*\)|.)((?:[?*+]|\{[^}]*\})[?+]?)?")
"""Of a hint: a set, an escaped sign, a group or a sign; how often it stands."""
_MISSING = ("?", "*", "{0", "{,")
_OPEN = frozenset("|(")
"""Alternatives, or a group inside a group: no part is sure then."""
_FIGURE = "[0-9]"
"""Among the signs of a text: it has figures."""
_FIGURES = re.compile(r"\[[0-9-]+\]")


class Shape(NamedTuple):
    """A row of the table; the group ``read`` of its pattern is what is read, or the whole of it."""

    pattern: Lazy
    said: str
    confidence: float
    words: str
    sign: str
    """What stands wherever it is read, the rarest sign of its hint; empty when there is none."""


def read(sentence: Sentence) -> Iterator[Reading]:
    """The forms of the table, row after row."""
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    signs = {"", *source[start:end]}
    if not signs.isdisjoint("0123456789"):
        signs.add(_FIGURE)
    for shape in shapes():
        if shape.sign not in signs:
            continue
        for match in shape.pattern.finditer(source, start, end):
            if shape.words and not _has_word(match, shape.words):
                continue
            if (text := _filled(shape.said, match)) is not None:
                span = match.span("read" if "read" in match.re.groupindex else 0)
                yield Reading(Span(*span), text, RULE, shape.confidence)


@cache
def shapes() -> tuple[Shape, ...]:
    """The rows, their patterns not yet compiled."""
    return tuple(
        Shape(
            Lazy(_laid_out(written), hint),
            said,
            getattr(confidence, sure),
            "".join(words),
            _sign(hint),
        )
        for written, said, sure, hint, *words in TABLE.rows("shape")
    )


def _sign(hint: str) -> str:
    """The rarest sign that all have in which a hint is found: punctuation, else a letter, else any figure, or none."""
    found = _PART.findall(hint)
    if not _OPEN.isdisjoint(part for part, _ in found):
        return ""
    parts = [part for part, often in found if not often.startswith(_MISSING)]
    signs = [part for part in parts if len(part) == 1 and part not in ".^$" and not part.isspace()]
    signs += [part[1] for part in parts if part[0] == "\\" and not part[1].isalnum()]
    if not signs:
        return _FIGURE if any(map(_FIGURES.fullmatch, parts)) else ""
    rarest: str = min(signs, key=lambda sign: (sign.isalnum(), sign.islower()))
    return rarest


def _laid_out(written: str) -> str:
    for name, pattern in _PARTS.items():
        written = written.replace(name, pattern)
    return written


def _has_word(match: re.Match[str], named: str) -> bool:
    """Whether the word is of the list: of this table, or ``grammar/determiners:plural``."""
    name, _, part = named.rpartition(":")
    wanted = (Table(name) if name else TABLE).words(part)
    if "word" in match.re.groupindex:
        return match["word"].lower() in wanted
    return says(match.string, 0, len(match.string), wanted)


def _filled(template: str, match: re.Match[str]) -> str | None:
    """``saison {s:card}[ sur {of:card}]`` with what the groups say; None when one of them is no number after all."""

    def told(option: re.Match[str]) -> str:
        return option[1] if all(match[name] for name, _ in _FIELD.findall(option[1])) else ""

    template = _OPTION.sub(told, template)
    forms = [_form(match[name], how) for name, how in _FIELD.findall(template)]
    return None if None in forms else _FIELD.sub("%s", template) % tuple(forms)


def _form(written: str, how: str) -> str | None:
    if counted := units().get(how) or _counted().get(how):
        return said(parse(written), counted)
    return _FORMS[how](written) if how in _FORMS else TABLE.mapping(how).get(written)


@cache
def _counted() -> dict[str, Unit]:
    return {one: Unit(one, many, gender == "f") for one, many, gender in TABLE.rows("counted")}


def _digits(written: str) -> str:
    return " ".join(spelling.one_by_one(sign) if sign.isdigit() else sign.upper() for sign in written if sign.isalnum())


def _number(written: str) -> str:
    return spelling.with_zeros(written) if re.fullmatch("0[0-9]*", written) else parse(written).said()


def _rank(digits: str) -> str:
    return spelling.first() if digits == "1" else spelling.ordinal(digits)


def _roman(written: str) -> str | None:
    number = romans.value(written.upper())
    return spelling.ordinal(str(number)) if number else None


_FORMS: dict[str, Callable[[str], str | None]] = {
    "": str,
    "acronym": lambda written: acronyms.said(written) or letters(written.upper()),
    "card": lambda written: spelling.cardinal(normalize("NFKC", written)),
    "day": day,
    "dictated": lambda written: ", ".join(map(_digits, re.findall("[0-9A-Z]+", written))),
    "digits": _digits,
    "feminine": lambda written: spelling.cardinal(written, feminine=True),
    "label": spelling.label,
    "list": lambda written: ", ".join(spelling.cardinal(number) for number in re.findall("[0-9]+", written)),
    "month": lambda written: month_names()[int(written)],
    "month name": lambda written: month_names()[months()[written.lower()]],
    "number": _number,
    "ord": _rank,
    "roman": _roman,
    "spelled": lambda written: letters(written.upper()),
    "year": year,
    "zeros": spelling.with_zeros,
}
"""How a group is said; or the symbol of a unit, or a list of the table."""
