"""What the styles of a Word document mean: roles, lists, and how a run looks once all its styles are put together."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from editions.inputs.docx.elements import Element, child, is_on, name, number, value
from editions.manuscript import style_names
from editions.manuscript.looks import Format
from editions.model import Role

_TOGGLES = ("w:b", "w:i", "w:caps", "w:smallCaps", "w:strike", "w:dstrike", "w:vanish")
"""Properties that a style in a style of the other kind turns off again (ECMA-376, 17.7.3)."""
_RAISED = 4
"""Half points above the line from which letters are raised on purpose."""


class Look(NamedTuple):
    """The properties that a style, or a run itself, says."""

    toggles: tuple[tuple[str, bool], ...] = ()
    height: int | None = None
    font: str = ""
    style: str = ""

    def says(self, key: str) -> bool | None:
        """Whether it turns a property on or off; None when it says nothing."""
        return next((on for found, on in self.toggles if found == key), None)


NONE = Look()


@dataclass(slots=True)
class _Style:
    name: str = ""
    parent: str = ""
    outline: int = 9
    list_id: str = ""
    level: int | None = None
    look: Look = NONE


class Styles:
    """The styles of a document, by id."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._styles: dict[str, _Style] = {}
        self._roles: dict[str, tuple[Role, int]] = {}
        self._formats: dict[tuple[str, Look], Format] = {}
        self._usual = ""
        self._base = Look()
        for one in root if root is not None else ():
            if name(one) == "w:style":
                self._elements.setdefault(value(one, "styleId"), one)
                if value(one, "default") in ("1", "true", "on") and value(one, "type") == "paragraph":
                    self._usual = value(one, "styleId")
            elif name(one) == "w:docDefaults":
                self._base = look(child(one, "w:rPrDefault", "w:rPr"))

    def _style(self, style_id: str) -> _Style:
        """A style that is there, worked out when it is first asked for: a document uses few of those it has."""
        if style_id not in self._styles:
            self._styles[style_id] = _worked_out(self._elements[style_id])
        return self._styles[style_id]

    def role(self, style_id: str) -> tuple[Role, int]:
        """Kind and heading level of a paragraph in this style, or in what it is based on."""
        if style_id not in self._roles:
            self._roles[style_id] = self._role(style_id)
        return self._roles[style_id]

    def _role(self, style_id: str) -> tuple[Role, int]:
        for style in self.line(style_id):
            if found := style_names.role(style.name):
                return found
            if style.outline < 9:
                return "heading", style.outline + 1
        return "paragraph", 0

    def list_of(self, style_id: str) -> tuple[str, int | None]:
        """The list that a style puts its paragraphs in, if any, and the level that it says."""
        line = self.line(style_id)
        list_id = next((style.list_id for style in line if style.list_id), "")
        return list_id, next((style.level for style in line if style.level is not None), None)

    def ids(self, style_id: str) -> list[str]:
        """A style and its ancestors, nearest first; a circle of styles ends where it closes."""
        style_id = style_id if style_id in self._elements else self._usual
        found: dict[str, None] = {}
        while style_id in self._elements and style_id not in found:
            found[style_id] = None
            style_id = self._style(style_id).parent
        return list(found)

    def line(self, style_id: str) -> list[_Style]:
        """The same, as styles."""
        return [self._style(one) for one in self.ids(style_id)]

    def is_contents(self, style_id: str) -> bool:
        """Whether a paragraph is a line of a table of contents."""
        if style_id not in self._elements:
            return False
        return bool(re.fullmatch(r"toc \d|table of figures|contents \d", self._style(style_id).name))

    def format(self, paragraph: str, own: Look) -> Format:
        """How a run looks: what it says itself, then its style and that of its paragraph, one against the other."""
        made = self._formats.get((paragraph, own))
        if made is None:
            made = self._formats[paragraph, own] = self._format(paragraph, own)
        return made

    def _format(self, paragraph: str, own: Look) -> Format:
        above = [style.look for style in self.line(paragraph)]
        around = [style.look for style in self.line(own.style)] if own.style in self._elements else []
        on = {key: _toggled(key, own, around, above, self._base) for key in _TOGGLES}
        heights = (part.height for part in (own, *around, *above) if part.height is not None)
        fonts = (part.font for part in (own, *around, *above, self._base) if part.font)
        strong = any(part.says(key) for part in (own, *around) for key in ("w:b", "w:i"))
        return Format(
            strong=strong and (on["w:b"] or on["w:i"]),
            hidden=on["w:vanish"],
            struck=on["w:strike"] or on["w:dstrike"],
            capitals=on["w:caps"] or on["w:smallCaps"],
            height=next(heights, 0),
            font=next(fonts, ""),
        )


def _worked_out(one: Element) -> _Style:
    properties = child(one, "w:pPr")
    level = child(properties, "w:numPr", "w:ilvl")
    return _Style(
        name=value(child(one, "w:name")).lower(),
        parent=value(child(one, "w:basedOn")),
        outline=number(child(properties, "w:outlineLvl"), default=9),
        list_id=value(child(properties, "w:numPr", "w:numId")),
        level=number(level) if level is not None else None,
        look=look(child(one, "w:rPr")),
    )


def _toggled(key: str, own: Look, around: list[Look], above: list[Look], base: Look) -> bool:
    """What the run says; else its style against that of the paragraph; else the document."""
    said = own.says(key)
    if said is not None:
        return said
    in_run = next((on for one in around if (on := one.says(key)) is not None), False)
    in_paragraph = next((on for one in above if (on := one.says(key)) is not None), False)
    return in_run != in_paragraph or (base.says(key) is True and not (in_run or in_paragraph))


def look(properties: Element | None) -> Look:
    """What ``w:rPr`` says."""
    toggles: list[tuple[str, bool]] = []
    found: dict[str, str] = {}
    height: int | None = None
    for one in properties if properties is not None else ():
        called = name(one)
        if called in _TOGGLES:
            toggles.append((called, is_on(one)))
        elif called == "w:vertAlign":
            height = {"superscript": 1, "subscript": -1}.get(value(one), 0)
        elif called == "w:position" and abs(number(one)) >= _RAISED and height is None:
            height = 1 if number(one) > 0 else -1
        elif called == "w:rStyle":
            found["style"] = value(one)
        elif called == "w:rFonts":
            found["font"] = value(one, "ascii") or value(one, "hAnsi")
    return Look(tuple(toggles), height, **found) if toggles or found or height is not None else NONE


def changes(properties: Element | None) -> frozenset[str]:
    """What was done to a mark or a row while changes were tracked: ``w:del``, ``w:ins``, ``w:moveFrom``."""
    return frozenset(name(one) for one in properties) if properties is not None else frozenset()
