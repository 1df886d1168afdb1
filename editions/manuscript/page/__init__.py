"""A page of HTML read as an article: its pieces, its title, what was left out of it.

    saved = read("<main><h1>Le lac</h1><p>Il rouvre.</p></main>")
    saved.pieces, saved.title, saved.left_out

``elements`` nests its tags, ``styles`` and ``parts`` say what is seen, ``article`` where it is, ``walk`` makes pieces.
"""

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace

from editions.manuscript.page import facts
from editions.manuscript.page.elements import KNOWN, Element, Outline, outline
from editions.manuscript.page.parts import Fate, all_of, judged, seen_alone
from editions.manuscript.page.styles import Sheet
from editions.manuscript.page.tags import tags
from editions.manuscript.page.walk import Walk
from editions.manuscript.pieces import Piece
from editions.model.runs import Link

_FIRST = 12
"""Pieces among which a title may stand that no ``h1`` tells."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What a page holds."""

    pieces: list[Piece]
    title: str
    """As the head of the page has it, without the name of the site; empty when the article has a first heading."""
    left_out: list[str]
    """Lines of menus, of other articles."""
    hidden: list[str]
    """Lines that the page hides."""
    struck: list[str]
    """Words that the article strikes out."""


def read(text: str, *, xml: bool = False, sheets: Iterable[str] = ()) -> Saved:
    """The article of a page; ``sheets``: style sheets that are not in it."""
    with _uncollected():
        return _read(outline(text, xml), sheets)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Nothing of a page refers back to what refers to it: looking for such circles again and again takes a tenth."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _read(page: Outline, sheets: Iterable[str]) -> Saved:
    own = [page.words(n) for n, element in enumerate(page.elements) if element.name == "style"]
    found = judged(page, Sheet([*sheets, *own]))
    walk = Walk(page, found)
    walk.read()
    title, sure = facts.title(page)
    pieces = _titled(walk, title) if found.title < 0 else walk.pieces
    headed = not sure and pieces[:1] != [] and pieces[0].kind == "heading"
    headed = headed or any(piece.kind == "heading" and piece.level == 1 for piece in pieces)
    return Saved(pieces, "" if headed else title, walk.left.seen, walk.left.hidden, walk.words.struck)


def fragment(text: str) -> Saved:
    """A stretch of HTML inside another text: all that it shows, its headings as they are."""
    page = outline(text)
    walk = Walk(page, all_of(page, Sheet([])))
    walk.read()
    return Saved(walk.pieces, "", walk.left.seen, walk.left.hidden, walk.words.struck)


def begins_with_html(text: str) -> bool:
    """Whether a stretch of a text begins with a tag of HTML, a comment or a declaration."""
    first = next(iter(tags(text.lstrip())), None)
    return first is None or (first.kind != "text" and first.name in KNOWN) or text.lstrip().startswith(("<!", "<?"))


def attributes(tag: str) -> Mapping[str, str]:
    """The attributes of one start tag."""
    return next((found.given for found in tags(tag) if found.kind == "start"), {})


def hides(name: str, given: Mapping[str, str]) -> bool:
    """Whether an element, by its name and attributes alone, shows nothing of its words."""
    return seen_alone(Element(name, given, -1, 0, classes=tuple(given.get("class", "").split()))) is not Fate.KEPT


def _titled(walk: Walk, title: str) -> list[Piece]:
    """The title marked as one where another heading, or a first line, has its words; links above it are a menu."""
    names = {" ".join(name.casefold().split()) for name in facts.parts_of(title)} - {""}
    for place, piece in enumerate(walk.pieces[:_FIRST]):
        if piece.kind in ("heading", "paragraph") and " ".join(piece.text.casefold().split()) in names:
            above = [above for above in walk.pieces[:place] if not _is_menu(above)]
            walk.left.seen[:0] = [piece.text for piece in walk.pieces[:place] if _is_menu(piece)]
            return [*above, replace(piece, kind="heading", level=1, runs=()), *walk.pieces[place + 1 :]]
    return walk.pieces


def _is_menu(piece: Piece) -> bool:
    """Whether all the words of a piece are links."""
    linked = "".join(piece.text[run.span.start : run.span.end] for run in piece.runs if isinstance(run, Link))
    return bool(linked) and len("".join(linked.split())) == len("".join(piece.text.split()))


__all__ = ["KNOWN", "Saved", "attributes", "begins_with_html", "fragment", "hides", "read"]
