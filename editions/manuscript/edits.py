"""Stretches of a piece replaced by other words, while its runs and cells keep theirs.

edited(Piece("paragraph", "le 1er mai", runs=(Raised(Span(4, 6)),)), [Edit(Span(3, 4), "premier")])
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from editions.manuscript.pieces import Piece
from editions.model.runs import Run, Span


@dataclass(frozen=True, slots=True)
class Edit:
    """Words that take the place of others."""

    span: Span
    words: str


def edited(piece: Piece, edits: Iterable[Edit], dropped: Sequence[Run] = ()) -> Piece:
    """The piece with its edits, which do not overlap, and without the dropped runs."""
    done = sorted(edits, key=lambda edit: edit.span.start)
    if not done and not dropped:
        return piece
    parts: list[str] = []
    place = 0
    for edit in done:
        parts += [piece.text[place : edit.span.start], edit.words]
        place = edit.span.end
    text = "".join((*parts, piece.text[place:]))
    kept = (replace(run, span=_moved(run.span, done)) for run in piece.runs if run not in dropped)
    cells = tuple(replace(cell, span=_moved(cell.span, done)) for cell in piece.cells)
    return replace(piece, text=text, runs=tuple(kept), cells=cells)


def _moved(span: Span, edits: Sequence[Edit]) -> Span:
    return Span(_place(span.start, edits, False), _place(span.end, edits, True))


def _place(at: int, edits: Sequence[Edit], is_end: bool) -> int:
    """Where a place is now; one inside an edit is at its beginning, or at its end for the end of a run."""
    by = 0
    for edit in edits:
        start, end = edit.span.start, edit.span.end
        if at >= end and (at > start or is_end or start < end):
            by += len(edit.words) - (end - start)
        elif start < at < end:
            return start + by + (len(edit.words) if is_end else 0)
    return at + by
