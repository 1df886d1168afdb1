"""Public Piper voices: their list is Piper's own; a mirror may be named by ``EDITIONS_VOICES_URL``."""

import os
from pathlib import Path
from typing import Any

from editions.errors import MissingTool, UsageError
from editions.voices import _transfers
from editions.voices._transfers import Progress, RemoteFile, voices_folder

__all__ = ["fetch", "voices_folder"]


def fetch(name: str, progress: Progress) -> Path:
    """Have a voice's model and its description in the folder of voices; the model's path.

    UsageError for an unknown voice, VoiceError when the transfer fails.
    """
    _transfers.allowed("Copiez MODELE.onnx et MODELE.onnx.json vous-même.")
    paths = [_transfers.have(file, progress) for file in _files(name, _base())]
    return next(path for path in paths if path.suffix == ".onnx")


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
    with _transfers.get(f"{base}/voices.json") as response:
        known: dict[str, Any] = response.json()
    if name not in known:
        french = ", ".join(sorted(voice for voice in known if voice.startswith("fr_")))
        raise UsageError(f"voix Piper inconnue « {name} »", f"En français : {french}.")
    return [
        RemoteFile(f"{base}/{path}", int(file["size_bytes"]), str(file["md5_digest"]), "md5")
        for path, file in known[name]["files"].items()
        if path.endswith((".onnx", ".onnx.json"))
    ]
