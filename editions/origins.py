"""Of which folder an edition was made: remembered on this machine alone, as the edition is the same from anywhere.

remember(cache, Path("output/lundi"), Path("articles/lundi"))
of(cache, Path("output/lundi"))      # Path("/…/articles/lundi"), while that folder is there
"""

from pathlib import Path

from editions import cache as caching
from editions.cache import Cache


def remember(cache: Cache | None, target: Path, folder: Path) -> None:
    """Keep it, where anything is kept."""
    if cache is not None:
        cache.put(_name(target), str(folder.resolve()).encode("utf-8", "surrogateescape"))


def of(cache: Cache | None, target: Path) -> Path | None:
    """The folder; None when it is not known, or no longer there."""
    told = cache.get(_name(target)) if cache is not None else None
    folder = Path(told.decode("utf-8", "surrogateescape")) if told else None
    return folder if folder is not None and folder.is_dir() else None


def _name(target: Path) -> str:
    return caching.key(kind="origin", target=str(target.resolve()))
