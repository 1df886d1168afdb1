"""The booklet: two pages side by side on each side of a sheet, so that the folded pile reads in order.

Sheet ``i`` of a pile of ``n`` pages (from 0, the outermost first) has on its front pages ``n - 2i`` and ``2i + 1``, on
its back ``2i + 2`` and ``n - 2i - 1``. The inner sheets stick out where the pile is folded, so their pages move towards
the fold by one thickness of paper each.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from editions.printing import contents
from editions.printing.book import Book
from editions.printing.objects import numbers
from editions.printing.pages import Item, compose
from editions.printing.press import FOLD
from editions.printing.sheets import MM


@dataclass(frozen=True, slots=True)
class Volume:
    """Part of a book that is bound by itself: pages ``first`` to ``last``; ``number`` of ``count`` volumes."""

    first: int
    last: int
    number: int = 1
    count: int = 1

    @property
    def folios(self) -> list[int]:
        """The book's pages in this volume, 0 for a blank one, and for a cover of its own.

        All volumes but the first have such a cover; the book's back cover is the last page of the last volume.
        """
        own = [0] if self.number > 1 else []
        pages = [*own, *range(self.first, self.last + 1)]
        blanks = -len(pages) % FOLD if self.number == self.count else 0
        return [*pages[:-1], *[0] * blanks, pages[-1]]


def volumes(pages: int, starts: frozenset[int], most: int) -> list[Volume]:
    """Volumes of at most ``most`` pages; cut before an article where one begins in a volume's second half."""
    most -= most % FOLD
    cuts: list[tuple[int, int]] = []
    first = 1
    while pages - first + 1 > most - bool(cuts):
        beyond = first + most - bool(cuts)
        near = [start for start in starts if first + most // 2 <= start <= beyond]
        last = max(near, default=beyond) - 1
        cuts.append((first, last))
        first = last + 1
    cuts.append((first, pages))
    return [Volume(first, last, number, len(cuts)) for number, (first, last) in enumerate(cuts, 1)]


def spreads(pages: int) -> list[tuple[int, int, int]]:
    """``(left, right, sheet)`` of each side to print, in order; positions from 1; sheets from 0, the outermost."""
    whole = -(-pages // FOLD) * FOLD
    sides = []
    for sheet in range(whole // 4):
        sides.append((whole - 2 * sheet, 2 * sheet + 1, sheet))
        sides.append((2 * sheet + 2, whole - 2 * sheet - 1, sheet))
    return sides


def write(book: Book, volume: Volume, path: Path, thickness: float) -> None:
    """Write one volume; ``thickness`` of the paper in millimetres."""
    writer, page = book.writer, book.sheet
    folios = volume.folios
    forms = [_form(book, volume, folio, position) for position, folio in enumerate(folios, 1)]
    for left, right, sheet in spreads(len(folios)):
        creep = sheet * thickness * MM
        writer.start_page()
        for position, x in ((left, creep), (right, page.width - creep)):
            if position <= len(forms):
                name = f"P{position}"
                writer.picture(name, forms[position - 1])
                writer.code.append(f"q 1 0 0 1 {numbers(x, 0)} cm /{name} Do Q")
        box = f"/TrimBox [0 0 {numbers(2 * page.width, page.height)}]"
        writer.finish_page(2 * page.width, page.height, box)
    writer.save(path, [])


def _form(book: Book, volume: Volume, folio: int, position: int) -> int:
    book.writer.start_form()
    if folio:
        book.draw_page(folio, position)
    if position == 1 and volume.count > 1:
        _volume_cover(book, volume, own=folio == 0)
    return book.writer.finish_form(book.sheet.width, book.sheet.height)


def _volume_cover(book: Book, volume: Volume, own: bool) -> None:
    """On the first page of a volume: which one it is; on a cover of its own, the title and what is in it, by page."""
    sheet, styles, left = book.sheet, book.setter.styles, book.sheet.left(1)
    told = book.setter.text(f"Volume {volume.number} sur {volume.count}", styles.kicker, None)
    if not own:
        told.draw(book.writer, left, sheet.edge - told.baseline(0), 0, 1)
        return
    told.after = styles.line
    items: list[Item] = [book.setter.text(book.title, styles.cover, None), told, *_listed(book, volume)]
    for placed in compose(items, sheet.depth)[0]:
        placed.item.draw(book.writer, left, sheet.height - sheet.top - placed.y, placed.first, placed.last)


def _listed(book: Book, volume: Volume) -> Iterator[Item]:
    """An entry for each article that begins in a volume."""
    for folio in range(volume.first, volume.last + 1):
        for placed in book.pages[folio - 1]:
            title = book.titles.get(placed.item.anchor, "") if placed.first == 0 else ""
            if title:
                entry = contents.entry(book.setter, title, placed.item.anchor, book.setter.styles.contents)
                entry.page = folio
                yield entry
