"""A face as a PDF font: our own codes for its characters, the subset, the way back to Unicode.

A code (CID) stands for one glyph *and* the text it means, so that a no-break space is drawn with the glyph of a space
and yet comes out of the PDF as a no-break space (ISO 32000-1, 9.7.4 and 9.10.3).
"""

import zlib

from editions.printing.faces import Face
from editions.printing.objects import Raw, Sink, stream


class Embedding:
    """The codes given so far in one PDF to the glyphs of one face."""

    def __init__(self, face: Face, resource: str) -> None:
        """``resource`` is the font's name in content streams: ``F1``."""
        self.face = face
        self.resource = resource
        self._codes: dict[tuple[int, str], tuple[str, float]] = {}

    @property
    def used(self) -> bool:
        """Whether any code was given."""
        return bool(self._codes)

    def code(self, glyph: int, text: str) -> tuple[str, float]:
        """The code, in hexadecimal, of a glyph that stands for ``text``, and its natural width."""
        known = self._codes.get((glyph, text))
        if known is None:
            known = self._codes[glyph, text] = f"{len(self._codes) + 1:04X}", self.face.advance(glyph)
        return known

    def write(self, sink: Sink) -> int:
        """Write the font's objects; the object number of its dictionary."""
        face = self.face
        data, renumbered = face.subset({glyph for glyph, _ in self._codes})
        name = f"{_tag(data)}+{face.name}"
        file = sink.add(stream(zlib.compress(data), f"/Length1 {len(data)} /Filter /FlateDecode"))
        up, down = face.extents
        descriptor = sink.add(
            Raw(
                f"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [-500 {down:.0f} 2000 {up:.0f}] "
                f"/ItalicAngle 0 /Ascent {up:.0f} /Descent {down:.0f} /CapHeight {face.cap_height:.0f} "
                f"/XHeight {face.x_height:.0f} /StemV 90 /FontFile2 {file} 0 R >>"
            )
        )
        glyphs = [0, *(renumbered[glyph] for glyph, _ in self._codes)]
        to_glyph = b"".join(number.to_bytes(2, "big") for number in glyphs)
        mapping = sink.add(stream(zlib.compress(to_glyph), "/Filter /FlateDecode"))
        widths = " ".join(f"{width:.3f}".rstrip("0").rstrip(".") for _, width in self._codes.values())
        descendant = sink.add(
            Raw(
                f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} "
                "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
                f"/FontDescriptor {descriptor} 0 R /DW 1000 /W [1 [{widths}]] /CIDToGIDMap {mapping} 0 R >>"
            )
        )
        unicode = sink.add(stream(zlib.compress(self._to_unicode()), "/Filter /FlateDecode"))
        return sink.add(
            Raw(
                f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H "
                f"/DescendantFonts [{descendant} 0 R] /ToUnicode {unicode} 0 R >>"
            )
        )

    def _to_unicode(self) -> bytes:
        pairs = [f"<{code}> <{text.encode('utf-16-be').hex().upper()}>" for (_, text), (code, _) in self._codes.items()]
        chunks = [pairs[i : i + 100] for i in range(0, len(pairs), 100)]
        body = "\n".join(f"{len(chunk)} beginbfchar\n" + "\n".join(chunk) + "\nendbfchar" for chunk in chunks)
        return (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
            "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
            f"{body}\nendcmap CMapName currentdict /CMap defineresource pop end end\n"
        ).encode()


def _tag(data: bytes) -> str:
    """Six capitals that name a subset (ISO 32000-1, 9.6.4), from its bytes: the same subset, the same name."""
    value = zlib.crc32(data)
    return "".join(chr(65 + (value // 26**i) % 26) for i in range(6))
