"""A text under construction with its runs: what the readers of rich formats write the words of a paragraph into."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from editions.manuscript.pieces import Piece
from editions.model import Cell, Role
from editions.model.runs import Author, Dated, Label, Run, Span, shifted

RunType = Callable[..., Run]
"""A class of ``runs``."""
_BLANKS = re.compile(r"[ \t\n]{2,}|\t")
IN_CELL = "\u2028"
"""Parts the paragraphs of one cell, where a line end parts the rows of the table."""


@dataclass
class Line:
    """Words and runs of one block while it is read; ``piece`` closes it."""

    runs: list[Run] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _open: list[tuple[RunType, int, tuple[Any, ...]]] = field(default_factory=list)

    def add(self, text: str) -> None:
        """Append visible text."""
        self._parts.append(text)
        self._length += len(text)

    def open(self, run: RunType, *values: str) -> None:
        """Begin a run here; ``values``: what its type has besides its place."""
        self._open.append((run, self._length, values))

    def close(self, run: RunType) -> None:
        """End the innermost open run of that type here; nothing happens when there is none."""
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index][0] is run:
                _, start, values = self._open.pop(index)
                if start < self._length:
                    self.runs.append(run(Span(start, self._length), *values))
                return

    @property
    def is_written(self) -> bool:
        """Whether anything but blanks was written."""
        return any(part and not part.isspace() for part in self._parts)

    @property
    def is_untouched(self) -> bool:
        """Whether nothing at all was written, and no run begun."""
        return not (self._parts or self.runs or self._open)

    def raw(self) -> str:
        """All that was written, blanks included."""
        return "".join(self._parts)

    def take(self, kind: Role) -> Piece:
        """The finished block, and the line is empty again."""
        piece = self.piece(kind)
        self._parts.clear()
        self.runs.clear()
        self._length = 0
        return piece

    def piece(self, kind: Role, level: int = 0, line: int = 0) -> Piece:
        """The finished block: blanks squeezed, none at its edges or around its line ends; runs moved along."""
        for run, _, _ in list(self._open):
            self.close(run)
        return squeezed(Piece(kind, self.raw(), level, tuple(sorted(self.runs, key=_place)), line))


def _place(run: Run) -> tuple[int, int]:
    return run.span.start, -run.span.end


def squeezed(piece: Piece) -> Piece:
    """A piece whose runs of blanks are one blank, without blanks at the edges; its runs keep their words."""
    raw = piece.text
    if not piece.runs:
        text = _BLANKS.sub(_one_blank, raw.strip(" \t\n"))
        return piece if text == raw else replace(piece, text=text)
    kept: list[str] = []
    moved = [0] * (len(raw) + 1)
    for index, character in enumerate(raw):
        moved[index] = len(kept)
        if character in " \t\n":
            if not kept or (kept[-1] == "\n"):
                continue
            if kept[-1] == " ":
                if character == "\n":
                    kept[-1] = "\n"
                continue
            kept.append("\n" if character == "\n" else " ")
        else:
            kept.append(character)
    while kept and kept[-1] in " \n":
        kept.pop()
    text, end = "".join(kept), len(kept)
    moved[len(raw)] = end
    runs = (
        replace(run, span=_trimmed(text, min(moved[run.span.start], end), min(moved[run.span.end], end)))
        for run in piece.runs
    )
    return replace(piece, text=text, runs=tuple(run for run in runs if run.span.start < run.span.end))


def _one_blank(blanks: re.Match[str]) -> str:
    return "\n" if "\n" in blanks[0] else " "


def _trimmed(text: str, start: int, end: int) -> Span:
    inner = text[start:end]
    start += len(inner) - len(inner.lstrip())
    return Span(start, max(start, start + len(inner.strip())))


def table(cells: list[tuple[Piece, Cell]], line: int) -> Piece:
    """One piece of the cells of a grid, row by row: tabs up to each cell's column, newlines between rows.

    The ``span`` of the cells that are given means nothing. There are as many tabs in a row as its last cell needs.
    """
    parts: list[str] = []
    placed: list[Cell] = []
    runs: list[Run] = []
    place = row = column = 0
    for piece, cell in cells:
        if cell.row > row:
            gap, row, column = "\n" * (cell.row - row), cell.row, 0
            gap += "\t" * cell.column
        else:
            gap = "\t" * (cell.column - column)
        content = re.sub(r"[\t\n]", " ", piece.text)
        place += len(gap)
        runs += (replace(r, span=Span(place + r.span.start, place + r.span.end)) for r in piece.runs)
        placed.append(replace(cell, span=Span(place, place + len(content))))
        parts += [gap, content, "\t" * (cell.columns - 1)]
        place += len(content) + cell.columns - 1
        column = cell.column + cell.columns - 1
    return Piece("table", "".join(parts), 0, tuple(runs), line, cells=tuple(placed))


def cell(pieces: Sequence[Piece]) -> Piece:
    """The pieces of one cell as one, each on a line of its own."""
    parts: list[str] = []
    runs: list[Run] = []
    place = 0
    for piece in (piece for piece in pieces if piece.text):
        place += len(IN_CELL) * bool(parts)
        parts.append(piece.text.replace("\n", IN_CELL).replace("\t", " "))
        runs += shifted((run for run in piece.runs if not isinstance(run, Label | Author | Dated)), place)
        place += len(piece.text)
    return Piece("paragraph", IN_CELL.join(parts), runs=tuple(runs))
