"""An article as items, in reading order, with its part of the structure tree.

The tree of the article is walked once: what it enters opens an element (L, LI, BlockQuote, Note), what it leaves closes
it, and each block becomes an item inside the innermost one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from editions.model import (
    Article,
    Block,
    Branch,
    Figure,
    List,
    Node,
    Note,
    Quotation,
    Section,
    Table,
    leaves,
    tree,
)  # fmt: skip
from editions.model import (
    Item as Entry,
)
from editions.printing import addresses, figures, hanging, tables
from editions.printing.arranging import arranged, dated_only, signs
from editions.printing.founts import inked
from editions.printing.hanging import Inside
from editions.printing.items import Rule, TextItem
from editions.printing.pages import Item
from editions.printing.pictures import Tone
from editions.printing.setter import Setter
from editions.printing.styles import Style
from editions.printing.tags import Element

_RULE = 0.3
"""Part of the measure that the rule above the notes takes."""
_TALLEST_TITLE = 0.5
"""Part of a page's height that a title may take before it is set smaller."""


class ArticleSetter:
    """Turns the tree of one article into items."""

    def __init__(self, setter: Setter, article: Article, tone: Tone, place: str) -> None:
        """``tone``: of photographs; ``place``: what the names of its crossheads begin with."""
        self.setter = setter
        self._place = place
        self._signed: list[Item] = []
        self._headings = 0
        self._body = arranged(article.body)
        self._slug = article.slug
        self._signs = signs(self._body)
        self.tone = tone
        self.root = setter.writer.element("Art")
        self._inside = [Inside(self.root)]
        self._items: list[Item] = []
        self._noted = ""
        """The name of the place where the next words stand, when they begin a note."""

    def items(self) -> list[Item]:
        """All the items of the article."""
        self.setter.notes = dict(_notes(self._slug, self._body))
        before: Block | Branch | None = None
        for step in tree.walk(self._body):
            if isinstance(step.node, Block):
                self._items += self._block(step.node, step.parents[-1] if step.parents else None)
            elif step.event == "enter":
                self._part_from_notes(step.node, before)
                self._enter(step.node)
            else:
                self._leave(step.node)
            before = step.node
        self._keep_signs()
        self._items += self._addresses()
        return self._items

    def _addresses(self) -> list[Item]:
        """On paper, where links lead nowhere: the address of each that hides it, once, below the article."""
        listed = {} if self.setter.writer.standard.links else addresses.unseen(self._body)
        lines = [f"{words}\u00a0: {address}" for address, words in listed.items()]
        styles = self.setter.styles
        made = [self.setter.text(line, styles.body, self._element("P")) for line in lines]
        if not made:
            return []
        return [Rule(styles.body.leading, width=self.setter.sheet.measure * _RULE), *made]

    def _keep_signs(self) -> None:
        """Who signs stands above two lines of the text at least; a picture may go to the next page."""
        for item, following in pairwise(self._items):
            if any(item is signed for signed in self._signed) and isinstance(following, TextItem):
                item.keep = True

    def _part_from_notes(self, node: Branch, before: Block | Branch | None) -> None:
        """A short rule above the first of several notes, and above one alone."""
        if isinstance(node, Note) and not isinstance(before, Note) and self._items:
            measure = self.setter.sheet.measure
            self._items.append(Rule(self.setter.styles.body.leading, width=measure * _RULE))

    def _enter(self, node: Branch) -> None:
        """Open the element of a node; the items of a figure's picture and of a table are made at once."""
        around = self._inside[-1]
        match node:
            case List():
                kind = "Decimal" if node.ordered else "Disc"
                attributes = f"<< /O /List /ListNumbering /{kind} >>"
                made = self.setter.writer.element("L", around.element, attributes=attributes)
                self._inside.append(Inside(made, around.indent, around.bars))
            case Entry():
                self._inside.append(self._entry(node, around))
            case Quotation():
                made = self._element("BlockQuote")
                indent = hanging.indented(self.setter, around.indent, self.setter.styles.quote)
                self._inside.append(Inside(made, indent, (*around.bars, around.indent)))
            case Note():
                self._noted = self.setter.notes.get(node.key, "")
                made = self.setter.writer.note(around.element)
                self._inside.append(Inside(made, around.indent, around.bars))
            case Figure():
                self._items += self._figure(node)
            case Table():
                self._items += tables.items(node, self.setter, around.element)

    def _leave(self, node: Branch) -> None:
        if isinstance(node, List | Entry | Quotation | Note):
            self._inside.pop()
        if isinstance(node, List) and len(self._inside) == 1 and self._items:
            self._items[-1].after = self.setter.styles.body.after

    def _entry(self, node: Entry, around: Inside) -> Inside:
        """An item of a list: LI, its number if its words begin with one, and LBody for all that it is made of."""
        holder = self._element("LI")
        first = node.body[0] if node.body else None
        numbered = isinstance(first, Block) and hanging.hangs(self.setter, first, around.indent)
        label = self._element("Lbl", holder) if numbered else None
        indent = hanging.indented(self.setter, around.indent, self.setter.styles.item)
        return Inside(self._element("LBody", holder), indent, around.bars, label)

    def _element(self, tag: str, parent: Element | None = None) -> Element | None:
        return self.setter.writer.element(tag, parent or self._inside[-1].element)

    def _block(self, block: Block, parent: Branch | None) -> list[Item]:
        if isinstance(parent, Table) or (isinstance(parent, Figure) and block is parent.alternative):
            return []
        if isinstance(parent, Entry) and block is parent.body[0]:
            alone = len(parent.body) == 1  # else what is drawn would come after the elements made before it
            element = self._inside[-1].element if alone else self._element("P")
            return [hanging.first(self.setter, block, element, self._inside[-1])]
        if not inked(block.text) and not isinstance(parent, Entry | Quotation | Note):
            return []
        style, tag = self._style(block, parent)
        item = self._text(block, style, self._element(tag))
        self._signed += [item] if block in self._signs else []
        if isinstance(parent, Section) and block is parent.heading and not item.anchor:
            self._headings += 1
            item.anchor, item.heading = f"{self._place}-{self._headings}", block.text.strip()
        return [item]

    def _style(self, block: Block, parent: Branch | None) -> tuple[Style, str]:
        styles = self.setter.styles
        if isinstance(parent, Section) and block is parent.heading:
            heading = styles.heading if parent.level <= 2 else styles.subheading
            known = {"title": styles.title, "question": styles.question}
            return known.get(block.kind, heading), f"H{parent.level}"
        if block in self._signs:
            style = styles.date if dated_only(block) else styles.byline
            if block is not next((sign for sign in self._signs if not dated_only(sign)), None):
                style = replace(style, before=0, rule_above=0)  # one rule above all who sign, and what they do
            return replace(style, after=styles.body.after) if block is self._signs[-1] else style, "P"
        plain = {
            "outlet": styles.outlet, "section": styles.kicker, "title": styles.title, "lede": styles.lede,
            "byline": styles.signature, "caption": styles.caption, "quote": styles.quote,
        }  # fmt: skip
        usual = styles.item if isinstance(parent, Entry) else styles.body
        return plain.get(block.kind, usual), {"title": "H1", "caption": "Caption"}.get(block.kind, "P")

    def _text(self, block: Block, style: Style, element: Element | None) -> TextItem:
        """The item of a block, as far from the edge as what it stands in."""
        around = self._inside[-1]
        indent, styles = around.indent - style.indent, self.setter.styles
        item = self.setter.item(block, style, element, indent=indent)
        if style is styles.title and item.count * item.leading > self.setter.sheet.depth * _TALLEST_TITLE:
            item = self.setter.item(block, styles.long_title, element, indent=indent)
        item.bars = around.bars
        item.anchor, self._noted = self._noted, ""
        return item

    def _figure(self, figure: Figure) -> list[Item]:
        made = figures.shown(figure, self.setter, self._inside[-1].element, self.tone)
        return self._missing(figure.alternative) if made is None else [made]

    def _missing(self, alternative: Block) -> list[Item]:
        """A picture that cannot be read: its description is printed, so that nothing is lost."""
        if not inked(alternative.text):
            return []
        return [self._text(alternative, self.setter.styles.body, self._element("P"))]


def _notes(slug: str, body: Sequence[Node]) -> Iterator[tuple[str, str]]:
    """Of each note that begins with words of its own, its key and the name of its place.

    Not of one that the article begins with: that place has the article's own name.
    """
    opening = next((block for block in leaves(body) if inked(block.text)), None)
    notes = (step.node for step in tree.walk(body) if step.event == "enter" and isinstance(step.node, Note))
    for number, note in enumerate(notes, 1):
        first = note.parts[0] if note.parts else None
        if isinstance(first, Block) and inked(first.text) and first is not opening:
            yield note.key, f"{slug}-note-{number}"
