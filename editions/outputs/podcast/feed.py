"""The text of the feed: RSS 2.0 with the elements of Apple (``itunes:``) and of Podcasting 2.0 (``podcast:``)."""

from collections.abc import Iterator, Sequence
from email.utils import format_datetime
from typing import Any

from editions import markup, templates
from editions.model import Edition
from editions.outputs.podcast import addresses
from editions.outputs.podcast.episodes import Episode
from editions.outputs.podcast.settings import PodcastSettings

_TRANSCRIPTS = {"srt": "application/x-subrip", "vtt": "text/vtt"}

Told = tuple[str, Sequence[Episode]]
"""Name of an edition's folder, and its episodes."""


def written(edition: Edition, podcast: PodcastSettings, cover: str, told: Sequence[Told]) -> str:
    """The XML. ``cover``: name of the picture beside it; ``told``: this edition, then the earlier ones."""
    items = [item for name, made in told for item in _items(podcast.base, name, made)]
    items.sort(key=lambda item: item["moment"], reverse=True)  # stable: two editions of a day stay whole where they can
    return markup.known(templates.filled("podcast/feed.xml", show=_show(edition, podcast, cover), items=items))


def _show(edition: Edition, podcast: PodcastSettings, cover: str) -> dict[str, Any]:
    """What is said of the whole."""
    title = podcast.title or edition.title
    author = podcast.author or edition.publisher or title
    feed = podcast.feed_address
    return {
        "title": title,
        "author": author,
        "site": addresses.encoded(podcast.site) or podcast.base,
        "feed": feed,
        "description": podcast.description or f"{title} : les articles, dits par une voix de synthèse.",
        "language": edition.language.lower(),
        "copyright": f"© {edition.modified.year if edition.date is None else edition.date.year} {author}",
        "built": format_datetime(edition.modified),
        "cover": addresses.below(feed.rpartition("/")[0], cover),
        "category": podcast.category.split("/"),
        "explicit": str(podcast.explicit).lower(),
        "guid": addresses.guid(feed),
        "email": podcast.email,
        "locked": "yes" if podcast.locked else "no",
        "license": podcast.license,
        "license_url": addresses.encoded(podcast.license_url),
    }


def _items(base: str, name: str, made: Sequence[Episode]) -> Iterator[dict[str, Any]]:
    """Episodes of an edition with addresses instead of places."""
    for episode in made:
        yield {
            **episode.as_dict(),
            "moment": episode.moment,
            "published": format_datetime(episode.moment),
            "audio": addresses.below(base, name, episode.audio),
            "chapters": addresses.below(base, name, episode.chapters) if episode.chapters else "",
            "transcripts": [
                (_TRANSCRIPTS[place.rpartition(".")[2]], addresses.below(base, name, place))
                for place in episode.transcripts
            ],
        }
