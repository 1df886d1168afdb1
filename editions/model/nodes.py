"""The tree of an article: sections, lists, quotations, figures, tables and notes, down to blocks and their sentences.

    Section(heading, 2, (paragraph, List(True, (Item("1.", (words,)), …)), Figure(picture, alternative, caption)))

``tree`` grows and walks it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Literal

from editions.model.runs import Credit, Run, Span

Role = Literal[
    "outlet", "section", "title", "lede", "heading", "question", "paragraph", "quote", "item", "figure", "caption",
    "byline", "table", "code", "note",
]  # fmt: skip
"""What a block is. heading: a crosshead. question: of an interview, which heads its answer. figure: the words that
stand for a picture. item: the first words of an item of a list. note: the words of a note."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a block: the unit that is read, spoken, cached and highlighted.

    ``source`` is the whole text of the block (shared, not copied), so that a rule may look around and its spans
    are the block's. The sentences of a block follow one another without gap: trailing blanks belong to the
    sentence before them.
    """

    id: str
    """Stable for a given text: ``une-b3s2``. It becomes the id in EPUB, SMIL and the web page."""
    source: str
    span: Span
    about: tuple[tuple[str, int], ...] = ()
    """What its article speaks of, as ``french.domains`` weighs it; empty where nobody asked."""

    @property
    def text(self) -> str:
        """The sentence's own characters."""
        return self.source[self.span.start : self.span.end]


@dataclass(frozen=True, slots=True)
class Block:
    """A leaf of the tree: one paragraph-level stretch of words."""

    id: str
    kind: Role
    text: str
    ends: tuple[int, ...]
    """Where its sentences end, the last one with the text; empty when nothing is to be said."""
    runs: tuple[Run, ...] = ()
    line: int = 0
    """Line of the source file, from 1, for messages; 0 when unknown."""

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences, made each time: a large edition has tens of thousands."""
        places = enumerate(pairwise((0, *self.ends)), 1)
        return tuple(Sentence(f"{self.id}s{number}", self.text, Span(*place)) for number, place in places)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what it heads, up to the next heading of its level."""

    heading: Block
    level: int
    """2 below the article's title, 3 in a section of level 2…; at most 6, and no level is skipped."""
    body: tuple["Node", ...]

    @property
    def parts(self) -> tuple["Node", ...]:
        """All that it is made of, in reading order."""
        return (self.heading, *self.body)


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list: its words, perhaps more paragraphs, lists inside."""

    label: str
    """Its number as written, which its text begins with; empty when a bullet is drawn."""
    body: tuple["Node", ...]

    @property
    def parts(self) -> tuple["Node", ...]:
        """All that it is made of, in reading order."""
        return self.body


@dataclass(frozen=True, slots=True)
class List:
    """A list, alone or inside an item of another."""

    ordered: bool
    items: tuple[Item, ...]

    @property
    def parts(self) -> tuple[Item, ...]:
        """Its items."""
        return self.items


@dataclass(frozen=True, slots=True)
class Quotation:
    """What another has said or written, in one or more paragraphs."""

    body: tuple["Node", ...]

    @property
    def parts(self) -> tuple["Node", ...]:
        """All that it is made of, in reading order."""
        return self.body


@dataclass(frozen=True, slots=True)
class Note:
    """A note of the article, called by ``NoteCall`` runs with its key."""

    key: str
    label: str
    """As its text begins: ``[1]``."""
    body: tuple["Node", ...]

    @property
    def parts(self) -> tuple["Node", ...]:
        """All that it is made of, in reading order."""
        return self.body


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture beside the article."""

    path: Path
    name: str
    """From the article's folder, with slashes."""
    media_type: str
    """``image/jpeg``; empty when it cannot be read."""
    width: int
    """In pixels, upright, like the height; both are 0 when it cannot be read."""
    height: int


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture, the words that stand for it, its caption and its credit."""

    picture: Picture | None
    """None when the article has only words for it."""
    alternative: Block
    caption: Block | None

    @property
    def parts(self) -> tuple[Block, ...]:
        """All that it is made of, in reading order."""
        return (self.alternative,) if self.caption is None else (self.alternative, self.caption)

    @property
    def credit(self) -> str:
        """Who made the picture, as the caption says; empty when it does not."""
        runs = self.caption.runs if self.caption else ()
        span = next((run.span for run in runs if isinstance(run, Credit)), Span(0, 0))
        return self.caption.text[span.start : span.end] if self.caption else ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: a stretch of the table's text, and its place."""

    span: Span
    row: int
    """From 0, like the column."""
    column: int
    header: Literal["", "column", "row"] = ""
    """Whether it names its column, its row, or nothing."""
    rows: int = 1
    """How many rows it spans, and columns: never over another cell, never beyond the table."""
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its words are one block, in which readings look around; its cells are stretches of it."""

    text: Block
    """Tabs between the cells of a row, newlines between rows."""
    rows: tuple[tuple[Cell, ...], ...]
    """The cells that begin in each row, from left to right."""
    caption: Block | None

    @property
    def parts(self) -> tuple[Block, ...]:
        """All that it is made of, in reading order."""
        return (self.text,) if self.caption is None else (self.caption, self.text)


Branch = Section | List | Item | Quotation | Figure | Table | Note
Node = Block | Section | List | Quotation | Figure | Table | Note


def leaves(nodes: Iterable[Node]) -> Iterator[Block]:
    """The blocks of a tree, in reading order."""
    waiting: list[Block | Branch] = []
    waiting += [*nodes][::-1]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Block):
            yield node
        else:
            waiting += node.parts[::-1]
