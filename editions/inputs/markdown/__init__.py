"""Articles in Markdown, with optional front matter.

CommonMark with tables. HTML tags are no markup here: they are kept as they were typed. Every visible word is kept;
an image becomes a figure with its alternative text, and its title the caption; ``[^1]`` calls a note.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise, takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from editions.inputs.markdown import front_matter
from editions.inputs.markdown.notes import CALL, escaped, restored, understand_notes
from editions.manuscript import marks, octets, rich
from editions.manuscript.inline import Line, table
from editions.manuscript.pieces import Nest, Piece, labelled
from editions.model import Cell, Finding, Role, shown
from editions.model.runs import Label, Link, NoteCall, Span, Strong

if TYPE_CHECKING:
    from markdown_it.token import Token

SUFFIXES = (".md", ".markdown")

_DEEPEST = 30
"""Levels of quotes and lists; beyond it the signs of a line are taken as one."""
_RULE = re.compile(r"[>\s*+-]{0,9}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_WITHOUT_WORDS = frozenset(
    {"bullet_list_open", "ordered_list_open", "list_item_close", "fence", "code_block", "table_open"}
)
"""Tokens before which the number of an item must be written, for no paragraph of its own follows."""
_UNCLOSED = 50
_NESTED = re.compile(rf"^((?:[ \t]*(?:>|[-*+](?=[ \t]))){{{_DEEPEST}}})(?:[ \t]*(?:>|[-*+](?=[ \t])))+", re.M)
_INDENTED = re.compile(r"^[ \t]{60,}", re.M)
_NO_REFERENCE = re.compile(r"^( {0,3})\[(?=[^\]\n]{1,200}\]:(?![ \t]*<?(?:https?:|mailto:|www\.|[/#.])))", re.M)


def read(path: Path, note: Callable[[Finding], None]) -> Iterator[Piece]:
    """Pieces of a Markdown article; ``note`` hears of front matter that is not read."""
    text = octets.text_of(path, note)
    facts, body, skipped = front_matter.split(text, shown(path.name), note)
    yield from rich.settled(pieces(body, skipped), facts)


def pieces(text: str, skipped: int = 0) -> Iterator[Piece]:
    """Pieces of a Markdown text without front matter; headings with the level they have there."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": 200}).enable(["table", "strikethrough"])
    parser.use(understand_notes)
    yield from _Walk(parser.parse(_tamed(text)), skipped).pieces()


def _tamed(text: str) -> str:
    """The source without what CommonMark would drop: reference-like lines, bottomless nesting."""
    text = _NESTED.sub(r"\1", _INDENTED.sub(" " * 60, text))
    text = _widened(_NO_REFERENCE.sub(r"\1\\[", escaped(text)))
    return "\n\n".join(map(_unbracketed, text.split("\n\n")))


def _widened(text: str) -> str:
    """Tables with as many columns as their longest row: cells beyond the header's would be dropped."""
    lines = text.split("\n")
    rule = 1
    while rule < len(lines):
        columns = _columns(lines[rule]) if _RULE.match(lines[rule]) else 0
        if columns and _columns(lines[rule - 1]) == columns:
            body = list(takewhile(str.strip, islice(lines, rule + 1, None)))
            lacking = max(map(_columns, body), default=0) - columns
            if lacking > 0:
                lines[rule - 1] = f"{lines[rule - 1].rstrip().removesuffix('|')}|" + " |" * lacking
                lines[rule] = f"{lines[rule].rstrip().removesuffix('|')}|" + "-|" * lacking
            rule += len(body)
        rule += 1
    return "\n".join(lines)


def _columns(line: str) -> int:
    return len(re.findall(r"(?<!\\)\|", line.strip().removeprefix("|").removesuffix("|"))) + 1


def _unbracketed(paragraph: str) -> str:
    """Brackets that nobody closes are no links; looking for their ends takes quadratic time."""
    if paragraph.count("[") - paragraph.count("]") <= _UNCLOSED:
        return paragraph
    return paragraph.replace("[", r"\[")


class _Walk:
    """One pass over the tokens of the parser, which say when each element opens and closes."""

    def __init__(self, tokens: Sequence["Token"], skipped: int) -> None:
        self._tokens = tokens
        self._skipped = skipped
        self._nest = Nest()
        self._numbers: list[int | None] = []
        """Next number of each open list, None for a bulleted one."""
        self._label: str | None = None
        """What the next paragraph begins with when it is the first of its item: ``2.`` or nothing."""

    def pieces(self) -> Iterator[Piece]:
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
            elif token.type == "hr":
                yield from self._separator(token)
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

    def _separator(self, token: "Token") -> Iterator[Piece]:
        """A line « *** » is a pause; other rules only separate, as they do on the page."""
        if token.markup.startswith("*"):
            yield Piece("paragraph", marks.SEPARATOR, line=self._line(token), within=self._nest.within)

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
        figures = list(_write(children, line, self._line(token)))
        label, self._label = self._label, None
        kind: Role = "paragraph"
        level = 0
        if note:
            kind = "note"
            self._nest.open("note", key=note.meta["note"], label=note.content)
        elif opening.type == "heading_open":
            kind, level = "heading", int(opening.tag[1:])
        elif label is not None:
            kind = "item"
        elif self._nest.depth("quotation"):
            kind = "quote"
        piece = replace(line.piece(kind, level, self._line(token)), within=self._nest.within)
        begun = note.content if note else label
        if begun:
            piece = labelled(piece, begun)
            piece = replace(piece, text=piece.text.rstrip(" "))  # a number may be all that there is
        if piece.text:
            yield piece
        if note:
            self._nest.close("note")
        yield from (replace(figure, within=self._nest.within) for figure in figures)

    def _table(self, tokens: Sequence["Token"]) -> Piece:
        cells: list[tuple[Piece, Cell]] = []
        row, column = -1, 0
        for before, token in pairwise(tokens):
            if token.type == "tr_open":
                row, column = row + 1, 0
            elif token.type == "inline":
                line = Line()
                shown = [f.text for f in _write(token.children or [], line, 0) if f.text]
                line.add(" ".join(["", *shown]))  # an image in a cell is read by its alternative text
                cell = Cell(Span(0, 0), row, column, "column" if before.type == "th_open" else "")
                cells.append((line.piece("paragraph"), cell))
                column += 1
        return replace(table(cells, self._line(tokens[0])), within=self._nest.within)


def _write(tokens: Sequence["Token"], line: Line, number: int) -> Iterator[Piece]:
    """Write the words into ``line``; yield the figures that stood among them, each with its caption."""
    for token in tokens:
        if token.type in ("strong_open", "em_open"):
            line.open(Strong)
        elif token.type in ("strong_close", "em_close"):
            line.close(Strong)
        elif token.type == "link_open":
            line.open(Link, str(token.attrs.get("href", "")))
        elif token.type == "link_close":
            line.close(Link)
        elif token.type == CALL:
            line.open(NoteCall, token.meta["note"])
            line.add(token.content)
            line.close(NoteCall)
        elif token.type == "softbreak":
            line.add(" ")
        elif token.type == "hardbreak":
            line.add("\n")
        elif token.type == "image":
            yield from _figure(token, number)
        else:
            line.add(restored(token.content))


def _figure(token: "Token", number: int) -> Iterator[Piece]:
    alt = Line()
    for _ in _write(token.children or [], alt, number):
        pass  # an image inside an alternative text shows nothing
    text = alt.piece("figure").text.replace("\n", " ")
    yield Piece("figure", text, line=number, picture=str(token.attrs.get("src", "")))
    caption = str(token.attrs.get("title", "")).strip()
    if caption:
        yield rich.captioned(Piece("caption", " ".join(caption.split()), line=number))
