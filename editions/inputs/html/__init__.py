"""Articles saved from a site as HTML.

The page is read as a stream of tags, so that badly nested or bottomless markup is no danger. When the page says
where its article is, that alone is kept, and a finding says how many words of menus and the like were left out.
"""

import codecs
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from editions.errors import ArticleError
from editions.inputs.html.page import FURNITURE, Page
from editions.manuscript import characters, octets, rich
from editions.manuscript.pieces import Piece
from editions.model import Finding, shown
from editions.terminal import squeezed

SUFFIXES = (".html", ".htm", ".xhtml")

_LARGEST = 10_000_000
"""Bytes of a page, with the pictures that some pages carry in their text."""
_TAGS = 200_000
"""Tags of a page; a long article has ten thousand."""
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.I)
_LABEL = re.compile(
    r"(?:utf-?(?:8|16(?:le|be)?)|windows-\d+|cp\d+|iso-?8859-\d+|us-ascii|ascii|latin-?1|macintosh|koi8-[ru]"
    r"|shift_jis|euc-\w+|gb\w+|big5)$"
)
"""Names of character encodings; Python knows other codecs, which no page may ask for."""


def read(path: Path, note: Callable[[Finding], None]) -> Iterator[Piece]:
    """Pieces of a saved page; ``note`` hears of what was left out."""
    name = shown(path.name)
    data = octets.bytes_of(path, _LARGEST)
    if not data.strip(b"\x00\t\n\r\f\v \xef\xbb\xbf"):
        raise ArticleError("le fichier est vide", "Enregistrez-y l'article.", name)
    text = characters.clean(_decoded(data, name, note), name, note)
    if text.count("<") > _TAGS:
        raise ArticleError(f"page démesurée : plus de {_TAGS:_} balises".replace("_", " "), "Coupez-la.", name)
    page = _page(text, FURNITURE)
    if not page.pieces:
        page = _page(text, frozenset())  # all the words stand in menus: better those than none
    kept, left_out = _article(page.pieces)
    words = [word for piece in left_out for word in piece.text.split()] + page.left_out
    if words:
        message = f"{len(words)} mot(s) hors de l'article non repris (menus, pied de page…) : {' '.join(words[:8])}…"
        note(Finding("html-left-out", name, squeezed(message), "Vérifiez qu'il n'y manque rien."))
    headed = kept[:1] and kept[0].kind == "heading"
    headed = headed or any(piece.kind == "heading" and piece.level == 1 for piece in kept)
    facts = {"title": page.title} if page.title and not headed else {}
    if not kept and not facts:
        raise ArticleError("la page ne contient aucun texte", "Enregistrez la page complète.", name)
    yield from rich.settled(kept, facts)


def _decoded(data: bytes, name: str, note: Callable[[Finding], None]) -> str:
    """The page's text: what cannot be mistaken first (UTF-8), then what the page says, then a guess."""
    declared = _CHARSET.search(data[:4096])
    label = declared[1].decode("ascii", "replace").lower() if declared else ""
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or not _LABEL.match(label):
        return octets.decoded(data, name, note)
    if label in ("iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii"):
        label = "cp1252"  # as browsers do: € and œ are met where ISO-8859-1 has control characters
    for encoding in ("utf-8", label):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return octets.decoded(data, name, note)


def _page(text: str, furniture: frozenset[str]) -> Page:
    """The page read; an element of the furniture that never closes is taken as content in a second reading."""
    while True:
        page = Page(furniture)
        page.read(text)
        if page.skipped not in furniture:
            return page
        furniture -= {page.skipped}


def _article(pieces: list[tuple[Piece, bool]]) -> tuple[list[Piece], list[Piece]]:
    """What is the article and what stands around it; all is the article when the page does not tell."""
    inside = [piece for piece, is_inside in pieces if is_inside]
    outside = [piece for piece, is_inside in pieces if not is_inside]
    words = sum(len(piece.text.split()) for piece in inside)
    if words < 50 and words < sum(len(piece.text.split()) for piece in outside):
        return [piece for piece, _ in pieces], []
    if not any(piece.kind == "heading" and piece.level == 1 for piece in inside):
        title = next((piece for piece in outside if piece.kind == "heading" and piece.level == 1), None)
        if title:
            return [title, *inside], [piece for piece in outside if piece is not title]
    return inside, outside
