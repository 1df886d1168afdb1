"""A podcast: ``podcast/feed.xml``, its picture, and the chapters of its episodes (``podcast/chapters/*.json``).

The episodes are the MP3 files of ``audio/`` with the captions of ``captions/``, under the address that the newsroom
gives. The feed has the same address every day: earlier editions of the same feed stay in it, as their ``edition.json``
tells them.
"""

import json
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path, PurePosixPath
from typing import Any

from editions import places
from editions.audio import chapters
from editions.audio.settings import AudioSettings
from editions.audio.tags import Chapter
from editions.model import Finding
from editions.outputs import Needs
from editions.outputs.podcast import artwork, episodes, feed
from editions.outputs.podcast.settings import PodcastSettings
from editions.publication import Publication
from editions.settings import Settings

NEEDS = Needs(
    sound=True,
    files=("mp3", "captions"),
    brings=("mp3", "captions"),
    earlier=True,
    settings=(AudioSettings, PodcastSettings),
)


def render(publication: Publication, folder: Path, settings: Settings) -> list[Path]:
    """The feed, its picture, the chapters of each episode that has some."""
    if not publication.heard:
        return []
    podcast, edition = settings.of(PodcastSettings), publication.edition
    parts = _chapters(publication, podcast)
    made = [_write(folder, place, found) for place, found in parts]
    title, author = podcast.title or edition.title, podcast.author or edition.publisher
    picture = artwork.write(folder, title, author, edition.folder / podcast.cover if podcast.cover else None)
    today = (edition.name, _episodes(publication, folder, podcast, parts))
    before, _ = _earlier(publication, podcast)
    path = places.inside(folder, places.PODCAST_FEED)
    path.write_text(feed.written(edition, podcast, picture.name, [today, *before]), encoding="utf-8", newline="\n")
    return [path, picture, *made]


def told(publication: Publication, folder: Path, settings: Settings) -> dict[str, Any]:
    """What later editions of this feed need of this one."""
    podcast, day = settings.of(PodcastSettings), publication.edition.date
    made = _episodes(publication, folder, podcast, _chapters(publication, podcast))
    values = [episode.as_dict() for episode in made]
    return {"feed": podcast.feed_address, "date": day.isoformat() if day else "", "episodes": values}


def findings(publication: Publication, settings: Settings) -> list[Finding]:
    """What keeps the feed from being published, or from being what was wanted."""
    podcast, place = settings.of(PodcastSettings), str(places.PODCAST_FEED)
    if not publication.heard:
        return []
    found = []
    if not podcast.address and not (settings.has(PodcastSettings) or "podcast" in settings.asked):
        return []  # nobody thinks of publishing it
    if not podcast.address:
        message = "sans adresse, ce podcast ne peut pas être publié"
        hint = "Donnez celle du dossier output/ sur votre site : « address » sous [podcast], dans edition.toml."
        found.append(Finding("podcast-address", place, message, hint))
    elif publication.edition.date is None:
        message = "l'édition n'a pas de date : ses épisodes seraient du 1er janvier 2000"
        found.append(Finding("podcast-date", place, message, "Ajoutez « date » en haut d'edition.toml."))
    if podcast.cover and (fault := artwork.fault(publication.edition.folder / podcast.cover)):
        message = f"l'image du podcast ne convient pas ({fault}), le titre est dessiné à sa place"
        hint = f"Il faut un carré de {artwork.LEAST} à {artwork.MOST} pixels, en PNG ou en JPEG."
        found.append(Finding("podcast-picture", podcast.cover, message, hint))
    for name in _earlier(publication, podcast)[1]:
        message = f"l'édition « {name} » n'est plus dans le flux : ses MP3 manquent ou ont changé"
        found.append(Finding("podcast-earlier", place, message, "Refaites-la, puis celle-ci."))
    return found


def _earlier(publication: Publication, podcast: PodcastSettings) -> tuple[list[feed.Told], list[str]]:
    """Nothing without an address: all newspapers without one would be in the same feed."""
    if not podcast.address:
        return [], []
    kept, lost = episodes.earlier(publication, podcast.feed_address, podcast.keep)
    return list(kept), lost


Parts = list[tuple[PurePosixPath, Sequence[Chapter]]]


def _episodes(publication: Publication, folder: Path, podcast: PodcastSettings, parts: Parts) -> list[episodes.Episode]:
    if podcast.episodes == "edition":
        return episodes.of_edition(publication, folder)
    return episodes.of_articles(publication, folder, {str(place) for place, _ in parts})


def _chapters(publication: Publication, podcast: PodcastSettings) -> Parts:
    """Of each episode that has several, where they go and what they are."""
    heard, names = publication.heard, places.numbering(publication.edition)
    if podcast.episodes == "edition":
        *starts, end = accumulate((recording.duration / recording.rate for _, recording in heard), initial=0.0)
        whole = chapters.of_edition([article.title for article, _ in heard], starts, end)
        return [(places.PODCAST_CHAPTERS, whole)] if len(heard) > 1 else []
    found = (
        (
            names.chapters(article.slug),
            chapters.of_article(article, recording.timeline, recording.duration / recording.rate),
        )
        for article, recording in heard
        if article.slug not in (places.OPENING, places.ENDING)
    )
    return [(place, made) for place, made in found if made]


def _write(folder: Path, place: PurePosixPath, made: Sequence[Chapter]) -> Path:
    """A file of chapters (Podcasting 2.0, JSON Chapters 1.2)."""
    path = places.inside(folder, place)
    listed = [{"startTime": round(chapter.start, 3), "title": chapter.title} for chapter in made]
    text = json.dumps({"version": "1.2.0", "chapters": listed}, ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")
    return path
