"""For the print shop: ``print/press.pdf`` (PDF/X-4 or X-1a, black only) and its job ticket."""

import gc
from pathlib import Path
from typing import TYPE_CHECKING

from editions import places
from editions.model import Finding
from editions.outputs import Needs
from editions.printing.settings import PrintSettings
from editions.publication import Publication
from editions.settings import Settings

if TYPE_CHECKING:
    from editions.printing import ticket

NEEDS = Needs(settings=(PrintSettings,))


def render(publication: Publication, folder: Path, settings: Settings) -> list[Path]:
    """Write the press file and the ticket."""
    from editions.checks import pdf as checks  # here: heavy, and the voices need not wait for it
    from editions.printing import ticket

    path, sheet = places.inside(folder, places.PRESS), places.inside(folder, places.JOB_TICKET)
    told = _write(publication, settings, path)
    gc.collect()  # the book's objects hold one another
    verdicts = checks.verdicts(path, places.PRESS.name)
    sheet.write_text(ticket.text(told, verdicts, [path]), encoding="utf-8", newline="\n")
    return [path, sheet]


def _write(publication: Publication, settings: Settings, path: Path) -> "ticket.Told":
    """Write the press file; what the ticket tells of it. The book is let go before its file is read back."""
    from editions.printing import book, press, ticket

    chosen = settings.of(PrintSettings)
    made = book.make(publication.edition, chosen, press.standard(chosen), bound=True)
    press.write(made, path)
    return ticket.of_press(made, chosen)


def refuse(settings: Settings) -> None:
    """UsageError for a size that the page does not bear."""
    from editions.printing import preflight

    preflight.refuse(settings.of(PrintSettings), "A4", bound=True)


def findings(publication: Publication, settings: Settings) -> list[Finding]:
    """Pictures that are missing, characters that no font draws."""
    from editions.printing import preflight

    return preflight.findings(publication.edition, settings.of(PrintSettings))
