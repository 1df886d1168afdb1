"""What was understood once is not worked out again: articles and their readings, kept in the cache.

    store = Store(cache.usable())
    Articles(store).article(path)                 # of stored.articles; as ``articles.article``
    Readings(store, edition, lexicon)[slug]       # of stored.readings

An entry holds as long as the program and all else that it was made of are what they were.
"""

import hashlib
import json
import sys
from functools import cache
from pathlib import Path
from typing import Any

import editions
from editions.cache import Cache

AT_HAND = 48
"""Articles whose readings, or jobs of the voice, are held in memory: those of a large day; hundreds would fill it."""


class Store:
    """Values by name, as JSON in the cache; without a cache nothing is kept."""

    def __init__(self, cache: Cache | None) -> None:
        """``cache``: where they are kept, if anywhere."""
        self._cache = cache

    @property
    def remembers(self) -> bool:
        """Whether what is asked twice is not made twice."""
        return self._cache is not None

    def get(self, name: str) -> Any:
        """What was kept under a name; None for nothing."""
        content = self._cache.get(name) if self._cache and name else None
        return None if content is None else json.loads(content)

    def put(self, name: str, values: Any) -> None:
        """Keep what ``json`` can write."""
        if self._cache is None:
            return
        try:
            self._cache.put(name, json.dumps(values).encode())
        except OSError:  # this build remembers nothing more; what it must write itself tells of the full disk
            self._cache = None


@cache
def program() -> str:
    """Digest of all that the program is made of: its modules, its tables, Python's version."""
    digest = hashlib.sha256(sys.version.encode())
    folder = Path(editions.__file__).parent
    for path in sorted(path for path in folder.rglob("*.*") if path.suffix in (".py", ".tsv")):
        digest.update(f"\n{path.relative_to(folder).as_posix()}\n".encode() + path.read_bytes())
    return digest.hexdigest()
