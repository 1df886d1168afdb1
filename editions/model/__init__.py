"""What the reader reads: an edition, its articles, the trees of their blocks (``nodes``), what holds inside (``runs``).

Everything here is built once, by ``articles`` and ``document``, and never changed. Positions are ``Span``s in
characters of ``Block.text``, the very text that the PDF, the EPUB and the web page display.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from datetime import date as Date
from pathlib import Path
from typing import Literal

from editions.model.nodes import (
    Block,
    Branch,
    Cell,
    Figure,
    Item,
    List,
    Node,
    Note,
    Picture,
    Quotation,
    Role,
    Section,
    Sentence,
    Table,
    leaves,
)  # fmt: skip
from editions.model.runs import Span

__all__ = [
    "Article", "Block", "Branch", "Cell", "Edition", "Figure", "Finding", "Item", "LeftOut", "List", "Node", "Note",
    "Picture", "Quotation", "Role", "Section", "Sentence", "Span", "Table", "Token", "TokenKind", "leaves", "shown",
]  # fmt: skip

TokenKind = Literal["word", "number", "space", "punctuation", "symbol"]


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number, blank or sign; the tokens of a text concatenate to that text, always."""

    kind: TokenKind
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Finding:
    """Something an editor should know: in a source (while reading) or in a result (while checking)."""

    code: str
    """Short and stable, for example ``text-mojibake``."""
    place: str
    """``une.txt:12`` or ``print/large-print.pdf, page 3``."""
    message: str
    """In French, one line."""
    hint: str = ""
    advice: bool = False
    """Of use to who proofreads (``check``, the report), not to who builds."""

    def as_dict(self) -> dict[str, str]:
        """For JSON."""
        return {"code": self.code, "place": self.place, "message": self.message, "hint": self.hint}


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line of the source that is neither printed nor said."""

    text: str
    why: str
    """``furniture`` of a site; ``running-head``, ``page-number`` of a printed page."""
    line: int
    """Of the source file, from 1; 0 when unknown."""
    before: int
    """How many blocks of the article stand before it."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article. ``title``, ``byline``… repeat the words of their blocks, for tables of contents and tags."""

    slug: str
    title: str
    body: tuple[Node, ...]
    source: Path
    outlet: str = ""
    section: str = ""
    byline: str = ""
    date: str = ""
    findings: tuple[Finding, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The leaves of its tree, in reading order; made each time."""
        return tuple(leaves(self.body))

    @property
    def name(self) -> str:
        """Name of its file, for messages and reports."""
        return shown(self.source.name)

    def place(self, line: int) -> str:
        """A line of its file, for messages: ``une.txt:12``; the file alone for line 0."""
        return f"{self.name}:{line}" if line else self.name


@dataclass(frozen=True, slots=True)
class Edition:
    """The articles of one day, in reading order."""

    name: str
    """Folder name in ``output/``: ``bocage``."""
    title: str
    publisher: str
    date: Date | None
    language: str
    articles: tuple[Article, ...]
    folder: Path = Path()
    """Where ``edition.toml``, the lexicon, the cover are."""
    identifier: str = ""
    """``urn:uuid:…``, the same at each build of the edition: see ``identity``."""
    modified: datetime = datetime(2000, 1, 1, tzinfo=UTC)
    """The moment that files bear: see ``identity``."""
    cover: Path | None = None
    """The picture that the house gives."""
    whole: bool = True
    """Whether it is a folder's, not made of single files."""
    findings: tuple[Finding, ...] = ()
    """What its editor should know besides what the articles say: files that are left out."""


def shown(name: str) -> str:
    """A file's name on one line: what no terminal should obey, and what is no UTF-8, becomes ``�``."""
    return "".join(
        character if character.isprintable() or character in " \u00a0\u202f" else "\ufffd" for character in name
    )
