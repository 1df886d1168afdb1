"""A new edition is made aside, whole, then takes the place of the old one: ``output/`` never holds half a file.

Before it does, all of it is on the disk itself: a power cut leaves the old edition or the new one, whole.

Each build works in ``output/.<name>.<random>.part/``, locked while its process lives, so that the next build can tell
what a killed one left behind (its lock is free) from what a neighbour is still making, and sweeps it away.
"""

import errno
import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence, Set
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from editions.errors import REFUSALS, UsageError, reason

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]
    import msvcrt


CANNOT_WRITE = REFUSALS | {errno.EFBIG}
_NO_LOCKS = {errno.EBADF, errno.EINVAL, errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}
"""What a network drive answers that has no locks, or none on folders (flock(2), NFS): a lock is a comfort there."""
_WAITING = 16
"""Files that the disk is asked to hold at the same time."""
_FORGOTTEN = 86_400.0
"""Seconds after which a folder is a dead build's where no lock can tell."""
YOUNG = 10.0
"""Seconds during which a folder without a lock may be a neighbour's that is just being made, on Windows."""


@contextmanager
def staging(output: Path, name: str) -> Iterator[Path]:
    """An empty folder on the same disk as ``output/<name>``; swept away at the end, whatever happens.

    Raises UsageError when nothing can be written there.
    """
    try:
        output.mkdir(parents=True, exist_ok=True)
        with _locked_folder(output):  # no neighbour may sweep away what has no lock yet
            _sweep(output, name)
            part = Path(tempfile.mkdtemp(prefix=f".{name}.", suffix=".part", dir=output))
            lock = (part / "lock").open("w")
            _try_lock(lock)
    except OSError as error:
        raise unwritable(output, error) from error
    try:
        with lock:
            (part / "edition").mkdir()
            yield part / "edition"
    except OSError as error:
        if error.errno not in CANNOT_WRITE:
            raise
        raise unwritable(Path(error.filename or output), error) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)  # what could not be removed is swept by the next build


def standing(target: Path) -> Path:
    """Where an edition really stands: a link, to the folder that a server publishes, is followed and stays."""
    return target.resolve() if target.is_symlink() else target


def publish(new: Path, target: Path) -> None:
    """Put the folder ``new`` where ``target`` stands; what stood there goes with the staging folder."""
    _settle([new, *new.rglob("*")])
    with _locked_folder(target.parent):
        old = new.parent / "old"
        if target.exists():
            os.rename(target, old)
        try:
            os.rename(new, target)
        except OSError:
            if old.exists():
                os.rename(old, target)
            raise
    _settle([target.parent])


def _settle(paths: Sequence[Path]) -> None:
    """Have the disk hold these files and folders: a rename may reach it before what is renamed (fsync(2), rename(2)).

    Side by side, as each waits for the disk and one answer serves many: eight times as fast. Not on Windows, which
    opens no folder.
    """
    if fcntl is not None:
        with ThreadPoolExecutor(_WAITING) as executor:
            list(executor.map(_settled, paths))


def _settled(path: Path) -> None:
    if path.is_symlink():
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_LOCKS:  # nor has such a drive this
            raise
    finally:
        os.close(handle)


def unwritable(path: Path, error: OSError) -> UsageError:
    """One line for a full disk, a read-only folder and the like."""
    return UsageError(
        f"impossible d'écrire ({reason(error)})",
        "L'édition précédente est intacte : libérez de la place ou choisissez un autre dossier avec « --output ».",
        str(path),
    )


def _sweep(output: Path, name: str) -> None:
    for part in output.glob(f".{name}.*.part"):
        lock = part / "lock"
        try:
            with lock.open("r+") as handle:
                held = _try_lock(handle)
                abandoned = time.time() - part.stat().st_mtime > _FORGOTTEN if held is None else held
        except FileNotFoundError:  # killed before it had its lock, or being made where folders have no locks
            abandoned = part.exists() and (fcntl is not None or time.time() - part.stat().st_mtime > YOUNG)
        if abandoned:
            _restore(part, output / name)
            shutil.rmtree(part, ignore_errors=True)


def _restore(part: Path, target: Path) -> None:
    """Killed between the two renames of ``publish``: the edition that was there comes back first."""
    if (part / "old").exists() and not target.exists():
        os.rename(part / "old", target)


def _try_lock(handle: IO[str]) -> bool | None:
    """Lock the file for this process's life; False when another process holds it, None where there are no locks."""
    try:
        if fcntl is not None:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        else:
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    except OSError as error:
        return None if error.errno in _NO_LOCKS else False
    return True


@contextmanager
def _locked_folder(folder: Path) -> Iterator[None]:
    """Hold the folder against neighbours while two renames happen (Windows has no lock on folders)."""
    if fcntl is None:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        _lock_if_possible(handle)
        yield
    finally:
        os.close(handle)


def _lock_if_possible(handle: int) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise


def carry_over(previous: Path, new: Path, dropped: Set[str]) -> list[str]:
    """Bring into ``new`` the files of the previous edition that it does not have, but the ``dropped`` ones.

    Their names are posix names in the folder. Those that no build made (a note someone left there) come along too.
    Returns the names of those that came.
    """
    carried = []
    for path in sorted(previous.rglob("*")) if previous.is_dir() else ():
        name = path.relative_to(previous).as_posix()
        folder = path.is_dir() and not path.is_symlink()
        if folder or name in dropped or (new / name).exists():
            continue
        (new / name).parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(path, new / name, follow_symlinks=False)
        except OSError:  # a disk without hard links
            shutil.copy2(path, new / name, follow_symlinks=False)
        carried.append(name)
    return carried
