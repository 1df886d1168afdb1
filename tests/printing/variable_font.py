"""A variable font made for the tests: three letters that are bars, the heavier the wider."""

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables.TupleVariation import TupleVariation

LETTERS = " " + "".join(map(chr, range(0x21, 0x7F))) + "\u00a0éèàç’«»…–"
THIN, HEAVY = 20, 300
"""Width of a bar at the two ends of the axis."""


def write(path: Path, least: int = 200, most: int = 800, axis: str = "wght") -> Path:
    """A font whose default is its lightest weight."""
    names = [".notdef", *(f"u{ord(letter):04X}" for letter in LETTERS)]
    font = FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder(names)
    font.setupCharacterMap({ord(letter): f"u{ord(letter):04X}" for letter in LETTERS})
    font.setupGlyf({name: _bar() for name in names})
    font.setupHorizontalMetrics(dict.fromkeys(names, (500, 0)))
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({"familyName": "Barres", "styleName": "Thin", "psName": "Barres-Thin"})
    font.setupOS2(sTypoAscender=800, usWinAscent=800, usWinDescent=200, sxHeight=500, sCapHeight=700, fsType=0)
    font.setupPost()
    font.setupFvar([(axis, least, least, most, "Axe")], [])
    wider = [(0, 0), (0, 0), (HEAVY - THIN, 0), (HEAVY - THIN, 0), (0, 0), (100, 0), (0, 0), (0, 0)]
    font.setupGvar({name: [TupleVariation({axis: (0, 1, 1)}, wider)] for name in names})
    font.save(path)
    return path


def _bar() -> object:
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    for point in ((0, 700), (THIN, 700), (THIN, 0)):
        pen.lineTo(point)
    pen.closePath()
    return pen.glyph()
