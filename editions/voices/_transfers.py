"""Files of public voices: where they are kept, and how one is fetched.

A transfer that was cut goes on where it stopped; a file takes its name only when its size and checksum are right.
"""

import hashlib
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from editions.accounts import home_or_temporary
from editions.errors import VoiceError
from editions.names import expanded

TIMEOUT = (10.0, 30.0)
"""Seconds to connect, and between two bytes."""
_CHUNK = 1 << 18
Progress = Callable[[str, int, int], None]
"""``progress(file, bytes so far, all bytes)``."""


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """One file of a voice."""

    url: str
    size: int
    digest: str
    """In hexadecimal."""
    algorithm: str = "sha256"
    """Of the digest, as ``hashlib`` names it."""

    @property
    def name(self) -> str:
        """Last part of its address."""
        return self.url.rpartition("/")[2]


def voices_folder() -> Path:
    """``EDITIONS_VOICES``, else ``editions/voices`` in the user's folder for data."""
    if given := os.environ.get("EDITIONS_VOICES"):
        return expanded(given)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home_or_temporary() / "AppData" / "Local") / "editions" / "voices"
    if sys.platform == "darwin":
        return home_or_temporary() / "Library" / "Application Support" / "editions" / "voices"
    return Path(os.environ.get("XDG_DATA_HOME") or home_or_temporary() / ".local" / "share") / "editions" / "voices"


def allowed(advice: str) -> None:
    """VoiceError, with this advice, where the network is forbidden."""
    if os.environ.get("EDITIONS_OFFLINE") == "1":
        raise VoiceError("le réseau est interdit : EDITIONS_OFFLINE=1", advice)


def have(file: RemoteFile, progress: Progress) -> Path:
    """The path of a file in the folder of voices, fetched unless it is there whole; VoiceError when that fails."""
    folder = voices_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not is_whole(folder / file.name, file):
            _download(file, folder, progress)
    except OSError as error:
        hint = "Libérez de la place, ou nommez un autre dossier dans EDITIONS_VOICES."
        raise VoiceError(f"impossible de ranger la voix dans {folder} ({error.strerror})", hint) from error
    return folder / file.name


def is_whole(path: Path, file: RemoteFile) -> bool:
    """Whether it is the file that was meant."""
    if not path.is_file() or path.stat().st_size != file.size:
        return False
    with path.open("rb") as content:
        digest = hashlib.file_digest(content, lambda: hashlib.new(file.algorithm, usedforsecurity=False))
    return digest.hexdigest() == file.digest


def _download(file: RemoteFile, folder: Path, progress: Progress) -> None:
    part = folder / f"{file.name}.part"
    done = part.stat().st_size if part.exists() else 0
    if done >= file.size:
        part.unlink()
        done = 0
    with get(file.url, done) as response, part.open("ab") as out:
        if response.status_code == 200:  # the server begins again
            out.truncate(0)
            done = 0
        for chunk in response.iter_content(_CHUNK):
            out.write(chunk)
            done += len(chunk)
            progress(file.name, done, file.size)
    if not is_whole(part, file):
        part.unlink()
        raise VoiceError(f"{file.name} est arrivé endommagé", "Relancez la commande.")
    part.replace(folder / file.name)


@contextmanager
def get(url: str, start: int = 0) -> Iterator[Any]:
    """An answer of the server, from a byte on; VoiceError for whatever goes wrong, also while it is read."""
    import requests

    headers = {"Range": f"bytes={start}-"} if start else {}
    try:
        with requests.get(url, headers=headers, stream=True, timeout=TIMEOUT) as response:
            response.raise_for_status()
            yield response
    except requests.RequestException as error:
        reason = f"{url.split('/')[2]} : {type(error).__name__}"
        raise VoiceError(f"le transfert a échoué ({reason})", "Relancez : il reprendra où il en était.") from error
