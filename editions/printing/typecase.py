"""The fonts of one file: regular, bold, and the fallback that is opened only when a character asks for it."""

from collections.abc import Callable
from functools import cache
from importlib import resources
from pathlib import Path

from editions.errors import UsageError
from editions.printing.embedding import Embedding
from editions.printing.faces import BOLD, Face
from editions.printing.founts import Fount
from editions.printing.objects import numbers
from editions.printing.settings import PrintSettings

REFERENCE_X_HEIGHT = 496.0
"""Atkinson Hyperlegible Next's, in thousandths: a preset of 20 means the look of this font at 20 points."""

_BOLD_ENOUGH = 600
"""Weight from which an instance of a variable font is told from the regular."""


@cache
def house_face(name: str) -> Face:
    """A font of ``assets/fonts``; read once, it never changes."""
    with resources.as_file(resources.files("editions.assets") / "fonts" / f"{name}.ttf") as path:
        return Face(path)


class TypeCase:
    """Gives the founts."""

    def __init__(self, settings: PrintSettings, font: Callable[[Face], Embedding]) -> None:
        """``font`` adds a face to the file in the making."""
        self._settings = settings
        self._add = cache(font)
        regular, bold = chosen(settings)
        self._faces = {False: regular, True: bold}
        self.size = body_size(settings)
        self.regular = regular
        self.fount = cache(self._fount)

    def _fount(self, size: float, bold: bool = False) -> Fount:
        main = self._add(self._faces[bold])
        gaps = self._settings.letter_spacing, self._settings.word_spacing
        return Fount(main, lambda character: self._fallback(character, bold), size, *gaps, self._ink(size, bold))

    def _ink(self, size: float, bold: bool) -> str:
        """A font without its bold: the letters of the regular, with a thin outline."""
        if self._faces[True] is not self._faces[False]:
            return ""
        return f" 2 Tr {numbers(size / 40)} w" if bold else " 0 Tr"

    def _fallback(self, character: str, bold: bool) -> Embedding | None:
        for face in (house_face(f"AtkinsonHyperlegibleNext-{_weight(bold)}"), house_face(_FALLBACK[bold])):
            if ord(character) in face.characters:
                return self._add(face)
        return None


_FALLBACK = {False: "DejaVuSans", True: "DejaVuSans-Bold"}


def chosen(settings: PrintSettings) -> tuple[Face, Face]:
    """Regular and bold: the house's, or the reader's file and its bold: beside it, or in it; else the same file."""
    if not settings.font:
        return house_face("AtkinsonHyperlegibleNext-Regular"), house_face("AtkinsonHyperlegibleNext-Bold")
    path = Path(settings.font)
    bold = path.with_name(path.name.replace("Regular", "Bold"))
    regular = Face(path)
    if not regular.may_embed:
        raise UsageError("la police interdit d'être incorporée à un PDF", "Choisissez-en une autre.", str(path))
    if bold != path and bold.is_file():
        return regular, Face(bold, BOLD)
    return regular, Face(path, BOLD) if regular.weights[1] >= _BOLD_ENOUGH else regular


def body_size(settings: PrintSettings) -> float:
    """The size in points that looks, in this font, like the preset in the house's."""
    return settings.size * (REFERENCE_X_HEIGHT / chosen(settings)[0].x_height if settings.font else 1)


@cache
def drawable(settings: PrintSettings) -> frozenset[int]:
    """Code points that some font at hand draws."""
    fallback = house_face("AtkinsonHyperlegibleNext-Regular"), house_face(_FALLBACK[False])
    return frozenset().union(*(face.characters for face in (chosen(settings)[0], *fallback)))


def _weight(bold: bool) -> str:
    return "Bold" if bold else "Regular"
