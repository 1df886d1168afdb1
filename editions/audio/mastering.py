"""A joined track → published sound: measured, brought to the common loudness, limited, encoded."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from editions.audio import encoding, loudness
from editions.audio.joining import Track


@dataclass(frozen=True, slots=True)
class Master:
    """One article as MP3 with its Info frame, without tags; and what its sound measures before encoding."""

    mp3: bytes
    samples: int
    loudness: float
    """LUFS."""
    true_peak: float
    """dBTP."""


def master(track: Track, bitrate: int) -> Master:
    """Level and encode a track."""
    gain = loudness.gain(loudness.loudness(track.samples, track.rate))
    meter = loudness.Meter(track.rate)
    highest = 1e-9

    def blocks() -> Iterator[NDArray[np.int16]]:
        nonlocal highest
        for block, peak in loudness.levelled(track.samples, track.rate, gain):
            meter.add(block)
            highest = max(highest, peak)
            yield block

    stream = encoding.encode(blocks(), track.rate, bitrate)
    peak = round(20 * math.log10(highest), 2)
    return Master(encoding.with_header(stream), stream.samples, round(meter.loudness(), 2), peak)
