"""What print cannot show as the article has it: pictures that are missing, characters that no font draws."""

import unicodedata
from collections.abc import Iterator

from editions.model import Article, Block, Edition, Finding
from editions.printing import pictures
from editions.printing.founts import undrawn
from editions.printing.settings import PrintSettings
from editions.printing.typecase import drawable


def findings(edition: Edition, settings: PrintSettings) -> list[Finding]:
    """All of them, article by article."""
    return [finding for article in edition.articles for finding in _article(article, settings)]


def _article(article: Article, settings: PrintSettings) -> Iterator[Finding]:
    seen: set[str] = set()
    for block in article.blocks:
        place = f"{article.name}:{block.line}" if block.line else article.name
        if block.kind == "figure":
            yield from _picture(block, article, place)
        for character in undrawn(block.text, drawable(settings)):
            if character not in seen:
                seen.add(character)
                code = f"U+{ord(character):04X}"
                name = unicodedata.name(character, "sans nom").lower()
                message = f"« {character} » ({code}, {name}) n'est dans aucune police : imprimé [{code}]"
                yield Finding("print-glyph", place, message, "Donnez une police qui le contient, avec --font.")


def _picture(block: Block, article: Article, place: str) -> Iterator[Finding]:
    value = next((mark.value for mark in block.marks if mark.kind == "image"), "")
    path = pictures.find(value, article.source)
    if value and path is None:  # without a value, the reader of the article has said so already
        hint = "Mettez le fichier à côté de l'article ; sa description est imprimée à la place."
        yield Finding("print-picture-missing", place, f"image introuvable : {value}", hint)
    elif path is not None and pictures.opened(path) is None:
        hint = "Refaites-la en JPEG ou en PNG ; sa description est imprimée à la place."
        yield Finding("print-picture-unreadable", place, f"image illisible : {value}", hint)
    if not block.text.strip():
        yield Finding("print-picture-mute", place, f"image sans description : {value}", "Décrivez-la en une phrase.")
