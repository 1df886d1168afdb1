"""The fonts of a PDF read back: how wide their signs are, and which characters they stand for."""

import struct
from itertools import repeat
from typing import Any

import pikepdf

MUTE = "\uffff"
"""Stands for a character that a file does not tell; « \ufffd » may be the article's own."""


class Font:
    """A composite font: widths, way back to Unicode."""

    def __init__(self, obj: Any) -> None:
        self.obj = obj
        self.name = str(obj.get("/BaseFont", "/?"))[1:]
        below = obj.DescendantFonts[0] if "/DescendantFonts" in obj else obj
        self.descriptor = below.get("/FontDescriptor")
        self.simple = below is obj
        self.default = float(below.get("/DW", 1000))
        self.widths = _widths(below.get("/W", []))
        self.unicode = _to_unicode(obj)

    def string(self, data: bytes) -> tuple[tuple[int, ...], float, str]:
        """Of a shown string: character codes, width in thousandths of the size, text."""
        codes = tuple(data) if self.simple else _pairs(data)
        width = sum(map(self.widths.get, codes, repeat(self.default)))
        return codes, width, "".join(map(self.unicode.get, codes, repeat(MUTE)))


def _pairs(data: bytes) -> tuple[int, ...]:
    """Codes of two bytes; a last byte alone counts as one."""
    return struct.unpack(f">{len(data) // 2}H", data[: len(data) // 2 * 2]) + tuple(data[len(data) // 2 * 2 :])


def _widths(array: Any) -> dict[int, float]:
    widths: dict[int, float] = {}
    items = list(array)
    while items:
        first = int(items.pop(0))
        following = items.pop(0)
        if isinstance(following, pikepdf.Array):
            widths |= {first + i: float(width) for i, width in enumerate(following)}
        else:
            last, width = int(following), float(items.pop(0))
            widths |= dict.fromkeys(range(first, last + 1), width)
    return widths


def _to_unicode(font: Any) -> dict[int, str]:
    stream = font.get("/ToUnicode")
    pairs: dict[int, str] = {}
    if stream is None:
        return pairs
    for line in stream.read_bytes().decode("latin-1").splitlines():
        parts = line.replace("<", " ").replace(">", " ").split()
        if line.startswith("<") and len(parts) == 2:
            pairs[int(parts[0], 16)] = bytes.fromhex(parts[1]).decode("utf-16-be", "replace")
    return pairs
