"""The words of one paragraph of Markdown: its marks and its HTML as runs, its pictures as figures."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from editions.inputs.markdown.notes import CALL, restored
from editions.manuscript import page, rich
from editions.manuscript.characters import revealed
from editions.manuscript.inline import Line, RunType
from editions.manuscript.pieces import Piece
from editions.model.runs import Link, Lowered, NoteCall, Raised, Strong

if TYPE_CHECKING:
    from markdown_it.token import Token

COMMENT = re.compile(r"<!--(.*?)-->", re.S)
_RUNS: dict[str, RunType] = {
    "b": Strong, "strong": Strong, "em": Strong, "i": Strong, "sup": Raised, "sub": Lowered, "a": Link
}  # fmt: skip
_STRUCK = frozenset({"s", "del", "strike"})
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][\w-]*)")


@dataclass
class LeftOut:
    """What a text holds and does not show: named at the end."""

    comments: list[str] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)


@dataclass
class Words:
    """Writes the tokens of a paragraph into a line."""

    line: Line
    number: int
    left_out: LeftOut
    _skipped: str = ""
    """The element whose words are left out, and how many of its name are open."""
    _depth: int = 0

    def write(self, tokens: Sequence["Token"]) -> Iterator[Piece]:
        """Write the words; yield the figures that stood among them, each with its caption."""
        for token in tokens:
            if token.type == "html_inline":
                yield from self._tag(token.content)
            elif token.type in ("s_open", "s_close"):
                self._strike(token.type == "s_open", "~~")
            elif self._skipped:
                self._leave(token)
            elif token.type == "image":
                yield from self._figure(token)
            else:
                self._mark(token)

    def _mark(self, token: "Token") -> None:
        line = self.line
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
        else:
            line.add(revealed(restored(token.content)))

    def _leave(self, token: "Token") -> None:
        if words := " ".join(token.content.split()):
            (self.left_out.struck if self._skipped in (*_STRUCK, "~~") else self.left_out.hidden).append(words)

    def _strike(self, opens: bool, name: str) -> None:
        """Struck words are left out, up to the end of what strikes them."""
        if not self._skipped and opens:
            self._skipped, self._depth = name, 1
        elif self._skipped == name:
            self._depth += 1 if opens else -1
            self._skipped = name if self._depth else ""

    def _tag(self, written: str) -> Iterator[Piece]:
        """A tag or a comment among the words; what is no element of HTML was meant as text."""
        if comment := COMMENT.fullmatch(written):
            self.left_out.comments.append(" ".join(comment[1].split()))
            return
        match = _TAG.match(written)
        name = match["name"].lower() if match else ""
        if match is None or name not in page.KNOWN:
            self.line.add("" if written.startswith(("<!", "<?")) else revealed(restored(written)))
            return
        opens = not match["end"]
        given = page.attributes(written) if opens else {}
        if name in _STRUCK or self._skipped == name or (opens and page.hides(name, given)):
            self._strike(opens, name)
        elif not self._skipped:
            yield from self._element(name, opens, given)

    def _element(self, name: str, opens: bool, given: Mapping[str, str]) -> Iterator[Piece]:
        if name == "br":
            self.line.add("\n")
        elif name == "img" and opens:
            yield Piece(
                "figure", " ".join(given.get("alt", "").split()), line=self.number, picture=given.get("src", "")
            )
        elif name == "q":
            self.line.add("«\u00a0" if opens else "\u00a0»")
        elif name in _RUNS:
            values = (given.get("href", ""),) if name == "a" else ()
            self.line.open(_RUNS[name], *values) if opens else self.line.close(_RUNS[name])

    def _figure(self, token: "Token") -> Iterator[Piece]:
        alt = Line()
        for _ in Words(alt, self.number, self.left_out).write(token.children or []):
            pass  # an image inside an alternative text shows nothing
        text = alt.piece("figure").text.replace("\n", " ")
        yield Piece("figure", text, line=self.number, picture=str(token.attrs.get("src", "")))
        caption = " ".join(str(token.attrs.get("title", "")).split())
        if caption:
            yield rich.captioned(Piece("caption", caption, line=self.number))
