"""What holds for a stretch of a block's text, one type for each: strong words, links, other languages, credits…

    Block(…, text="Voir le site", runs=(Link(Span(5, 12), "https://exemple.fr"),))

Outputs ask for the types they know (``isinstance``, ``match``) and leave the others: a new type breaks none of them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open stretch ``[start, end)`` in characters of a block's text."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two stretches share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that stand out: bold in large print, where italics are not."""

    span: Span


@dataclass(frozen=True, slots=True)
class Raised:
    """Letters or figures above the line: « 88e », « m2 »."""

    span: Span


@dataclass(frozen=True, slots=True)
class Lowered:
    """Letters or figures below the line: « CO2 »."""

    span: Span


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead elsewhere."""

    span: Span
    address: str
    """As written: an output decides which addresses it follows."""


@dataclass(frozen=True, slots=True)
class ArticleLink:
    """Words that lead to an article of the edition."""

    span: Span
    slug: str


@dataclass(frozen=True, slots=True)
class Language:
    """Words of another language."""

    span: Span
    tag: str
    """BCP 47, as written."""


@dataclass(frozen=True, slots=True)
class Credit:
    """Who made the picture, inside its caption."""

    span: Span


@dataclass(frozen=True, slots=True)
class Label:
    """The number of an item or of a note, part of the text that it begins."""

    span: Span


@dataclass(frozen=True, slots=True)
class Author:
    """Who signs the article, inside a byline."""

    span: Span
    name: str
    """As written."""


@dataclass(frozen=True, slots=True)
class Dated:
    """When the article appeared, inside a byline."""

    span: Span
    written: str


@dataclass(frozen=True, slots=True)
class NoteCall:
    """The sign that calls a note: « [1] »."""

    span: Span
    note: str
    """``Note.key`` of the note that it calls, should there be one."""


@dataclass(frozen=True, slots=True)
class Pause:
    """A silence that the article asks for; its span is empty, as nothing of it is shown."""

    span: Span
    seconds: float
    """0 for a separator (« *** »), whose length the settings say."""


Run = Strong | Raised | Lowered | ArticleLink | Link | Language | Credit | Label | Author | Dated | NoteCall | Pause


def shifted(runs: Iterable[Run], by: int) -> tuple[Run, ...]:
    """The runs once ``by`` characters stand before their text."""
    return tuple(replace(run, span=Span(run.span.start + by, run.span.end + by)) for run in runs)
