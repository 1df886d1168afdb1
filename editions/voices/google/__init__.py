"""Google's voice, by gTTS: pieces of at most 100 characters, patiently asked for, each answer checked.

gTTS builds the requests; we send them, because its own way gives up at the first fault, waits for ever, accepts any
certificate and takes an answer without sound for silence. Here each answer is decoded and must last as long as its
text allows. A passing fault is tried again, with growing delays and as ``Retry-After`` says, until ``PATIENCE.total``.

    --voice google        the accent of France         --voice google:ca      Canada's
"""

import os
import re
import time
from collections.abc import Iterator
from functools import cache
from importlib import metadata, util
from pathlib import Path

from editions.errors import UsageError, VoiceError
from editions.executors import pause
from editions.settings import Settings
from editions.speech import PLAIN, Clip, Reading, Script, Spoken
from editions.voices import SAYABLE, script
from editions.voices.google import wire

ONLINE = True
AT_ONCE = 3
PRONUNCIATION = ""
RATE = 24_000
LONGEST_PIECE = 100
"""Characters that one request may hold."""
SHORTEST, LONGEST, SLACK = 0.025, 0.3, 2.5
"""Seconds a letter may take, and seconds besides: an answer outside was cut or is not this text."""
NO_BREAK_SPACE = "\u00a0"
_ACCENTS = ("fr", "ca")
"""Top-level domains whose French differs."""


PATIENCE = wire.Patience()


def missing() -> str:
    """Why Google cannot be used now: one request is tried."""
    if not util.find_spec("gtts"):
        return "le paquet gTTS n'est pas installé"
    if os.environ.get("EDITIONS_OFFLINE") == "1":
        return "EDITIONS_OFFLINE=1"
    try:
        _decoded("Bonjour.", wire.ask("Bonjour.", _ACCENTS[0], PATIENCE))
    except (wire.Fault, VoiceError) as error:
        return str(error)
    return ""


def voices() -> tuple[str, ...]:
    """France, Canada."""
    return _ACCENTS


def variant(asked: str, settings: Settings, folder: Path) -> str:
    """The accent."""
    if asked and asked not in _ACCENTS:
        raise UsageError(f"accent Google inconnu « {asked} »", f"Au choix : {', '.join(_ACCENTS)}.")
    return asked or _ACCENTS[0]


@cache
def version(variant: str) -> str:
    """gTTS's, and the number of our own way of cutting."""
    return f"gTTS {metadata.version('gTTS')}, 1"


def prepare(spoken: Spoken) -> Script:
    """The spoken words; inside a reading blanks are no-break spaces, so that no piece is cut there."""
    return script(spoken, _say)


def _say(reading: Reading) -> str:
    return reading.spoken if reading.rule == PLAIN else reading.spoken.replace(" ", NO_BREAK_SPACE)


def synthesize(text: str, variant: str) -> Clip:
    """Sound of a text, one request a piece; VoiceError when Google gives up, or when the network is forbidden."""
    if os.environ.get("EDITIONS_OFFLINE") == "1":
        raise wire.gave_up("le réseau est interdit : EDITIONS_OFFLINE=1")
    end = time.monotonic() + PATIENCE.total
    found = list(pieces(text))
    parts = []
    for index, piece in enumerate(found):
        sound = _insisted(piece.replace(NO_BREAK_SPACE, " ").replace("\u202f", " ").strip(), variant, end)
        parts.append(sound if len(found) == 1 else _edged(sound, piece, index == 0, index == len(found) - 1))
    return Clip(RATE, b"".join(parts))


def pieces(text: str) -> Iterator[str]:
    """Pieces of at most 100 characters, together the text: cut at the end of a clause, else between words.

    A no-break space is passed over; only a stretch of more than 100 characters without any other blank is cut there.
    """
    while len(text) > LONGEST_PIECE:
        cut = _cut(text[: LONGEST_PIECE + 1])
        if SAYABLE.search(text, 0, cut):
            yield text[:cut]
        text = text[cut:]
    if SAYABLE.search(text):
        yield text


def _cut(head: str) -> int:
    for pattern in (r"[.!?…;:] ", r"[,»)–—] ", r" ", r"[\u00a0\u202f]"):
        places = [m.end() for m in re.finditer(pattern, head)]
        places = [
            place for place in places if place <= LONGEST_PIECE and (pattern == " " or place >= LONGEST_PIECE // 4)
        ]
        if places:
            return places[-1]
    return LONGEST_PIECE


def _edged(sound: bytes, piece: str, first: bool, last: bool) -> bytes:
    """The sound of a piece with as much silence as speech would have there: little within a clause."""
    import numpy as np

    samples = np.frombuffer(sound, "<i2")
    loud = np.flatnonzero(np.abs(samples.astype(np.int32)) > 200)
    if not len(loud):
        return sound
    after = 0.18 if re.search(r"[.!?…;:,]\s*$", piece) else 0.03
    start = 0 if first else max(0, int(loud[0]) - round(0.02 * RATE))
    end = len(samples) if last else min(len(samples), int(loud[-1]) + round(after * RATE))
    return samples[start:end].tobytes()


def _insisted(piece: str, accent: str, end: float) -> bytes:
    """PCM of a piece, tried until it is whole or the time is over."""
    delay = PATIENCE.first_delay
    while True:
        try:
            return _decoded(piece, wire.ask(piece, accent, PATIENCE))
        except wire.Fault as fault:
            wait = max(delay, fault.after)
            if time.monotonic() + wait > end:
                raise wire.gave_up(str(fault)) from fault
        if not pause(wait):
            raise wire.gave_up("interrompu")
        delay *= 2


def _decoded(piece: str, mp3: bytes) -> bytes:
    """16-bit mono sound at ``RATE``; Fault unless it lasts as long as its text allows."""
    import miniaudio

    try:
        sound = miniaudio.decode(mp3, nchannels=1, sample_rate=RATE)
    except miniaudio.MiniaudioError as error:
        raise wire.Fault("son illisible") from error
    letters = sum(c.isalnum() for c in piece)
    if not letters * SHORTEST <= len(sound.samples) / RATE <= letters * LONGEST + SLACK:
        raise wire.Fault("son trop court ou trop long pour son texte")
    return bytes(sound.samples)
