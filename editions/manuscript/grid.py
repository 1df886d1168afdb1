"""A table while its tags go by: cells that span columns or rows, tables inside cells, tags that never close."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import Literal

from editions.manuscript.inline import Line, table
from editions.manuscript.pieces import Piece
from editions.model import Cell
from editions.model.runs import Span
from editions.model.tree import Container

_WIDEST = 100
"""Columns or rows that one cell may span: more is a mistake or malice."""
_SCOPES: dict[str, Literal["column", "row"]] = {"col": "column", "colgroup": "column", "row": "row", "rowgroup": "row"}
_NOWHERE = Span(0, 0)


@dataclass
class _Open:
    """The open cell."""

    header: bool = False
    scope: str = ""
    columns: int = 1
    rows: int = 1


@dataclass
class Grid:
    """Rows of cells; the words of the open cell are in the reader's own ``Line``."""

    line: int
    within: tuple[Container, ...] = ()
    cells: list[tuple[Piece, Cell]] = field(default_factory=list)
    captions: list[Piece] = field(default_factory=list)
    _row: int = -1
    _column: int = 0
    _taken: list[int] = field(default_factory=list)
    """Of each column: the first row that no cell above spans."""
    _cell: _Open | None = None
    _group: str = ""
    """``thead``, ``tbody`` or ``tfoot`` around the row."""
    _naming: set[tuple[int, int]] = field(default_factory=set)
    """Row and column of the headings that do not say what they head."""
    _captioned: bool = False
    _inner: int = 0
    """How many tables are open inside a cell: their cells are its words."""

    def open(self, tag: str, given: Mapping[str, str], words: Line) -> None:
        """A part of the table opens, such as ``tr`` or an inner ``table``; ``words`` holds what came before."""
        if tag == "table":
            self._inner += 1
        if self._inner:
            words.add(" ")
            return
        self._end_cell(words)
        self._captioned = tag == "caption"
        if tag == "tr":
            self._begin_row()
        elif tag in ("thead", "tbody", "tfoot"):
            self._group = tag
        elif tag in ("td", "th"):
            spans = _span(given.get("colspan", "")), _span(given.get("rowspan", ""))
            heads = tag == "th" or self._group == "thead"
            self._cell = _Open(heads, given.get("scope", "").lower(), *spans)

    def widen(self, columns: str) -> None:
        """The open cell spans that many columns."""
        if self._cell and not self._inner:
            self._cell.columns = _span(columns)

    def close(self, tag: str, words: Line) -> None:
        """Anything but the table closes."""
        if tag in ("td", "th", "tr", "caption", "thead", "tbody", "tfoot") and not self._inner:
            self._end_cell(words)
            self._group = "" if tag in ("thead", "tbody", "tfoot") else self._group
        else:
            words.add(" ")

    def closes(self, words: Line) -> bool:
        """Whether ``</table>`` closes this table, not an inner one."""
        if self._inner:
            self._inner -= 1
            words.add(" ")
            return False
        self.end(words)
        return True

    def end(self, words: Line) -> None:
        """The table closes, or all that is open in it never will."""
        self._inner = 0
        self._end_cell(words)

    def _begin_row(self) -> None:
        self._row += 1
        self._column = 0

    def _end_cell(self, words: Line) -> None:
        """What ``words`` holds goes into the open cell, or a cell of its own when it stands between cells."""
        piece = words.take("paragraph")
        if self._captioned:
            self._captioned = False
            if piece.text:
                self.captions.append(replace(piece, kind="caption", line=self.line))
            return
        if self._cell is None and not piece.text:
            return
        if self._row < 0:
            self._begin_row()
        opened, self._cell = self._cell or _Open(), None
        while self._is_taken(self._column):
            self._column += 1
        columns = 1
        while columns < opened.columns and not self._is_taken(self._column + columns):
            columns += 1
        self._taken += [0] * (self._column + columns - len(self._taken))
        self._taken[self._column : self._column + columns] = [self._row + opened.rows] * columns
        header = _SCOPES.get(opened.scope, "row") if opened.header else ""
        if opened.header and opened.scope not in _SCOPES:
            self._naming.add((self._row, self._column))
        self.cells.append((piece, Cell(_NOWHERE, self._row, self._column, header, opened.rows, columns)))
        self._column += columns

    def _tell_headings(self) -> None:
        """Headings that do not say what they head: in a row of nothing else the columns, in others their rows."""
        rows: dict[int, list[tuple[Piece, Cell]]] = {}
        for piece, cell in self.cells:
            rows.setdefault(cell.row, []).append((piece, cell))
        said = {c.row for _, c in self.cells if c.header == "row" and (c.row, c.column) not in self._naming}
        above = {row for row, cells in rows.items() if row not in said and _names_columns(cells)}
        for place, (piece, cell) in enumerate(self.cells):
            if (cell.row, cell.column) in self._naming and cell.row in above:
                self.cells[place] = piece, replace(cell, header="column")

    def _is_taken(self, column: int) -> bool:
        return column < len(self._taken) and self._taken[column] > self._row

    def pieces(self) -> list[Piece]:
        """The table and its caption; when it has one column it is no table, and its cells are paragraphs."""
        self._tell_headings()
        wordy = {cell.row for piece, cell in self.cells if piece.text}
        captions = [replace(piece, within=self.within) for piece in self.captions]
        kept = [(piece, cell) for piece, cell in self.cells if cell.row in wordy]
        if not kept:
            return captions
        if max(cell.column + cell.columns for _, cell in kept) == 1:
            return [*captions, *(replace(piece, line=self.line, within=self.within) for piece, _ in kept)]
        within = (*self.within, Container("table", str(self.line))) if captions else self.within
        found = replace(table(_without_empty_rows(kept, wordy), self.line), within=within)
        return [*captions[:-1], *(replace(piece, within=within) for piece in captions[-1:]), found]


def _without_empty_rows(cells: list[tuple[Piece, Cell]], wordy: set[int]) -> list[tuple[Piece, Cell]]:
    """The cells of rows that have words, in rows numbered anew; none goes on below the last row."""
    last = max(wordy)
    before = [0, *accumulate(int(row in wordy) for row in range(last + 1))]
    ends = (before[min(cell.row + cell.rows, last + 1)] for _, cell in cells)
    return [
        (piece, replace(cell, row=before[cell.row], rows=end - before[cell.row]))
        for (piece, cell), end in zip(cells, ends, strict=True)
    ]


def _names_columns(row: list[tuple[Piece, Cell]]) -> bool:
    """Whether the headings of a row head columns: no words beside them, and not one alone before empty cells."""
    named = [cell for _, cell in row if cell.header]
    if not named or any(piece.text for piece, cell in row if not cell.header):
        return False
    return len(named) > 1 or len(named) == len(row) or named[0].column > 0


def _span(value: str) -> int:
    return min(_WIDEST, max(1, int(value))) if re.fullmatch(r"\d{1,4}", value) else 1
