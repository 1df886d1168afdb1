"""An article as elements of HTML: as it is printed, each sentence with its id, what is lit together in one element.

    section = rendered(article, stretches, {picture.name: "images/01.jpg"})
    etree.tostring(section, encoding="unicode")                    # for XHTML, inside a template that names it

The tree of the article is walked once. Nothing of an article becomes markup: its words are text and attributes.
Headings, lists, quotations, figures, tables and notes keep their nature (HTML Living Standard, 4.3 to 4.9).
"""

from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from editions.hypertext import inline, tables
from editions.markup import known
from editions.model import Article, Block, Branch, Figure, Item, List, Note, Picture, Quotation, Section, Table
from editions.model.runs import NoteCall
from editions.model.tree import walk
from editions.synchrony import Stretch

__all__ = ["pictures", "rendered"]
_CLASSES = {"outlet", "section", "lede", "byline", "question"}
_NO_DESCRIPTION = "Image sans description"


def rendered(
    article: Article,
    stretches: Sequence[Stretch] = (),
    pictures: Mapping[str, str] | None = None,
    articles: Mapping[str, str] | None = None,
) -> "etree._Element":
    """A ``section`` labelled by its title.

    ``pictures``: by ``Picture.name``, the address of its copy; ``articles``: by slug, where a link to one leads.
    """
    return _Article(article, stretches, pictures or {}, articles or {}).root


def pictures(article: Article) -> Iterator[Picture]:
    """The pictures of an article that can be read, in order."""
    for step in walk(article.body):
        if step.event == "enter" and isinstance(step.node, Figure) and step.node.picture and step.node.picture.width:
            yield step.node.picture


class _Article:
    """One walk over an article."""

    def __init__(
        self,
        article: Article,
        stretches: Sequence[Stretch],
        pictures: Mapping[str, str],
        articles: Mapping[str, str],
    ) -> None:
        self._words = inline.Words(stretches, _notes(article), articles)
        self._called = {run.note for block in article.blocks for run in block.runs if isinstance(run, NoteCall)}
        self._pictures = pictures
        self.root = etree.Element("section")
        self._inside = [self.root]
        for step in walk(article.body):
            if isinstance(step.node, Block):
                self._block(step.node, step.parents[-1] if step.parents else None)
            elif step.event == "enter":
                self._enter(step.node)
            else:
                self._inside.pop()

    def _enter(self, node: Branch) -> None:
        """Open the element of a node."""
        around = self._inside[-1]
        match node:
            case Section():
                made = etree.SubElement(around, "section")
            case List():
                numbered = node.ordered or any(item.label for item in node.items)
                made = etree.SubElement(around, "ol" if numbered else "ul")
                if numbered:  # its numbers are part of its words; readers take lists without marks for plain text
                    made.set("class", "numbered")
                    made.set("role", "list")
            case Item():
                made = etree.SubElement(around, "li")
            case Quotation():
                made = etree.SubElement(around, "blockquote")
            case Note():
                made = self._note(node, around)
            case Figure():
                made = self._figure(node, around)
            case Table():
                made = tables.rendered(node, around, self._words)
        self._inside.append(made)

    def _note(self, note: Note, around: "etree._Element") -> "etree._Element":
        """A note; its number leads back to where it is first called."""
        name = self._words.notes[note.key]
        self._words.back = inline.called(name) if note.key in self._called else ""
        return etree.SubElement(around, "aside", {"class": "note", "id": name, "role": "doc-footnote"})

    def _figure(self, figure: Figure, around: "etree._Element") -> "etree._Element":
        """A picture; one that is not there leaves its words, as paragraphs."""
        made: etree._Element = etree.SubElement(around, "figure")
        address = self._pictures.get(figure.picture.name) if figure.picture else None
        words = figure.alternative.text.strip()
        if address is None:
            if words:
                self._words.fill(etree.SubElement(made, "p", {"id": figure.alternative.id}), figure.alternative)
            return made
        caption = figure.caption.text.strip() if figure.caption else ""
        attributes = {"src": address, "alt": known(words or caption or _NO_DESCRIPTION), "id": figure.alternative.id}
        etree.SubElement(made, "img", attributes)
        return made

    def _block(self, block: Block, parent: Branch | None) -> None:
        """The element of a block, with its words."""
        if isinstance(parent, Table) or (isinstance(parent, Figure) and block is parent.alternative):
            return
        if not block.text.strip():
            return
        around = self._inside[-1]
        if isinstance(parent, Section) and block is parent.heading:
            made = etree.SubElement(around, f"h{parent.level}")
        elif block.kind == "code":
            made = etree.SubElement(etree.SubElement(around, "pre"), "code")
        else:
            made = etree.SubElement(around, {"title": "h1", "caption": "figcaption"}.get(_shown(block, parent), "p"))
        if block.kind in _CLASSES:
            made.set("class", block.kind)
        if block.kind == "title" and "aria-labelledby" not in self.root.attrib:
            self.root.set("aria-labelledby", block.id)
        made.set("id", block.id)
        self._words.fill(made, block)


def _shown(block: Block, parent: Branch | None) -> str:
    """Its kind; a caption stands in a figure only."""
    return "paragraph" if block.kind == "caption" and not isinstance(parent, Figure) else block.kind


def _notes(article: Article) -> dict[str, str]:
    """The id of each note, by its key."""
    keys = (step.node.key for step in walk(article.body) if step.event == "enter" and isinstance(step.node, Note))
    return {key: f"{article.slug}-note-{number}" for number, key in enumerate(dict.fromkeys(keys), 1)}
