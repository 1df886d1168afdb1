"""The words of a block: sentences with their ids; in them links, languages, strong, raised and lowered words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from lxml import etree

from editions.markup import known
from editions.model import Block, Span
from editions.model.runs import ArticleLink, Label, Language, Link, Lowered, NoteCall, Raised, Run, Strong
from editions.synchrony import Stretch, together

_LEADS = ("https://", "http://", "mailto:", "tel:")
"""Addresses that a link may have: nothing that runs a program, nothing that means another page of a site."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
"""The form of a BCP 47 tag."""
_ORDER = (Label, ArticleLink, Link, NoteCall, Language, Strong, Raised, Lowered)
"""What stands in what, outermost first."""
_BLANKS = " \u00a0\u202f"
_Piece = tuple[str, tuple[Run, ...]]


class Words:
    """Fills the elements of one article."""

    def __init__(self, stretches: Sequence[Stretch], notes: Mapping[str, str], articles: Mapping[str, str]) -> None:
        """``stretches``: several sentences that are lit as one are put into one element; ``notes``: ids, by key.

        ``articles``: addresses, by slug.
        """
        self._groups = {
            stretch.sentences[0]: (stretch.target, stretch.sentences[-1])
            for stretch in stretches
            if stretch.target == together(stretch.sentences)
        }
        self.notes = notes
        self.back = ""
        """Of the note that is being filled: the id of its first call; empty when nobody calls it."""
        self._called: set[str] = set()
        self._articles = articles

    def fill(self, element: "etree._Element", block: Block, part: Span | None = None) -> None:
        """Put the words of a block, or of a part of it, into an element."""
        part = part or Span(0, len(block.text))
        if block.kind != "note":
            self.back = ""
        around, last = element, ""
        for name, span in _sentences(block, part):
            if name in self._groups:
                target, last = self._groups[name]
                around = etree.SubElement(element, "span", {"id": target})
            holder = etree.SubElement(around, "span", {"id": name}) if name else around
            said = Span(span.start, span.start + len(block.text[span.start : span.end].rstrip(_BLANKS)))
            self._pieces(holder, list(_cut(block, said)), 0)
            _append(around, block.text[said.end : span.end])  # outside: what is lit has no blank at its end
            if name == last:
                around = element

    def _pieces(self, element: "etree._Element", pieces: Sequence[_Piece], depth: int) -> None:
        """Nest what holds for the same words."""
        if depth == len(_ORDER):
            _append(element, "".join(text for text, _ in pieces))
            return
        kind = _ORDER[depth]
        for run, group in groupby(pieces, lambda piece: next((r for r in piece[1] if isinstance(r, kind)), None)):
            made = self._element(run) if run else None
            if made is not None:
                element.append(made)
            self._pieces(element if made is None else made, list(group), depth + 1)

    def _element(self, run: Run) -> "etree._Element | None":
        """The element of a run; None when it needs none."""
        match run:
            case ArticleLink(_, slug) if slug in self._articles:
                return etree.Element("a", {"href": self._articles[slug]})
            case Link(_, address) if address.lower().startswith(_LEADS):
                return etree.Element("a", {"href": known(address)})
            case NoteCall(_, note) if note in self.notes:
                return self._call(self.notes[note])
            case Label() if self.back:
                return etree.Element("a", {"href": f"#{self.back}", "role": "doc-backlink"})
            case Language(_, tag) if _LANGUAGE.fullmatch(tag):
                return etree.Element("span", {"lang": tag, "{http://www.w3.org/XML/1998/namespace}lang": tag})
            case Strong():
                return etree.Element("strong")
            case Raised():
                return etree.Element("sup")
            case Lowered():
                return etree.Element("sub")
        return None

    def _call(self, note: str) -> "etree._Element":
        """The call of a note; the first one has an id."""
        made = etree.Element("a", {"href": f"#{note}", "class": "call", "role": "doc-noteref"})
        if note not in self._called:
            self._called.add(note)
            made.set("id", called(note))
        return made


def called(note: str) -> str:
    """The id of the first call of a note."""
    return f"{note}-call"


def _sentences(block: Block, part: Span) -> Iterator[tuple[str, Span]]:
    """Ids and places of the sentences that begin in a part; without id, what of it belongs to none."""
    end = part.start
    for sentence in block.sentences:
        span = Span(max(sentence.span.start, part.start), min(sentence.span.end, part.end))
        if span.start < span.end:
            yield (sentence.id if span.start == sentence.span.start else ""), span
            end = span.end
    if end < part.end:
        yield "", Span(end, part.end)


def _cut(block: Block, span: Span) -> Iterator[_Piece]:
    """A stretch cut where a run begins or ends."""
    runs = [run for run in block.runs if isinstance(run, _ORDER) and run.span.overlaps(span)]
    edges = {span.start, span.end}
    edges |= {min(max(place, span.start), span.end) for run in runs for place in (run.span.start, run.span.end)}
    for start, end in pairwise(sorted(edges)):
        here = tuple(run for run in runs if run.span.start <= start and end <= run.span.end)
        yield block.text[start:end], here


def _append(element: "etree._Element", text: str) -> None:
    """Text at the end of an element; a forced line break is an element."""
    first, *others = known(text).replace("\t", " ").replace("\u2028", "\n").split("\n")
    _add(element, first)
    for line in others:
        etree.SubElement(element, "br").tail = line


def _add(element: "etree._Element", text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text
