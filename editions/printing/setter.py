"""From a stretch of a block, with its runs, to an item of text."""

import re
from collections.abc import Sequence
from itertools import pairwise

from editions.model import Block
from editions.model.runs import Credit, Label, Language, Link, Lowered, NoteCall, Raised, Span, Strong
from editions.printing.composing import composed
from editions.printing.founts import Fount
from editions.printing.inlays import Expansion, Inlay, inlays
from editions.printing.items import Inline, TextItem
from editions.printing.lines import Run, balanced, mixed_lines, plain_lines, widest
from editions.printing.marks import GLUE, UNSEEN
from editions.printing.sheets import Sheet
from editions.printing.styles import Style, StyleBook
from editions.printing.tags import Element
from editions.printing.typecase import TypeCase
from editions.printing.writer import Writer

_RISE = 0.2
"""How far raised letters stand above the line, in parts of the size; they keep their size, for large print's sake."""
_LEADS = ("https://", "http://", "mailto:", "tel:")
"""Addresses that a link may have: nothing that runs a program, nothing that means another page of a site."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
"""The form of a BCP 47 tag."""
_DROP = -0.15
"""How far lowered ones stand below it."""
_INLINE = (Strong, Link, NoteCall, Language, Raised, Lowered, Expansion)


class Setter:
    """Sets text in the styles of one edition."""

    def __init__(
        self, writer: Writer, case: TypeCase, styles: StyleBook, sheet: Sheet, typography: bool = True
    ) -> None:
        """``typography``: whether straight quotes are drawn curved and line ends looked after."""
        self.writer = writer
        self.typography = typography
        self.case = case
        self.styles = styles
        self.sheet = sheet
        self.notes: dict[str, str] = {}
        """Of the article that is set: where the call of each note leads, by its key."""

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
        item = TextItem(element, fount, style, self._plain(fount, self.composed(text), style, self.sheet.measure))
        item.indent, item.before, item.after, item.keep = style.indent, style.before, style.after, style.keep
        return item

    def fill(self, item: TextItem, block: Block, span: Span, width: float) -> None:
        """Break a stretch of the block into the item's lines."""
        inline = (*_INLINE, Label) if block.kind == "note" else _INLINE
        known = inlays(block, links=self.writer.standard.links, tagged=self.writer.tree is not None)
        runs = [run for run in known if isinstance(run, inline) and run.span.overlaps(span)]
        text = block.text if block.kind == "code" else _credited(self.composed(block.text), block)
        if not runs:
            item.lines = self._plain(item.fount, _broken(text[span.start : span.end]), item.style, width)
            return
        made = self._runs(item, block, span, runs, text)
        item.segments = mixed_lines(made, width)
        if item.style.balanced:
            item.segments = balanced(lambda room: mixed_lines(made, room), width, widest(made))

    def composed(self, text: str) -> str:
        """A text as it is drawn, sign for sign."""
        return composed(text) if self.typography else text

    def _plain(self, fount: Fount, text: str, style: Style, width: float) -> list[str]:
        if not style.balanced:
            return plain_lines(fount, text, width)
        return balanced(lambda room: plain_lines(fount, text, room), width, widest([Run(text, fount)]))

    def _runs(self, item: TextItem, block: Block, span: Span, inlays: Sequence[Inlay], text: str) -> list[Run]:
        edges = {span.start, span.end}
        for inlay in inlays:
            edges |= {max(inlay.span.start, span.start), min(inlay.span.end, span.end)}
        runs: list[Run] = []
        waiting = sorted(inlays, key=lambda inlay: inlay.span.start, reverse=True)
        here: list[Inlay] = []
        for start, end in pairwise(sorted(edges)):
            here = [inlay for inlay in here if inlay.span.end > start]
            while waiting and waiting[-1].span.start <= start:
                here.append(waiting.pop())
            kinds = {type(inlay) for inlay in here}
            fount = self.case.fount(item.style.size, item.style.bold or Strong in kinds)
            rise = item.style.size * (_RISE if Raised in kinds else _DROP if Lowered in kinds else 0)
            runs.append(
                Run(
                    _broken(text[start:end]),
                    fount,
                    rise,
                    self._owner(item, block, here, runs[-1].owner if runs else 0),
                )
            )
        return runs

    def _owner(self, item: TextItem, block: Block, inlays: Sequence[Inlay], previous: int) -> int:
        """The inline element of a run: the previous run's when it goes on, else a new one; 0 for none.

        An element that was left is not taken up again: its content would come out of the order of the page.
        """
        sign = next((r for r in inlays if isinstance(r, NoteCall | Label)), None)
        link = next((r for r in inlays if isinstance(r, Link) and r.address.lower().startswith(_LEADS)), None)
        language = next((r for r in inlays if isinstance(r, Language) and _LANGUAGE.fullmatch(r.tag)), None)
        short = next((r for r in inlays if isinstance(r, Expansion)), None)
        outer = link or sign or language or short
        words = block.text[outer.span.start : outer.span.end] if outer else ""
        if outer is None or not words.strip():
            return 0
        tag = "Link" if link else "Lbl" if isinstance(sign, Label) else "Reference" if sign else "Span"
        inline = Inline(
            tag,
            link.address if link else "",
            language.tag if language else "",
            words,
            outer.span,
            short.words if short and outer is short else "",
            self.notes.get(sign.note, "") if tag == "Reference" and isinstance(sign, NoteCall) else "",
        )
        if not previous or item.inlines[previous - 1] != inline:
            item.inlines.append(inline)
        return len(item.inlines)


_NOTHING = "\u2060"
"""Leaves no ink."""
_BEFORE_CREDIT = re.compile(
    rf"[ {GLUE}](?:([{re.escape(''.join(UNSEEN))}])[ {GLUE}]$|(?=(?:[^\w\s{GLUE}][ {GLUE}])?$))"
)


def _credited(text: str, block: Block) -> str:
    """A caption whose credit stands on a line of its own; the dash before it is read, and not seen."""
    credit = next((run.span.start for run in block.runs if isinstance(run, Credit)), 0)
    return _BEFORE_CREDIT.sub(_parted, text[:credit], count=1) + text[credit:]


def _parted(match: re.Match[str]) -> str:
    """Sign for sign, so that runs keep their places."""
    return f"\n{UNSEEN[match[1]]}{_NOTHING}" if match[1] else "\n"


def _broken(text: str) -> str:
    """The paragraphs of a cell on lines of their own."""
    return text.replace("\u2028", "\n")
