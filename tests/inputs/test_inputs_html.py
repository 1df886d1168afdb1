"""Saved pages: the article among its page, marks, tables, broken markup, encodings."""

import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editions.errors import ArticleError
from editions.inputs.html import read
from editions.manuscript.pieces import Piece
from editions.model import Finding
from editions.model.runs import Language
from tests.inputs.outlines import celled, kinds, marked, shape, tree


def page(tmp_path: Path, body: str | bytes) -> tuple[list[Piece], list[Finding]]:
    path = tmp_path / "une.html"
    path.write_bytes(body.encode() if isinstance(body, str) else body)
    findings: list[Finding] = []
    return [piece for piece in read(path, findings.append) if not piece.aside], findings


def left_out(tmp_path: Path) -> list[str]:
    """Of the page that was read last, the lines that are listed as furniture."""
    return [piece.text for piece in read(tmp_path / "une.html", list[Finding]().append) if piece.aside]


def test_the_article_is_told_from_its_page(tmp_path: Path) -> None:
    text = " ".join(["mot"] * 60)
    body = f"<nav>Accueil Sport</nav><h1>Le lait</h1><main><p>{text}</p><aside>Repères</aside></main>"
    body += "<p>À lire aussi</p><footer>Mentions</footer>"
    found, findings = page(tmp_path, f"<title>Le lait - L'Écho</title><body>{body}")
    assert kinds(found) == [("title", 0, "Le lait"), ("paragraph", 0, text), ("paragraph", 0, "Repères")]
    assert findings == []
    assert left_out(tmp_path) == ["Accueil Sport", "À lire aussi", "Mentions"]


def test_a_page_without_article_is_all_article(tmp_path: Path) -> None:
    found, findings = page(tmp_path, "<title>Le lait</title><p>Un.<p>Deux.<div>Trois <div>quatre</div> cinq</div>")
    assert [piece.text for piece in found] == ["Le lait", "Un.", "Deux.", "Trois", "quatre", "cinq"]
    assert findings == []


def test_words_and_marks(tmp_path: Path) -> None:
    found, _ = page(
        tmp_path,
        "<h1>Le <em>lait</em></h1><p>Du <b>lait\n  cru</b>,<br>à <a href='x.html'>la ferme</a> : 88<sup>e</sup>, "
        "<span lang=en>milk</span> &amp; 3&nbsp;&euro;<!-- rien --><script>non()</script></p>",
    )
    assert kinds(found) == [
        ("title", 0, "Le lait"),
        ("paragraph", 0, "Du lait cru,\nà la ferme : 88e, milk & 3\u00a0€"),
    ]
    assert marked(found[1]) == [
        ("strong", "lait cru", ""),
        ("link", "la ferme", "x.html"),
        ("raised", "e", ""),
        ("language", "milk", "en"),
    ]


def test_blocks(tmp_path: Path) -> None:
    found, _ = page(
        tmp_path,
        "<h1>Lait</h1><h4>Prix</h4><ul><li>un<li>deux<ol start=3><li>trois<p>suite</p></li><li value=7>sept</ol></ul>"
        "<blockquote><p>Cité</p></blockquote><pre>a  b\n c</pre><dl><dt>mot<dd>sens</dl>",
    )
    assert kinds(found) == [
        ("title", 0, "Lait"),
        ("heading", 2, "Prix"),
        ("item", 1, "un"),
        ("item", 1, "deux"),
        ("item", 2, "3. trois"),
        ("paragraph", 0, "suite"),
        ("item", 2, "7. sept"),
        ("quote", 0, "Cité"),
        ("code", 0, "a  b\n c"),
        ("paragraph", 0, "mot"),
        ("paragraph", 0, "sens"),
    ]
    assert marked(found[4]) == [("label", "3.", "")]
    lists = "List(Item(item) Item(item List(Item(item paragraph) Item(item))))"
    assert shape(tree(found[2:])) == f"{lists} Quotation(quote) code paragraph paragraph"


def test_a_lede_by_its_class(tmp_path: Path) -> None:
    found, _ = page(tmp_path, "<h1>Lait</h1><h2 class='article__chapo'>Tout augmente.</h2><p class=leading>Texte.</p>")
    assert [piece.kind for piece in found] == ["title", "lede", "paragraph"]


def test_figures(tmp_path: Path) -> None:
    body = "<figure><img src=a.jpg alt='Une vache'><figcaption>Au pré - Anne Durand / AFP</figcaption></figure>"
    found, _ = page(tmp_path, f"<h1>Lait</h1>{body}<p>Texte.</p><img src=b.jpg><img role=presentation src=c.gif>")
    assert kinds(found)[1:] == [
        ("figure", 0, "Une vache"),
        ("caption", 0, "Au pré - Anne Durand / AFP"),
        ("paragraph", 0, "Texte."),
        ("figure", 0, ""),
    ]
    assert found[1].picture == "a.jpg"
    assert shape(tree(found)) == "title Figure(figure caption) paragraph Figure(figure)"
    assert marked(found[2]) == [("credit", "Anne Durand / AFP", "")]
    assert found[4].picture == "b.jpg"


def test_an_alternative_text_that_the_caption_repeats_is_said_once(tmp_path: Path) -> None:
    body = "<figure><img src=a.jpg alt='Une vache'><figcaption>Une vache - Anne Durand / AFP</figcaption></figure>"
    found, _ = page(tmp_path, f"<h1>Lait</h1>{body}")
    assert kinds(found)[1:] == [("figure", 0, ""), ("caption", 0, "Une vache - Anne Durand / AFP")]
    assert (found[1].picture, found[1].runs) == ("a.jpg", ())


def test_tables_with_spans_and_a_table_inside(tmp_path: Path) -> None:
    found, _ = page(
        tmp_path,
        "<h1>Lait</h1><table><caption>Prix</caption><tr><th>A<th colspan=2>B<tr><td rowspan=2>1<td>2"
        "<td><table><tr><td>x<td>y</table><tr><td>3<td>4</table><p>Fin.",
    )
    assert kinds(found)[1:] == [
        ("caption", 0, "Prix"),
        ("table", 0, "A\tB\t\n1\t2\tx y\n\t3\t4"),
        ("paragraph", 0, "Fin."),
    ]
    assert shape(tree(found)) == "title Table(caption table) paragraph"
    assert celled(found[2]) == [
        ("column", "A", "0,0"),
        ("column", "B", "0,1 1×2"),
        ("", "1", "1,0 2×1"),
        ("", "2", "1,1"),
        ("", "x y", "1,2"),
        ("", "3", "2,1"),
        ("", "4", "2,2"),
    ]


def test_cells_never_lie_over_one_another_nor_below_the_table(tmp_path: Path) -> None:
    rows = "<tr><td rowspan=9>a<td rowspan=2>b<td>c<tr><td colspan=3>d<tr><td><tr><th scope=row>e<th>f"
    found, _ = page(tmp_path, f"<h1>Lait</h1><table>{rows}</table>")
    assert celled(found[1]) == [
        ("", "a", "0,0 3×1"),
        ("", "b", "0,1 2×1"),
        ("", "c", "0,2"),
        ("", "d", "1,2 1×3"),
        ("row", "e", "2,1"),
        ("row", "f", "2,2"),
    ]


def test_items_and_captions_may_hold_paragraphs(tmp_path: Path) -> None:
    lists = "<ol><li><p>Un</p><p>Suite</p></li><li><ul><li>Deux</ul><blockquote><p>A<p>B</blockquote></ol>"
    found, _ = page(tmp_path, f"<h1>Lait</h1>{lists}<figure><img src=a.jpg alt=B><figcaption><p>C</figure><p>D")
    assert [piece.text for piece in found[1:]] == ["1. Un", "Suite", "2.", "Deux", "A", "B", "B", "C", "D"]
    inner = "Item(item List(Item(item)) Quotation(quote quote))"
    assert shape(tree(found[1:])) == f"List(Item(item paragraph) {inner}) Figure(figure caption) paragraph"


def test_a_table_for_layout_is_paragraphs(tmp_path: Path) -> None:
    found, _ = page(tmp_path, "<h1>Lait</h1><table><tr><td>Un <b>mot</b><tr><td>Deux</table>")
    assert kinds(found)[1:] == [("paragraph", 0, "Un mot"), ("paragraph", 0, "Deux")]


@pytest.mark.parametrize(
    "head, encoding",
    [
        ("<meta charset=iso-8859-1>", "cp1252"),
        ("<meta charset='utf-8'>", "cp1252"),
        ("<meta charset=windows-1252>", "utf-8"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-15">', "iso8859-15"),
        ("", "utf-8"),
        ("", "cp1252"),
        ("<meta charset=x-unknown>", "utf-16"),
    ],
)
def test_encodings(tmp_path: Path, head: str, encoding: str) -> None:
    text = f"{head}<h1>Été</h1><p>L'œuvre à 3 €, déjà payée par la commune.</p>"
    found, _ = page(tmp_path, text.encode(encoding))
    assert [piece.text for piece in found] == ["Été", "L'œuvre à 3 €, déjà payée par la commune."]


def test_a_page_all_in_its_menus_is_read_all_the_same(tmp_path: Path) -> None:
    found, _ = page(tmp_path, "<title>Le lait</title><form><h2>Prix</h2><p>Tout augmente.</p></form>")
    assert kinds(found) == [("title", 0, "Prix"), ("paragraph", 0, "Tout augmente.")]


def test_the_title_of_the_page_serves_when_the_text_has_none(tmp_path: Path) -> None:
    found, _ = page(tmp_path, "<title>Le lait</title><p>Tout augmente.</p><h2>Prix</h2><p>Encore.</p>")
    assert [piece.kind for piece in found] == ["title", "paragraph", "heading", "paragraph"]
    assert found[0].text == "Le lait"


def test_a_page_of_too_many_tags_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="200 000 balises"):
        page(tmp_path, "<p>x" * 200_001)


def test_an_empty_page_is_refused(tmp_path: Path) -> None:
    for body in ("", "<html><body><script>x</script></body></html>"):
        with pytest.raises(ArticleError):
            page(tmp_path, body)


@pytest.mark.parametrize(
    "text",
    ["<div>" * 20_000, "<" * 50_000, "<a " * 20_000, "<!--" * 20_000, '<a href="' * 20_000, "<table><tr><td>" * 3_000,
     "<b>" * 20_000, "<nav>" * 3_000, "<ul><li>" * 5_000, "</" * 20_000, "mot <button>x</button> y" * 5_000,
     "<p style='text-transform:uppercase'>" + "mot <b>sncf</b> " * 5_000],
    ids=["div", "angle", "tag", "comment", "quote", "table", "bold", "nav", "list", "end", "button", "capitals"],
)  # fmt: skip
def test_hostile_markup_is_read_in_no_time(tmp_path: Path, text: str) -> None:
    started = time.process_time()
    found, _ = page(tmp_path, f"<body><h1>Titre</h1><p>Début.</p>{text}")
    assert time.process_time() - started < 5
    assert [piece.text for piece in found][:2] == ["Titre", "Début."]


TAGS = st.sampled_from(
    ["mot ", "Crue ", "12 ", "<p>", "</p>", "<b>", "</b>", "<td>", "<tr>", "<table>", "</table>", "<ul>", "<li>",
     "</ul>", "<ol>", "<h2>", "</h2>", "<br>", "<div>", "</div>", "<blockquote>", "<nav>", "</nav>", "<main>",
     "</main>", "&amp;", "<pre>", "</pre>", "<a href=x>", "</a>", "<th colspan=3>", "<td rowspan=2>", "<figcaption>",
     "<sup>"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(TAGS, max_size=40).map("".join))
def test_no_word_is_lost_but_those_that_are_listed(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    typed = re.findall(r"mot|Crue|12", text)
    if typed:
        place = tmp_path_factory.mktemp("page")
        found, _ = page(place, f"<body>{text}")
        shown = re.findall(r"mot|Crue|12", " ".join(piece.text for piece in found))
        assert len(typed) <= len(shown) + len(" ".join(left_out(place)).split())
        assert not set(shown) - set(typed)


def test_any_element_of_a_line_may_tell_its_language(tmp_path: Path) -> None:
    text = '<p>Le mot <i lang="en">fair <i>play</i> ground</i>, <cite lang="es">hola</cite> et <i>ici</i>.</p>'
    found, _ = page(tmp_path, f"<h1>Titre</h1>{text}".encode())
    piece = found[-1]
    marked = [(piece.text[m.span.start : m.span.end], m.tag) for m in piece.runs if isinstance(m, Language)]
    assert marked == [("fair play ground", "en"), ("hola", "es")]
