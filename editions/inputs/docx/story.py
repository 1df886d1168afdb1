"""A story of a Word document, its body or a note: paragraphs, tables, boxes and pictures as pieces, in their order."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from editions.inputs.docx import chunks, drawings, tables
from editions.inputs.docx.document import Document
from editions.inputs.docx.drawings import Shown
from editions.inputs.docx.elements import Element, child, is_on, name, number, value
from editions.inputs.docx.figures import Figures
from editions.inputs.docx.runs import HIDDEN, Paragraph, Runs, is_prompt
from editions.inputs.docx.styles import changes, look
from editions.manuscript import inline, rich
from editions.manuscript.around import Around
from editions.manuscript.grid import Grid
from editions.manuscript.pieces import Piece, labelled
from editions.model import Cell
from editions.model.runs import Span

_CONTENTS = ("Table of Contents", "Table of Figures")


class Story:
    """One pass over a part."""

    def __init__(self, document: Document, part: str) -> None:
        self._document = document
        self._links = document.package.related(part)
        self._figures = Figures(document, self._links)
        self.runs = Runs(document.styles, self._links, document.notes, document.left)
        self.around = Around()
        self.pieces: list[Piece] = []
        self._carried: Paragraph | None = None
        """A paragraph whose end is not shown: it goes on in the next one."""
        self._label = ""
        """What the next paragraph begins with: it is the first of a note."""

    def body(self, parent: Element) -> None:
        """All blocks of an element."""
        for one in parent:
            self._block(one)
        self._end_carried()

    def note(self, one: Element, key: str, label: str) -> None:
        """The paragraphs of a note."""
        self.around.begin_note(key, label)
        self._label = label
        self.body(one)
        self._label = ""
        self.around.end_note()

    def _block(self, one: Element) -> None:
        called = name(one)
        if called in HIDDEN or called == "w:sectPr":
            return
        if called == "w:p":
            self._paragraph(one)
        elif called == "w:tbl":
            self._table(one)
        elif called == "w:sdt":
            self._control(one)
        elif called == "w:altChunk":
            self._end_carried()
            self.pieces += chunks.pieces(
                self._document.package, self._links.get(value(one, "id"), ""), self._document.left
            )
        else:
            inner = drawings.chosen(one) if called == "AlternateContent" else one
            for deeper in inner:
                self._block(deeper)

    def _control(self, one: Element) -> None:
        """A content control: its content, unless Word made it or it only invites to type."""
        gallery = value(child(one, "w:sdtPr", "w:docPartObj", "w:docPartGallery"))
        content = child(one, "w:sdtContent")
        if content is None:
            return
        if gallery in _CONTENTS:
            self._leave(content, "contents")
            return
        if is_prompt(one) and not any(name(e) == "w:tbl" for e in content):
            self._leave(content, "prompt")
            return
        for deeper in content:
            self._block(deeper)

    def _leave(self, one: Element, reason: Literal["contents", "prompt"]) -> None:
        """Leave out an element, and say so."""
        for text in words(one):
            self._document.left.begin()
            self._document.left.add(reason, text)

    def _paragraph(self, one: Element) -> None:
        properties = child(one, "w:pPr")
        made = self._carried or Paragraph()
        self._carried = None
        made.style = value(child(properties, "w:pStyle"))
        self._document.count += 1
        self._document.left.begin()
        contents = self._document.styles.is_contents(made.style)
        before = self.runs.fields.in_contents
        self.runs.read(one, made)
        self.runs.raw.append("\n")
        if contents and not before and made.line.raw().strip() and "\t" in made.line.raw():
            self._document.left.add("contents", made.line.raw())
            return
        if self._goes_on(properties, made.style):
            self._carried = made
        else:
            self._finish(made, properties)
        if child(properties, "w:sectPr") is not None:
            self._document.notes.pass_end("eachSect")

    def _goes_on(self, properties: Element | None, style: str) -> bool:
        """Whether the end of a paragraph is not shown: deleted, hidden, or behind a large first letter."""
        mark = child(properties, "w:rPr")
        if value(child(properties, "w:framePr"), "dropCap") in ("drop", "margin"):
            return True
        if {"w:del", "w:moveFrom"} & changes(mark) or is_on(child(mark, "w:specVanish")):
            return True
        return mark is not None and self._document.styles.format(style, look(mark)).hidden

    def _end_carried(self) -> None:
        if self._carried:
            made, self._carried = self._carried, None
            self._finish(made, None)

    def _finish(self, made: Paragraph, properties: Element | None) -> None:
        kind, level = self._document.styles.role(made.style)
        outline = number(child(properties, "w:outlineLvl"), default=9)
        if kind == "paragraph" and 0 <= outline < 9:
            kind, level = "heading", outline + 1
        shown = bool(made.line.raw().strip())
        list_id, depth, label = self._numbered(made.style, properties) if shown else ("", 0, "")
        if kind == "paragraph" and list_id:
            kind = "item"
        if shown or made.drawn:
            self.around.place(kind, list_id, depth, label)
        if kind == "caption":  # the picture may stand in it
            self._all_drawn(made)
        piece = replace(made.line.piece(kind, level, self._document.count), within=self.around.within)
        if piece.text:
            self.pieces.append(self._complete(piece, label))
        self._all_drawn(made)

    def _all_drawn(self, made: Paragraph) -> None:
        drawn, made.drawn = made.drawn, []
        for one in drawn:
            self._drawn(one)

    def _numbered(self, style: str, properties: Element | None) -> tuple[str, int, str]:
        own = child(properties, "w:numPr")
        list_id, depth = child(own, "w:numId"), child(own, "w:ilvl")
        lists = self._document.numbering
        place = lists.place(
            value(list_id) if list_id is not None else None, number(depth) if depth is not None else None, style
        )
        return (*place, lists.label(*place) if place[0] else "")

    def _complete(self, piece: Piece, label: str) -> Piece:
        if piece.kind == "byline":
            return rich.signed(piece)
        if piece.kind == "paragraph" and self.around.in_note:
            piece = replace(piece, kind="note")
        label, self._label = label or self._label, ""
        return labelled(piece, label) if label else piece

    def _drawn(self, drawn: Shown) -> None:
        if drawn.kind == "box":
            self.around.end()
            self.body(drawn.element)
        else:
            made = self._figures.pieces(drawn)
            if drawn.kind in ("diagram", "chart"):
                self.around.end()
            for piece in made:
                self._add(piece, drawn)

    def _add(self, piece: Piece, drawn: Shown) -> None:
        if piece.kind == "item":
            self.around.place("item", drawn.relation, 0, "")
        self.pieces.append(replace(piece, line=self._document.count, within=(*self.around.within, *piece.within)))

    def _table(self, one: Element) -> None:
        self._end_carried()
        self.around.end()
        placed = tables.rows(one)
        if all(len(row) <= 1 for row in placed):
            for cell in (cell for row in placed for cell in row if cell.element is not None):
                self.body(cell.element if cell.element is not None else one)
                self.around.end()
            return
        grid, outside = Grid(self._document.count + 1, self.around.within), list[Piece]()
        for at, row in enumerate(placed):
            for cell in row:
                inner = self._inner(cell.element) if cell.element is not None else []
                outside += [piece for piece in inner if piece.kind == "figure"]
                words = inline.cell([piece for piece in inner if piece.kind != "figure"])
                header: Literal["", "column"] = "column" if cell.header else ""
                grid.cells.append((words, Cell(Span(0, 0), at, cell.column, header, cell.rows, cell.columns)))
        self.pieces += [*grid.pieces(), *(replace(figure, within=self.around.within) for figure in outside)]

    def _inner(self, cell: Element) -> list[Piece]:
        """The pieces of a cell, apart from those of the story."""
        if tables.is_prompt(cell):
            self._leave(cell, "prompt")
            return []
        kept, self.pieces = self.pieces, []
        around, self.around = self.around, Around()
        self.body(cell)
        found, self.pieces, self.around = self.pieces, kept, around
        return found


def words(root: Element | None) -> Iterable[str]:
    """The words of a part that is not read as a story, a paragraph at a time."""
    for paragraph in root.iter() if root is not None else ():
        if name(paragraph) == "w:p":
            text = "".join(" " if name(one) == "w:tab" else one.text or "" for one in paragraph.iter()
                           if name(one) in ("w:t", "w:tab"))  # fmt: skip
            if text.strip():
                yield text
