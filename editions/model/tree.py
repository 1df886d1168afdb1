"""The tree of an article: grown from the flat stream that inputs yield, walked by whoever shows or says it.

    body = grown([Leaf(title), Leaf(crosshead, level=2), Leaf(words, within=(a_list, an_item)), …])
    for step in walk(body):
        step.event, step.node, step.parents      # "enter", a List, (the Section around it,)

Time grows as the article does, and nothing calls itself: markup of any depth is walked alike.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from editions.model import Block, Branch, Cell, Figure, Item, List, Node, Note, Picture, Quotation, Section, Table
from editions.model import leaves as leaves

_QUESTION = 7
"""A question of an interview stands below any crosshead."""
_LOWEST = 6
"""Levels that headings have in HTML, EPUB and PDF."""


Kind = Literal["list", "item", "quotation", "note", "table"]


class Step(NamedTuple):
    """Where a walk is."""

    event: Literal["enter", "leave", "leaf"]
    """``leaf`` for a block; a node that has parts is entered, and left after them."""
    node: Block | Branch
    parents: tuple[Branch, ...]
    """The nodes around it, outermost first."""


def walk(nodes: Iterable[Node]) -> Iterator[Step]:
    """Each node of a tree in reading order."""
    parents: tuple[Branch, ...] = ()
    waiting: list[Block | Branch | None] = []
    waiting += [*nodes][::-1]
    while waiting:
        node = waiting.pop()
        if node is None:
            *around, left = parents
            parents = tuple(around)
            yield Step("leave", left, parents)
        elif isinstance(node, Block):
            yield Step("leaf", node, parents)
        else:
            yield Step("enter", node, parents)
            parents = (*parents, node)
            waiting.append(None)
            waiting += node.parts[::-1]


@dataclass(frozen=True, slots=True)
class Container:
    """A part of the article with pieces inside; two that are equal are one and the same."""

    kind: Kind
    """table: a table and its caption."""
    key: str
    """Its own in the article, among those of its kind."""
    ordered: bool = False
    label: str = ""
    """Of an item or a note: as its text begins."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A block before it has its place in the tree, and what its piece told of this place."""

    block: Block
    level: int = 0
    """Of headings: as the article has it, 1 at the top."""
    within: tuple[Container, ...] = ()
    cells: tuple[Cell, ...] = ()
    picture: Picture | None = None


def grown(found: Iterable[Leaf]) -> tuple[Node, ...]:
    """The tree whose leaves are these, in their order."""
    growth = _Growth()
    for node, leaf in _joined(list(found)):
        growth.add(node, leaf)
    return growth.finished()


def _joined(found: list[Leaf]) -> Iterator[tuple[Node, Leaf]]:
    """Blocks, figures and tables, those that have a caption with it."""
    place = 0
    while place < len(found):
        leaf, following = found[place], found[place + 1] if place + 1 < len(found) else None
        alike = following is not None and following.within == leaf.within
        place += 1
        if leaf.block.kind == "figure":
            captioned = following is not None and alike and following.block.kind == "caption"
            yield Figure(leaf.picture, leaf.block, following.block if following and captioned else None), leaf
            place += captioned
        elif leaf.block.kind == "table":
            yield _table(leaf, None), leaf
        elif following and alike and leaf.block.kind == "caption" and _captions_a_table(leaf, following):
            yield _table(following, leaf.block), leaf
            place += 1
        else:
            yield leaf.block, leaf


def _captions_a_table(leaf: Leaf, following: Leaf) -> bool:
    return following.block.kind == "table" and any(container.kind == "table" for container in leaf.within)


def _table(leaf: Leaf, caption: Block | None) -> Table:
    rows: list[list[Cell]] = [[] for _ in range(1 + max((cell.row for cell in leaf.cells), default=-1))]
    for cell in leaf.cells:
        rows[cell.row].append(cell)
    return Table(leaf.block, tuple(map(tuple, rows)), caption)


@dataclass
class _Open:
    """A section or a container that is growing."""

    made_of: Leaf | Container
    parts: list[Node] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    """Of a list."""


class _Growth:
    """The open nodes, outermost first: sections, then the containers in the innermost of them."""

    def __init__(self) -> None:
        self._root: list[Node] = []
        self._sections: list[_Open] = []
        self._containers: list[_Open] = []
        self._titled = False

    def finished(self) -> tuple[Node, ...]:
        """The tree."""
        self._close_sections(0)
        return tuple(self._root)

    def add(self, node: Node, leaf: Leaf) -> None:
        """A block, a figure or a table comes next."""
        kind = leaf.block.kind
        if kind == "title" and not self._titled:
            self._titled = True
            self._close_sections(0)
            self._root.append(node)
        elif kind in ("title", "heading", "question"):
            self._open_section(leaf)
        else:
            self._enter(_nested(leaf))
            self._parts().append(node)
            if kind == "quote" and not any(container.kind == "quotation" for container in leaf.within):
                self._close_containers(len(self._containers) - 1)

    def _open_section(self, leaf: Leaf) -> None:
        """A heading stands in no list: it ends what is open, and the sections that are no higher than its own."""
        depth = 0
        while depth < min(len(self._sections), _LOWEST - 2) and _level(self._sections[depth].made_of) < _level(leaf):
            depth += 1
        self._close_sections(depth)
        self._sections.append(_Open(leaf))

    def _enter(self, within: list[Container]) -> None:
        """Close the containers that a node does not stand in, open those that it does."""
        shared = 0
        while shared < min(len(within), len(self._containers)) and self._containers[shared].made_of == within[shared]:
            shared += 1
        self._close_containers(shared)
        self._containers += (_Open(container) for container in within[shared:])

    def _parts(self) -> list[Node]:
        for around in (self._containers, self._sections):
            if around:
                return around[-1].parts
        return self._root

    def _close_containers(self, depth: int) -> None:
        while len(self._containers) > depth:
            closed = self._containers.pop()
            assert isinstance(closed.made_of, Container)
            if closed.made_of.kind == "item":
                self._containers[-1].items.append(Item(closed.made_of.label, tuple(closed.parts)))
            else:
                self._parts().append(_closed(closed.made_of, closed))

    def _close_sections(self, depth: int) -> None:
        self._close_containers(0)
        while len(self._sections) > depth:
            closed = self._sections.pop()
            assert isinstance(closed.made_of, Leaf)
            self._parts().append(Section(closed.made_of.block, len(self._sections) + 2, tuple(closed.parts)))


def _closed(container: Container, grown: _Open) -> Node:
    if container.kind == "list":
        return List(container.ordered, tuple(grown.items))
    if container.kind == "note":
        return Note(container.key, container.label, tuple(grown.parts))
    return Quotation(tuple(grown.parts))


def _level(made_of: Leaf | Container) -> int:
    """The level of a heading as the article has it."""
    assert isinstance(made_of, Leaf)
    return _QUESTION if made_of.block.kind == "question" else max(1, made_of.level)


def _nested(leaf: Leaf) -> list[Container]:
    """What a leaf stands in, as a tree can have it: lists hold items and nothing else, quotes stand in quotations."""
    kept: list[Container] = []
    for container in leaf.within:
        if kept and kept[-1].kind == "list" and container.kind != "item":
            kept.pop()
        if container.kind != "table" and (container.kind != "item" or (kept and kept[-1].kind == "list")):
            kept.append(container)
    if kept and kept[-1].kind == "list":
        kept.pop()
    if leaf.block.kind == "quote" and all(container.kind != "quotation" for container in kept):
        kept.append(Container("quotation", leaf.block.id))
    return kept
