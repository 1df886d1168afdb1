"""What there is to say for an article, and under which names the cache has it.

    job = Planner(narrator, settings.of(AudioSettings), jingle, cache).job(article, spoken, before)

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
from typing import get_args

from editions import cache as caching
from editions import narration, settings, voices
from editions.audio.settings import AudioSettings
from editions.cache import Cache
from editions.model import Article
from editions.narration import Utterance
from editions.speech import Narrator, Script, Spoken
from editions.stored import program
from editions.voices import pieces, prepared

BREATH = 0.2
"""Seconds between the pieces of a sentence of minutes: a breath, and a seam, as hours are not encoded at once."""
_REVISION = "11"
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
    variant: str
    """Of the voice, for this line."""


@dataclass(frozen=True, slots=True)
class Job:
    """One article to record."""

    article: Article
    utterances: tuple[Utterance, ...]
    entry: str
    """Name of its recording in the cache."""
    silent: tuple[str, ...]
    """Ids of the sentences of which nothing is said."""
    lines: tuple[Line, ...] | None = None
    """What to say, when it was worked out; see ``Planner.lines``."""


class Planner:
    """Plans recordings for one voice and one manner of speaking."""

    def __init__(self, narrator: Narrator, audio: AudioSettings, jingle: Path | None, cache: Cache) -> None:
        """``jingle``: the signature sound, if there is one."""
        self._voice_name = narrator.name
        self._manners = {manner: voices.mannered(narrator, manner) for manner in get_args(narration.Manner)}
        self._audio = audio
        self._cache = cache
        self._jingle = sha256(jingle.read_bytes()).hexdigest() if jingle else ""
        self._voice = _told(narrator)
        if narrator.second:
            self._voice["second"] = repr(_told(narrator.second))

    def job(self, article: Article, spoken: tuple[Spoken, ...], before: Article | None = None) -> Job:
        """As it was last recorded when nothing has changed since, else worked out and noted.

        ``before``: the article that is heard before it.
        """
        utterances = narration.told(article, spoken, self._audio, before).utterances
        names = tuple(words.sentence_id for words in spoken)
        name = self._name(utterances, names)
        content = self._cache.get(name)
        if content is not None:
            entry, silent = json.loads(content)
            return Job(article, utterances, entry, tuple(silent))
        lines = self._worked_out(utterances)
        said = {line.sentence for line in lines}
        silent = tuple(sentence for sentence in names if sentence not in said)
        entry = self._entry(lines)
        self._cache.put(name, json.dumps((entry, silent)).encode())
        return Job(article, utterances, entry, silent, lines)

    def lines(self, job: Job) -> tuple[Line, ...]:
        """What to say for a job."""
        return self._worked_out(job.utterances) if job.lines is None else job.lines

    def _name(self, utterances: tuple[Utterance, ...], names: tuple[str, ...]) -> str:
        """Name of the entry that tells which recording an article has."""
        said = sha256(repr((names, utterances)).encode("utf-8", "surrogatepass")).hexdigest()
        manner = {"audio": settings.digest(self._audio), "encoder": encoder(), "jingle": self._jingle}
        return caching.key(kind="recording", program=program(), **self._voice, **manner, said=said)

    def _worked_out(self, utterances: tuple[Utterance, ...]) -> tuple[Line, ...]:
        """What is sent to the voice, line by line."""
        lines: list[Line] = []
        for said in utterances:
            narrator = self._manners[said.manner]
            scripts = pieces(prepared(self._voice_name, said.spoken))
            ends = [BREATH] * (len(scripts) - 1) + [said.pause]
            names = (caching.key(**_told(narrator), text=script.text) for script in scripts)
            lines += map(Line, repeat(said.sentence_id), scripts, ends, names, repeat(narrator.variant))
        return tuple(lines)

    def _entry(self, lines: tuple[Line, ...]) -> str:
        """Name of the recording: all that its bytes and its timeline depend on."""
        said = [(line.sentence, line.entry, line.pause, *_flat(line.script)) for line in lines]
        manner = f"{encoder()}, {self._audio.bitrate} kb/s"
        breath = f"{self._audio.pause('sentence')}, {self._audio.pause('reading')}"
        return caching.key(encoder=manner, jingle=self._jingle, breath=breath, lines=repr(said))


def _told(narrator: Narrator) -> dict[str, str]:
    """All that the sound of a text depends on, besides the text."""
    return {"voice": narrator.label, "version": narrator.version, "rate": narrator.manner}


def _flat(script: Script) -> Iterator[tuple[int, int, int]]:
    return ((offset, span.start, span.end) for offset, span in script.anchors)


@cache
def encoder() -> str:
    """The encoder and its version, and what we make of its frames."""
    from importlib.metadata import version

    return f"lameenc {version('lameenc')}, {_REVISION}"
