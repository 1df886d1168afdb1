"""What a screen reader is told of lists, quotations, questions, tables and notes in large print."""

import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from editions.articles import article as read
from editions.checks import pdf as checks
from editions.model import Article, tree
from editions.model.runs import Label, Link, NoteCall, Span, Strong
from editions.model.tree import Container, Leaf
from editions.publication import Publication
from tests.printing.printing_samples import (
    LONG,
    Walk,
    block,
    brief_article,
    edition,
    made,
    packed,
    table,
)


def grown(*leaves: Leaf) -> Article:
    return Article("t", "T", tree.grown((Leaf(block("title", "T")), *leaves)), Path("t.txt"))


def shape(walk: Walk) -> str:
    """Elements of the article, without those of one paragraph."""

    def told(element: pikepdf.Object) -> str:
        kids = [told(kid) for kid in element.get("/K", []) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
        return str(element.S)[1:] + (f"({' '.join(kids)})" if kids else "")

    (art,) = walk.elements("Art")
    return told(art)


def test_every_kind_of_block_has_its_tag(rich: Publication, tmp_path: Path) -> None:
    walk = Walk(made(edition(*rich.edition.articles, brief_article(tmp_path)), tmp_path))
    tags = ("H1", "H2", "H3", "Figure", "Caption", "BlockQuote", "Note", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH",
            "TD", "TOC", "TOCI", "Link", "Art", "Span")  # fmt: skip
    assert [tag for tag in tags if not walk.elements(tag)] == []
    _, figure = walk.elements("Figure")  # the first one is on the cover
    assert str(figure.Alt) == "Une cour d’école vue du ciel"
    assert len(figure.A.BBox) == 4
    (span,) = walk.elements("Span")
    assert (str(span.Lang), walk.text(span)) == ("en", "breaking news")
    assert [str(th.A.Scope) for th in walk.elements("TH")] == ["/Column", "/Column", "/Row", "/Row"]


def test_a_table_too_wide_becomes_records(rich: Publication, tmp_path: Path) -> None:
    walk = Walk(made(rich, tmp_path))
    records = [walk.text(item) for item in walk.elements("LI") if "valeur" in walk.text(item)]
    assert len(records) == 1
    assert "Colonne 3 assez large\u00a0: valeur 3 assez large" in records[0]


def test_a_table_longer_than_a_page_repeats_its_heads_for_the_eye_only(tmp_path: Path) -> None:
    rows = [("Nom", "Ville", "Âge"), *((f"Nom{n}", f"Ville{n}", str(n)) for n in range(60))]
    blocks = (block("title", "Tableau"), table(*rows))
    publication = edition(Article("t", "Tableau", blocks, tmp_path / "t.txt"))
    path = made(publication, tmp_path)
    walk = Walk(path)
    (art,) = walk.elements("Art")
    assert "".join(walk.text(art).split()) == "Tableau" + "".join("".join(row) for row in rows)
    with pikepdf.open(path) as file:
        heads = [page for page in file.pages if b"/Artifact <</Type /Pagination>> BDC" in page.Contents.read_bytes()]
    assert len(heads) == 3
    assert checks.findings(tmp_path) == []


def test_marks_inside_cells_are_kept_in_both_forms(tmp_path: Path) -> None:
    long = "un mot après l’autre pour que la case soit vraiment très large"
    for name, value in (("rows", "ici"), ("records", f"ici {long} {long}")):
        (tmp_path / name).mkdir()
        piece = table(("Quoi", "Où"), ("la carte", value), row_headers=False)
        start = piece.text.text.index("ici")
        link = Link(Span(start, start + 3), "https://exemple.fr/é")
        blocks = (block("title", "T"), replace(piece, text=replace(piece.text, runs=(link,))))
        walk = Walk(made(edition(Article("t", "T", blocks, tmp_path / "t.txt")), tmp_path / name))
        assert [walk.text(element) for element in walk.elements("Link")][-1] == "ici"
        assert bool(walk.elements("Table")) is (name == "rows")
        (page,) = [p for p in walk.pdf.pages if "/Annots" in p and "/A" in p.Annots[-1]]
        assert str(page.Annots[-1].A.URI) == "https://exemple.fr/%C3%A9"


@pytest.mark.parametrize("marked", [(), (Strong(Span(0, 4)),)], ids=["plain", "with a run"])
@pytest.mark.parametrize("columns", [2, 6], ids=["rows", "records"])
def test_paragraphs_of_one_cell_stand_on_lines_of_their_own(
    tmp_path: Path, tool: Callable[[str], str], columns: int, marked: tuple[Strong, ...]
) -> None:
    heads = tuple(f"Une colonne bien large {n}" if columns > 2 else f"Jour {n}" for n in range(columns))
    piece = table(heads, ("Lac", *["Ouvert\u2028lundi"] * (columns - 1)), row_headers=False)
    piece = replace(piece, text=replace(piece.text, runs=marked))
    path = made(edition(Article("t", "T", (block("title", "T"), piece), tmp_path / "t.txt")), tmp_path)
    assert bool(Walk(path).elements("Table")) is (columns == 2)
    run = subprocess.run([tool("pdftotext"), "-layout", str(path), "-"], capture_output=True, text=True, check=True)
    words = run.stdout
    assert "Ouvert" in words
    assert "lundi" in words
    assert not re.search(r"Ouvert *lundi", words)


@pytest.mark.parametrize(
    "label, apart",
    [("12.", True), ("Article 3 :", True), ("Article premier de la section deux :", False), ("0" * 46, False)],
)
@pytest.mark.parametrize("size", [16.0, 28.0])
def test_a_number_as_long_as_a_line_begins_the_words_of_its_item(
    tmp_path: Path, label: str, apart: bool, size: float
) -> None:
    words = replace(block("item", f"{label} le lac rouvre"), runs=(Label(Span(0, len(label))),))
    around = (Container("list", "0", True), Container("item", "0", label=label))
    walk = Walk(made(edition(grown(Leaf(words, 0, around))), tmp_path, size))
    assert checks.findings(tmp_path) == []
    assert packed(walk.text(walk.elements("LI")[0])) == packed(words.text)
    assert bool(walk.elements("Lbl")) is apart


def test_a_record_says_columns_that_have_no_value(tmp_path: Path) -> None:
    wide = tuple(f"Une colonne bien large {n}" for n in range(6))
    piece = table(wide, ("a", "b"), row_headers=False)
    walk = Walk(made(edition(Article("t", "T", (block("title", "T"), piece), tmp_path / "t.txt")), tmp_path))
    assert all(title in walk.text() for title in wide)


def test_lists_and_quotations_are_as_many_elements_as_the_article_has(tmp_path: Path) -> None:
    path = tmp_path / "t.md"
    path.write_text("# T\n\n- a\n- b\n  - c\n\n1. d\n\n   e\n2. f\n\n> g\n>\n> h\n\n> i\n>\n> - j\n", encoding="utf-8")
    walk = Walk(made(edition(read(path)), tmp_path))
    bullets, numbers = "L(LI(LBody) LI(LBody(P L(LI(LBody)))))", "L(LI(Lbl LBody(P P)) LI(Lbl LBody))"
    quotes = "BlockQuote(P P) BlockQuote(P L(LI(LBody)))"
    assert shape(walk) == f"Art(H1 {bullets} {numbers} {quotes})"
    assert [str(found.A.ListNumbering) for found in walk.elements("L")] == ["/Disc", "/Disc", "/Decimal", "/Disc"]
    assert packed(walk.text(walk.elements("Art")[0])) == "Tabc1.de2.fghij"
    assert checks.findings(tmp_path) == []


def test_questions_are_headings_that_look_like_their_answers(tmp_path: Path) -> None:
    answer, long = Leaf(block("paragraph", "Oui.")), Leaf(block("paragraph", LONG))
    questions = (Leaf(block("question", "Et là\u202f?")), answer, Leaf(block("heading", "Fin"), 2), long)
    article = grown(*questions, Leaf(block("question", "Et ici\u202f?")), answer)
    walk = Walk(made(edition(article), tmp_path))
    assert shape(walk) == "Art(H1 H2 P H2 P H3 P)"
    assert checks.findings(tmp_path) == []


def test_cells_that_span_others_say_so(tmp_path: Path) -> None:
    path = tmp_path / "t.html"
    rows = "<tr><th>A<th colspan=2>Une tête assez large<tr><td rowspan=2>1<td>2<td>3<tr><td colspan=2>4<tr><td>5"
    path.write_text(f"<h1>T</h1><table><caption>Des prix</caption>{rows}</table><p>Fin.", encoding="utf-8")
    walk = Walk(made(edition(read(path)), tmp_path))
    assert shape(walk) == "Art(H1 Table(Caption TR(TH TH) TR(TD TD TD) TR(TD) TR(TD TD TD)) P)"
    wide, tall = walk.elements("TH")[1], walk.elements("TD")[0]
    assert (int(wide.A.ColSpan), str(wide.A.Scope), int(tall.A.RowSpan)) == (2, "/Column", 2)
    assert checks.findings(tmp_path) == []


def test_a_note_has_an_identifier(tmp_path: Path) -> None:
    within = (Container("note", "1", label="[1]"),)
    article = grown(Leaf(block("paragraph", "Mot[1].")), Leaf(block("note", "[1] Dit.", label="[1]"), within=within))
    walk = Walk(made(edition(article), tmp_path))
    (note,) = walk.elements("Note")
    assert walk.text(note) == "[1] Dit."
    assert walk.pdf.Root.StructTreeRoot.IDTree.Names[0] == note.ID
    assert [walk.text(label) for label in walk.elements("Lbl")] == ["[1]"]


def test_the_call_of_a_note_is_a_reference_that_leads_to_it(tmp_path: Path) -> None:
    within = (Container("note", "1", label="[1]"),)
    called = replace(
        block("paragraph", "Mot[1], mot[2]."), runs=(NoteCall(Span(3, 6), "1"), NoteCall(Span(11, 14), "2"))
    )
    note = Leaf(block("note", "[1] Dit.", label="[1]"), within=within)
    walk = Walk(made(edition(grown(Leaf(called), note)), tmp_path))
    assert [walk.text(reference) for reference in walk.elements("Reference")][-2:] == ["[1]", "[2]"]
    (link,) = (found for found in walk.elements("Link") if "[1]" in walk.text(found))
    assert link.P.S == "/Reference"


def test_a_rule_parts_the_notes_from_the_text_once(tmp_path: Path) -> None:
    def rules(*leaves: Leaf) -> int:
        with pikepdf.open(made(edition(grown(Leaf(block("paragraph", "Mot.")), *leaves)), tmp_path)) as file:
            return sum(page.Contents.read_bytes().count(b" l S") for page in file.pages)

    notes = [Leaf(block("note", f"[{n}] Dit."), within=(Container("note", str(n), label=f"[{n}]"),)) for n in (1, 2)]
    assert rules(*notes) == rules(notes[0]) == rules(Leaf(block("paragraph", "Dit."))) + 1


def test_lists_of_any_depth_stay_on_the_page(tmp_path: Path) -> None:
    path = tmp_path / "t.md"
    path.write_text("# T\n\n" + "\n".join("  " * depth + f"- mot {depth}" for depth in range(30)), encoding="utf-8")
    walk = Walk(made(edition(read(path)), tmp_path))
    assert len(walk.elements("L")) == 30
    assert checks.findings(tmp_path) == []
