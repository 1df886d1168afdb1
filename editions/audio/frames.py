"""Frames of MPEG audio layer III, and the header frame that makes every position exact.

A decoder starts 529 samples late and LAME another 576: without a header that says so, each player is 50 ms late. The
Xing/LAME frame in front (``Info``, as the rate is constant) gives the number of frames, the encoder's delay and the
padding at the end.
"""

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DELAY = 576
"""Samples that LAME puts before the sound."""
_BITRATES = {
    3: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
"""kb/s of layer III by index; 3 is MPEG-1, the others use the second row (ISO/IEC 11172-3, 13818-3)."""
_RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
_INFO_LENGTH = 120 + 36
"""Info header with frames, bytes and table, then LAME's extension."""


@dataclass(frozen=True, slots=True)
class Stream:
    """MP3 frames without any header frame or tag."""

    data: bytes
    frames: int
    samples: int
    """Samples of sound in them, without the encoder's delay and padding."""


def samples_a_frame(rate: int) -> int:
    """576 up to 24 kHz, 1152 above."""
    return 576 if rate <= 24_000 else 1152


@dataclass(frozen=True, slots=True)
class Header:
    """What the four bytes at the head of a frame say."""

    version: int
    """3: MPEG-1, 2: MPEG-2, 0: MPEG-2.5."""
    bitrate: int
    """kb/s."""
    rate: int
    length: int
    """Bytes of the whole frame."""

    @property
    def side(self) -> int:
        """Bytes of side information of a mono frame."""
        return 17 if self.version == 3 else 9


def header(data: bytes | bytearray, at: int) -> Header:
    """The header at a position; ValueError when there is none of layer III."""
    if len(data) < at + 4 or data[at] != 0xFF or data[at + 1] & 0xE6 != 0xE2:
        raise ValueError(f"no MP3 frame at byte {at}")
    version = data[at + 1] >> 3 & 3
    bits, rates = data[at + 2] >> 4, data[at + 2] >> 2 & 3
    if version == 1 or bits in (0, 15) or rates == 3:
        raise ValueError(f"no MP3 frame at byte {at}")
    bitrate = _BITRATES[3 if version == 3 else 2][bits]
    rate = _RATES[version][rates]
    factor = 144 if version == 3 else 72
    return Header(version, bitrate, rate, factor * bitrate * 1000 // rate + (data[at + 2] >> 1 & 1))


Counts = TypeVar("Counts", int, "NDArray[np.int64]")


def padded(first: Header, count: Counts) -> Counts:
    """How many of the first ``count`` frames have a byte of padding, so that the rate is what it says.

    ISO/IEC 11172-3, 2.4.3.1; ``first``: the header of the first of them.
    """
    return samples_a_frame(first.rate) // 8 * first.bitrate * 1000 % first.rate * count // first.rate


def count(data: bytes) -> int:
    """Number of frames; at a constant rate it follows from the bytes, as frames differ by one byte at most."""
    first = header(data, 0)
    return round(len(data) * 8 * first.rate / (samples_a_frame(first.rate) * first.bitrate * 1000))


def with_header(*streams: Stream) -> list[bytes]:
    """The frames behind their Info frame: the parts of a complete MP3 file without tags.

    Of several streams all but the last must be ``concatenation.without_flush``.
    """
    data = [stream.data for stream in streams]
    count, samples = sum(stream.frames for stream in streams), sum(stream.samples for stream in streams)
    return [info_frame(data[0][:4], sum(map(len, data)), count, samples), *data]


def info_frame(head: bytes, size: int, count: int, samples: int) -> bytes:
    """The Xing/LAME frame for ``count`` frames of ``size`` bytes that hold ``samples`` of sound.

    ``head``: the four bytes that begin one of them.
    """
    first = header(head, 0)
    own = _roomy(head, first)
    length = header(own, 0).length
    padding = count * samples_a_frame(first.rate) - DELAY - samples
    table = bytes(round(index * 255 / 99) for index in range(100))
    info = b"Info" + struct.pack(">III", 15, count, size + length) + table + struct.pack(">I", 0)
    frame = own + bytes(first.side) + info + _lame_extension(min(4095, max(0, padding)), first.bitrate, size + length)
    return (frame + struct.pack(">H", _crc(frame))).ljust(length, b"\0")


def _roomy(head: bytes, first: Header) -> bytes:
    """The frame header with the lowest bit rate whose frame holds the Info block, without padding or checksum."""
    needed = 4 + first.side + _INFO_LENGTH
    for index in range(head[2] >> 4, 15):
        candidate = bytes((head[0], head[1] | 1, (index << 4) | (head[2] & 0x0C), head[3]))
        if header(candidate, 0).length >= needed:
            return candidate
    raise ValueError("no bit rate has room for the header frame")


def _lame_extension(padding: int, bitrate: int, total: int) -> bytes:
    """LAME's block without its checksum: 34 bytes (the format of LAME's ``VbrTag``)."""
    return (
        b"LAME3.100"
        + bytes((1, 0))  # tag revision 0, constant bit rate; low-pass not told
        + bytes(8)  # peak and replay gains not told
        + bytes((0, min(255, bitrate)))
        + (DELAY << 12 | padding).to_bytes(3, "big")
        + bytes(4)
        + struct.pack(">I", total)
        + bytes(2)  # checksum of the music, not told
    )


def _crc(data: bytes) -> int:
    """CRC-16/ARC, as LAME computes it over the first 190 bytes of the frame."""
    value = 0
    for byte in data:
        value ^= byte
        for _ in range(8):
            value = value >> 1 ^ (0xA001 if value & 1 else 0)
    return value
