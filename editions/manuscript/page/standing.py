"""What holds in an element of a page, by what holds around it: what a line is that stands there."""

from dataclasses import dataclass

from editions.manuscript.page import names
from editions.manuscript.page.elements import Element
from editions.model import Role

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LASTING: tuple[Role, ...] = ("lede", "byline", "heading", "section")
"""What a line stays in the elements inside."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What holds until an element closes."""

    kind: Role = "paragraph"
    level: int = 0
    preformatted: bool = False
    captioned: bool = False

    def inside(self, element: Element, quoted: bool, headed: bool, *, title: bool) -> "Standing":
        """``quoted``: in a quotation; ``headed``: below a heading; ``title``: the element is that of the article."""
        captioned = self.captioned or element.name == "figcaption"
        plain: Role = "caption" if captioned else "quote" if quoted else "paragraph"
        kind, level = self._kind(element, plain, quoted, headed, title)
        return Standing(kind, level, self.preformatted or element.name == "pre", captioned)

    def _kind(self, element: Element, plain: Role, quoted: bool, headed: bool, title: bool) -> tuple[Role, int]:
        if element.name in _HEADINGS and not names.says(element, "lede"):
            return "heading", 1 if title else _HEADINGS[element.name]
        if element.name in ("article", "main", "section", "body", "html"):
            return plain, 0
        if names.says(element, "lede"):
            return "lede", 0
        if names.says(element, "byline") and not quoted:
            return "byline", 0
        if names.says(element, "section") and not headed:
            return "section", 0
        return (self.kind, self.level) if self.kind in _LASTING else (plain, 0)
