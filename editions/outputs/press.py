"""For the print shop: ``print/press.pdf`` (PDF/X-4 or X-1a, black only) and its job ticket."""

from pathlib import Path

from editions import places
from editions.model import Finding
from editions.settings import Settings
from editions.speech import Publication

NEEDS_AUDIO = False


def render(publication: Publication, folder: Path, settings: Settings) -> list[Path]:
    """Write the press file and the ticket."""
    from editions.checks import pdf as checks  # here: heavy, and the voices need not wait for it
    from editions.printing import book, press, ticket

    made = book.make(publication.edition, settings.print, press.standard(settings.print), bound=True)
    path = places.inside(folder, places.PRESS)
    press.write(made, path)
    sheet = places.inside(folder, places.JOB_TICKET)
    sheet.write_text(ticket.text(made, checks.verdicts(path, places.PRESS.name)), encoding="utf-8", newline="\n")
    return [path, sheet]


def findings(publication: Publication, settings: Settings) -> list[Finding]:
    """Pictures that are missing, characters that no font draws."""
    from editions.printing import preflight

    return preflight.findings(publication.edition, settings.print)
