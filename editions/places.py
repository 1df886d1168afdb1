"""Where each result goes inside ``output/<edition>/``; no other module spells a file name of the output."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from editions.model import Edition

EDITION_CAPTIONS = PurePosixPath("captions/edition.vtt")
EDITION_JSON = PurePosixPath("edition.json")
EDITION_M4B = PurePosixPath("audio/edition.m4b")
EDITION_MP3 = PurePosixPath("audio/edition.mp3")
LARGE_PRINT = PurePosixPath("print/large-print.pdf")
PRESS = PurePosixPath("print/press.pdf")
BOOKLET = PurePosixPath("print/booklet.pdf")
DAISY = PurePosixPath("daisy")
"""The folder of a talking book, whose files are named as its players want them."""
JOB_TICKET = PurePosixPath("print/job-ticket.txt")
BOOKLET_TICKET = PurePosixPath("print/booklet-ticket.txt")
PODCAST_FEED = PurePosixPath("podcast/feed.xml")
PODCAST_COVER = PurePosixPath("podcast/cover.png")
PODCAST_OWN_COVER = PurePosixPath("podcast/cover.jpg")
PODCAST_CHAPTERS = PurePosixPath("podcast/chapters/edition.json")
PLAYLIST = PurePosixPath("audio/edition.m3u8")
READINGS_JSON = PurePosixPath("report/readings.json")
READINGS_HTML = PurePosixPath("report/readings.html")
WEB_PAGE = PurePosixPath("web/index.html")
FRONT_PAGE = PurePosixPath("index.html")
OPENING, ENDING = "_opening", "_ending"
"""Slugs that no article can have."""


@dataclass(frozen=True, slots=True)
class Numbering:
    """File names of what is heard of an edition: ``00-sommaire``, ``01-crue-de-l-orne``…, ``11-fin``."""

    stems: dict[str, str]
    """By slug."""

    def audio(self, slug: str) -> PurePosixPath:
        """``audio/01-<slug>.mp3``."""
        return PurePosixPath("audio", f"{self.stems[slug]}.mp3")

    def captions(self, slug: str) -> PurePosixPath:
        """``captions/01-<slug>.vtt``."""
        return PurePosixPath("captions", f"{self.stems[slug]}.vtt")

    def chapters(self, slug: str) -> PurePosixPath:
        """``podcast/chapters/01-<slug>.json``."""
        return PODCAST_CHAPTERS.with_stem(self.stems[slug])


def booklet(volume: int, volumes: int) -> PurePosixPath:
    """``print/booklet.pdf``, or ``print/booklet-2.pdf`` when it has several volumes."""
    return BOOKLET if volumes == 1 else BOOKLET.with_stem(f"{BOOKLET.stem}-{volume}")


def epub(edition: Edition) -> PurePosixPath:
    """``epub/<edition>.epub``."""
    return PurePosixPath("epub", f"{edition.name}.epub")


def daisy_zip(edition: Edition) -> PurePosixPath:
    """``<edition>-daisy.zip``, beside the folder: nothing that is not of the book stands in that."""
    return PurePosixPath(f"{edition.name}-daisy.zip")


def numbering(edition: Edition) -> Numbering:
    """Numbers with as many zeros as the edition needs, at least two digits: players sort by name."""
    last = len(edition.articles) + 1
    width = max(2, len(str(last)))
    stems = {a.slug: f"{i:0{width}d}-{a.slug}" for i, a in enumerate(edition.articles, 1)}
    return Numbering({OPENING: f"{0:0{width}d}-sommaire", **stems, ENDING: f"{last:0{width}d}-fin"})


def inside(folder: Path, place: PurePosixPath) -> Path:
    """The path of a place in a folder, its parent made."""
    path = folder / place
    path.parent.mkdir(parents=True, exist_ok=True)
    return path
