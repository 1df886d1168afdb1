"""Numbers of the items of lists: ``start``, ``reversed``, ``type``, ``value``, ``list-style-type``.

Source: HTML Living Standard, 4.4.5 to 4.4.8; CSS Counter Styles Level 3 for the letters and numerals.
"""

import re
from dataclasses import dataclass

from editions.manuscript.inline import IN_CELL, Line
from editions.manuscript.page.elements import Event, Outline
from editions.manuscript.page.parts import Parts

_TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_STYLES = ("decimal-leading-zero", "decimal", "lower-alpha", "lower-latin", "upper-alpha", "upper-latin", "lower-roman",
           "upper-roman", "lower-greek", "none", "disc", "circle", "square")  # fmt: skip
_PLAIN = frozenset({"none", "disc", "circle", "square"})
_ROMANS = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
           (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_GREEK = "αβγδεζηθικλμνξοπρστυφχψω"


@dataclass(slots=True)
class _Open:
    style: str
    number: int
    step: int


class Lists:
    """The lists that are open while a page is read."""

    def __init__(self, page: Outline, parts: Parts) -> None:
        self._page, self._parts = page, parts
        self._open: list[_Open] = []
        self._items: dict[int, int] = {}
        for element in page.elements:
            if element.name == "li" and element.parent >= 0:
                self._items[element.parent] = self._items.get(element.parent, 0) + 1

    @property
    def is_open(self) -> bool:
        """Whether a list is open."""
        return bool(self._open)

    def open(self, number: int) -> bool:
        """A list opens; whether its items have numbers. -1: a list that the page forgot to open."""
        if number < 0:
            self._open.append(_Open("disc", 1, 1))
            return False
        element = self._page.elements[number]
        default = "decimal" if element.name == "ol" else "disc"
        style = self._style(number, _TYPES.get(element.given.get("type", "").strip(), default))
        backwards = element.name == "ol" and "reversed" in element.given
        first = _integer(element.given.get("start", ""), self._items.get(number, 0) if backwards else 1)
        self._open.append(_Open(style, first, -1 if backwards else 1))
        return style not in _PLAIN

    def close(self) -> None:
        """The innermost list closes."""
        if self._open:
            self._open.pop()

    def label(self, number: int) -> str:
        """What an item begins with: ``3.``, ``B.``, ``iv.``, or nothing when a bullet is drawn."""
        element, inside = self._page.elements[number], self._open[-1]
        inside.number = _integer(element.given.get("value", ""), inside.number)
        given = _TYPES.get(element.given.get("type", "").strip(), inside.style)
        style = self._style(number, given)
        written = "" if style in _PLAIN else f"{numbered(inside.number, style)}."
        inside.number += inside.step
        return written

    def in_cell(self, event: Event, line: Line) -> None:
        """A list in a table: a cell holds no blocks, its items are lines with their numbers."""
        opens, item = event.kind == "open", self._page.elements[event.element].name == "li"
        if item and opens:
            label = self.label(event.element) if self._open else ""
            line.add((IN_CELL if line.is_written else "") + (f"{label} " if label else ""))
        elif item or not opens:
            line.add(" ")
        if not item:
            self.open(event.element) if opens else self.close()

    def _style(self, number: int, default: str) -> str:
        told = self._parts.told.get(number, {})
        value = f"{told.get('list-style-type', '')} {told.get('list-style', '')}".split()
        return next((style for style in _STYLES if style in value), default)


def numbered(number: int, style: str) -> str:
    """A number in figures, letters or Roman numerals, as ``list-style-type`` names them."""
    kind = style.partition("-")[2]
    if kind in ("alpha", "latin") and number > 0:
        written = _letters(number, _LATIN)
    elif kind == "roman" and 0 < number < 4000:
        written = _roman(number)
    elif kind == "greek" and number > 0:
        written = _letters(number, _GREEK)
    else:
        return f"{number:02}" if style == "decimal-leading-zero" else str(number)
    return written.upper() if style.startswith("upper") else written.lower()


def _letters(number: int, alphabet: str) -> str:
    written = ""
    while number:
        number, place = divmod(number - 1, len(alphabet))
        written = alphabet[place] + written
    return written


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMANS:
        count, number = divmod(number, value)
        written += letters * count
    return written


def _integer(value: str, default: int) -> int:
    return int(value) if re.fullmatch(r"\s*[-+]?\d{1,6}\s*", value) else default
