"""Tables that only lay a page out, as those of newsletters: what they hold is read as if they were not there."""

from editions.manuscript.page.elements import Outline
from editions.manuscript.page.styles import Told

_ROLES = ("presentation", "none")
_HEADS = frozenset({"th", "caption", "thead"})
_BLOCKS = frozenset({"table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "figure", "article", "section", "hr"})
_PROSE = 40
"""Words of a cell that is more than a cell."""


def tables(page: Outline) -> set[int]:
    """The tables that lay out: those that say so, and those without headings whose cells hold more than words."""
    if not any(element.name == "table" for element in page.elements):
        return set()
    table, cell = _around(page, ("table",)), _around(page, ("td", "th"))
    held: dict[int, set[str]] = {n: set() for n, element in enumerate(page.elements) if element.name == "table"}
    paragraphs: dict[int, int] = {}
    words: dict[int, int] = {}
    for number, element in enumerate(page.elements):
        if table[number] >= 0:
            held[table[number]] |= (
                {"head"} if element.name in _HEADS else {"block"} if element.name in _BLOCKS else set()
            )
            if element.name == "p":
                paragraphs[cell[number]] = paragraphs.get(cell[number], 0) + 1
    for event in page.events:
        if event.kind == "text" and event.element >= 0:
            inside = event.element if page.elements[event.element].name in ("td", "th") else cell[event.element]
            words[inside] = words.get(inside, 0) + len(event.text.split())
    full = {n for n, count in paragraphs.items() if count > 1} | {n for n, count in words.items() if count > _PROSE}
    for number in full - {-1}:
        if table[number] >= 0:
            held[table[number]].add("block")
    return {number for number in held if _lays_out(page, number, held[number])}


def _around(page: Outline, names: tuple[str, ...]) -> list[int]:
    """The nearest element of some names that each element is in, -1 where there is none."""
    found: list[int] = []
    for element in page.elements:
        parent = element.parent
        found.append(-1 if parent < 0 else parent if page.elements[parent].name in names else found[parent])
    return found


def _lays_out(page: Outline, number: int, held: set[str]) -> bool:
    role = page.elements[number].given.get("role", "")
    return role in _ROLES or (role not in ("table", "grid") and "head" not in held and "block" in held)


def is_apart_in_a_row(page: Outline, number: int, told: dict[int, Told]) -> bool:
    """Whether an element of a line stands in a row of boxes, where no blank is written between two of them."""
    parent = page.elements[number].parent
    return parent >= 0 and told.get(parent, {}).get("display", "") in ("flex", "grid", "inline-flex")
