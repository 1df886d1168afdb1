"""MPEG-4 audio books (M4B): recordings as AAC, chapters that players show, tags and cover.

The chapters are written twice, as QuickTime has them (a track of texts, which Apple's players read) and as Nero's list
(``chpl``, which VLC, mpv and most others read). Chapters touch and the first begins at 0: the format has no ends. The
encoder is FFmpeg's, in PyAV's wheels.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from editions.audio.tags import Chapter, Tags
from editions.speech import Recording

LONGEST_TITLE = 255
"""Bytes of a chapter's title: mutagen and others cannot open a file that has a longer one."""
_BLOCK = 1 << 16
"""Samples that are decoded at once."""
_FULL_SCALE = 32768
_AUDIOBOOK = 2
"""Apple's kind of media (``stik``)."""


def missing() -> str:
    """What must be installed first, in French; empty when nothing is."""
    return "" if find_spec("av") else "il manque le paquet av"


def write(recordings: Sequence[Recording], tags: Tags, bitrate: int, path: Path) -> None:
    """Encode the recordings one after the other. ``bitrate``: kb/s; they have one sample rate, the first one's."""
    rate = recordings[0].rate
    _encode((block for recording in recordings for block in _samples(recording, rate)), rate, bitrate, tags, path)
    _add_tags(tags, path)


def _samples(recording: Recording, rate: int) -> Iterator[NDArray[np.int16]]:
    """As many as its duration says: players of the MP3 hear the same."""
    import miniaudio

    missing = recording.duration * rate // recording.rate
    sound = miniaudio.stream_file(
        str(recording.path), miniaudio.SampleFormat.SIGNED16, nchannels=1, sample_rate=rate, frames_to_read=_BLOCK
    )
    for block in sound:
        samples = np.frombuffer(block, np.int16)[:missing]
        missing -= len(samples)
        yield samples
    if missing:
        yield np.zeros(missing, np.int16)


def _encode(blocks: Iterator[NDArray[np.int16]], rate: int, bitrate: int, tags: Tags, path: Path) -> None:
    import av

    # bitexact: no version of the library and no moment of making in the file
    options = {"movflags": "+faststart", "fflags": "+bitexact", "brand": "M4B "}
    with av.open(str(path), "w", format="ipod", options=options) as out:
        stream = out.add_stream("aac", rate=rate, options={"aac_coder": "fast", "flags": "+bitexact"})
        stream.layout = "mono"
        stream.bit_rate = bitrate * 1000
        stream.metadata["language"] = "fra"
        out.set_chapters(_chapters(tags.chapters))
        at = 0
        for block in blocks:
            frame = av.AudioFrame.from_ndarray(
                (block.astype(np.float32) / _FULL_SCALE)[None, :], format="fltp", layout="mono"
            )
            frame.sample_rate, frame.pts, frame.time_base = rate, at, Fraction(1, rate)
            at += len(block)
            out.mux(stream.encode(frame))
        out.mux(stream.encode(None))


def _chapters(chapters: Sequence[Chapter]) -> list[dict[str, object]]:
    return [
        {
            "id": number,
            "start": round(chapter.start * 1000),
            "end": round(chapter.end * 1000),
            "time_base": Fraction(1, 1000),
            "metadata": {"title": shortened(chapter.title)},
        }
        for number, chapter in enumerate(chapters)
    ]


def shortened(title: str) -> str:
    """A title of at most ``LONGEST_TITLE`` bytes, cut between letters."""
    data = title.encode()
    if len(data) <= LONGEST_TITLE:
        return title
    return data[: LONGEST_TITLE - len("…".encode())].decode(errors="ignore").rstrip() + "…"


def _add_tags(tags: Tags, path: Path) -> None:
    """As iTunes has them; what is not known is left out."""
    from mutagen.mp4 import MP4, MP4Cover

    book = MP4(str(path))
    named = {
        "\xa9nam": tags.title,
        "\xa9ART": tags.artist,
        "aART": tags.artist,
        "\xa9alb": tags.album,
        "\xa9cmt": tags.comment,
        "\xa9day": tags.date.isoformat() if tags.date else "",
        "\xa9gen": "Audiobook",
    }
    for name, text in named.items():
        if text:
            book[name] = [text]
    book["stik"] = [_AUDIOBOOK]
    book["pgap"] = True
    if tags.cover:
        form = MP4Cover.FORMAT_PNG if tags.cover.startswith(b"\x89PNG") else MP4Cover.FORMAT_JPEG
        book["covr"] = [MP4Cover(tags.cover, imageformat=form)]
    book.save(padding=lambda info: 0)
