"""Episodes: those of this edition, and those of earlier ones as their ``edition.json`` tells them.

An episode names its files from its edition's folder; only the feed knows addresses.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path, PurePosixPath
from typing import Any

from editions import identity, places
from editions.french.calendar import long_date
from editions.model import Article, Edition
from editions.publication import Earlier, Publication

_NOT_SHOWN = ("outlet", "section", "title", "byline", "figure", "caption", "table", "note")
_FIRST_DAY = datetime(2000, 1, 1, tzinfo=UTC)
"""Of an edition without a date."""


@dataclass(frozen=True, slots=True)
class Episode:
    """One episode; files are named from the edition's folder, empty when there is none."""

    guid: str
    title: str
    paragraphs: tuple[str, ...]
    """What it is about."""
    author: str
    audio: str
    bytes: int
    seconds: int
    published: str
    """``2025-03-14T00:09:00+00:00``."""
    transcripts: tuple[str, ...]
    chapters: str

    @property
    def moment(self) -> datetime:
        """When it was published."""
        return datetime.fromisoformat(self.published)

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self)

    @staticmethod
    def of(values: Mapping[str, Any]) -> "Episode":
        """What ``as_dict`` gave, also out of JSON; TypeError or ValueError for anything else."""
        given: dict[str, Any] = {key: tuple(v) if isinstance(v, list) else v for key, v in values.items()}
        made = Episode(**given)
        if made.moment.tzinfo is None or not all(type(n) is int for n in (made.bytes, made.seconds)):
            raise ValueError(values)
        return made


def of_articles(publication: Publication, folder: Path, chapters: set[str]) -> list[Episode]:
    """The opening and the articles that have sound, in order; ``chapters``: the files of chapters that there are."""
    edition, names = publication.edition, places.numbering(publication.edition)
    heard = [(article, recording) for article, recording in publication.heard if article.slug != places.ENDING]
    made = []
    for number, (article, recording) in enumerate(heard):
        audio = str(names.audio(article.slug))
        made.append(
            Episode(
                guid=identity.part(edition.identifier, _key(article, edition)),
                title=_title(article, edition),
                paragraphs=_summary(article),
                author=" ".join(article.byline.split()),
                audio=audio,
                bytes=(folder / audio).stat().st_size,
                seconds=round(recording.duration / recording.rate),
                published=_moment(edition, len(heard) - 1 - number),
                transcripts=_transcripts(publication, names.captions(article.slug)),
                chapters=name if (name := str(names.chapters(article.slug))) in chapters else "",
            )
        )
    return made


def of_edition(publication: Publication, folder: Path) -> list[Episode]:
    """The whole edition as one episode, with the titles of its articles."""
    edition, heard = publication.edition, publication.heard
    audio = str(places.EDITION_MP3)
    episode = Episode(
        guid=identity.part(edition.identifier, "edition"),
        title=_dated(edition.title, edition),
        paragraphs=tuple(
            _plain(article.title) for article in edition.articles if article.slug in publication.recordings
        ),
        author="",
        audio=audio,
        bytes=(folder / audio).stat().st_size,
        seconds=round(sum(recording.duration / recording.rate for _, recording in heard)),
        published=_moment(edition, 0),
        transcripts=_transcripts(publication, places.EDITION_CAPTIONS),
        chapters=str(places.PODCAST_CHAPTERS) if len(heard) > 1 else "",
    )
    return [episode]


def earlier(publication: Publication, feed: str, keep: int) -> tuple[list[tuple[str, list[Episode]]], list[str]]:
    """Name and episodes of the latest ``keep`` editions of this feed before this one; and those that cannot stay.

    They stay as long as their MP3 files are as they were told. An edition without a date has nothing before it.
    """
    edition = publication.edition
    now = (edition.date.isoformat(), edition.name) if edition.date else ("", "")
    before = [other for other in publication.earlier if other.told.get("feed") == feed and _day(other) < now]
    latest = sorted((other for other in before if _day(other)[0]), key=_day, reverse=True)[:keep]
    read = [(other.folder.name, _told(other)) for other in latest]
    return [(name, told) for name, told in read if told], [name for name, told in read if not told]


def _day(other: Earlier) -> tuple[str, str]:
    return str(other.told.get("date") or ""), other.folder.name


def _told(other: Earlier) -> list[Episode]:
    """Its episodes; none when one of them is no longer what it was."""
    try:
        made = [Episode.of(values) for values in other.told["episodes"]]
    except (KeyError, TypeError, ValueError):
        return []
    there = all((other.folder / one.audio).is_file() for one in made)
    return made if there and all((other.folder / one.audio).stat().st_size == one.bytes for one in made) else []


def _transcripts(publication: Publication, place: PurePosixPath) -> tuple[str, ...]:
    """WebVTT last: of several, some applications keep the last."""
    made = set(publication.files.get("captions", ()))
    return tuple(str(name) for name in (place.with_suffix(".srt"), place) if name in made)


def _key(article: Article, edition: Edition) -> str:
    """Its file's name: a corrected title does not make another episode of it."""
    if article.slug == places.OPENING or not article.source.is_relative_to(edition.folder):
        return article.slug
    return article.source.relative_to(edition.folder).as_posix()


def _title(article: Article, edition: Edition) -> str:
    """That of the opening is the same every day: its day is said with it."""
    return _dated(article.title, edition) if article.slug == places.OPENING else _plain(article.title)


def _dated(title: str, edition: Edition) -> str:
    """With the edition's day, unless the title has it."""
    day = long_date(edition.date) if edition.date else ""
    return f"{_plain(title)}, {day}" if day and day.casefold() not in title.casefold() else _plain(title)


def _summary(article: Article) -> tuple[str, ...]:
    """The lede, else the first paragraph; of the opening all that it says."""
    if article.slug == places.OPENING:
        return tuple(_plain(block.text) for block in article.blocks if block.text)
    shown = [block for block in article.blocks if block.text.strip() and block.kind not in _NOT_SHOWN]
    ledes = [block for block in shown if block.kind == "lede"]
    return tuple(_plain(block.text) for block in ledes or shown[:1])


def _plain(text: str) -> str:
    """On one line; blanks that do not break stay."""
    return " ".join(text.replace("\n", " ").replace("\t", " ").split(" ")).strip()


def _moment(edition: Edition, minutes: int) -> str:
    """A minute for each episode: players sort by the moment, the latest first, and articles keep their order."""
    day = datetime.combine(edition.date, time(tzinfo=UTC)) if edition.date else _FIRST_DAY
    return (day + timedelta(minutes=minutes)).isoformat()
