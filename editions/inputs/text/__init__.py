"""Articles pasted from a site into a ``.txt`` file.

Example: ``BFM Normandie / Normandie / (blank) / Title / (blank) / Caption / (blank) / Caption - NAME / AFP …`` gives
an outlet, a section, a title, one caption with its credit, a lede, crossheads, paragraphs, a byline. Every visible
word is kept, once; what is furniture of the site is told apart, and a line that nothing identifies is a paragraph.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from editions.errors import ArticleError
from editions.inputs.text import masthead, titles
from editions.inputs.text.body import Body, Placed
from editions.inputs.text.furnishing import furnished
from editions.inputs.text.joining import captions_once, openings_joined
from editions.inputs.text.lines import Unit, units
from editions.inputs.text.listing import listed
from editions.inputs.text.shapes import is_quantity
from editions.inputs.text.sorting import Line
from editions.inputs.text.tails import without_tail
from editions.manuscript import credits, furniture, marks, notes, octets, roles
from editions.manuscript.mended import Mended, name_mended
from editions.manuscript.patterns import FRAMED, closes
from editions.manuscript.pieces import Piece
from editions.manuscript.rich import signature
from editions.model import Cell, Finding, Role, shown
from editions.model.runs import Credit, Label, Run, Span
from editions.model.tree import Container

SUFFIXES = (".txt", ".text")

_ADDRESS = re.compile(r"\b\d{5}\b|\d\d[ .]\d\d[ .]\d\d|\b\d{4} [A-Z]")
"""A post code or a telephone."""
_FIRST = ("1", "a", "A")
"""How a list numbers its first item."""
_ABOVE = ("section", "outlet", "furniture", "filler", "date", "signed", "label")
"""Sorts that stand above a title, and are none."""


def read(path: Path, note: Callable[[Finding], None]) -> Iterator[Piece]:
    """Pieces of a pasted article; ArticleError when there is nothing to read aloud in it."""
    text = octets.text_of(path, note, printed=True)
    if not any(character.isalnum() for character in text):
        raise ArticleError("rien à prononcer : aucune lettre, aucun chiffre", "Collez-y un article.", shown(path.name))
    mended: list[Mended] = []
    yield from pieces(text, mended)
    name_mended(mended, shown(path.name), note)


def pieces(text: str, mended: list[Mended] | None = None) -> Iterator[Piece]:
    """Pieces of a clean text; ``mended`` receives the words that were cut at the end of a line."""
    text, found = marks.lone(text)
    text, foot = notes.at_foot(text)
    yield from marks.attached(marks.put_back(_pieces(text, mended), found))
    yield from foot


def _pieces(text: str, mended: list[Mended] | None) -> Iterator[Piece]:
    """Pieces of a text without marks at the ends of its lines."""
    lines = listed(captions_once(furnished(openings_joined(_sorted(_menu_apart(units(text, mended)))))))
    placed = iter(_placed([line for line in lines if not line.is_furniture]))
    begun: Container | None = None
    for index, line in enumerate(lines):
        if line.is_furniture:
            text = f"{line.unit.bullet} {line.text}".lstrip()
            yield Piece("paragraph", text, line=line.unit.line, aside=line.unit.aside or "furniture")
            continue
        role, doubt = next(placed)
        piece = replace(_piece(role, line.unit), doubt=doubt)
        if role == "item":
            begun = _list(lines, index, begun)
            piece = replace(piece, within=(begun, Container("item", str(index), label=line.unit.label)))
        yield piece


def _menu_apart(found: list[Unit]) -> list[Unit]:
    """Bullets above everything else are the page's path, no list: « - Ligue 1 », « - Résumé »."""
    end = next((index for index, unit in enumerate(found) if unit.shape != "item"), 0)
    if not all(roles.is_label(unit.text) for unit in found[:end]):
        return found
    return [*(replace(unit, shape="line") for unit in found[:end]), *found[end:]]


def _sorted(found: list[Unit]) -> list[Line]:
    """The lines with their sorts; what was taken for verse is taken apart where it holds more than verses."""
    lines: list[Line] = []
    bare = True
    for unit in found:
        line, *tail = without_tail(unit)
        lines += _apart(line, bare) if line.sort == "verse" else [line, *tail]
        bare = bare and all(known.sort in _ABOVE for known in lines[-1:])
    return lines


def _apart(line: Line, bare: bool) -> list[Line]:
    """Verses, or the lines of a group that signs, dates, credits, or has furniture; ``bare``: no title was met yet.

    Not an address: figures that are no date and no sentence say so.
    """
    unit = line.unit
    parts = [
        line
        for n, part in enumerate(unit.text.split("\n"))
        for line in without_tail(Unit(part, unit.line + n, opens=False, closes=False))
    ]
    furnishes = any(part.sort in ("furniture", "label", "link") for part in parts)
    furnishes = furnishes or sum(part.sort == "act" for part in parts) > 1
    serves = any(part.is_service or part.sort in ("name", "outlet", "box", "colon", "picture") for part in parts)
    figures = [part for part in parts if re.search(r"\d", part.text) and not closes(part.text)]
    quantities = sum(is_quantity(part.text) for part in parts)
    counted = quantities > 2 and quantities * 3 >= 2 * len(parts) and not _ADDRESS.search(unit.text)
    data = parts[0].sort == "short" and sum(part.sort == "datum" for part in parts) > 1
    apart = (
        counted
        or data
        or parts[0].sort in ("box", "caption")
        or (quantities > 1 and any(part.sort == "box" for part in parts))
    )
    whole = not (
        furnishes or apart or (serves and all(part.sort != "short" and part.sort != "head" for part in figures))
    )
    if whole and not (bare and not any(part.text.endswith(",") for part in parts)):
        return [line]
    parts[0] = replace(parts[0], unit=replace(parts[0].unit, opens=unit.opens))
    parts[-1] = replace(parts[-1], unit=replace(parts[-1].unit, closes=unit.closes))
    return parts


def _placed(lines: Sequence[Line]) -> Iterator[Placed]:
    """The roles of the lines of the article, with their doubts."""
    title = titles.title_index(lines)
    yield from masthead.above_title(lines[: max(title, 0)])
    if title >= 0:
        yield "title", ""
    yield from Body(lines[title + 1 :]).placed()


def _list(lines: Sequence[Line], index: int, begun: Container | None) -> Container:
    """The list of an item: that of the item just above, unless only one of them has numbers, or they start anew."""
    unit, above = lines[index].unit, lines[index - 1].unit if index else None
    follows = above is not None and above.shape == "item" and bool(above.label) == bool(unit.label)
    if begun and follows and unit.label.rstrip(".)°") not in _FIRST:
        return begun
    return Container("list", str(index), ordered=bool(unit.label))


def _piece(kind: Role, unit: Unit) -> Piece:
    text = _unbarred(unit.text) if kind in ("title", "section", "outlet", "heading") else unit.text
    text = furniture.released(text)
    piece = Piece(kind, text, 2 if kind == "heading" else 0, line=unit.line)
    if unit.label:
        return _with(piece, Label(Span(0, len(unit.label))))
    if kind == "table":
        return replace(piece, cells=tuple(_cells(text)))
    if kind == "caption":
        span = credits.credit(text) or credits.credit(text, sure=False) or Span(unit.credit or len(text), len(text))
        return _with(piece, Credit(span)) if span.start < span.end else piece
    return _with(piece, *signature(text)) if kind == "byline" else piece


def _unbarred(text: str) -> str:
    """A heading without the bar behind it, or the dashes around it, that parted it from the rest of the page."""
    framed = FRAMED.match(text)
    if framed:
        return framed["text"]
    return text.rstrip(" \u00a0|") if text.rstrip().endswith("|") else text


def _with(piece: Piece, *runs: Run) -> Piece:
    return replace(piece, runs=(*piece.runs, *runs))


def _cells(text: str) -> Iterator[Cell]:
    """The cells of a tab-separated table; the first row is not known to be a header."""
    start = 0
    for row, line in enumerate(text.split("\n")):
        for column, cell in enumerate(line.split("\t")):
            yield Cell(Span(start, start + len(cell)), row, column)
            start += len(cell) + 1
