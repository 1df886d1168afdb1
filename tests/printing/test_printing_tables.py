"""Tables stay tables where they fit, in any size; records are parted where they may be."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from editions.model import Article, Table
from editions.printing import book
from editions.printing.columns import fitted
from editions.printing.items import TextItem
from editions.printing.metadata import Standard
from editions.printing.setter import Setter
from editions.printing.settings import PrintSettings
from editions.publication import Publication
from tests.printing.printing_samples import block, brief_article, edition, table

TOWNS = table(("Commune", "Habitants", "Budget"), ("Alençon", "25\u202f700", "41,2\u00a0M€"))
JOINED = table(("Commune", "Maire"), ("Saint-Germain-du-Corbéis", "Anne-Sophie Lemoine"))
HOURS = table(("Jour", "Heures"), ("Lundi", "8 h – 12 h"))


def setter(size: float) -> Setter:
    return book.make(edition(brief_article(Path())).edition, PrintSettings(size=size), Standard()).setter


@pytest.mark.parametrize(
    "rows, size, stays",
    [(TOWNS, size, size < 48) for size in (16.0, 20.0, 28.0, 36.0, 48.0)]
    + [(JOINED, size, size < 72) for size in (20.0, 36.0, 48.0, 72.0)],
)
def test_a_table_stays_one_while_it_fits(rows: Table, size: float, stays: bool) -> None:
    assert (fitted(rows, setter(size)) is not None) == stays


@pytest.mark.parametrize("size", [20.0, 36.0])
def test_columns_fill_the_measure_at_most(size: float) -> None:
    setting = setter(size)
    for rows in (TOWNS, JOINED, HOURS):
        found = fitted(rows, setting)
        assert found is not None
        assert found.left(len(found.widths) - 1) + found.widths[-1] <= setting.sheet.measure + 0.01
        for row in rows.rows:
            for cell in row:
                word = max(setting.composed(rows.text.text)[cell.span.start : cell.span.end].split("-"), key=len)
                fount = setting.case.fount(setting.styles.size, bool(cell.header))
                assert found.width(cell, cell.column) >= min(fount.longest(word.split(" ")), setting.sheet.measure)


def values(made: Publication, size: float) -> Iterator[list[TextItem]]:
    """What stands on each page."""
    for page in book.make(made.edition, PrintSettings(size=size), Standard()).pages:
        yield [placed.item for placed in page if isinstance(placed.item, TextItem)]


def test_a_record_taller_than_half_a_page_goes_over_but_never_its_name_alone() -> None:
    heads = [f"Une colonne au long nom {n}" for n in range(8)]
    wide = table(tuple(heads), *(tuple(f"valeur {row} {n} assez large" for n in range(8)) for row in range(6)))
    body = (block("title", "T"), block("paragraph", "Avant."), wide)
    pages = list(values(edition(Article("t", "T", body, Path("t.txt"))), 48.0))
    feet = [page[-1] for page in pages[3:-1] if page]
    assert len(feet) > 8
    assert not any(item.style.bold for item in feet)
