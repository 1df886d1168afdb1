"""What the class, the identifier and the role of an element say about it; the words are in ``page_parts.tsv``."""

import re
from dataclasses import replace
from functools import cache

from editions import tables
from editions.manuscript import rich, roles
from editions.manuscript.page.elements import Element, names
from editions.manuscript.pieces import Piece

_LONGEST_BYLINE = 110


@cache
def _words(role: str) -> tuple[frozenset[str], ...]:
    rows = tables.table("dictionaries/page_parts")
    return tuple(frozenset(written.split()) for written, found in rows if found == role)


@cache
def _written(role: str) -> frozenset[str]:
    return frozenset(written for written, found in tables.table("dictionaries/page_parts") if found == role)


@cache
def _says(name: str, role: str) -> bool:
    """Whether one name, such as ``article__share-bar``, has the words of a role."""
    words = names(name)
    return any(wanted <= words for wanted in _words(role))


@cache
def _is_open(name: str) -> bool:
    """``category-social``, ``has-sidebar``: the name tells what the page is about or what it has, not what this is."""
    return not _words("open") or any(wanted & names(name.split("-")[0]) for wanted in _words("open"))


def says(element: Element, role: str) -> bool:
    """Whether a class, the identifier or the role of an element has the words of a role of the table."""
    given = element.given
    if not given:
        return False
    called = element.classes
    if "id" in given or "role" in given or "itemprop" in given:
        called = (*called, given.get("id", ""), *given.get("role", "").split(), *given.get("itemprop", "").split())
    for name in called:  # noqa: SIM110 - half of the time of a page's menus would go into a generator
        if name and _says(name, role) and not _is_open(name):
            return True
    return False


def repeats(element: Element) -> bool:
    """Whether a class says that an element draws the formula that stands beside it as MathML."""
    return not _written("twice").isdisjoint(element.classes)


def hides(element: Element) -> bool:
    """Whether a class is one of those that hide, whose style sheet may not have been saved."""
    classes = element.classes
    if not _written("hidden").intersection(classes):
        return False
    return not any(":" in name or (name.startswith("d-") and name != "d-none") for name in classes)


def believed(piece: Piece) -> Piece:
    """A piece whose element calls it a section or a byline, if it looks like one; a sentence is none."""
    if piece.kind == "section" and not roles.is_label(piece.text):
        return replace(piece, kind="paragraph")
    if piece.kind != "byline":
        return piece
    is_one = len(piece.text) <= _LONGEST_BYLINE and not re.search(r"\w{3}[.!?…]$", piece.text)
    return rich.signed(piece) if is_one else replace(piece, kind="paragraph")
