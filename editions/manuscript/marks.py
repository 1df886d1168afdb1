"""Marks of a pause: ``[pause 2s]`` in a text, a line ``***`` between two paragraphs. Heard, never shown.

attached([Piece("paragraph", "Un. [pause 2s] Deux."), Piece("paragraph", "***"), …])
→ Piece("paragraph", "Un. Deux.", runs=(Pause(Span(4, 4), 2.0), Pause(Span(9, 9), 0.0))), …
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from editions.manuscript.pieces import Piece
from editions.model.runs import Pause, Span

LONGEST = 60
"""Seconds that a mark may ask for."""
SEPARATOR = "***"
_MARK = r"\[pause[ \u00a0\u202f]+(\d{1,2}(?:[.,]\d{1,3})?)[ \u00a0\u202f]?s(?:ec|econdes?)?\]"
_MARKS = re.compile(_MARK, re.IGNORECASE)
_LONE = re.compile(rf"[ \t]*(?:{_MARK}[ \t]*)+$", re.IGNORECASE)
_AT_END = re.compile(rf"(?:[ \t]*{_MARK})+[ \t]*$", re.IGNORECASE)
_AT_START = re.compile(rf"[ \t]*(?:{_MARK}[ \t]*)+", re.IGNORECASE)
_SEPARATES = re.compile(r"[ \t]*\*(?:[ \t]*\*){2,}[ \t]*$")
_MEANT = re.compile(r"\[pause[^\]\w]*\d[^\]\n]{0,20}\]", re.IGNORECASE)
_KINDS = ("paragraph", "item", "quote", "heading")
"""What may be a mark and nothing else."""


def attached(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces, marks as runs; what is nothing but marks belongs to the end of the piece before it.

    Behind a note, which may be heard elsewhere, it belongs to the beginning of the next piece.
    """
    waiting: list[float] = []
    last: Piece | None = None
    for found in pieces:
        if found.kind in _KINDS and _SEPARATES.match(found.text):
            piece, marks = replace(found, text=""), [0.0]
        else:
            piece = found if found.kind == "code" else _cut(found)
            marks = [run.seconds for run in piece.runs if isinstance(run, Pause)]
        if marks and not piece.text.strip() and piece.kind in _KINDS:
            if last and last.kind != "note":
                last = _paused(last, marks, len(last.text))
            else:
                waiting += marks
            continue
        if last:
            yield last
        last, waiting = _paused(piece, waiting, 0), []
    if last:
        yield _paused(last, waiting, len(last.text))


def lone(text: str) -> tuple[str, list[tuple[int, str]]]:
    """A plain text without the marks at the ends of its lines, each with the number of the line that it follows."""
    found: list[tuple[int, str]] = []
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if _SEPARATES.match(line):
            found.append((number, SEPARATOR))
        elif "[" in line and _LONE.match(line):
            found.append((number, line.strip()))
            lines[number - 1] = ""
        elif "[" in line:
            if before := _AT_START.match(line):
                found.append((number - 1, before[0].strip()))
                line = line[before.end() :]
            if after := _AT_END.search(line):
                found.append((number, after[0].strip()))
                line = line[: after.start()]
            lines[number - 1] = line
    return "\n".join(lines), found


def put_back(pieces: Iterable[Piece], marks: list[tuple[int, str]]) -> Iterator[Piece]:
    """The pieces of a plain text and its marks, as pieces of their own, in the order of their lines."""
    waiting = list(marks)
    for piece in pieces:
        while waiting and waiting[0][0] < piece.line:
            yield Piece("paragraph", waiting.pop(0)[1])
        yield piece
    yield from (Piece("paragraph", mark) for _, mark in waiting)


def misspelled(text: str) -> tuple[str, ...]:
    """What is left in a text and was surely meant as a mark."""
    return tuple(match[0] for match in _MEANT.finditer(text))


def _paused(piece: Piece, marks: list[float], place: int) -> Piece:
    runs = tuple(Pause(Span(place, place), seconds) for seconds in marks)
    return replace(piece, runs=(*piece.runs, *runs)) if runs else piece


def _cut(piece: Piece) -> Piece:
    """A piece without its marks, each with one of the blanks around it; all else keeps its place."""
    found = [match for match in _MARKS.finditer(piece.text) if 0 < _seconds(match[1]) <= LONGEST]
    if not found:
        return piece
    cuts = [_blanks(piece.text, *match.span()) for match in found]
    runs = tuple(replace(run, span=_moved(run.span, cuts)) for run in piece.runs)
    cells = tuple(replace(cell, span=_moved(cell.span, cuts)) for cell in piece.cells)
    pauses = (
        Pause(_moved(Span(start, start), cuts), _seconds(match[1]))
        for match, (start, _) in zip(found, cuts, strict=True)
    )
    text, place = [], 0
    for start, end in cuts:
        text.append(piece.text[place:start])
        place = end
    return replace(piece, text="".join((*text, piece.text[place:])), runs=(*runs, *pauses), cells=cells)


def _seconds(written: str) -> float:
    return float(written.replace(",", "."))


def _blanks(text: str, start: int, end: int) -> tuple[int, int]:
    """A mark with the blanks that would stand beside others, or at an end, without it."""
    before = start - len(text[:start].rstrip(" \u00a0"))
    after = len(text[end:]) - len(text[end:].lstrip(" \u00a0"))
    at_end = end + after == len(text) or text[end + after] in "\t\n.,…)"
    if at_end:
        return start - before, end + after
    return start, end + (after if before or start == 0 or text[start - 1] in "\t\n" else 0)


def _moved(span: Span, cuts: list[tuple[int, int]]) -> Span:
    def place(at: int) -> int:
        return at - sum(min(at, end) - start for start, end in cuts if start < at)

    return Span(place(span.start), place(span.end))
