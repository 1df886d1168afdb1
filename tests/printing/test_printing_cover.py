"""The covers: what stands on them, on one page at any size, and where the back one is."""

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
import segno
from PIL import Image

from editions.errors import UsageError
from editions.outputs import pdf, press
from editions.printing import book
from editions.printing.entries import ContentsItem
from editions.printing.imposition import Volume
from editions.printing.metadata import Standard
from editions.printing.settings import PrintSettings
from editions.settings import Settings
from tests.printing.printing_samples import Walk, brief_article, edition, instructions
from tests.printing.test_printing_line_ends import sample

ADDRESS = "https://exemple.fr/ecouter"


def large_print(folder: Path, **values: object) -> Walk:
    made = edition(brief_article(folder), brief_article(folder))
    settings = Settings(sections=(PrintSettings(**values),))  # type: ignore[arg-type]
    return Walk(pdf.render(made, folder, settings)[0])


@pytest.mark.parametrize("size", [16.0, 20.0, 28.0, 36.0, 48.0])
def test_the_cover_is_one_page_of_headlines_and_a_picture(size: float) -> None:
    made = book.make(sample().edition, PrintSettings(size=size), Standard())
    assert [head is None for head in made.heads[:3]] == [True, True, False]
    assert all(made.heads[2:-1])
    headlines = [placed.item for placed in made.pages[0] if isinstance(placed.item, ContentsItem)]
    assert len(headlines) == 3 or size > 24
    assert all(item.page == start for item, start in zip(headlines, sorted(made.starts), strict=False))


def test_the_cover_tells_the_day_and_what_it_is(tmp_path: Path) -> None:
    walk = large_print(tmp_path)
    cover = [walk.text(element) for element in walk.elements("P")[:3]]
    assert walk.text(walk.elements("H1")[0]) == "Édition d’essai du bocage"
    assert cover == ["Dimanche 1er novembre 2026", "Édition en gros caractères", "Ouest-Matin"]
    assert walk.text(walk.elements("H1")[1]) == "Comment ce livre se lit"


def test_the_name_may_be_a_picture(tmp_path: Path) -> None:
    Image.new("L", (900, 200), 0).save(tmp_path / "titre.png")
    walk = large_print(tmp_path, nameplate=str(tmp_path / "titre.png"))
    figure = walk.elements("Figure")[0]
    assert (str(figure.Alt), str(figure.P.S)) == ("Édition d’essai du bocage", "/H1")


def test_the_back_has_the_address_and_its_code(tmp_path: Path) -> None:
    walk = large_print(tmp_path, address=ADDRESS)
    assert walk.text(walk.elements("P")[-1]) == ADDRESS
    assert str(walk.elements("Figure")[-1].Alt).endswith(ADDRESS)
    boxes = [list(map(float, operands)) for operands, name in instructions(walk.pdf.pages[-1]) if name == "re"]
    (left, bottom, width, _), *dark = boxes
    matrix = segno.make(ADDRESS, micro=False, error="q").matrix
    side = width / (len(matrix) + 8)
    drawn = {
        (round((bottom + width - y) / side) - 5, round((x - left) / side) - 4 + module)
        for x, y, length, _ in dark
        for module in range(round(length / side))
    }
    assert drawn == {(y, x) for y, row in enumerate(matrix) for x, module in enumerate(row) if module}


@pytest.mark.parametrize("size", [20.0, 48.0])
@pytest.mark.parametrize("colours", ["black-on-white", "white-on-black"])
def test_a_telephone_reads_the_code(tmp_path: Path, tool: Callable[[str], str], size: float, colours: str) -> None:
    reader = pytest.importorskip("zxingcpp", reason="zxing-cpp is not installed")
    made = edition(brief_article(tmp_path), brief_article(tmp_path))
    settings = Settings(sections=(PrintSettings(size=size, address=ADDRESS, screen_colours=colours),))
    (path,) = pdf.render(made, tmp_path, settings)
    with pikepdf.open(path) as file:
        last = str(len(file.pages))
    subprocess.run(
        [tool("pdftoppm"), "-r", "100", "-png", "-singlefile", "-f", last, path, tmp_path / "back"], check=True
    )
    with Image.open(tmp_path / "back.png") as picture:
        assert [(code.text, code.format.name) for code in reader.read_barcodes(picture)] == [(ADDRESS, "QRCode")]


def test_the_back_cover_is_the_last_page_of_the_sheets(tmp_path: Path) -> None:
    made = edition(brief_article(tmp_path), brief_article(tmp_path))
    path, ticket = press.render(made, tmp_path, Settings())
    with pikepdf.open(path) as file:
        texts = [sum(name == "TJ" for _, name in instructions(page)) for page in file.pages]
    assert len(texts) == 8
    assert (texts[5:7], texts[7] > 2) == ([0, 0], True)
    assert "dont 2 blanches avant le dos" in ticket.read_text(encoding="utf-8")
    assert Volume(1, 6).folios == [1, 2, 3, 4, 5, 0, 0, 6]
    assert Volume(7, 9, 2, 2).folios == [0, 7, 8, 9]


@pytest.mark.parametrize("address", ["", ADDRESS])
@pytest.mark.parametrize("size", [20.0, 36.0, 48.0])
def test_the_back_cover_is_one_page(tmp_path: Path, size: float, address: str) -> None:
    title = "Plan de relance à Alençon\u00a0: deux quartiers refaits, trente-quatre immeubles isolés pour l’hiver"
    made = replace(edition(brief_article(tmp_path)).edition, title=title)
    last = book.make(made, PrintSettings(size=size, address=address), Standard()).pages[-1]
    assert last[0].item.fresh  # the first item of the back cover is on its last page
    assert len(last) >= 1 + 3 * bool(address)


@pytest.mark.parametrize("address", ["exemple.fr", "https://ex emple.fr", "javascript:alert(1)"])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(UsageError, match=r"print\.address"):
        PrintSettings(address=address)
