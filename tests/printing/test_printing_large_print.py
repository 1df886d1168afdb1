"""Large print as a file: its words in order, its links, its pictures, the same bytes."""

import subprocess
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from editions import identity
from editions.articles import article as read
from editions.model import Article
from editions.outputs import pdf
from editions.publication import Publication
from editions.settings import Settings
from tests.printing.printing_samples import (
    LONG,
    Walk,
    block,
    brief_article,
    edition,
    instructions,
    made,
    packed,
    rich_article,
)

Tool = Callable[[str], str]


def test_a_screen_reader_hears_the_article_in_order(rich: Publication, tmp_path: Path) -> None:
    walk = Walk(made(rich, tmp_path))
    (art,) = walk.elements("Art")
    text = packed(walk.text(art))
    place = 0
    for piece in rich.edition.articles[0].blocks:
        if piece.kind not in ("table", "figure"):
            place = text.index(packed(piece.text), place)
    assert "Une carte disparue" in walk.text(art)
    assert "Une cour" not in walk.text(art)


def test_words_never_run_together(rich: Publication, tmp_path: Path) -> None:
    walk = Walk(made(rich, tmp_path))
    (art,) = walk.elements("Art")
    assert LONG.strip() in walk.text(art)
    assert "12\u202f500\u00a0€" in walk.text(art)


@pytest.mark.parametrize("mode", [(), ("-raw",)])
def test_pdftotext_gives_every_word(rich: Publication, tmp_path: Path, tool: Tool, mode: tuple[str, ...]) -> None:
    path = made(rich, tmp_path)
    run = subprocess.run([tool("pdftotext"), *mode, str(path), "-"], capture_output=True, text=True, check=True)
    extracted = set(run.stdout.split())
    for piece in rich.edition.articles[0].blocks:
        words = [w for w in piece.text.split() if len(w) < 40] if piece.kind != "figure" else []
        assert set(words) <= extracted, piece.kind


def test_links_and_bookmarks_lead_somewhere(rich: Publication, tmp_path: Path) -> None:
    with pikepdf.open(made(edition(*rich.edition.articles, brief_article(tmp_path)), tmp_path)) as file:
        annotations = [a for page in file.pages for a in page.get("/Annots", [])]
        assert "https://example.org/a?b=(1)" in [str(found.A.URI) for found in annotations if "/A" in found]
        contents = annotations[0]
        assert contents.Dest[0].objgen == file.pages[3].obj.objgen
        assert str(contents.Contents) == "Écoles\u00a0: le plan de rentrée, page 4"
        with file.open_outline() as outline:
            titles = ["Sommaire", "Écoles\u00a0: le plan de rentrée", "Une brève"]
            assert [item.title for item in outline.root] == titles


def test_nothing_is_smaller_than_the_body(rich: Publication, tmp_path: Path) -> None:
    with pikepdf.open(made(rich, tmp_path, 18)) as file:
        sizes = [
            float(operands[1]) for page in file.pages for operands, operator in instructions(page) if operator == "Tf"
        ]
    assert min(sizes) == 18


def test_the_same_edition_gives_the_same_bytes(tmp_path: Path) -> None:
    files = []
    for name in ("a", "b"):
        folder = tmp_path / name
        folder.mkdir()
        files.append(made(edition(rich_article(folder)), folder / "out").read_bytes())
    assert files[0] == files[1]


def test_source_date_epoch_is_the_date(rich: Publication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    rich = replace(rich, edition=replace(rich.edition, modified=identity.moment(None)))
    with pikepdf.open(made(rich, tmp_path)) as file:
        assert str(file.docinfo.CreationDate) == "D:19700102000000+00'00'"
        assert "1970-01-02T00:00:00+00:00" in file.Root.Metadata.read_bytes().decode()


def test_qpdf_finds_nothing_to_say(rich: Publication, tmp_path: Path, tool: Tool) -> None:
    run = subprocess.run([tool("qpdf"), "--check", str(made(rich, tmp_path))], capture_output=True, text=True)
    assert (run.returncode, run.stderr) == (0, "")


def test_a_heading_of_three_thousand_letters_stays_on_the_page(tmp_path: Path) -> None:
    blocks = (block("title", "A" * 3000), block("paragraph", "Fin."))
    walk = Walk(made(edition(Article("a", "A" * 3000, blocks, tmp_path / "a.txt")), tmp_path))
    assert walk.text(walk.elements("H1")[2]) == "A" * 3000


@pytest.mark.parametrize(
    "hostile", ["<b>gras & <i>non</i>", "(parenthèses\\ et) antislash\\", "%PDF-1.4 endstream", "\x07\ufffe"]
)
def test_text_is_only_text(tmp_path: Path, hostile: str) -> None:
    blocks = (block("title", hostile), block("paragraph", hostile))
    walk = Walk(made(edition(Article("a", hostile, blocks, tmp_path / "a.txt")), tmp_path))
    assert walk.text(walk.elements("Art")[0].K[1]) == hostile.replace("\x07", "")


def test_what_print_cannot_show_is_named(rich: Publication) -> None:
    found = {finding.code: finding for finding in pdf.findings(rich, Settings())}
    assert set(found) == {"print-glyph", "print-picture-missing"}
    assert "nulle.png" in found["print-picture-missing"].message
    assert "U+56FD" in found["print-glyph"].message


def test_a_picture_that_is_shown_twice_is_in_the_file_once(tmp_path: Path) -> None:
    Image.effect_noise((300, 200), 50).save(tmp_path / "a.png")
    (tmp_path / "b.png").write_bytes((tmp_path / "a.png").read_bytes())
    (tmp_path / "a.md").write_text("# Titre\n\nUn.\n\n![Un](a.png)\n\n![Deux](a.png)\n\n![Trois](b.png)\n", "utf-8")
    path = made(edition(read(tmp_path / "a.md")), tmp_path)
    assert len(Walk(path).elements("Figure")) == 4  # and on the cover
    with pikepdf.open(path) as file:
        images = [
            found for found in file.objects if isinstance(found, pikepdf.Stream) and found.get("/Subtype") == "/Image"
        ]
        assert len(images) == 1


@pytest.mark.parametrize("name", ["../dehors.png", "/etc/hostname", "texte.png", "x" * 300, "a\0b"])
def test_a_picture_that_is_none_is_described_in_words(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "texte.png").write_text("pas une image")
    (tmp_path / "dehors.png").write_bytes(b"")
    (folder / "a.html").write_text(f'<h1>Titre</h1><p>Mot.</p><img alt="Un pont sous la pluie" src="{name}">')
    article = read(folder / "a.html")
    made_of = edition(article)
    walk = Walk(made(made_of, tmp_path))
    assert "Un pont sous la pluie" in walk.text()
    assert not walk.elements("Figure")
    found = [*article.findings, *pdf.findings(made_of, Settings())]
    expected = "image-unreadable" if name == "texte.png" else "image-missing"
    assert [finding.code for finding in found if "picture" in finding.code or "image" in finding.code] == [expected]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "#note", "data:text/html,x", ""])
def test_an_address_that_is_no_web_address_is_no_link(tmp_path: Path, address: str) -> None:
    blocks = (block("title", "T"), block("paragraph", "Cliquez ici donc.", link=("ici", address)))
    walk = Walk(made(edition(Article("t", "T", blocks, tmp_path / "t.txt")), tmp_path))
    assert walk.elements("Link") == []
    assert "Cliquez ici donc." in walk.text()


def test_thousands_of_marks_in_one_paragraph_take_no_time(tmp_path: Path) -> None:
    path = tmp_path / "t.txt"
    path.write_text("T\n\n" + "le 88e " * 4000, encoding="utf-8")
    article = read(path)
    assert len(article.blocks[1].runs) == 4000
    started = time.process_time()
    made(edition(article), tmp_path)
    assert time.process_time() - started < 5
