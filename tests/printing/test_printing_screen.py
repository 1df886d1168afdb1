"""What the large-print file has for readers at a screen: colours, links, bookmarks."""

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from editions.checks import pdf as checks
from editions.checks.pdf.content import luminance
from editions.checks.pdf.largeprint import _contrast
from editions.checks.pdf.reading import PdfFile
from editions.model import Article, Section
from editions.outputs import pdf, press
from editions.printing.addresses import found
from editions.printing.colours import SCREEN
from editions.printing.settings import PrintSettings
from editions.settings import Settings
from tests.printing.printing_samples import LONG, Walk, block, brief_article, edition, rich_article


def made(folder: Path, *articles: Article, colours: str = "black-on-white") -> Path:
    settings = Settings(sections=(PrintSettings(screen_colours=colours, address="https://exemple.fr"),))
    return pdf.render(edition(*articles), folder, settings)[0]


@pytest.mark.parametrize("name", SCREEN)
def test_colours_are_of_strong_contrast_on_every_page(tmp_path: Path, name: str) -> None:
    path = made(tmp_path, rich_article(tmp_path), brief_article(tmp_path), colours=name)
    assert checks.findings(tmp_path) == []
    ink, paper = (
        sum(weight * luminance(part) for weight, part in zip((0.2126, 0.7152, 0.0722), colour, strict=True))
        for colour in (SCREEN[name].ink, SCREEN[name].paper)
    )
    assert _contrast(ink, paper) >= 7
    for page in PdfFile(path, "").pages:
        assert page.paper == pytest.approx(paper, abs=0.01)
        assert all(shown.darkness == pytest.approx(ink, abs=0.01) for shown in page.shown)


def test_pale_letters_on_a_dark_page_are_found(tmp_path: Path) -> None:
    path = made(tmp_path, brief_article(tmp_path), colours="yellow-on-black")
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        page = file.pages[0]
        page.Contents = file.make_stream(page.Contents.read_bytes().replace(b"1 0.88 0 rg", b"0.2 0.2 0 rg"))
        file.save(path)
    assert "print-pale" in {finding.code for finding in checks.findings(tmp_path)}


@pytest.mark.parametrize(
    "text, expected",
    [
        ("à agenda@exemple.fr, ou ici", {"agenda@exemple.fr": "mailto:agenda@exemple.fr"}),
        ("sur www.exemple.fr/billets.", {"www.exemple.fr/billets": "https://www.exemple.fr/billets"}),
        ("(https://a.fr/x?y=1)", {"https://a.fr/x?y=1": "https://a.fr/x?y=1"}),
        ("sur ornehebdo.fr ; fini.me voilà", {"ornehebdo.fr": "https://ornehebdo.fr"}),
        ("@compte, 3.com, M. Durand", {"3.com": "https://3.com"}),
        ("rien d’autre", {}),
    ],
)
def test_addresses_that_a_text_spells_out(text: str, expected: dict[str, str]) -> None:
    assert {text[link.span.start : link.span.end]: link.address for link in found(text)} == expected


def test_an_address_leads_where_it_says_once(tmp_path: Path) -> None:
    words = (
        block("title", "T"),
        block("paragraph", "Voir exemple.fr ou le site a.fr.", link=("le site a.fr", "https://b.fr")),
    )
    walk = Walk(made(tmp_path, Article("t", "T", words, tmp_path / "t.txt")))
    leads = [str(found.A.URI) for page in walk.pdf.pages for found in page.get("/Annots", [])]
    assert leads == ["https://exemple.fr", "https://b.fr"]
    assert checks.findings(tmp_path) == []


def shape(mark: pikepdf.OutlineItem) -> str:
    return f"{mark.title}({' '.join(map(shape, mark.children))})"


def test_bookmarks_go_down_to_crossheads(tmp_path: Path) -> None:
    def article(title: str, section: str) -> Article:
        head = Section(block("heading", f"Suite de {title}"), 2, (block("paragraph", LONG),))
        body = (block("title", title), block("paragraph", LONG), head)
        return Article(title, title, body, tmp_path / "a.txt", section=section)

    path = made(tmp_path, article("A", "Sport"), article("B", "Sport"), article("C", "Ville"))
    with pikepdf.open(path) as file, file.open_outline() as outline:
        assert [shape(mark) for mark in outline.root] == [
            "Sommaire()",
            "Sport(A(Suite de A()) B(Suite de B()))",
            "C(Suite de C())",
        ]
        deepest = outline.root[1].children[0].children[0].destination
        assert isinstance(deepest, pikepdf.Array)
        assert deepest[0].objgen in {page.obj.objgen for page in file.pages}


def test_no_line_stands_under_a_blank(tmp_path: Path) -> None:
    words = "mot " * 60
    body = (block("title", "T"), block("paragraph", words + "fin", link=(words, "https://b.fr")))
    path = made(tmp_path, Article("t", "T", body, tmp_path / "t.txt"))
    boxes = [[float(v) for v in found.Rect] for page in Walk(path).pdf.pages for found in page.get("/Annots", [])]
    text = [s for page in PdfFile(path, "").pages for s in page.shown if s.text.startswith("mot")]
    assert len(boxes) > 3
    for box, shown in zip(boxes, text, strict=False):
        assert box[2] < shown.x + shown.width - (3 if shown.text.endswith(" ") else -1)


def test_on_paper_the_address_of_a_link_is_printed_once(tmp_path: Path) -> None:
    words = "Voir le plan, puis le plan, et exemple.fr/a."
    body = (block("title", "T"), block("paragraph", words, link=("le plan", "https://www.exemple.fr/plan/")))
    article = Article("t", "T", body, tmp_path / "t.txt")
    walk = Walk(press.render(edition(article), tmp_path, Settings())[0])
    assert walk.text(walk.elements("Art")[0]) == f"T{words}le plan\u00a0: exemple.fr/plan"
    screen = Walk(made(tmp_path, article))
    assert screen.text(screen.elements("Art")[0]) == f"T{words}"
    assert checks.findings(tmp_path) == []


def test_a_short_form_has_its_words_in_full(tmp_path: Path) -> None:
    words = block("paragraph", "M. Roy, p. ex., a vu Mme Lenoir.", link=("Mme Lenoir", "https://example.org/"))
    article = Article("t", "T", (block("title", "T"), replace(words, ends=(len(words.text),))), tmp_path / "t.txt")
    walk = Walk(pdf.render(edition(article), tmp_path, Settings())[0])
    spans = [(walk.text(span), str(span.E)) for span in walk.elements("Span")]
    assert spans == [("M.", "monsieur"), ("p. ex.", "par exemple")]
    assert walk.text(walk.elements("Art")[0]) == f"T{words.text}"
