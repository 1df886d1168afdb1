"""Neural voices: Piper, with a model of the house's choice. Needs the ``piper`` extra.

    --voice piper:fr_FR-siwis-medium.onnx     a file, or a voice fetched by ``editions voices --get``

Beside ``MODEL.onnx`` lies its ``MODEL.onnx.json``. ``[audio] speaker`` and ``length_scale`` say which of its speakers
reads, and how slowly. A model adds a little noise of its own, other each time: the cache keeps what was spoken.
"""

import hashlib
import sys
from functools import cache
from importlib import metadata, util
from pathlib import Path

from editions.audio.settings import AudioSettings
from editions.errors import UsageError, VoiceError
from editions.settings import Settings
from editions.speech import Clip, Script, Spoken
from editions.voices import script
from editions.voices._processes import Need, Speakers
from editions.voices.piper.models import voices_folder

ONLINE = False
AT_ONCE = 1
"""A model uses all cores for one sentence."""
PRONUNCIATION = ""
SECONDS_A_CHARACTER = 0.018
"""Letters and digits said faster than this were swallowed."""


def missing() -> str:
    """Whether the extra is installed; the models are looked for when one is named."""
    return "" if util.find_spec("piper") else "il manque le paquet piper-tts (pip install 'editions[piper]')"


def voices() -> tuple[str, ...]:
    """Models that ``editions voices --get`` fetched."""
    return tuple(sorted(path.name for path in voices_folder().glob("*.onnx")))


def variant(asked: str, settings: Settings, folder: Path) -> str:
    """``/path/MODEL.onnx,speaker,length scale``; UsageError when there is no such model."""
    audio = settings.of(AudioSettings)
    name = asked or audio.model
    if not name:
        raise UsageError("quelle voix Piper ?", "Nommez son modèle : --voice piper:MODELE.onnx.")
    places = (folder / name, Path(name), voices_folder() / name, voices_folder() / f"{name}.onnx")
    for path in places:
        if path.is_file() and Path(f"{path}.json").is_file():
            return f"{path.resolve()},{audio.speaker},{audio.slowness:g}"
    hint = f"Il faut {name} et {name}.json ; ou bien : editions voices --get fr_FR-siwis-medium."
    raise UsageError(f"modèle Piper introuvable « {name} »", hint)


@cache
def version(variant: str) -> str:
    """Piper's version and the model's fingerprint: two models of one name are two voices."""
    model = variant.rsplit(",", 2)[0]
    digest = hashlib.sha256()
    for path in (model, f"{model}.json"):
        with open(path, "rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return f"piper-tts {metadata.version('piper-tts')}, {digest.hexdigest()[:16]}"


def prepare(spoken: Spoken) -> Script:
    """The spoken words; ``[[`` would begin phonemes."""
    return script(spoken, lambda reading: reading.spoken.replace("[", " ").replace("]", " "))


_speakers = Speakers(Need(seconds=120, a_character=1, megabytes=2_000))


def synthesize(text: str, variant: str) -> Clip:
    """Sound of a text; VoiceError when the model fails or swallows it."""
    speaker = _speakers.of(variant, _command)
    clip = speaker.say(text) or speaker.say(text)
    letters = sum(c.isalnum() for c in text)
    if clip is None or len(clip.pcm) // 2 < letters * SECONDS_A_CHARACTER * clip.rate:
        name = Path(variant.rsplit(",", 2)[0]).name
        raise VoiceError(f"le modèle {name} ne sait pas dire « {text} »", "Essayez --voice espeak.")
    return clip


def _command(variant: str) -> list[str]:
    program = ["-P", "-m", "editions.voices.piper.process"]
    return [sys.executable, *program, *variant.rsplit(",", 2)]
