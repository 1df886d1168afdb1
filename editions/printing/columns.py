"""How wide the columns of a table are; whether it stays a table at all."""

import re
from dataclasses import dataclass

from editions.model import Cell, Table
from editions.printing.founts import Fount
from editions.printing.setter import Setter

_TALLEST = 2.6
"""Lines in a cell, on average, beyond which records are easier to follow."""
_AFTER_HYPHEN = re.compile("(?<=[-\u2011])")


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table, in points."""

    widths: tuple[float, ...]
    gutter: float
    """White between two."""

    def left(self, column: int) -> float:
        """Where a column begins, from the text's left edge."""
        return sum(self.widths[:column]) + column * self.gutter

    def width(self, cell: Cell | None, column: int) -> float:
        """Of a cell that begins in a column, over as many as it goes."""
        count = cell.columns if cell else 1
        return sum(self.widths[column : column + count]) + (count - 1) * self.gutter


@dataclass(frozen=True, slots=True)
class _Room:
    """A way to make room; what does not fit with the first is tried with the next."""

    gutter: float
    """White between columns, in parts of the size."""
    parted: bool
    """Whether a word may go on below, behind a hyphen of its own: « Saint-Germain- » « du-Corbéis »."""


_ROOMS = (_Room(0.8, parted=False), _Room(0.5, parted=True))


def fitted(table: Table, setter: Setter) -> Columns | None:
    """The columns, when every word fits and no cell grows tall; None otherwise."""
    tried = (_Measured(table, setter, room).columns() for room in _ROOMS)
    return next(filter(None, tried), None)


class _Measured:
    """What the words of each column ask for."""

    def __init__(self, table: Table, setter: Setter, room: _Room) -> None:
        cells = [cell for row in table.rows for cell in row]
        count = max((cell.column + cell.columns for cell in cells), default=1)
        self._parted = room.parted
        self._size = setter.styles.size
        self._gutter = room.gutter * self._size
        self._measure = setter.sheet.measure - (count - 1) * self._gutter
        self._least, self._natural = [0.0] * count, [0.0] * count
        text = setter.composed(table.text.text)
        for cell in sorted(cells, key=lambda cell: cell.columns):  # over several columns: the last of them grows
            fount = setter.case.fount(setter.styles.table.size, bool(cell.header))
            self._ask(cell, fount, text[cell.span.start : cell.span.end].splitlines() or [""])

    def _ask(self, cell: Cell, fount: Fount, lines: list[str]) -> None:
        """Widen the last column of a cell to its widest word, and to its widest line."""
        last, more = cell.column + cell.columns - 1, (cell.columns - 1) * self._gutter
        words = [part for line in lines for word in line.split(" ") for part in self._parts(word)]
        for wanted, widths in ((fount.longest(words), self._least), (max(map(fount.line_width, lines)), self._natural)):
            widths[last] = max(widths[last], wanted - more - sum(widths[cell.column : last]))

    def _parts(self, word: str) -> list[str]:
        return _AFTER_HYPHEN.split(word) if self._parted else [word]

    def columns(self) -> Columns | None:
        """Each as wide as its lines, with some of what is left; else what the page has, shared by what each lacks."""
        spare = (self._measure - sum(self._natural)) / len(self._natural)
        if spare >= 0:
            return Columns(tuple(width + min(spare, 2 * self._size) for width in self._natural), self._gutter)
        slack = self._measure - sum(self._least)
        if slack < 0:
            return None
        share = slack / (sum(self._natural) - sum(self._least))
        pairs = list(zip(self._natural, self._least, strict=True))
        widths = tuple(least + (natural - least) * share for natural, least in pairs)
        tall = any(natural > _TALLEST * width for natural, width in zip(self._natural, widths, strict=True))
        return None if tall else Columns(widths, self._gutter)
