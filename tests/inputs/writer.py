"""Documents of LibreOffice Writer made by hand, part by part, and what is read of them."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

from editions.inputs.odt import read
from editions.manuscript.pieces import Piece
from editions.model import Finding

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


LOOKS = (
    style("Gras", properties='fo:font-weight="bold"') + style("Haut", properties='style:text-position="super 58%"')
    + style("Bas", properties='style:text-position="-33% 58%"') + style("Cache", properties='text:display="none"')
    + style("Barre", properties='style:text-line-through-style="solid"') + style("Fils", parent="Cache")
    + style("Caps", properties='fo:text-transform="uppercase"')
    + style("Petites", properties='fo:font-variant="small-caps"')
    + style("Symbole", properties='style:font-name="Symbol"')
    + style("Tu", "paragraph", properties='text:display="none"')
)  # fmt: skip


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


def note(identifier: str, citation: str, words: str, label: str = "", kind: str = "footnote") -> str:
    own = f'text:label="{label}"' if label else ""
    return (
        f'<text:note text:id="{identifier}" text:note-class="{kind}">'
        f"<text:note-citation {own}>{citation}</text:note-citation>"
        f"<text:note-body>{p(words)}</text:note-body></text:note>"
    )


def cell(content: str, more: str = "") -> str:
    return f"<table:table-cell {more}>{content}</table:table-cell>"


def row(*cells: str, more: str = "") -> str:
    made = "".join(one if "<table" in one else cell(p(one)) for one in cells)
    return f"<table:table-row {more}>{made}</table:table-row>"


def frame(
    inner: str, described: str = "<svg:title>Vache</svg:title><svg:desc>Une vache</svg:desc>", more: str = ""
) -> str:
    return f"<draw:frame {more}>{inner}{described}</draw:frame>"


PICTURE = '<draw:image xlink:href="Pictures/1.png"/>'
