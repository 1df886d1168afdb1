"""``podcast/``: the feed against the files that it names, and against the rules of those who read feeds.

RSS 2.0; Apple, « Podcast RSS feed requirements »; Podcasting 2.0. Addresses are looked up as files: an edition's folder
is below the address of the feed's files, under its own name.
"""

import json
import re
from collections.abc import Callable, Iterator
from datetime import datetime
from email.utils import format_datetime, parsedate_to_datetime
from itertools import pairwise
from pathlib import Path
from urllib.parse import quote, unquote
from uuid import UUID, uuid5

from lxml import etree

from editions import places
from editions.model import Finding

PLACES = (places.PODCAST_FEED.as_posix(),)
_NS = {
    "atom": "http://www.w3.org/2005/Atom",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
}
_CHANNEL = (
    "title", "link", "description", "language", "copyright", "lastBuildDate", "atom:link[@rel='self']/@href",
    "itunes:image/@href", "itunes:author", "itunes:category/@text", "itunes:explicit", "itunes:type", "podcast:guid",
    "podcast:locked",
)  # fmt: skip
_ITEM = (
    "title", "description", "enclosure/@url", "enclosure/@length", "enclosure[@type='audio/mpeg']/@type",
    "guid[@isPermaLink='false']", "pubDate", "itunes:duration", "itunes:explicit",
)  # fmt: skip
_FORMS: dict[str, str] = {
    "itunes:explicit": "true|false",
    "itunes:type": "episodic|serial",
    "itunes:duration": "[1-9][0-9]*",
    "podcast:locked": "yes|no",
}
_PODCASTS = UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
_SLACK = 0.6
"""Seconds: a duration is in whole ones, and decoders differ by a frame."""
_SIDES = range(1400, 3001)
_HINT = "Refaites l'édition."


def findings(folder: Path) -> list[Finding]:
    """What is wrong with the feed of an edition."""
    try:
        channel = etree.parse(folder / places.PODCAST_FEED).getroot().find("channel")
    except etree.XMLSyntaxError:
        channel = None
    if channel is None:
        place = places.PODCAST_FEED.as_posix()
        return [Finding("podcast-unreadable", place, "flux illisible ou incomplet", _HINT)]
    feed = _Feed(folder, channel)
    checks: tuple[Callable[[_Feed], Iterator[Finding]], ...] = (_elements, _identity, _order, _episodes, _picture)
    return [found for check in checks for found in check(feed)]


class _Feed:
    """A feed that was read."""

    def __init__(self, folder: Path, channel: "etree._Element") -> None:
        self.folder, self.channel = folder, channel
        self.items = channel.findall("item")
        address = next((_told(item, "enclosure/@url") for item in self.items), "")
        self._base = address.partition(f"/{quote(folder.resolve().name)}/audio/")[0]

    def finding(self, code: str, message: str) -> Finding:
        return Finding(code, places.PODCAST_FEED.as_posix(), message, _HINT)

    def file(self, address: str) -> Path | None:
        """Where an address leads on this disk; None for one outside of the output folder."""
        inside = address.removeprefix(f"{self._base}/")
        parts = [unquote(part) for part in inside.split("/")]
        if not self._base or inside == address or ".." in parts:
            return None
        own = parts[0] == self.folder.resolve().name
        return self.folder.joinpath(*parts[1:]) if own else self.folder.resolve().parent.joinpath(*parts)

    def is_elsewhere(self, address: str) -> bool:
        """Whether its whole edition is no longer on this disk, as when a day's folder was moved."""
        path = self.file(address)
        return path is not None and not path.parents[1].is_dir()


def _elements(feed: _Feed) -> Iterator[Finding]:
    """What readers of feeds ask for is there, in its form."""
    for paths, elements in ((_CHANNEL, [feed.channel]), (_ITEM, feed.items)):
        for element in elements:
            for path in paths:
                told = _told(element, path)
                if not re.fullmatch(_FORMS.get(path, r"(?s).*\S.*"), told):
                    yield feed.finding("podcast-element", f"« {_name(element)} » : {path} manque ou n'a pas sa forme")
    if not feed.items:
        yield feed.finding("podcast-element", "aucun épisode")


def _identity(feed: _Feed) -> Iterator[Finding]:
    """The podcast is called by its rule, and no two episodes have the same name."""
    address = _told(feed.channel, "atom:link[@rel='self']/@href")
    if _told(feed.channel, "podcast:guid") != str(uuid5(_PODCASTS, re.sub(r"^\w+://", "", address).rstrip("/"))):
        yield feed.finding("podcast-guid", "l'identifiant du podcast n'est pas celui de son adresse")
    names = [_told(item, "guid") for item in feed.items]
    for name in dict.fromkeys(name for name in names if names.count(name) > 1):
        yield feed.finding("podcast-guid", f"deux épisodes ont le même identifiant : {name}")


def _order(feed: _Feed) -> Iterator[Finding]:
    """Dates are those of mail (RFC 5322, with the right day of the week), the latest first."""
    moments = []
    for element, path in [(feed.channel, "lastBuildDate"), *((item, "pubDate") for item in feed.items)]:
        told = _told(element, path)
        moment = _moment(told)
        if moment is None:
            yield feed.finding("podcast-written", f"« {_name(element)} » : date mal écrite : « {told} »")
        elif path == "pubDate":
            moments.append(moment)
    if any(one < other for one, other in pairwise(moments)):
        yield feed.finding("podcast-order", "les épisodes ne sont pas du plus récent au plus ancien")


def _episodes(feed: _Feed) -> Iterator[Finding]:
    """Each file is there, as long as is told in bytes and in seconds."""
    for item in feed.items:
        address = _told(item, "enclosure/@url")
        if feed.is_elsewhere(address):
            continue
        for named in (address, *_all(item, "podcast:transcript/@url | podcast:chapters/@url")):
            path = feed.file(named)
            if path is None or not path.is_file():
                yield feed.finding("podcast-file", f"« {_name(item)} » nomme un fichier absent : {named}")
        path = feed.file(address)
        if path is not None and path.is_file():
            yield from _sound(feed, item, path)


def _sound(feed: _Feed, item: "etree._Element", path: Path) -> Iterator[Finding]:
    import miniaudio

    told, size = _told(item, "enclosure/@length"), path.stat().st_size
    if told != str(size):
        yield feed.finding("podcast-length", f"« {_name(item)} » : {told} octets annoncés, {size} dans le fichier")
    try:
        seconds = miniaudio.mp3_get_file_info(str(path)).duration
    except miniaudio.DecodeError:
        seconds = 0.0
    told = _told(item, "itunes:duration")
    if not told.isdigit() or abs(int(told) - seconds) > _SLACK:
        yield feed.finding("podcast-duration", f"« {_name(item)} » : durée annoncée {told} s, son de {seconds:.1f} s")
    yield from _chapters(feed, item, seconds)


def _chapters(feed: _Feed, item: "etree._Element", seconds: float) -> Iterator[Finding]:
    """Chapters begin with the sound, follow one another, and lie inside."""
    path = feed.file(_told(item, "podcast:chapters/@url"))
    if path is None or not path.is_file():
        return
    try:
        listed = json.loads(path.read_text(encoding="utf-8"))["chapters"]
        starts = [float(chapter["startTime"]) for chapter in listed if chapter["title"].strip()]
    except (ValueError, KeyError, TypeError, AttributeError):
        starts = []
    follow = all(one < other for one, other in pairwise([*starts, seconds]))
    if not starts or starts[0] != 0 or not follow:
        yield feed.finding("podcast-chapters", f"« {_name(item)} » : chapitres illisibles ou hors du son")


def _picture(feed: _Feed) -> Iterator[Finding]:
    """Apple's rules: a square of 1400 to 3000 pixels, JPEG or PNG, RGB."""
    from PIL import Image

    named = _told(feed.channel, "itunes:image/@href").rpartition("/")[2]
    path = feed.folder / places.PODCAST_FEED.parent / named
    told = "absente"
    if path.is_file():
        try:
            with Image.open(path) as picture:
                told = f"{picture.width} × {picture.height}, {picture.mode}, {picture.format}"
                square = picture.width == picture.height and picture.width in _SIDES
                if square and picture.mode == "RGB" and picture.format in ("JPEG", "PNG"):
                    return
        except OSError:
            told = "illisible"
    message = f"l'image du podcast ne convient pas aux plateformes ({told})"
    yield Finding("podcast-cover", places.PODCAST_COVER.as_posix(), message, _HINT)


def _all(element: "etree._Element", path: str) -> list[str]:
    found = element.xpath(path, namespaces=_NS)
    return [str(one) if isinstance(one, str) else str(one.text or "") for one in found]


def _told(element: "etree._Element", path: str) -> str:
    """The first text, or attribute, at a path; empty when there is none."""
    return next(iter(_all(element, path)), "")


def _name(element: "etree._Element") -> str:
    return _told(element, "title")[:60]


def _moment(told: str) -> datetime | None:
    """A date as mail has it, with a numeric zone; None for any other."""
    try:
        moment = parsedate_to_datetime(told)
    except (TypeError, ValueError):
        return None
    return moment if moment.tzinfo is not None and format_datetime(moment) == told else None
