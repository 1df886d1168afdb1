"""Paragraphs of a document that are the lines of a page, made whole again.

What is copied from a PDF into Word or onto a site has a paragraph for each line, and a voice would pause at each.

    rejoined(pieces, "crue.docx", note)    # « …lundi à mardi, et », « les habitants… » are one paragraph
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from editions.manuscript.columns import Columns
from editions.manuscript.mended import Mended, name_mended
from editions.manuscript.pieces import Piece
from editions.model import Finding
from editions.model.runs import Run, Span, Strong, shifted


def rejoined(pieces: Iterable[Piece], name: str, note: Callable[[Finding], None]) -> Iterator[Piece]:
    """The pieces, in order; ``note`` hears of words that were cut at the ends of lines of the file ``name``."""
    groups = [list(group) for _, group in groupby(pieces, key=lambda piece: (_may_be_line(piece), piece.within))]
    lines = {at: _numbered(group) for at, group in enumerate(groups) if _may_be_line(group[0])}
    mended: list[Mended] = []
    columns = Columns([*lines.values()], mended)
    for at, group in enumerate(groups):
        follows = columns.following(lines[at]) if at in lines else [False] * len(group)
        yield from _whole(group, follows, columns)
    name_mended(mended, name, note)


def _may_be_line(piece: Piece) -> bool:
    return piece.kind == "paragraph" and not piece.aside and "\n" not in piece.text and bool(piece.text.strip())


def _numbered(group: Sequence[Piece]) -> list[tuple[int, str]]:
    return [(piece.line, piece.text) for piece in group]


def _whole(group: Sequence[Piece], follows: Sequence[bool], columns: Columns) -> Iterator[Piece]:
    whole = group[0]
    for above, piece, goes_on in zip(group, group[1:], follows[1:], strict=False):
        if goes_on:
            whole = _together(whole, piece, columns, above.line)
        else:
            yield whole
            whole = piece
    yield whole


def _together(whole: Piece, piece: Piece, columns: Columns, above: int) -> Piece:
    line = piece.text.strip()
    text = columns.together(whole.text, line, above)
    start = len(text) - len(line)
    before = (replace(run, span=Span(run.span.start, min(run.span.end, start))) for run in whole.runs)
    after = shifted(piece.runs, start - piece.text.index(line))
    return replace(whole, text=text, runs=_unbroken([*before, *after], text))


def _unbroken(runs: Sequence[Run], text: str) -> tuple[Run, ...]:
    """The runs; bold that goes on over the end of a line is one."""
    found: list[Run] = []
    for run in runs:
        last = found[-1] if found else None
        bold = isinstance(run, Strong) and isinstance(last, Strong)
        if last and bold and not text[last.span.end : run.span.start].strip():
            found[-1] = Strong(Span(last.span.start, run.span.end))
        else:
            found.append(run)
    return tuple(found)
