"""What a page of a PDF draws: text, where, in which font and size, and to which element it belongs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pikepdf

from editions.checks.pdf.lettering import Font

Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
_PAINTING = frozenset({"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh", "BI", "INLINE IMAGE"})
_COLOURS = frozenset({"g", "G", "rg", "RG", "k", "K", "cs", "CS", "sc", "scn", "SC", "SCN"})


class Shown(NamedTuple):
    """A piece of text on a page: its characters, where its line starts, its size and its gray (0 is black)."""

    font: str
    text: str
    undrawn: bool
    """A character has no glyph: an empty box stands for it."""
    x: float
    y: float
    width: float
    size: float
    darkness: float
    """Relative luminance of the colour: 0 for black, 1 for white."""
    mcid: int | None
    """None inside an artifact."""
    tag: str
    """Of the marked content: ``/P``, ``/Artifact``…"""


@dataclass(slots=True)
class PageContent:
    """What one page draws."""

    number: int
    obj: Any
    shown: list[Shown] = field(default_factory=list)
    mcids: list[int] = field(default_factory=list)
    """In the order of drawing."""
    loose: int = 0
    """Drawing operators that belong to no element and to no artifact."""
    nested: bool = False
    operators: set[str] = field(default_factory=set)
    """Colour operators used."""
    paper: float = 1.0
    """Relative luminance of what the page is filled with, white as a rule."""


class Interpreter:
    """Runs a content stream, as far as text and marked content go."""

    def __init__(self, fonts: Mapping[str, Font], number: int, page: pikepdf.Page) -> None:
        """``fonts``: those of the page, by the names it gives them."""
        self.page = PageContent(number, page.obj)
        self.source = page
        self.fonts = fonts
        self.matrix = self.line = _IDENTITY
        self.stack: list[tuple[Matrix, float]] = []
        self.marks: list[int | str] = []
        self.tags: list[str] = []
        self.font, self.size, self.leading, self.gray, self.gap = "", 0.0, 0.0, 0.0, 0.0
        self.text = _IDENTITY

    def run(self) -> PageContent:
        """Go through the page once."""
        handlers = {name: getattr(self, f"_{method}") for name, method in _HANDLERS.items()}
        for instruction in pikepdf.parse_content_stream(self.source):  # to unpack it would raise and catch an error
            name = str(instruction.operator)
            if name in handlers:
                handlers[name](instruction.operands)
            elif name == "re":
                self._rectangle(instruction.operands)
            elif name in _COLOURS:
                self._colour(name, instruction.operands)
            if name in _PAINTING and not self.marks:
                self.page.loose += 1
        return self.page

    def _save(self, operands: Any) -> None:
        self.stack.append((self.matrix, self.gray))

    def _restore(self, operands: Any) -> None:
        if self.stack:
            self.matrix, self.gray = self.stack.pop()

    def _transform(self, operands: Any) -> None:
        self.matrix = _times(_matrix(operands), self.matrix)

    def _start_text(self, operands: Any) -> None:
        self.text = self.line = _IDENTITY

    def _set_font(self, operands: Any) -> None:
        self.font, self.size = str(operands[0]), float(operands[1])

    def _set_leading(self, operands: Any) -> None:
        self.leading = float(operands[0])

    def _set_gap(self, operands: Any) -> None:
        self.gap = float(operands[0])

    def _place(self, operands: Any) -> None:
        self.text = self.line = _matrix(operands)

    def _move(self, operands: Any) -> None:
        self.text = self.line = _times((1, 0, 0, 1, float(operands[0]), float(operands[1])), self.line)

    def _next_line(self, operands: Any) -> None:
        self._move((0, -self.leading))

    def _begin(self, operands: Any) -> None:
        tag, properties = str(operands[0]), operands[1] if len(operands) > 1 else None
        self.tags.append(tag)
        if properties is not None and "/MCID" in properties:
            mcid = int(properties.MCID)
            self.page.nested = self.page.nested or bool(self.marks)
            self.page.mcids.append(mcid)
            self.marks.append(mcid)
        else:
            self.marks.append("artifact" if tag == "/Artifact" else "span")

    def _end(self, operands: Any) -> None:
        if self.marks:
            self.marks.pop()
            self.tags.pop()

    def _show(self, operands: Any) -> None:
        parts = operands[0].as_list() if isinstance(operands[0], pikepdf.Array) else [operands[0]]
        font = self.fonts.get(self.font)
        strings: list[bytes] = []
        corrections = 0.0
        for part in parts:
            if isinstance(part, pikepdf.String):
                strings.append(bytes(part))
            else:
                corrections += float(part)
        codes, advance, text = font.string(b"".join(strings)) if font is not None else ((), 0.0, "")
        width = (advance - corrections) / 1000 * self.size + self.gap * len(codes)
        if not self.marks or self.marks == ["span"]:
            self.page.loose += 1
        place = _times(self.text, self.matrix)
        if codes and font is not None:
            size = self.size * abs(place[3])
            mcid = next((mark for mark in self.marks if isinstance(mark, int)), None)
            tag = self.tags[0] if self.tags else ""
            width_on_page = width * abs(place[0])
            shown = Shown(self.font, text, 0 in codes, place[4], place[5], width_on_page, size, self.gray, mcid, tag)
            self.page.shown.append(shown)
        self.text = _times((1, 0, 0, 1, width, 0), self.text)

    def _rectangle(self, operands: Any) -> None:
        """A first rectangle as large as the page is its background."""
        sizes = [float(value) for value in operands[2:]]
        box = [float(value) for value in self.page.obj.MediaBox]
        if not self.page.shown and sizes[0] >= box[2] - box[0] - 0.1 and sizes[1] >= box[3] - box[1] - 0.1:
            self.page.paper = self.gray

    def _colour(self, name: str, operands: Any) -> None:
        self.page.operators.add(name)
        values = [float(value) for value in operands if not isinstance(value, pikepdf.Name)]
        if name == "g":
            self.gray = luminance(values[0])
        elif name == "rg":
            self.gray = sum(w * luminance(v) for w, v in zip((0.2126, 0.7152, 0.0722), values, strict=False))
        elif name == "k":
            rest = [(1 - ink) * (1 - values[3]) for ink in values[:3]]
            self.gray = sum(w * luminance(v) for w, v in zip((0.2126, 0.7152, 0.0722), rest, strict=False))


_HANDLERS = {
    "q": "save", "Q": "restore", "cm": "transform", "BT": "start_text", "Tf": "set_font", "TL": "set_leading",
    "Tc": "set_gap", "Tm": "place", "Td": "move", "T*": "next_line", "BDC": "begin", "BMC": "begin", "EMC": "end",
    "TJ": "show", "Tj": "show",
}  # fmt: skip


def _matrix(operands: Any) -> Matrix:
    a, b, c, d, e, f = (float(value) for value in operands)
    return a, b, c, d, e, f


def _times(m: Matrix, n: Matrix) -> Matrix:
    return (
        m[0] * n[0] + m[1] * n[2], m[0] * n[1] + m[1] * n[3], m[2] * n[0] + m[3] * n[2], m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4], m[4] * n[1] + m[5] * n[3] + n[5],
    )  # fmt: skip


def luminance(value: float) -> float:
    """Relative luminance of one component (WCAG 2.2)."""
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
