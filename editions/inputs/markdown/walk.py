"""From the tokens of the Markdown parser to pieces: one pass, in which each element says when it opens and closes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from editions.inputs.markdown.notes import CALL, restored
from editions.inputs.markdown.words import COMMENT, LeftOut, Words
from editions.manuscript import marks, page
from editions.manuscript.inline import Line, table
from editions.manuscript.pieces import Nest, Piece, labelled
from editions.model import Cell, Role
from editions.model.runs import Label, Span

if TYPE_CHECKING:
    from markdown_it.token import Token

_WITHOUT_WORDS = frozenset(
    {"bullet_list_open", "ordered_list_open", "list_item_close", "fence", "code_block", "table_open", "html_block"}
)
"""Tokens before which the number of an item must be written, for no paragraph of its own follows."""
_LONGEST_HEADING = 150
"""Letters of a heading that is only one because a line of hyphens follows it."""


class Walk:
    """One pass over the tokens of a text."""

    def __init__(self, tokens: Sequence["Token"], skipped: int) -> None:
        self.left_out = LeftOut()
        self._tokens = tokens
        self._skipped = skipped
        self._nest = Nest()
        self._numbers: list[int | None] = []
        """Next number of each open list, None for a bulleted one."""
        self._label: str | None = None
        """What the next paragraph begins with when it is the first of its item: ``2.`` or nothing."""

    def pieces(self) -> Iterator[Piece]:
        """The pieces of the text, in order."""
        index = 0
        while index < len(self._tokens):
            token = self._tokens[index]
            if self._label and token.type in _WITHOUT_WORDS:
                yield self._number_alone()
            if token.type == "table_open":
                end = next(i for i in range(index, len(self._tokens)) if self._tokens[i].type == "table_close")
                yield self._table(self._tokens[index:end])
                index = end
            elif token.type == "inline":
                yield from self._paragraphs(token, self._tokens[index - 1])
            elif token.type in ("fence", "code_block"):
                text = restored(token.content.rstrip("\n"))
                yield Piece("code", text, line=self._line(token), within=self._nest.within)
            elif token.type == "html_block":
                yield from self._html(token)
            elif token.type == "hr":
                yield self._separator(token)
            else:
                self._follow(token)
            index += 1

    def _number_alone(self) -> Piece:
        """An item that opens with no words: a number on a line of its own, or before an inner list."""
        label, self._label = self._label or "", None
        return Piece("item", label, runs=(Label(Span(0, len(label))),), within=self._nest.within)

    def _follow(self, token: "Token") -> None:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            ordered = token.type.startswith("ordered")
            self._nest.open("list", ordered=ordered)
            self._numbers.append(int(token.attrs.get("start", 1)) if ordered else None)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self._nest.close("list")
            self._numbers.pop()
        elif token.type == "list_item_open":
            number = self._numbers[-1]
            self._label = "" if number is None else f"{number}{token.markup}"
            self._nest.open("item", label=self._label)
            self._numbers[-1] = None if number is None else number + 1
        elif token.type == "list_item_close":
            self._nest.close("item", inside="list")
            self._label = None
        elif token.type == "blockquote_open":
            self._nest.open("quotation")
        elif token.type == "blockquote_close":
            self._nest.close("quotation")

    def _separator(self, token: "Token") -> Piece:
        """A line « *** » or « --- » is a pause."""
        return Piece("paragraph", marks.SEPARATOR, line=self._line(token), within=self._nest.within)

    def _html(self, token: "Token") -> Iterator[Piece]:
        """Lines of HTML; what begins with no element of it was meant as text."""
        content = restored(token.content)
        self.left_out.comments += (" ".join(found.split()) for found in COMMENT.findall(content))
        if not page.begins_with_html(content):
            yield Piece("paragraph", " ".join(content.split()), line=self._line(token), within=self._nest.within)
            return
        saved = page.fragment(content)
        self.left_out.struck += saved.struck
        self.left_out.hidden += saved.hidden
        first = self._line(token)
        for piece in saved.pieces:
            inner = (replace(container, key=f"{first}-{container.key}") for container in piece.within)
            yield replace(piece, line=first + piece.line - 1, within=(*self._nest.within, *inner))

    def _line(self, token: "Token") -> int:
        return self._skipped + token.map[0] + 1 if token.map else 0

    def _paragraphs(self, token: "Token", opening: "Token") -> Iterator[Piece]:
        """A paragraph, cut where a line defines a note."""
        children = token.children or []
        starts = [place for place, child in enumerate(children) if child.type == CALL and child.meta["defines"]]
        for start, end in pairwise([0, *(place for place in starts if place), len(children)]):
            note = children[start] if start in starts else None
            yield from self._paragraph(children[start + (note is not None) : end], token, opening, note)

    def _paragraph(
        self, children: Sequence["Token"], token: "Token", opening: "Token", note: "Token | None"
    ) -> Iterator[Piece]:
        line = Line()
        figures = list(Words(line, self._line(token), self.left_out).write(children))
        label, self._label = self._label, None
        kind, level = self._kind(token, opening, label)
        if note:
            kind, level = "note", 0
            self._nest.open("note", key=note.meta["note"], label=note.content)
        piece = replace(line.piece(kind, level, self._line(token)), within=self._nest.within)
        begun = note.content if note else label
        if begun:
            piece = labelled(piece, begun)
            piece = replace(piece, text=piece.text.rstrip(" "))  # a number may be all that there is
        if piece.text:
            yield piece
        if note:
            self._nest.close("note")
        if opening.type == "heading_open" and kind == "paragraph":
            yield self._separator(token)
        yield from (replace(figure, within=self._nest.within) for figure in figures)

    def _kind(self, token: "Token", opening: "Token", label: str | None) -> tuple[Role, int]:
        """A paragraph above a line of hyphens is a heading, unless it is a sentence: they part it from the next."""
        sentence = token.content.rstrip().endswith(".") or len(token.content) > _LONGEST_HEADING
        if opening.type == "heading_open" and not (opening.markup == "-" and sentence):
            return "heading", int(opening.tag[1:])
        if label is not None:
            return "item", 0
        return ("quote" if self._nest.depth("quotation") else "paragraph"), 0

    def _table(self, tokens: Sequence["Token"]) -> Piece:
        cells: list[tuple[Piece, Cell]] = []
        row, column = -1, 0
        for before, token in pairwise(tokens):
            if token.type == "tr_open":
                row, column = row + 1, 0
            elif token.type == "inline":
                line = Line()
                shown = [f.text for f in Words(line, 0, self.left_out).write(token.children or []) if f.text]
                line.add(" ".join(["", *shown]))  # an image in a cell is read by its alternative text
                cell = Cell(Span(0, 0), row, column, "column" if before.type == "th_open" else "")
                cells.append((line.piece("paragraph"), cell))
                column += 1
        return replace(table(cells, self._line(tokens[0])), within=self._nest.within)
