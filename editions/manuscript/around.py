"""What the paragraphs of a Word document stand in: Word marks each paragraph, and leaves the rest to the eye.

Items of one list and level are one list, quoted paragraphs that follow one another one quotation.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from editions.manuscript.pieces import Nest, Piece
from editions.model import Role
from editions.model.tree import Container


class Around:
    """The containers around the paragraph that is being read."""

    def __init__(self) -> None:
        self._nest = Nest()
        self._lists: list[tuple[str, int]] = []
        """Id and level of each open list."""

    @property
    def within(self) -> tuple[Container, ...]:
        """What the paragraph stands in."""
        return self._nest.within

    @property
    def in_note(self) -> bool:
        """Whether a note is open."""
        return self._nest.depth("note") > 0

    def place(self, kind: Role, list_id: str, level: int, label: str) -> None:
        """A paragraph comes: it stands in what the one before it stands in, or in something else."""
        if kind != "item":
            self._end_lists(0)
        if kind != "quote":
            self._nest.close("quotation")
        elif not self._nest.depth("quotation"):
            self._nest.open("quotation")
        if kind == "item":
            self._place_item((list_id, level), label)

    def _place_item(self, place: tuple[str, int], label: str) -> None:
        kept = len(self._lists)
        while kept and self._lists[kept - 1][1] >= place[1] and self._lists[kept - 1] != place:
            kept -= 1
        self._end_lists(kept)
        if self._lists and self._lists[-1] == place:
            self._nest.close("item", inside="list")
        else:
            self._lists.append(place)
            self._nest.open("list", ordered=bool(label))
        self._nest.open("item", label=label)

    def begin_note(self, key: str, label: str) -> None:
        """A note opens."""
        self.end()
        self._nest.open("note", key=key, label=label)

    def end_note(self) -> None:
        """A note closes."""
        self.end()
        self._nest.close("note")

    def end(self) -> None:
        """Lists and quotations end: a table comes, or a note."""
        self._end_lists(0)
        self._nest.close("quotation")

    def _end_lists(self, kept: int) -> None:
        for _ in self._lists[kept:]:
            self._nest.close("list")
        del self._lists[kept:]


def captioned(found: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces, each table and each picture with its caption, above or below: that of a picture comes behind it."""
    pieces = list(found)
    for at in range(len(pieces) - 1):
        alone = (at == 0 or pieces[at - 1].kind != "figure") and pieces[at].kind == "caption"
        below = pieces[at + 2].kind if at + 2 < len(pieces) else "paragraph"
        if alone and pieces[at + 1].kind == "figure" and below != "caption":
            pieces[at], pieces[at + 1] = pieces[at + 1], pieces[at]
    return _tables_captioned(pieces)


def _tables_captioned(found: Sequence[Piece]) -> Iterator[Piece]:
    """Each table with the caption above it, unless that is the caption of a picture."""
    around: tuple[Container, ...] = ()
    for index, piece in enumerate(found):
        pictured = index > 0 and found[index - 1].kind == "figure"
        below = found[index + 1] if index + 1 < len(found) else None
        if piece.kind == "caption" and below and below.kind == "table" and not pictured:
            around = (*below.within, Container("table", str(index)))
            yield replace(piece, within=around)
        else:
            yield replace(piece, within=around) if around else piece
            around = ()
