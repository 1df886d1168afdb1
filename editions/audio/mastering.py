"""A joined track → published sound: measured, brought to the common loudness, limited, encoded."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from editions.audio import concatenation, encoding, frames, limiting, loudness
from editions.audio.frames import Stream
from editions.audio.joining import Track


@dataclass(frozen=True, slots=True)
class Master:
    """One article as MP3 with its Info frame, without tags; and what its sound measures at the level the MP3 has."""

    mp3: list[bytes]
    """The file's parts: in one piece it would be in memory twice."""
    samples: int
    loudness: float
    """LUFS."""
    true_peak: float
    """dBTP."""


TOLERANCE = 0.15
"""LU; a track that the limiter made softer than this is levelled again with more gain."""


Encode = Callable[[Sequence[NDArray[np.int16]], int, int], Stream]
"""Sound in blocks, sample rate, bit rate: their frames."""


def master(track: Track, bitrate: int, encode: Encode = encoding.encode) -> Master:
    """Level and encode a track; ``encode`` is called for each stretch between seams, and may remember."""
    gain = loudness.gain(loudness.loudness(track.samples, track.rate))
    made = _with_gain(track, bitrate, encode, gain)
    for _ in range(3):
        missing = loudness.gain(made.loudness)
        if abs(missing) <= TOLERANCE:
            break
        gain += missing
        made = _with_gain(track, bitrate, encode, gain)
    return made


def _with_gain(track: Track, bitrate: int, encode: Encode, gain: float) -> Master:
    meter = loudness.Meter(track.rate)
    highest = 1e-9
    streams = []
    for start, end in pairwise((0, *track.seams)):
        blocks = []
        stretch = track.samples[start:end]
        for block, peak in limiting.levelled(stretch, track.rate, gain):
            meter.add(block)
            highest = max(highest, peak)
            blocks.append(block)
        stream = encode(blocks, track.rate, bitrate)
        streams.append(stream if end == track.seams[-1] else concatenation.without_flush(stream))
    peak = round(20 * math.log10(highest), 2)
    return Master(frames.with_header(*streams), track.seams[-1], round(meter.loudness(), 2), peak)
