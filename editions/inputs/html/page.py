"""A page of HTML as a stream of tags: what is written goes into lines, a tag that is no part of a line ends it.

Nothing nests, nothing looks back: 20,000 open elements cost what 20,000 closed ones do.
"""

import re
from dataclasses import replace

from editions.inputs.html.tags import tags
from editions.manuscript.grid import Grid
from editions.manuscript.inline import Line, RunType
from editions.manuscript.pieces import Nest, Piece, labelled
from editions.model import Role
from editions.model.runs import Label, Language, Link, Lowered, Raised, Span, Strong

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_INLINE: dict[str, RunType] = {
    "b": Strong, "strong": Strong, "em": Strong, "i": Strong, "sup": Raised, "sub": Lowered
}  # fmt: skip
_SILENT = frozenset({"script", "style", "template", "noscript", "svg", "iframe", "object", "video", "audio", "canvas"})
FURNITURE = frozenset({"nav", "aside", "footer", "form", "button", "select", "dialog"})
"""Parts of a page that are no article; their words are counted, not kept."""
_FLOWING = frozenset(
    {"a", "abbr", "acronym", "area", "b", "base", "bdi", "bdo", "big", "cite", "code", "col", "data", "del", "dfn",
     "em", "font", "i", "input", "ins", "kbd", "label", "link", "mark", "math", "meta", "param", "q", "s", "samp",
     "small", "source", "span", "strike", "strong", "sub", "sup", "time", "track", "tt", "u", "var", "wbr"}
)  # fmt: skip
"""Elements inside a line; any other one ends the line."""
_LEDE = re.compile(r"(?:^|[\s_-])(?:chapo|chapeau|lede|standfirst|lead|excerpt)(?:$|[\s_-])", re.I)
"""Class names by which sites set a lede apart."""
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
)


class Page:
    """Writes lines while tags go by; never looks back, never nests."""

    def __init__(self, furniture: frozenset[str]) -> None:
        self.pieces: list[tuple[Piece, bool]] = []
        """Each with whether it stands inside ``article`` or ``main``."""
        self.title = ""
        self.left_out: list[str] = []
        self.skipped = ""
        """The element that is being skipped."""
        self._skips = _SILENT | furniture
        self._depth = 0
        self._line = Line()
        self._kind: Role = "paragraph"
        self._level = 0
        self._inside = 0
        self._nest = Nest()
        self._lists: list[int | None] = []
        """Next number of each open list, None for a bulleted one."""
        self._label: str | None = None
        """What the next line begins with when it is the first of its item: ``2.`` or nothing."""
        self._captioned = False
        self._foreign: list[tuple[str, int]] = []
        """Open elements with a language, and how many of the same name are open inside."""
        self._in_title = False
        self._grid: Grid | None = None
        self._preformatted = False
        self._number = 1
        """Line of the source."""

    def read(self, text: str) -> None:
        """The whole page; a line or a table that never closed gives what it holds."""
        for tag in tags(text):
            self._number = tag.line
            if tag.kind == "text":
                self._write(tag.name)
            elif tag.kind == "start":
                self._start(tag.name, tag.given)
            else:
                self._end(tag.name)
        if self._grid:
            self._grid.end(self._line)
            self._end_table(self._grid)
        self._flush()

    def _start(self, tag: str, given: dict[str, str]) -> None:
        if self.skipped:
            self._depth += tag == self.skipped
            return
        hidden = "hidden" in given or re.search(r"display\s*:\s*none", given.get("style", ""))
        boxed = tag == "aside" and self._inside  # a box inside the article belongs to it
        if (tag in self._skips and not boxed) or (hidden and tag not in _VOID and tag not in ("html", "body")):
            self.skipped, self._depth = tag, 1
        elif tag == "title":
            self._in_title = not self.title
        elif tag == "img":
            self._image(given)
        elif tag == "br":
            self._line.add("\n")
        elif tag in _FLOWING:
            self._open_inline(tag, given)
        else:
            self._open_block(tag, given)

    def _end(self, tag: str) -> None:
        """Element closed, even one that was never opened."""
        if self.skipped:
            self._depth -= tag == self.skipped
            if not self._depth:
                self.skipped = ""
        elif tag == "title":
            self._in_title = False
        elif tag in _FLOWING:
            self._close_inline(tag)
        else:
            self._close_block(tag)

    def _write(self, data: str) -> None:
        if self.skipped:
            self.left_out += data.split() if self.skipped not in _SILENT else []
        elif self._in_title:
            self.title = " ".join(f"{self.title} {data}".split())
        else:
            self._line.add(data if self._preformatted else re.sub(r"[ \t\n]+", " ", data))

    def _flush(self) -> None:
        """End the line: what was written becomes a piece, if anything was."""
        if self._grid:
            self._line.add(" ")
            return
        line, self._line = self._line, Line()
        if self._preformatted:
            piece = Piece("code", line.raw().strip("\n"), line=self._number)
        else:
            piece = line.piece(self._kind, self._level, self._number)
        if not piece.text.strip():
            return
        if self._label is not None and piece.kind in ("paragraph", "quote"):
            piece = replace(piece, kind="item")
        if self._label:
            piece = labelled(piece, self._label)
        self._label = None
        self._add(piece)

    def _add(self, piece: Piece) -> None:
        self.pieces.append((replace(piece, within=self._nest.within), self._inside > 0))

    def _open_inline(self, tag: str, given: dict[str, str]) -> None:
        if tag in _INLINE:
            self._line.open(_INLINE[tag])
        elif tag == "a":
            self._line.open(Link, given.get("href", ""))
        if given.get("lang"):
            self._foreign.append((tag, 0))
            self._line.open(Language, given["lang"])
        elif self._foreign and self._foreign[-1][0] == tag:
            self._foreign[-1] = tag, self._foreign[-1][1] + 1

    def _close_inline(self, tag: str) -> None:
        if tag in _INLINE:
            self._line.close(_INLINE[tag])
        elif tag == "a":
            self._line.close(Link)
        if self._foreign and self._foreign[-1][0] == tag:
            _, inside = self._foreign.pop()
            if inside:
                self._foreign.append((tag, inside - 1))
            else:
                self._line.close(Language)

    def _open_block(self, tag: str, given: dict[str, str]) -> None:
        if self._grid and tag in ("tr", "td", "th", "caption", "table"):
            self._grid.open(tag, given, self._line)
            return
        self._flush()
        self._level = 0
        if tag in ("ul", "ol", "menu"):
            self._open_list(tag, given)
        elif tag == "li":
            self._open_item(given)
        elif tag == "blockquote":
            self._nest.open("quotation")
        elif tag == "figcaption":
            self._captioned = True
        elif tag in ("article", "main"):
            self._inside += 1
        self._kind = self._plain()
        if _LEDE.search(given.get("class", "")) and tag not in ("article", "main", "section"):
            self._kind = "lede"
        elif tag in _HEADINGS:
            self._kind, self._level = "heading", _HEADINGS[tag]
        elif tag == "pre":
            self._preformatted = True
        elif tag == "table":
            self._grid, self._line = Grid(self._number, self._nest.within), Line()

    def _plain(self) -> Role:
        """What a line is that no heading nor item begins."""
        if self._captioned:
            return "caption"
        return "quote" if self._nest.depth("quotation") else "paragraph"

    def _open_list(self, tag: str, given: dict[str, str]) -> None:
        if self._label:  # an item that opens with no words: its number stands before the inner list
            self._add(Piece("item", self._label, runs=(Label(Span(0, len(self._label))),), line=self._number))
        self._label = None
        start = given.get("start", "1")
        self._lists.append(None if tag != "ol" else int(start) if re.fullmatch(r"-?\d{1,6}", start) else 1)
        self._nest.open("list", ordered=tag == "ol")

    def _open_item(self, given: dict[str, str]) -> None:
        if not self._lists:
            self._open_list("ul", {})
        self._nest.close("item", inside="list")
        self._label = ""
        number = self._lists[-1]
        if number is not None:
            value = given.get("value", "")
            number = int(value) if re.fullmatch(r"-?\d{1,6}", value) else number
            self._label = f"{number}."
            self._lists[-1] = number + 1
        self._nest.open("item", label=self._label)

    def _close_block(self, tag: str) -> None:
        if self._grid:
            if tag != "table":
                self._grid.close(tag, self._line)
            elif self._grid.closes(self._line):
                self._end_table(self._grid)
            return
        self._flush()
        self._preformatted = self._preformatted and tag != "pre"
        self._captioned = self._captioned and tag not in ("figcaption", "figure")
        if tag in ("li", "ul", "ol", "menu"):
            self._label = None
        if tag in ("article", "main"):
            self._inside = max(0, self._inside - 1)
        elif tag in ("ul", "ol", "menu") and self._lists:
            self._lists.pop()
            self._nest.close("list")
        elif tag == "li":
            self._nest.close("item", inside="list")
        elif tag == "blockquote":
            self._nest.close("quotation")
        self._kind, self._level = self._plain(), 0

    def _end_table(self, grid: Grid) -> None:
        self._grid, self._line = None, Line()
        self.pieces += [(piece, self._inside > 0) for piece in grid.pieces()]

    def _image(self, given: dict[str, str]) -> None:
        alt = " ".join(given.get("alt", "").split())
        if self._grid:
            self._line.add(f" {alt} ")
        elif alt or (given.get("src", "").strip() and given.get("role") != "presentation"):
            kind, level = self._kind, self._level
            self._flush()
            self._add(Piece("figure", alt, line=self._number, picture=given.get("src", "")))
            self._kind, self._level = kind, level
