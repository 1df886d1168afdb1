"""A page of HTML as a stream of tags: what is written goes into lines, a tag that is no part of a line ends it.

Nothing nests, nothing looks back: 20,000 open elements cost what 20,000 closed ones do.
"""

import re

from editions.inputs.html.tags import tags
from editions.manuscript.grid import Grid
from editions.manuscript.inline import Line, labelled
from editions.model import BlockKind, Mark, MarkKind, Piece, Span

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_INLINE: dict[str, MarkKind] = {"b": "strong", "strong": "strong", "em": "strong", "i": "strong", "sup": "raised"}
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
        self._kind: BlockKind = "paragraph"
        self._level = 0
        self._inside = 0
        self._quotes = 0
        self._lists: list[int | None] = []
        self._label: str | None = None
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
            self._grid.open("tr", {}, self._line)
            grid, self._grid = self._grid, None
            self.pieces += [(piece, self._inside > 0) for piece in grid.pieces()]
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
        if self._label:
            piece = labelled(piece, self._label)
        self.pieces.append((piece, self._inside > 0))
        self._label = None
        if piece.kind == "item":
            self._kind, self._level = "paragraph", 0

    def _open_inline(self, tag: str, given: dict[str, str]) -> None:
        if tag in _INLINE:
            self._line.open(_INLINE[tag])
        elif tag == "a":
            self._line.open("link", given.get("href", ""))
        if given.get("lang"):
            self._foreign.append((tag, 0))
            self._line.open("language", given["lang"])
        elif self._foreign and self._foreign[-1][0] == tag:
            self._foreign[-1] = tag, self._foreign[-1][1] + 1

    def _close_inline(self, tag: str) -> None:
        if tag in _INLINE:
            self._line.close(_INLINE[tag])
        elif tag == "a":
            self._line.close("link")
        if self._foreign and self._foreign[-1][0] == tag:
            _, inside = self._foreign.pop()
            if inside:
                self._foreign.append((tag, inside - 1))
            else:
                self._line.close("language")

    def _open_block(self, tag: str, given: dict[str, str]) -> None:
        if self._grid and tag in ("tr", "td", "th", "table"):
            self._grid.open(tag, given, self._line)
            return
        self._flush()
        self._kind, self._level = ("quote" if self._quotes else "paragraph"), 0
        if _LEDE.search(given.get("class", "")) and tag not in ("article", "main", "section"):
            self._kind = "lede"
        elif tag in _HEADINGS:
            self._kind, self._level = "heading", _HEADINGS[tag]
        elif tag in ("article", "main"):
            self._inside += 1
        elif tag in ("ul", "ol", "menu"):
            start = given.get("start", "1")
            self._lists.append(None if tag != "ol" else int(start) if re.fullmatch(r"-?\d{1,6}", start) else 1)
        elif tag == "li":
            self._open_item(given)
        elif tag == "blockquote":
            self._quotes += 1
            self._kind = "quote"
        elif tag == "figcaption":
            self._kind = "caption"
        elif tag == "pre":
            self._preformatted = True
        elif tag == "table":
            self._grid, self._line = Grid(self._number), Line()

    def _open_item(self, given: dict[str, str]) -> None:
        self._kind, self._level, self._label = "item", max(1, len(self._lists)), ""
        number = self._lists[-1] if self._lists else None
        if number is not None:
            value = given.get("value", "")
            number = int(value) if re.fullmatch(r"-?\d{1,6}", value) else number
            self._label = f"{number}."
            self._lists[-1] = number + 1

    def _close_block(self, tag: str) -> None:
        if self._grid:
            if tag != "table":
                self._grid.close(tag, self._line)
            elif self._grid.closes(self._line):
                grid, self._grid, self._line = self._grid, None, Line()
                self.pieces += [(piece, self._inside > 0) for piece in grid.pieces()]
            return
        self._flush()
        self._preformatted = self._preformatted and tag != "pre"
        if tag in ("article", "main"):
            self._inside = max(0, self._inside - 1)
        elif tag in ("ul", "ol", "menu") and self._lists:
            self._lists.pop()
        elif tag == "blockquote":
            self._quotes = max(0, self._quotes - 1)
        self._kind, self._level = ("quote" if self._quotes else "paragraph"), 0

    def _image(self, given: dict[str, str]) -> None:
        alt = " ".join(given.get("alt", "").split())
        if self._grid:
            self._line.add(f" {alt} ")
        elif alt or (given.get("src", "").strip() and given.get("role") != "presentation"):
            kind, level = self._kind, self._level
            self._flush()
            mark = Mark("image", Span(0, len(alt)), given.get("src", ""))
            self.pieces.append((Piece("figure", alt, marks=(mark,), line=self._number), self._inside > 0))
            self._kind, self._level = kind, level
