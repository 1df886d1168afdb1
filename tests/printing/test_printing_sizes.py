"""All sizes: laid out for them, or refused before anything is made."""

from pathlib import Path

import pytest

from editions.checks import pdf as checks
from editions.errors import UsageError
from editions.outputs import booklet, pdf, press
from editions.pipeline import Order, build
from editions.printing.settings import PrintSettings
from editions.settings import Settings
from tests.printing.printing_samples import brief_article, edition, rich_article
from tests.printing.test_printing_line_ends import sample


def of(size: float, **values: object) -> Settings:
    return Settings(sections=(PrintSettings(size=size, **values),))  # type: ignore[arg-type]


@pytest.mark.parametrize("size", [16.0, 18.0, 22.0, 24.0, 28.0, 32.0, 36.0, 40.0, 48.0, 60.0, 72.0])
def test_every_kind_of_block_passes_in_every_size(tmp_path: Path, size: float) -> None:
    made = edition(rich_article(tmp_path), brief_article(tmp_path))
    for output in (pdf, press):
        output.render(made, tmp_path, of(size))
    assert checks.findings(tmp_path) == []


@pytest.mark.parametrize("size", [32.0, 48.0])
def test_the_sample_passes_in_giant_print(tmp_path: Path, size: float) -> None:
    pdf.render(sample(), tmp_path, of(size))
    assert checks.findings(tmp_path) == []


@pytest.mark.parametrize(
    "size, values",
    [
        (72.0, {"leading": 1.8}),
        (72.0, {"measure": 20, "letter_spacing": 0.0, "leading": 2.5}),
        (60.0, {"booklet": "A4"}),
    ],
)
def test_what_a_page_does_not_bear_is_refused(size: float, values: dict[str, object]) -> None:
    output = booklet if "booklet" in values else press
    with pytest.raises(UsageError, match="ne porte pas") as refused:
        output.refuse(of(size, **values))
    assert "points au plus" in refused.value.hint
    pdf.refuse(of(48.0))


def test_it_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Titre\n\nUn paragraphe assez long pour être lu.\n", encoding="utf-8")
    order = Order(
        (tmp_path / "a.txt",), tmp_path / "out", ("booklet",), options={"print.size": 72.0, "print.booklet": "A4"}
    )
    with pytest.raises(UsageError, match="une page A5 ne porte pas"):
        build(order)
    assert not (tmp_path / "out").exists()


def test_a_page_of_giant_print_has_its_head_at_the_foot(tmp_path: Path) -> None:
    from editions.printing import book
    from editions.printing.metadata import Standard

    usual, giant = (book.make(sample().edition, PrintSettings(size=size), Standard()).sheet for size in (28.0, 36.0))
    assert (usual.giant, giant.giant) == (False, True)
    assert giant.measure > usual.measure
    assert giant.depth > usual.depth
