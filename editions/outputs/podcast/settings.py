"""``[podcast]``: where the feed is, what it is, which episodes it has."""

from dataclasses import dataclass
from typing import ClassVar

from editions.errors import UsageError
from editions.outputs.podcast import addresses
from editions.settings import setting

CATEGORIES = (
    "News", "News/Daily News", "News/Business News", "News/Entertainment News", "News/News Commentary",
    "News/Politics", "News/Sports News", "News/Tech News", "Arts", "Business", "Comedy", "Education", "Fiction",
    "Government", "Health & Fitness", "History", "Kids & Family", "Leisure", "Music", "Religion & Spirituality",
    "Science", "Society & Culture", "Sports", "Technology", "True Crime", "TV & Film",
)  # fmt: skip
"""Apple's (Podcasts for Creators, « Apple Podcasts categories »); those of the news with what is below them."""
_ADDRESSES = ("address", "feed", "site", "license_url")


@dataclass(frozen=True, slots=True)
class PodcastSettings:
    """Empty texts are taken from the edition."""

    SECTION: ClassVar = "podcast"

    address: str = ""
    """Where the output folder is on the web; each edition is below it under its own name."""
    feed: str = ""
    """Where subscribers find the feed, the same every day; empty: ``podcast/feed.xml`` below ``address``."""
    site: str = ""
    """The page of the podcast; empty: ``address``."""
    episodes: str = setting("articles", choices=("articles", "edition"))
    title: str = ""
    description: str = ""
    author: str = ""
    email: str = ""
    """Of the owner: platforms write to it. It is public."""
    category: str = setting("News/Daily News", choices=CATEGORIES)
    explicit: bool = False
    license: str = ""
    """An identifier of SPDX in small letters, or any name with ``license_url``."""
    license_url: str = ""
    locked: bool = True
    """Whether no other platform may take the podcast over."""
    keep: int = setting(30, least=0, most=500, unit="éditions")
    """How many earlier editions stay in the feed."""
    cover: str = setting("", file=True)
    """A square picture of at least 1400 pixels, instead of the one that is drawn."""

    def __post_init__(self) -> None:
        """UsageError for what is no address."""
        for name in _ADDRESSES:
            if (given := getattr(self, name)) and not addresses.is_one(given):
                message = f"« podcast.{name.replace('_', '-')} » n'est pas l'adresse d'une page : « {given} »"
                raise UsageError(message, "Écrivez-la comme https://journal.fr/audio, rien après.", "edition.toml")
        if self.email and not addresses.is_mailbox(self.email):
            message = f"« podcast.email » n'est pas une adresse électronique : « {self.email} »"
            raise UsageError(message, "Écrivez-la comme redaction@journal.fr.", "edition.toml")

    @property
    def base(self) -> str:
        """``address`` as a feed has it, without a slash at its end; a placeholder when it is not given."""
        return addresses.encoded(self.address).rstrip("/") or addresses.NOWHERE

    @property
    def feed_address(self) -> str:
        """``feed`` as a feed has it."""
        return addresses.encoded(self.feed) or f"{self.base}/podcast/feed.xml"
