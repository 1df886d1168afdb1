"""Items with something beside their words: those of a list, entries of the contents."""

import math
from dataclasses import dataclass

from editions.printing.founts import ink_above
from editions.printing.items import TextItem
from editions.printing.objects import numbers
from editions.printing.tags import Element
from editions.printing.writer import Writer


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
