"""Furniture of a site among the pieces of formats that have headings (Markdown, HTML, Word).

Only what is sure by its own words, and the links below « À lire aussi », is set aside; a word that may be a crosshead
only where other furniture stands beside it.
"""

from collections.abc import Sequence
from dataclasses import replace

from editions.manuscript import dateline, furniture
from editions.manuscript.furniture import DOUBT, SURE, Sight
from editions.manuscript.pieces import Piece
from editions.model.runs import shifted

_KINDS = ("paragraph", "heading", "item")
_LONGEST_LINK = 200


def marked(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, furniture with the reason why it stands aside, doubtful lines with their doubt."""
    seen = [_sight(piece) for piece in pieces]
    aside = {index for index, sight in enumerate(seen) if sight.kind in ("button", "link") and sight.confidence >= SURE}
    for index, sight in enumerate(seen):
        if sight.kind == "label" and sight.confidence >= SURE:
            aside |= {index, *_links(pieces, index)}
    aside |= {n for n, sight in enumerate(seen) if sight.kind in ("button", "filler") and {n - 1, n + 1} & aside}
    return [_told(piece, seen[index], index in aside) for index, piece in enumerate(pieces)]


def _sight(piece: Piece) -> Sight:
    told = any(container.kind in ("quotation", "note", "table") for container in piece.within)
    if piece.kind not in _KINDS or told or (piece.kind == "heading" and piece.level == 1):
        return Sight("")
    if furniture.is_kept(piece.text) or dateline.kind(piece.text):
        return Sight("")
    return furniture.sight(piece.text)


def _links(pieces: Sequence[Piece], label: int) -> list[int]:
    """The link below a label, or the items of the list below it."""
    found: list[int] = []
    for index in range(label + 1, len(pieces)):
        piece = pieces[index]
        links = piece.kind in ("paragraph", "item") and not piece.text.rstrip().endswith(".")
        if not links or len(piece.text) > _LONGEST_LINK or (found and piece.kind != "item"):
            break
        found.append(index)
    return found


def _told(piece: Piece, sight: Sight, aside: bool) -> Piece:
    if furniture.is_kept(piece.text):
        text = furniture.released(piece.text)
        return replace(piece, text=text, runs=shifted(piece.runs, len(text) - len(piece.text)))
    if aside:
        return replace(piece, aside="furniture")
    doubtful = sight.kind in ("button", "label", "link") and sight.confidence >= DOUBT and piece.kind != "heading"
    return replace(piece, doubt="furniture") if doubtful else piece
