"""Items of text, white and rules; how each draws its lines."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from editions.model import Span
from editions.printing.founts import Fount, ink_above
from editions.printing.lines import Segment
from editions.printing.objects import numbers
from editions.printing.pages import Flowing
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
    expansion: str = ""
    """Of a short form: the words in full."""
    key: str = ""
    """Of the call of a note: the place in the file where it leads."""


@dataclass(slots=True)
class Space(Flowing):
    """White, ``leading`` points high."""

    leading: float
    count: int = 1

    def draw(self, writer: Writer, x: float, y: float, first: int, last: int) -> None:
        """Draw nothing."""


@dataclass(slots=True)
class Rule(Space):
    """A short line above the notes: it parts them from the text, for the eye alone."""

    keep: bool = field(default=True, kw_only=True)
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
class TextItem(Flowing):
    """A block of text: ready ``TJ`` operators line by line, or segments when it has several founts or elements."""

    element: Element | None
    fount: Fount
    style: Style
    lines: list[str] = field(default_factory=list)
    segments: list[list[Segment]] = field(default_factory=list)
    """Instead of ``lines``."""
    inlines: list[Inline] = field(default_factory=list)
    indent: float = 0
    unruled: bool = False
    """Whether it goes without its line above: the head's is there already."""
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
    def whole(self) -> bool:
        """Whether it is not split while a page holds it."""
        return self.style.whole

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
        found = (
            (style.rule_above, y + away, first == 0 and not self.unruled),
            (style.rule_below, bottom, last == len(self)),
        )
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
            if made is not None:
                made.expansion = inline.expansion
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
