"""Whether an edition is as it was: what it is made of and what stands in its place, by names, sizes and times.

    sources = made_of(order)                 # before it is made
    stamp(order, sources)                    # once it is made; the same the next time: nothing has changed
    remember(order, sources); held(order)    # of an edition on its own, in the cache of this machine

Only its settings are read; no article, and nothing that was made, is opened.
"""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

from editions import cache as caching
from editions import document, places, settings, voices
from editions.errors import EditionError
from editions.pipeline.order import Order
from editions.pipeline.understanding import sections
from editions.stored import Store, program

_ENVIRONMENT = ("SOURCE_DATE_EPOCH", "EDITIONS_VOICES", "EDITIONS_OFFLINE")
"""What else changes an edition."""


def made_of(order: Order) -> str:
    """Digest of all that an edition is made of; empty when that cannot be told.

    Asked before it is made: what is written while it is made is not in it, and must be found changed the next time.
    """
    folder = document.folder(order.paths)
    try:
        chosen = settings.load(folder, sections())
        told = [program(), _voice(order.voice or chosen.voice), repr(order.to), repr(sorted(order.options.items()))]
        told += [os.environ.get(name, "") for name in _ENVIRONMENT]
        told += sorted(_told(path, facts, folder) for path, facts in _sources(order, chosen))
    except (OSError, EditionError):  # told by whoever makes it
        return ""
    return _digest(told)


def stamp(order: Order, sources: str) -> str:
    """What an edition is made of and what stands in its place; empty when either cannot be told."""
    target = order.output / document.name(order.paths)
    try:
        if not sources or not (target / places.EDITION_JSON).is_file():
            return ""
        return f"{sources} {_digest(sorted(_told(path, facts, target) for path, facts in _below(str(target))))}"
    except OSError:  # it cannot be looked at: whoever makes it tells
        return ""


def held(order: Order) -> bool:
    """Whether an edition on its own is as it was when this machine made it."""
    kept = _store().get(_name(order))
    return kept is not None and kept == _alone(order, made_of(order))


def remember(order: Order, sources: str) -> None:
    """Keep what an edition on its own was made of, where anything is kept."""
    if told := _alone(order, sources):
        _store().put(_name(order), told)


def _alone(order: Order, sources: str) -> str:
    """The stamp, with the editions beside it: a podcast tells of them."""
    told = stamp(order, sources)
    try:
        beside = sorted(order.output.glob(f"*/{places.EDITION_JSON}"))
        return f"{told} {_digest([_told(str(path), path.stat(), order.output) for path in beside])}" if told else ""
    except OSError:  # one of them has just gone
        return ""


def _store() -> Store:
    return Store(caching.usable())


def _name(order: Order) -> str:
    return caching.key(kind="built", target=str((order.output / document.name(order.paths)).resolve()))


def _voice(name: str) -> str:
    """The voice as it is asked for; of one that is chosen, what it is chosen by, but the network."""
    chosen = os.environ.get("EDITIONS_VOICE", name) if name == "auto" else name
    return f"{chosen} {voices.load('kokoro').missing()}" if chosen == "auto" else chosen


def _sources(order: Order, chosen: settings.Settings) -> Iterator[tuple[str, os.stat_result]]:
    """Files that an edition is made of: all of its folder, those that its settings name elsewhere, the voice's."""
    for path in order.paths:
        yield from _below(str(path)) if path.is_dir() else ((str(path), path.stat()),)
    for section in (chosen, *chosen.sections):
        for known in fields(section):  # type: ignore[arg-type]  # all are dataclasses
            value = getattr(section, known.name)
            if known.metadata.get("file") and value and Path(value).is_absolute():
                yield str(value), os.stat(value)
    model = Path((order.voice or chosen.voice).partition(":")[2])
    if model.is_file():
        yield str(model), model.stat()


def _below(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    """The files in a folder and in those inside it; links to folders are not followed."""
    for found in os.scandir(folder):
        if found.is_dir(follow_symlinks=False):
            yield from _below(found.path)
        elif not found.is_dir():
            yield found.path, found.stat()


def _told(path: str, facts: os.stat_result, folder: Path) -> str:
    """Name, size and time of a file."""
    return f"{os.path.relpath(path, folder)} {facts.st_size} {facts.st_mtime_ns}"


def _digest(told: list[str]) -> str:
    return hashlib.sha256("\n".join(told).encode("utf-8", "surrogatepass")).hexdigest()
