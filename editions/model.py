"""What the reader reads: an edition, its articles, their blocks and sentences.

Everything here is built once, by ``document``, and never changed. Positions are ``Span``s in characters of
``Block.text``, the very text that the PDF, the EPUB and the web page display.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from datetime import date as Date
from itertools import pairwise
from pathlib import Path
from typing import Literal

BlockKind = Literal[
    "outlet",
    "section",
    "title",
    "lede",
    "heading",
    "paragraph",
    "quote",
    "item",
    "figure",
    "caption",
    "byline",
    "table",
    "code",
]
TokenKind = Literal["word", "number", "space", "punctuation", "symbol"]
MarkKind = Literal[
    "strong", "link", "language", "credit", "label", "author", "date", "image", "cell", "header", "raised"
]


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open stretch ``[start, end)`` in characters of a block's text."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two stretches share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number, blank or sign; the tokens of a text concatenate to that text, always."""

    kind: TokenKind
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a block: the unit that is read, spoken, cached and highlighted.

    ``source`` is the whole text of the block (shared, not copied), so that a rule may look around and its spans
    are the block's. The sentences of a block follow one another without gap: trailing blanks belong to the
    sentence before them.
    """

    id: str
    """Stable for a given text: ``une-b3s2``. It becomes the id in EPUB, SMIL and the web page."""
    source: str
    span: Span

    @property
    def text(self) -> str:
        """The sentence's own characters."""
        return self.source[self.span.start : self.span.end]


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that holds for a stretch of a block.

    strong, raised: no value. link: the address. language: a BCP 47 tag. credit: who made the photo. label: the
    number of an ordered item, part of the text. author, date: who signs the article and when it appeared, as written,
    inside a byline. image: path of the picture from the article's folder, over the alternative text; no value when
    there is no such file.
    cell, header: ``"row,column"`` from 0, over the cell's text; cells are separated by a tab, rows by a newline.
    """

    kind: MarkKind
    span: Span
    value: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """What an input format yields: one block before it has ids and sentences.

    For a figure the text is the alternative text and an ``image`` mark names the file, as written in the article.
    """

    kind: BlockKind
    text: str
    level: int = 0
    """Headings: 2 for a crosshead, 3 below. Items: depth of nesting from 1. Otherwise 0."""
    marks: tuple[Mark, ...] = ()
    line: int = 0
    """Line of the source file, from 1, for messages; 0 when unknown."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph-level element of an article, in reading order."""

    id: str
    kind: BlockKind
    text: str
    ends: tuple[int, ...]
    """Where its sentences end, the last one with the text; empty when nothing is to be said."""
    level: int = 0
    marks: tuple[Mark, ...] = ()
    line: int = 0

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences, made each time: a large edition has tens of thousands."""
        places = enumerate(pairwise((0, *self.ends)), 1)
        return tuple(Sentence(f"{self.id}s{number}", self.text, Span(*place)) for number, place in places)


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

    def as_dict(self) -> dict[str, str]:
        """For JSON."""
        return {"code": self.code, "place": self.place, "message": self.message, "hint": self.hint}


@dataclass(frozen=True, slots=True)
class Article:
    """One article. ``title``, ``byline``… repeat the words of their blocks, for tables of contents and tags."""

    slug: str
    title: str
    blocks: tuple[Block, ...]
    source: Path
    outlet: str = ""
    section: str = ""
    byline: str = ""
    date: str = ""
    findings: tuple[Finding, ...] = ()

    @property
    def name(self) -> str:
        """Name of its file, for messages and reports."""
        return shown(self.source.name)


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


def shown(name: str) -> str:
    """A file's name on one line: what no terminal should obey, and what is no UTF-8, becomes ``�``."""
    return "".join(
        character if character.isprintable() or character in " \u00a0\u202f" else "\ufffd" for character in name
    )
