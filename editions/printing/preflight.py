"""What print cannot show as the article has it, and the sizes that a page does not bear."""

import unicodedata
from collections.abc import Iterator

from editions.model import Article, Block, Edition, Figure, Finding
from editions.model.tree import walk
from editions.printing import sheets
from editions.printing.founts import undrawn
from editions.printing.settings import PrintSettings
from editions.printing.typecase import body_size, drawable


def findings(edition: Edition, settings: PrintSettings) -> list[Finding]:
    """All of them, article by article."""
    return [finding for article in edition.articles for finding in _article(article, settings)]


def refuse(settings: PrintSettings, paper: str, *, bound: bool = False) -> None:
    """UsageError when a page cannot hold letters of that size, before anything is made."""
    sheets.refuse(body_size(settings), settings, paper, bound=bound)


def _article(article: Article, settings: PrintSettings) -> Iterator[Finding]:
    seen: set[str] = set()
    for step in walk(article.body):
        if isinstance(step.node, Figure) and step.event == "enter":
            yield from _picture(step.node, _place(article, step.node.alternative))
        if not isinstance(step.node, Block):
            continue
        block, place = step.node, _place(article, step.node)
        for character in undrawn(block.text, drawable(settings)):
            if character not in seen:
                seen.add(character)
                code = f"U+{ord(character):04X}"
                name = unicodedata.name(character, "sans nom").lower()
                message = f"« {character} » ({code}, {name}) n'est dans aucune police : imprimé [{code}]"
                yield Finding("print-glyph", place, message, "Donnez une police qui le contient, avec --font.")


def _place(article: Article, block: Block) -> str:
    return f"{article.name}:{block.line}" if block.line else article.name


def _picture(figure: Figure, place: str) -> Iterator[Finding]:
    shown = figure.picture
    name = shown.name if shown else ""
    if shown and not shown.path.is_file():  # the reader of the article has said what was not there for it
        hint = "Mettez le fichier à côté de l'article ; sa description est imprimée à la place."
        yield Finding("print-picture-missing", place, f"image introuvable : {name}", hint)
