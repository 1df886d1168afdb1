"""A beep as long as its text: for tests and dry runs, where only the timing matters.

Each word is a tone of its own length with a short gap after it; the same text gives the same bytes everywhere.
"""

import re
from array import array
from pathlib import Path

from editions.errors import UsageError
from editions.settings import Settings
from editions.speech import Clip, Script, Spoken
from editions.voices import script

ONLINE = False
AT_ONCE = 0
PRONUNCIATION = ""
RATE = 22_050
SAMPLES_A_CHARACTER = RATE // 15
"""French is read at about fifteen characters a second."""
GAP = RATE // 50
_SILENCE = RATE // 20
"""Before and after the text, as real voices leave some."""
_PERIODS = {"": 100, "grave": 150, "aigu": 50}
"""Samples of one period of the square wave, by variant."""
_LOUDNESS = 6_000


def missing() -> str:
    """Nothing is ever missing."""
    return ""


def voices() -> tuple[str, ...]:
    """The heights of the tone."""
    return tuple(_PERIODS)


def variant(asked: str, settings: Settings, folder: Path) -> str:
    """The height of the tone."""
    if asked not in _PERIODS:
        raise UsageError(f"hauteur inconnue « {asked} »", "Au choix : grave, aigu.")
    return asked


def mannered(variant: str, manner: str) -> str:
    """The lower tone, aside."""
    return "grave" if manner == "aside" else variant


def version(variant: str) -> str:
    """Changes with the shape of the sound."""
    return "1"


def prepare(spoken: Spoken) -> Script:
    """The spoken words as they are."""
    return script(spoken, lambda reading: reading.spoken)


def synthesize(text: str, variant: str) -> Clip:
    """A tone for each word, as long as the word."""
    period = _PERIODS[variant]
    wave = array("h", [_LOUDNESS] * (period // 2) + [-_LOUDNESS] * (period - period // 2))
    sound = array("h", bytes(2 * _SILENCE))
    words = []
    for match in re.finditer(r"\S+", text):
        words.append((match.start(), len(sound)))
        length = len(match[0]) * SAMPLES_A_CHARACTER
        sound.extend((wave * (length // period + 1))[:length])
        sound.extend(array("h", bytes(2 * GAP)))
    sound.extend(array("h", bytes(2 * _SILENCE)))
    return Clip(RATE, sound.tobytes(), tuple(words))
