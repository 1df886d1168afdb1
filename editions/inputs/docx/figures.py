"""What is drawn in a document as pieces: pictures taken out of it, words of WordArt, SmartArt and charts."""

import posixpath
from collections.abc import Iterator
from dataclasses import replace

from editions.inputs.docx import charts, drawings
from editions.inputs.docx.document import Document
from editions.inputs.docx.drawings import Shown
from editions.inputs.docx.elements import Element
from editions.manuscript import pictures
from editions.manuscript.pieces import Piece
from editions.model.tree import Container


class Figures:
    """Those of one part of a document."""

    def __init__(self, document: Document, links: dict[str, str]) -> None:
        """``links``: targets by relation id."""
        self._document, self._links = document, links

    def pieces(self, drawn: Shown) -> list[Piece]:
        """Pieces without their line; what they stand in themselves, not what is around them."""
        return [piece for piece in self._pieces(drawn) if piece.text.strip() or piece.picture]

    def _pieces(self, drawn: Shown) -> Iterator[Piece]:
        if drawn.kind == "picture":
            yield self._picture(drawn)
        elif drawn.kind == "words":
            yield Piece("paragraph", " ".join(drawn.words.split()))
        elif drawn.kind == "shape":
            yield Piece("figure", self._alternative(drawn))
        elif drawn.kind == "object":
            if not drawn.words.startswith("Equation"):
                self._document.left.begin()
                self._document.left.add("object", drawn.words or "?")
        else:
            root = self._document.package.tree(self._links.get(drawn.relation, ""))
            yield from self._figure_of_words(drawn) if root is None else self._told(drawn, root)

    def _figure_of_words(self, drawn: Shown) -> Iterator[Piece]:
        yield Piece("figure", self._alternative(drawn))

    def _told(self, drawn: Shown, root: Element) -> Iterator[Piece]:
        if drawn.kind == "diagram":
            yield from (Piece("item", step) for step in charts.steps(root))
            return
        title, table = charts.title(root) or drawn.words, charts.figures(root, self._document.count)
        if table is None:
            yield Piece("paragraph", title)
            return
        within = (Container("table", f"chart {drawn.relation}"),) if title else ()
        yield Piece("caption", title, within=within)
        yield replace(table, within=within)

    def _alternative(self, drawn: Shown) -> str:
        """The words that stand for a picture; the editor hears of those that Word made."""
        alternative, automatic = drawings.written(drawn.words)
        if automatic:
            self._document.left.begin()
            self._document.left.add("alternative", alternative)
        return alternative

    def _picture(self, drawn: Shown) -> Piece:
        target, package = self._links.get(drawn.relation, drawn.relation), self._document.package
        figure = Piece("figure", self._alternative(drawn), picture=target)
        if target not in package.names:
            return figure
        content = pictures.taken_out(package.data(target), drawings.cropped(drawn.element))
        return replace(figure, picture=f"{package.name}/{posixpath.basename(target)}", content=content)
