"""A talking book: EPUB 3.3 whose sentences are lit while they are heard (Media Overlays), ``epub/<edition>.epub``.

The text is as printed, the voice as in the MP3s, the clips touch (``synchrony``). Each article has a document, an
overlay and an MP3 of its own; an article without sound is there as text. Its accessibility is told as it is, and no
norm is claimed (EPUB Accessibility 1.1, 2.2).
"""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import ClassVar

from editions import archive, places
from editions.audio.settings import AudioSettings
from editions.outputs import Needs
from editions.publication import Publication
from editions.settings import Settings


@dataclass(frozen=True, slots=True)
class EpubSettings:
    """``[epub]``."""

    SECTION: ClassVar = "epub"

    font: bool = False
    """Whether the book brings Atkinson Hyperlegible Next; readers may still choose another."""


NEEDS = Needs(sound=True, settings=(AudioSettings, EpubSettings))
FONTS = ("AtkinsonHyperlegibleNext-Regular.ttf", "AtkinsonHyperlegibleNext-Bold.ttf")


@dataclass(frozen=True, slots=True)
class Copy:
    """A picture of the book."""

    href: str
    media_type: str
    content: archive.Content


def render(publication: Publication, folder: Path, settings: Settings) -> list[Path]:
    """The book."""
    from editions.audio import cover
    from editions.outputs.epub import book, container

    if not publication.edition.articles:
        return []
    picture = cover.of(publication.edition, settings.of(AudioSettings).cover)
    path = places.inside(folder, places.epub(publication.edition))
    fonts = FONTS if settings.of(EpubSettings).font else ()
    parts = book.parts(publication, picture, copies(publication), fonts)
    container.write(path, publication.edition.modified, parts)
    return [path]


def copies(publication: Publication) -> dict[Path, Copy]:
    """Of each picture that can be shown, its copy (EPUB 3.3, 3.2); one that several articles have is there once."""
    from editions import hypertext
    from editions.manuscript import copies as images

    made: dict[Path, Copy] = {}
    for article in publication.edition.articles:
        for picture in hypertext.pictures(article):
            if picture.path not in made and (found := images.simple(picture, images.SUFFIXES)):
                content, kind = found
                made[picture.path] = Copy(f"images/{len(made) + 1:02d}{images.SUFFIXES[kind]}", kind, content)
    return made


Parts = dict[PurePosixPath, archive.Content]
"""What is in the book."""
