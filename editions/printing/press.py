"""Sheets for the print shop: a larger page with trim and bleed boxes and crop marks around the book's pages."""

from pathlib import Path

from editions.errors import UsageError, reason
from editions.printing import icc
from editions.printing.book import Book
from editions.printing.metadata import Standard
from editions.printing.objects import numbers
from editions.printing.settings import PrintSettings
from editions.printing.sheets import MM
from editions.printing.writer import Writer

BLEED = 3 * MM
SLUG = 12 * MM
"""Paper around the trimmed page, for the crop marks."""
FOLD = 4
"""A folded sheet has four pages: their number is a multiple of it."""


def standard(settings: PrintSettings) -> Standard:
    """What the press file promises; UsageError when the profile that was asked for cannot serve."""
    if settings.icc:
        profile, condition = _profile(Path(settings.icc)), settings.condition or Path(settings.icc).stem
    else:
        profile, condition = icc.gray_press(), settings.condition or "Custom"
    if settings.standard == "PDF/X-4":
        return Standard((1, 6), links=False, press="PDF/X-4", profile=profile, condition=condition)
    if not settings.icc:  # X-1a names a registered condition instead of carrying a profile
        profile, condition = b"", settings.condition or "FOGRA39"
    return Standard((1, 4), links=False, archive=False, press=settings.standard, profile=profile, condition=condition)


def _profile(path: Path) -> bytes:
    """The printer's profile: an output profile of gray or CMYK (ISO 15930-7, 6.2.2)."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"profil ICC illisible ({reason(error)})", "Vérifiez le chemin.", str(path)) from error
    if data[36:40] != b"acsp" or data[12:16] != b"prtr" or data[16:20] not in (b"GRAY", b"CMYK"):
        hint = "Demandez à l'imprimeur un profil de sortie (classe prtr), en gris ou en CMJN."
        raise UsageError("ce profil ICC n'est pas un profil d'imprimeur", hint, str(path))
    return data


def folios(book: Book) -> list[int]:
    """The pages in the order of the sheets, 0 for a blank one: those stand before the back cover, which is outside."""
    blanks = -len(book.pages) % FOLD
    return [*range(1, len(book.pages)), *[0] * blanks, len(book.pages)]


def write(book: Book, path: Path) -> None:
    """Draw the pages inside their crop marks and write the file."""
    writer, sheet = book.writer, book.sheet
    width, height = sheet.width + 2 * SLUG, sheet.height + 2 * SLUG
    for position, folio in enumerate(folios(book), 1):
        writer.start_page()
        crop_marks(writer, sheet.width, sheet.height)
        if folio:
            book.draw_page(folio, position, origin=(SLUG, SLUG))
        trim = numbers(SLUG, SLUG, SLUG + sheet.width, SLUG + sheet.height)
        edge = SLUG - BLEED
        bleed = numbers(edge, edge, width - edge, height - edge)
        writer.finish_page(width, height, f"/TrimBox [{trim}] /BleedBox [{bleed}]")
    writer.save(path, book.bookmarks)


def crop_marks(writer: Writer, width: float, height: float) -> None:
    """Hair lines at the corners of the trimmed page, outside the bleed."""
    far, near = 2 * MM, SLUG - BLEED
    lines = []
    for x in (SLUG, SLUG + width):
        for start, end in ((far, near), (height + 2 * SLUG - near, height + 2 * SLUG - far)):
            lines.append(f"{numbers(x, start)} m {numbers(x, end)} l")
    for y in (SLUG, SLUG + height):
        for start, end in ((far, near), (width + 2 * SLUG - near, width + 2 * SLUG - far)):
            lines.append(f"{numbers(start, y)} m {numbers(end, y)} l")
    writer.begin_artifact("/Type /Page")
    writer.code.append(f"0.25 w {' '.join(lines)} S")
    writer.end()
