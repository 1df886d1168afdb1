"""Large print: ``print/large-print.pdf``, PDF/UA-1 and PDF/A-2a in one file."""

from pathlib import Path

from editions import places
from editions.model import Finding
from editions.outputs import Needs
from editions.printing.settings import PrintSettings
from editions.publication import Publication
from editions.settings import Settings

NEEDS = Needs(settings=(PrintSettings,))


def render(publication: Publication, folder: Path, settings: Settings) -> list[Path]:
    """Write the large-print PDF."""
    from editions.printing import book, colours, icc  # here: heavy, and the voices need not wait for it
    from editions.printing.metadata import Standard

    path = places.inside(folder, places.LARGE_PRINT)
    chosen = settings.of(PrintSettings)
    made = book.make(publication.edition, chosen, Standard(profile=icc.srgb()))
    book.write(made, path, colours.SCREEN.get(chosen.screen_colours))
    return [path]


def refuse(settings: Settings) -> None:
    """UsageError for a size that the page does not bear."""
    from editions.printing import preflight

    preflight.refuse(settings.of(PrintSettings), "A4")


def findings(publication: Publication, settings: Settings) -> list[Finding]:
    """Pictures that are missing, characters that no font draws."""
    from editions.printing import preflight

    return preflight.findings(publication.edition, settings.of(PrintSettings))
