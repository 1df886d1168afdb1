"""Sound → MP3 frames, by LAME, at a constant rate."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from editions.audio.frames import Stream, header, padded

QUANTIZER, SEARCH, FINENESS = 4, 7, 0
"""LAME's newer quantizer (``vbr_mtrh``), held to one bit rate: how it looks for scale factors (7: it reckons them
instead of trying many), and how fine it would like to be (0: as fine as the rate allows).

LAME's own numbers of quality mean its older quantizer. This manner takes two thirds of the time of that one's quality 5
and stays as far below what the ear masks, or further: ``tests/bench/bench_encoder.py`` measures both."""


def encode(blocks: Iterable[NDArray[np.int16]], rate: int, bitrate: int) -> Stream:
    """Frames of mono sound at a constant bit rate, by a fresh encoder."""
    import lameenc

    encoder = lameenc.Encoder()
    encoder.set_vbr(QUANTIZER)
    encoder.set_vbr_quality(FINENESS)
    encoder.set_vbr_min_bitrate_kbps(bitrate)
    encoder.set_vbr_max_bitrate_kbps(bitrate)
    encoder.set_vbr_hard_min(True)
    encoder.set_in_sample_rate(rate)
    encoder.set_out_sample_rate(rate)  # LAME would change it at low bit rates, and frames would have other lengths
    encoder.set_channels(1)
    encoder.set_quality(SEARCH)
    encoder.silence()
    data = bytearray()
    samples = 0
    for block in blocks:
        samples += len(block)
        data += encoder.encode(block.tobytes())
    data += encoder.flush()
    return _evenly_padded(bytes(data), samples)


def _evenly_padded(data: bytes, samples: int) -> Stream:
    """The frames with the bytes of padding that keep the rate.

    This quantizer makes all frames equally long: at 22,050 Hz and 64 kb/s 208 bytes where 208.98 are due, and players
    that reckon a position from the rate would be half a percent late. The byte goes between what belongs to one frame
    and to the next, so that the distances of the bit reservoir stay as they are.
    """
    first = header(data, 0)
    frames = np.frombuffer(data, np.uint8).reshape(-1, first.length)
    count = len(frames)
    due = padded(first, np.arange(count + 1))
    added = np.diff(due)
    head = 4 + first.side
    room = first.length - head
    begin = frames[:, 4].astype(np.int64)  # main_data_begin: eight bits, nine in MPEG-1
    if first.version == 3:
        begin = begin << 1 | frames[:, 5] >> 7
    ends = np.append(np.arange(1, count) * room - begin[1:], count * room)
    content = np.insert(frames[:, head:].ravel(), ends[added > 0], 0)
    out = np.empty(len(data) + int(due[-1]), np.uint8)
    places = (np.arange(count) * first.length + due[:-1])[:, None] + np.arange(head)
    out[places] = frames[:, :head]
    out[places[:, 2]] |= (added << 1).astype(np.uint8)
    content_places = np.ones(len(out), bool)
    content_places[places] = False
    out[content_places] = content
    return Stream(out.tobytes(), count, samples)
