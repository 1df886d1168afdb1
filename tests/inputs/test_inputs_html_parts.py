"""What the parts of a page become: ``pages.tsv``; and where the article is, among menus, forms, cards and headers."""

import base64
from pathlib import Path

import pytest
from PIL import Image

from editions import tables
from editions.articles import article
from editions.inputs.html import read
from editions.manuscript.pieces import Piece
from editions.model import Finding
from tests.inputs.outlines import celled, kinds

CASES = [cells for _, cells in tables.rows((Path(__file__).parent / "pages.tsv").read_text(encoding="utf-8"))]
PROSE = "Le comité a tranché hier soir. " * 12


def page(tmp_path: Path, text: str, name: str = "une.html") -> tuple[list[Piece], list[Finding]]:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    findings: list[Finding] = []
    return [piece for piece in read(path, findings.append) if not piece.aside], findings


def told(found: list[Piece]) -> str:
    words = (f"{piece.kind}: {piece.text}" for piece in found)
    return " || ".join(words).replace("\n", "⏎").replace("\u2028", "¶").replace("\u00a0", "␣").replace("\t", "→")


@pytest.mark.parametrize("cells", CASES, ids=[cells[0][:60] for cells in CASES])
def test_parts_of_an_article(tmp_path: Path, cells: list[str]) -> None:
    found, _ = page(tmp_path, f"<html lang=fr><body><article><h1>Lac</h1>{cells[0]}</article>")
    assert told(found[1:]) == cells[1]


def test_words_that_are_struck_or_hidden_are_named(tmp_path: Path) -> None:
    _, findings = page(tmp_path, "<article><h1>Lac</h1><p>Il coûte <s>20 €</s> 30 €.<p hidden>rien de vu</article>")
    assert [(f.code, f.message) for f in findings] == [
        ("html-hidden", "3 mot(s) que la page cache, non repris : rien de vu…"),
        ("struck-left-out", "texte barré non repris : 20 €"),
    ]


def test_menus_are_left_out_even_where_furniture_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "une.html"
    nav = "<nav><a href=a>Accueil</a> <a href=b>Sport</a></nav>"
    path.write_text(f"{nav}<article><h1>Lac</h1><p>{PROSE}<p>Partager</article>", encoding="utf-8")
    kept = article(path, keep=True)
    assert [block.text for block in kept.blocks][::2] == ["Lac", "Partager"]
    assert [(left.text, left.why) for left in kept.left_out] == [("Accueil Sport", "furniture")]


def test_struck_words_are_named_to_the_last(tmp_path: Path) -> None:
    long = " ".join(f"mot{number}" for number in range(80))
    _, (finding,) = page(tmp_path, f"<article><h1>Lac</h1><p>Il coûte <s>{long}</s> 30 €.</article>")
    assert finding.message.endswith(long)


@pytest.mark.parametrize(
    "body, expected",
    [
        ("<form><h1>Lac</h1><p>{0}</form><div>Cookies</div>", "title: Lac || paragraph: {0}"),
        ("<div>Cookies</div><form><div id=contenu><h1>Lac</h1><p>{0}</div></form>", "title: Lac || paragraph: {0}"),
        ("<dialog open><h1>Lac</h1><p>{0}</dialog><div>Cookies</div>", "title: Lac || paragraph: {0}"),
        ("<header><h1>Lac</h1><p class=chapo>Chapô.<p>Par Jean Roy</header><article><p>{0}</article>",
         "title: Lac || lede: Chapô. || byline: Par Jean Roy || paragraph: {0}"),
        ("<h1>Lac</h1><div class=share>Partager</div><figure><img src=a.jpg alt=Pont></figure><main><p>{0}</main>",
         "title: Lac || figure: Pont || paragraph: {0}"),
        ("<main><article><h1>Lac</h1><p>{0}</article><article><h2>Feu</h2><p>Suite</article></main>",
         "title: Lac || paragraph: {0}"),
        ("<main><h1>Lac</h1><p>{0}</p><article class=teaser><h2><a href=x>Feu</a></h2></article></main>",
         "title: Lac || paragraph: {0}"),
        ("<main><h1>Brèves</h1><article><h2>Un</h2><p>{0}</article><article><h2>Deux</h2><p>{0}</article></main>",
         "title: Brèves || heading: Un || paragraph: {0} || heading: Deux || paragraph: {0}"),
        ("<header><h1 class=logo><a href=/>Site</a></h1></header><article><h2>Lac</h2><p>{0}</article>",
         "title: Lac || paragraph: {0}"),
        ("<nav><a href=x>Menu</a></nav><div class=entry-content><h1>Lac</h1><p>{0}</div><div>Autour</div>",
         "title: Lac || paragraph: {0}"),
        ("<article><h1>Lac</h1><p>{0}</article><p class=signature>Jean Roy</p><p>Autre</p>",
         "title: Lac || paragraph: {0} || byline: Jean Roy"),
        ("<body class='category-social has-sidebar'><main class=page-comments><h1>Lac</h1><p>{0}</main>",
         "title: Lac || paragraph: {0}"),
        ("<main><article><h1>Lac</h1></article><div><p>{0}</div></main>", "title: Lac || paragraph: {0}"),
        ("<h1>Lac</h1><div>Chapô.</div><div>Par Jean Roy</div><div>Publié le 14 mars 2025</div><div role=article><p>{0}"
         "</div><div>Ailleurs</div>",
         "title: Lac || lede: Chapô. || byline: Par Jean Roy || byline: Publié le 14 mars 2025 || paragraph: {0}"),
        ("<div>Cookies à choisir ici</div><aside><h1>Lac</h1><p>{0}</aside>", "title: Lac || paragraph: {0}"),
        ("<header><h1>Lac</h1><h2>Chapô</h2><p>Par Jean Roy</header><main><p>{0}</main>",
         "title: Lac || lede: Chapô || byline: Par Jean Roy || paragraph: {0}"),
        ("<h1>Site</h1><article><h2>Lac</h2><p>{0}</article>", "title: Lac || paragraph: {0}"),
        ("<article><p class=rubrique>Faits divers</p><h1>Lac</h1><p>{0}</article>",
         "section: Faits divers || title: Lac || paragraph: {0}"),
        ("<main><header><div class=kicker>Faits divers</div><h1>Lac</h1></header><article><p>{0}</article></main>",
         "section: Faits divers || title: Lac || paragraph: {0}"),
        ("<table><tr><td><a href=1>Une</a><br><a href=2>Sports</a><td><b>Lac</b><br><br>{0}</table>",
         "title: Lac || paragraph: {0}"),
        ("<article><h1>Lac</h1><p><b>Vous y allez ?</b><p>{0}<p><b>Souvent ?</b><p>{0}</article>",
         "title: Lac || question: Vous y allez ? || paragraph: {0} || question: Souvent ? || paragraph: {0}"),
    ],
)  # fmt: skip
def test_where_the_article_is(tmp_path: Path, body: str, expected: str) -> None:
    found, _ = page(tmp_path, f"<html><head><title>Site - Lac</title></head><body>{body.format(PROSE)}")
    assert told(found) == expected.format(PROSE.strip())


@pytest.mark.parametrize(
    "head, body, title",
    [
        ("<title>Le lac rouvre samedi - Le Courrier | Actualités</title>", "", "Le lac rouvre samedi"),
        ("<title>Le lac - x</title><meta property=og:title content='Le lac rouvre'>", "", "Le lac rouvre"),
        ("<meta property=og:site_name content='Le Val'><meta property=og:title content='Lac - Le Val'>", "", "Lac"),
        ('<title>x</title><script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Le lac"}]}'
         "</script>", "", "Le lac"),
        ("<script type='application/ld+json'>{nul</script><title>Le lac</title>", "", "Le lac"),
        ("<title>Le lac - Le Val</title>", "<h1>Au bord du lac</h1>", "Au bord du lac"),
        ("<title>Saint-Malo : le lac rouvre</title>", "", "Saint-Malo : le lac rouvre"),
        ("<title>Le lac - la suite</title>", "", "Le lac - la suite"),
        ("<meta property=og:title content='Le lac'>", "<h2>Sommaire</h2><h2>Le lac</h2>", "Le lac"),
    ],
)  # fmt: skip
def test_the_title_without_the_name_of_the_site(tmp_path: Path, head: str, body: str, title: str) -> None:
    found, _ = page(tmp_path, f"<html><head>{head}</head><body><article>{body}<p>{PROSE}</article>")
    assert [piece.text for piece in found if piece.kind == "title"] == [title]


@pytest.mark.parametrize(
    "sheet, shown",
    [
        (".x{display:none}", False),
        ("p.x, b { DISPLAY : NONE !important }", False),
        (".x{display:none} .x{display:block}", True),
        ("#y .x{display:block} .x{display:none}", True),
        ("article > p.x{display:none}", False),
        ("main p.x{display:none}", True),
        ("@media print{.x{display:none}}", True),
        ("@media (max-width: 600px){.x{display:none}}", True),
        ("@media screen and (min-width: 600px){.x{display:none}}", False),
        (".x:hover{display:none}", True),
        ("/* .x{display:none} */", True),
        (".x{position:absolute;clip:rect(0,0,0,0)}", False),
        (".x{position:absolute;left:-9999px}", False),
        ("[data-z='1']{visibility:hidden}", False),
        ("@import 'a.css'; .x{display:none}", False),
        ("}} .x{display:none", True),
    ],
)
def test_style_sheets_of_the_page(tmp_path: Path, sheet: str, shown: bool) -> None:
    body = f"<style>{sheet}</style><article id=y><h1>Lac</h1><p class=x data-z=1>mot</p><p>Vu.</p></article>"
    found, _ = page(tmp_path, body)
    assert [piece.text for piece in found[1:]] == (["mot", "Vu."] if shown else ["Vu."])


def test_a_sheet_that_hides_all_waits_for_a_script(tmp_path: Path) -> None:
    found, _ = page(tmp_path, "<style>main{visibility:hidden}</style><main><h1>Lac</h1><p>Vu.</main>")
    assert kinds(found) == [("title", 0, "Lac"), ("paragraph", 0, "Vu.")]


@pytest.mark.parametrize(
    "rows, expected",
    [
        ("<tr><td colspan=2>Voix<tr><th>Nom<th>Part<tr><th>Roy<td>3", ["Nom column", "Part column", "Roy row"]),
        ("<tr><th>Nom<td>Roy<tr><th>Âge<td>34", ["Nom row", "Âge row"]),
        ("<thead><tr><td><td>2023</thead><tr><th>Lac<td>1", [" column", "2023 column", "Lac row"]),
        ("<tr><td><th>Été<th>Hiver<tr><th>Lac<td>1<td>2", ["Été column", "Hiver column", "Lac row"]),
        ("<tr><th>Lac<td><tr><th>Mer<td>1", ["Lac row", "Mer row"]),
        ("<tr><th scope=row>Lac<th>1<tr><td>a<td>b", ["Lac row", "1 row"]),
        ("<tr><th rowspan=2>A<th>B<tr><th>C<tr><td>1<td>2", ["A column", "B column", "C column"]),
    ],
)
def test_which_headings_head_columns(tmp_path: Path, rows: str, expected: list[str]) -> None:
    found, _ = page(tmp_path, f"<article><h1>Lac</h1><table>{rows}</table></article>")
    assert [f"{words} {header}" for header, words, _ in celled(found[1]) if header] == expected


@pytest.mark.parametrize("head", ["<title>Lac</title><script src='a.js'/>", "<title/>", "<style/><iframe/>"])
def test_xhtml_elements_that_close_themselves(tmp_path: Path, head: str) -> None:
    text = f'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head>{head}</head><body><h1>Lac</h1>'
    text += (
        '<p>Un<a id="x"/> mot.</p><div class="hidden"/><script>var x;</script><p><![CDATA[a < b]]></p></body></html>'
    )
    found, _ = page(tmp_path, text, "une.xhtml")
    assert told(found) == "title: Lac || paragraph: Un mot. || paragraph: a < b"
    assert not any(piece.runs for piece in found)


def test_a_newsletter_is_read_without_the_tables_that_lay_it_out(tmp_path: Path) -> None:
    prices = "<table><tr><th>Lait<th>Prix<tr><td>cru<td>1 €</table>"
    cell = f"<table width=600><tr><td><h1>Lac</h1><p>Un.</p><p>Deux.</p><tr><td>{prices}</table>"
    found, findings = page(tmp_path, f"<div style='display:none'>Aperçu</div><table><tr><td>{cell}</table>")
    assert told(found) == "title: Lac || paragraph: Un. || paragraph: Deux. || table: Lait→Prix⏎cru→1 €"
    assert [finding.code for finding in findings] == ["html-hidden"]


ARCHIVE = """From: <Saved by a browser>
Subject: =?utf-8?Q?Le_lac?=
Content-Type: multipart/related; type="text/html"; boundary="b"

--b
Content-Type: text/css
Content-Location: cid:css-1

.x {{ display: none }}
--b
Content-Type: text/html; charset={0}
Content-Transfer-Encoding: quoted-printable
Content-Location: https://exemple.fr/lac

<h1>Le lac</h1><p class=3D"x">Cach=C3=A9</p><p>L'=C3=A9t=C3=A9 revient =
au lac.</p>
--b
Content-Type: image/png
Content-Transfer-Encoding: base64

AAAA
--b--
"""


@pytest.mark.parametrize("charset", ["utf-8", "UTF-8", "x-unknown", "iso-8859-1"])
def test_a_page_in_an_archive(tmp_path: Path, charset: str) -> None:
    found, findings = page(tmp_path, ARCHIVE.format(charset), "une.mhtml")
    assert told(found) == "title: Le lac || paragraph: L'été revient au lac."
    assert [finding.code for finding in findings] == ["html-hidden"]


def png(tmp_path: Path) -> bytes:
    """A picture that is no place holder."""
    made = Image.effect_noise((40, 30), 90)
    made.save(tmp_path / "bruit.png")
    return (tmp_path / "bruit.png").read_bytes()


def test_pictures_inside_a_page_are_taken_out(tmp_path: Path) -> None:
    data = png(tmp_path)
    inside = "data:image/png;base64," + base64.b64encode(data).decode()
    body = f"<article><h1>Lac</h1><p>Un.<img alt=Pont src='{inside}'><p>Deux.<img src='data:image/gif;base64,R0lGOD='>"
    found, findings = page(tmp_path, body + "<p>Trois.<img src='data:image/png;base64,%%%'></article>")
    assert told(found) == "title: Lac || paragraph: Un. || figure: Pont || paragraph: Deux. || paragraph: Trois."
    assert (found[2].content, found[2].picture) == (data, "une.html/image-3")
    assert findings == []


@pytest.mark.parametrize("address", ["https://exemple.fr/a/lac.png", "lac.png", "/a/lac.png", "cid:x1"])
def test_pictures_of_an_archive(tmp_path: Path, address: str) -> None:
    data = png(tmp_path)
    head = 'Content-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html; charset=utf-8\n'
    head += f"Content-Location: https://exemple.fr/a/une.html\n\n<h1>Lac</h1><p>Un.</p><img alt=Pont src='{address}'>\n"
    head += "--b\nContent-Type: image/png\nContent-Transfer-Encoding: base64\nContent-ID: <x1>\n"
    head += f"Content-Location: https://exemple.fr/a/lac.png\n\n{base64.encodebytes(data).decode()}\n--b--\n"
    found, _ = page(tmp_path, head, "une.mht")
    assert (found[-1].kind, found[-1].text, found[-1].content) == ("figure", "Pont", data)


@pytest.mark.parametrize("address, shown", [("une_fichiers/s.css", ["Vu."]), ("../s.css", ["mot", "Vu."])])
def test_style_sheets_beside_a_page(tmp_path: Path, address: str, shown: list[str]) -> None:
    folder = tmp_path / "lundi"
    (folder / "une_fichiers").mkdir(parents=True)
    for place in (folder / "une_fichiers", tmp_path):
        (place / "s.css").write_text(".x { display: none }", encoding="utf-8")
    head = f"<link rel=stylesheet href='{address}'>"
    found, _ = page(folder, f"{head}<article><h1>Lac</h1><p class=x>mot</p><p>Vu.</p></article>")
    assert [piece.text for piece in found[1:]] == shown
