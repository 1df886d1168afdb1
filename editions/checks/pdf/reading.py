"""A PDF read back: its pages, its fonts, its metadata, each once."""

import io
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import pikepdf

from editions.checks.pdf.content import Interpreter, PageContent
from editions.checks.pdf.lettering import Font
from editions.model import Finding


class PdfFile:
    """One file, opened and read once."""

    def __init__(self, path: Path, place: str) -> None:
        """``place``: how findings name the file. pikepdf.PdfError when it is no PDF."""
        self.path = path
        self.place = place
        self.pdf = pikepdf.open(io.BytesIO(path.read_bytes()))  # it takes no path that is no UTF-8
        self._fonts: dict[Any, Font] = {}

    @property
    def root(self) -> Any:
        """The catalog."""
        return self.pdf.Root

    @cached_property
    def pages(self) -> list[PageContent]:
        """All pages."""
        pages = enumerate(self.pdf.pages, 1)
        return [Interpreter(self._fonts_of(page), number, page).run() for number, page in pages]

    def _fonts_of(self, page: pikepdf.Page) -> dict[str, Font]:
        resources: Any = page.obj.get("/Resources", {})
        return {name: self.font(obj) for name, obj in resources.get("/Font", {}).items()}

    @cached_property
    def metadata(self) -> str:
        """The XMP packet; empty without one."""
        stream = self.root.get("/Metadata")
        return stream.read_bytes().decode("utf-8", "replace") if stream is not None else ""

    def fonts(self) -> Iterator[Font]:
        """The fonts of all pages and forms."""
        for page in self.pdf.pages:
            for resources in _all_resources(page.obj):
                for obj in resources.get("/Font", {}).values():
                    yield self.font(obj)

    def font(self, obj: Any) -> Font:
        """A font object, read once."""
        if obj.objgen not in self._fonts:
            self._fonts[obj.objgen] = Font(obj)
        return self._fonts[obj.objgen]

    def finding(self, code: str, message: str, page: int = 0, hint: str = "") -> Finding:
        """A finding in this file."""
        return Finding(code, f"{self.place}, page {page}" if page else self.place, message, hint)


def _all_resources(holder: Any) -> Iterator[Any]:
    resources = holder.get("/Resources", {})
    yield resources
    for obj in resources.get("/XObject", {}).values():
        if obj.get("/Subtype") == "/Form":
            yield from _all_resources(obj)
