"""Documents inside a document (``w:altChunk``), which Word shows in place: pages, texts, other Word documents."""

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from editions import leftovers, registry
from editions.errors import ArticleError
from editions.inputs.docx.package import Package
from editions.manuscript.left_out import LeftOut
from editions.manuscript.pieces import Piece
from editions.model import Finding, Role

_READERS = {".html": "html", ".htm": "html", ".xhtml": "html", ".mht": "html", ".mhtml": "html", ".txt": "text",
            ".docx": "docx", ".dat": "docx"}  # fmt: skip
_KINDS: dict[str, Role] = {"title": "heading", "lede": "paragraph", "outlet": "paragraph", "section": "paragraph"}
"""What heads an article is, inside another, a part of it."""


def pieces(package: Package, part: str, left: LeftOut) -> Iterator[Piece]:
    """The pieces of such a part; one that cannot be read is named."""
    reader = _READERS.get(PurePosixPath(part).suffix.lower())
    if part not in package.names or reader is None:
        left.begin()
        left.add("object", part or "altChunk")
        return
    found: list[Piece] = []
    with tempfile.TemporaryDirectory(prefix=leftovers.prefix()) as folder:
        path = Path(folder, PurePosixPath(part).name)
        path.write_bytes(package.data(part))
        try:
            found += registry.load("inputs", reader).read(path, _unheard)
        except ArticleError:
            left.begin()
            left.add("object", part)
    for piece in found:
        kind = _KINDS.get(piece.kind, piece.kind)
        yield replace(piece, kind=kind, level=piece.level or 2 if kind == "heading" else 0)


def _unheard(finding: Finding) -> None:
    """What is said of a part names a file that nobody knows."""
