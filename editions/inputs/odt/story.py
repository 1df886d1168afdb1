"""The text of Writer as pieces, in reading order: paragraphs, lists, tables, boxes, pictures, notes."""

import posixpath
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from editions.inputs.odt import charts
from editions.inputs.odt.lists import Lists
from editions.inputs.odt.styles import Styles
from editions.inputs.odt.words import Paragraph, Words, words
from editions.manuscript import inline, pictures, rich
from editions.manuscript.grid import Grid
from editions.manuscript.left_out import LeftOut
from editions.manuscript.pieces import Nest, Piece, labelled
from editions.manuscript.zipped import Zipped
from editions.model import Cell
from editions.model.runs import Span
from editions.model.tree import Container

if TYPE_CHECKING:  # slow to load
    from odfdo import Element

_CONTENTS = ("text:table-of-content", "text:illustration-index", "text:table-index", "text:object-index",
             "text:user-index", "text:alphabetical-index")  # fmt: skip
_UNSEEN = frozenset(("text:tracked-changes", "office:forms", "text:sequence-decls", "text:variable-decls",
                     "text:user-field-decls", "svg:title", "svg:desc", "text:index-title-template"))  # fmt: skip
_MOST = 1000
"""How often a cell or a row may be repeated: more only fill a sheet."""


class Story:
    """One pass over the text."""

    def __init__(self, styles: Styles, lists: Lists, archive: Zipped, left: LeftOut) -> None:
        self._styles, self._lists, self._archive, self._left = styles, lists, archive, left
        self.words = Words(styles, archive, left)
        self.pieces: list[Piece] = []
        self._nest = Nest()
        self._count = 0
        self._label = ""
        """What the next paragraph begins with: it is the first of an item or of a note."""

    def body(self, one: "Element") -> None:
        """All blocks inside an element."""
        for inner in one.children:
            self._block(inner)

    def notes(self) -> None:
        """The notes that were called, those that notes call too."""
        for note in self.words.notes:
            self._nest.open("note", key=note.key, label=note.label)
            self._label = note.label
            self.body(note.body)
            self._label = ""
            self._nest.close("note")

    def _block(self, one: "Element") -> None:
        called = one.tag
        if called in _UNSEEN or one.attributes.get("text:display") == "none":
            return
        if called in ("text:p", "text:h"):
            self._paragraph(one)
        elif called == "text:list":
            self._list(one)
        elif called == "table:table":
            self._table(one)
        elif called in _CONTENTS:
            for text in words(one):
                self._left.begin()
                self._left.add("contents", text)
        elif called.startswith("draw:"):
            self._drawn(one)
        else:
            self.body(one)

    def _paragraph(self, one: "Element") -> None:
        made = Paragraph(style=one.attributes.get("text:style-name", ""))
        self._count += 1
        self._left.begin()
        self.words.read(one, made)
        if made.hidden:
            return
        kind, level = self._styles.role(made.style)
        shown, label = bool(made.line.raw().strip()), ""
        if one.tag == "text:h":
            outline = one.attributes.get("text:outline-level", "1")
            kind, level = "heading", int(outline) if outline.isdecimal() and len(outline) < 3 else 1
            label = self._lists.heading(one, level) if shown and not self._lists.depth else ""
        if kind == "paragraph" and self._nest.depth("item"):
            kind = "item"
        elif kind == "paragraph" and self._nest.depth("note"):
            kind = "note"
        self._place(kind == "quote")
        if kind == "caption":  # the picture stands in it
            self._all_drawn(made)
        piece = replace(made.line.piece(kind, level, self._count), within=self._nest.within)
        if shown:
            label, self._label = label or self._label, ""
            piece = rich.signed(piece) if kind == "byline" else piece
            self.pieces.append(labelled(piece, label) if label else piece)
        self._all_drawn(made)

    def _all_drawn(self, made: Paragraph) -> None:
        drawn, made.drawn = made.drawn, []
        for one in drawn:
            self._drawn(one)

    def _place(self, quoted: bool) -> None:
        """Quoted paragraphs that follow one another are one quotation."""
        if not quoted:
            self._nest.close("quotation", inside="item")
        elif not self._nest.depth("quotation"):
            self._nest.open("quotation")

    def _list(self, one: "Element") -> None:
        self._place(False)
        self._lists.open(one)
        opened = False
        for item in one.children:
            if item.tag not in ("text:list-item", "text:list-header"):
                continue
            nested_alone = all(part.tag == "text:list" for part in item.children)
            label = "" if item.tag == "text:list-header" or nested_alone else self._lists.label(item)
            if not opened:
                opened = True
                self._nest.open("list", ordered=bool(label))
            self._nest.open("item", label=label)
            self._label = label
            self.body(item)
            self._label = ""
            self._nest.close("item")
        if opened:
            self._nest.close("list")
        self._lists.close()

    def _drawn(self, one: "Element") -> None:
        """A frame with a picture or a box, a shape with words, a group of them."""
        if one.attributes.get("loext:decorative") == "true" or one.attributes.get("draw:decorative") == "true":
            return
        parts = {part.tag: part for part in reversed(one.children)}
        if "draw:text-box" in parts:
            self._place(False)
            self.body(parts["draw:text-box"])
        elif "draw:image" in parts:
            told = self._chart(parts["draw:object"]) if "draw:object" in parts else False
            if not told:
                self._picture(one, parts["draw:image"])
        elif "draw:object" in parts:
            self._chart(parts["draw:object"])
        else:
            self.body(one)

    def _chart(self, linked: "Element") -> bool:
        """The figures of a chart as a table; whether it was one."""
        entry = linked.attributes.get("xlink:href", "").removeprefix("./").rstrip("/")
        root = self._archive.tree(f"{entry}/content.xml")
        if root is None or not charts.is_chart(root):
            self._left.begin()
            self._left.add("object", entry)
            return False
        title, found = charts.title(root), charts.figures(root, self._count)
        within = (*self._nest.within, Container("table", f"chart {entry}")) if title and found else self._nest.within
        if title:
            self.pieces.append(Piece("caption" if found else "paragraph", title, line=self._count, within=within))
        if found:
            self.pieces.append(replace(found, within=within))
        return bool(title or found)

    def _picture(self, frame: "Element", image: "Element") -> None:
        described = {part.tag: " ".join(part.text_recursive.split()) for part in frame.children
                     if part.tag in ("svg:title", "svg:desc")}  # fmt: skip
        alternative = described.get("svg:desc") or described.get("svg:title") or ""
        target = image.attributes.get("xlink:href", "").removeprefix("./")
        figure = Piece("figure", alternative, line=self._count, within=self._nest.within, picture=target)
        if target in self._archive.names:
            content = pictures.taken_out(self._archive.data(target))
            figure = replace(figure, picture=f"{self._archive.name}/{posixpath.basename(target)}", content=content)
        if figure.picture or alternative:
            self.pieces.append(figure)

    def _table(self, one: "Element") -> None:
        self._place(False)
        rows = list(_rows(one, False))
        if all(sum(cell.tag == "table:table-cell" for cell in _cells(row)) <= 1 for row, _ in rows):
            for row, _ in rows:
                for cell in _cells(row):
                    self.body(cell)
            return
        grid, outside = Grid(self._count + 1, self._nest.within), list[Piece]()
        for at, (row, header) in enumerate(rows):
            for column, cell in enumerate(_cells(row)):
                if cell.tag != "table:table-cell":
                    continue
                inner = self._inner(cell)
                outside += [piece for piece in inner if piece.kind == "figure"]
                kept = inline.cell([piece for piece in inner if piece.kind != "figure"])
                spans = (_repeated(cell, f"table:number-{side}-spanned") for side in ("rows", "columns"))
                role: Literal["", "column"] = "column" if header else ""
                grid.cells.append((kept, Cell(Span(0, 0), at, column, role, *spans)))
        self.pieces += [*grid.pieces(), *outside]

    def _inner(self, cell: "Element") -> list[Piece]:
        """The pieces of a cell, apart from those of the story."""
        kept, self.pieces = self.pieces, []
        nest, self._nest = self._nest, Nest()
        self.body(cell)
        found, self.pieces, self._nest = self.pieces, kept, nest
        return found


def _rows(table: "Element", header: bool) -> "Iterator[tuple[Element, bool]]":
    """Each row, and whether it holds the headings of the columns."""
    for one in table.children:
        if one.tag == "table:table-row":
            for _ in range(_repeated(one, "table:number-rows-repeated")):
                yield one, header
        elif one.tag in ("table:table-header-rows", "table:table-rows", "table:table-row-group"):
            yield from _rows(one, header or one.tag == "table:table-header-rows")


def _cells(row: "Element") -> "Iterator[Element]":
    for cell in row.children:
        if cell.tag in ("table:table-cell", "table:covered-table-cell"):
            for _ in range(_repeated(cell, "table:number-columns-repeated")):
                yield cell


def _repeated(one: "Element", key: str) -> int:
    value = one.attributes.get(key, "1")
    return min(max(int(value), 1), _MOST) if value.isdecimal() and len(value) < 7 else 1
