"""What the styles of Writer mean: roles of paragraphs, the looks of words."""

from functools import cached_property
from typing import TYPE_CHECKING

from editions.manuscript import style_names
from editions.manuscript.looks import Format
from editions.model import Role

if TYPE_CHECKING:  # slow to load
    from odfdo import Document, Element


class Styles:
    """The styles of a document, by family and name."""

    def __init__(self, document: "Document") -> None:
        self._document = document
        self._looks: dict[tuple[str, str], dict[str, str]] = {}
        self._roles: dict[str, tuple[Role, int]] = {}
        self._formats: dict[tuple[str, tuple[str, ...]], Format] = {}

    @cached_property
    def _styles(self) -> "dict[tuple[str, str], Element]":
        found: dict[tuple[str, str], Element] = {}
        for style in self._document.get_styles():
            given = style.attributes
            found.setdefault((given.get("style:family", style.tag), given.get("style:name", "")), style)
        return found

    def get(self, family: str, name: str) -> "Element | None":
        """A style; « text:list-style » is a family too."""
        return self._styles.get((family, name))

    def line(self, family: str, name: str) -> "list[Element]":
        """A style and its ancestors, nearest first; a circle ends where it closes."""
        found: dict[str, Element] = {}
        while name not in found and (style := self._styles.get((family, name))) is not None:
            found[name] = style
            name = style.attributes.get("style:parent-style-name", "")
        return list(found.values())

    def role(self, name: str) -> tuple[Role, int]:
        """Kind and heading level of a paragraph in this style, or in what it is based on."""
        if name not in self._roles:
            self._roles[name] = self._role(name)
        return self._roles[name]

    def _role(self, name: str) -> tuple[Role, int]:
        for style in self.line("paragraph", name):
            given = style.attributes
            shown = given.get("style:display-name") or given.get("style:name", "").replace("_20_", " ")
            if found := style_names.role(shown.lower()):
                return found
            if (level := given.get("style:default-outline-level", "")).isdecimal():
                return "heading", int(level)
        return "paragraph", 0

    def format(self, paragraph: str, spans: tuple[str, ...]) -> Format:
        """How words look in spans, outermost first, of a paragraph."""
        key = paragraph, spans
        if key not in self._formats:
            own: dict[str, str] = {}
            for span in spans:
                own |= self._look("text", span)
            self._formats[key] = _format(own, {**self._look("paragraph", paragraph), **own})
        return self._formats[key]

    def _look(self, family: str, name: str) -> dict[str, str]:
        if (family, name) not in self._looks:
            found: dict[str, str] = {}
            for style in reversed(self.line(family, name)):
                for part in style.children:
                    found |= part.attributes if part.tag == "style:text-properties" else {}
            self._looks[family, name] = found
        return self._looks[family, name]


def _format(own: dict[str, str], whole: dict[str, str]) -> Format:
    """``own``: without what the paragraph's style says, which makes no word stand out."""
    raised, _, _ = whole.get("style:text-position", "").partition(" ")
    percent = raised.removesuffix("%").lstrip("-")
    height = {"super": 1, "sub": -1}.get(raised, 0)
    if not height and percent.isdecimal() and int(percent) >= 10:
        height = -1 if raised.startswith("-") else 1
    return Format(
        strong=own.get("fo:font-weight", "") in ("bold", "600", "700", "800", "900")
        or own.get("fo:font-style", "") in ("italic", "oblique"),
        hidden=whole.get("text:display") == "none",
        struck=whole.get("style:text-line-through-style", "none") != "none"
        or whole.get("style:text-line-through-type", "none") != "none",
        capitals=whole.get("fo:text-transform") == "uppercase" or whole.get("fo:font-variant") == "small-caps",
        height=height,
        font=whole.get("style:font-name") or whole.get("fo:font-family", "").strip("'\""),
    )
