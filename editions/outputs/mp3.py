"""MP3 files: one per article, the whole edition with chapters, and a playlist.

The edition is the articles' frames one after the other, not encoded again; all its positions are sums of the
articles' durations.
"""

from dataclasses import replace
from itertools import accumulate, pairwise
from pathlib import Path

from editions import places
from editions.audio import concatenation, cover, tags
from editions.model import Article, Edition
from editions.settings import Settings
from editions.speech import Publication, Recording

NEEDS_AUDIO = True


def render(publication: Publication, folder: Path, settings: Settings) -> list[Path]:
    """``audio/01-<slug>.mp3``…, ``audio/edition.mp3``, ``audio/edition.m3u8``; articles without sound are left out."""
    edition = publication.edition
    articles = [article for article in edition.articles if article.slug in publication.recordings]
    if not articles:
        return []
    names = places.numbering(edition)
    picture = _cover(edition, settings)
    made = []
    for number, article in enumerate(edition.articles, 1):
        if article in articles:
            path = places.inside(folder, names.audio(article.slug))
            tag = tags.tag(replace(_article_tags(publication, article, number), cover=picture))
            path.write_bytes(tag + publication.recordings[article.slug].path.read_bytes())
            made.append(path)
    return [*made, *_together(publication, articles, made, picture, folder)]


def _article_tags(publication: Publication, article: Article, number: int) -> tags.Tags:
    edition = publication.edition
    return tags.Tags(
        title=article.title,
        artist=edition.publisher or article.outlet,
        album=edition.title,
        comment=_comment(publication),
        date=edition.date,
        track=(number, len(edition.articles)),
        lyrics="\n\n".join(block.text for block in article.blocks if block.text),
    )


def _cover(edition: Edition, settings: Settings) -> bytes:
    """The house's picture, or one drawn from the title."""
    if settings.audio.cover:
        return cover.given(edition.articles[0].source.parent / settings.audio.cover)
    return cover.drawn(edition.title, edition.publisher, edition.date)


def _comment(publication: Publication) -> str:
    return f"Voix : {publication.voice}"


def _together(
    publication: Publication, articles: list[Article], files: list[Path], picture: bytes, folder: Path
) -> list[Path]:
    recordings = [publication.recordings[article.slug] for article in articles]
    whole = _whole(publication, articles, recordings, picture, folder)
    return [whole, _playlist(articles, recordings, files, folder)]


def _whole(
    publication: Publication, articles: list[Article], recordings: list[Recording], picture: bytes, folder: Path
) -> Path:
    """``audio/edition.mp3``."""
    edition = publication.edition
    rate = recordings[0].timeline.rate
    starts = [0, *accumulate(recording.duration for recording in recordings)]
    chapters = [
        tags.Chapter(article.title, start / rate, end / rate)
        for article, (start, end) in zip(articles, pairwise(starts), strict=True)
    ]
    title = tags.Tags(
        title=edition.title,
        artist=edition.publisher,
        album=edition.title,
        comment=_comment(publication),
        date=edition.date,
        cover=picture,
        chapters=chapters,
    )
    path = places.inside(folder, places.EDITION_MP3)
    with path.open("wb") as file:
        file.write(tags.tag(title))
        concatenation.joined([r.path for r in recordings], [r.duration for r in recordings], file)
    return path


def _playlist(articles: list[Article], recordings: list[Recording], files: list[Path], folder: Path) -> Path:
    """``audio/edition.m3u8``: file names beside it, with durations."""
    lines = ["#EXTM3U"]
    for article, recording, file in zip(articles, recordings, files, strict=True):
        lines += [f"#EXTINF:{recording.duration / recording.timeline.rate:.0f},{article.title}", file.name]
    path = places.inside(folder, places.PLAYLIST)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    return path
