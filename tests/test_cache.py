"""The cache of clips: checked, safe side by side, never with half an entry."""

import errno
import os
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from editions import cache, leftovers
from editions.cache import Cache

NAME = cache.key(voice="tone", version="1", rate="", text="Bonjour.")


def entry(folder: Path) -> Path:
    (found,) = folder.glob("??/*")
    return found


def test_a_key_is_the_hash_of_readable_lines() -> None:
    import hashlib

    lines = "voice=espeak:fr\nversion=1\nrate=165\ntext=À midi.\n"
    assert (
        cache.key(voice="espeak:fr", version="1", rate="165", text="À midi.")
        == hashlib.sha256(lines.encode()).hexdigest()
    )


def test_what_is_put_is_found_again(tmp_path: Path) -> None:
    store = Cache(tmp_path)
    assert store.get(NAME) is None
    assert not store.has(NAME)
    store.put(NAME, b"sound")
    assert store.has(NAME)
    assert Cache(tmp_path).get(NAME) == b"sound"


@pytest.mark.parametrize("harm", [lambda d: d[:-1], lambda d: d[:-1] + b"?", lambda d: b"", lambda d: b"?" + d[1:]])
def test_a_damaged_entry_is_no_entry_and_is_removed(tmp_path: Path, harm: "object") -> None:
    store = Cache(tmp_path)
    store.put(NAME, b"sound" * 100)
    path = entry(tmp_path)
    assert callable(harm)
    path.write_bytes(harm(path.read_bytes()))
    assert store.get(NAME) is None
    assert not path.exists()
    store.put(NAME, b"sound")
    assert store.get(NAME) == b"sound"


@pytest.mark.parametrize("links", [True, False])
def test_a_file_that_is_held_is_lent_whole_in_place_of_another(
    links: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(source: object, target: object) -> None:
        raise OSError("no hard links here")

    if not links:
        monkeypatch.setattr(os, "link", refused)
    cache = Cache(tmp_path / "cache")
    names = [cache.hold(content) for content in (b"one", b"two")]
    for name, content in zip(names, (b"one", b"two"), strict=True):
        assert cache.lend(name, tmp_path / "file")
        assert (tmp_path / "file").read_bytes() == content
    assert cache.lend(names[0], tmp_path / "file")


def test_a_held_file_that_was_damaged_or_pruned_is_not_lent(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    name = cache.hold(b"sound")
    (entry,) = (tmp_path / "cache").glob("??/*")
    entry.write_bytes(b"sounD")
    assert not cache.lend(name, tmp_path / "file")
    assert not entry.exists()
    assert not cache.lend(name, tmp_path / "file")
    assert not (tmp_path / "file").exists()


def test_many_writers_of_one_entry_never_mix(tmp_path: Path) -> None:
    store = Cache(tmp_path)
    contents = [bytes([value]) * 50_000 for value in range(8)]

    def work(content: bytes) -> bool:
        store.put(NAME, content)
        return store.get(NAME) in contents

    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(work, contents * 10))
    assert not list(tmp_path.glob("*.part"))


def test_the_files_of_a_build_that_was_killed_are_swept(tmp_path: Path) -> None:
    dead = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, text=True)
    mine = tmp_path / f"{leftovers.owner()}-999.part"
    left = tmp_path / mine.name.replace(f"-{os.getpid()}-", f"-{dead.stdout.strip()}-")
    old = tmp_path / "1-0.part"
    for path in (left, mine, old):
        path.write_bytes(b"half")
    os.utime(old, (time.time() - 200_000,) * 2)
    Cache(tmp_path)
    assert [path.exists() for path in (left, mine, old)] == [False, True, False]


def test_pruning_removes_what_was_used_longest_ago(tmp_path: Path) -> None:
    store = Cache(tmp_path)
    names = [cache.key(text=str(number)) for number in range(4)]
    for age, name in enumerate(names):
        store.put(name, b"x" * 1000)
        os.utime(next(store._paths(name)), (time.time() - 100 + age,) * 2)
    store.has(names[0])
    assert store.prune(2 * 1032) == 2
    assert [store.get(name) is not None for name in names] == [True, False, False, True]


def test_a_cache_is_pruned_once_an_hour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Cache(tmp_path)
    pruned: list[int] = []
    monkeypatch.setattr(store, "prune", lambda: pruned.append(1))
    store.tidy()
    store.tidy()
    assert len(pruned) == 1
    os.utime(tmp_path / "pruned", (0, time.time() - 3_700))
    store.tidy()
    assert len(pruned) == 2


def test_the_place_can_be_given(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("EDITIONS_CACHE", str(tmp_path / "ici"))
    assert cache.default_place() == tmp_path / "ici"
    monkeypatch.delenv("EDITIONS_CACHE")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache.default_place() == tmp_path / "editions"


def test_a_place_that_is_a_file_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("EDITIONS_CACHE", str(tmp_path / "file"))
    assert cache.usable() is None
    monkeypatch.setenv("EDITIONS_CACHE", str(tmp_path / "good"))
    found = cache.usable()
    assert found
    assert found.folder == tmp_path / "good"


def test_bytes_are_kept_as_a_file_under_their_digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITIONS_CACHE", str(tmp_path / "cache"))
    path = cache.kept(b"une image")
    assert (path.read_bytes(), path.is_relative_to(tmp_path / "cache")) == (b"une image", True)
    path.write_bytes(b"une ima")
    assert cache.kept(b"une image") == path
    assert path.read_bytes() == b"une image"


def test_bytes_are_kept_where_no_cache_can_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("EDITIONS_CACHE", str(tmp_path / "file" / "cache"))
    path = cache.kept(b"une image")
    assert path.read_bytes() == b"une image"
    assert not path.is_relative_to(tmp_path)


@pytest.mark.parametrize("refusal", [errno.EACCES, errno.EPERM, errno.EROFS])
def test_entries_of_another_owner_are_used_as_they_are(
    refusal: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once made with sudo, restored from elsewhere, or on a disk that is only read."""
    store = Cache(tmp_path)
    store.put(NAME, b"sound")
    held = store.hold(b"recording")

    def refused(*_args: object, **_options: object) -> None:
        raise OSError(refusal, "no")

    monkeypatch.setattr(os, "utime", refused)
    assert store.get(NAME) == b"sound"
    assert store.has(NAME)
    assert store.lend(held, tmp_path / "file")


def test_what_may_not_be_written_is_kept_by_this_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Cache(tmp_path)
    monkeypatch.setattr(os, "replace", _only_elsewhere(tmp_path, os.replace, errno.EACCES))
    store.put(NAME, b"sound")
    held = store.hold(b"recording")
    assert store.get(NAME) == b"sound"
    assert store.lend(held, tmp_path / "file")
    assert (tmp_path / "file").read_bytes() == b"recording"
    assert not list(tmp_path.glob("??/*"))
    assert Cache(tmp_path).get(NAME) is None


def test_a_full_disk_is_still_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Cache(tmp_path)
    monkeypatch.setattr(os, "replace", _only_elsewhere(tmp_path, os.replace, errno.ENOSPC))
    with pytest.raises(OSError, match="no"):
        store.put(NAME, b"sound")


def test_an_account_without_a_home_has_no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    def lost() -> Path:
        raise RuntimeError("Could not determine home directory.")

    for name in ("EDITIONS_CACHE", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", lost)
    assert cache.usable() is None


def _only_elsewhere(folder: Path, replace: "Callable[..., None]", refusal: int) -> "Callable[..., None]":
    """``os.replace`` of a folder that nothing may be put into."""

    def guarded(source: str, target: str) -> None:
        if str(target).startswith(str(folder)):
            raise OSError(refusal, "no")
        replace(source, target)

    return guarded
