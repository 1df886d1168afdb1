"""Recordings in the cache: joined, levelled and encoded once, then recalled with their timeline and what was measured.

    recordings = Recordings(cache, audio, jingle, workshop)
    recordings.make(job.entry, lines, clips)    # the clips of the lines, in their order
    kept = recordings.recall(job)          # Kept, or None when the cache has lost it

The MP3 and its timeline are held whole, so that they are lent without a copy; an entry names them and tells all else
that is known of the recording.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from editions import cache as caching
from editions.audio.settings import AudioSettings
from editions.errors import VoiceError
from editions.speech import Clip, Cue, Recording, Timeline, WordCues
from editions.studio.planning import Job, Line, encoder

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from editions.audio.frames import Stream


@dataclass(frozen=True, slots=True)
class Kept:
    """A recording that the cache holds."""

    recording: Recording
    """``workshop/<slug>.mp3``, a whole MP3 without tags, and ``<slug>.json``, its timeline; not to be written to."""
    measured: dict[str, float]
    """``loudness``, ``true_peak``, ``seconds`` and ``characters_per_second``, as in ``narration.Figures``."""
    lines: int
    """How many clips it is made of."""
    sentences: int
    """How many cues it has."""
    odd: tuple[str, ...]
    """Ids of sentences whose sound is shorter or longer than their text allows."""


class Shelves(Protocol):
    """Where entries are kept: what recordings need of a ``Cache``."""

    def get(self, name: str) -> bytes | None:
        """Content of an entry, or None."""
        ...

    def put(self, name: str, content: bytes) -> None:
        """Keep an entry."""
        ...

    def hold(self, *parts: bytes) -> str:
        """Keep a whole file; the name of its entry."""
        ...

    def lend(self, name: str, path: Path) -> bool:
        """Put a whole file at a path; False when there is none."""
        ...


class Recordings:
    """Makes and recalls the recordings of an edition."""

    def __init__(self, cache: Shelves, audio: AudioSettings, jingle: Path | None, workshop: Path) -> None:
        """``jingle``: the signature sound, if any; ``workshop``: where recordings are put."""
        self._cache = cache
        self._audio = audio
        self._jingle = jingle
        self._workshop = workshop

    def recall(self, job: Job) -> Kept | None:
        """The recording of an article, or None when the cache does not hold it whole."""
        content = self._cache.get(job.entry)
        if content is None:
            return None
        header = json.loads(content)
        path, cues = (self._workshop / f"{job.article.slug}{suffix}" for suffix in (".mp3", ".json"))
        if not (self._cache.lend(header["sound"], path) and self._cache.lend(header["timeline"], cues)):
            return None
        recording = Recording(path, "audio/mpeg", header["rate"], header["samples"], cues)
        return Kept(recording, header["measured"], header["lines"], header["sentences"], tuple(header["odd"]))

    def make(self, entry: str, lines: Sequence[Line], clips: Iterable[Clip]) -> None:
        """Record an article into the cache, under the name ``entry``; VoiceError when there is nothing to say."""
        from editions.audio import breath, joining, mastering, timing

        if not lines:
            raise VoiceError("il n'y a rien à dire dans cet article")
        pauses, written = [line.pause for line in lines], [breath.written(line.script) for line in lines]
        breathing = breath.Breath(written, self._audio.pause("sentence"), self._audio.pause("reading"))
        track = joining.join(clips, pauses, self._jingle, self._workshop, breathing.after)
        heard = list(zip(lines, track.words, track.places, strict=True))
        timeline = Timeline(track.rate, tuple(_cues(heard)))
        made = mastering.master(track, self._audio.bitrate, self._encode)
        spoken = sum(end - start for start, end in track.places) / track.rate
        header = {
            "rate": track.rate,
            "samples": made.samples,
            "sound": self._cache.hold(*made.mp3),
            "timeline": self._cache.hold(timeline.packed()),
            "lines": len(lines),
            "sentences": len(timeline.cues),
            "measured": {
                "loudness": made.loudness,
                "true_peak": made.true_peak,
                "seconds": round(made.samples / track.rate, 3),
                "characters_per_second": round(sum(len(line.script.text) for line in lines) / spoken, 2),
            },
            "odd": list(
                dict.fromkeys(
                    line.sentence
                    for line, _, (start, end) in heard
                    if not timing.plausible(line.script.text, (end - start) / track.rate)
                )
            ),
        }
        self._cache.put(entry, json.dumps(header).encode())

    def _encode(self, blocks: "Sequence[NDArray[np.int16]]", rate: int, bitrate: int) -> "Stream":
        """The MP3 frames of a stretch of sound, remembered: after a correction most of an article is as it was."""
        from editions.audio import encoding, frames

        digest = sha256()
        for block in blocks:
            digest.update(block.tobytes())
        name = caching.key(encoder=encoder(), rate=f"{rate}, {bitrate} kb/s", sound=digest.hexdigest())
        content = self._cache.get(name)
        if content is not None:
            return frames.Stream(content, frames.count(content), sum(map(len, blocks)))
        stream = encoding.encode(blocks, rate, bitrate)
        self._cache.put(name, stream.data)
        return stream


def _cues(heard: Iterable[tuple[Line, tuple[tuple[int, int], ...], tuple[int, int]]]) -> Iterator[Cue]:
    """One cue a sentence, also for one that was spoken in several pieces."""
    from editions.audio import timing

    for sentence, parts in groupby(heard, key=lambda part: part[0].sentence):
        pieces = list(parts)
        words = (timing.words(line.script, known, place) for line, known, place in pieces)
        numbers = (number for marks in words for mark in marks for number in mark)
        yield Cue(sentence, pieces[0][2][0], pieces[-1][2][1], WordCues(numbers))
