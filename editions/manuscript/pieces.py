"""What an input format yields: a flat stream of pieces, each one block before it has an id and sentences.

A piece says which lists, quotations and notes it stands in, so that nothing nests while an article is read: bottomless
markup is harmless, and ``model.tree.grown`` makes the tree afterwards.

    nest = Nest()
    nest.open("list", ordered=True)
    nest.open("item", label="1.")
    Piece("item", "1. un", runs=(Label(Span(0, 2)),), within=nest.within)
"""

from dataclasses import dataclass, replace

from editions.model import Cell, Role
from editions.model.runs import Label, Run, Span, shifted
from editions.model.tree import Container, Kind

_DEEPEST = 60
"""Containers around a piece, that is thirty lists; beyond it one more changes nothing."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One block of an article. For a figure the text is the alternative text."""

    kind: Role
    text: str
    level: int = 0
    """Of headings: as the article has it, 1 at the top; 0 for the others."""
    runs: tuple[Run, ...] = ()
    line: int = 0
    """Line of the source file, from 1, for messages; 0 when unknown."""
    within: tuple[Container, ...] = ()
    """What it stands in, outermost first: pieces that follow one another share what their beginnings have in common."""
    cells: tuple[Cell, ...] = ()
    """Of a table: tabs stand between the cells of a row, newlines between rows."""
    picture: str = ""
    """Of a figure: the picture's file, as written in the article."""
    content: bytes = b""
    """Of a figure whose picture came inside the article's file: its bytes; ``picture`` is then only its name."""
    aside: str = ""
    """Why it is neither printed nor said: ``furniture`` of a site, a ``running-head``; empty for the article's own."""
    doubt: str = ""
    """What it may be instead, for the editor: ``furniture``, ``caption``…; empty when it is sure."""


class Nest:
    """The containers that are open while an article is read."""

    def __init__(self) -> None:
        self._open: list[Container] = []
        self._beyond = 0
        """How many are open that were too deep to be kept."""
        self._count = 0

    @property
    def within(self) -> tuple[Container, ...]:
        """What the next piece stands in: what is between two items of a list is not in the list."""
        kept = len(self._open)
        while kept and self._open[kept - 1].kind == "list":
            kept -= 1
        return tuple(self._open[:kept])

    def open(self, kind: Kind, *, ordered: bool = False, label: str = "", key: str = "") -> None:
        """A container opens in the innermost one."""
        if len(self._open) >= _DEEPEST:
            self._beyond += kind != "item"
            return
        self._count += 1
        self._open.append(Container(kind, key or str(self._count), ordered, label))

    def close(self, kind: Kind, inside: Kind | None = None) -> None:
        """The innermost container of that kind closes, with all in it; none when there is none ``inside`` another."""
        if self._beyond:
            self._beyond -= kind != "item"
            return
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place].kind == kind:
                del self._open[place:]
                return
            if self._open[place].kind == inside:
                return

    def depth(self, kind: Kind) -> int:
        """How many of a kind are open."""
        return sum(container.kind == kind for container in self._open)


def labelled(piece: Piece, label: str) -> Piece:
    """An item or a note with its number in the text."""
    runs = (Label(Span(0, len(label))), *shifted(piece.runs, len(label) + 1))
    return replace(piece, text=f"{label} {piece.text}", runs=runs)
