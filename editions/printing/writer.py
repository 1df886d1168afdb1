"""One PDF in the making: pages, marked content, links, bookmarks, fonts; ReportLab numbers and writes the objects.

Everything real on a page stands between ``begin(element)`` and ``end()``; all else (folios, running heads, rules) is an
artifact, which a screen reader passes over (PDF/UA-1, 7.1). With ``tagged=False`` the same calls leave no tags.
"""

import hashlib
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reportlab.pdfbase.pdfdoc import PDFCatalog, PDFDocument, PDFObject

from editions.printing.catalogue import made
from editions.printing.embedding import Embedding
from editions.printing.faces import Face
from editions.printing.metadata import Info, Metadata, Standard
from editions.printing.navigation import Bookmark, Box, Link, Outline
from editions.printing.objects import Raw, numbers, stream
from editions.printing.tags import Element, Tree


class _Document(PDFDocument):
    """ReportLab's, with the types of what it makes of its own accord."""

    Pages: PDFObject
    Catalog: PDFCatalog


class _Page(PDFObject):
    def __init__(self, parent: PDFObject) -> None:
        self.parent = parent
        self.body = b""

    def format(self, document: PDFDocument) -> bytes:
        """The page's dictionary."""
        parent: bytes = document.Reference(self.parent).format(document)
        return b"<< /Type /Page /Parent " + parent + self.body + b" >>"


class Writer:
    """Builds one file; ``save`` ends it."""

    def __init__(self, metadata: Metadata, standard: Standard) -> None:
        self._document = _Document(compression=1, invariant=1, pdfVersion=standard.version)
        self._count = 0
        self.metadata = metadata
        self.standard = standard
        self._fonts: list[Embedding] = []
        self.tree = Tree(self) if standard.tagged else None
        self._targets: dict[str, tuple[int, float]] = {}
        self.code: list[str] = []
        self._owners: list[Element] = []
        self._links: list[int] = []
        self._pictures: dict[str, int] = {}
        self._images: dict[str, int] = {}
        """Of each image object, by what it is made of, its number."""
        self._page: _Page | None = None
        self._open = False
        self._silent = False
        self.page_number = 0
        self._font_list = Raw("")
        self._font_object = self.add(self._font_list)

    def another(self) -> "Writer":
        """A writer of a second file without tags, with the same fonts and codes: what was set for one fits both."""
        if self.tree is not None:
            raise AssertionError("elements belong to one file")
        writer = Writer(self.metadata, self.standard)
        writer._fonts = self._fonts
        return writer

    def add(self, item: PDFObject) -> int:
        """Keep an object for the file; its number."""
        self._count += 1
        name = f"o{self._count}"
        self._document.Reference(item, name)
        return int(self._document.idToObjectNumberAndVersion[name][0])

    def font(self, face: Face) -> Embedding:
        """A face for this file's pages."""
        self._fonts.append(Embedding(face, f"F{len(self._fonts) + 1}"))
        return self._fonts[-1]

    def font_names(self) -> list[str]:
        """Names of the fonts used so far."""
        return [font.face.name for font in self._fonts if font.used]

    def element(
        self,
        tag: str,
        parent: Element | None = None,
        *,
        alternative: str = "",
        language: str = "",
        attributes: str = "",
    ) -> Element | None:
        """A new element at the end of ``parent`` (the document by default); None in a file without tags."""
        if self.tree is None:
            return None
        return Element(self, tag, parent or self.tree.document, alternative, language, attributes)

    def note(self, parent: Element | None) -> Element | None:
        """A new Note element, which must have an identifier (PDF/UA-1, 7.9)."""
        made = self.element("Note", parent)
        if made is not None and self.tree is not None:
            self.tree.identify(made)
        return made

    def start_page(self) -> None:
        """Begin a page."""
        self._page = _Page(self._document.Pages)
        self._document.addPage(self._page)
        name = f"Page{self._document.pageCounter - 1}"
        self.page_number = int(self._document.idToObjectNumberAndVersion[name][0])
        self.code, self._owners, self._links, self._pictures = [], [], [], {}

    def begin(self, element: Element | None) -> None:
        """What follows belongs to this element."""
        if element is None or self._silent:
            return
        self._nest()
        element.page = element.page or self.page_number
        element.kids.append((self.page_number, len(self._owners)))
        self.code.append(f"/{element.tag} <</MCID {len(self._owners)}>> BDC")
        self._owners.append(element)

    def begin_artifact(self, kind: str = "") -> None:
        """What follows is for the eye alone; ``kind``: ``/Type /Pagination``…"""
        if self.tree is not None:
            self._nest()
            self.code.append(f"/Artifact <<{kind}>> BDC" if kind else "/Artifact BMC")

    def end(self) -> None:
        """End of an element's content or of an artifact."""
        if self._open and not self._silent:
            self.code.append("EMC")
            self._open = False

    @contextmanager
    def inside_artifact(self) -> Iterator[None]:
        """What is drawn meanwhile leaves no tags of its own."""
        tree, self.tree = self.tree, None
        self._silent = True
        yield
        self._silent, self.tree = False, tree

    def _nest(self) -> None:
        if self._open:
            raise AssertionError("marked content is never nested")
        self._open = True

    def target(self, key: str, y: float) -> None:
        """Name a place of the current page, for links and bookmarks."""
        self._targets[key] = (self.page_number, y)

    def link(self, element: Element | None, box: Box, words: str, *, address: str = "", key: str = "") -> None:
        """A link over ``box``, part of a Link element, to an address or to a named place (PDF/UA-1, 7.18.5)."""
        if element is None or self.tree is None or not self.standard.links:
            return
        leads = address or (lambda: self._destination(key))
        number = self.add(Link(box, words, leads, self.tree.key(element)))
        self._links.append(number)
        element.page = element.page or self.page_number
        element.kids.append((self.page_number, None, number))

    def image(self, data: bytes, entries: str) -> int:
        """The number of an image object; one that is shown twice is in the file once."""
        known = hashlib.sha256(data).hexdigest() + entries
        if known not in self._images:
            self._images[known] = self.add(stream(data, entries))
        return self._images[known]

    def picture(self, name: str, number: int) -> None:
        """Let the page use an image object under ``name``."""
        self._pictures[name] = number

    def finish_page(self, width: float, height: float, boxes: str = "") -> None:
        """End the page; sizes in points; ``boxes``: further entries of its dictionary."""
        if self._page is None or self._open:
            raise AssertionError("a page ends once, outside marked content")
        content = self.add(stream(self._compressed(), "/Filter /FlateDecode"))
        entries = [f" /MediaBox [0 0 {numbers(width, height)}] /Contents {content} 0 R {boxes} {self._resources()}"]
        if self._links:
            entries.append(f"/Annots [{' '.join(f'{number} 0 R' for number in self._links)}] /Tabs /S")
        if self.tree is not None and self._owners:
            entries.append(f"/StructParents {self.tree.key(self._owners)}")
        self._page.body = " ".join(entries).encode()
        self._page = None

    def start_form(self) -> None:
        """Begin a form: a page that other pages show, without tags."""
        self.code, self._owners, self._links, self._pictures = [], [], [], {}

    def finish_form(self, width: float, height: float) -> int:
        """End the form; the number under which ``picture`` lets a page use it."""
        entries = f"/Type /XObject /Subtype /Form /BBox [0 0 {numbers(width, height)}] {self._resources()}"
        return self.add(stream(self._compressed(), f"{entries} /Filter /FlateDecode"))

    def _compressed(self) -> bytes:
        data = zlib.compress("\n".join(self.code).encode("latin-1"))
        self._document.updateSignature(data)
        return data

    def _resources(self) -> str:
        if not self._pictures:
            return f"/Resources << /Font {self._font_object} 0 R >>"
        images = " ".join(f"/{name} {number} 0 R" for name, number in self._pictures.items())
        return f"/Resources << /Font {self._font_object} 0 R /XObject << {images} >> >>"

    def save(self, path: Path, bookmarks: list[Bookmark], first_folio: int = 1) -> None:
        """Write the file."""
        document = self._document
        fonts = " ".join(f"/{font.resource} {font.write(self)} 0 R" for font in self._fonts if font.used)
        self._font_list.body = f"<< {fonts} >>".encode()
        document.Catalog = catalog = made(self, self.metadata, self.standard, first_folio)
        catalog.Pages = document.Pages
        if self.tree is not None:
            catalog.tag(self.tree)
        if bookmarks:
            catalog.setPageMode("UseOutlines")
        catalog.Outlines = outline = Outline(bookmarks, self._destination)
        document.Outlines = outline  # type: ignore[assignment]  # ours, in place of ReportLab's
        document.info = Info(self.metadata, self.standard)
        document.updateSignature(repr((self.metadata, self.standard)))
        path.write_bytes(document.GetPDFData(None))

    def _destination(self, key: str) -> str:
        page, y = self._targets[key]
        return f"[{page} 0 R /XYZ null {numbers(y)} null]"
