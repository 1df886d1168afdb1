"""Temporary files and folders that tell whose they are, so that what a killed process left behind is swept away.

    with TemporaryDirectory(prefix=prefix()) as place: …    # in the system's folder for temporary things
    part = f"{owner()}-{number}.part"                       # in a folder that machines may share
    if is_left(path, path.name): …

A number of a process means nothing on another machine, nor in another container: the machine is told too, and what
another machine began is left behind only after a day.
"""

import functools
import hashlib
import os
import platform
import re
import shutil
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

_A_DAY = 86_400
_PREFIX = "editions-"
_OWNER = re.compile(r"([0-9a-f]{8})-(\d+)-")
_PROCESSES = Path("/proc/self/ns/pid")
"""Which processes are counted together, on Linux: containers may share a name, and count from 1 each."""


def owner() -> str:
    """This process, among those of all machines: ``3f0c92aa-4321``."""
    return f"{_machine()}-{os.getpid()}"


def is_left(path: Path, told: str) -> bool:
    """Whether the owner that ``told`` begins with is gone; OSError when there is no such path.

    Of this machine it is known. Of others, of none that can be read, and on Windows, it is after a day.
    """
    found = _OWNER.match(told)
    if found and found[1] == _machine() and sys.platform != "win32":
        return not _alive(int(found[2]))
    return time.time() - path.stat().st_mtime > _A_DAY


def prefix() -> str:
    """Of the name of a temporary folder; the first asked for sweeps away those of the dead."""
    _sweep_once()
    return f"{_PREFIX}{owner()}-"


def sweep_files(folder: Path) -> None:
    """Remove the half written files, ``*.part``, whose owners are gone; those of other users stay."""
    for path in folder.glob("*.part"):
        with suppress(FileNotFoundError, PermissionError):
            if is_left(path, path.name):
                path.unlink()


def sweep_folders() -> None:
    """Remove the temporary folders whose owners are gone; those of other users stay."""
    for path in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        told = path.name.removeprefix(_PREFIX)
        with suppress(OSError):
            if _OWNER.match(told) and not path.is_symlink() and is_left(path, told):
                shutil.rmtree(path)


@functools.cache
def _sweep_once() -> None:
    sweep_folders()


@functools.cache
def _machine() -> str:
    try:
        processes = os.readlink(_PROCESSES)
    except OSError:
        processes = ""
    return hashlib.sha256(f"{platform.node()}\n{processes}".encode()).hexdigest()[:8]


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)  # on Windows this would end it
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
