"""Documents of Writer: what words look like, what is shown, what is left out, what is refused."""

import io
import zipfile
from pathlib import Path

import pytest

from editions.errors import ArticleError
from editions.inputs.odt import read
from tests.inputs.outlines import marked, shape, tree
from tests.inputs.word import texts
from tests.inputs.writer import LOOKS, SPACES, STYLES, document, odt, one, p, span, style


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
