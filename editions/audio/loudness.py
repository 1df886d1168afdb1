"""Loudness of a track: the meter of ITU-R BS.1770-5, annex 1.

The published sound is at −19 LUFS in mono (the usual −16 is for the two loudspeakers of stereo), true peak at most
−1.5 dBTP once the MP3 is decoded.
"""

import math

import numpy as np
from numpy.typing import NDArray

from editions.audio.weighting import ROW, Weighting

TARGET = -19.0
"""LUFS."""
STEP = 0.1
"""Gains are whole multiples of this, in dB: a corrected word leaves the rest of its article as it was."""
BLOCK = 1 << 15
"""Samples measured at once."""

Floats = NDArray[np.float32]
Samples = NDArray[np.int16]


class Meter:
    """Integrated loudness of sound that comes in blocks, gated as annex 1 says: 400 ms, three quarters overlapping."""

    def __init__(self, rate: int) -> None:
        """``rate``: samples a second."""
        self._weighting = Weighting(rate)
        self._hop = rate // 10
        self._waiting = np.zeros(0, np.int16)
        """Less than a block, not yet filtered."""
        self._rest = np.zeros(0, np.float32)
        """Filtered, less than a tenth of a second."""
        self._energies: list[Floats] = []

    def add(self, samples: Samples) -> None:
        """The next samples."""
        start = 0
        while start < len(samples):
            piece = samples[start : start + BLOCK - len(self._waiting)]
            start += len(piece)
            self._waiting = np.concatenate([self._waiting, piece]) if len(self._waiting) else piece
            if len(self._waiting) == BLOCK:
                self._measure(self._waiting)
                self._waiting = self._waiting[:0]
        self._waiting = self._waiting.copy()  # not a view of what may be hours of sound

    def _measure(self, samples: Samples) -> None:
        """Keep the mean squares of the tenths of a second that are complete."""
        sound = samples.astype(np.float32)
        if len(sound) % ROW:
            sound = np.pad(sound, (0, -len(sound) % ROW))
        weighted = np.concatenate([self._rest, self._weighting(sound)[: len(samples)]])
        count = len(weighted) // self._hop
        tenths = weighted[: count * self._hop].reshape(count, self._hop)
        self._energies.append(np.einsum("ij,ij->i", tenths, tenths) / np.float32(self._hop * 32768.0**2))
        self._rest = weighted[count * self._hop :].copy()

    def loudness(self) -> float:
        """LUFS of all that was added; −inf when nothing is above the absolute gate (−70 LUFS)."""
        if len(self._waiting):
            self._measure(self._waiting)
            self._waiting = self._waiting[:0]
        energies = np.concatenate([*self._energies, np.zeros(0)]).astype(np.float64)
        if len(energies) < 4:
            energies = np.pad(energies, (0, 4 - len(energies)))
        blocks = (energies[:-3] + energies[1:-2] + energies[2:-1] + energies[3:]) / 4
        blocks = blocks[blocks > _energy(-70.0)]
        if not len(blocks):
            return -math.inf
        relative = _energy(_lufs(float(blocks.mean())) - 10)
        return _lufs(float(blocks[blocks > relative].mean()))


def loudness(samples: Samples, rate: int) -> float:
    """Integrated loudness in LUFS of whole sound."""
    meter = Meter(rate)
    meter.add(samples)
    return meter.loudness()


def _lufs(energy: float) -> float:
    return -0.691 + 10 * math.log10(energy)


def _energy(lufs: float) -> float:
    return float(10 ** ((lufs + 0.691) / 10))


def gain(measured: float) -> float:
    """Gain in dB from a measured loudness to the target; none for silence."""
    return 0.0 if math.isinf(measured) else round((TARGET - measured) / STEP) * STEP
