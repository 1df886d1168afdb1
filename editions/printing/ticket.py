"""The job ticket: one page of plain text, the verdict on top, that tells the print shop what it has.

One for the press file and one for the booklet, in the same form; figures are written as French writes them.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from editions.model import Finding
from editions.printing import press
from editions.printing.book import Book
from editions.printing.imposition import Volume
from editions.printing.pictures import PictureItem
from editions.printing.settings import PrintSettings
from editions.printing.sheets import MM

GOOD, BAD = "BON À IMPRIMER", "NE PAS IMPRIMER"
_STAPLED = 5.0
"""Millimetres of a folded pile that two staples hold: forty sheets of usual paper, eighty pages."""
_FINE = 150
"""Dots per inch that a picture in gray needs to be sharp on uncoated paper."""


@dataclass(frozen=True, slots=True)
class Told:
    """What there is to tell of a print job, by name, and what speaks against printing it."""

    facts: Mapping[str, str]
    against: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    """What to know before, and may be accepted."""


def of_press(book: Book, settings: PrintSettings) -> Told:
    """Of the press file, whose covers are its first and last leaf."""
    sheet, standard = book.sheet, book.writer.standard
    pages = len(press.folios(book))
    blank = pages - len(book.pages)
    condition = standard.condition if standard.condition != "Custom" else "noir, engraissement de 15 % (incorporé)"
    facts = {
        "Titre": book.title,
        "Norme": standard.press,
        "Format rogné": f"{sheet.width / MM:.0f} × {sheet.height / MM:.0f} mm, à la française",
        "Fond perdu": f"{press.BLEED / MM:.0f} mm, traits de coupe",
        "Pages": f"{pages} (multiple de {press.FOLD})" + (f", dont {blank} blanches avant le dos" if blank else ""),
        "Feuilles": f"{pages // press.FOLD}, pliées en deux, {press.FOLD} pages chacune",
        "Couverture": "4 pages, les deux premières et les deux dernières ; papier mat, 200 à 250 g/m²",
        "Intérieur": f"{pages - 4} pages ; papier mat (reflets) et opaque, ivoire ou crème, 90 à 115 g/m²",
        "Reliure": _binding(pages, settings.paper_thickness),
        "Couleurs": "noir seul, recto verso (1/1)",
        "Profil ICC": condition,
        **_common(book),
    }
    return Told(facts, (), tuple(_coarse(book)))


def of_booklet(book: Book, volumes: Sequence[Volume], settings: PrintSettings) -> Told:
    """Of the booklet, printed in the office: how it is printed, folded and stapled."""
    sheet = book.sheet
    sheets = [-(-len(volume.folios) // press.FOLD) for volume in volumes]
    thickest = 2 * max(sheets) * settings.paper_thickness
    told = ", ".join(f"volume {volume.number} : {count}" for volume, count in zip(volumes, sheets, strict=True))
    facts = {
        "Titre": book.title,
        "Papier": f"{settings.booklet}, mat, 90 à 115 g/m²",
        "Pages": f"de {sheet.width / MM:.0f} × {sheet.height / MM:.0f} mm une fois pliées, {len(book.pages)} en tout",
        "Feuilles": told if len(volumes) > 1 else str(sheets[0]),
        "Impression": "recto verso, retournement sur le petit côté, à 100 %",
        "Reliure": f"plier en deux, deux agrafes dans le pli ({_figure(thickest)} mm d'épaisseur au plus)",
        "Couleurs": "noir seul",
        **_common(book),
    }
    limit = f"{_figure(thickest)} mm, {_figure(_STAPLED)} au plus"
    message = f"trop épais pour deux agrafes ({limit}) : baissez volume-pages"
    return Told(facts, (message,) if thickest > _STAPLED else (), tuple(_coarse(book)))


def text(told: Told, verdicts: Mapping[str, Sequence[Finding]], files: Sequence[Path]) -> str:
    """The ticket; ``verdicts``: what each check found, by its description; ``files``: those that are printed."""
    failed = [f"{finding.place} : {finding.message}" for found in verdicts.values() for finding in found]
    against = [*told.against, *failed]
    facts = {**told.facts, **{name: value for path in files for name, value in _file(path)}}
    width = max(map(len, facts))
    return "\n".join(
        [
            BAD if against else GOOD,
            *(f"- {reason}" for reason in against),
            "",
            "FICHE DE FABRICATION",
            "",
            *(f"{name:<{width}} : {value}" for name, value in facts.items()),
            *_listed("Contrôles réussis :", [name for name, found in verdicts.items() if not found]),
            *_listed("À savoir :", told.remarks),
            "",
        ]
    )


def _listed(heading: str, lines: Sequence[str]) -> list[str]:
    return ["", heading, *(f"- {line}" for line in lines)] if lines else []


def _common(book: Book) -> dict[str, str]:
    sheet, styles, dots = book.sheet, book.setter.styles, _dots(book)
    finest = f"{len(dots)}, la moins fine à {min(dots):.0f} points par pouce" if dots else "aucune"
    return {
        "Marges": f"{sheet.inner / MM:.0f} mm du côté de la reliure, {sheet.outer / MM:.0f} mm de l'autre",
        "Images": finest,
        "Polices": ", ".join(sorted(book.writer.font_names())) + " (incorporées)",
        "Corps": f"{_figure(styles.size)} points, interligne {_figure(styles.line)} points",
        "Ne pas": "réduire : ce corps est ce qui rend la page lisible",
    }


def _binding(pages: int, paper: float) -> str:
    """How the press file is bound: by its thickness, of all its leaves."""
    thickness = pages / 2 * paper
    if thickness <= _STAPLED:
        return f"deux piqûres à cheval ({_figure(thickness)} mm d'épaisseur) : s'ouvre à plat"
    return f"trop épais pour des piqûres : spirale ou dos carré collé souple, dos de {_figure(thickness)} mm"


def _coarse(book: Book) -> Iterator[str]:
    coarse = [dots for dots in _dots(book) if dots < _FINE]
    if coarse:
        yield f"images sous {_FINE} points par pouce : {len(coarse)} (floues, mais sans danger pour le texte)"


def _dots(book: Book) -> list[float]:
    """Of each picture, in dots per inch as it is printed."""
    pictures = (placed.item for page in book.pages for placed in page)
    return [item.dots for item in pictures if isinstance(item, PictureItem)]


def _file(path: Path) -> Iterator[tuple[str, str]]:
    data = path.read_bytes()
    yield path.name, f"{_figure(len(data) / 1000)} ko"
    yield f"SHA-256 de {path.name}", hashlib.sha256(data).hexdigest()


def _figure(value: float) -> str:
    """With a comma, and a decimal only when there is one."""
    return f"{value:.1f}".removesuffix(".0").replace(".", ",")
