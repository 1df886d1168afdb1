"""Notes as they are typed: ``[1]``, ``(1)``, ``¹``, ``*`` behind a word, and a line at the foot that begins with it.

    linked([Piece("paragraph", "Le maire[1] a parlé."), Piece("paragraph", "[1] Élu en 2020.")], "une.txt", note)
    → Piece("paragraph", …, runs=(NoteCall(Span(8, 11), "typed-[1]"),)), Piece("note", …, runs=(Label(Span(0, 3)),))

Formats that have notes (Word, Markdown) bring their own runs, which stay. A sign in round brackets, a raised figure or
a star calls a note only when there is one at the foot; ``[1]`` set against a word is a call anyway.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from editions.manuscript import feet
from editions.manuscript.feet import Foot
from editions.manuscript.pieces import Piece
from editions.model import Finding, Role
from editions.model.runs import Label, NoteCall, Raised, Run, Span
from editions.model.tree import Container

_SURE = re.compile(r"\[(?:note[ \u00a0]|n\.[ \u00a0]?)?\d{1,3}\]", re.I)
"""What calls a note even if there is none, set against a word."""
_SUCCESSIVE = re.compile(r"(?<=[.!?…»)])\s+(?=\[(\d{1,3})\]\s)|\n(?=\s*(?:\[\d{1,3}\]|\(\d{1,2}\)|[¹²³⁴-⁹*†])\s?)")
"""Where the next note begins in a paragraph of several."""
_KINDS: tuple[Role, ...] = ("paragraph", "item", "quote", "caption", "lede", "heading", "byline")
"""What may turn out to be a note."""


def linked(pieces: Sequence[Piece], name: str, note: Callable[[Finding], None]) -> list[Piece]:
    """The pieces with typed notes and their calls marked; ``note`` hears of calls without a note."""
    made = [part for piece in pieces for part in _apart(piece)]
    found = feet.feet([line for piece in made for line in (_line(piece), "")])
    if found:
        made = [_noted(piece, found[2 * at]) if 2 * at in found else piece for at, piece in enumerate(made)]
    else:
        made = list(pieces)
    signs = dict(_signs(made))
    made = [_calling(piece, signs) for piece in made]
    _name_lost(made, name, note)
    return made


def at_foot(text: str) -> tuple[str, list[Piece]]:
    """A plain text with blank lines for the notes at its foot, and these notes as pieces."""
    lines = text.split("\n")
    starts = feet.feet(lines)
    found: list[Piece] = []
    for number, foot in sorted(starts.items()):
        end = number + 1
        while end < len(lines) and end not in starts and feet.goes_on(lines, end):
            end += 1
        words = " ".join(" ".join(lines[number:end]).split())
        found.append(_noted(Piece("paragraph", words, line=number + 1), foot))
    return _blanked(lines, starts), found


def _blanked(lines: list[str], starts: Mapping[int, Foot]) -> str:
    kept, inside = [], False
    for number, line in enumerate(lines):
        inside = number in starts or (inside and feet.goes_on(lines, number))
        kept.append("" if inside else line)
    return "\n".join(kept)


def _line(piece: Piece) -> str:
    """A piece as a line among which the notes are looked for."""
    return piece.text.replace("\n", " ") if piece.kind in _KINDS and not _in_note(piece) else "\0"


def _in_note(piece: Piece) -> bool:
    return any(container.kind == "note" for container in piece.within)


def _apart(piece: Piece) -> Iterator[Piece]:
    """A paragraph that is several notes, cut where each begins."""
    if piece.kind not in _KINDS or feet.foot(piece.text) is None or _in_note(piece):
        yield piece
        return
    place = 0
    for match in _SUCCESSIVE.finditer(piece.text):
        yield _part(piece, place, match.start())
        place = match.end()
    yield _part(piece, place, len(piece.text))


def _part(piece: Piece, start: int, end: int) -> Piece:
    runs = tuple(
        replace(run, span=Span(max(run.span.start, start) - start, min(run.span.end, end) - start))
        for run in piece.runs
        if run.span.start < end and run.span.end > start
    )
    return replace(piece, text=piece.text[start:end], runs=runs)


def _noted(piece: Piece, foot: Foot) -> Piece:
    """A piece as a note, its sign as its label."""
    text = piece.text.lstrip()
    cut = len(piece.text) - len(text)
    kept = tuple(run for run in _part(piece, cut, len(piece.text)).runs if not isinstance(run, Label | Raised))
    around = Container("note", f"typed-{foot.sign}", label=foot.label)
    runs: tuple[Run, ...] = (Label(Span(0, len(foot.label))), *kept)
    return replace(piece, kind="note", text=text, level=0, runs=runs, within=(around,))


def _calling(piece: Piece, signs: Mapping[str, str]) -> Piece:
    """A piece with the calls in it marked."""
    if piece.kind == "code" or not (piece.text and any(mark in piece.text for mark in "[(*†⁰¹²³⁴⁵⁶⁷⁸⁹")):
        return piece
    label = next((run.span.end for run in piece.runs if isinstance(run, Label) and run.span.start == 0), 0)
    taken = [run.span for run in piece.runs if isinstance(run, NoteCall)]
    made: list[Run] = []
    for match in feet.calls(piece.text):
        span = Span(*match.span("sign"))
        key = _key(match["sign"], signs)
        sure = not match["blank"] and _SURE.fullmatch(match["sign"])
        if (key or sure) and span.start >= label and not any(span.overlaps(other) for other in taken):
            made.append(NoteCall(span, key))
    return replace(piece, runs=(*piece.runs, *made)) if made else piece


def _signs(pieces: Sequence[Piece]) -> Iterator[tuple[str, str]]:
    """The sign of each note and its key, whatever its format."""
    for piece in pieces:
        key = next((container.key for container in piece.within if container.kind == "note"), "")
        label = next((run.span.end for run in piece.runs if isinstance(run, Label) and run.span.start == 0), 0)
        if key and (foot := feet.foot(f"{piece.text[:label]} .", numbered=True)):
            yield foot.sign, key


def _key(sign: str, signs: Mapping[str, str]) -> str:
    """The key of the note with that sign, or else of the only one with that number; empty without one."""
    if sign in signs or sign[0] in "*†":
        return signs.get(sign, "")
    may_be = [other for other in signs if sign[0] != "(" or other.isdigit()]
    same = {signs[other] for other in may_be if feet.bare(other) == feet.bare(sign)}
    return same.pop() if len(same) == 1 else ""


def _name_lost(pieces: Sequence[Piece], name: str, note: Callable[[Finding], None]) -> None:
    """One finding for the calls that lead to no note."""
    keys = {container.key for piece in pieces for container in piece.within if container.kind == "note"}
    lost = [
        (piece.text[run.span.start : run.span.end], piece.line)
        for piece in pieces
        for run in piece.runs
        if isinstance(run, NoteCall) and run.note not in keys
    ]
    if lost:
        signs = list(dict.fromkeys(sign for sign, _ in lost))
        shown = ", ".join(signs[:5]) + ("…" if len(signs) > 5 else "")
        place = f"{name}:{lost[0][1]}" if lost[0][1] else name
        message = f"appel de note sans sa note, imprimé mais non dit : {shown}"
        hint = f"Collez la note au pied de l'article (« {signs[0]} Le texte de la note. »), ou effacez l'appel."
        note(Finding("note-missing", place, message, hint))
