"""Articles → sound: sentences to clips, clips to one recording each, with its timeline and what was measured.

    choice = voices.choose("auto", settings, folder)
    studio = Studio(choice, settings.audio, folder, Cache(cache.default_place()), workshop, jobs=2)
    for article, result in studio.narrate((article, spoken) for …):    # spoken: tuple[Spoken, …], one per sentence
        match result:
            case Narration(recording, figures): …
            case VoiceError(): …                                       # this article has no sound

Results come in the order of the articles, and the articles are taken one by one as room allows: memory holds a few
articles of sound, never an edition. The recording is ``workshop/<slug>.mp3``, a whole MP3 without tags.

An article whose sentence cannot be said gives its VoiceError, and the next goes on. When the voice is one of the
network (``choice.voice.ONLINE``) the first failure stops all that is left, each article then giving the error: the
caller stops, or begins again with ``voices.without_network``. What was spoken is in the cache for the next run.
"""

import gc
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from editions import cache as caching
from editions.audio import jingles
from editions.cache import Cache
from editions.errors import VoiceError
from editions.executors import default_jobs, get_ready_for_threads, workers
from editions.memory import AT_HAND
from editions.model import Article
from editions.planning import Job, Line, Planner
from editions.recordings import Recordings
from editions.settings import AudioSettings
from editions.speech import Clip, Recording, Spoken
from editions.voices import Choice


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured on one article."""

    loudness: float
    """LUFS, integrated, of the sound that was encoded."""
    true_peak: float
    """dBTP, of the sound that was encoded."""
    seconds: float
    characters_per_second: float
    """Spoken characters by second of speech, pauses left out."""
    voice: str
    version: str
    sentences: int
    """Of the article; each has a cue, or is in ``silent``."""
    new_clips: int
    cached_clips: int
    silent: tuple[str, ...] = ()
    """Ids of sentences in which there is nothing to say (« *** »)."""
    odd: tuple[str, ...] = ()
    """Ids of sentences whose sound is shorter or longer than their text allows."""


@dataclass(frozen=True, slots=True)
class Narration:
    """One article as sound, and its measures."""

    recording: Recording
    figures: Figures


class Studio:
    """Speaks and records articles with one voice."""

    def __init__(
        self,
        choice: Choice,
        audio: AudioSettings,
        folder: Path,
        cache: Cache,
        workshop: Path,
        jobs: int = 0,
    ) -> None:
        """``folder``: the edition's, for its jingle; ``workshop``: where recordings go; ``jobs`` 0: the cores."""
        jingle = jingles.find(audio.jingle, folder) if audio.jingle else None
        self.choice = choice
        self.cache = cache
        self.jobs = jobs or default_jobs()
        self._planner = Planner(choice, audio, jingle, cache)
        self._recordings = Recordings(cache, audio.bitrate, jingle, workshop)
        self._gave_up: VoiceError | None = None

    def narrate(
        self, articles: Iterable[tuple[Article, tuple[Spoken, ...]]]
    ) -> Iterator[tuple[Article, Narration | VoiceError]]:
        """Each article with its narration, in order; close the iterator to drop what has not begun."""
        get_ready_for_threads()
        at_once = self.choice.voice.AT_ONCE or self.jobs
        taken: deque[tuple[Article, bool, Future[Narration | VoiceError]]] = deque()
        making = 0  # of those taken, the ones that are not just recalled: their sound takes memory
        with workers(self.jobs, "sound") as bench, workers(at_once, "voice") as mouths:
            for number, (article, spoken) in enumerate(articles, 1):
                if number % AT_HAND == 0:
                    gc.collect()  # gives back the tuples that Python keeps at hand, thousands of each length
                job = self._planner.job(article, spoken)
                lines = () if self.cache.has(job.entry) else self._planner.lines(job)
                said = [mouths.submit(self._speak, line) for line in lines]
                taken.append((article, bool(said), bench.submit(self._record, job, said)))
                making += bool(said)
                while making > 2 * self.jobs or len(taken) > AT_HAND:
                    done, made, future = taken.popleft()
                    making -= made
                    yield done, future.result()
            for done, _, future in taken:
                yield done, future.result()
        self.cache.tidy()

    def _speak(self, line: Line) -> bool:
        """Have a line whole in the cache; whether it had to be spoken."""
        if self.cache.get(line.entry) is not None:
            return False
        if self._gave_up:
            raise self._gave_up
        try:
            clip = self.choice.voice.synthesize(line.script.text, self.choice.variant)
        except VoiceError as error:
            if self.choice.voice.ONLINE:
                self._gave_up = error
            raise
        self.cache.put(line.entry, caching.pack(clip))
        return True

    def _record(self, job: Job, said: list[Future[bool]]) -> Narration | VoiceError:
        """One article: from the cache, else joined, levelled and encoded once all its sentences are spoken."""
        narration = None if said else self._recalled(job, 0)
        if narration is None:
            import_module("editions.audio.mastering")  # heavy, and the voices have only begun
            try:
                lines = self._planner.lines(job)
                new = _awaited(lines, said) if said else sum(map(self._speak, lines))
                self._recordings.make(job, lines, map(self._clip, lines))
            except VoiceError as error:
                return error
            narration = self._recalled(job, new)
        return narration or self._forgetful()

    def _recalled(self, job: Job, new: int) -> Narration | None:
        """The recording that the cache holds, or None; ``new``: how many of its lines had to be spoken."""
        kept = self._recordings.recall(job)
        if kept is None:
            return None
        figures = Figures(
            **kept.measured,
            voice=self.choice.label,
            version=self.choice.version,
            sentences=kept.sentences + len(job.silent),
            new_clips=new,
            cached_clips=kept.lines - new,
            silent=job.silent,
            odd=kept.odd,
        )
        return Narration(kept.recording, figures)

    def _clip(self, line: Line) -> Clip:
        """The clip of a line, from the cache; another build may have pruned it meanwhile."""
        content = self.cache.get(line.entry)
        if content is None and self._speak(line):
            content = self.cache.get(line.entry)
        if content is None:
            raise self._forgetful()
        return caching.unpack(content)

    def _forgetful(self) -> VoiceError:
        """What was put into the cache is not there a moment later."""
        return VoiceError(f"le cache ne garde pas les phrases ({self.cache.folder})", "Vérifiez le disque.")


def _awaited(lines: tuple[Line, ...], said: list[Future[bool]]) -> int:
    """How many lines had to be spoken; VoiceError with the list of those that could not be."""
    failures: list[tuple[Line, VoiceError]] = []
    new = 0
    for line, future in zip(lines, said, strict=True):
        try:
            new += future.result()
        except VoiceError as error:
            failures.append((line, error))
        except CancelledError:
            failures.append((line, VoiceError("interrompu")))
    if failures:
        raise _together(failures)
    return new


def _together(failures: list[tuple[Line, VoiceError]]) -> VoiceError:
    first = failures[0][1]
    missing = ", ".join(dict.fromkeys(line.sentence for line, _ in failures))
    return VoiceError(f"{first.message} ; phrases sans son : {missing}", first.hint, first.where)
