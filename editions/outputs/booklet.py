"""To print on an office printer, fold and staple: ``print/booklet.pdf``, or one file for each volume."""

from pathlib import Path

from editions import places
from editions.model import Finding
from editions.outputs import Needs
from editions.printing.settings import PrintSettings
from editions.publication import Publication
from editions.settings import Settings

NEEDS = Needs(settings=(PrintSettings,))
_PAGE = {"A3": "A4", "A4": "A5"}
"""Paper of the sheet → size of the page, once folded."""
_VIEWER = "/PrintScaling /None /Duplex /DuplexFlipShortEdge"


def render(publication: Publication, folder: Path, settings: Settings) -> list[Path]:
    """Write the volumes and their ticket.

    Pages side by side have no reading order, so no tags: who needs them has the large-print file.
    """
    from editions.checks import pdf as checks
    from editions.printing import book, imposition, ticket  # here: heavy, and the voices need not wait for it
    from editions.printing.metadata import Standard

    sheets = Standard(tagged=False, links=False, ua=False, archive=False, viewer=_VIEWER)
    paths: list[Path] = []
    chosen = settings.of(PrintSettings)
    paper = _PAGE[chosen.booklet]
    made = book.make(publication.edition, chosen, sheets, paper=paper, bound=True)
    volumes = imposition.volumes(len(made.pages), made.starts, chosen.volume_pages)
    for volume in volumes:
        path = places.inside(folder, places.booklet(volume.number, volume.count))
        imposition.write(made, volume, path, chosen.paper_thickness)
        made = made.in_another_file()
        paths.append(path)
    verdicts: dict[str, list[Finding]] = {}
    for path in paths:
        for label, found in checks.verdicts(path, path.name).items():
            verdicts.setdefault(label, []).extend(found)
    sheet = places.inside(folder, places.BOOKLET_TICKET)
    told = ticket.of_booklet(made, volumes, chosen)
    sheet.write_text(ticket.text(told, verdicts, paths), encoding="utf-8", newline="\n")
    return [*paths, sheet]


def refuse(settings: Settings) -> None:
    """UsageError for a size that the page does not bear."""
    from editions.printing import preflight

    preflight.refuse(settings.of(PrintSettings), _PAGE[settings.of(PrintSettings).booklet], bound=True)


def findings(publication: Publication, settings: Settings) -> list[Finding]:
    """Pictures that are missing, characters that no font draws."""
    from editions.printing import preflight

    return preflight.findings(publication.edition, settings.of(PrintSettings))
