"""Items of text: paragraphs, headings, list items, entries of the contents; how each draws its lines."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field

from editions.model import Span
from editions.printing.founts import Fount, ink_above
from editions.printing.lines import Segment
from editions.printing.objects import numbers
from editions.printing.styles import Style
from editions.printing.tags import Element
from editions.printing.writer import Writer

_AWAY = 0.3
"""How far a rule is from the block that it is of, in parts of the size."""


@dataclass(frozen=True, slots=True)
class Inline:
    """An element inside a paragraph: a link, or words of another language."""

    tag: str
    address: str = ""
    language: str = ""
    words: str = ""
    span: Span | None = None
    """Where it is in the block: two links side by side may lead to the same place."""
    key: str = ""
    """Of the call of a note: the place in the file where it leads."""


@dataclass(slots=True)
class Space:
    """White, ``leading`` points high."""

    leading: float
    before: float = 0
    after: float = 0
    keep: bool = False
    leans: bool = False
    fresh: bool = False
    anchor: str = ""
    count: int = 1

    def draw(self, writer: Writer, x: float, y: float, first: int, last: int) -> None:
        """Draw nothing."""


@dataclass(slots=True)
class Rule(Space):
    """A short line above the notes: it parts them from the text, for the eye alone."""

    keep: bool = True
    width: float = 0

    def draw(self, writer: Writer, x: float, y: float, first: int, last: int) -> None:
        """Draw the line in the middle of the white."""
        height = y - self.leading / 2
        writer.begin_artifact("/Type /Layout")
        writer.code.append(
            f"{numbers(self.leading / 20)} w {numbers(x, height)} m {numbers(x + self.width, height)} l S"
        )
        writer.end()


@dataclass(slots=True)
class TextItem:
    """A block of text: ready ``TJ`` operators line by line, or segments when it has several founts or elements."""

    element: Element | None
    fount: Fount
    style: Style
    lines: list[str] = field(default_factory=list)
    segments: list[list[Segment]] = field(default_factory=list)
    """Instead of ``lines``."""
    inlines: list[Inline] = field(default_factory=list)
    indent: float = 0
    before: float = 0
    after: float = 0
    keep: bool = False
    leans: bool = False
    fresh: bool = False
    anchor: str = ""
    heading: str = ""
    """Its words, for the bookmarks, when it is a crosshead."""
    bars: tuple[float, ...] = ()
    """Left edges of the bars beside it: it stands in that many quotations."""
    _inline_elements: dict[int, Element | None] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """Number of lines."""
        return len(self)

    @property
    def leading(self) -> float:
        """Height of a line."""
        return self.style.leading

    def baseline(self, y: float) -> float:
        """Baseline of a line whose top is at ``y``: capitals stand in the middle."""
        return y - self.style.leading / 2 - self.fount.size * ink_above(self.fount.main.face)

    def draw(self, writer: Writer, x: float, y: float, first: int, last: int) -> None:
        """Draw some of the lines."""
        if self.anchor and first == 0:
            writer.target(self.anchor, y + self.fount.size / 2)
        self._draw_rules(writer, x, y, first, last)
        for bar in self.bars:
            self._draw_bar(writer, x + bar, y, (last - first) * self.style.leading)
        x += self.indent
        code = writer.code
        code.append(
            f"BT {self.fount.select} {numbers(self.style.leading)} TL 1 0 0 1 {numbers(x, self.baseline(y))} Tm"
        )
        if self.lines:
            writer.begin(self.element)
            code.append("\nT* ".join(self.lines[first:last]))
            writer.end()
            code.append("ET")
        else:
            self._draw_segments(writer, self.segments[first:last])
            code.append("ET")
            self._draw_links(writer, self.segments[first:last], x, y)

    def _draw_rules(self, writer: Writer, x: float, y: float, first: int, last: int) -> None:
        """The lines above and below a block, in the white around it."""
        style, away = self.style, self.fount.size * _AWAY
        bottom = y - (last - first) * style.leading - away
        found = ((style.rule_above, y + away, first == 0), (style.rule_below, bottom, last == len(self)))
        for weight, height, here in found:
            if weight and here:
                ends = numbers(x, height), numbers(x + style.rule_width, height)
                writer.begin_artifact("/Type /Layout")
                writer.code.append(f"{numbers(weight)} w {ends[0]} m {ends[1]} l S")
                writer.end()

    def __len__(self) -> int:
        """Number of lines."""
        return len(self.lines) or len(self.segments)

    def _draw_bar(self, writer: Writer, x: float, y: float, height: float) -> None:
        writer.begin_artifact("/Type /Layout")
        writer.code.append(f"{numbers(x, y - height, self.fount.size / 6, height)} re f")
        writer.end()

    def _draw_segments(self, writer: Writer, lines: list[list[Segment]]) -> None:
        owner = -1
        for number, line in enumerate(lines):
            if number:
                writer.code.append("T*")
            for segment in line:
                if segment.owner != owner:
                    writer.end()
                    owner = segment.owner
                    writer.begin(self._owner(writer, owner))
                writer.code.append(segment.code)
        writer.end()

    def _owner(self, writer: Writer, owner: int) -> Element | None:
        if owner == 0:
            return self.element
        if owner not in self._inline_elements:
            inline = self.inlines[owner - 1]
            tag = inline.tag if writer.standard.links or inline.tag != "Link" else "Span"
            made = writer.element(tag, self.element, language=inline.language)
            if inline.key and writer.standard.links:  # a link is drawn for a Link element only (PDF/UA-1, 7.18.5)
                made = writer.element("Link", made)
            self._inline_elements[owner] = made
        return self._inline_elements[owner]

    def _draw_links(self, writer: Writer, lines: list[list[Segment]], x: float, y: float) -> None:
        for left, right, top, owner in self._stretches(lines, x, y):
            inline = self.inlines[owner - 1]
            bottom = top - self.style.leading
            if inline.key:
                writer.link(self._owner(writer, owner), (left, bottom, right, top), inline.words, key=inline.key)
            if not inline.address:
                continue
            line = self.baseline(top) - self.fount.size * 0.16
            writer.begin_artifact("/Type /Layout")
            writer.code.append(f"{numbers(self.fount.size / 18)} w {numbers(left, line)} m {numbers(right, line)} l S")
            writer.end()
            words = f"{inline.words} ({inline.address})"
            writer.link(self._owner(writer, owner), (left, bottom, right, top), words, address=inline.address)

    def _stretches(self, lines: list[list[Segment]], x: float, y: float) -> Iterator[tuple[float, float, float, int]]:
        for number, line in enumerate(lines):
            left = x
            for segment in line:
                if segment.owner:
                    yield left, left + segment.ink, y - number * self.style.leading, segment.owner
                left += segment.width


@dataclass(slots=True)
class ListItem(TextItem):
    """An item of a list, with a drawn bullet or its own number before it."""

    label: Element | None = None
    label_code: str = ""
    label_x: float = 0

    def draw(self, writer: Writer, x: float, y: float, first: int, last: int) -> None:
        """Draw the label, then the text."""
        if first == 0:
            if self.label_code:
                self._draw_number(writer, x + self.label_x, y)
            else:
                self._draw_bullet(writer, x + self.label_x, y)
        TextItem.draw(self, writer, x, y, first, last)

    def _draw_number(self, writer: Writer, x: float, y: float) -> None:
        writer.code.append(f"BT {self.fount.select} 1 0 0 1 {numbers(x, self.baseline(y))} Tm")
        writer.begin(self.label)
        writer.code.append(f"[{self.label_code}]TJ")
        writer.end()
        writer.code.append("ET")

    def _draw_bullet(self, writer: Writer, x: float, y: float) -> None:
        size = self.fount.size
        height = self.baseline(y) + size * ink_above(self.fount.main.face) * 0.75
        writer.begin_artifact("/Type /Layout")
        point = numbers(x + size * 0.45, height)
        writer.code.append(f"1 J {numbers(size * 0.3)} w {point} m {point} l S 0 J")
        writer.end()


@dataclass(slots=True)
class ContentsItem(TextItem):
    """A line of the contents: a title, dots, a page number; all of it a link."""

    target: str = ""
    words: str = ""
    measure: float = 0
    last_width: float = 0
    """Width of the title's last line."""
    page: int = 0
    """Filled in once the articles are paged."""
    whole: bool = False
    """Whether it is never split: what is no higher than a page."""

    @property
    def count(self) -> int:
        """One, or the number of its lines."""
        return 1 if self.whole else len(self)

    @property
    def leading(self) -> float:
        """Height of all of it, or of a line."""
        return self.style.leading * (len(self) if self.whole else 1)

    def draw(self, writer: Writer, x: float, y: float, first: int, last: int) -> None:
        """Draw the title and, on its last line, the leader and the number."""
        if self.whole:
            first, last = 0, len(self)
        link = writer.element("Link" if writer.standard.links else "Span", self.element)
        owner, self.element = self.element, link
        TextItem.draw(self, writer, x, y, first, last)
        self.element = owner
        if last == len(self):
            bottom = y - (last - first - 1) * self.style.leading
            width, code = self.fount.word(str(self.page))
            self._draw_leader(writer, x, self.last_width, self.measure - width, self.baseline(bottom))
            number = numbers(x + self.measure - width, self.baseline(bottom))
            writer.code.append(f"BT {self.fount.select} 1 0 0 1 {number} Tm")
            writer.begin(link)
            writer.code.append(f"[{code}]TJ")
            writer.end()
            writer.code.append("ET")
        box = (x, y - (last - first) * self.style.leading, x + self.measure, y)
        writer.link(link, box, f"{self.words}, page {self.page}", key=self.target)

    def _draw_leader(self, writer: Writer, x: float, left: float, right: float, y: float) -> None:
        """Round dots, on a grid that is the same for all lines: the eye follows them down as well as across."""
        size = self.fount.size
        step = size * 0.6
        first, last = math.ceil((left + size * 0.4) / step), math.floor((right - size * 0.4) / step)
        if first <= last:
            dot = size * 0.11
            ends = numbers(x + first * step, y + dot / 2), numbers(x + last * step + 0.01, y + dot / 2)
            writer.begin_artifact("/Type /Layout")
            writer.code.append(f"q 1 J {numbers(dot)} w [0 {numbers(step)}] 0 d {ends[0]} m {ends[1]} l S Q")
            writer.end()
