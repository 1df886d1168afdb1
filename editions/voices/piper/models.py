"""Public Piper voices: where they are kept, and how one is fetched.

The list of voices and their files is Piper's own; a mirror may be named by ``EDITIONS_VOICES_URL``. A transfer that was
cut goes on where it stopped; a file takes its name only when its size and checksum are those of the list.
"""

import hashlib
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from editions.errors import MissingTool, UsageError, VoiceError

TIMEOUT = (10.0, 30.0)
"""Seconds to connect, and between two bytes."""
_CHUNK = 1 << 18


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """One file of a voice."""

    path: str
    """Below the list's address."""
    size: int
    md5: str

    @property
    def name(self) -> str:
        """Last part of its path."""
        return self.path.rpartition("/")[2]


def voices_folder() -> Path:
    """``EDITIONS_VOICES``, else ``editions/voices`` in the user's folder for data."""
    if given := os.environ.get("EDITIONS_VOICES"):
        return Path(given)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "editions" / "voices"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "editions" / "voices"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "editions" / "voices"


def fetch(name: str, progress: Callable[[str, int, int], None]) -> Path:
    """Have a voice's model and its description in the folder of voices; the model's path.

    ``progress(file, bytes so far, all bytes)``. UsageError for an unknown voice, VoiceError when the transfer fails.
    """
    if os.environ.get("EDITIONS_OFFLINE") == "1":
        hint = "Copiez MODELE.onnx et MODELE.onnx.json vous-même."
        raise VoiceError("le réseau est interdit : EDITIONS_OFFLINE=1", hint)
    base = _base()
    files = _files(name, base)
    folder = voices_folder()
    folder.mkdir(parents=True, exist_ok=True)
    for file in files:
        if not _is_whole(folder / file.name, file):
            _download(base, file, folder, progress)
    return folder / next(file.name for file in files if file.name.endswith(".onnx"))


def _base() -> str:
    if given := os.environ.get("EDITIONS_VOICES_URL"):
        return given.rstrip("/")
    try:
        from piper.download_voices import VOICES_JSON
    except ModuleNotFoundError as error:
        raise MissingTool("il manque le paquet piper-tts", "pip install 'editions[piper]'") from error
    return str(VOICES_JSON).rpartition("/")[0]


def _files(name: str, base: str) -> list[RemoteFile]:
    """The model and its description, from Piper's list."""
    with _get(f"{base}/voices.json") as response:
        known: dict[str, Any] = response.json()
    if name not in known:
        french = ", ".join(sorted(voice for voice in known if voice.startswith("fr_")))
        raise UsageError(f"voix Piper inconnue « {name} »", f"En français : {french}.")
    return [
        RemoteFile(path, int(file["size_bytes"]), str(file["md5_digest"]))
        for path, file in known[name]["files"].items()
        if path.endswith((".onnx", ".onnx.json"))
    ]


def _download(base: str, file: RemoteFile, folder: Path, progress: Callable[[str, int, int], None]) -> None:
    part = folder / f"{file.name}.part"
    done = part.stat().st_size if part.exists() else 0
    if done >= file.size:
        part.unlink()
        done = 0
    with _get(f"{base}/{file.path}", done) as response, part.open("ab") as out:
        if response.status_code == 200:  # the server begins again
            out.truncate(0)
            done = 0
        for chunk in response.iter_content(_CHUNK):
            out.write(chunk)
            done += len(chunk)
            progress(file.name, done, file.size)
    if not _is_whole(part, file):
        part.unlink()
        raise VoiceError(f"{file.name} est arrivé endommagé", "Relancez la commande.")
    part.replace(folder / file.name)


def _is_whole(path: Path, file: RemoteFile) -> bool:
    if not path.is_file() or path.stat().st_size != file.size:
        return False
    with path.open("rb") as content:
        digest = hashlib.file_digest(content, lambda: hashlib.md5(usedforsecurity=False))
    return digest.hexdigest() == file.md5


@contextmanager
def _get(url: str, start: int = 0) -> Iterator[Any]:
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
