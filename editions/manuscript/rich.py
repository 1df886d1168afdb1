"""Roles of the pieces of formats that have headings (Markdown, HTML, Word): title, lede, byline, captions.

A reader yields plain pieces, headings with the level they were given; ``settled`` finds the title, puts what the
front matter says around it, and makes the levels follow one another.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from editions.manuscript import roles
from editions.model import BlockKind, Mark, Piece, Span

_DEEPEST = 3


def settled(pieces: Iterable[Piece], facts: dict[str, str]) -> Iterator[Piece]:
    """The pieces with their final kinds and levels, in order; ``facts`` by kind come first."""
    found = _said_once([piece for piece in pieces if piece.text.strip() or piece.kind == "figure"])
    title = _title_index(found, facts)
    for kind in ("outlet", "section"):
        if facts.get(kind):
            yield _fact(kind, facts[kind])
    yield from found[: max(title, 0)]
    if title >= 0:
        yield replace(found[title], kind="title", level=0)
    elif facts.get("title"):
        yield _fact("title", facts["title"])
    for kind in ("lede", "byline", "date"):
        if facts.get(kind):
            yield _fact(kind, facts[kind])
    yield from _levelled(_body(found[title + 1 :], bool(facts.get("lede"))))


def _said_once(pieces: list[Piece]) -> list[Piece]:
    """Alternative texts that the caption only repeats are left out: a listener would hear the same words twice."""
    found = list(pieces)
    for index, (piece, after) in enumerate(pairwise(pieces)):
        if piece.kind == "figure" and after.kind == "caption" and after.text.startswith(piece.text):
            found[index] = replace(piece, text="", marks=tuple(replace(m, span=Span(0, 0)) for m in piece.marks))
    return found


def _title_index(pieces: Sequence[Piece], facts: dict[str, str]) -> int:
    """Which piece is the title; -1 when the facts alone have it, or nothing does."""
    headings = [(piece.level, index) for index, piece in enumerate(pieces) if piece.kind == "heading"]
    if facts.get("title"):
        same = (i for _, i in headings[:1] if pieces[i].text.split() == facts["title"].split())
        return next(same, -1)
    top = [index for level, index in headings if level == 1]
    if top:
        return top[0]
    first = pieces[0] if pieces else None
    if first and first.kind == "heading":
        return 0
    if first and first.kind == "paragraph" and len(pieces) > 1 and len(first.text) <= 220:
        return 0 if not first.text.rstrip().endswith(".") and "\n" not in first.text else -1
    return -1


def _fact(kind: str, text: str) -> Piece:
    whole = Span(0, len(text))
    if kind == "date":
        return Piece("byline", text, marks=(Mark("date", whole, text),))
    if kind == "byline":
        span = roles.author(text)
        return Piece("byline", text, marks=(Mark("author", span, text[span.start : span.end]),))
    kinds: dict[str, BlockKind] = {"outlet": "outlet", "section": "section", "title": "title", "lede": "lede"}
    return Piece(kinds[kind], text)


def _body(pieces: Sequence[Piece], has_lede: bool) -> Iterator[Piece]:
    """Paragraphs that are more than that: the lede set in bold, signatures, what captions a figure."""
    before: BlockKind = "title"
    opening = not has_lede
    for index, piece in enumerate(pieces):
        if piece.kind == "paragraph":
            piece = _role(piece, before, opening, index + 1 == len(pieces))
        elif piece.kind == "caption" and not any(mark.kind == "credit" for mark in piece.marks):
            piece = captioned(piece)
        if piece.kind not in ("byline", "figure", "caption"):
            opening = False
        yield piece
        before = piece.kind


def _role(piece: Piece, before: BlockKind, opening: bool, last: bool) -> Piece:
    text = piece.text
    bold = any(mark.kind == "strong" and mark.span == Span(0, len(text)) for mark in piece.marks)
    if before == "figure" and len(text) <= 400 and (bold or roles.credit(text) or roles.is_picture(text)):
        return captioned(piece)
    if (opening or last) and (roles.is_dated(text) or roles.is_signature(text)):
        return signed(piece)
    if opening and bold and "\n" not in text:
        return replace(piece, kind="lede", marks=tuple(mark for mark in piece.marks if mark.kind != "strong"))
    return piece


def captioned(piece: Piece) -> Piece:
    """The piece as a caption, its credit marked, its bold or italics undone."""
    marks = tuple(mark for mark in piece.marks if mark.kind != "strong")
    span = roles.credit(piece.text) or roles.credit(piece.text, sure=False)
    return replace(piece, kind="caption", marks=(*marks, Mark("credit", span)) if span else marks)


def signed(piece: Piece) -> Piece:
    """The piece as a byline: its author or its date marked."""
    text = piece.text
    marks = tuple(mark for mark in piece.marks if mark.kind == "link")
    if roles.is_dated(text):
        start = next((index for index, character in enumerate(text) if character.isdigit()), 0)
        return replace(piece, kind="byline", marks=(*marks, Mark("date", Span(start, len(text)), text[start:])))
    span = roles.author(text)
    return replace(piece, kind="byline", marks=(*marks, Mark("author", span, text[span.start : span.end])))


def _levelled(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Headings from 2 to 3, never skipping a level: what tables of contents and PDF/UA ask for."""
    depth = 1
    for piece in pieces:
        if piece.kind == "heading":
            depth = min(max(2, piece.level), depth + 1, _DEEPEST)
            piece = replace(piece, level=depth)
        yield piece
