"""Hand-made publications, and a PDF read back: its structure tree walked like a screen reader."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, Literal

import pikepdf
from PIL import Image, ImageDraw

from editions.model import (
    Article,
    Block,
    Cell,
    Edition,
    Figure,
    Item,
    List,
    Note,
    Picture,
    Quotation,
    Role,
    Section,
    Table,
    runs,
)
from editions.model.runs import Span
from editions.outputs import pdf
from editions.printing.settings import PrintSettings
from editions.publication import Publication
from editions.settings import Settings

Make = Callable[..., Publication]
LONG = (
    "«\u00a0Nous avons attendu dix ans\u00a0», a rappelé l’adjointe\u00a0: les 12\u202f500\u00a0€ du budget "
    "ont été votés par le conseil municipal, jeudi soir, à Alençon (Orne)\u202f; personne ne s’y est opposé. "
)


def block(kind: Role, text: str, **marked: str | tuple[str, str]) -> Block:
    """A block; ``link=("words", "address")`` or ``strong="words"`` makes a run of the words' first occurrence."""
    found = []
    for name, value in marked.items():
        words, *detail = (value,) if isinstance(value, str) else value
        start = text.index(words)
        found.append(getattr(runs, name.capitalize())(Span(start, start + len(words)), *detail))
    return Block("x", kind, text, (), tuple(found))


def table(*rows: tuple[str, ...], row_headers: bool = True) -> Table:
    """A table; the first row, and the first column unless told otherwise, are headers."""
    text, place = "\n".join("\t".join(row) for row in rows), 0
    cells: list[list[Cell]] = []
    for r, row in enumerate(rows):
        cells.append([])
        for c, value in enumerate(row):
            header: Literal["", "column", "row"] = "column" if r == 0 else "row" if c == 0 and row_headers else ""
            cells[-1].append(Cell(Span(place, place + len(value)), r, c, header))
            place += len(value) + 1
    return Table(Block("x", "table", text, ()), tuple(map(tuple, cells)), None)


def edition(*articles: Article) -> Publication:
    made = Edition("essai", "Édition d’essai du bocage", "Ouest-Matin", date(2026, 11, 1), "fr-FR", articles)
    return Publication(made, {}, {})


def rich_article(folder: Path) -> Article:
    """Every kind of block, and characters that the main font lacks."""
    picture = Image.new("RGB", (900, 500), "lightblue")
    ImageDraw.Draw(picture).ellipse((100, 100, 400, 400), fill="darkgreen")
    picture.save(folder / "cour.png")
    shown = Picture(folder / "cour.png", "cour.png", "image/png", 900, 500)
    gone = Picture(folder / "nulle.png", "nulle.png", "image/png", 90, 50)
    inner = List(False, (Item("", (block("item", "Sous-point"),)),))
    body = (
        block("outlet", "Ouest-Matin"),
        block("section", "Normandie"),
        block("title", "Écoles\u00a0: le plan de rentrée"),
        Figure(
            shown,
            block("figure", "Une cour d’école vue du ciel"),
            block("caption", "La cour, mardi. Photo Jeanne Martin / AFP", credit="Photo Jeanne Martin / AFP"),
        ),
        block("lede", "Le plan école est lancé. Il coûtera 12,5\u00a0% de plus que prévu."),
        block("paragraph", LONG * 5),
    )
    first = (
        block(
            "paragraph",
            "Voir le site du journal, le 88e régiment et le mot breaking news.",
            link=("site du journal", "https://example.org/a?b=(1)"),
            raised="e régiment"[:1],
            strong="Voir",
            language=("breaking news", "en"),
        ),
        Quotation((block("quote", "«\u00a0" + LONG), block("quote", "« Encore. »"))),
        List(
            False,
            (Item("", (block("item", "Premier point, un peu long pour qu’il passe à la ligne suivante."), inner)),),
        ),
        List(
            True,
            (
                Item(
                    "1.",
                    (block("item", "1. Un point numéroté", label="1."), block("paragraph", "et sa suite.")),
                ),
            ),
        ),
        table(("Année", "Élèves"), ("2024", "1\u202f248"), ("2025", "1\u202f310")),
        table(*(tuple(f"{word} {n} assez large" for n in range(6)) for word in ("Colonne", "valeur", "autre"))),
        block("paragraph", "Signes\u00a0: №\u00a05, →, Ελλάδα, Москва, 中国. https://exemple.fr/" + "chemin/" * 22),
        block("code", "Un vers\nun autre vers\n\net un dernier"),
    )
    last = (
        block("paragraph", LONG * 30),
        Figure(gone, block("figure", "Une carte disparue"), None),
        block("byline", "Jeanne Martin"),
        Note("1", "[1]", (block("note", "[1] Une note.", label="[1]"),)),
    )
    sections = Section(
        block("heading", "Trois ans de travaux"), 2, (*first, Section(block("heading", "Mot de fin"), 3, last))
    )
    return Article("ecoles", "Écoles\u00a0: le plan de rentrée", (*body, sections), folder / "ecoles.txt")


def brief_article(folder: Path) -> Article:
    """A second article, so that there are contents."""
    body = (block("title", "Une brève"), block("paragraph", "Le lac rouvre samedi."))
    return Article("breve", "Une brève", body, folder / "breve.txt")


def instructions(page: pikepdf.Page) -> Iterator[tuple[Any, str]]:
    """Operands and operator, in the order of the page's content."""
    for instruction in pikepdf.parse_content_stream(page):
        yield instruction.operands, str(instruction.operator)


class Walk:
    """The structure tree of a PDF, read the way a screen reader does."""

    def __init__(self, path: Path) -> None:
        self.pdf = pikepdf.open(path)
        self.pages = {page.obj.objgen: self._contents(page) for page in self.pdf.pages}

    def text(self, element: pikepdf.Object | None = None) -> str:
        """All text under an element, in the tree's order."""
        element = self.pdf.Root.StructTreeRoot.K[0] if element is None else element
        page = element.get("/Pg")
        parts = []
        for kid in element.get("/K", []):
            if isinstance(kid, int):
                parts.append(self.pages[page.objgen][kid])
            elif "/S" in kid:
                parts.append(self.text(kid))
            elif kid.get("/Type") == "/MCR":
                parts.append(self.pages[kid.Pg.objgen][int(kid.MCID)])
        return "".join(parts)

    def elements(self, tag: str) -> list[pikepdf.Object]:
        """All elements with this tag, in reading order."""
        found = []

        def visit(element: pikepdf.Object) -> None:
            if f"/{tag}" == element.S:
                found.append(element)
            for kid in element.get("/K", []):
                if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                    visit(kid)

        visit(self.pdf.Root.StructTreeRoot.K[0])
        return found

    def _contents(self, page: pikepdf.Page) -> dict[int, str]:
        unicode = {name: _unicode(font) for name, font in page.Resources.Font.items()}
        texts: dict[int, str] = {}
        stack: list[tuple[int | None, str | None]] = []
        current: dict[int, str] = {}
        for operands, name in instructions(page):
            if name == "Tf":
                current = unicode[str(operands[0])]
            elif name in ("BDC", "BMC"):
                stack.append(_opened(operands, stack, texts))
            elif name == "EMC":
                stack.pop()
            elif name == "TJ" and stack and stack[-1][0] is not None and stack[-1][1] is None:
                codes = b"".join(bytes(part) for part in operands[0] if isinstance(part, pikepdf.String))
                shown = "".join(current[int.from_bytes(codes[i : i + 2], "big")] for i in range(0, len(codes), 2))
                texts[stack[-1][0]] = texts.get(stack[-1][0], "") + shown
        return texts


def _opened(
    operands: pikepdf.Object, stack: list[tuple[int | None, str | None]], texts: dict[int, str]
) -> tuple[int | None, str | None]:
    properties = operands[1] if len(operands) > 1 else pikepdf.Dictionary()
    if "/MCID" in properties:
        texts.setdefault(int(properties.MCID), "")
        return int(properties.MCID), None
    if "/ActualText" in properties and stack and stack[-1][0] is not None:
        texts[stack[-1][0]] += str(properties.ActualText)
        return stack[-1][0], "actual"
    return None, None


def _unicode(font: pikepdf.Object) -> dict[int, str]:
    pairs = {}
    for line in font.ToUnicode.read_bytes().decode().splitlines():
        if line.startswith("<") and line.count("<") == 2:
            code, text = line.replace(">", "").replace(" ", "").split("<")[1:]
            pairs[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    return pairs


def made(publication: Publication, folder: Path, size: float = 20) -> Path:
    """The large print of a publication."""
    (path,) = pdf.render(publication, folder, Settings(sections=(PrintSettings(size=size),)))
    assert path == folder / "print" / "large-print.pdf"
    return path


def packed(text: str) -> str:
    """Without its blanks."""
    return "".join(text.split())
