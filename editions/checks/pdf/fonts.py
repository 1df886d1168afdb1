"""Fonts: all inside the file, each character drawn by a real glyph and readable back as text."""

from collections.abc import Iterator

from editions.checks.pdf.lettering import MUTE
from editions.checks.pdf.reading import PdfFile
from editions.model import Finding


def findings(file: PdfFile) -> Iterator[Finding]:
    """What is wrong with the fonts of a file."""
    for font in {font.name: font for font in file.fonts()}.values():
        if font.descriptor is None or not any(f"/FontFile{n}" in font.descriptor for n in ("", "2", "3")):
            yield file.finding("pdf-font-outside", f"la police {font.name} n'est pas dans le fichier")
        elif float(font.descriptor.get("/ItalicAngle", 0)) != 0:
            yield file.finding("pdf-font-italic", f"la police {font.name} est penchée")
        if not font.unicode:
            yield file.finding("pdf-font-mute", f"le texte de la police {font.name} ne peut pas être extrait")
    for page in file.pages:
        if any(shown.undrawn for shown in page.shown):
            yield file.finding("pdf-glyph-missing", "un caractère est dessiné comme une case vide", page.number)
        if any(MUTE in shown.text for shown in page.shown):
            yield file.finding("pdf-text-mute", "un caractère ne peut pas être extrait", page.number)
