"""What the styles and lists of a Word document mean: headings, quotes, captions, numbers of items."""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from editions.inputs.docx.package import Package
from editions.model import Role

_ROLES: dict[str, tuple[Role, int]] = {
    "title": ("heading", 1),
    "subtitle": ("lede", 0),
    "quote": ("quote", 0),
    "intense quote": ("quote", 0),
    "block text": ("quote", 0),
    "caption": ("caption", 0),
}
"""Built-in style names; Word keeps them in English in every language."""

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


@dataclass
class _Style:
    name: str = ""
    parent: str = ""
    outline: int = 9
    list_id: str = ""


@dataclass
class Styles:
    """Roles by style id."""

    styles: dict[str, _Style] = field(default_factory=dict)

    def role(self, style_id: str) -> tuple[Role, int]:
        """Kind and heading level of a paragraph in this style, or in what it is based on."""
        for style in self._line(style_id):
            match = re.fullmatch(r"heading (\d)", style.name)
            if match:
                return "heading", int(match[1])
            if style.name in _ROLES:
                return _ROLES[style.name]
            if style.outline < 9:
                return "heading", style.outline + 1
        return "paragraph", 0

    def list_id(self, style_id: str) -> str:
        """The list that a style puts its paragraphs in, if any."""
        return next((style.list_id for style in self._line(style_id) if style.list_id), "")

    def _line(self, style_id: str) -> list[_Style]:
        """A style and its ancestors, nearest first; a circle of styles ends where it closes."""
        found: dict[str, _Style] = {}
        while style_id in self.styles and style_id not in found:
            found[style_id] = self.styles[style_id]
            style_id = found[style_id].parent
        return list(found.values())


def styles(package: Package, part: str) -> Styles:
    """The styles of a document; none when it has no such part."""
    found = Styles()
    style = _Style()
    for kind, name, given in package.events(part) if part in package.names else ():
        value = given.get("val", "")
        if kind != "start":
            continue
        if name == "w:style":
            style = found.styles.setdefault(given.get("styleId", ""), _Style())
        elif name == "w:name":
            style.name = value.lower()
        elif name == "w:basedOn":
            style.parent = value
        elif name == "w:outlineLvl" and value.isdecimal():
            style.outline = int(value)
        elif name == "w:numId":
            style.list_id = value
    return found


@dataclass
class Numbering:
    """Labels of list items, counted as they come."""

    formats: dict[str, dict[int, tuple[str, str, int]]] = field(default_factory=dict)
    """By list id and level: kind of number, pattern such as ``%1.``, first number."""
    _counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    def label(self, list_id: str, level: int) -> str:
        """The number of the next item, empty for a bullet."""
        levels = self.formats.get(list_id, {})
        kind, pattern, first = levels.get(level, ("bullet", "", 1))
        counts = self._counts[list_id]
        counts[level] = counts.get(level, first - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        if kind in ("bullet", "none"):
            return ""
        return re.sub(r"%([1-9])", lambda match: self._number(list_id, int(match[1]) - 1), pattern)

    def _number(self, list_id: str, level: int) -> str:
        kind, _, first = self.formats[list_id].get(level, ("decimal", "", 1))
        return _written(self._counts[list_id].get(level, first), kind)


def numbering(package: Package, part: str) -> Numbering:
    """The lists of a document; none when it has no such part."""
    abstract: dict[str, dict[int, tuple[str, str, int]]] = {}
    lists: dict[str, str] = {}
    current, level, list_id = "", 0, ""
    for kind, name, given in package.events(part) if part in package.names else ():
        value = given.get("val", "")
        if kind != "start":
            continue
        if name == "w:abstractNum":
            current = given.get("abstractNumId", "")
            abstract[current] = {}
        elif name == "w:lvl" and current in abstract:
            level = int(given.get("ilvl", "0")) if given.get("ilvl", "0").isdecimal() else 0
            abstract[current].setdefault(level, ("decimal", "%1.", 1))
        elif name in ("w:numFmt", "w:lvlText", "w:start") and level in abstract.get(current, {}):
            number, pattern, first = abstract[current][level]
            if name == "w:start":
                first = int(value) if value.isdecimal() and len(value) < 7 else first
            abstract[current][level] = (
                value if name == "w:numFmt" else number,
                value if name == "w:lvlText" else pattern,
                first,
            )
        elif name == "w:num":
            list_id, current = given.get("numId", ""), ""
        elif name == "w:abstractNumId":
            lists[list_id] = value
    return Numbering({list_id: abstract.get(source, {}) for list_id, source in lists.items()})


def _written(number: int, kind: str) -> str:
    if kind in ("lowerLetter", "upperLetter"):
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters if kind == "lowerLetter" else letters.upper()
    if kind in ("lowerRoman", "upperRoman") and 0 < number < 4000:
        roman, rest = "", number
        for value, sign in _ROMAN:
            roman += sign * (rest // value)
            rest %= value
        return roman if kind == "lowerRoman" else roman.upper()
    return f"{number:02d}" if kind == "decimalZero" else str(number)
