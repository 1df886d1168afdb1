"""Documents of LibreOffice Writer made here by hand: what is shown, what is left out, what is refused."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from editions.articles import article
from editions.errors import ArticleError
from editions.inputs.odt import read
from editions.manuscript.pieces import Piece
from editions.model import Figure, Finding
from tests.inputs.outlines import celled, marked, shape, tree
from tests.inputs.test_inputs_docx_drawings import image
from tests.inputs.word import texts

ODF = "urn:oasis:names:tc:opendocument:xmlns:"
NAMES = {
    **{name: f"{ODF}{name}:1.0" for name in ("office", "text", "style", "table", "chart")},
    "draw": f"{ODF}drawing:1.0",
    "fo": f"{ODF}xsl-fo-compatible:1.0",
    "svg": f"{ODF}svg-compatible:1.0",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "math": "http://www.w3.org/1998/Math/MathML",
}
SPACES = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in NAMES.items())
FIRST = '<text:h text:outline-level="1">Le lait</text:h>'


def style(name: str, family: str = "text", parent: str = "", properties: str = "", shown: str = "") -> str:
    """A style; ``properties``: of its words."""
    given = f'style:name="{name}" style:family="{family}"'
    given += f' style:parent-style-name="{parent}"' if parent else ""
    given += f' style:display-name="{shown}"' if shown else ""
    return f"<style:style {given}><style:text-properties {properties}/></style:style>"


STYLES = (
    style("Quotations", "paragraph") + style("Caption", "paragraph") + style("Illustration", "paragraph", "Caption")
    + style("Text_20_body", "paragraph", shown="Text body") + style("Chapo", "paragraph", shown="Chapô")
)  # fmt: skip


def document(
    path: Path, body: str, automatic: str = "", common: str = STYLES, parts: Mapping[str, str | bytes] | None = None,
    master: str = "",
) -> None:  # fmt: skip
    """An archive as Writer makes it."""
    content = f"<office:automatic-styles>{automatic}</office:automatic-styles>"
    content += f"<office:body><office:text>{body}</office:text></office:body>"
    styles = f"<office:styles>{common}</office:styles><office:master-styles>{master}</office:master-styles>"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        made.writestr("content.xml", f"<office:document-content {SPACES}>{content}</office:document-content>")
        made.writestr("styles.xml", f"<office:document-styles {SPACES}>{styles}</office:document-styles>")
        made.writestr("META-INF/manifest.xml", f'<manifest:manifest xmlns:manifest="{ODF}manifest:1.0"/>')
        for name, written in (parts or {}).items():
            made.writestr(name, written)


def odt(folder: Path, body: str, **given: str | Mapping[str, str | bytes]) -> tuple[list[Piece], list[Finding]]:
    """The pieces below the title, and the findings."""
    document(folder / "une.odt", FIRST + body, **given)  # type: ignore[arg-type]
    findings: list[Finding] = []
    found = list(read(folder / "une.odt", findings.append))
    assert (found[0].kind, found[0].text) == ("title", "Le lait")
    return found[1:], findings


def p(content: str, name: str = "") -> str:
    return f'<text:p text:style-name="{name}">{content}</text:p>'


def span(content: str, name: str) -> str:
    return f'<text:span text:style-name="{name}">{content}</text:span>'


def one(folder: Path, content: str, **given: str) -> str:
    found, _ = odt(folder, p(content), **given)
    assert len(found) == 1
    return found[0].text


def test_headings_paragraphs_and_quotes(tmp_path: Path) -> None:
    automatic = style("P1", "paragraph", "Quotations")
    body = p("Tout augmente.", "Text_20_body") + '<text:h text:outline-level="2">Les prix</text:h>'
    body += p("Cité.", "P1") + p("Encore.", "Quotations") + p("Fin.")
    found, findings = odt(tmp_path, body, automatic=automatic)
    assert texts(found) == [
        "paragraph: Tout augmente.", "heading: Les prix", "quote: Cité.", "quote: Encore.", "paragraph: Fin."
    ]  # fmt: skip
    assert shape(tree(found)) == "paragraph Section(heading Quotation(quote quote) paragraph)"
    assert findings == []


LOOKS = (
    style("Gras", properties='fo:font-weight="bold"') + style("Haut", properties='style:text-position="super 58%"')
    + style("Bas", properties='style:text-position="-33% 58%"') + style("Cache", properties='text:display="none"')
    + style("Barre", properties='style:text-line-through-style="solid"') + style("Fils", parent="Cache")
    + style("Caps", properties='fo:text-transform="uppercase"')
    + style("Petites", properties='fo:font-variant="small-caps"')
    + style("Symbole", properties='style:font-name="Symbol"')
    + style("Tu", "paragraph", properties='text:display="none"')
)  # fmt: skip


def test_looks_of_words(tmp_path: Path) -> None:
    body = p(f"Du {span('lait', 'Gras')}, 88{span('e', 'Haut')}, CO{span('2', 'Bas')}, 10{span('6', 'Haut')}")
    found, _ = odt(tmp_path, body, automatic=LOOKS)
    assert marked(found[0]) == [
        ("strong", "lait", ""), ("raised", "e", ""), ("lowered", "2", ""), ("raised", "6", "")
    ]  # fmt: skip


@pytest.mark.parametrize(
    "content, expected",
    [
        (span("sncf", "Caps") + " et " + span("xix", "Petites") + "e", "SNCF et XIXe"),
        ("Vu " + span("caché ", "Cache") + span("aussi ", "Fils") + "lu", "Vu lu"),
        ("une pente " + span("\uf0b3", "Symbole") + " 5", "une pente ≥ 5"),
        ('un<text:s text:c="3"/>mot<text:tab/>là<text:line-break/>ici', "un mot là\nici"),
        ("un\n   mot", "un mot"),
        ("le <text:bookmark-start/>lac<text:bookmark-end/> <text:soft-page-break/>dort", "le lac dort"),
        ("Page <text:page-number>2</text:page-number>", "Page 2"),
        (
            '<text:drop-down><text:label text:value="Orne"/><text:label text:value="Manche"/>Manche</text:drop-down>',
            "Manche",
        ),
        ('a<text:hidden-text text:is-hidden="true">non</text:hidden-text>b', "ab"),
        ('a<text:hidden-text text:is-hidden="false">oui</text:hidden-text>b', "aouib"),
        ("<text:ruby><text:ruby-base>lac</text:ruby-base><text:ruby-text>lak</text:ruby-text></text:ruby>", "lac"),
        ("Il est <text:change-start/>venu<text:change-end/><text:change/>.", "Il est venu."),
    ],
)
def test_what_a_paragraph_shows(tmp_path: Path, content: str, expected: str) -> None:
    assert one(tmp_path, content, automatic=LOOKS) == expected


def test_what_is_hidden_or_deleted_is_not_shown(tmp_path: Path) -> None:
    gone = '<text:tracked-changes><text:changed-region><text:deletion><text:p>Parti.</text:p></text:deletion>' \
           "</text:changed-region></text:tracked-changes>"  # fmt: skip
    section = '<text:section text:display="none"><text:p>Non.</text:p></text:section>'
    section += "<text:section><text:p>Oui.</text:p></text:section>"
    hidden = p('<text:hidden-paragraph text:is-hidden="true"/>Non plus.') + p("Tu.", "Tu")
    found, findings = odt(tmp_path, gone + section + hidden, automatic=LOOKS)
    assert (texts(found), findings) == (["paragraph: Oui."], [])


def test_what_is_left_out_is_named(tmp_path: Path) -> None:
    lines = p("Faits<text:tab/>2") + p("Suite 3")
    contents = f"<text:table-of-content><text:index-body>{lines}</text:index-body></text:table-of-content>"
    body = contents + p(f"Il coûte {span('20 €', 'Barre')} 30 €<office:annotation>{p('À revoir')}</office:annotation>.")
    body += p("<text:placeholder>&lt;Votre nom&gt;</text:placeholder>.")
    head = f'<style:master-page style:name="S"><style:header>{p("Le journal")}</style:header></style:master-page>'
    found, findings = odt(tmp_path, body, automatic=LOOKS, master=head)
    assert texts(found) == ["paragraph: Il coûte 30 €.", "paragraph: ."]
    told = {finding.code: finding.message for finding in findings}
    assert "«\u00a0Faits 2\u00a0», «\u00a0Suite 3\u00a0»" in told["document-contents"]
    assert "«\u00a020 €\u00a0»" in told["struck-left-out"]
    assert "Votre nom" in told["document-prompt"]
    assert "«\u00a0À revoir\u00a0», «\u00a0Le journal\u00a0»" in told["document-left-out"]


def level(at: int, form: str, suffix: str = ".", levels: int = 1) -> str:
    given = f'text:level="{at}" style:num-format="{form}" style:num-suffix="{suffix}" text:display-levels="{levels}"'
    return f"<text:list-level-style-number {given}/>"


BULLET = '<text:list-level-style-bullet text:level="1" text:bullet-char="•"/>'
NUMBERED = (
    f'<text:list-style style:name="L1">{level(1, "1")}{level(2, "a", ")")}{level(3, "1", "", 3)}</text:list-style>'
    f'<text:list-style style:name="L2">{BULLET}</text:list-style>'
)


def items(*contents: str, style: str = "L1", more: str = "") -> str:
    inner = "".join(f"<text:list-item>{one}</text:list-item>" for one in contents)
    return f'<text:list text:style-name="{style}" {more}>{inner}</text:list>'


def test_lists_have_the_numbers_that_are_shown(tmp_path: Path) -> None:
    inner = items(p("a"), p("b") + items(p("fin"), style="L1"), style="L1")
    body = items(p("un") + inner, p("deux") + p("suite"), "<text:list-header/>" if False else p("trois"))
    body += p("Entre.") + items(p("neuf")) + items(p("point"), style="L2")
    found, _ = odt(tmp_path, body, automatic=NUMBERED)
    assert [piece.text for piece in found] == [
        "1. un", "a) a", "b) b", "1.b.1 fin", "2. deux", "suite", "3. trois", "Entre.", "1. neuf", "point"
    ]  # fmt: skip
    assert shape(tree(found[:2])) == "List(Item(item List(Item(item))))"


def test_lists_that_go_on_or_begin_elsewhere(tmp_path: Path) -> None:
    body = items(p("un"), p("deux"), more='xml:id="a"') + p("Entre.") + items(p("trois"), more='text:continue-list="a"')
    body += items(p("quatre"), more='text:continue-numbering="true"')
    body += '<text:list text:style-name="L1"><text:list-header>' + p("Tête") + "</text:list-header>"
    body += '<text:list-item text:start-value="7">' + p("sept") + "</text:list-item></text:list>"
    found, _ = odt(tmp_path, body, automatic=NUMBERED)
    assert [piece.text for piece in found] == ["1. un", "2. deux", "Entre.", "3. trois", "4. quatre", "Tête", "7. sept"]


def test_headings_have_the_numbers_of_the_outline(tmp_path: Path) -> None:
    levels = level(2, "1") + level(3, "A", "", 2)
    outline = f'<text:outline-style style:name="Outline">{levels}</text:outline-style>'
    heads = ((2, "Un"), (3, "A"), (2, "Deux"))
    body = "".join(f'<text:h text:outline-level="{at}">{words}</text:h>' for at, words in heads)
    found, _ = odt(tmp_path, body, common=STYLES + outline)
    assert texts(found) == ["heading: 1. Un", "heading: 1.A A", "heading: 2. Deux"]


def note(identifier: str, citation: str, words: str, label: str = "", kind: str = "footnote") -> str:
    own = f'text:label="{label}"' if label else ""
    return (
        f'<text:note text:id="{identifier}" text:note-class="{kind}">'
        f"<text:note-citation {own}>{citation}</text:note-citation>"
        f"<text:note-body>{p(words)}</text:note-body></text:note>"
    )


def test_notes_have_their_numbers_and_marks(tmp_path: Path) -> None:
    body = p(f"Un{note('n1', '1', 'La note.')} et{note('n2', '*', 'Étoile.', '*')}.") + p(
        note("n3", "i", "Fin.", kind="endnote")
    )
    found, _ = odt(tmp_path, body)
    assert texts(found) == [
        "paragraph: Un[1] et*.", "paragraph: [i]", "note: [1] La note.", "note: * Étoile.", "note: [i] Fin."
    ]  # fmt: skip
    assert marked(found[0]) == [("notecall", "[1]", "footnote-n1"), ("notecall", "*", "footnote-n2")]
    assert (found[2].within[0].key, found[2].within[0].label) == ("footnote-n1", "[1]")


def cell(content: str, more: str = "") -> str:
    return f"<table:table-cell {more}>{content}</table:table-cell>"


def row(*cells: str, more: str = "") -> str:
    made = "".join(one if "<table" in one else cell(p(one)) for one in cells)
    return f"<table:table-row {more}>{made}</table:table-row>"


def test_tables(tmp_path: Path) -> None:
    head = f"<table:table-header-rows>{row('Lieu', '2023', '2024')}</table:table-header-rows>"
    down = cell(p("Orne"), 'table:number-rows-spanned="2"')
    first = row(down, "1", cell(p("Ouvert") + p("lundi")))
    second = row("<table:covered-table-cell/>", cell(p("2"), 'table:number-columns-repeated="2"'))
    found, _ = odt(tmp_path, f"<table:table>{head}{first}{second}</table:table>" + p("Fin."))
    assert celled(found[0]) == [
        ("column", "Lieu", "0,0"), ("column", "2023", "0,1"), ("column", "2024", "0,2"),
        ("", "Orne", "1,0 2×1"), ("", "1", "1,1"), ("", "Ouvert\u2028lundi", "1,2"), ("", "2", "2,1"), ("", "2", "2,2"),
    ]  # fmt: skip


def test_a_box_of_one_cell_is_what_stands_in_it(tmp_path: Path) -> None:
    inner = '<text:h text:outline-level="2">Repères</text:h>' + p("Trois barques.")
    found, _ = odt(tmp_path, f"<table:table>{row(cell(inner))}</table:table>")
    assert texts(found) == ["heading: Repères", "paragraph: Trois barques."]


def frame(
    inner: str, described: str = "<svg:title>Vache</svg:title><svg:desc>Une vache</svg:desc>", more: str = ""
) -> str:
    return f"<draw:frame {more}>{inner}{described}</draw:frame>"


PICTURE = '<draw:image xlink:href="Pictures/1.png"/>'


def test_pictures_boxes_and_captions(tmp_path: Path) -> None:
    captioned = frame(f"<draw:text-box>{p(frame(PICTURE) + 'La vache, hier.', 'Illustration')}</draw:text-box>", "")
    decorating = frame(PICTURE, more='loext:decorative="true"')
    body = p("Le pré." + frame(PICTURE, "<svg:title>Vache</svg:title>") + decorating) + p(captioned)
    body += p("<draw:custom-shape><text:p>Dans la forme.</text:p></draw:custom-shape>")
    parts: dict[str, str | bytes] = {"Pictures/1.png": image()}
    found, findings = odt(tmp_path, body, parts=parts)
    assert sorted(texts(found)) == sorted([
        "paragraph: Le pré.", "figure: Vache", "figure: Une vache", "caption: La vache, hier.",
        "paragraph: Dans la forme.",
    ])  # fmt: skip
    assert [(piece.picture, piece.content) for piece in found if piece.kind == "figure"] == 2 * [
        ("une.odt/1.png", image())
    ]
    assert findings == []


def test_an_article_has_the_picture_with_its_caption(tmp_path: Path) -> None:
    captioned = frame(f"<draw:text-box>{p(frame(PICTURE) + 'La vache, hier.', 'Illustration')}</draw:text-box>", "")
    document(tmp_path / "une.odt", FIRST + p("Le pré.") + p(captioned), parts={"Pictures/1.png": image()})
    figure = next(node for node in article(tmp_path / "une.odt").body if isinstance(node, Figure))
    assert figure.picture
    assert figure.picture.path.read_bytes() == image()
    assert figure.caption
    assert figure.caption.text == "La vache, hier."


FORMULA = (
    f"<math:math {SPACES}><math:semantics><math:mrow><math:mfrac><math:mn>1</math:mn><math:mn>2</math:mn></math:mfrac>"
    "<math:mo>+</math:mo><math:msup><math:mn>10</math:mn><math:mn>6</math:mn></math:msup></math:mrow>"
    '<math:annotation encoding="StarMath 5.0">1 over 2 + 10^6</math:annotation></math:semantics></math:math>'
)


def test_formulas_are_words_of_their_sentence(tmp_path: Path) -> None:
    linked = frame('<draw:object xlink:href="./Object 1"/><draw:image xlink:href="./ObjectReplacements/Object 1"/>', "")
    found, _ = odt(tmp_path, p(f"Soit {linked} ici."), parts={"Object 1/content.xml": FORMULA})
    assert texts(found) == ["paragraph: Soit 1⁄2+10⁶ ici."]


def test_charts_are_tables(tmp_path: Path) -> None:
    table = f"<table:table>{row(cell(''), 'Lait')}{row('2024', '12,5')}</table:table>"
    chart = f"<chart:chart><chart:title>{p('Les prix')}</chart:title><chart:plot-area/>{table}</chart:chart>"
    body = f"<office:body><office:chart>{chart}</office:chart></office:body>"
    content = f"<office:document-content {SPACES}>{body}</office:document-content>"
    linked = frame('<draw:object xlink:href="./Object 1"/><draw:image xlink:href="./ObjectReplacements/Object 1"/>', "")
    found, _ = odt(tmp_path, p(linked), parts={"Object 1/content.xml": content})
    assert texts(found) == ["caption: Les prix", "table: \tLait\n2024\t12,5"]


def test_links(tmp_path: Path) -> None:
    found, _ = odt(tmp_path, p('Voir <text:a xlink:href="https://exemple.fr">le site</text:a>.'))
    assert marked(found[0]) == [("link", "le site", "https://exemple.fr")]


def archive(**entries: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name, content in entries.items():
            made.writestr(name.replace("__", "/").replace("_", "."), content)
    return buffer.getvalue()


SHEET = f"<office:document-content {SPACES}><office:body><office:spreadsheet/></office:body></office:document-content>"
EVIL = '<!DOCTYPE d [<!ENTITY a "aaaa">]>' + SHEET.replace("<office:spreadsheet/>", "<office:text/>")


@pytest.mark.parametrize(
    "data, reason",
    [
        (b"du texte", "endommagé"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "pas un document .odt"),
        (archive(autre_xml="<a/>"), "pas un document de traitement de texte"),
        (archive(content_xml=SHEET), "pas un document de traitement de texte"),
        (archive(content_xml=EVIL), "entités"),
        (archive(content_xml="<a>"), "endommagé"),
        (archive(content_xml=f"<office:corps {SPACES}><office:text/></office:corps>"), "pas un document de traitement"),
        (
            archive(
                content_xml=SHEET.replace("spreadsheet", "text"), **{"META-INF__manifest_xml": "<encryption-data/>"}
            ),
            "mot de passe",
        ),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "x.odt"
    path.write_bytes(data)
    with pytest.raises(ArticleError, match=reason) as caught:
        list(read(path, print))
    assert caught.value.hint
    assert caught.value.where == "x.odt"


def test_what_an_extension_wrote_around_words_costs_none(tmp_path: Path) -> None:
    """Names that OpenDocument does not have: what stands in them is kept, whatever they say of it means nothing."""
    strange = 'xmlns:ext="https://exemple.fr/extension"'
    body = f"<ext:zone {strange}>{p('Une zone.')}</ext:zone>"
    word = f'<ext:mot {strange} ext:note="7">mot</ext:mot>'
    body += p(f'Un {word} et <text:span {strange} ext:couleur="1">un autre</text:span>.')
    body += p("Un<!-- rien --> commentaire<?rien du tout?>.")
    common = f'{STYLES}<ext:style {strange}/><style:style {strange} style:name="Rien" ext:famille="1"/>'
    found, _ = odt(tmp_path, body, common=common)
    assert [piece.text for piece in found] == ["Une zone.", "Un mot et un autre.", "Un commentaire."]


def test_a_document_without_styles_is_read(tmp_path: Path) -> None:
    text = f"<office:body><office:text>{p('Sans style.')}</office:text></office:body>"
    content = f"<office:document-content {SPACES}>{text}</office:document-content>"
    (tmp_path / "x.odt").write_bytes(archive(content_xml=content))
    assert [piece.text for piece in read(tmp_path / "x.odt", print)] == ["Sans style."]


def test_an_empty_document_is_refused(tmp_path: Path) -> None:
    document(tmp_path / "x.odt", p(""))
    with pytest.raises(ArticleError, match="aucun texte"):
        list(read(tmp_path / "x.odt", print))
