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
    """One article as MP3 with its Info frame, without tags; and what its sound measures at the level the MP3 has."""

    mp3: bytes
    samples: int
    loudness: float
    """LUFS."""
    true_peak: float
    """dBTP."""


TOLERANCE = 0.15
"""LU; a track that the limiter made softer than this is levelled again with more gain."""


def master(track: Track, bitrate: int) -> Master:
    """Level and encode a track."""
    loss = encoding.loss(track.rate, bitrate)
    gain = loudness.gain(loudness.loudness(track.samples, track.rate)) + loss
    made = _with_gain(track, bitrate, gain, loss)
    for _ in range(3):
        missing = loudness.gain(made.loudness)
        if abs(missing) <= TOLERANCE:
            break
        gain += missing
        made = _with_gain(track, bitrate, gain, loss)
    return made


def _with_gain(track: Track, bitrate: int, gain: float, loss: float) -> Master:
    meter = loudness.Meter(track.rate)
    highest = 1e-9

    def blocks() -> Iterator[NDArray[np.int16]]:
        nonlocal highest
        for block, peak in loudness.levelled(track.samples, track.rate, gain, loudness.CEILING + loss):
            meter.add(block)
            highest = max(highest, peak)
            yield block

    stream = encoding.encode(blocks(), track.rate, bitrate)
    peak = round(20 * math.log10(highest) - loss, 2)
    return Master(encoding.with_header(stream), stream.samples, round(meter.loudness() - loss, 2), peak)
