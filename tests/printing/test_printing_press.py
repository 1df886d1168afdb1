"""The press file and the booklet, judged from outside: PDF/X by rules written apart, inks by Ghostscript."""

import hashlib
import io
import re
import subprocess
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from editions.articles import article as read
from editions.errors import UsageError
from editions.outputs import booklet, press
from editions.printing import icc, pictures
from editions.printing.imposition import spreads, volumes
from editions.printing.settings import PrintSettings
from editions.publication import Publication
from editions.settings import Settings
from tests.printing.printing_samples import Walk, brief_article, edition, instructions, rich_article

Tool = Callable[[str], str]
MM = 72 / 25.4


def pressed(publication: Publication, folder: Path, **settings: Any) -> Path:
    path, ticket = press.render(publication, folder, Settings(sections=(PrintSettings(**settings),)))
    assert (path, ticket) == (folder / "print" / "press.pdf", folder / "print" / "job-ticket.txt")
    return path


def numbers(array: Any) -> list[float]:
    return [float(value) for value in array]


@pytest.mark.parametrize("standard", ["PDF/X-4", "PDF/X-1a:2003"])
def test_the_rules_of_pdf_x(rich: Publication, tmp_path: Path, standard: str) -> None:
    with pikepdf.open(pressed(rich, tmp_path, standard=standard)) as file:
        former = standard != "PDF/X-4"
        assert file.pdf_version == ("1.4" if former else "1.6")
        assert "/ID" in file.trailer
        assert "/Encrypt" not in file.trailer
        info = file.docinfo
        assert all(str(info[key]) for key in ("/Title", "/CreationDate", "/ModDate", "/Creator", "/Producer"))
        assert info.Trapped == "/False"
        assert str(info.get("/GTS_PDFXVersion", "")) == (standard if former else "")
        xmp = file.Root.Metadata.read_bytes().decode()
        assert ("<pdfxid:GTS_PDFXVersion>PDF/X-4<" in xmp) is not former
        (intent,) = [i for i in file.Root.OutputIntents if i.S == "/GTS_PDFX"]
        assert str(intent.OutputConditionIdentifier) == ("FOGRA39" if former else "Custom")
        assert ("/DestOutputProfile" in intent) is not former
        if former:
            assert str(intent.RegistryName) == "http://www.color.org"
        else:
            profile = intent.DestOutputProfile.read_bytes()
            assert (profile[12:16], profile[16:20], int(intent.DestOutputProfile.N)) == (b"prtr", b"GRAY", 1)
        for page in file.pages:
            media, bleed, trim = (numbers(page.obj[f"/{name}Box"]) for name in ("Media", "Bleed", "Trim"))
            assert [trim[2] - trim[0], trim[3] - trim[1]] == pytest.approx([210 * MM, 297 * MM], abs=0.02)
            assert [trim[0] - bleed[0], bleed[3] - trim[3]] == pytest.approx([3 * MM, 3 * MM], abs=0.02)
            assert bleed[0] > media[0]
            assert bleed[3] < media[3]
            assert "/Annots" not in page.obj
            assert "/Group" not in page.obj
            used = {operator for _, operator in instructions(page)}
            assert not used & {"rg", "RG", "k", "K", "cs", "CS", "sc", "scn", "sh", "gs"}
            for image in page.obj.Resources.get("/XObject", {}).values():
                assert image.ColorSpace == "/DeviceGray"
                assert "/SMask" not in image
            for font in page.obj.Resources.Font.values():
                assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor
        assert len(file.pages) % 4 == 0


def test_a_screen_reader_can_read_the_press_file_too(rich: Publication, tmp_path: Path) -> None:
    walk = Walk(pressed(rich, tmp_path))
    assert "Trois ans de travaux" in walk.text()
    assert not walk.elements("Link")


def test_black_ink_only(rich: Publication, tmp_path: Path, tool: Tool) -> None:
    command = [tool("gs"), "-q", "-o", "-", "-sDEVICE=inkcov", str(pressed(rich, tmp_path))]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    inks = [line.split()[:4] for line in run.stdout.splitlines() if line.endswith("CMYK OK")]
    assert len(inks) == 16
    assert all(float(ink) == 0 for line in inks for ink in line[:3])
    assert any(float(line[3]) > 0.01 for line in inks)


def test_pdfinfo_sees_the_boxes(rich: Publication, tmp_path: Path, tool: Tool) -> None:
    run = subprocess.run(
        [tool("pdfinfo"), "-box", str(pressed(rich, tmp_path))], capture_output=True, text=True, check=True
    )
    boxes = {line.split(":")[0]: line.split(":")[1].split() for line in run.stdout.splitlines() if "Box" in line}
    assert boxes["TrimBox"] == ["34.02", "34.02", "629.29", "875.91"]
    assert boxes["BleedBox"] == ["25.51", "25.51", "637.80", "884.41"]


def test_the_binding_edge_alternates(rich: Publication, tmp_path: Path) -> None:
    walk = Walk(pressed(rich, tmp_path))
    left = []
    for page in walk.pdf.pages[2:6]:
        places = [o for o, operator in instructions(page) if operator == "Tm"]
        left.append(min(float(place[4]) for place in places) - 12 * MM)
    assert left[0] == pytest.approx(left[2])
    assert left[0] - left[1] == pytest.approx(7 * MM, abs=0.1)


def test_the_job_ticket_says_what_is_in_the_file(rich: Publication, tmp_path: Path) -> None:
    pressed(rich, tmp_path)
    text = (tmp_path / "print" / "job-ticket.txt").read_text(encoding="utf-8")
    for words in (
        "PDF/X-4",
        "210 × 297 mm",
        "multiple de 4",
        "noir seul",
        "AtkinsonHyperlegibleNext-Bold",
        "20 points",
    ):
        assert words in text
    assert text.startswith("BON À IMPRIMER\n")
    assert text.count("\n- ") == 5
    assert "À savoir :\n- images sous 150 points par pouce : 2" in text
    data = (tmp_path / "print" / "press.pdf").read_bytes()
    assert hashlib.sha256(data).hexdigest() in text
    assert "2, la moins fine à " in text
    assert len(text.splitlines()) < 60


def test_a_small_size_is_said_on_the_ticket(rich: Publication, tmp_path: Path) -> None:
    pressed(rich, tmp_path, size=11.0)
    text = (tmp_path / "print" / "job-ticket.txt").read_text(encoding="utf-8")
    assert text.startswith("NE PAS IMPRIMER\n- ")
    assert "le corps est petit" in text


def test_the_printers_own_profile(rich: Publication, tmp_path: Path) -> None:
    profile = tmp_path / "rotative.icc"
    profile.write_bytes(icc.gray_press(0.22))
    with pikepdf.open(pressed(rich, tmp_path, icc=str(profile))) as file:
        intent = file.Root.OutputIntents[0]
        assert str(intent.OutputConditionIdentifier) == "rotative"
        assert intent.DestOutputProfile.read_bytes() == icc.gray_press(0.22)


@pytest.mark.parametrize("data", [b"", b"pas un profil", icc.srgb()])
def test_a_profile_that_is_no_printers_is_refused(rich: Publication, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.icc"
    path.write_bytes(data)
    with pytest.raises(UsageError, match="profil"):
        pressed(rich, tmp_path, icc=str(path))


@given(st.integers(1, 300))
def test_a_folded_pile_reads_in_order(pages: int) -> None:
    sides = spreads(pages)
    whole = -(-pages // 4) * 4
    assert sorted(position for left, right, _ in sides for position in (left, right)) == list(range(1, whole + 1))
    order: dict[int, int] = {}
    for front, back in zip(sides[::2], sides[1::2], strict=True):
        assert front[2] == back[2]
        order[front[1]], order[back[0]] = back[0], front[1]  # two pages of one leaf
        order[front[0]], order[back[1]] = back[1], front[0]
    for left, right, sheet in sides:
        assert left + right == whole + 1  # an open pile shows pages that follow one another at the middle only
        assert left % 2 == 0
        assert right % 2 == 1
        assert sheet < whole // 4
    assert all(abs(a - b) == 1 for a, b in order.items())


@given(st.integers(1, 400), st.frozensets(st.integers(2, 400)), st.integers(8, 120))
def test_volumes_hold_every_page_once(pages: int, starts: frozenset[int], most: int) -> None:
    found = volumes(pages, frozenset(s for s in starts if s <= pages), most)
    folios = [folio for volume in found for folio in volume.folios if folio]
    assert folios == list(range(1, pages + 1))
    assert all(len(volume.folios) <= most for volume in found)
    assert {volume.count for volume in found} == {len(found)}


def test_a_volume_begins_with_an_article_when_one_is_near() -> None:
    assert [volume.first for volume in volumes(100, frozenset({30, 58, 75}), 64)] == [1, 58]


@pytest.mark.parametrize(("paper", "size"), [("A3", (420, 297)), ("A4", (296, 210))])
def test_the_booklet_is_on_folded_sheets(tmp_path: Path, paper: str, size: tuple[int, int]) -> None:
    publication = edition(rich_article(tmp_path))
    path, _ = booklet.render(publication, tmp_path, Settings(sections=(PrintSettings(booklet=paper),)))
    with pikepdf.open(path) as file:
        assert all(numbers(page.MediaBox)[2:] == pytest.approx([n * MM for n in size], abs=0.1) for page in file.pages)
        assert len(file.pages) % 2 == 0


def test_inner_sheets_creep_towards_the_fold(tmp_path: Path) -> None:
    publication = edition(rich_article(tmp_path))
    path, _ = booklet.render(publication, tmp_path, Settings(sections=(PrintSettings(paper_thickness=0.5),)))
    with pikepdf.open(path) as file:
        right = []
        for front in list(file.pages)[::2]:
            moves = [o for o, operator in instructions(front) if operator == "cm"]
            right.append(float(moves[-1][4]))
    assert right == pytest.approx([(210 - sheet * 0.5) * MM for sheet in range(4)], abs=0.01)


def test_a_thick_booklet_is_several_volumes(tmp_path: Path) -> None:
    publication = edition(rich_article(tmp_path))
    paths = booklet.render(publication, tmp_path, Settings(sections=(PrintSettings(volume_pages=8, size=28.0),)))
    assert [path.name for path in paths] == ["booklet-1.pdf", "booklet-2.pdf", "booklet-3.pdf", "booklet-ticket.txt"]


def test_a_volume_tells_which_one_it_is_and_what_is_in_it(tmp_path: Path, tool: Tool) -> None:
    articles = [replace(brief_article(tmp_path), title=f"Titre {number}") for number in range(20)]
    *paths, _ = booklet.render(edition(*articles), tmp_path, Settings(sections=(PrintSettings(volume_pages=8),)))
    for number, path in enumerate(paths, 1):
        command = [tool("pdftotext"), "-layout", "-f", "1", "-l", "1", str(path), "-"]
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        assert f"Volume {number} sur {len(paths)}" in told
        assert bool(re.search(r"Titre \d+ [ .]+\d+\n", told)), number
    assert len(paths) > 2


@pytest.mark.parametrize(
    "paper, verdict, told",
    [
        (0.1, "BON À IMPRIMER", "(0,8 mm d'épaisseur au plus)"),
        (0.7, "NE PAS IMPRIMER", "trop épais pour deux agrafes (5,6 mm, 5 au plus)"),
    ],
)
def test_the_booklets_ticket_tells_sheets_and_whether_staples_hold(
    tmp_path: Path, paper: float, verdict: str, told: str
) -> None:
    publication = edition(rich_article(tmp_path))
    path, ticket = booklet.render(publication, tmp_path, Settings(sections=(PrintSettings(paper_thickness=paper),)))
    text = ticket.read_text(encoding="utf-8")
    assert text.startswith(f"{verdict}\n")
    assert told in text
    assert re.search(r"Feuilles +: 4\n", text)
    assert hashlib.sha256(path.read_bytes()).hexdigest() in text


def test_a_thick_book_is_glued_and_its_spine_told(rich: Publication, tmp_path: Path) -> None:
    pressed(rich, tmp_path, paper_thickness=1.0)
    text = (tmp_path / "print" / "job-ticket.txt").read_text(encoding="utf-8")
    assert "dos carré collé souple, dos de 8 mm" in text


@pytest.mark.parametrize("level, lightened", [(20, True), (60, True), (200, False), (0, False)])
def test_dark_photographs_are_made_lighter_for_ink(level: int, lightened: bool) -> None:
    picture = Image.new("L", (50, 50), level)
    for tone, changed in (("lightened", lightened), ("gray", False)):
        data, _ = pictures.encoded(picture, 50, photograph=True, tone=tone)  # type: ignore[arg-type]
        shown = Image.open(io.BytesIO(data)).getpixel((25, 25))
        assert isinstance(shown, int | float)
        assert (shown > level + 20) is changed
    data, _ = pictures.encoded(picture, 50, photograph=False, tone="lightened")
    assert zlib.decompress(data) == bytes([level]) * 2500


def test_lightening_is_a_setting(rich: Publication, tmp_path: Path) -> None:
    article = rich.edition.articles[0]
    Image.new("RGB", (900, 500), (30, 30, 30)).save(article.source.parent / "nuit.jpg")
    (article.source.parent / "nuit.md").write_text("# Nuit\n\n![La nuit](nuit.jpg)\n\nUn mot.\n", encoding="utf-8")
    night = edition(read(article.source.parent / "nuit.md"))
    sizes = []
    for lighten in (True, False):
        with pikepdf.open(pressed(night, tmp_path, lighten_pictures=lighten)) as file:
            image = next(iter(file.pages[0].Resources.XObject.values()))
            sizes.append(Image.open(io.BytesIO(image.read_raw_bytes())).getpixel((9, 9)))
    assert sizes == [pytest.approx(83, abs=6), pytest.approx(30, abs=3)]
