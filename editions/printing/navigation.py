"""Links and bookmarks: how a reader of the PDF jumps to an article."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject

from editions.printing.objects import numbers, text_string

Box = tuple[float, float, float, float]
Find = Callable[[str], str]
"""Key of a named place → its destination array; known once all the pages are made."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline: where an article or a crosshead starts; ``below``: those inside it."""

    title: str
    key: str
    below: "tuple[Bookmark, ...]" = ()


class Link(PDFObject):
    """A link annotation (ISO 32000-1, 12.5.6.5). ``words`` say where it leads (PDF/UA-1, 7.18.1)."""

    def __init__(self, box: Box, words: str, target: str | Callable[[], str], parent_key: int) -> None:
        """``target``: an address, or what gives the destination array."""
        self.box = box
        self.words = words
        self.target = target
        self.parent_key = parent_key

    def format(self, document: object) -> bytes:
        """The annotation's dictionary: no border, printed (F 4), in the structure tree."""
        if isinstance(self.target, str):
            address = quote(self.target, safe="%/:=&?~#+!$,;'@()*[]")
            escaped = address.replace("(", "\\(").replace(")", "\\)")
            leads = f"/A << /S /URI /URI ({escaped}) >>"
        else:
            leads = f"/Dest {self.target()}"
        return (
            f"<< /Type /Annot /Subtype /Link /Rect [{numbers(*self.box)}] /Border [0 0 0] /F 4 "
            f"/Contents {text_string(self.words)} /StructParent {self.parent_key} {leads} >>"
        ).encode("latin-1")


class Outline(PDFObject):
    """The bookmarks, a level below the other; articles are closed over their crossheads."""

    __RefOnly__ = 1

    def __init__(self, bookmarks: Sequence[Bookmark], find: Find) -> None:
        self.bookmarks = bookmarks
        self.find = find
        self.ready = 1 if bookmarks else -1

    def prepare(self, document: PDFDocument, canvas: object) -> None:
        """Register the entries; ReportLab calls it before writing."""
        if not self.bookmarks:
            return
        parent = document.Reference(self).format(document).decode()
        first, last = self._entries(document, self.bookmarks, parent)
        self.body = f"<< /Type /Outlines /First {first} /Last {last} /Count {len(self.bookmarks)} >>"

    def _entries(self, document: PDFDocument, marks: Sequence[Bookmark], parent: str) -> tuple[str, str]:
        """Register one level; the references of its first and of its last entry."""
        entries = [_Entry() for _ in marks]
        references = [document.Reference(entry).format(document).decode() for entry in entries]
        for i, (mark, entry) in enumerate(zip(marks, entries, strict=True)):
            around = f"/Prev {references[i - 1]} " if i else ""
            around += f"/Next {references[i + 1]} " if i + 1 < len(references) else ""
            if mark.below:
                first, last = self._entries(document, mark.below, references[i])
                around += f"/First {first} /Last {last} /Count -{len(mark.below)} "
            entry.body = f"<< /Title {text_string(mark.title)} /Parent {parent} {around}/Dest {self.find(mark.key)} >>"
        return references[0], references[-1]

    def format(self, document: object) -> bytes:
        """The outline's dictionary."""
        return self.body.encode()


class _Entry(PDFObject):
    body = ""

    def format(self, document: object) -> bytes:
        return self.body.encode("latin-1")
