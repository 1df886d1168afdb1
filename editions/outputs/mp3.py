"""MP3 files: one per article with its crossheads as chapters, the whole edition with its articles, and a playlist.

The edition is the articles' frames one after the other, not encoded again; all its positions are sums of the
articles' durations.
"""

import shutil
from dataclasses import replace
from functools import partial
from itertools import accumulate
from pathlib import Path

from editions import places
from editions.audio import chapters, concatenation, cover, tags
from editions.audio.settings import AudioSettings
from editions.executors import side_by_side
from editions.model import Article, Finding
from editions.outputs import Needs
from editions.publication import Publication
from editions.settings import Settings

NEEDS = Needs(sound=True, settings=(AudioSettings,))


def render(publication: Publication, folder: Path, settings: Settings) -> list[Path]:
    """``audio/01-<slug>.mp3``…, ``audio/edition.mp3``, ``audio/edition.m3u8``; articles without sound are left out."""
    edition, heard = publication.edition, publication.heard
    if not heard:
        return []
    picture = cover.of(edition, settings.of(AudioSettings).cover)
    names = places.numbering(edition)
    paths = [places.inside(folder, names.audio(article.slug)) for article, _ in heard]
    whole = places.inside(folder, places.EDITION_MP3)
    writers = [partial(_write_whole, publication, picture, whole)]
    for number, path in enumerate(paths, 1):
        writers.append(partial(_write_article, publication, number, picture, path))
    side_by_side(lambda write: write(), writers)
    return [*paths, whole, _playlist(publication, paths, folder)]


def findings(publication: Publication, settings: Settings) -> list[Finding]:
    """Chapters that a table has no room for."""
    names = places.numbering(publication.edition)
    found = []
    for article, recording in publication.heard:
        if count := chapters.left_out(article, recording.timeline):
            message = f"intertitres sans chapitre : {count}, car les lecteurs n'en montrent que {tags.MOST_ENTRIES}"
            found.append(Finding("mp3-chapters", names.audio(article.slug).as_posix(), message))
    if (together := chapters.gathered(len(publication.heard))) > 1:
        message = f"un chapitre réunit {together} articles, car les lecteurs n'en montrent que {tags.MOST_ENTRIES}"
        hint = "Partagez l'édition en deux dossiers pour un chapitre par article."
        found.append(Finding("mp3-chapters-gathered", places.EDITION_MP3.as_posix(), message, hint))
    return found


def _write_article(publication: Publication, number: int, picture: bytes, path: Path) -> None:
    """``number``: its place among all that is heard, from 1."""
    article, recording = publication.heard[number - 1]
    found = chapters.of_article(article, recording.timeline, recording.duration / recording.rate)
    tag = tags.tag(replace(_article_tags(publication, article, number), cover=picture, chapters=found))
    with path.open("wb") as file, recording.path.open("rb") as sound:
        file.write(tag)
        shutil.copyfileobj(sound, file, concatenation.PIECE)


def _article_tags(publication: Publication, article: Article, number: int) -> tags.Tags:
    edition = publication.edition
    return tags.Tags(
        title=article.title,
        artist=edition.publisher or article.outlet,
        album=edition.title,
        comment=_comment(publication),
        date=edition.date,
        track=(number, len(publication.heard)),
        lyrics="\n\n".join(block.text for block in article.blocks if block.text),
    )


def _comment(publication: Publication) -> str:
    return f"Voix : {publication.narrator}"


def _write_whole(publication: Publication, picture: bytes, path: Path) -> None:
    """``audio/edition.mp3``."""
    edition = publication.edition
    recordings = [recording for _, recording in publication.heard]
    rate = recordings[0].rate
    *starts, end = (sample / rate for sample in (0, *accumulate(recording.duration for recording in recordings)))
    title = tags.Tags(
        title=edition.title,
        artist=edition.publisher,
        album=edition.title,
        comment=_comment(publication),
        date=edition.date,
        cover=picture,
        chapters=chapters.of_edition([article.title for article, _ in publication.heard], starts, end),
    )
    with path.open("wb") as file:
        file.write(tags.tag(title))
        concatenation.joined([r.path for r in recordings], [r.duration for r in recordings], file)


def _playlist(publication: Publication, files: list[Path], folder: Path) -> Path:
    """``audio/edition.m3u8``: file names beside it, with durations."""
    lines = ["#EXTM3U"]
    for (article, recording), file in zip(publication.heard, files, strict=True):
        lines += [f"#EXTINF:{recording.duration / recording.rate:.0f},{article.title}", file.name]
    path = places.inside(folder, places.PLAYLIST)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    return path
