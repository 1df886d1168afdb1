"""Roles of the pieces of formats that have headings (Markdown, HTML, Word): title, lede, byline, captions.

A reader yields plain pieces; ``settled`` finds the title and puts what the front matter says around it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from editions.manuscript import asides, credits, dateline, marks, roles, signatures
from editions.manuscript.pieces import Piece
from editions.model import Role
from editions.model.runs import Author, Credit, Dated, Link, Pause, Run, Span, Strong

_KEEP = ("garder", "keep")
_QUESTION = 400
"""Letters of a question of an interview, at most."""
_HEAD = 6
"""Pieces behind a title among which who wrote and when may stand."""


def settled(pieces: Iterable[Piece], facts: dict[str, str]) -> Iterator[Piece]:
    """The pieces with their final kinds, in order; ``facts`` by kind come first.

    ``furniture`` among the facts: what becomes of the lines of the site, « garder » or ``keep``.
    """
    shown = [piece for piece in pieces if piece.text.strip() or piece.kind == "figure"]
    found = _said_once(list(marks.attached(shown)))
    if facts.get("furniture", "") not in _KEEP:
        found = asides.marked(found)
    title = _title_index(found, facts)
    for kind in ("outlet", "section"):
        if facts.get(kind):
            yield _fact(kind, facts[kind])
    yield from found[: max(title, 0)]
    if title >= 0:
        yield replace(found[title], kind="title", level=0, within=())
    elif facts.get("title"):
        yield _fact("title", facts["title"])
    for kind in ("lede", "byline", "date"):
        if facts.get(kind):
            yield _fact(kind, facts[kind])
    yield from _body(found[title + 1 :], bool(facts.get("lede")))


def _said_once(pieces: list[Piece]) -> list[Piece]:
    """Alternative texts that the caption only repeats are left out: a listener would hear the same words twice."""
    found = list(pieces)
    for index, (piece, after) in enumerate(pairwise(pieces)):
        if piece.kind == "figure" and after.kind == "caption" and after.text.startswith(piece.text):
            found[index] = replace(piece, text="", runs=_pauses(piece))
    return found


def _title_index(pieces: Sequence[Piece], facts: dict[str, str]) -> int:
    """Which piece is the title; -1 when the facts alone have it, or nothing does."""
    own = [index for index, piece in enumerate(pieces) if not piece.aside]
    headings = [(pieces[index].level, index) for index in own if pieces[index].kind == "heading"]
    if facts.get("title"):
        same = (i for _, i in headings[:1] if pieces[i].text.split() == facts["title"].split())
        return next(same, -1)
    top = [index for level, index in headings if level == 1]
    if top:
        return top[0]
    first = pieces[own[0]] if own else None
    if first and first.kind == "heading":
        return own[0]
    if first and first.kind == "paragraph" and len(own) > 1 and len(first.text) <= 220:
        return own[0] if not first.text.rstrip().endswith(".") and "\n" not in first.text else -1
    return -1


def _fact(kind: str, text: str) -> Piece:
    if kind == "date":
        text = dateline.written(text)
        return Piece("byline", text, runs=(Dated(Span(0, len(text)), text),))
    if kind == "byline":
        span = signatures.author(text)
        return Piece("byline", text, runs=(Author(span, text[span.start : span.end]),))
    kinds: dict[str, Role] = {"outlet": "outlet", "section": "section", "title": "title", "lede": "lede"}
    return Piece(kinds[kind], text)


def _body(pieces: Sequence[Piece], has_lede: bool) -> Iterator[Piece]:
    """Paragraphs that are more than that: the lede set in bold, signatures, questions, what captions a figure."""
    before: Role = "title"
    opening = True
    asked = {index for index in range(len(pieces)) if _asks(pieces, index)}
    last = max((index for index, piece in enumerate(pieces) if not piece.aside), default=-1)
    signed_at = _signed_at(pieces)
    for index, piece in enumerate(pieces):
        if piece.aside:
            yield piece
            continue
        if piece.kind == "paragraph" and index in asked and len(asked) > 1:
            piece = replace(piece, kind="question", runs=_plain(piece))
        elif piece.kind == "paragraph":
            piece = _role(piece, before, opening or index <= signed_at, has_lede, index == last)
        if piece.kind in ("paragraph", "heading") and not has_lede and before == "title" and index < signed_at:
            piece = replace(piece, kind="lede", level=0, runs=_plain(piece))
        elif piece.kind == "caption" and not any(isinstance(run, Credit) for run in piece.runs):
            piece = captioned(piece)
        if piece.kind not in ("lede", "byline", "figure", "caption"):
            opening = False
        has_lede = has_lede or piece.kind == "lede"
        yield piece
        before = piece.kind


def _signed_at(pieces: Sequence[Piece]) -> int:
    """The last line of who wrote and when, near the title; what stands before it is the head of the article."""
    found = -1
    for index, piece in enumerate(pieces[:_HEAD]):
        head = piece.kind in ("paragraph", "lede", "byline", "figure", "caption")
        if not head and not (piece.kind == "heading" and index == 0):
            break
        by = signatures.opens_as_signature(piece.text) and signatures.is_signature(piece.text)
        if piece.kind == "paragraph" and (by or dateline.is_dated(piece.text)):
            found = index
    return found


def _role(piece: Piece, before: Role, opening: bool, has_lede: bool, last: bool) -> Piece:
    text = piece.text
    bold = _is_bold(piece)
    if before == "figure" and len(text) <= 400 and (bold or credits.credit(text) or credits.is_picture(text)):
        return captioned(piece)
    if (opening or last) and (dateline.is_dated(text) or signatures.is_signature(text)):
        return signed(piece)
    if opening and not has_lede and bold and "\n" not in text:
        return replace(piece, kind="lede", runs=_plain(piece))
    return piece


def _asks(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a paragraph is a question of an interview: all in bold, and its answer is not."""
    piece, following = pieces[index], pieces[index + 1] if index + 1 < len(pieces) else None
    if piece.within or not _is_bold(piece) or not roles.is_question(piece.text) or len(piece.text) > _QUESTION:
        return False
    return following is not None and following.kind in ("paragraph", "quote", "item") and not _is_bold(following)


def _is_bold(piece: Piece) -> bool:
    whole = Span(0, len(piece.text))
    return any(isinstance(run, Strong) and run.span == whole for run in piece.runs)


def _plain(piece: Piece) -> tuple[Run, ...]:
    return tuple(run for run in piece.runs if not isinstance(run, Strong))


def _pauses(piece: Piece) -> tuple[Run, ...]:
    """The pause marks of a piece whose words are left out."""
    return tuple(replace(run, span=Span(0, 0)) for run in piece.runs if isinstance(run, Pause))


def captioned(piece: Piece) -> Piece:
    """The piece as a caption, its credit marked, its bold or italics undone."""
    span = credits.credit(piece.text) or credits.credit(piece.text, sure=False)
    return replace(piece, kind="caption", runs=(*_plain(piece), Credit(span)) if span else _plain(piece))


def signed(piece: Piece) -> Piece:
    """The piece as a byline: its author, its date marked."""
    kept = tuple(run for run in piece.runs if isinstance(run, Link | Pause))
    return replace(piece, kind="byline", runs=(*kept, *signature(piece.text)))


def signature(text: str) -> tuple[Author | Dated, ...]:
    """Who signs, and when the article appeared, as a byline says it."""
    if dateline.is_dated(text):
        return (_dated(text, 0),)
    day = dateline.split(text)
    span = signatures.author(text[:day].rstrip(" ,|•–—-\u00a0") if day else text)
    author = Author(span, text[span.start : span.end])
    return (author, _dated(text, day)) if day else (author,)


def _dated(text: str, start: int) -> Dated:
    start = next((index for index in range(start, len(text)) if text[index].isdigit()), start)
    return Dated(Span(start, len(text)), text[start:])
