"""The sample edition at its usual size: how its lines end, how its pages begin and end."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from editions import document
from editions.checks.pdf.content import Shown
from editions.checks.pdf.reading import PdfFile
from editions.model import Article
from editions.outputs import pdf
from editions.pipeline.understanding import sections
from editions.printing import book
from editions.printing.metadata import Standard
from editions.printing.settings import PrintSettings
from editions.publication import Publication
from editions.settings import Settings, load
from tests.printing.printing_samples import Walk, block, edition

SAMPLE = Path(__file__).parents[2] / "articles" / "bocage"
LONE = re.compile(r"(?:^|[ «(\"]|«\u00a0)(?:\w|[-–—−+/=]|\d(?:[\d.,\u00a0\u202f]*\d)?)$")


def large_print(publication: Publication, folder: Path, **print_settings: object) -> Path:
    (path,) = pdf.render(publication, folder, Settings(sections=(PrintSettings(**print_settings),)))  # type: ignore[arg-type]
    return path


def sample() -> Publication:
    made, _ = document.edition([SAMPLE], load(SAMPLE, sections()))
    return Publication(made, {}, {})


def lines(path: Path) -> Iterator[list[Shown]]:
    """Of each line that another one of the same element follows, what is shown."""
    rows: dict[tuple[int, int, float], list[Shown]] = {}
    for page in PdfFile(path, path.name).pages:
        for shown in page.shown:
            if shown.mcid is not None:
                rows.setdefault((page.number, shown.mcid, shown.y), []).append(shown)
    found = list(rows.items())
    for (key, row), (following, _) in pairwise(found):
        if key[:2] == following[:2]:
            yield row


@pytest.mark.parametrize("size", [16.0, 20.0, 28.0])
def test_no_line_ends_on_a_little_word_a_number_or_a_dash(tmp_path: Path, size: float) -> None:
    path = large_print(sample(), tmp_path, size=size)
    ends = ["".join(shown.text for shown in line).rstrip() for line in lines(path)]
    assert len(ends) > 250
    assert [end for end in ends if LONE.search(end)] == []


def test_what_is_extracted_is_what_the_article_has(tmp_path: Path) -> None:
    text = "\"L'eau monte\", dit-elle: \"Il m'a dit 'non' et 5'30\" après\"."
    article = Article("t", "T", (block("title", "T"), block("paragraph", text, strong="monte")), tmp_path / "t.txt")
    for typography in (True, False):
        walk = Walk(large_print(edition(article), tmp_path, typography=typography))
        assert walk.text(walk.elements("Art")[0]) == "T" + text


@pytest.mark.parametrize("size", [16.0, 20.0, 28.0])
def test_no_page_is_under_a_third_full_but_the_last_of_an_article(size: float) -> None:
    made = book.make(sample().edition, PrintSettings(size=size), Standard())
    for folio, page in enumerate(made.pages[:-1], 1):
        last = page[-1]
        filled = last.y + (last.last - last.first) * last.item.leading
        whole = folio + 1 in made.starts or not made.heads[folio - 1] or not made.heads[folio]
        assert whole or filled > made.sheet.depth / 3, folio


def test_the_dash_before_a_credit_is_read_and_not_seen(tmp_path: Path) -> None:
    caption = block("caption", "La cour, mardi. - Jeanne Martin / AFP", credit="Jeanne Martin / AFP")
    article = Article("t", "T", (block("title", "T"), caption), tmp_path / "t.txt")
    path = large_print(edition(article), tmp_path)
    walk = Walk(path)
    assert walk.text(walk.elements("Art")[0]) == f"T{caption.text}"
    drawn = [shown for page in PdfFile(path, path.name).pages for shown in page.shown if "AFP" in shown.text]
    assert [shown.text for shown in drawn] == ["Jeanne Martin / AFP"]
