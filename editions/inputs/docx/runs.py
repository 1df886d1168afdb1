"""The words of a paragraph: runs in their looks, links, fields, calls of notes, equations, what is drawn among them."""

from dataclasses import dataclass, field

from editions.inputs.docx import drawings, equations
from editions.inputs.docx.drawings import Shown
from editions.inputs.docx.elements import Element, child, is_on, name, value
from editions.inputs.docx.fields import Fields
from editions.inputs.docx.notes import Notes
from editions.inputs.docx.styles import NONE, Styles, look
from editions.manuscript import characters, symbols
from editions.manuscript.inline import Line, RunType
from editions.manuscript.left_out import LeftOut
from editions.manuscript.looks import Format
from editions.model.runs import Link, Lowered, NoteCall, Raised, Strong

HIDDEN = frozenset({"w:del", "w:moveFrom", "w:delText", "w:rPr", "w:pPr", "w:sdtPr", "w:rt", "w:delInstrText"})
"""Elements whose content is not shown."""
_SIGNS = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "\u2011"}


@dataclass
class Paragraph:
    """A paragraph that is being read, and what hangs on it."""

    line: Line = field(default_factory=Line)
    style: str = ""
    drawn: list[Shown] = field(default_factory=list)


class Runs:
    """Writes the words of paragraphs."""

    def __init__(self, styles: Styles, links: dict[str, str], notes: Notes, left: LeftOut) -> None:
        """``links``: targets by relation id."""
        self._styles, self._links, self._notes, self._left = styles, links, notes, left
        self.fields = Fields()
        self.raw: list[str] = []
        """What was written, with its odd characters; one line a paragraph."""
        self._made = Paragraph()
        self._format = Format()
        self._prompts = 0
        """How many open content controls only invite to type."""
        self._mark: str | None = None
        """Key of the note whose mark comes next in the text."""

    def read(self, element: Element, made: Paragraph) -> None:
        """Write the words of ``w:p`` into a paragraph."""
        self._made = made
        for one in element:
            self._inline(one)

    def _inline(self, one: Element) -> None:
        called = name(one)
        if called in HIDDEN:
            return
        if called == "w:r":
            self._run(one)
        elif called in ("m:oMath", "m:oMathPara"):
            self._equation(one)
        elif called == "w:txbxContent":
            self._made.drawn.append(Shown("box", one))
        elif called in ("w:hyperlink", "w:fldSimple", "w:sdt", "AlternateContent", "w:ruby"):
            self._around(one, called)
        else:
            self._each(one)

    def _each(self, parent: Element) -> None:
        for one in parent:
            self._inline(one)

    def _around(self, one: Element, called: str) -> None:
        if called == "w:hyperlink":
            self._made.line.open(Link, self._links.get(value(one, "id"), f"#{value(one, 'anchor')}"))
            self._each(one)
            self._made.line.close(Link)
        elif called == "w:sdt":
            self._prompts += is_prompt(one)
            self._each(one)
            self._prompts -= is_prompt(one)
        elif called == "AlternateContent":
            self._each(drawings.chosen(one))
        else:
            self._each(one)

    def _run(self, run: Element) -> None:
        own = look(properties) if (properties := child(run, "w:rPr")) is not None else NONE
        self._format = self._styles.format(self._made.style, own)
        for one in run:
            self._content(one)
        self._mark = None

    def _content(self, one: Element) -> None:
        called = name(one)
        if called == "w:t":
            self.write(symbols.shown(self._format.font, one.text or ""))
        elif called in _SIGNS:
            self.write(_SIGNS[called])
            self._notes.pass_end("eachPage" if value(one, "type") == "page" else "")
        elif called == "w:lastRenderedPageBreak":
            self._notes.pass_end("eachPage")
        elif called == "w:sym":
            self.write(symbols.shown(value(one, "font"), _letter(value(one, "char"))))
        elif called in ("w:footnoteReference", "w:endnoteReference"):
            self._call(one)
        elif called in ("w:fldChar", "w:instrText"):
            self._field(one, called)
        elif called in ("w:drawing", "w:pict", "w:object"):
            if self._shows():
                self._made.drawn += drawings.parts(one)
        elif called == "AlternateContent":
            for inner in drawings.chosen(one):
                self._content(inner)
        elif called == "w:ruby":
            self._around(one, called)
        elif called not in HIDDEN:
            self._inline(one)

    def _field(self, one: Element, called: str) -> None:
        kind = value(one, "fldCharType")
        if called == "w:instrText":
            self.fields.code(one.text or "")
        elif kind == "begin":
            self.fields.begin(one)
        elif kind == "separate":
            address = self.fields.separate()
            if address is not None:
                self._made.line.open(Link, address)
        elif kind == "end":
            shown, prompt, link = self.fields.end()
            if link:
                self._made.line.close(Link)
            self.write(shown)
            if prompt:
                self._left.add("prompt", prompt)

    def _call(self, reference: Element) -> None:
        if not self._shows():
            return
        call = self._notes.call(reference)
        if call.label:
            self._made.line.open(NoteCall, call.key)
            self._made.line.add(call.label)
            self._made.line.close(NoteCall)
        else:
            self._mark = call.key

    def _shows(self) -> bool:
        return self.fields.visible and not self._format.hidden and not self._prompts

    def _equation(self, one: Element) -> None:
        self._format = Format()
        lines = [one] if name(one) == "m:oMath" else [inner for inner in one if name(inner) == "m:oMath"]
        for at, line in enumerate(lines):
            text = equations.text(line).strip()
            before = self._made.line.raw()[-1:]
            apart = "\n" if at else "\u00a0" if before.isdigit() and text[:1].isdigit() else ""
            self.write(apart + text)

    def write(self, text: str) -> None:
        """Words in the look of the run, where they are shown; those that are left out are kept in mind."""
        if not text:
            return
        if self.fields.in_contents or self._prompts:
            self._left.add("contents" if self.fields.in_contents else "prompt", text)
        elif self._shows() and self._format.struck:
            self._left.add("struck", text)
        elif self._shows():
            self._add(text)

    def _add(self, text: str) -> None:
        self.raw.append(text.replace("\n", " "))
        if self._left.words:
            self._left.begin()
        shown = characters.cleaned(text)
        shown = shown.upper() if self._format.capitals else shown
        for kind, values in (opened := self._kinds()):
            self._made.line.open(kind, *values)
        self._made.line.add(shown)
        for kind, _ in reversed(opened):
            self._made.line.close(kind)

    def _kinds(self) -> list[tuple[RunType, tuple[str, ...]]]:
        found: list[tuple[RunType, tuple[str, ...]]] = [(NoteCall, (self._mark,))] if self._mark else []
        if self._format.strong:
            found.append((Strong, ()))
        if self._format.height and not self._mark:
            found.append((Raised if self._format.height > 0 else Lowered, ()))
        return found


def is_prompt(control: Element) -> bool:
    """Whether a content control only invites to type."""
    return is_on(child(control, "w:sdtPr", "w:showingPlcHdr"))


def _letter(code: str) -> str:
    try:
        return chr(int(code, 16)) if 0 < len(code) <= 4 else ""
    except ValueError:
        return ""
