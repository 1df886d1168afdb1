"""A table while its tags go by: cells that span columns or rows, tables inside cells, tags that never close."""

import re
from dataclasses import dataclass, field

from editions.manuscript.inline import Line, table
from editions.model import Piece

_WIDEST = 100
"""Columns or rows that one cell may span: more is a mistake or malice."""
_EMPTY = Piece("paragraph", "")


@dataclass
class Grid:
    """Rows of cells; the words of the open cell are in the reader's own ``Line``."""

    line: int
    rows: list[list[Piece]] = field(default_factory=list)
    headers: set[tuple[int, int]] = field(default_factory=set)
    _cell: tuple[bool, int, int] | None = None
    """Of the open cell: header or not, columns and rows it spans."""
    _spans: dict[tuple[int, int], Piece] = field(default_factory=dict)
    _inner: int = 0
    """How many tables are open inside a cell: their cells are its words."""

    def open(self, tag: str, given: dict[str, str], words: Line) -> None:
        """``tr``, ``td``, ``th`` or an inner ``table`` opens; ``words`` holds what came before."""
        if tag == "table":
            self._inner += 1
        if self._inner:
            words.add(" ")
            return
        self._end_cell(words)
        if tag == "tr":
            self.rows.append([])
            return
        if not self.rows:
            self.rows.append([])
        self._cell = (tag == "th", _span(given.get("colspan", "")), _span(given.get("rowspan", "")))

    def widen(self, columns: str) -> None:
        """The open cell spans that many columns."""
        if self._cell and not self._inner:
            header, _, rows = self._cell
            self._cell = (header, _span(columns), rows)

    def close(self, tag: str, words: Line) -> None:
        """Anything but the table closes."""
        if tag in ("td", "th", "tr") and not self._inner:
            self._end_cell(words)
        else:
            words.add(" ")

    def closes(self, words: Line) -> bool:
        """Whether ``</table>`` closes this table, not an inner one."""
        if self._inner:
            self._inner -= 1
            words.add(" ")
            return False
        self._end_cell(words)
        return True

    def _end_cell(self, words: Line) -> None:
        """What ``words`` holds goes into the open cell, or a cell of its own when it stands between cells."""
        piece = words.take("paragraph")
        if self._cell is None and not piece.text:
            return
        if not self.rows:
            self.rows.append([])
        header, columns, rows = self._cell or (False, 1, 1)
        self._cell = None
        row = len(self.rows) - 1
        self._fill(row)
        for column in range(columns):
            place = len(self.rows[row])
            if header:
                self.headers.add((row, place))
            self.rows[row].append(piece if column == 0 else _EMPTY)
            for below in range(1, rows):
                self._spans[(row + below, place)] = _EMPTY

    def _fill(self, row: int) -> None:
        """Places that a cell above spans are empty here."""
        while (row, len(self.rows[row])) in self._spans:
            self.rows[row].append(_EMPTY)

    def pieces(self) -> list[Piece]:
        """The table; when it has one column it is no table, and its cells are paragraphs."""
        rows = [row for row in self.rows if any(cell.text for cell in row)]
        if not rows:
            return []
        if max(map(len, rows)) == 1:
            return [Piece("paragraph", cell.text, 0, cell.marks, self.line) for row in rows for cell in row]
        kept = [number for number, row in enumerate(self.rows) if any(cell.text for cell in row)]
        headers = {(kept.index(row), column) for row, column in self.headers if row in kept}
        return [table(rows, headers, self.line)]


def _span(value: str) -> int:
    return min(_WIDEST, max(1, int(value))) if re.fullmatch(r"\d{1,4}", value) else 1
