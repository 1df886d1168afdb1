"""A publication as a book: cover, contents, articles; paged once, then drawn page by page."""

import gc
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count, groupby
from pathlib import Path

from editions import identity
from editions.model import Article, Edition
from editions.printing import contents, cover, endpapers, furniture
from editions.printing.articles import ArticleSetter
from editions.printing.colours import Colours, fill
from editions.printing.entries import ContentsItem
from editions.printing.founts import inked
from editions.printing.items import TextItem
from editions.printing.metadata import Metadata, Standard
from editions.printing.navigation import Bookmark
from editions.printing.pages import Item, Page, compose
from editions.printing.pictures import Tone
from editions.printing.setter import Setter
from editions.printing.settings import PrintSettings
from editions.printing.sheets import Sheet, sheet
from editions.printing.styles import StyleBook
from editions.printing.tags import Element
from editions.printing.typecase import TypeCase
from editions.printing.writer import Writer

_MADE = count()
"""Books of this process."""


@dataclass(slots=True)
class Book:
    """A book paged and ready to be drawn."""

    writer: Writer
    setter: Setter
    sheet: Sheet
    title: str
    pages: list[Page]
    bookmarks: list[Bookmark]
    starts: frozenset[int]
    """Folios (from 1) of the pages where an article begins."""
    titles: dict[str, str]
    """Of each article, by the name of the place where it begins."""
    heads: list[furniture.Head | None]
    """What stands above each page; None for a cover, which has no folio either."""

    def in_another_file(self) -> "Book":
        """The same book without tags, ready to be drawn into a second file."""
        writer = self.writer.another()
        setter = Setter(writer, self.setter.case, self.setter.styles, self.sheet, self.setter.typography)
        return replace(self, writer=writer, setter=setter)

    def draw_page(self, folio: int, position: int = 0, origin: tuple[float, float] = (0, 0)) -> None:
        """Draw page ``folio`` (from 1).

        ``position``: its rank in its volume, when that is not the folio. ``origin``: the page's lower left corner.
        """
        left = origin[0] + self.sheet.left(position or folio)
        top = origin[1] + self.sheet.height
        head = self.heads[folio - 1]
        if head and not self.sheet.giant:
            outside_right = self.sheet.mirrored and (position or folio) % 2 == 1
            furniture.running_head(self.setter, head, left, top, outside_right)
        for placed in self.pages[folio - 1]:
            if isinstance(placed.item, TextItem) and head and not head.opens and not self.sheet.giant:
                placed.item.unruled = placed.y == 0
            placed.item.draw(self.writer, left, top - self.sheet.top - placed.y, placed.first, placed.last)
        if head:
            outside_left = self.sheet.mirrored and (position or folio) % 2 == 0
            furniture.folio(self.setter, folio, left, origin[1], outside_left, head if self.sheet.giant else None)


def make(
    edition: Edition, settings: PrintSettings, standard: Standard, *, paper: str = "A4", bound: bool = False
) -> Book:
    """Set and page an edition. ``bound``: for the press, with a wider binding edge and photographs in gray."""
    if next(_MADE):
        gc.collect()  # the book before this one: its objects hold one another, and a command looks for garbage rarely
    metadata = Metadata(
        edition.title, edition.publisher, edition.language, edition.modified, identifier=_identifier(edition, standard)
    )
    writer = Writer(metadata, standard)
    case = TypeCase(settings, writer.font)
    page = sheet(case.size, settings, paper, bound=bound)
    setter = Setter(
        writer, case, StyleBook(case.size, settings.leading, page.measure, page.giant), page, settings.typography
    )
    tone: Tone = "colour" if not bound else "lightened" if settings.lighten_pictures else "gray"
    outside = compose(cover.items(setter, edition, settings, tone), page.depth)
    outside += compose(endpapers.inside_front(setter, settings), page.depth)
    listed = contents.items(setter, edition)
    front = [*outside, *compose(listed, page.depth)]
    body = _articles(setter, edition, settings, tone)
    inside = compose(body, page.depth)
    back = compose(endpapers.back(setter, edition, settings), page.depth)
    folios = {placed.item.anchor: len(front) + i for i, p in enumerate(inside, 1) for placed in p if placed.first == 0}
    folios.pop("", None)
    for placed in (placed for page_ in front for placed in page_):
        if isinstance(placed.item, ContentsItem):
            placed.item.page = folios[placed.item.target]
    bookmarks = [Bookmark(contents.HEADING, contents.ANCHOR)] if listed else []
    bookmarks += list(_bookmarks(edition, body))
    titles = {contents.target(i): a.title or a.slug for i, a in enumerate(edition.articles)}
    starts = frozenset(folios[contents.target(i)] for i in range(len(edition.articles)))
    heads = [
        *[None] * len(outside),
        *furniture.heads(edition, [*front, *inside])[len(outside) :],
        *[None] * len(back),
    ]
    return Book(writer, setter, page, edition.title, front + inside + back, bookmarks, starts, titles, heads)


def _identifier(edition: Edition, standard: Standard) -> str:
    """One for each kind of file of an edition."""
    kind = "large print" if standard.ua else standard.press or "booklet"
    return identity.part(edition.identifier, kind).removeprefix("urn:uuid:")


def write(book: Book, path: Path, colours: Colours | None = None) -> None:
    """Draw all the pages of a book and write its file; ``colours``: other ones than black on white."""
    for folio in range(1, len(book.pages) + 1):
        book.writer.start_page()
        if colours:
            fill(book.writer, colours, book.sheet.width, book.sheet.height)
        book.draw_page(folio)
        book.writer.finish_page(book.sheet.width, book.sheet.height)
    book.writer.save(path, book.bookmarks)


def _bookmarks(edition: Edition, body: Sequence[Item]) -> Iterator[Bookmark]:
    """Articles below their section, when several have it, and crossheads below their article."""
    heads = [item for item in body if isinstance(item, TextItem) and item.heading]
    for section, group in groupby(enumerate(edition.articles), lambda pair: pair[1].section):
        articles = [
            Bookmark(article.title or article.slug, contents.target(number), tuple(_crossheads(heads, number)))
            for number, article in group
        ]
        if section and len(articles) > 1:
            yield Bookmark(section, articles[0].key, tuple(articles))
        else:
            yield from articles


def _crossheads(heads: Iterable[TextItem], number: int) -> Iterator[Bookmark]:
    place = contents.target(number) + "-"
    return (Bookmark(item.heading, item.anchor) for item in heads if item.anchor.startswith(place))


def _named(setter: Setter, article: Article, root: Element | None) -> Item:
    """The title that stands for an article of which nothing is seen."""
    return setter.text(article.title or article.slug, setter.styles.title, setter.writer.element("H1", root))


def _articles(setter: Setter, edition: Edition, settings: PrintSettings, tone: Tone) -> list[Item]:
    body: list[Item] = []
    for i, article in enumerate(edition.articles):
        made = ArticleSetter(setter, article, tone, contents.target(i))
        items = [] if any(inked(block.text) for block in article.blocks) else [_named(setter, article, made.root)]
        items += made.items()
        items[0].anchor = contents.target(i)
        items[0].fresh = settings.article_start == "page" or i == 0
        if isinstance(items[0], TextItem):
            items[0].style = replace(items[0].style, rule_above=setter.styles.crown, rule_width=setter.sheet.measure)
        if not items[0].fresh:
            items[0].before = setter.styles.line * 2
        body += items
    return body
