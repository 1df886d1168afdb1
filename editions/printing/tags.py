"""The structure tree of a tagged PDF (ISO 32000-1, 14.7): what a screen reader walks.

Elements are made in reading order while the articles become items; the pages hang their marked content on them while
they are drawn. A paragraph split over two pages is one element with two pieces of content.
"""

from typing import Protocol

from reportlab.pdfbase.pdfdoc import PDFObject

from editions.printing.objects import text_string


class Numbered(Protocol):
    """What gives an object its number in the file."""

    def add(self, item: PDFObject) -> int:
        """Keep an object; its number."""
        ...


class Element(PDFObject):
    """One structure element. Its kids: elements, ``(page, MCID)``, ``(page, None, annotation)``, all by number."""

    __slots__ = ("alternative", "attributes", "expansion", "identifier", "kids", "language", "number", "page", "parent",
                 "tag")  # fmt: skip

    def __init__(
        self, sink: Numbered, tag: str, parent: "Element | int", alternative: str = "", language: str = "",
        attributes: str = "",
    ) -> None:  # fmt: skip
        """``parent``: an element, or the number of the tree's root. ``attributes``: a ready dictionary."""
        self.tag = tag
        self.kids: list[Element | tuple[int, int] | tuple[int, None, int]] = []
        self.page = 0
        self.alternative = alternative
        self.language = language
        self.attributes = attributes
        self.expansion = ""
        """Of a short form: the words in full (ISO 32000-1, 14.9.5)."""
        self.identifier = ""
        self.number = sink.add(self)
        if isinstance(parent, Element):
            parent.kids.append(self)
            self.parent = parent.number
        else:
            self.parent = parent

    def format(self, document: object) -> bytes:
        """The element's dictionary."""
        entries = [f"<< /Type /StructElem /S /{self.tag} /P {self.parent} 0 R"]
        if self.page:
            entries.append(f"/Pg {self.page} 0 R")
        if self.identifier:
            entries.append(f"/ID ({self.identifier})")
        if self.alternative:
            entries.append(f"/Alt {text_string(self.alternative)}")
        if self.expansion:
            entries.append(f"/E {text_string(self.expansion)}")
        if self.language:
            entries.append(f"/Lang ({self.language})")
        if self.attributes:
            entries.append(f"/A {self.attributes}")
        kids = " ".join(self._kid(kid) for kid in self.kids)
        return f"{' '.join(entries)} /K [{kids}] >>".encode("latin-1")

    def _kid(self, kid: "Element | tuple[int, int] | tuple[int, None, int]") -> str:
        if isinstance(kid, Element):
            return f"{kid.number} 0 R"
        if len(kid) == 3:
            return f"<< /Type /OBJR /Pg {kid[0]} 0 R /Obj {kid[2]} 0 R >>"
        page, mcid = kid
        return str(mcid) if page == self.page else f"<< /Type /MCR /Pg {page} 0 R /MCID {mcid} >>"


class Tree(PDFObject):
    """The root of the structure tree, with its index from pages and annotations back to elements."""

    def __init__(self, sink: Numbered) -> None:
        self.number = sink.add(self)
        self._index: list[str] = []
        self._identified: list[Element] = []
        self.document = Element(sink, "Document", self.number)

    def key(self, owners: list[Element] | Element) -> int:
        """A new key of the index, for a page (the owners of its MCIDs, in order) or an annotation (its owner)."""
        if isinstance(owners, Element):
            entry = f"{owners.number} 0 R"
        else:
            entry = f"[{' '.join(f'{owner.number} 0 R' for owner in owners)}]"
        self._index.append(f"{len(self._index)} {entry}")
        return len(self._index) - 1

    def identify(self, element: Element) -> None:
        """Give an element an identifier of its own; in the order of the file, so that the list of them is sorted."""
        self._identified.append(element)
        element.identifier = f"n{len(self._identified):06}"

    def format(self, document: object) -> bytes:
        """The root's dictionary; the index is one leaf."""
        index = "\n".join(self._index)
        names = " ".join(f"({element.identifier}) {element.number} 0 R" for element in self._identified)
        identified = f"/IDTree << /Names [{names}] >> " if names else ""
        return (
            f"<< /Type /StructTreeRoot /K [{self.document.number} 0 R] {identified}"
            f"/ParentTree << /Nums [{index}] >> /ParentTreeNextKey {len(self._index)} >>"
        ).encode()
