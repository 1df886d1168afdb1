"""When a word is heard that comes after a pause: where the silence ends, and not where the model's durations have it.

They miss the ends of pauses by up to 70 ms, and a word would be lit before its sound; inside a stretch they are right.
"""

import numpy as np
import numpy.typing as npt

from editions.voices.kokoro.sounds import Piece

PAUSE = 0.04
"""Seconds of silence that are a pause at least: shorter is the closure of a « p » or a « t »."""
ASTRAY = 0.1
"""Seconds that may lie between a pause and the word that is told after it."""
FARTHEST = 0.2
"""Seconds by which a word is moved at most."""
QUIET = 0.02
"""Part of the loudest sample below which five milliseconds are silent: what is softer lights no word."""
_MARKS = ';:,.!?—…"()“”'

Pause = tuple[int, int]
"""First sample of a silence, and of the sound after it."""


def pauses(audio: npt.NDArray[np.float32], rate: int) -> list[Pause]:
    """The silences of a piece before which or after which it speaks on, the one at its start however short."""
    step = rate // 200
    rows = np.abs(audio[: len(audio) // step * step]).reshape(-1, step).max(axis=1, initial=0)
    loud = np.concatenate(([True], rows > QUIET * rows.max(initial=0), [True]))
    edges = step * np.flatnonzero(np.diff(loud))
    found = [(int(start), int(end)) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    return [one for one in found if one[1] < step * len(rows) and (not one[0] or one[1] - one[0] >= PAUSE * rate)]


def heard(start: int, found: list[Pause], rate: int) -> int:
    """The first sample of a word that the model tells at ``start``, after a mark."""
    near, far = ASTRAY * rate, FARTHEST * rate
    around = [one for one in found if one[0] <= start + near and one[1] >= start - near and abs(one[1] - start) <= far]
    return max(around, key=lambda one: one[1] - one[0])[1] if around else start


def after_mark(piece: Piece, place: int) -> bool:
    """Whether a word of a piece follows a mark, or begins it: only there does the model pause."""
    before = piece.sounds[:place].rstrip()
    return not before or before[-1] in _MARKS
