"""Loudness of a track and its levelling: ITU-R BS.1770-5 meter, look-ahead limiter on true peaks.

The published sound is at −19 LUFS in mono (the usual −16 is for the two loudspeakers of stereo), true peak at most
−1.5 dBTP once the MP3 is decoded.
"""

import math
from collections.abc import Iterator
from functools import cache

import numpy as np
from numpy.typing import NDArray

TARGET = -19.0
"""LUFS."""
CEILING = -2.4
"""dBTP that the limiter keeps to: coding at 64 kb/s moves a peak up by 0.7 dB at most, so that −1.5 is kept."""
STEP = 0.1
"""Gains are whole multiples of this, in dB: a corrected word leaves the rest of its article as it was."""
LOOK_AHEAD = 0.004
"""Seconds over which the limiter turns down before a peak, and up after it."""
BLOCK = 1 << 15

Floats = NDArray[np.float32]
Samples = NDArray[np.int16]


class Meter:
    """Integrated loudness of sound that comes in blocks, gated as annex 1 says: 400 ms, three quarters overlapping.

    The K filter is applied by overlap-save: its response fades within the overlap.
    """

    def __init__(self, rate: int) -> None:
        """``rate``: samples a second."""
        self._spectrum, self._overlap = _k_filter(rate)
        self._hop = rate // 10
        self._buffer = np.zeros(BLOCK, np.float32)
        self._filled = self._overlap
        self._rest = np.zeros(0, np.float32)
        self._energies: list[NDArray[np.float32]] = []

    def add(self, samples: Samples) -> None:
        """The next samples."""
        start = 0
        while start < len(samples):
            piece = samples[start : start + BLOCK - self._filled]
            self._buffer[self._filled : self._filled + len(piece)] = piece
            self._filled += len(piece)
            start += len(piece)
            if self._filled == BLOCK:
                self._measure()

    def _measure(self) -> None:
        """Mean squares of the tenths of a second that are complete, after the filter; then room for the next block."""
        filtered = np.fft.irfft(np.fft.rfft(self._buffer) * self._spectrum).astype(np.float32, copy=False)
        weighted = np.concatenate([self._rest, filtered[self._overlap : self._filled]])
        count = len(weighted) // self._hop
        tenths = weighted[: count * self._hop].reshape(count, self._hop)
        self._energies.append(np.einsum("ij,ij->i", tenths, tenths) / np.float32(self._hop * 32768.0**2))
        self._rest = weighted[count * self._hop :].copy()
        self._buffer[: self._overlap] = self._buffer[self._filled - self._overlap : self._filled]
        self._buffer[self._overlap :] = 0
        self._filled = self._overlap

    def loudness(self) -> float:
        """LUFS of all that was added; −inf when nothing is above the absolute gate (−70 LUFS)."""
        if self._filled > self._overlap:
            self._measure()
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


@cache
def _k_filter(rate: int) -> tuple[NDArray[np.complex64], int]:
    """Spectrum of the K filter over a block, and the length of its response (an eighth of a block)."""
    overlap = BLOCK // 8
    response = [1.0] + [0.0] * (overlap - 1)
    for b, a in (_shelf(rate), _high_pass(rate)):
        response = _filtered(response, b, a)
    return np.fft.rfft(np.array(response), BLOCK).astype(np.complex64), overlap


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


def _filtered(signal: list[float], b: tuple[float, float, float], a: tuple[float, float]) -> list[float]:
    """A second-order section, sample by sample; only for the response of the filter."""
    z1 = z2 = 0.0
    out = []
    for x in signal:
        y = b[0] * x + z1
        z1 = b[1] * x - a[0] * y + z2
        z2 = b[2] * x - a[1] * y
        out.append(y)
    return out


def gain(measured: float) -> float:
    """Gain in dB from a measured loudness to the target; none for silence."""
    return 0.0 if math.isinf(measured) else round((TARGET - measured) / STEP) * STEP


def levelled(samples: Samples, rate: int, decibels: float, ceiling: float = CEILING) -> Iterator[tuple[Samples, float]]:
    """The samples with a gain, never above the ceiling (dBTP), block by block; and each block's true peak.

    The peak is a magnitude, full scale = 1.
    """
    reach = round(LOOK_AHEAD * rate)
    margin = 2 * reach + TAPS
    factor = np.float32(10 ** (decibels / 20) / 32768)
    step = 8 * BLOCK
    for start in range(0, len(samples), step):
        before = min(start, margin)
        piece = samples[start - before : start + step + margin].astype(np.float32) * factor
        highest = _limit(piece, reach, np.float32(10 ** (ceiling / 20)))
        block = piece[before : before + min(step, len(samples) - start)]
        yield np.rint(block * np.float32(32767)).astype(np.int16), highest


def _limit(piece: Floats, reach: int, ceiling: np.float32) -> float:
    """Turn down, in place, around each true peak above the ceiling; the highest true peak that remains.

    The gain is the lowest one needed within reach, then its mean over as much: this mean never exceeds the gain that
    is needed at its middle.
    """
    places, peaks = _peaks(piece, ceiling)
    over = peaks > ceiling
    if not over.any():
        return float((peaks if len(peaks) else np.abs(piece)).max(initial=0.0))
    places, needed = places[over], ceiling / peaks[over]
    ends = np.flatnonzero(np.diff(places) > 16 * reach) + 1
    for near, gains in zip(np.split(places, ends), np.split(needed, ends), strict=True):
        _turn_down(piece, near, gains, reach)
    return float(_peaks(piece, ceiling)[1].max(initial=0.0))


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


def _peaks(piece: Floats, ceiling: np.float32) -> tuple[NDArray[np.int64], Floats]:
    """Samples near the ceiling, and for each the highest magnitude from it to the next sample.

    Between two samples a wave rises by 3 dB at most in practice: the others need not be looked at.
    """
    near = np.abs(piece) > np.float32(0.7) * ceiling
    near[:-1] |= near[1:]
    places = np.flatnonzero(near)
    windows = np.lib.stride_tricks.sliding_window_view(_surrounded(piece), TAPS)[places]
    highest = np.abs(piece[places])
    for phase in _phases():
        total = phase[0] * windows[:, 0]
        for tap in range(1, TAPS):
            total += phase[tap] * windows[:, tap]
        np.maximum(highest, np.abs(total), out=highest)
    return places, highest


def _surrounded(piece: Floats) -> Floats:
    """With as much silence at both ends as the interpolators look at."""
    return np.concatenate([np.zeros(TAPS // 2 - 1, np.float32), piece, np.zeros(TAPS // 2, np.float32)])
