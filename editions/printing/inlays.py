"""What is set otherwise inside a block: its runs, addresses that its words spell out, short forms with their words."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from editions.french import short_forms
from editions.model import Block
from editions.model.runs import Link, Run, Span
from editions.printing import addresses


@dataclass(frozen=True, slots=True)
class Expansion:
    """A short form; a screen reader is told the words in full."""

    span: Span
    words: str


Inlay = Run | Expansion


def inlays(block: Block, *, links: bool, tagged: bool) -> Iterator[Inlay]:
    """Those of a block. ``links``: whether they lead somewhere; ``tagged``: whether the file tells screen readers."""
    for run in block.runs:
        yield _trimmed(run, block.text) if isinstance(run, Link) else run
    if links:
        known = [run.span for run in block.runs if isinstance(run, Link)]
        yield from (link for link in addresses.found(block.text) if not any(link.span.overlaps(span) for span in known))
    if tagged:
        yield from (Expansion(span, words) for span, words in short_forms.expanded(block))


def _trimmed(link: Link, text: str) -> Link:
    """Without the blanks at its end: no line is drawn under them."""
    words = text[link.span.start : link.span.end]
    return replace(link, span=Span(link.span.start, link.span.start + len(words.rstrip())))
