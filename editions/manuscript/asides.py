"""What stands aside of an article: furniture of its site among the pieces of any format, told and listed.

In formats that have headings (Markdown, HTML, Word) only what is sure by its own words, and the links below « À lire
aussi », is set aside; a word that may be a crosshead only where other furniture stands beside it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from editions.manuscript import addressed, dateline, furniture
from editions.manuscript.furniture import DOUBT, LIKELY, SURE, Sight
from editions.manuscript.pieces import Piece
from editions.model import Finding, LeftOut
from editions.model.runs import shifted

AROUND = "around"
"""Why a line stands aside that is around the article of a page, in menus and other articles: it is never kept."""
_KINDS = ("paragraph", "heading", "item")
_LONGEST_LINK = 200


def marked(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, furniture with the reason why it stands aside, doubtful lines with their doubt."""
    seen = [_sight(piece) for piece in pieces]
    aside = {index for index, sight in enumerate(seen) if sight.kind in ("button", "link") and sight.confidence >= SURE}
    for index, sight in enumerate(seen):
        if sight.kind == "label" and sight.confidence >= SURE:
            aside |= {index, *_links(pieces, index)}
    near = {n for n, sight in enumerate(seen) if sight.kind in ("button", "filler") and {n - 1, n + 1} & aside}
    aside |= {n for n in near if not _goes_on(pieces, n, aside)}
    return [_told(piece, seen[index], index in aside) for index, piece in enumerate(pieces)]


def left_out(pieces: Iterable[Piece]) -> Iterator[LeftOut]:
    """The pieces that are neither printed nor said, each with its place among the others."""
    before = 0
    for piece in pieces:
        if piece.aside:
            why = "furniture" if piece.aside == AROUND else piece.aside
            yield LeftOut(" ".join(piece.text.split()), why, piece.line, before)
        before += not piece.aside


def doubts(pieces: Iterable[Piece], name: str) -> Iterator[Finding]:
    """A finding for each piece that may be something else than what it was taken for."""
    for piece in pieces:
        place = f"{name}:{piece.line}" if piece.line else name
        text = " ".join(piece.text.split())[:80]
        if piece.doubt == "furniture":
            message = f"« {text} » : de l'article, ou du site ? La ligne est gardée"
            yield Finding("role-furniture", place, message, "Effacez-la si elle n'est pas de l'article.", advice=True)
        elif piece.doubt == "caption":
            message = f"« {text} » : pris pour une légende sans crédit"
            hint = "Si c'est une légende, ajoutez-y son crédit (« © … ») ; sinon, placez-la sous le chapeau."
            yield Finding("role-caption", place, message, hint, advice=True)


def _sight(piece: Piece) -> Sight:
    told = any(container.kind in ("quotation", "note", "table") for container in piece.within)
    if piece.kind not in _KINDS or told or (piece.kind == "heading" and piece.level == 1):
        return Sight("")
    if furniture.is_kept(piece.text) or dateline.kind(piece.text):
        return Sight("")
    seen = furniture.sight(piece.text)
    if piece.kind == "item" and " " not in piece.text:
        return seen._replace(confidence=min(seen.confidence, LIKELY))  # « Facebook » may be one of a list
    return seen


def _goes_on(pieces: Sequence[Piece], index: int, aside: set[int]) -> bool:
    """Whether a sentence of its own stands below text: « Merci. » above « Partager »."""
    below = index > 0 and index - 1 not in aside
    return below and pieces[index].kind == "paragraph" and addressed.is_told(pieces[index].text.rstrip())


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
