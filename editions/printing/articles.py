"""An article as items, in reading order, with its part of the structure tree."""

from collections.abc import Callable

from editions.model import Article, Block, Span
from editions.printing import pictures, tables
from editions.printing.items import ListItem, QuoteItem, TextItem
from editions.printing.pages import Item
from editions.printing.setter import Setter
from editions.printing.styles import Style
from editions.printing.tags import Element

_NO_DESCRIPTION = "Image sans description"
_PICTURE_DEPTH = 0.6
"""A picture takes at most this part of a page's height."""


class ArticleSetter:
    """Turns the blocks of one article into items."""

    def __init__(self, setter: Setter, article: Article, gray: bool) -> None:
        """``gray``: photographs in gray, for the press."""
        self.setter = setter
        self.article = article
        self.gray = gray
        self.root = setter.writer.element("Art")
        self.level = 1
        self._titled = False
        self._lists: list[Element | None] = []

    def items(self) -> list[Item]:
        """All the items of the article."""
        found: list[Item] = []
        for i, block in enumerate(self.article.blocks):
            if block.kind != "item":
                self._lists = []
            following = self.article.blocks[i + 1] if i + 1 < len(self.article.blocks) else None
            found += self._block(block, following)
            if block.kind == "item" and (following is None or following.kind != "item"):
                found[-1].after = self.setter.styles.body.after
        return found

    def _block(self, block: Block, following: Block | None) -> list[Item]:
        special: dict[str, Callable[[], list[Item]]] = {
            "figure": lambda: self._figure(block, following),
            "table": lambda: tables.items(block, self.setter, self.root),
            "item": lambda: [self._item(block)],
            "quote": lambda: [self._quote(block)],
        }
        make = special.get(block.kind)
        if make is not None:
            return make()
        if not block.text.strip():
            return []
        style, tag = self._style(block)
        element = self._element(tag)
        return [self.setter.item(block, style, element)]

    def _element(self, tag: str, parent: Element | None = None) -> Element | None:
        return self.setter.writer.element(tag, parent or self.root)

    def _style(self, block: Block) -> tuple[Style, str]:
        styles = self.setter.styles
        if block.kind == "title":
            tag = "H2" if self._titled else "H1"  # one title to an article, whatever it says
            self._titled, self.level = True, int(tag[1])
            return styles.title, tag
        if block.kind == "heading":
            self.level = min(max(block.level, 2), self.level + 1, 6)
            return (styles.heading if self.level <= 2 else styles.subheading), f"H{self.level}"
        plain = {
            "outlet": styles.outlet, "section": styles.kicker, "lede": styles.lede, "byline": styles.byline,
            "caption": styles.caption,
        }  # fmt: skip
        return plain.get(block.kind, styles.body), "Caption" if block.kind == "caption" else "P"

    def _quote(self, block: Block) -> Item:
        style = self.setter.styles.quote
        text = self.setter.item(block, style, self._element("P", self._element("BlockQuote")))
        bar = QuoteItem(text.element, text.fount, style, text.lines, text.segments, text.inlines)
        bar.indent, bar.after = style.indent, style.after
        return bar

    def _item(self, block: Block) -> Item:
        style, level = self.setter.styles.item, max(1, block.level)
        label = next((mark.span for mark in block.marks if mark.kind == "label"), None)
        holder = self._element("LI", self._list(level, numbered=label is not None))
        offset = (level - 1) * style.indent
        indent, code, element = style.indent, "", None
        start = 0
        if label is not None:
            element = self._element("Lbl", holder)
            fount = self.setter.case.fount(style.size, style.bold)
            start = label.end + len(block.text[label.end :]) - len(block.text[label.end :].lstrip(" \u00a0\u202f"))
            words = block.text[: label.end].strip()
            width = fount.width(words) + fount.space[0]
            indent, code = max(indent, width), fount.word(words)[1] + fount.space[1]
        text = self.setter.item(
            block, style, self._element("LBody", holder), Span(start, len(block.text)), offset + indent - style.indent
        )
        item = ListItem(text.element, text.fount, style, text.lines, text.segments, text.inlines, text.indent)
        item.after, item.label, item.label_code, item.label_x = style.after, element, code, offset
        return item

    def _list(self, level: int, numbered: bool) -> Element | None:
        """The L element of a level; a nested list is a child of the list around it."""
        del self._lists[level:]
        while len(self._lists) < level:
            kind = "Decimal" if numbered else "Disc"
            parent = self._lists[-1] if self._lists else self.root
            attributes = f"<< /O /List /ListNumbering /{kind} >>"
            self._lists.append(self.setter.writer.element("L", parent, attributes=attributes))
        return self._lists[-1]

    def _figure(self, block: Block, following: Block | None) -> list[Item]:
        value = next((mark.value for mark in block.marks if mark.kind == "image"), "")
        path = pictures.find(value, self.article.source)
        picture = pictures.opened(path) if path else None
        if picture is None or path is None:
            return self._missing(block)
        sheet, styles = self.setter.sheet, self.setter.styles
        caption = following.text if following and following.kind == "caption" else ""
        element = self.setter.writer.element(
            "Figure", self.root, alternative=block.text.strip() or caption or _NO_DESCRIPTION
        )
        width, height = pictures.fitted(picture, sheet.measure, sheet.depth * _PICTURE_DEPTH)
        photograph = path.suffix.lower() in (".jpg", ".jpeg", ".webp")
        image = pictures.encoded(picture, width, photograph=photograph, gray=self.gray)
        item = pictures.PictureItem(element, image, width, height)
        item.before, item.after, item.keep = styles.caption.before, styles.caption.before, bool(caption)
        if not caption:
            item.after = styles.body.after
        return [item]

    def _missing(self, block: Block) -> list[Item]:
        """A picture that cannot be read: its description is printed, so that nothing is lost."""
        text = block.text.strip()
        if not text:
            return []
        item: TextItem = self.setter.item(block, self.setter.styles.body, self._element("P"))
        return [item]
