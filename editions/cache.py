"""The cache: what was spoken once is not spoken again.

Two kinds of entries: clips of speech, which are slow to make, and the articles joined and encoded from them, so that
a corrected word costs one article. Each entry is one file named by the SHA-256 of readable lines, for example

    voice=espeak:fr
    version=espeakng-loader 0.2.4, 1
    rate=165,45
    text=Le conseil a voté.

and begins with a checksum of its content: an entry that was damaged is thrown away and made again. A whole file, such
as a recording's MP3, is held as it is, under its own SHA-256, so that it can be lent without a copy. Entries are
written under a temporary name, then renamed; several builds may share a cache.

The place is ``EDITIONS_CACHE``, else the user's cache folder. When it holds more than ``LIMIT`` bytes, what was used
longest ago goes.
"""

import functools
import hashlib
import itertools
import os
import shutil
import sys
import tempfile
import time
import weakref
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from editions import entries, leftovers
from editions.accounts import home
from editions.names import expanded

LIMIT = 4_000_000_000
"""Bytes; the speech of a hundred minutes takes about three hundred million."""
_DIGEST = hashlib.sha256().digest_size
_AN_HOUR = 3_600
_counter = itertools.count()


def default_place() -> Path:
    """``EDITIONS_CACHE``, else ``editions`` in the system's folder for caches; OSError where there is none."""
    if given := os.environ.get("EDITIONS_CACHE"):
        return expanded(given)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home() / "AppData" / "Local") / "editions" / "cache"
    if sys.platform == "darwin":
        return home() / "Library" / "Caches" / "editions"
    return Path(os.environ.get("XDG_CACHE_HOME") or home() / ".cache") / "editions"


def usable() -> "Cache | None":
    """The cache at its place, or None where that place cannot be written."""
    try:
        cache = Cache(default_place())
        cache.put(key(kind="trial"), b"")
    except OSError:
        return None
    return cache


def kept(content: bytes) -> Path:
    """A file of these bytes, in the cache under its own SHA-256, or in a folder of this process where none can be."""
    name = hashlib.sha256(content).hexdigest()
    cache = usable() or Cache(Path(_own_folder().name))
    if not cache.holds(name):
        cache.hold(content)
    cache.has(name)  # used today
    return cache.place(name)


@functools.cache
def _own_folder() -> "tempfile.TemporaryDirectory[str]":
    """It goes when this process ends."""
    return tempfile.TemporaryDirectory(prefix=leftovers.prefix())


def key(**lines: str) -> str:
    """Name of an entry: SHA-256 of ``name=value`` lines, in the order given."""
    text = "".join(f"{name}={value}\n" for name, value in lines.items())
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class Cache:
    """A folder of checked entries. Safe for several threads and processes."""

    def __init__(self, folder: Path) -> None:
        """``folder`` is made; OSError when it cannot be."""
        self.folder = folder
        self._folder = str(folder)  # joining text costs a tenth of joining paths, thousands of times a build
        self._spare = ""
        """A folder of this process, for entries that another owner of the cache does not let it write."""
        folder.mkdir(parents=True, exist_ok=True)
        leftovers.sweep_files(folder)

    def get(self, name: str) -> bytes | None:
        """Content of an entry, or None when there is none that is whole; a damaged one is removed."""
        for path in self._paths(name):
            try:
                with open(path, "rb") as file:
                    digest, content = file.read(_DIGEST), file.read()
            except (FileNotFoundError, PermissionError):
                continue
            if hashlib.sha256(content).digest() == digest:
                entries.used(path)
                return content
            entries.remove(path)
        return None

    def has(self, name: str) -> bool:
        """Whether there is an entry, whole or not; its time of use is renewed."""
        return any(entries.used(path) for path in self._paths(name))

    def put(self, name: str, content: bytes) -> None:
        """Write an entry; OSError when the disk refuses."""
        self._write(name, hashlib.sha256(content).digest(), content)

    def hold(self, *parts: bytes) -> str:
        """Keep a whole file as it is, for ``lend``; the name of its entry. OSError when the disk refuses."""
        digest = hashlib.sha256()
        for part in parts:
            digest.update(part)
        name = digest.hexdigest()
        self._write(name, *parts)
        return name

    def place(self, name: str) -> Path:
        """Where a file that was held is: read it, write to it never."""
        paths = [Path(path) for path in self._paths(name)]
        return next((path for path in paths if path.exists()), paths[0])

    def holds(self, name: str) -> bool:
        """Whether a file that was held is whole."""
        return any(entries.is_whole(path, name) for path in self._paths(name))

    def lend(self, name: str, path: Path) -> bool:
        """Put a file that was held at ``path``, in place of any; False when there is none that is whole.

        It is a link where the disk has them: write to it never. A damaged file is removed.
        """
        return any(entries.lent(own, name, path) for own in self._paths(name))

    def _write(self, name: str, *parts: bytes) -> None:
        try:
            self._write_to(self._folder, name, *parts)
        except OSError as error:
            if error.errno not in entries.NOT_OURS:
                raise
            if not self._spare:
                self._spare = tempfile.mkdtemp(prefix=leftovers.prefix())
                weakref.finalize(self, shutil.rmtree, self._spare, ignore_errors=True)
            self._write_to(self._spare, name, *parts)

    def _write_to(self, folder: str, name: str, *parts: bytes) -> None:
        path = os.path.join(folder, name[:2], name)
        part = os.path.join(folder, f"{leftovers.owner()}-{next(_counter)}.part")
        try:
            with open(part, "wb") as file:
                file.writelines(parts)
            if not os.path.isdir(os.path.dirname(path)):
                os.makedirs(os.path.dirname(path), exist_ok=True)
            os.replace(part, path)
        except BaseException:  # Ctrl-C and a full disk alike leave nothing half written
            Path(part).unlink(missing_ok=True)
            raise

    def prune(self, limit: int = LIMIT) -> int:
        """When there are more than ``limit`` bytes, remove the entries unused for longest; how many were removed."""
        known = self._entries()
        excess = sum(size for _, _, size in known) - limit
        removed = 0
        for _, path, size in sorted(known) if excess > 0 else ():
            if excess <= 0:
                break
            entries.remove(path)
            excess -= size
            removed += 1
        return removed

    def tidy(self) -> None:
        """Prune, once an hour: to count the entries of a full cache takes longer than a correction."""
        mark = Path(self._folder, "pruned")
        if not mark.exists() or time.time() - mark.stat().st_mtime > _AN_HOUR:
            self.prune()
            with suppress(PermissionError):  # another owner's: they will
                mark.touch()

    def _entries(self) -> list[tuple[float, str, int]]:
        """Time of use, path and size of each."""
        found = []
        for shelf in os.scandir(self.folder):
            if shelf.is_dir():
                for entry in os.scandir(shelf):
                    with suppress(FileNotFoundError):  # another build may prune at the same time
                        stat = entry.stat()
                        found.append((stat.st_mtime, entry.path, stat.st_size))
        return found

    def _paths(self, name: str) -> Iterator[str]:
        yield os.path.join(self._folder, name[:2], name)
        if self._spare:
            yield os.path.join(self._spare, name[:2], name)
