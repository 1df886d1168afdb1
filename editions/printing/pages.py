"""Page make-up: items flow down the pages; no widow, no orphan, no heading alone at a page's foot. Linear time."""

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from editions.printing.writer import Writer


class Item(Protocol):
    """A block ready to be placed: ``count`` lines of the same height."""

    before: float
    after: float
    keep: bool
    """Stays with what follows."""
    leans: bool
    """Stays with the last lines of what precedes: a signature is never alone on a page."""
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


@dataclass(slots=True, kw_only=True)
class Flowing:
    """What an item says of its place, as ``Item`` tells it; most stand where they come."""

    before: float = 0
    after: float = 0
    keep: bool = False
    leans: bool = False
    fresh: bool = False
    anchor: str = ""


@dataclass(slots=True, kw_only=True)
class Unsplit(Flowing):
    """An item of one line, as high as it is."""

    height: float

    @property
    def count(self) -> int:
        """One."""
        return 1

    @property
    def leading(self) -> float:
        """The item's height in points."""
        return self.height


@dataclass(frozen=True, slots=True)
class Placed:
    """Lines ``first`` to ``last`` (excluded) of an item, ``y`` points below the top of the text."""

    item: Item
    y: float
    first: int
    last: int


@runtime_checkable
class Elastic(Protocol):
    """An item that can be made less high, to stay on a page that has almost enough room: a picture."""

    def fit(self, height: float) -> bool:
        """Take at most ``height`` points, if that is not too little; whether it does."""
        ...


@runtime_checkable
class Headed(Protocol):
    """An item that wants a reminder above it when it begins a page: a row of a table, its column heads."""

    @property
    def reminder(self) -> Item | None:
        """What is drawn again."""
        ...


@runtime_checkable
class Whole(Protocol):
    """An item that may ask not to be split while a page holds it: a caption."""

    @property
    def whole(self) -> bool:
        """Whether it does."""
        ...


Page = list[Placed]
_TOLERANCE = 0.01


def compose(items: list[Item], depth: float) -> list[Page]:
    """Pages of ``depth`` points."""
    pages: list[Page] = []
    y, after, bound = depth, 0.0, 0
    for i, item in enumerate(items):
        gap = max(after, item.before)
        if not pages or item.fresh or (i >= bound and not _fits(items, i, y + gap, depth)):
            pages.append([])
            y = gap = 0.0
            if isinstance(item, Headed) and item.reminder is not None:
                y = _place(item.reminder, pages, 0.0, depth)
        bound = max(bound, _needed(items, i, depth - y - gap)[1])
        y = _place(item, pages, y + gap, depth, _leaning(items, i, depth))
        after = item.after
    return pages


def _leaning(items: list[Item], i: int, depth: float) -> float:
    """Height of what leans on an item, with the white between them; nothing when it leans on little."""
    if i + 1 == len(items) or not items[i + 1].leans or items[i + 1].fresh or items[i + 1].count > 3:
        return 0.0
    following = items[i + 1]
    height = max(items[i].after, following.before) + following.count * following.leading
    return height if height + 3 * items[i].leading <= depth else 0.0


def _fits(items: list[Item], i: int, y: float, depth: float) -> bool:
    """Whether an item may begin at ``y``."""
    needed, _ = _needed(items, i, depth)
    if y + needed <= depth + _TOLERANCE:
        return True
    item = items[i]
    return isinstance(item, Elastic) and item.fit(depth - y - (needed - item.leading))


def _place(item: Item, pages: list[Page], y: float, depth: float, leaning: float = 0.0) -> float:
    """Put an item's lines on the last page and on as many new ones as it takes; the new ``y``.

    ``leaning``: what must have room below the last of them; if it has none, two of them go over with it.
    """
    first, leading = 0, item.leading
    while first < item.count:
        room = int((depth - y + _TOLERANCE) / leading)
        last = min(item.count, first + room)
        if item.count - last == 1 and last - first > 2:
            last -= 1  # two lines go over, never one
        if leaning and last == item.count and y + (last - first) * leading + leaning > depth + _TOLERANCE:
            last = last - 2 if last - first >= 4 else first
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


def _needed(items: list[Item], i: int, depth: float) -> tuple[float, int]:
    """Height that must be free for ``items[i]`` to begin, and the item after those that then stand on its page.

    That is its first lines, or itself and the start of what it stays with. Of what no page holds together, as much as
    one does; then the next item may begin another page. A picture is never parted from its caption.
    """
    start, total = i, 0.0
    whole, bound = _least(items[start]), start + 1
    while items[i].keep and i + 1 < len(items) and not items[i + 1].fresh:
        total += items[i].count * items[i].leading
        if total > depth:
            return whole, bound
        if not isinstance(items[i], Elastic):
            whole, bound = total, i + 1
        total += max(items[i].after, items[i + 1].before)
        i += 1
    total += _least(items[i])
    if items[i].count <= 3:
        total += _leaning(items, i, depth)
    return (total, i + 1) if total <= depth else (min(whole, depth), bound)


def _least(item: Item) -> float:
    """Height of the lines that stay together at the start of an item."""
    whole = item.count <= 3 or (isinstance(item, Whole) and item.whole)
    return (item.count if whole else 2) * item.leading
