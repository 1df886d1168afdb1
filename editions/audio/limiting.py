"""Gain and look-ahead limiter on true peaks (ITU-R BS.1770-5, annex 2): what is published never passes the ceiling."""

from collections.abc import Iterator
from functools import cache

import numpy as np
from numpy.typing import NDArray

CEILING = -2.4
"""dBTP that the limiter keeps to: coding at 64 kb/s moves a peak up by 0.7 dB at most, so that −1.5 is kept."""
LOOK_AHEAD = 0.004
"""Seconds over which the limiter turns down before a peak, and up after it."""
BLOCK = 1 << 17
"""Samples handled at once: fewer cost more calls than work, more do not stay in a core's cache."""

Floats = NDArray[np.float32]
Samples = NDArray[np.int16]


def levelled(samples: Samples, rate: int, decibels: float) -> Iterator[tuple[Samples, float]]:
    """The samples with a gain, never above ``CEILING``, block by block; and each block's true peak.

    The peak is a magnitude, full scale = 1.
    """
    reach = round(LOOK_AHEAD * rate)
    margin = 2 * reach + TAPS
    factor = np.float32(10 ** (decibels / 20) / 32768)
    for start in range(0, len(samples), BLOCK):
        before = min(start, margin)
        piece = samples[start - before : start + BLOCK + margin].astype(np.float32) * factor
        highest = _limit(piece, reach, np.float32(10 ** (CEILING / 20)))
        block = piece[before : before + min(BLOCK, len(samples) - start)]
        yield np.rint(block * np.float32(32767)).astype(np.int16), highest


def _limit(piece: Floats, reach: int, ceiling: np.float32) -> float:
    """Turn down, in place, around each true peak above the ceiling; the highest true peak that remains.

    The gain is the lowest one needed within reach, then its mean over as much: this mean never exceeds the gain that
    is needed at its middle.
    """
    places = _near(piece, ceiling)
    peaks = _peaks(piece, places)
    over = peaks > ceiling
    if not over.any():
        return float((peaks if len(peaks) else np.abs(piece)).max(initial=0.0))
    loud, needed = places[over], ceiling / peaks[over]
    ends = np.flatnonzero(np.diff(loud) > 16 * reach) + 1
    for near, gains in zip(np.split(loud, ends), np.split(needed, ends), strict=True):
        _turn_down(piece, near, gains, reach)
    return float(_peaks(piece, places).max(initial=0.0))


def _turn_down(piece: Floats, places: NDArray[np.int64], gains: Floats, reach: int) -> None:
    """Apply the gains needed at neighbouring places, smoothed."""
    start, end = int(places[0]) - 2 * reach, int(places[-1]) + 2 * reach + 1
    needed = np.ones(end - start + 4 * reach, np.float32)
    needed[places - start + 2 * reach] = gains
    width = 2 * reach + 1
    total = np.zeros(end - start + 2 * reach + 1)
    np.cumsum(_sliding_minimum(needed, width), dtype=np.float64, out=total[1:])
    smooth = ((total[width:] - total[:-width]) / width).astype(np.float32)
    first, last = max(start, 0), min(end, len(piece))
    piece[first:last] *= smooth[first - start : last - start]


def _sliding_minimum(values: Floats, width: int) -> Floats:
    """Minimum of each stretch of ``width`` values, by doubling."""
    length = 1
    while 2 * length <= width:
        values = np.minimum(values[:-length], values[length:])
        length *= 2
    rest = width - length
    return np.minimum(values[: len(values) - rest], values[rest:]) if rest else values


TAPS = 16
"""Of each interpolator: flat within 0.2 dB up to 0.85 of the band, where speech has long ended."""


@cache
def _phases() -> Floats:
    """Three windowed-sinc interpolators, at 1/4, 1/2 and 3/4 of a sample (annex 2: four times oversampling)."""
    rows = []
    for phase in (0.25, 0.5, 0.75):
        distance = np.arange(TAPS) - (TAPS // 2 - 1) - phase
        window = np.i0(4 * np.sqrt(1 - (2 * distance / (TAPS + 1)) ** 2))  # Kaiser's
        row = np.sinc(distance) * window
        rows.append(row / row.sum())
    return np.array(rows, np.float32)


def _near(piece: Floats, ceiling: np.float32) -> NDArray[np.int64]:
    """The samples from which the wave may pass the ceiling before the next one.

    Between two samples it rises by 3 dB at most in practice: the others need not be looked at.
    """
    near = np.abs(piece) > np.float32(0.7) * ceiling
    near[:-1] |= near[1:]
    return np.flatnonzero(near)


def _peaks(piece: Floats, places: NDArray[np.int64]) -> Floats:
    """The highest magnitude from each of these samples to the next."""
    around = _surrounded(piece)
    taps = [around[places + tap] for tap in range(TAPS)]
    highest = np.abs(piece[places])
    part = np.empty_like(highest)
    for phase in _phases():
        total = phase[0] * taps[0]
        for factor, tap in zip(phase[1:], taps[1:], strict=True):
            total += np.multiply(factor, tap, out=part)
        np.maximum(highest, np.abs(total, out=total), out=highest)
    return highest


def _surrounded(piece: Floats) -> Floats:
    """With as much silence at both ends as the interpolators look at."""
    return np.concatenate([np.zeros(TAPS // 2 - 1, np.float32), piece, np.zeros(TAPS // 2, np.float32)])
