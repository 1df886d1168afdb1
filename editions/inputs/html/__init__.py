"""Articles saved from a site as HTML, or as MHTML with all that the page needs.

``manuscript.page`` finds the article; what stands around it is listed as that of pasted pages is, what the page
hides or strikes out is named.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from editions.errors import ArticleError
from editions.inputs.html import embedded
from editions.inputs.html.encodings import decoded
from editions.manuscript import asides, characters, octets, page, rich
from editions.manuscript.page import Saved
from editions.manuscript.pieces import Piece
from editions.manuscript.rejoined import rejoined
from editions.model import Finding, shown
from editions.terminal import squeezed

SUFFIXES = (".html", ".htm", ".xhtml", ".mhtml", ".mht")

_LARGEST = 10_000_000
"""Bytes of a page, with the pictures that some pages carry in their text."""
_TAGS = 200_000
"""Tags of a page; a long article has ten thousand."""
_ARCHIVES = (".mhtml", ".mht")
_XML = re.compile(r"\s*<\?xml\b|\s*<!DOCTYPE[^>]{0,200}XHTML", re.I)


def read(path: Path, note: Callable[[Finding], None]) -> Iterator[Piece]:
    """Pieces of a saved page; ``note`` hears of what was left out."""
    name = shown(path.name)
    data = octets.bytes_of(path, octets.LARGEST if path.suffix.lower() in _ARCHIVES else _LARGEST)
    if not data.strip(b"\x00\t\n\r\f\v \xef\xbb\xbf"):
        raise ArticleError("le fichier est vide", "Enregistrez-y l'article.", name)
    raw, sheets, pictures = _opened(path, data, name, note)
    text = characters.clean(raw, name, note)
    if text.count("<") > _TAGS:
        raise ArticleError(f"page démesurée : plus de {_TAGS:_} balises".replace("_", " "), "Coupez-la.", name)
    saved = page.read(text, xml=path.suffix.lower() == ".xhtml" or bool(_XML.match(text)), sheets=sheets)
    _name_what_is_left_out(saved, name, note)
    facts = {"title": saved.title} if saved.title else {}
    if not saved.pieces and not facts:
        raise ArticleError("la page ne contient aucun texte", "Enregistrez la page complète.", name)
    yield from embedded.with_pictures(rich.settled(rejoined(saved.pieces, name, note), facts), pictures, name)
    yield from (Piece("paragraph", line, aside=asides.AROUND) for line in saved.left_out)


def _opened(
    path: Path, data: bytes, name: str, note: Callable[[Finding], None]
) -> tuple[str, list[str], dict[str, bytes]]:
    """The text of the page, the style sheets and the pictures that come with it."""
    if path.suffix.lower() not in _ARCHIVES:
        text = decoded(data, "", name, note)
        return text, embedded.sheets(text, path.parent), {}
    from editions.inputs.html import archives  # loads the standard library's mail reader

    found = archives.opened(data, name, note)
    return found.text, found.sheets, found.pictures


def _name_what_is_left_out(saved: Saved, name: str, note: Callable[[Finding], None]) -> None:
    hidden = " ".join(saved.hidden).split()
    if hidden:
        message = f"{len(hidden)} mot(s) que la page cache, non repris : {' '.join(hidden[:8])}…"
        note(Finding("html-hidden", name, squeezed(message), "Vérifiez qu'ils ne manquent pas."))
    if saved.struck:
        message = f"texte barré non repris : {squeezed(' · '.join(saved.struck))}"
        note(Finding("struck-left-out", name, message, "Ôtez-le de l'article, ou ôtez le trait."))
