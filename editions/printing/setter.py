"""From a stretch of a block, with its marks, to an item of text."""

import re
from itertools import pairwise

from editions.model import Block, Mark, Span
from editions.printing.items import Inline, TextItem
from editions.printing.lines import Run, mixed_lines, plain_lines
from editions.printing.styles import Sheet, Style, StyleBook
from editions.printing.tags import Element
from editions.printing.typecase import TypeCase
from editions.printing.writer import Writer

_RISE = 0.2
"""How far raised letters stand above the line, in parts of the size; they keep their size, for large print's sake."""
_LEADS = ("https://", "http://", "mailto:", "tel:")
"""Addresses that a link may have: nothing that runs a program, nothing that means another page of a site."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
"""The form of a BCP 47 tag."""
_INLINE = ("strong", "link", "language", "raised")
_ORDINAL = re.compile(
    r"(?<![\w.@/-])(?:\d[\d\u00a0\u202f]*|[IVX]|[IVXLCDM]{2,})(ers|er|res|re|es|e|nde|nd)(?![\w@-]|[.,]\w)"
)
"""The letters after the figures of an ordinal stand raised (Imprimerie nationale, *Lexique*): « 88e », « XXe »."""


def ordinals(block: Block) -> list[Mark]:
    """Marks for the raised letters that the article's text has on the line; none when the block has its own."""
    if any(mark.kind == "raised" for mark in block.marks):
        return []
    return [Mark("raised", Span(*found.span(1))) for found in _ORDINAL.finditer(block.text)]


class Setter:
    """Sets text in the styles of one edition."""

    def __init__(self, writer: Writer, case: TypeCase, styles: StyleBook, sheet: Sheet) -> None:
        self.writer = writer
        self.case = case
        self.styles = styles
        self.sheet = sheet

    def item(
        self, block: Block, style: Style, element: Element | None, span: Span | None = None, indent: float = 0
    ) -> TextItem:
        """The item of a block, or of a part of it; ``indent`` is added to the style's."""
        span = span or Span(0, len(block.text))
        indent += style.indent
        item = TextItem(element, self.case.fount(style.size, style.bold), style, indent=indent)
        item.before, item.after, item.keep, item.leans = style.before, style.after, style.keep, style.leans
        self.fill(item, block, span, self.sheet.measure - indent)
        return item

    def text(self, text: str, style: Style, element: Element | None) -> TextItem:
        """The item of our own words (the cover, the contents)."""
        fount = self.case.fount(style.size, style.bold)
        item = TextItem(element, fount, style, plain_lines(fount, text, self.sheet.measure - style.indent))
        item.indent, item.before, item.after, item.keep = style.indent, style.before, style.after, style.keep
        return item

    def fill(self, item: TextItem, block: Block, span: Span, width: float) -> None:
        """Break a stretch of the block into the item's lines."""
        marks = [m for m in (*block.marks, *ordinals(block)) if m.kind in _INLINE and m.span.overlaps(span)]
        if not marks:
            item.lines = plain_lines(item.fount, block.text[span.start : span.end], width)
            return
        item.segments = mixed_lines(self._runs(item, block, span, marks), width)

    def _runs(self, item: TextItem, block: Block, span: Span, marks: list[Mark]) -> list[Run]:
        edges = {span.start, span.end}
        for mark in marks:
            edges |= {max(mark.span.start, span.start), min(mark.span.end, span.end)}
        runs: list[Run] = []
        waiting = sorted(marks, key=lambda mark: mark.span.start, reverse=True)
        here: list[Mark] = []
        for start, end in pairwise(sorted(edges)):
            here = [mark for mark in here if mark.span.end > start]
            while waiting and waiting[-1].span.start <= start:
                here.append(waiting.pop())
            kinds = {mark.kind for mark in here}
            fount = self.case.fount(item.style.size, item.style.bold or "strong" in kinds)
            rise = item.style.size * _RISE if "raised" in kinds else 0
            runs.append(
                Run(block.text[start:end], fount, rise, self._owner(item, block, here, runs[-1].owner if runs else 0))
            )
        return runs

    def _owner(self, item: TextItem, block: Block, marks: list[Mark], previous: int) -> int:
        """The inline element of a run: the previous run's when it goes on, else a new one; 0 for none.

        An element that was left is not taken up again: its content would come out of the order of the page.
        """
        link = next((m for m in marks if m.kind == "link" and m.value.lower().startswith(_LEADS)), None)
        language = next((m for m in marks if m.kind == "language" and _LANGUAGE.fullmatch(m.value)), None)
        outer = link or language
        if outer is None:
            return 0
        words = block.text[outer.span.start : outer.span.end]
        inline = Inline(
            "Link" if link else "Span",
            link.value if link else "",
            language.value if language else "",
            words,
            outer.span,
        )
        if not previous or item.inlines[previous - 1] != inline:
            item.inlines.append(inline)
        return len(item.inlines)
