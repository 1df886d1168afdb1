"""MP3 frames of several recordings behind one another, without encoding again."""

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from editions.audio.frames import Stream, header, info_frame, padded, samples_a_frame

PIECE = 1 << 18
"""Bytes copied at once: memory for more is taken from the system anew each time."""


def without_flush(stream: Stream) -> Stream:
    """A stream without the frames that only flush the encoder, so that another can follow, as ``joined`` does."""
    first = header(stream.data, 0)
    whole, rest = divmod(stream.samples, samples_a_frame(first.rate))
    if rest:
        raise ValueError("the samples do not fill whole frames")
    return Stream(stream.data[: whole * first.length + padded(first, whole)], whole, stream.samples)


def joined(files: Sequence[Path], samples: Sequence[int], out: BinaryIO) -> None:
    """Write one MP3 of several made by ``with_header``, without encoding again, behind one Info frame.

    ``samples``: of each, whole frames. Of all but the last, the frames that only flush the encoder are left out: they
    hold silence, as recordings end with a pause. Each recording then begins exactly where the one before it ends.
    """
    last = len(files) - 1
    parts = [_part(path, count, i == last) for i, (path, count) in enumerate(zip(files, samples, strict=True))]
    size, count = sum(part.end - part.start for part in parts), sum(part.frames for part in parts)
    out.write(info_frame(parts[0].head, size, count, sum(samples)))
    for part in parts:
        with part.path.open("rb") as file:
            file.seek(part.start)
            for at in range(part.start, part.end, PIECE):
                out.write(file.read(min(PIECE, part.end - at)))


@dataclass(frozen=True, slots=True)
class _Part:
    """The frames to take from a file."""

    path: Path
    head: bytes
    start: int
    end: int
    frames: int


_ENDS = 1 << 14
"""Bytes at both ends of a file that hold its Info frame and the frames that flush the encoder."""


def _part(path: Path, samples: int, last: bool) -> _Part:
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(_ENDS)
        file.seek(max(0, size - _ENDS))
        tail = file.read()
    info = header(head, 0)
    (total,) = struct.unpack_from(">I", head, head.index(b"Info", 0, info.length) + 8)
    whole, rest = divmod(samples, samples_a_frame(info.rate))
    if rest:
        raise ValueError(f"{path.name}: the samples do not fill whole frames")
    end = size if last else size - len(tail) + _cut(tail, total - whole)
    return _Part(path, head[info.length : info.length + 4], info.length, end, total if last else whole)


def _cut(data: bytes, flushing: int) -> int:
    """Where the last ``flushing`` frames begin: the place from which headers lead to the end."""
    for at in range(len(data), -1, -1):
        if _leads_to_the_end(data, at, flushing):
            return at
    raise ValueError("the frames do not follow one another")


def _leads_to_the_end(data: bytes, at: int, count: int) -> bool:
    try:
        for _ in range(count):
            at += header(data, at).length
    except ValueError:
        return False
    return at == len(data)
