"""The words of a paragraph of Writer: spans in their looks, links, notes, fields, formulas, what is drawn in it."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from editions.inputs.odt.styles import Styles
from editions.manuscript import characters, page, symbols
from editions.manuscript.inline import Line, RunType
from editions.manuscript.left_out import LeftOut
from editions.manuscript.looks import Format
from editions.manuscript.zipped import Zipped
from editions.model.runs import Link, Lowered, NoteCall, Raised, Strong

if TYPE_CHECKING:  # slow to load
    from odfdo import Element

_UNSEEN = ("office:annotation-end", "office:event-listeners", "svg:desc", "svg:title", "text:change", "text:change-end",
           "text:change-start", "text:label", "text:ruby-text", "text:script", "text:tracked-changes")  # fmt: skip
_SIGNS = {"text:tab": "\t", "text:line-break": "\n"}
_DRAWN = ("draw:frame", "draw:g", "draw:custom-shape", "draw:rect", "draw:ellipse", "draw:polygon", "draw:path",
          "draw:line", "draw:control")  # fmt: skip


@dataclass(frozen=True)
class Note:
    """A note that stands in the text, to be read behind it."""

    key: str
    label: str
    body: "Element"


@dataclass
class Paragraph:
    """A paragraph that is being read, and what hangs on it."""

    line: Line = field(default_factory=Line)
    style: str = ""
    drawn: "list[Element]" = field(default_factory=list)
    hidden: bool = False


class Words:
    """Writes the words of paragraphs."""

    def __init__(self, styles: Styles, archive: Zipped, left: LeftOut) -> None:
        self._styles, self._archive, self._left = styles, archive, left
        self.notes: list[Note] = []
        self.raw: list[str] = []
        """What was written, with its odd characters; one line a paragraph."""
        self._made = Paragraph()
        self._spans: tuple[str, ...] = ()

    def read(self, one: "Element", made: Paragraph) -> None:
        """Write the words of ``text:p`` or ``text:h`` into a paragraph."""
        self._made, self._spans = made, ()
        self._inside(one)
        self.raw.append("\n")

    def _inside(self, one: "Element") -> None:
        self._write(one.text or "")
        for inner in one.children:
            self._one(inner)
            self._write(inner.tail or "")

    def _one(self, one: "Element") -> None:
        called = one.tag
        if called in _UNSEEN:
            return
        if called == "text:span":
            outer, self._spans = self._spans, (*self._spans, one.attributes.get("text:style-name", ""))
            self._inside(one)
            self._spans = outer
        elif called == "text:a":
            self._made.line.open(Link, one.attributes.get("xlink:href", ""))
            self._inside(one)
            self._made.line.close(Link)
        elif called == "text:s":
            self._write(" ")
        elif called in _SIGNS:
            self._write(_SIGNS[called], blank=True)
        elif called == "text:note":
            self._note(one)
        elif called in _DRAWN:
            self._drawn(one)
        else:
            self._field(one, called)

    def _field(self, one: "Element", called: str) -> None:
        given = one.attributes
        if called == "office:annotation":
            self._left.begin()
            self._left.add("around", " ".join(words(one)))
        elif called == "text:placeholder":
            self._left.begin()
            self._left.add("prompt", (one.text or "").strip("<>"))
        elif called == "text:hidden-paragraph":
            self._made.hidden = given.get("text:is-hidden") == "true"
        elif called != "text:hidden-text" or given.get("text:is-hidden") == "false":
            self._inside(one)

    def _note(self, one: "Element") -> None:
        citation = next((part for part in one.children if part.tag == "text:note-citation"), None)
        body = next((part for part in one.children if part.tag == "text:note-body"), None)
        if citation is None or body is None or self._format().hidden:
            return
        own = citation.attributes.get("text:label")
        mark = (own or citation.text_recursive or "").strip()
        key = f"{one.attributes.get('text:note-class', 'footnote')}-{one.attributes.get('text:id', len(self.notes))}"
        label = mark if own else f"[{mark}]"
        self._made.line.open(NoteCall, key)
        self._made.line.add(label)
        self._made.line.close(NoteCall)
        self.notes.append(Note(key, label, body))

    def _drawn(self, one: "Element") -> None:
        """A formula is words; all else is shown behind the paragraph."""
        formula = self._formula(one)
        if formula:
            before = self._made.line.raw()[-1:]
            self._write(("\u00a0" if before.isdigit() and formula[:1].isdigit() else "") + formula)
        elif not self._format().hidden:
            self._made.drawn.append(one)

    def _formula(self, frame: "Element") -> str:
        linked = next((part for part in frame.children if part.tag == "draw:object"), None)
        if linked is None:
            return ""
        entry = linked.attributes.get("xlink:href", "").removeprefix("./").rstrip("/")
        root = self._archive.tree(f"{entry}/content.xml")
        return _on_one_line(root) if root is not None and str(root.tag).endswith("}math") else ""

    def _format(self) -> Format:
        return self._styles.format(self._made.style, self._spans)

    def _write(self, text: str, blank: bool = False) -> None:
        """Words in the look of their spans; line ends and blanks in a row of the file are one blank."""
        if not text:
            return
        form = self._format()
        if form.hidden:
            return
        if form.struck:
            self._left.add("struck", text)
            return
        if self._left.words:
            self._left.begin()
        text = text if blank else symbols.shown(form.font, text.replace("\n", " "))
        self.raw.append(text.replace("\n", " "))
        shown = characters.cleaned(text)
        kinds: list[RunType] = [Strong] if form.strong else []
        kinds += [Raised if form.height > 0 else Lowered] if form.height else []
        for kind in kinds:
            self._made.line.open(kind)
        self._made.line.add(shown.upper() if form.capitals else shown)
        for kind in reversed(kinds):
            self._made.line.close(kind)


def words(one: "Element") -> list[str]:
    """The words of the paragraphs inside an element, a paragraph each."""
    found = (part.text_recursive for part in one.get_elements("descendant::text:p|descendant::text:h"))
    return [" ".join(text.split()) for text in found if text.strip()]


def _on_one_line(formula: "etree._Element") -> str:
    """MathML as pages are read, its names without their prefixes."""
    for one in formula.iter():
        if isinstance(one.tag, str):
            one.tag = one.tag.rpartition("}")[2]
    etree.cleanup_namespaces(formula)
    written = etree.tostring(formula, encoding="unicode")
    return " ".join(" ".join(piece.text for piece in page.fragment(written).pieces).split())
