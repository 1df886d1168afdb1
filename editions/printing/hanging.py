"""The items of lists: the number or the bullet beside the words, as far from the edge as what they stand in."""

from dataclasses import dataclass

from editions.model import Block
from editions.model.runs import Label, Span
from editions.printing.entries import ListItem
from editions.printing.pages import Item
from editions.printing.setter import Setter
from editions.printing.styles import Style
from editions.printing.tags import Element

_DEEPEST = 0.4
"""Lists inside lists leave at least the rest of the width to their words."""


@dataclass(frozen=True, slots=True)
class Inside:
    """What the next item stands in."""

    element: Element | None
    indent: float = 0
    bars: tuple[float, ...] = ()
    label: Element | None = None
    """Of an item of an ordered list."""


def indented(setter: Setter, indent: float, style: Style) -> float:
    """How far from the edge what stands in a block of this style begins."""
    return min(indent + style.indent, max(indent, setter.sheet.measure * _DEEPEST))


def hangs(setter: Setter, block: Block, indent: float) -> bool:
    """Whether an item's number stands beside its words; one as long as a line begins them, as Word's may."""
    style, words = setter.styles.item, block.text[: _label(block).end].strip()
    wide = setter.case.fount(style.size, style.bold).width(words)
    return bool(words) and indent + wide <= max(setter.sheet.measure * _DEEPEST, indent + style.indent)


def first(setter: Setter, block: Block, element: Element | None, around: Inside) -> Item:
    """The words beside the bullet or the number."""
    style, label = setter.styles.item, _label(block)
    offset = around.indent - style.indent
    if label.end and around.label is None:
        item = setter.item(block, style, element, indent=offset)
        item.after, item.bars = style.after, around.bars
        return item
    start, code, indent = 0, "", around.indent
    if label.end:
        fount = setter.case.fount(style.size, style.bold)
        rest = block.text[label.end :]
        start = label.end + len(rest) - len(rest.lstrip(" \u00a0\u202f"))
        words = block.text[: label.end].strip()
        indent = max(indent, offset + fount.width(words) + fount.space[0])
        code = fount.word(words)[1] + fount.space[1]
    text = setter.item(block, style, element, Span(start, len(block.text)), indent - style.indent)
    made = ListItem(text.element, text.fount, style, text.lines, text.segments, text.inlines, text.indent)
    made.after, made.bars = style.after, around.bars
    made.label, made.label_code, made.label_x = around.label, code, offset
    return made


def _label(block: Block) -> Span:
    """Where the number of an item is that its text begins with."""
    spans = (run.span for run in block.runs if isinstance(run, Label) and run.span.start == 0)
    return next(spans, Span(0, 0))
