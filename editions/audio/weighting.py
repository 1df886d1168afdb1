"""The K filter of ITU-R BS.1770-5, annex 1: two second-order sections, exact, as products of matrices.

Sample by sample a recursive filter is slow in Python. In state form (x: sound, s: the filter's memory, four numbers)

    y[n] = C s[n] + D x[n],  s[n+1] = A s[n] + B x[n]

a row of 64 samples is one product with the beginning of the impulse response, plus what the memory at the row's start
still gives; and the memories of all rows follow from one another by doubling: after k steps each holds what 2^k rows
before it left. Four times as fast as convolution by FFT.
"""

import math
from functools import cache

import numpy as np
from numpy.typing import NDArray

ROW = 64
"""Samples of a row; sound comes in whole rows."""

_NOTHING = 1e-12
"""A memory that has faded to this part of itself is no more."""

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]


class Weighting:
    """The filter over sound that comes in pieces."""

    def __init__(self, rate: int) -> None:
        """``rate``: samples a second."""
        self._direct, self._recalled, self._kept, self._decays = _matrices(rate)
        self._memory = np.zeros(4)

    def __call__(self, sound: Floats) -> Floats:
        """The next samples, whole rows, filtered."""
        rows = sound.reshape(-1, ROW)
        memory = np.empty((len(rows) + 1, 4))
        memory[0] = self._memory
        memory[1:] = rows @ self._kept
        for distance, decay in self._decays:
            if distance > len(rows):
                break
            memory[distance:] += memory[:-distance] @ decay
        self._memory = memory[-1].copy()
        filtered: Floats = rows @ self._direct
        filtered += memory[:-1].astype(np.float32) @ self._recalled
        return filtered.ravel()


@cache
def _matrices(rate: int) -> tuple[Floats, Floats, Floats, tuple[tuple[int, Doubles], ...]]:
    """For a row (on the left): its response, that of the memory, what it leaves in the memory, how the memory fades.

    The last is told for 1, 2, 4… rows, until nothing is left.
    """
    a, b, c, d = _state_form(_shelf(rate), _high_pass(rate))
    powers = [np.eye(4)]
    for _ in range(ROW):
        powers.append(a @ powers[-1])
    response = np.array([d] + [c @ power @ b for power in powers[: ROW - 1]])
    direct = np.zeros((ROW, ROW), np.float32)
    for place in range(ROW):
        direct[place, place:] = response[: ROW - place]
    recalled = np.array([c @ power for power in powers[:ROW]]).T
    kept = np.array([power @ b for power in powers[ROW - 1 :: -1]])
    decays = [(1, powers[ROW].T)]
    while np.abs(decays[-1][1]).max() > _NOTHING:
        distance, decay = decays[-1]
        decays.append((2 * distance, decay @ decay))
    return direct, recalled.astype(np.float32), kept.astype(np.float32), tuple(decays)


Coefficients = tuple[tuple[float, float, float], tuple[float, float]]


def _shelf(rate: int) -> Coefficients:
    """Stage 1 of annex 1: the head, a shelf of +4 dB above 1.7 kHz; from its analogue form, for any rate."""
    k = math.tan(math.pi * 1681.974450955533 / rate)
    high = 10 ** (3.999843853973347 / 20)
    band = high**0.4996667741545416
    q = 0.7071752369554196
    a0 = 1 + k / q + k * k
    b = ((high + band * k / q + k * k) / a0, 2 * (k * k - high) / a0, (high - band * k / q + k * k) / a0)
    return b, (2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0)


def _high_pass(rate: int) -> Coefficients:
    """Stage 2 of annex 1: the high-pass at 38 Hz."""
    k = math.tan(math.pi * 38.13547087602444 / rate)
    q = 0.5003270373238773
    a0 = 1 + k / q + k * k
    return (1.0, -2.0, 1.0), (2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0)


def _state_form(first: Coefficients, second: Coefficients) -> tuple[Doubles, Doubles, Doubles, float]:
    """A, B, C and D of two sections (transposed direct form II), the second hearing the first."""
    (b0, b1, b2), (a1, a2) = first
    (d0, d1, d2), (c1, c2) = second
    into = np.array([d1 - c1 * d0, d2 - c2 * d0])
    a = np.zeros((4, 4))
    a[:2, :2] = [[-a1, 1], [-a2, 0]]
    a[2:, 2:] = [[-c1, 1], [-c2, 0]]
    a[2:, 0] = into
    b = np.array([b1 - a1 * b0, b2 - a2 * b0, *(into * b0)])
    return a, b, np.array([d0, 0.0, 1.0, 0.0]), b0 * d0
