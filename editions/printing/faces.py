"""Font files: which characters they hold, how wide, how kerned, and the subset that goes into a PDF."""

from functools import cached_property, lru_cache
from pathlib import Path

import uharfbuzz as hb

from editions.errors import UsageError, reason

_FEATURES = {"kern": True, "liga": False, "clig": False}
"""Ligatures are left out: separate letters are easier to make out in large print."""
_NEEDED = frozenset({"cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"})
"""What a PDF viewer reads from an embedded TrueType font (ISO 32000-1, 9.9); the rest is dropped."""


REGULAR, BOLD = 400, 700
"""Weights (OpenType, OS/2 usWeightClass)."""

Glyph = tuple[int, int, float]
"""Number of the glyph, index of its character in the text, advance."""
_REMEMBERED = 1 << 14
"""Texts: French has about two thousand pairs of letters and signs."""


class Face:
    """One TrueType file. Measures are in thousandths of the size."""

    def __init__(self, path: Path, weight: int = REGULAR) -> None:
        """Read ``path``; UsageError when it is no TrueType font. Of a variable font the instance of that weight."""
        try:
            data = path.read_bytes()
        except OSError as error:
            raise UsageError(f"police illisible ({reason(error)})", "Vérifiez le chemin.", str(path)) from error
        face = hb.Face(hb.Blob(data))
        if "glyf" not in face.table_tags:
            raise UsageError("police sans contours TrueType", "Donnez un fichier .ttf (pas .otf, .ttc).", str(path))
        self.path = path
        self.weights = _weights(face)
        """The lightest and the heaviest instance of a variable font; the same weight twice of any other."""
        self._style = "" if not face.has_var_data else "Bold" if weight >= BOLD else "Regular"
        self._face = face = _instance(face, weight, path) if face.has_var_data else face
        self._font = hb.Font(face)
        self._scale = 1000 / face.upem
        self.characters = frozenset(face.unicodes)
        """Code points the font can draw."""
        self.shape = lru_cache(_REMEMBERED)(self._shape)
        """The glyphs of a text in drawing order, kerned; the pairs of letters come again in each file."""

    @cached_property
    def name(self) -> str:
        """PostScript name: ``AtkinsonHyperlegibleNext-Regular``."""
        name = self._face.get_name(6) or self.path.stem
        if self._style:  # an instance has no name of its own
            name = f"{name.partition('-')[0]}-{self._style}"
        return "".join(c for c in name if c.isascii() and (c.isalnum() or c in "-+_")) or "Font"

    @cached_property
    def x_height(self) -> float:
        """Height of the small x: what the eye takes for the size."""
        return self._height("x", hb.OTMetricsTag.X_HEIGHT)

    @cached_property
    def cap_height(self) -> float:
        """Height of a capital H."""
        return self._height("H", hb.OTMetricsTag.CAP_HEIGHT)

    @cached_property
    def extents(self) -> tuple[float, float]:
        """Ascender and (negative) descender."""
        extents = self._font.get_font_extents("ltr")
        return extents.ascender * self._scale, extents.descender * self._scale

    @cached_property
    def may_embed(self) -> bool:
        """Whether the maker allows it to be embedded in a document (OS/2 fsType: not « restricted licence »)."""
        table = self._face.reference_table("OS/2").data if "OS/2" in self._face.table_tags else b""
        return len(table) < 10 or (table[9] & 0x0E) != 0x02

    def glyph(self, character: str) -> int:
        """Glyph number of a character; 0 when there is none."""
        return self._font.get_nominal_glyph(ord(character)) or 0

    def advance(self, glyph: int) -> float:
        """Width of a glyph."""
        return float(self._font.get_glyph_h_advance(glyph) * self._scale)

    def _shape(self, text: str) -> tuple[Glyph, ...]:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(self._font, buffer, _FEATURES)
        k = self._scale
        return tuple(
            (info.codepoint, info.cluster, place.x_advance * k)
            for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        )

    def subset(self, glyphs: set[int]) -> tuple[bytes, dict[int, int]]:
        """A font file with these glyphs only, and their new numbers by old number."""
        wanted = hb.SubsetInput()
        wanted.glyph_set.update(sorted({0, *glyphs}))
        dropped = [tag for tag in self._face.table_tags if tag not in _NEEDED]
        wanted.drop_table_tag_set.update(int.from_bytes(tag.encode("latin-1"), "big") for tag in dropped)
        plan = hb.SubsetPlan(self._face, wanted)
        data = plan.execute().blob.data
        return bytes(data), {glyph: plan.old_to_new_glyph_mapping[glyph] for glyph in {0, *glyphs}}

    def _height(self, letter: str, tag: int) -> float:
        value = self._font.get_metric_position(tag)
        if not value:
            extents = self._font.get_glyph_extents(self.glyph(letter))
            value = extents.y_bearing if extents else self._face.upem / 2
        return float(value * self._scale)


def _weights(face: hb.Face) -> tuple[float, float]:
    found = next((axis for axis in face.axis_infos if axis.tag == "wght"), None) if face.has_var_data else None
    return (found.min_value, found.max_value) if found else (REGULAR, REGULAR)


def _instance(face: hb.Face, weight: int, path: Path) -> hb.Face:
    """A variable font (OpenType, fvar) pinned at a weight, all else as its maker's default."""
    wanted = hb.SubsetInput()
    wanted.keep_everything()
    wanted.pin_all_axes_to_default(face)
    least, most = _weights(face)
    if least < most:
        wanted.pin_axis_location(face, "wght", min(max(weight, least), most))
    try:
        made = hb.SubsetPlan(face, wanted).execute()
    except RuntimeError:
        made = None
    if made is None or "glyf" not in made.table_tags or made.has_var_data:
        hint = "Donnez ses fichiers fixes, Regular et Bold : le site de la police les offre d'ordinaire à côté."
        raise UsageError("police variable dont on ne peut tirer ni maigre ni gras", hint, str(path))
    return made
