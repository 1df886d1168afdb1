"""What is told of an article, sentence by sentence, and what is not."""

from dataclasses import dataclass
from typing import Literal

from editions.model import Block, Sentence, Span

Manner = Literal["", "title", "aside"]
"""How a voice is to say words: titles by the second voice, if there is one; aside, lower than the rest, or so too."""
End = Literal["sentence", "block", "head", "cell", "record"]
"""What ends with a passage. head: the heading of a column, its first cell follows; record: a row of a table."""
Why = Literal["call", "credit", "outlet", "section", "repeated"]


@dataclass(frozen=True, slots=True)
class Left:
    """Words that are not said."""

    sentence_id: str
    span: Span
    """In the text of the block."""
    why: Why
    """repeated: said before the article above, and the same here."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence at its place in the telling."""

    sentence: Sentence
    block: Block
    end: End
    quoted: bool = False
    """Whether it stands in a quotation."""
    manner: Manner = ""
    before: tuple[str | Sentence, ...] = ()
    """What is said before it, each with a colon: an announcement, or headings of a table."""
    colon: bool = False
    """Whether a colon follows it."""
