"""Page make-up: items flow down the pages; no widow, no orphan, no heading alone at a page's foot. Linear time."""

from dataclasses import dataclass
from typing import Protocol

from editions.printing.writer import Writer


class Item(Protocol):
    """A block ready to be placed: ``count`` lines of the same height."""

    before: float
    after: float
    keep: bool
    """Stays with what follows."""
    fresh: bool
    """Begins a new page."""
    anchor: str
    """Name of the place it starts, for links; empty for none."""

    @property
    def count(self) -> int:
        """Number of lines."""
        ...

    @property
    def leading(self) -> float:
        """Height of a line in points."""
        ...

    def draw(self, writer: Writer, x: float, y: float, first: int, last: int) -> None:
        """Draw lines ``first`` to ``last`` (excluded) below ``y``, from the text's left edge ``x``."""
        ...


@dataclass(frozen=True, slots=True)
class Placed:
    """Lines ``first`` to ``last`` (excluded) of an item, ``y`` points below the top of the text."""

    item: Item
    y: float
    first: int
    last: int


Page = list[Placed]
_TOLERANCE = 0.01


def compose(items: list[Item], depth: float) -> list[Page]:
    """Pages of ``depth`` points."""
    pages: list[Page] = []
    y, after = depth, 0.0
    for i, item in enumerate(items):
        gap = max(after, item.before)
        if not pages or item.fresh or y + gap + min(_needed(items, i, depth), depth) > depth + _TOLERANCE:
            pages.append([])
            y = gap = 0.0
        y = _place(item, pages, y + gap, depth)
        after = item.after
    return pages


def _place(item: Item, pages: list[Page], y: float, depth: float) -> float:
    """Put an item's lines on the last page and on as many new ones as it takes; the new ``y``."""
    first, leading = 0, item.leading
    while first < item.count:
        room = int((depth - y + _TOLERANCE) / leading)
        last = min(item.count, first + room)
        if item.count - last == 1 and last - first > 2:
            last -= 1  # two lines go over, never one
        if last <= first:
            if not pages[-1]:
                last = first + 1  # taller than the page: drawn all the same
            else:
                pages.append([])
                y = 0.0
                continue
        pages[-1].append(Placed(item, y, first, last))
        y += (last - first) * leading
        first = last
        if first < item.count:
            pages.append([])
            y = 0.0
    return y


def _needed(items: list[Item], i: int, depth: float) -> float:
    """Height that must be free for ``items[i]`` to begin: its first lines, or itself and the start of what follows."""
    total = 0.0
    while items[i].keep and i + 1 < len(items) and not items[i + 1].fresh:
        total += items[i].count * items[i].leading + max(items[i].after, items[i + 1].before)
        i += 1
        if total > depth:
            return depth
    least = items[i].count if items[i].count <= 3 else 2
    return total + least * items[i].leading
