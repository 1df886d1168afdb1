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
from editions.model import Article, Picture
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
_TYPES = {"image/jpeg": ".jpg", "image/png": ".png", "image/gif": ".gif", "image/webp": ".webp"}
"""Pictures that every reading system shows (EPUB 3.3, 3.2)."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A picture of the book."""

    href: str
    media_type: str
    path: Path


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
    """Of each picture that can be shown, its copy; one that several articles have is there once."""
    made: dict[Path, Copy] = {}
    for article in publication.edition.articles:
        for picture in pictures(article):
            if picture.path not in made:
                name = f"images/{len(made) + 1:02d}{_TYPES[picture.media_type]}"
                made[picture.path] = Copy(name, picture.media_type, picture.path)
    return made


def pictures(article: Article) -> list[Picture]:
    """Those of an article that can be shown."""
    from editions import hypertext

    return [picture for picture in hypertext.pictures(article) if picture.media_type in _TYPES]


Parts = dict[PurePosixPath, archive.Content]
"""What is in the book."""
