"""Many editions made in one call: what came of each, and whether it must be made again.

    earlier = read(output)                   # output/archive.json of the last call
    earlier.holds(order)                     # nothing that it is made of has changed, what was made is there
    write(output, [entry, …])                # archive.json, and index.html by date

Whether an edition is as it was is told without opening it: see ``fingerprint``.
"""

import hashlib
import json
import os
from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date as Date
from importlib import resources
from pathlib import Path
from typing import Any

from markupsafe import Markup

from editions import document, downloads, places
from editions.french.calendar import long_date
from editions.pipeline.fingerprint import made_of, stamp
from editions.pipeline.order import Built, Order
from editions.templates import filled

ARCHIVE = "archive.json"
MADE, FAILED, UNCHANGED = "made", "failed", "unchanged"


@dataclass(frozen=True, slots=True)
class Entry:
    """One edition of a collection."""

    name: str
    """Of its folder in the output."""
    state: str
    """``made``, ``unchanged``, or ``failed``: nothing of it, or not all, for the reason that is told."""
    title: str = ""
    date: str = ""
    """As in ISO 8601; empty when it has none."""
    articles: int = 0
    minutes: float = 0.0
    """Of sound."""
    seconds: float = 0.0
    """Of work, by the clock on the wall."""
    megabytes: float = 0.0
    """Of its files, in millions of bytes."""
    reasons: tuple[str, ...] = ()
    stamp: str = ""
    """What it was made of; empty when it must be made again."""


@dataclass(frozen=True, slots=True)
class Collection:
    """What the last call has left in an output."""

    output: Path
    entries: Mapping[str, Entry] = field(default_factory=dict)

    def holds(self, order: Order) -> Entry | None:
        """The entry of an edition that need not be made again."""
        entry = self.entries.get(document.name(order.paths))
        return entry if entry and entry.stamp and entry.stamp == stamp(order, made_of(order)) else None


def entry(order: Order, built: Built, seconds: float, sources: str) -> Entry:
    """Of an edition that was made, whole or in part; ``sources``: ``fingerprint.made_of`` before it was."""
    name = document.name(order.paths)
    files = [path for path in built.folder.rglob("*") if path.is_file()] if built.files else []
    return Entry(
        name, FAILED if built.failures else MADE, built.title, built.date.isoformat() if built.date else "",
        built.articles, round(built.seconds / 60, 2), round(seconds, 1),
        round(sum(path.stat().st_size for path in files) / 1e6, 1), tuple(map(str, built.failures)),
        "" if built.failures else stamp(order, sources),
    )  # fmt: skip


def read(output: Path) -> Collection:
    """What the last call has left; nothing when it cannot be read: all is then made."""
    try:
        content = json.loads((output / ARCHIVE).read_text(encoding="utf-8"))
        entries = [Entry(**{**values, "reasons": tuple(values["reasons"])}) for values in content["editions"]]
    except (OSError, ValueError, KeyError, TypeError):
        return Collection(output)
    return Collection(output, {one.name: one for one in entries})


def write(earlier: Collection, entries: Iterable[Entry]) -> None:
    """``archive.json`` and ``index.html``: those of this call, and those of earlier ones that are still there."""
    known = {name: one for name, one in earlier.entries.items() if (earlier.output / name).is_dir()}
    known |= {one.name: one for one in entries}
    ordered = sorted(known.values(), key=lambda one: (one.date, one.name), reverse=True)
    _put(earlier.output / ARCHIVE, json.dumps({"editions": list(map(asdict, ordered))}, ensure_ascii=False, indent=1))
    style = resources.files("editions.assets.front").joinpath("style.css").read_text(encoding="utf-8")
    page = filled(
        "front/collection.html",
        style=Markup(style),
        digest=b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        editions=[_shown(one) for one in ordered if (earlier.output / one.name / places.FRONT_PAGE).is_file()],
    )
    _put(earlier.output / places.FRONT_PAGE, page)


def _shown(one: Entry) -> dict[str, Any]:
    day = long_date(Date.fromisoformat(one.date)) if one.date else ""
    title = f"{one.title}, {day}" if day else one.title
    return {
        "title": title,
        "place": f"{one.name}/{places.FRONT_PAGE}",
        "articles": one.articles,
        "duration": downloads.duration(one.minutes * 60) if one.minutes else "",
    }


def _put(path: Path, text: str) -> None:
    """Whole or not at all."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    part.write_text(text, encoding="utf-8", newline="\n")
    part.replace(path)
