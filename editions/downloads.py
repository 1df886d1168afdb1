"""The files of an edition as a listener, a reader or a printer looks for them: what each is, how large, how long.

for file in files(publication):
    file.label, file.path, file.told      # "Livre parlant (EPUB 3)", epub/lundi.epub, "12,7 Mo, 26 minutes"
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

from editions.publication import Publication
from editions.speech import rounded

Use = Literal["hear", "read", "print"]
_MEGABYTE, _KILOBYTE = 1_000_000, 1_000
_KINDS: tuple[tuple[str, str, Use, str, str], ...] = (
    ("mp3", "audio/edition.mp3", "hear", "Toute l’édition (MP3)", "Un chapitre par article, dans tous les lecteurs."),
    (
        "m4b",
        "audio/edition.m4b",
        "hear",
        "Livre audio (M4B)",
        "Pour VLC et Livres d’Apple, qui y montrent les articles.",
    ),
    ("epub", "*.epub", "hear", "Livre parlant (EPUB 3)", "Le texte, éclairé phrase par phrase pendant qu’il est dit."),
    ("daisy", "*.zip", "hear", "Livre DAISY 2.02 (ZIP)", "Pour les lecteurs DAISY : à décompresser sur la carte."),
    ("podcast", "podcast/feed.xml", "hear", "Podcast (RSS)", "L’adresse à donner aux applications de podcasts."),
    ("pdf", "print/large-print.pdf", "read", "Gros caractères (PDF)", "À lire sur l’écran ou à imprimer à 100 %."),
    ("press", "print/press.pdf", "print", "Pour l’imprimeur (PDF/X)", "À envoyer avec la fiche."),
    (
        "press",
        "print/job-ticket.txt",
        "print",
        "Fiche pour l’imprimeur",
        "Le verdict, le papier, la reliure.",
    ),
    ("booklet", "print/booklet*.pdf", "print", "Brochure (PDF)", "Pages dans l’ordre du pliage, recto verso."),
    ("booklet", "print/booklet-ticket.txt", "print", "Fiche de la brochure", "Feuilles, pliage, agrafes."),
)
"""Output, name of the file, what it is for, its name, what to know of it. The order is that of the page."""
_WHOLE = ("mp3", "m4b", "epub", "daisy")
"""Outputs whose file holds all that is heard."""


@dataclass(frozen=True, slots=True)
class File:
    """One of them."""

    use: Use
    label: str
    about: str
    path: PurePosixPath
    """In the edition's folder."""
    told: str
    """Size, and duration of what is heard."""


def files(publication: Publication) -> Iterator[File]:
    """Those that there are, in the order of the table."""
    heard = sum(publication.seconds.values())
    for output, pattern, use, label, about in _KINDS:
        for path in publication.files.get(output, ()):
            if path.match(pattern):
                seconds = heard if output in _WHOLE else 0.0
                yield File(use, label, about, path, told(publication.sizes.get(path), seconds))


def told(size: int | None, seconds: float = 0.0) -> str:
    """« 12,7 Mo, 26 minutes »; what is not known is left out."""
    parts = [megabytes(size)] if size is not None else []
    return ", ".join([*parts, *([duration(seconds)] if seconds else [])])


def megabytes(size: int) -> str:
    """« 12,7 Mo », « 340 ko »."""
    if size < _MEGABYTE:
        return f"{max(1, round(size / _KILOBYTE))}\u00a0ko"
    return f"{size / _MEGABYTE:.1f}\u00a0Mo".replace(".", ",")


def duration(seconds: float) -> str:
    """« 26 minutes », « 45 secondes », « 1 h 05 »."""
    hours, minutes, rest = rounded(seconds)
    if hours:
        return f"{hours}\u00a0h\u00a0{minutes:02d}"
    number, unit = (minutes, "minute") if minutes else (rest, "seconde")
    return f"{number}\u00a0{unit}{'s' if number > 1 else ''}"
