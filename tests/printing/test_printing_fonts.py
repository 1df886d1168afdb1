"""The reader's own font: same look at the same preset, bold or its likeness, refused when it cannot serve."""

from pathlib import Path
from typing import Any

import pikepdf
import pytest
import uharfbuzz

from editions.checks import pdf as checks
from editions.errors import UsageError
from editions.outputs import pdf
from editions.printing.faces import Face
from editions.printing.settings import PrintSettings
from editions.printing.typecase import REFERENCE_X_HEIGHT, chosen, house_face
from editions.settings import Settings
from tests.printing import variable_font
from tests.printing.printing_samples import Walk, edition, instructions, rich_article

THIN, HEAVY = variable_font.THIN, variable_font.HEAVY
FONTS = Path(__file__).parents[2] / "assets" / "fonts"


def made(folder: Path, **settings: Any) -> Path:
    (path,) = pdf.render(edition(rich_article(folder)), folder, Settings(sections=(PrintSettings(**settings),)))
    return path


def fonts_of(path: Path) -> set[str]:
    with pikepdf.open(path) as file:
        return {str(font.BaseFont).split("+")[1] for font in file.pages[2].Resources.Font.values()}


def body_sizes(path: Path) -> set[str]:
    with pikepdf.open(path) as file:
        return {str(o[1]) for o, operator in instructions(file.pages[3]) if operator == "Tf"}


def test_the_house_font_has_its_own_x_height() -> None:
    assert house_face("AtkinsonHyperlegibleNext-Regular").x_height == REFERENCE_X_HEIGHT


def test_a_font_with_a_taller_x_is_set_smaller(tmp_path: Path) -> None:
    path = made(tmp_path, font=str(FONTS / "DejaVuSans.ttf"), size=18.0)
    taller = Face(FONTS / "DejaVuSans.ttf").x_height
    assert taller > REFERENCE_X_HEIGHT
    assert f"{18 * REFERENCE_X_HEIGHT / taller:.2f}" in body_sizes(path)
    assert checks.findings(tmp_path) == []


def test_a_font_alone_is_emboldened(tmp_path: Path) -> None:
    font = tmp_path / "Seule.ttf"
    font.write_bytes((FONTS / "DejaVuSans.ttf").read_bytes())
    path = made(tmp_path, font=str(font))
    assert fonts_of(path) == {"DejaVuSans"}
    with pikepdf.open(path) as file:
        content = file.pages[2].Contents.read_bytes()
    assert b" 2 Tr " in content
    assert b" 0 Tr" in content


def test_the_bold_beside_it_is_used(tmp_path: Path) -> None:
    for name in ("Regular", "Bold"):
        (tmp_path / f"Maison-{name}.ttf").write_bytes((FONTS / f"AtkinsonHyperlegibleNext-{name}.ttf").read_bytes())
    found = fonts_of(made(tmp_path, font=str(tmp_path / "Maison-Regular.ttf")))
    assert {"AtkinsonHyperlegibleNext-Regular", "AtkinsonHyperlegibleNext-Bold"} <= found


def test_what_a_font_lacks_comes_from_another(tmp_path: Path) -> None:
    face = uharfbuzz.Face(uharfbuzz.Blob((FONTS / "AtkinsonHyperlegibleNext-Regular.ttf").read_bytes()))
    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(map(ord, "abcdefghijklmnopqrstuvwxyz H"))
    poor = tmp_path / "Pauvre.ttf"
    poor.write_bytes(uharfbuzz.subset(face, wanted).blob.data)
    path = made(tmp_path, font=str(poor))
    assert "AtkinsonHyperlegibleNext-Regular" in fonts_of(path)
    assert "Écoles\u00a0: le plan de rentrée" in Walk(path).text()
    assert checks.findings(tmp_path) == []


def test_a_font_that_may_not_be_embedded_is_refused(tmp_path: Path) -> None:
    data = bytearray((FONTS / "AtkinsonHyperlegibleNext-Regular.ttf").read_bytes())
    tables = (
        {data[12 + 16 * i : 16 + 16 * i]: 12 + 16 * i for i in range(int.from_bytes(data[4:6], "big"))} if False else {}
    )
    for i in range(int.from_bytes(data[4:6], "big")):
        entry = 12 + 16 * i
        tables[bytes(data[entry : entry + 4])] = int.from_bytes(data[entry + 8 : entry + 12], "big")
    data[tables[b"OS/2"] + 8 : tables[b"OS/2"] + 10] = b"\0\2"
    font = tmp_path / "Interdite.ttf"
    font.write_bytes(bytes(data))
    with pytest.raises(UsageError, match="interdit"):
        made(tmp_path, font=str(font))


def test_a_missing_font_file_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="illisible"):
        made(tmp_path, font=str(tmp_path / "nulle.ttf"))


def test_more_white_between_letters_and_words(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    plain = made(tmp_path / "a")
    airy = made(tmp_path / "b", letter_spacing=0.12, word_spacing=0.16, leading=1.5)
    with pikepdf.open(plain) as one, pikepdf.open(airy) as other:
        assert len(other.pages) > len(one.pages)
    assert checks.findings(tmp_path / "b") == []
    (art,) = Walk(airy).elements("Art")
    (same,) = Walk(plain).elements("Art")
    assert "".join(Walk(airy).text(art).split()) == "".join(Walk(plain).text(same).split())


def test_the_measure_is_a_setting(tmp_path: Path) -> None:
    path = made(tmp_path, size=16.0, measure=40)
    walk = Walk(path)
    lines = [
        len(bytes(operand).hex()) / 4
        for page in walk.pdf.pages
        for operands, operator in instructions(page)
        if operator == "TJ"
        for operand in [b"".join(bytes(part) for part in operands[0] if isinstance(part, pikepdf.String))]
    ]
    assert 30 < max(lines) <= 50


def widths(face: Face) -> float:
    """How wide the ink of a letter is."""
    extents = uharfbuzz.Font(uharfbuzz.Face(face.subset({face.glyph("n")})[0])).get_glyph_extents(1)
    assert extents is not None
    return float(extents.width)


@pytest.mark.parametrize(
    ("least", "most", "regular", "bold"),
    [
        (200, 800, THIN + (HEAVY - THIN) / 3, THIN + (HEAVY - THIN) * 5 / 6),
        (400, 700, THIN, HEAVY),
        (500, 600, THIN, HEAVY),  # the nearest that there are
        (300, 500, (THIN + HEAVY) / 2, None),  # its heaviest is no bold
    ],
)
def test_a_variable_font_gives_its_regular_and_its_bold(
    tmp_path: Path, least: int, most: int, regular: float, bold: float | None
) -> None:
    faces = chosen(PrintSettings(font=str(variable_font.write(tmp_path / "Barres[wght].ttf", least, most))))
    assert widths(faces[0]) == pytest.approx(regular, abs=1)
    assert faces[0].name == "Barres-Regular"
    if bold is None:
        assert faces[1] is faces[0]
    else:
        assert widths(faces[1]) == pytest.approx(bold, abs=1)
        assert faces[1].name == "Barres-Bold"


def test_a_variable_font_without_weights_is_its_makers_default(tmp_path: Path) -> None:
    regular, bold = chosen(PrintSettings(font=str(variable_font.write(tmp_path / "B.ttf", 75, 125, "wdth"))))
    assert widths(regular) == THIN
    assert bold is regular


def test_a_book_of_a_variable_font_has_two_fixed_ones(tmp_path: Path) -> None:
    path = made(tmp_path, font=str(variable_font.write(tmp_path / "B[wght].ttf")))
    assert {"Barres-Regular", "Barres-Bold"} <= fonts_of(path)
    assert checks.findings(tmp_path) == []
