"""A talking book for the players of the blind: DAISY 2.02, ``daisy/`` and ``<edition>-daisy.zip``.

Full text and full audio: opening, articles, ending, each with a text, a SMIL and an MP3 of short plain names. The ZIP
has the files at its top, as a card or a CD must have them. Sound is at a constant rate, without tags, as the players of
libraries want it; an article without sound is left out. (DAISY 2.02 Specification, 28 February 2001.)
"""

import shutil
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

from editions import archive, places
from editions.audio.settings import AudioSettings
from editions.outputs import Needs
from editions.publication import Publication
from editions.settings import Settings

NEEDS = Needs(sound=True, settings=(AudioSettings,))
Parts = dict[PurePosixPath, archive.Content]
"""The files of the book, the first one first."""


def render(publication: Publication, folder: Path, settings: Settings) -> list[Path]:
    """The folder and its ZIP; nothing where nothing is heard."""
    from editions.outputs.daisy import book

    parts = book.parts(publication)
    if not parts:
        return []
    made = [_written(places.inside(folder, places.DAISY / place), content) for place, content in parts.items()]
    card = places.inside(folder, places.daisy_zip(publication.edition))
    with ZipFile(card, "w") as packed:
        for place, content in parts.items():
            archive.put(packed, publication.edition.modified, place, content)
    return [*made, card]


def _written(path: Path, content: archive.Content) -> Path:
    if isinstance(content, Path):
        shutil.copyfile(content, path)
    else:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path
