"""How full pages are, and what stands alone on them: the sample, a pasted article, all kinds of blocks; all sizes."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from editions import articles
from editions.model import Article, Node, Section
from editions.printing import book
from editions.printing.book import Book
from editions.printing.items import TextItem
from editions.printing.metadata import Standard
from editions.printing.pages import Placed
from editions.printing.settings import PrintSettings
from editions.publication import Publication
from tests.printing.printing_samples import LONG, block, brief_article, edition, rich_article, table
from tests.printing.test_printing_line_ends import sample

SIZES = (16.0, 20.0, 28.0, 36.0, 48.0)
PASTED = """Le Courrier du Perche / Orne

Quatre jours après la crue, l'intercommunalité rouvre la passerelle des Promenades et compte ses digues

La passerelle des Promenades, dimanche, à La Ferté-Macé.
La passerelle des Promenades, dimanche, à La Ferté-Macé. - Anne ROY / Le Courrier

Rédaction avec AFP Le 24/11/2026 à 18h35

La Sarthe est montée de 2,40 m en une nuit ; 38 maisons ont été évacuées et 1,2 km de digues est à refaire.

"On n'avait jamais vu ça depuis 1995", a déclaré mardi le président, M. Paul Lenoir, qui a chiffré les dégâts à 3,5 M€.

Ce que disent les relevés

À 22h30, la station de mesure indiquait 3,80 m, à 6 heures 4,12 m, soit 12% de plus qu'en 2001.
"C'est à peine croyable", a-t-elle dit.

La rocade a été coupée à la hauteur de la sortie 14, et 650 foyers sont restés sans électricité jusqu'à 5h10.
"""


def pasted(folder: Path) -> Publication:
    path = folder / "pasted.txt"
    path.write_text(PASTED, encoding="utf-8")
    return edition(articles.article(path))


def all_kinds(folder: Path) -> Publication:
    names = ("Saint-Germain-du-Corbéis", "Condé-sur-Sarthe", "Le Ménil-Brout")
    rows = [("Commune", "Habitants", "Budget"), *((name, "25\u202f700", "41,2\u00a0M€") for name in names)]
    wide = [tuple(f"{word} {n} assez large" for n in range(6)) for word in ("Colonne", "valeur", "autre")]
    title = "L’intergouvernementalisation hospitalo-universitaire\u00a0: anticonstitutionnellement contestée"
    body: list[Node] = [
        block("title", title),
        block("lede", LONG),
        block("paragraph", LONG * 4),
        table(*rows),
        table(*wide),
    ]
    parts = (block("paragraph", LONG * n) for n in range(1, 9))
    chapters = (Section(block("heading", "Dix-huit mois d’enquête, et une facture"), 2, (part,)) for part in parts)
    other = Article("autre", title, (*body, *chapters), folder / "autre.txt")
    return edition(rich_article(folder), other, brief_article(folder))


EDITIONS: tuple[Callable[[Path], Publication], ...] = (lambda _: sample(), pasted, all_kinds)
every = pytest.mark.parametrize("made", [pytest.param(made, id=str(n)) for n, made in enumerate(EDITIONS)])
in_all_sizes = pytest.mark.parametrize("size", SIZES)


def printed(made: Publication, size: float) -> Book:
    return book.make(made.edition, PrintSettings(size=size), Standard())


def texts(made: Book) -> Iterator[tuple[int, Placed]]:
    """What stands on each page of the articles, and of the contents."""
    for folio, page in enumerate(made.pages, 1):
        if made.heads[folio - 1]:
            yield from ((folio, placed) for placed in page)


@every
@in_all_sizes
def test_no_page_is_under_a_third_full_but_the_last_of_an_article(
    made: Callable[[Path], Publication], tmp_path: Path, size: float
) -> None:
    book = printed(made(tmp_path), size)
    filled: dict[int, float] = {}
    for folio, placed in texts(book):
        filled[folio] = placed.y + (placed.last - placed.first) * placed.item.leading
    last = {folio for folio in filled if folio + 1 in book.starts or folio + 1 not in filled}
    assert [f for f, height in filled.items() if f not in last and height < book.sheet.depth / 3] == []


@every
@in_all_sizes
def test_no_line_of_a_paragraph_stands_alone(made: Callable[[Path], Publication], tmp_path: Path, size: float) -> None:
    parted = [
        (folio, placed.last - placed.first)
        for folio, placed in texts(printed(made(tmp_path), size))
        if isinstance(placed.item, TextItem) and placed.item.count > placed.last - placed.first
    ]
    assert parted or made is pasted
    assert [folio for folio, lines in parted if lines < 2] == []


@every
@in_all_sizes
def test_no_heading_stands_at_the_foot(made: Callable[[Path], Publication], tmp_path: Path, size: float) -> None:
    book = printed(made(tmp_path), size)
    feet = [page[-1].item for page, head in zip(book.pages, book.heads, strict=True) if head]
    assert [item.heading for item in feet if isinstance(item, TextItem) and item.heading] == []
