"""A text under construction with its marks: what the readers of rich formats write the words of a paragraph into."""

import re
from dataclasses import dataclass, field

from editions.model import BlockKind, Mark, MarkKind, Piece, Span


@dataclass
class Line:
    """Words and marks of one block while it is read; ``piece`` closes it."""

    marks: list[Mark] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _open: list[tuple[MarkKind, int, str]] = field(default_factory=list)

    def add(self, text: str) -> None:
        """Append visible text."""
        self._parts.append(text)
        self._length += len(text)

    def open(self, kind: MarkKind, value: str = "") -> None:
        """Begin a mark here."""
        self._open.append((kind, self._length, value))

    def close(self, kind: MarkKind) -> None:
        """End the innermost open mark of that kind here; nothing happens when there is none."""
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index][0] == kind:
                _, start, value = self._open.pop(index)
                if start < self._length:
                    self.marks.append(Mark(kind, Span(start, self._length), value))
                return

    def raw(self) -> str:
        """All that was written, blanks included."""
        return "".join(self._parts)

    def take(self, kind: BlockKind) -> Piece:
        """The finished block, and the line is empty again."""
        piece = self.piece(kind)
        self._parts.clear()
        self.marks.clear()
        self._length = 0
        return piece

    def piece(self, kind: BlockKind, level: int = 0, line: int = 0) -> Piece:
        """The finished block: blanks squeezed, none at its edges or around its line ends; marks moved along."""
        for kind_open, _, _ in list(self._open):
            self.close(kind_open)
        return squeezed(Piece(kind, self.raw(), level, tuple(sorted(self.marks, key=_place)), line))


def _place(mark: Mark) -> tuple[int, int]:
    return mark.span.start, -mark.span.end


def squeezed(piece: Piece) -> Piece:
    """A piece whose runs of blanks are one blank, without blanks at the edges; marks keep their words."""
    raw = piece.text
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
    marks = [Mark(m.kind, _trimmed(text, min(moved[m.span.start], end), min(moved[m.span.end], end)), m.value)
             for m in piece.marks]  # fmt: skip
    return Piece(piece.kind, text, piece.level, tuple(m for m in marks if m.span.start < m.span.end), piece.line)


def _trimmed(text: str, start: int, end: int) -> Span:
    inner = text[start:end]
    start += len(inner) - len(inner.lstrip())
    return Span(start, max(start, start + len(inner.strip())))


def labelled(piece: Piece, label: str) -> Piece:
    """An ordered item with its number in the text."""
    shift = len(label) + 1
    marks = [Mark(m.kind, Span(m.span.start + shift, m.span.end + shift), m.value) for m in piece.marks]
    first = Mark("label", Span(0, len(label)), label)
    return Piece(piece.kind, f"{label} {piece.text}", piece.level, (first, *marks), piece.line)


def table(rows: list[list[Piece]], headers: set[tuple[int, int]], line: int) -> Piece:
    """One piece of a grid of cells: tabs between cells, newlines between rows, a mark over each cell."""
    marks: list[Mark] = []
    parts: list[str] = []
    place = 0
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            content = re.sub(r"[\t\n]", " ", cell.text)
            kind: MarkKind = "header" if (row, column) in headers else "cell"
            marks.append(Mark(kind, Span(place, place + len(content)), f"{row},{column}"))
            marks += [Mark(m.kind, Span(place + m.span.start, place + m.span.end), m.value) for m in cell.marks]
            end = "\t" if column + 1 < len(cells) else "\n"
            parts += [content, end]
            place += len(content) + 1
    text = "".join(parts)[:-1]
    return Piece("table", text, 0, tuple(marks), line)
