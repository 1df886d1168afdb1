"""Contents, running heads, the places of bylines: what leads through a book."""

from dataclasses import replace
from pathlib import Path

import pytest

from editions.model import Article, Block, Section
from editions.model.runs import Author, Dated, Span
from editions.printing import book, contents, furniture
from editions.printing.arranging import arranged, dated_only
from editions.printing.entries import ContentsItem
from editions.printing.items import TextItem
from editions.printing.metadata import Standard
from editions.printing.settings import PrintSettings
from tests.printing.printing_samples import LONG, block, brief_article, edition
from tests.printing.test_printing_line_ends import sample


def article(title: str, section: str = "") -> Article:
    return Article(title, title, (block("title", title), block("paragraph", LONG)), Path("a.txt"), section=section)


def listed(*articles: Article, size: float = 20) -> list[list[str]]:
    """Of each page of contents, its entries and group headings."""
    made = book.make(edition(*articles).edition, PrintSettings(size=size), Standard())
    found = []
    for page in made.pages[2 : min(made.starts) - 1]:
        assert all(p.last - p.first == p.item.count for p in page if isinstance(p.item, ContentsItem))
        found.append([p.item.words if isinstance(p.item, ContentsItem) else "group" for p in page])
    return found


def test_ten_articles_are_on_one_page_of_contents() -> None:
    assert len(listed(*sample().edition.articles)) == 1


def test_a_single_article_has_no_contents(tmp_path: Path) -> None:
    assert listed(brief_article(tmp_path)) == []


def test_sections_are_groups_when_several_articles_have_one() -> None:
    sport, town = (article(f"Un titre {n}", section) for n, section in enumerate(("Sport", "Ville")))
    other = article("Un autre titre", "Sport")
    assert listed(sport, other, town) == [["group", "group", "Un titre 0", "Un autre titre", "group", "Un titre 1"]]
    assert listed(sport, town) == [["group", "Un titre 0", "Un titre 1"]]


@pytest.mark.parametrize("size", [20.0, 48.0])
def test_entries_are_never_split(size: float) -> None:
    titles = [f"{number} {'mot long de titre ' * 4}" for number in range(14)]
    entries = [words for page in listed(*map(article, titles), size=size) for words in page if words != "group"]
    assert entries == titles


def test_the_head_tells_the_article_that_goes_on() -> None:
    words = (block("title", "T"), block("paragraph", LONG * 40))
    long = Article("t", "Budget 2025\u00a0: voté", words, Path("a.txt"), section="Ville")
    made = book.make(edition(long, article("Football\u00a0: victoire", "Sport")).edition, PrintSettings(), Standard())
    assert [head is None for head in made.heads[:3]] == [True, True, False]
    heads = [(head.section, head.title, head.opens) for head in made.heads if head]
    assert heads[1] == ("", "Édition d’essai du bocage", True)
    assert heads[2] == ("Ville", "Budget 2025", False)
    assert heads[-1] == ("", "Édition d’essai du bocage", True)
    assert contents.target(1) == "a1"


def byline(text: str, run: type[Author] | type[Dated] = Author) -> Block:
    return replace(block("byline", text), runs=(run(Span(0, len(text)), text),))


def kinds(body: tuple[object, ...]) -> str:
    return " ".join(node.kind if isinstance(node, Block) else f"({kinds(node.body)})" for node in body)  # type: ignore[attr-defined]


def test_bylines_stand_below_the_lede() -> None:
    title, lede, words = block("title", "T"), block("lede", "L"), block("paragraph", "P")
    signed, day = byline("Par X"), byline("Mardi", Dated)
    heading = block("heading", "H")
    assert kinds(arranged((signed, day, title, lede, words))) == "title lede byline byline paragraph"
    assert kinds(arranged((title, words, Section(heading, 2, (words, signed))))) == "title byline paragraph (paragraph)"
    assert kinds(arranged((title, words, signed, words))) == "title paragraph byline paragraph"
    assert kinds(arranged((signed, words))) == "byline paragraph"
    assert (dated_only(signed), dated_only(day)) == (False, True)


def rules_above(*signs: Block) -> int:
    """How many texts of a book stand below a rule of their own."""
    body = (block("title", "T"), *signs, block("paragraph", LONG))
    made = book.make(edition(Article("t", "T", body, Path("a.txt"))).edition, PrintSettings(), Standard())
    items = {id(part.item): part.item for page in made.pages for part in page}
    return sum(isinstance(item, TextItem) and item.style.rule_above > 0 for item in items.values())


def test_one_rule_stands_above_all_who_sign() -> None:
    several = byline("Hier", Dated), byline("Anne Roy"), byline("Hydrologue"), byline("Mardi", Dated)
    assert rules_above(*several) == rules_above(byline("Anne Roy")) == rules_above() + 1


@pytest.mark.parametrize(
    "section, title, size, shown",
    [
        ("", "Le Courrier du Perche", 48, ("", "Le Courrier\u00a0…")),
        ("Politique", "L’intergouvernementalisation", 28, ("Politique", "")),
        ("Politique", "Un budget voté de nuit", 48, ("Politique", "")),
        (
            "Ville",
            "Crues\u00a0: le rapport qui dérange tout un département",
            28,
            ("Ville", "Crues\u00a0: le rapport\u00a0…"),
        ),
    ],
)
def test_a_head_is_shortened_by_whole_words(section: str, title: str, size: float, shown: tuple[str, str]) -> None:
    made = book.make(edition(article("A")).edition, PrintSettings(size=size), Standard())
    room = made.sheet.measure - 2 * size * made.sheet.giant
    assert furniture.shown(made.setter, furniture.Head(section, title), room) == shown
