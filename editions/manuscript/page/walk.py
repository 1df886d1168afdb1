"""From the elements of a page to pieces: what is written goes into lines, an element that is no part of a line ends it.

Nothing recurses: 20,000 open elements cost what 20,000 closed ones do.
"""

from dataclasses import replace

from editions.manuscript import marks
from editions.manuscript.grid import Grid
from editions.manuscript.page import images, layout, names
from editions.manuscript.page.elements import Element, Event, Outline
from editions.manuscript.page.endnotes import Endnotes
from editions.manuscript.page.left import Left
from editions.manuscript.page.lists import Lists
from editions.manuscript.page.parts import Fate, Parts
from editions.manuscript.page.standing import Standing
from editions.manuscript.page.words import Words
from editions.manuscript.pieces import Nest, Piece, labelled
from editions.model.runs import Label, Language, Span


class Walk:
    """One pass over the events of a page."""

    def __init__(self, page: Outline, parts: Parts) -> None:
        self.pieces: list[Piece] = []
        self.left = Left(parts)
        self.words = Words(page, parts)
        self._page, self._parts = page, parts
        self._layout = layout.tables(page)
        self._around: list[Standing] = []
        self._now = Standing()
        self._nest = Nest()
        self._headed = False
        self._lists = Lists(page, parts)
        self._notes = Endnotes(page)
        self._label: str | None = None
        """What the next line begins with when it is the first of its item: ``2.`` or nothing."""
        self._grid: Grid | None = None
        self._table = -1
        """The element whose grid it is."""
        self._waiting: list[Piece] = []
        """Pictures that stood in a line, for when it ends."""
        self._number = 1
        """Line of the source."""

    def read(self) -> None:
        """The whole page; a line or a table that never closed gives what it holds."""
        for event, kept in zip(self._page.events, self._parts.kept(self._page), strict=True):
            if event.element in self._notes.returns:
                continue
            self._number = event.line
            if kept:
                self._follow(event)
            elif event.kind == "text":
                self.left.take(event)
            elif not self.words.flows(event.element):
                self.left.end()
                self._end_line_of(event)
        self.left.end()
        self._flush()

    def _end_line_of(self, event: Event) -> None:
        """A block that is left out parts the lines around it all the same, unless it is hidden."""
        seen = event.element < 0 or self._parts.fates[event.element] in (Fate.APART, Fate.KEPT)
        if seen and not self._grid:
            if self.words.is_bare and not self._waiting:
                self.words.breaks = 0
            else:
                self._flush()

    def _follow(self, event: Event) -> None:
        self.left.end()
        if self.words.takes(event, self._now.preformatted):
            return
        element = self._page.elements[event.element]
        opens = event.kind == "open"
        if element.name in ("img", "br", "hr"):
            if opens:
                self._sign(element, event.element)
        elif self._grid and event.element != self._table:
            self._of_table(event, element)
        elif opens:
            self._open_block(event.element, element)
        else:
            self._close_block(event.element, element)

    def _sign(self, element: Element, number: int) -> None:
        """A picture, a line end or a rule."""
        if element.name == "img":
            self._image(element)
        elif element.name == "hr" and not self._grid:
            self._flush()
            if self.pieces:
                self._add(Piece("paragraph", marks.SEPARATOR, line=self._number))
        else:
            self._break()

    def _break(self) -> None:
        self.words.breaks += 1  # one line end stays in the block, two in a row part paragraphs
        if (
            self.words.breaks == 2
            and not self._grid
            and self._now.kind in ("paragraph", "quote")
            and not self._now.preformatted
        ):
            self._flush()
        else:
            self.words.line.add("\n")

    def _image(self, element: Element) -> None:
        picture = images.source(element)
        alt = " ".join(element.given.get("alt", "").split())
        if self._grid:
            self.words.line.add(f" {alt} ")
        elif images.is_of_a_line(element, alt):
            self.words.line.add(alt)
        elif alt or picture:
            figure = Piece("figure", alt, line=self._number, picture=picture)
            if self.words.line.raw().strip():
                self._waiting.append(figure)  # a picture does not cut the sentence that it stands in
            else:
                self._add(figure)

    def _flush(self) -> None:
        """End the line: what was written becomes a piece, if anything was."""
        if self._grid:
            self.words.line.add(" ")
            return
        line = self.words.ended()
        if not line.is_written and not self._waiting:
            return
        if self._now.preformatted:
            piece = Piece("code", line.raw().strip("\n"), line=self._number)
        else:
            piece = line.piece(self._now.kind, self._now.level, self._number)
        if piece.text.strip():
            self._add(self._begun(piece))
        for figure in self._waiting:
            self._add(figure)
        self._waiting.clear()

    def _begun(self, piece: Piece) -> Piece:
        """The first piece of an item begins with its number."""
        piece = names.believed(piece)
        if self._label is not None and piece.kind in ("paragraph", "quote"):
            piece = replace(piece, kind="item")
        if self._label:
            piece = labelled(piece, self._label)
        self._label = None
        return piece

    def _add(self, piece: Piece) -> None:
        self._headed = self._headed or piece.kind == "heading"
        self.pieces.append(replace(piece, within=self._nest.within))

    def _of_table(self, event: Event, element: Element) -> None:
        assert self._grid
        if element.name in ("ul", "ol", "menu", "li"):
            self._lists.in_cell(event, self.words.line)
        elif event.kind == "open" and element.name in ("tr", "td", "th", "caption", "table", "thead", "tbody", "tfoot"):
            self._grid.open(element.name, element.given, self.words.line)
        elif event.kind == "close" and element.name == "table":
            self._grid.closes(self.words.line)
        elif event.kind == "close":
            self._grid.close(element.name, self.words.line)
        else:
            self.words.line.add(" ")

    def _open_block(self, number: int, element: Element) -> None:
        self._flush()
        self._around.append(self._now)
        if element.name in ("ul", "ol", "menu"):
            self._open_list(number)
        elif element.name == "li":
            self._open_item(number)
        elif element.name == "blockquote":
            self._nest.open("quotation")
        if element.given.get("lang") and element.name not in ("html", "body"):
            self.words.mark(number, Language, element.given["lang"])
        quoted = self._nest.depth("quotation") > 0
        self._now = self._now.inside(element, quoted, self._headed, title=number == self._parts.title)
        if element.name == "table" and number not in self._layout:
            self._grid, self._table = Grid(self._number, self._nest.within), number
            self.words.ended()

    def _open_list(self, number: int) -> None:
        if self._label:  # an item that opens with no words: its number stands before the inner list
            self._add(Piece("item", self._label, runs=(Label(Span(0, len(self._label))),), line=self._number))
        self._label = None
        self._nest.open("list", ordered=self._lists.open(number))

    def _open_item(self, number: int) -> None:
        if not self._lists.is_open:
            self._open_list(-1)
        self._nest.close("item", inside="list")
        label = self._lists.label(number)
        self._label = self._notes.signs.get(number, label)
        self._nest.open("item", label=self._label)

    def _close_block(self, number: int, element: Element) -> None:
        if self._grid:
            self._grid.end(self.words.line)
            self._end_table(self._grid)
        self._flush()
        self.words.unmark(number)
        if element.name in ("li", "ul", "ol", "menu"):
            self._label = None
        if element.name in ("ul", "ol", "menu"):
            self._lists.close()
            self._nest.close("list")
        elif element.name == "li":
            self._nest.close("item", inside="list")
        elif element.name == "blockquote":
            self._nest.close("quotation")
        self._now = self._around.pop() if self._around else self._now

    def _end_table(self, grid: Grid) -> None:
        self._grid, self._table = None, -1
        self.words.ended()
        self.pieces += grid.pieces()
