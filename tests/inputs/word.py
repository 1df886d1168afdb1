"""Word documents made by hand, part by part, and what is read of them."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

from editions.inputs.docx import read
from editions.manuscript.pieces import Piece
from editions.model import Finding

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = {
    "w": W,
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
}
SPACES = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in NAMES.items())
TITLE = '<w:p><w:pPr><w:pStyle w:val="Titre"/></w:pPr><w:r><w:t>Le lait</w:t></w:r></w:p>'
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:styleId="Titre"><w:name w:val="Title"/></w:style>'
    '<w:style w:styleId="Titre1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="Titre2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:styleId="Inter"><w:name w:val="Intertitre"/><w:basedOn w:val="Titre1"/></w:style>'
    '<w:style w:styleId="Citation"><w:name w:val="Quote"/></w:style>'
    '<w:style w:styleId="Legende"><w:name w:val="caption"/></w:style>'
    '<w:style w:styleId="Rond"><w:name w:val="Rond"/><w:basedOn w:val="Rond"/></w:style>'
)
CONTROL = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
"""A content control: its properties, its content."""


def t(text: str, looks: str = "") -> str:
    """A run; ``looks``: its properties."""
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(content: str, style: str = "", extra: str = "") -> str:
    """A paragraph of plain words or of runs."""
    runs = content if content.startswith("<") else t(content)
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{style}{extra}</w:pPr>{runs}</w:p>"


def item(content: str, list_id: int, level: int = 0, style: str = "") -> str:
    """A paragraph in a list."""
    return p(content, style, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def field(code: str, result: str = "", data: str = "") -> str:
    """A field; ``result``: runs."""
    marks = {k: f'<w:r><w:fldChar w:fldCharType="{k}">%s</w:fldChar></w:r>' for k in ("begin", "separate", "end")}
    begin = marks["begin"] % data + f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
    return begin + (marks["separate"] % "" + result if result else "") + marks["end"] % ""


def part(root: str, content: str) -> str:
    """``part("w:styles", …)``: a whole part."""
    return f"<{root} {SPACES}>{content}</{root}>"


def package(path: Path, body: str, parts: Mapping[str, str | bytes], relations: Mapping[str, str]) -> None:
    """A document; ``parts`` by name below ``word/``, ``relations``: targets by id."""
    links = "".join(f'<Relationship Id="{key}" Type="x/{key}" Target="{target}"/>' for key, target in relations.items())
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("word/document.xml", part("w:document", f"<w:body>{body}</w:body>"))
        made.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="{space}">{links}</Relationships>')
        for name, content in {"styles.xml": part("w:styles", STYLES), **parts}.items():
            made.writestr(f"word/{name}", content)


def word(
    folder: Path, body: str, parts: Mapping[str, str | bytes] | None = None, relations: Mapping[str, str] | None = None
) -> tuple[list[Piece], list[Finding]]:
    """The pieces below the title, and the findings."""
    path = folder / "une.docx"
    package(path, TITLE + body, parts or {}, relations or {})
    findings: list[Finding] = []
    found = list(read(path, findings.append))
    assert (found[0].kind, found[0].text) == ("title", "Le lait")
    return found[1:], findings


def texts(found: list[Piece]) -> list[str]:
    """Kind and text of each, ``item: 1. un``."""
    return [f"{piece.kind}: {piece.text}" for piece in found]
