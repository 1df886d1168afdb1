"""What a saved page brings with it: pictures inside its text or its archive, style sheets in the folder beside it."""

import base64
import binascii
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote_to_bytes

from editions.manuscript import pictures
from editions.manuscript.octets import bytes_of
from editions.manuscript.pieces import Piece

_DATA = re.compile(r"data:image/(?P<kind>[a-z]+)[^,;]*(?:;(?!base64)[^,;]*)*(?P<base64>;base64)?,", re.I)
_LEAST = 200
"""Bytes of a picture; what is smaller holds the place of one that comes later."""
_LINK = re.compile(r"<link\b[^>]{0,500}>", re.I)
_ADDRESS = re.compile(r"""\bhref\s*=\s*["']?([^"'\s>]{1,300})""", re.I)
_SHEETS = 20
_LARGEST = 2_000_000
"""Bytes of a style sheet that is read."""


def with_pictures(pieces: Iterable[Piece], kept: Mapping[str, bytes], name: str) -> Iterator[Piece]:
    """The pieces; figures whose picture came with the page have its bytes. ``kept``: pictures by address."""
    for number, piece in enumerate(pieces, 1):
        content = kept.get(piece.picture) or _decoded(piece.picture) if piece.picture else b""
        if content and len(content) >= _LEAST:
            piece = replace(piece, picture=f"{name}/image-{number}", content=content)
        elif piece.picture.startswith("data:"):
            piece = replace(piece, picture="")
        if piece.kind != "figure" or piece.picture or piece.text:
            yield piece


def _decoded(address: str) -> bytes:
    match = _DATA.match(address)
    if match is None:
        return b""
    written = address[match.end() :]
    try:
        return base64.b64decode(unquote_to_bytes(written)) if match["base64"] else unquote_to_bytes(written)
    except binascii.Error:
        return b""


def sheets(text: str, folder: Path) -> list[str]:
    """The style sheets that a page keeps beside it, as browsers save them: ``une_fichiers/style.css``.

    ArticleError for one that cannot be read: what the page hides would be printed and said.
    """
    found: list[str] = []
    for link in _LINK.findall(text):
        address = _ADDRESS.search(link)
        if "stylesheet" in link.lower() and address and len(found) < _SHEETS:
            path = pictures.found(address[1], folder.resolve())
            if path is not None and path.stat().st_size <= _LARGEST:
                found.append(bytes_of(path).decode("utf-8", "replace"))
    return found
