"""Hand-made publications, and a PDF read back: its structure tree walked like a screen reader."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
from PIL import Image, ImageDraw

from editions.model import Article, Block, BlockKind, Edition, Mark, MarkKind, Span
from editions.publication import Publication

Make = Callable[..., Publication]
LONG = (
    "«\u00a0Nous avons attendu dix ans\u00a0», a rappelé l’adjointe\u00a0: les 12\u202f500\u00a0€ du budget "
    "ont été votés par le conseil municipal, jeudi soir, à Alençon (Orne)\u202f; personne ne s’y est opposé. "
)


def block(kind: BlockKind, text: str, level: int = 0, **marked: str | tuple[str, str]) -> Block:
    """A block; ``link=("words", "address")`` or ``strong="words"`` marks the words' first occurrence."""
    marks = []
    for name, value in marked.items():
        words, detail = (value, "") if isinstance(value, str) else value
        start = text.index(words)
        kind_of: MarkKind = name  # type: ignore[assignment]
        marks.append(Mark(kind_of, Span(start, start + len(words)), detail))
    return Block("x", kind, text, (), level, tuple(marks))


def table(*rows: tuple[str, ...], row_headers: bool = True) -> Block:
    """A table block; the first row, and the first column unless told otherwise, are headers."""
    text, marks, place = "\n".join("\t".join(row) for row in rows), [], 0
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            header = r == 0 or (c == 0 and row_headers)
            marks.append(Mark("header" if header else "cell", Span(place, place + len(value)), f"{r},{c}"))
            place += len(value) + 1
    return Block("x", "table", text, (), 0, tuple(marks))


def edition(*articles: Article) -> Publication:
    made = Edition("essai", "Édition d’essai du bocage", "Ouest-Matin", date(2026, 11, 1), "fr-FR", articles)
    return Publication(made, {}, {})


def rich_article(folder: Path) -> Article:
    """Every kind of block, and characters that the main font lacks."""
    picture = Image.new("RGB", (900, 500), "lightblue")
    ImageDraw.Draw(picture).ellipse((100, 100, 400, 400), fill="darkgreen")
    picture.save(folder / "cour.png")
    blocks = (
        block("outlet", "Ouest-Matin"),
        block("section", "Normandie"),
        block("title", "Écoles\u00a0: le plan de rentrée"),
        block("figure", "Une cour d’école vue du ciel", image=("Une", "cour.png")),
        block("caption", "La cour, mardi. Photo Jeanne Martin / AFP", credit="Photo Jeanne Martin / AFP"),
        block("lede", "Le plan école est lancé. Il coûtera 12,5\u00a0% de plus que prévu."),
        block("paragraph", LONG * 5),
        block("heading", "Trois ans de travaux", 2),
        block(
            "paragraph", "Voir le site du journal, le 88e régiment et le mot breaking news.",
            link=("site du journal", "https://example.org/a?b=(1)"), raised="e régiment"[:1], strong="Voir",
            language=("breaking news", "en"),
        ),
        block("quote", "«\u00a0" + LONG),
        block("item", "Premier point, un peu long pour qu’il passe à la ligne suivante.", 1),
        block("item", "Sous-point", 2),
        block("item", "1. Un point numéroté", 1, label="1."),
        table(("Année", "Élèves"), ("2024", "1\u202f248"), ("2025", "1\u202f310")),
        table(*(tuple(f"{word} {n} assez large" for n in range(6)) for word in ("Colonne", "valeur", "autre"))),
        block("paragraph", "Signes\u00a0: №\u00a05, →, Ελλάδα, Москва, 中国. https://exemple.fr/" + "chemin/" * 22),
        block("code", "Un vers\nun autre vers\n\net un dernier"),
        block("heading", "Mot de fin", 3),
        block("paragraph", LONG * 30),
        block("figure", "Une carte disparue", image=("Une", "nulle.png")),
        block("byline", "Jeanne Martin"),
    )  # fmt: skip
    return Article("ecoles", blocks[2].text, blocks, folder / "ecoles.txt")


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
