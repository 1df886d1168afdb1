"""Clips → one track: silence trimmed, pauses put in, joined once.

A voice leaves some silence before and after each sentence, each its own; it is cut off so that the pauses are ours.
Both ends of a clip are faded over a few milliseconds, so that nothing clicks at a joint.
"""

import warnings
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryFile
from threading import Lock
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from editions.errors import MissingTool, UsageError
from editions.speech import Clip

HEAD, TAIL = 0.004, 0.030
"""Seconds kept before the first and after the last sound: attacks and endings are softer than the threshold."""
FADE = 0.003
QUIET = 0.008
"""Below this part of the clip's peak (−42 dB) it is silence."""
QUIETEST = 40
"""Samples up to this are silence in any clip."""

LEAD = 0.2
"""Seconds of silence at the start: some players swallow the first moments."""
AFTER_SIGNATURE = 0.5
"""Seconds between the signature sound and the first sentence."""
BATCH = 12_000_000
"""Bytes joined at once: four and a half minutes of sound."""
LONGEST_FRAME = 1152
"""Samples of an MP3 frame, or of two at low rates."""
SEAM, LONG = 0.5, 30.0
"""Seconds: a pause as long as this is a seam, where one MP3 stream ends and another begins; so is each pause of at
least ``SHORT_SEAM`` once ``LONG`` has passed since the last one."""
SHORT_SEAM = 0.15

Samples = NDArray[np.int16]
Pause = Callable[[int, float, float], float]
"""The pause that is made after a clip, of its number, its seconds and the pause that was asked for."""


@dataclass(frozen=True, slots=True)
class Track:
    """Joined sound: 16-bit mono samples and, for each clip, where it starts and ends and when its words begin."""

    rate: int
    samples: Samples
    places: tuple[tuple[int, int], ...]
    words: tuple[tuple[tuple[int, int], ...], ...]
    """Of each clip, ``(offset in its text, sample)``; empty for a voice that does not tell."""
    seams: tuple[int, ...]
    """Where its stretches end, in samples, whole frames, the last at the end: silence lies before each."""


def trimmed(clip: Clip) -> tuple[Samples, int]:
    """The clip's samples without the silence around them, faded at both ends; and how many were cut at its head."""
    samples = np.frombuffer(clip.pcm, dtype="<i2")
    highest = max(int(samples.max(initial=0)), -int(samples.min(initial=0)))
    silence = np.int16(max(QUIETEST, int(QUIET * highest)))
    above = (samples > silence) | (samples < -silence)
    if not above.any():
        return samples[:0], 0
    start = max(0, int(above.argmax()) - round(HEAD * clip.rate))
    end = min(len(samples), len(above) - int(above[::-1].argmax()) + round(TAIL * clip.rate))
    return _faded(samples[start:end], round(FADE * clip.rate)), start


def _faded(samples: Samples, length: int) -> Samples:
    length = min(length, len(samples) // 2)
    ramp = np.arange(1, length + 1, dtype=np.float32) / (length + 1)
    faded = samples.copy()
    faded[:length] = (faded[:length] * ramp).astype(np.int16)
    faded[len(faded) - length :] = (faded[len(faded) - length :] * ramp[::-1]).astype(np.int16)
    return faded


def as_asked(number: int, seconds: float, pause: float) -> float:
    """The pause that was asked for."""
    return pause


def join(
    clips: Iterable[Clip],
    pauses: Sequence[float],
    jingle: Path | None = None,
    workshop: Path | None = None,
    made: Pause = as_asked,
) -> Track:
    """One track of the clips, each followed by its pause (seconds), after the signature sound of the house, if any.

    Clips are taken one at a time; the first one's rate holds for all. Silence before each seam fills its MP3 frame.
    What is longer than a batch lies in a file without a name on the disk of ``workshop`` (None: the system's place),
    as hours of sound would fill the memory.
    """
    with TemporaryFile(dir=workshop) as file:
        return _joined(clips, pauses, file, jingle, made)


def _joined(clips: Iterable[Clip], pauses: Sequence[float], file: IO[bytes], jingle: Path | None, made: Pause) -> Track:
    rate = 0
    sound = bytearray()  # grows in place: a list of parts would be there twice when it is joined
    places: list[tuple[int, int]] = []
    words = []
    seams = [0]
    now = 0
    for clip, pause in zip(clips, pauses, strict=True):
        if not rate:
            rate = clip.rate
            sound += bytes(2 * round(LEAD * rate)) + (signature(jingle, rate) if jingle else b"")
            now = len(sound) // 2
        if len(sound) > BATCH:
            file.write(_segment(sound, rate).raw_data)
            sound.clear()
        clip = _at_rate(clip, rate)
        samples, cut = trimmed(clip)
        pause = made(len(places), len(samples) / rate, pause)
        silence = round(pause * rate)
        sound += samples.data
        sound += bytes(2 * silence)
        places.append((now, now + len(samples)))
        words.append(tuple((offset, now + first - cut) for offset, first in clip.words))
        now += len(samples) + silence
        if len(places) == len(pauses) or _is_seam(pause, (now - seams[-1]) / rate):
            sound += bytes(2 * (-now % LONGEST_FRAME))
            now += -now % LONGEST_FRAME
            seams.append(now)
    last = _segment(sound, rate).raw_data
    samples = _on_disk(file, last) if file.tell() else np.frombuffer(last, "<i2")
    return Track(rate, samples, tuple(places), tuple(words), tuple(seams[1:]))


def _on_disk(file: IO[bytes], last: bytes | bytearray) -> Samples:
    file.write(last)
    file.flush()
    return np.memmap(file, dtype="<i2", mode="r")


def _is_seam(pause: float, length: float) -> bool:
    return pause >= SEAM or (pause >= SHORT_SEAM and length >= LONG)


def signature(path: Path, rate: int) -> bytes:
    """A signature sound and a pause as 16-bit mono sound; UsageError when it cannot be read."""
    import miniaudio

    try:
        sound = miniaudio.decode_file(str(path), nchannels=1, sample_rate=rate)
    except (miniaudio.MiniaudioError, OSError) as error:
        raise UsageError(f"signature sonore illisible ({error})", "Donnez un fichier WAV ou MP3.", str(path)) from error
    return bytes(sound.samples) + bytes(2 * round(AFTER_SIGNATURE * rate))


def _at_rate(clip: Clip, rate: int) -> Clip:
    """The clip at another rate, by its spectrum: pydub's ``set_frame_rate`` folds high sounds into others."""
    if clip.rate == rate:
        return clip
    samples = np.frombuffer(clip.pcm, "<i2")
    length = len(samples) * rate // clip.rate
    if not length:
        return Clip(rate, b"", ())
    sound = np.fft.irfft(np.fft.rfft(samples), length) * (length / len(samples))
    pcm = np.clip(np.rint(sound), -32768, 32767).astype("<i2").tobytes()
    return Clip(rate, pcm, tuple((o, s * rate // clip.rate) for o, s in clip.words))


def _segment(sound: bytes | bytearray, rate: int) -> Any:
    """A pydub segment of raw sound that was joined before: ``+`` on segments copies everything at each step."""
    return _pydub().AudioSegment(data=sound, sample_width=2, frame_rate=rate, channels=1)


def _pydub() -> Any:
    """The package; what it says when it is imported is known: audioop moved, and we need no ffmpeg."""
    try:
        with _importing, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return import_module("pydub")
    except ModuleNotFoundError as error:
        raise MissingTool("le paquet pydub n'est pas utilisable ici", "pip install audioop-lts") from error


_importing = Lock()
