"""What there is to say for an article, and under which names the cache has it.

    job = Planner(narrator, settings.of(AudioSettings), jingle, cache).job(article, spoken)

The name of a recording says all that its bytes depend on: the lines that are sent to the voice, the voice, the pauses,
the encoder. Making these lines takes a while, so the cache also keeps which recording the same article had last.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from itertools import repeat
from pathlib import Path

from editions import cache as caching
from editions import settings
from editions.audio.settings import AudioSettings
from editions.cache import Cache
from editions.model import Article
from editions.speech import Narrator, Script, Spoken
from editions.stored import program
from editions.voices import pieces, prepared

_REVISION = "8"
"""Raised when the same clips give another recording, the same sound other frames, or their entries tell otherwise."""


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence to say, or a piece of a very long one."""

    sentence: str
    script: Script
    pause: float
    """Seconds of silence after it."""
    entry: str
    """Name of its clip in the cache."""


@dataclass(frozen=True, slots=True)
class Job:
    """One article to record."""

    article: Article
    spoken: tuple[Spoken, ...]
    entry: str
    """Name of its recording in the cache."""
    silent: tuple[str, ...]
    """Ids of the sentences in which there is nothing to say."""
    lines: tuple[Line, ...] | None = None
    """What to say, when it was worked out; see ``Planner.lines``."""


class Planner:
    """Plans recordings for one voice and one manner of speaking."""

    def __init__(self, narrator: Narrator, audio: AudioSettings, jingle: Path | None, cache: Cache) -> None:
        """``jingle``: the signature sound, if there is one."""
        self._voice_name = narrator.name
        self._audio = audio
        self._cache = cache
        self._jingle = sha256(jingle.read_bytes()).hexdigest() if jingle else ""
        self._voice = {"voice": narrator.label, "version": narrator.version, "rate": narrator.manner}

    def job(self, article: Article, spoken: tuple[Spoken, ...]) -> Job:
        """As it was last recorded when nothing has changed since, else worked out and noted."""
        name = self._name(article, spoken)
        content = self._cache.get(name)
        if content is not None:
            entry, silent = json.loads(content)
            return Job(article, spoken, entry, tuple(silent))
        lines, silent = self._worked_out(article, spoken)
        entry = self._entry(lines)
        self._cache.put(name, json.dumps((entry, silent)).encode())
        return Job(article, spoken, entry, silent, lines)

    def lines(self, job: Job) -> tuple[Line, ...]:
        """What to say for a job."""
        return self._worked_out(job.article, job.spoken)[0] if job.lines is None else job.lines

    def _name(self, article: Article, spoken: tuple[Spoken, ...]) -> str:
        """Name of the entry that tells which recording an article has."""
        kinds = [(block.kind, len(block.ends)) for block in article.blocks]
        said = sha256(repr((kinds, spoken)).encode("utf-8", "surrogatepass")).hexdigest()
        manner = {"audio": settings.digest(self._audio), "encoder": encoder(), "jingle": self._jingle}
        return caching.key(kind="recording", program=program(), **self._voice, **manner, said=said)

    def _worked_out(self, article: Article, spoken: tuple[Spoken, ...]) -> tuple[tuple[Line, ...], tuple[str, ...]]:
        """The sentences to say, and the ids of those in which there is nothing to say."""
        from editions.audio import timing

        pauses = timing.pauses(article, self._audio)
        lines: list[Line] = []
        silent = []
        for words in spoken:
            scripts = pieces(prepared(self._voice_name, words))
            ends = [0.0] * (len(scripts) - 1) + [pauses[words.sentence_id]]
            names = (caching.key(**self._voice, text=script.text) for script in scripts)
            lines += map(Line, repeat(words.sentence_id), scripts, ends, names)
            if not scripts:
                silent.append(words.sentence_id)
        return tuple(lines), tuple(silent)

    def _entry(self, lines: tuple[Line, ...]) -> str:
        """Name of the recording: all that its bytes and its timeline depend on."""
        said = [(line.sentence, line.entry, line.pause, *_flat(line.script)) for line in lines]
        manner = f"{encoder()}, {self._audio.bitrate} kb/s"
        return caching.key(encoder=manner, jingle=self._jingle, lines=repr(said))


def _flat(script: Script) -> Iterator[tuple[int, int, int]]:
    return ((offset, span.start, span.end) for offset, span in script.anchors)


@cache
def encoder() -> str:
    """The encoder and its version, and what we make of its frames."""
    from importlib.metadata import version

    return f"lameenc {version('lameenc')}, {_REVISION}"
