"""A publication as a book: cover, contents, articles; paged once, then drawn page by page."""

from dataclasses import dataclass
from pathlib import Path

from editions.model import Edition
from editions.printing.articles import ArticleSetter
from editions.printing.items import ContentsItem, Space
from editions.printing.lines import Run, mixed_lines
from editions.printing.metadata import Metadata, Standard, long_date, moment
from editions.printing.navigation import Bookmark
from editions.printing.objects import numbers
from editions.printing.pages import Item, Page, compose
from editions.printing.setter import Setter
from editions.printing.styles import MM, Sheet, StyleBook, sheet
from editions.printing.tags import Element
from editions.printing.typecase import TypeCase
from editions.printing.writer import Writer
from editions.settings import PrintSettings

CONTENTS = "Sommaire"


@dataclass(slots=True)
class Book:
    """A book paged and ready to be drawn."""

    writer: Writer
    setter: Setter
    sheet: Sheet
    title: str
    pages: list[Page]
    bookmarks: list[Bookmark]

    def draw_page(self, folio: int) -> None:
        """The content of page ``folio`` (from 1), between the writer's ``start_page`` and ``finish_page``."""
        left = self.sheet.left(folio)
        top = self.sheet.height - self.sheet.top
        if folio > 1:
            self._running_head(left)
        for placed in self.pages[folio - 1]:
            placed.item.draw(self.writer, left, top - placed.y, placed.first, placed.last)
        if folio > 1:
            self._folio(folio, left)

    def _running_head(self, left: float) -> None:
        writer, size = self.writer, self.setter.styles.size
        fount = self.setter.case.fount(size, False)
        y = self.sheet.height - 13 * MM - size * 0.3
        writer.begin_artifact("/Type /Pagination /Subtype /Header")
        writer.code.append(f"BT {fount.select} 1 0 0 1 {numbers(left, y)} Tm [{self._head_code()}]TJ ET")
        rule = y - size * 0.45
        writer.code.append(f"0.5 w {numbers(left, rule)} m {numbers(left + self.sheet.measure, rule)} l S")
        writer.end()

    def _head_code(self) -> str:
        fount = self.setter.case.fount(self.setter.styles.size, False)
        title, limit = self.title, self.sheet.measure
        if sum(fount.width(character) for character in title) > limit:
            while title and sum(fount.width(character) for character in title + "…") > limit:
                title = title[:-1].rstrip()
            title += "…"
        return fount.word(title)[1]

    def _folio(self, folio: int, left: float) -> None:
        writer = self.writer
        fount = self.setter.case.fount(self.setter.styles.size, True)
        width, code = fount.word(str(folio))
        x = left if self.sheet.mirrored and folio % 2 == 0 else left + self.sheet.measure - width
        writer.begin_artifact("/Type /Pagination /Subtype /Footer")
        writer.code.append(f"BT {fount.select} 1 0 0 1 {numbers(x, 13 * MM)} Tm [{code}]TJ ET")
        writer.end()


def make(edition: Edition, settings: PrintSettings, standard: Standard, *, gray: bool = False) -> Book:
    """Set and page an edition."""
    metadata = Metadata(edition.title, edition.publisher, edition.language, moment(edition.date))
    writer = Writer(metadata, standard)
    case = TypeCase(settings, writer.font)
    page = sheet(case.size, settings)
    setter = Setter(writer, case, StyleBook(case.size, settings.leading), page)
    cover = _cover(setter, edition)
    contents = _contents(setter, edition)
    body = _articles(setter, edition, settings, gray)
    front = compose([*cover, *contents], page.depth)
    inside = compose(body, page.depth)
    folios = {placed.item.anchor: len(front) + i for i, p in enumerate(inside, 1) for placed in p if placed.first == 0}
    for item in contents:
        if isinstance(item, ContentsItem):
            item.page = folios[item.target]
    bookmarks = [Bookmark(CONTENTS, "contents")] if contents else []
    bookmarks += [Bookmark(item.words, item.target) for item in contents if isinstance(item, ContentsItem)]
    return Book(writer, setter, page, edition.title, front + inside, bookmarks)


def write(book: Book, path: Path) -> None:
    """Draw all the pages of a book and write its file."""
    for folio in range(1, len(book.pages) + 1):
        book.writer.start_page()
        book.draw_page(folio)
        book.writer.finish_page(book.sheet.width, book.sheet.height)
    book.writer.save(path, book.bookmarks)


def _cover(setter: Setter, edition: Edition) -> list[Item]:
    styles = setter.styles
    title = setter.text(edition.title, styles.cover, setter.writer.element("H1"))
    items: list[Item] = [Space(setter.sheet.depth * 0.25), title]
    for line in (edition.publisher, long_date(edition.date) if edition.date else ""):
        if line:
            items.append(setter.text(line, styles.body, setter.writer.element("P")))
    return items


def _contents(setter: Setter, edition: Edition) -> list[Item]:
    if not edition.articles:
        return []
    styles = setter.styles
    heading = setter.text(CONTENTS, styles.title, setter.writer.element("H1"))
    heading.fresh, heading.anchor = True, "contents"
    root = setter.writer.element("TOC")
    entries = [
        _entry(setter, article.title or article.slug, f"a{i}", root) for i, article in enumerate(edition.articles)
    ]
    return [heading, *entries]


def _entry(setter: Setter, title: str, target: str, root: Element | None) -> ContentsItem:
    """A line of the contents; the title leaves room for the number, so that the dots have a place to be."""
    style = setter.styles.contents
    writer, measure = setter.writer, setter.sheet.measure
    reference = writer.element("Reference", writer.element("TOCI", root))
    fount = setter.case.fount(style.size, False)
    lines = mixed_lines([Run(title, fount)], measure - fount.width("0000") - style.size)
    item = ContentsItem(reference, fount, style, segments=lines, target=target, words=title, measure=measure)
    item.last_width = sum(segment.width for segment in lines[-1])
    item.after = style.after
    return item


def _articles(setter: Setter, edition: Edition, settings: PrintSettings, gray: bool) -> list[Item]:
    body: list[Item] = []
    for i, article in enumerate(edition.articles):
        items = ArticleSetter(setter, article, gray).items()
        if not items:
            items = [setter.text(article.title or article.slug, setter.styles.title, setter.writer.element("H1"))]
        items[0].anchor = f"a{i}"
        items[0].fresh = settings.article_start == "page" or i == 0
        if not items[0].fresh:
            items[0].before = setter.styles.line * 2
        body += items
    return body
