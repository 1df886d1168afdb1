"""``epub/``: what EPUBCheck does not look at, and EPUBCheck itself where it is installed."""

from pathlib import Path
from zipfile import BadZipFile

from lxml import etree

from editions.checks import Validation
from editions.checks.epub import epubcheck, overlays
from editions.model import Finding

PLACES = ("epub/*.epub",)


def findings(folder: Path) -> list[Finding]:
    """What is wrong with how text and sound go together."""
    import miniaudio

    found: list[Finding] = []
    for path in _books(folder):
        place = path.relative_to(folder).as_posix()
        try:
            found += overlays.findings(path, place)
        except (BadZipFile, KeyError, StopIteration, ValueError, etree.XMLSyntaxError, miniaudio.DecodeError):
            found.append(Finding("epub-unreadable", place, "livre illisible ou incomplet", "Refaites l'édition."))
    return found


def validate(folder: Path) -> Validation | None:
    """EPUBCheck's verdict; None where it is not installed."""
    return epubcheck.validate(folder, _books(folder))


def _books(folder: Path) -> list[Path]:
    return sorted(path for pattern in PLACES for path in folder.glob(pattern))
