"""Word documents made here by hand: what is kept, what is hidden, what is refused."""

import io
import zipfile
from pathlib import Path

import pytest

from editions.errors import ArticleError
from editions.inputs.docx import read
from editions.manuscript.pieces import Piece
from editions.model import Finding
from tests.inputs.outlines import celled, kinds, marked, shape, tree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
OPEN = f'<w:document xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="{MC}" xmlns:wp="{WP}"><w:body>'
STYLES = (
    f'<w:styles xmlns:w="{W}">'
    '<w:style w:styleId="Titre"><w:name w:val="Title"/></w:style>'
    '<w:style w:styleId="Titre1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="Inter"><w:name w:val="Intertitre"/><w:basedOn w:val="Titre1"/></w:style>'
    '<w:style w:styleId="Citation"><w:name w:val="Quote"/></w:style>'
    '<w:style w:styleId="Rond"><w:name w:val="Rond"/><w:basedOn w:val="Rond"/></w:style></w:styles>'
)
NUMBERING = (
    f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>'
    '</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
    '<w:lvlText w:val="•"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="1"/></w:num>'
    "</w:numbering>"
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="hyperlink" Target="https://exemple.fr"/></Relationships>'
)


def p(text: str, style: str = "", extra: str = "") -> str:
    runs = text if text.startswith("<") else f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{style}{extra}</w:pPr>{runs}</w:p>"


def item(text: str, list_id: int, level: int = 0) -> str:
    return p(text, extra=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def word(tmp_path: Path, body: str, **parts: str) -> tuple[list[Piece], list[Finding]]:
    path = tmp_path / "une.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", f"{OPEN}{body}</w:body></w:document>")
        package.writestr("word/styles.xml", STYLES)
        package.writestr("word/numbering.xml", NUMBERING)
        package.writestr("word/_rels/document.xml.rels", RELATIONS)
        for name, xml in parts.items():
            package.writestr(f"word/{name}.xml", xml)
    return opened(path)


def opened(path: Path) -> tuple[list[Piece], list[Finding]]:
    findings: list[Finding] = []
    return list(read(path, findings.append)), findings


def test_headings_paragraphs_and_quotes(tmp_path: Path) -> None:
    body = p("Le lait", "Titre") + p("Tout augmente.") + p("Les prix", "Inter") + p("Cité", "Citation") + p("X", "Rond")
    found, findings = word(tmp_path, body + p("Plan", extra='<w:outlineLvl w:val="2"/>') + p("Fin."))
    assert kinds(found) == [
        ("title", 0, "Le lait"),
        ("paragraph", 0, "Tout augmente."),
        ("heading", 2, "Les prix"),
        ("quote", 0, "Cité"),
        ("paragraph", 0, "X"),
        ("heading", 3, "Plan"),
        ("paragraph", 0, "Fin."),
    ]
    assert findings == []


def test_words_and_marks(tmp_path: Path) -> None:
    found, _ = word(
        tmp_path,
        p("Le lait", "Titre")
        + p(
            "<w:r><w:t>Du </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>lait</w:t></w:r>"
            '<w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t xml:space="preserve"> cru</w:t><w:br/><w:t>à </w:t></w:r>'
            '<w:hyperlink r:id="r1"><w:r><w:t>la ferme</w:t></w:r></w:hyperlink>'
            '<w:r><w:t> 88</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>e</w:t></w:r>'
            "<w:del><w:r><w:delText>supprimé</w:delText></w:r></w:del><w:ins><w:r><w:t> ajouté</w:t></w:r></w:ins>"
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>caché</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
            "<w:r><w:t>mu\u00adnicipal</w:t></w:r>"
        ),
    )
    assert found[1].text == "Du lait cru\nà la ferme 88e ajoutémunicipal"
    assert marked(found[1]) == [
        ("strong", "lait", ""),
        ("link", "la ferme", "https://exemple.fr"),
        ("raised", "e", ""),
    ]


def test_lists_are_numbered_as_word_does(tmp_path: Path) -> None:
    body = item("un", 5) + item("deux", 5) + item("dessous", 5, 1) + item("encore", 5, 1) + item("trois", 5)
    found, _ = word(tmp_path, p("Le lait", "Titre") + body + item("point", 6))
    assert kinds(found)[1:] == [
        ("item", 1, "1. un"),
        ("item", 1, "2. deux"),
        ("item", 2, "2.a) dessous"),
        ("item", 2, "2.b) encore"),
        ("item", 1, "3. trois"),
        ("item", 1, "point"),
    ]
    assert marked(found[3]) == [("label", "2.a)", "")]
    first = "List(Item(item) Item(item List(Item(item) Item(item))) Item(item))"
    assert shape(tree(found)) == f"title {first} List(Item(item))"


def test_headings_of_columns(tmp_path: Path) -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"

    look = '<w:tblPr><w:tblLook w:val="04A0"/></w:tblPr>'
    row = f"<w:tr>{cell('A')}{cell('B')}</w:tr>"
    found, _ = word(tmp_path, p("Le lait", "Titre") + f"<w:tbl>{look}{row}{row}</w:tbl>")
    assert [cell.header for cell in found[1].cells] == ["column", "column", "", ""]

    rows = f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{cell('A')}{cell('B')}{cell('C')}</w:tr>"
    bold = cell("<w:r><w:rPr><w:b/></w:rPr><w:t>1</w:t></w:r>")
    wide = cell("2", '<w:gridSpan w:val="2"/>')
    rows += f"<w:tr>{bold}{wide}</w:tr>"
    found, _ = word(tmp_path, p("Le lait", "Titre") + f"<w:tbl>{rows}</w:tbl>" + p("Fin."))
    assert kinds(found)[1:] == [("table", 0, "A\tB\tC\n1\t2\t"), ("paragraph", 0, "Fin.")]
    assert marked(found[1]) == [("strong", "1", "")]
    assert celled(found[1]) == [
        ("column", "A", "0,0"),
        ("column", "B", "0,1"),
        ("column", "C", "0,2"),
        ("", "1", "1,0"),
        ("", "2", "1,1 1×2"),
    ]


def test_the_strict_dialect_is_read_too(tmp_path: Path) -> None:
    word(tmp_path, p("Le lait", "Titre") + item("un", 5) + item("deux", 5))
    strict = tmp_path / "strict.docx"
    with zipfile.ZipFile(tmp_path / "une.docx") as old, zipfile.ZipFile(strict, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).decode().replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main"))
    found, _ = opened(strict)
    assert kinds(found) == [("title", 0, "Le lait"), ("item", 1, "1. un"), ("item", 1, "2. deux")]


def test_words_around_the_text_are_named_each(tmp_path: Path) -> None:
    header = f'<w:hdr xmlns:w="{W}">{p("En-tête du journal")}{p("Page 3")}</w:hdr>'
    found, findings = word(tmp_path, p("Le lait", "Titre") + p("Fin."), header1=header, header2=header)
    assert kinds(found) == [("title", 0, "Le lait"), ("paragraph", 0, "Fin.")]
    assert [finding.code for finding in findings] == ["document-left-out"]
    assert findings[0].message.endswith(": «\u00a0En-tête du journal\u00a0», «\u00a0Page 3\u00a0»")


def test_odd_characters_are_named_with_their_paragraph(tmp_path: Path) -> None:
    found, findings = word(tmp_path, p("Le lait", "Titre") + p("Un \ue000 mot e\u0301crit"))
    assert found[1].text == "Un mot écrit"
    assert [(finding.code, finding.place) for finding in findings] == [("text-private", "une.docx:2")]


@pytest.mark.parametrize(
    "declaration",
    ['<!ENTITY e SYSTEM "file:///etc/hostname">', '<!ENTITY a "aaaa"><!ENTITY e "&a;&a;&a;">'],
    ids=["external", "laughs"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(tmp_path: Path, declaration: str, encoding: str) -> None:
    path = tmp_path / "une.docx"
    head = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE d [{declaration}]>'
    xml = f"{head}{OPEN}{p('A&e;B')}</w:body></w:document>"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", xml.encode(encoding))
    with pytest.raises(ArticleError, match="entités"):
        opened(path)


def made(tmp_path: Path) -> bytes:
    word(tmp_path, p("Le lait", "Titre") + "".join(p(f"Paragraphe {n}.") for n in range(300)))
    return (tmp_path / "une.docx").read_bytes()


def corrupted(data: bytes) -> bytes:
    place = data.index(b"word/document.xml") + 60
    return data[:place] + bytes(255 - byte for byte in data[place : place + 40]) + data[place + 40 :]


def test_what_cannot_be_read_says_why(tmp_path: Path) -> None:
    good = made(tmp_path)
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as package:
        package.writestr("autre.xml", "<a/>")
    broken = io.BytesIO()
    with zipfile.ZipFile(broken, "w") as package:
        package.writestr("word/document.xml", f"{OPEN}{p('A')}")
    cases = {
        good[:300]: "endommagé",
        good[: len(good) // 2]: "endommagé",
        corrupted(good): "endommagé",
        b"du texte": "endommagé",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600): "protégé",
        other.getvalue(): "pas un document Word",
        broken.getvalue(): "endommagé",
    }
    for data, reason in cases.items():
        path = tmp_path / "x.docx"
        path.write_bytes(data)
        with pytest.raises(ArticleError, match=reason) as caught:
            opened(path)
        assert caught.value.hint
        assert caught.value.where == "x.docx"


def test_a_bomb_is_refused_before_it_is_inflated(tmp_path: Path) -> None:
    path = tmp_path / "une.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package, package.open("word/document.xml", "w") as part:
        for _ in range(150):
            part.write(b"A" * 1_000_000)
    with pytest.raises(ArticleError, match="démesuré"):
        opened(path)


def test_a_crowd_of_parts_is_refused_before_it_is_listed(tmp_path: Path) -> None:
    path = tmp_path / "une.docx"
    with zipfile.ZipFile(path, "w") as package:
        for number in range(20_000):
            package.writestr(f"word/{'x' * 80}{number}.xml", "")
    with pytest.raises(ArticleError, match="démesuré"):
        opened(path)


def test_a_size_that_lies_is_found_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("editions.manuscript.zipped.LARGEST", 100_000)
    path = tmp_path / "une.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", f"{OPEN}{p('mot ' * 60_000)}</w:body></w:document>")
    with zipfile.ZipFile(path) as package:
        real = package.getinfo("word/document.xml").file_size.to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(real, (90_000).to_bytes(4, "little")))
    with pytest.raises(ArticleError):
        opened(path)


def test_an_empty_document_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="aucun texte"):
        word(tmp_path, p(""))
