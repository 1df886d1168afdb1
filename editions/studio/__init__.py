"""Articles → sound: sentences to clips, clips to one recording each, with its timeline and what was measured.

    narrator = voices.choose("auto", settings, folder)
    studio = Studio(narrator, settings.of(AudioSettings), folder, Cache(cache.default_place()), workshop, jobs=2)
    for article, result in studio.narrate((article, spoken) for …):    # spoken: tuple[Spoken, …], one per sentence
        match result:
            case Narration(recording, figures): …
            case VoiceError(): …                                       # this article has no sound

Results come in the order of the articles, and the articles are taken one by one as room allows: memory holds a few
articles of sound, never an edition. The recording is ``workshop/<slug>.mp3``, a whole MP3 without tags.

Speaking is ``voices.speak``, in threads of this process; or whole articles are narrated elsewhere, by an executor that
is handed in: ``abroad.narrated``, a plain function of plain values. This process alone writes the cache.

An article whose sentence cannot be said gives its VoiceError, and the next goes on. When the voice is one of the
network (``ONLINE``) the first failure stops all that is left, each article then giving the error: the
caller stops, or begins again with ``voices.without_network``. What was spoken is in the cache for the next run.
"""

import gc
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TypeVar

from editions import voices
from editions.audio import jingles
from editions.audio.settings import AudioSettings
from editions.cache import Cache
from editions.errors import VoiceError
from editions.executors import Crew, Promise, default_jobs, get_ready_for_threads, workers
from editions.model import Article
from editions.speech import Narrator, Recording, Spoken
from editions.stored import AT_HAND, program
from editions.studio import abroad
from editions.studio.clips import Clips, awaited, forgetful
from editions.studio.planning import Job, Planner
from editions.studio.recordings import Recordings

T = TypeVar("T")
AHEAD = 3
"""Articles that a crew is sent for each of its members: the next is there when one is done."""


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
    """Ids of sentences of which nothing is said: « … » alone, the paper's name once more, a credit left out."""
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
        narrator: Narrator,
        audio: AudioSettings,
        folder: Path,
        cache: Cache,
        workshop: Path,
        jobs: int = 0,
        crew: Crew | None = None,
    ) -> None:
        """``folder``: the edition's, for its jingle; ``workshop``: where recordings go; ``jobs`` 0: the cores.

        ``crew``: narrates articles, instead of threads of our own; its owner ends it.
        """
        jingle = jingles.find(audio.jingle, folder) if audio.jingle else None
        self._audio, self._jingle = audio, jingle
        self.narrator = narrator
        self.cache = cache
        self.jobs = jobs or default_jobs()
        self._crew = crew
        self._planner = Planner(narrator, audio, jingle, cache)
        self._recordings = Recordings(cache, audio, jingle, workshop)

    def narrate(
        self, articles: Iterable[tuple[Article, tuple[Spoken, ...]]]
    ) -> Iterator[tuple[Article, Narration | VoiceError]]:
        """Each article with its narration, in order; close the iterator to drop what has not begun."""
        return self._at_home(articles) if self._crew is None else self._abroad(articles, self._crew)

    def _abroad(
        self, articles: Iterable[tuple[Article, tuple[Spoken, ...]]], crew: Crew
    ) -> Iterator[tuple[Article, Narration | VoiceError]]:
        """A window of articles with the crew, a voice of the network never more than it may be asked at once."""
        get_ready_for_threads()  # those of the crew's client
        voice = voices.load(self.narrator.name)
        most = voice.AT_ONCE if voice.ONLINE else 0
        taken: deque[tuple[Article, Job, Promise[abroad.Content] | None]] = deque()
        away = 0
        before: Article | None = None
        for article, spoken in _tidily(articles):
            job = self._planner.job(article, spoken, before)
            before = article
            sent = None if self.cache.has(job.entry) else crew.submit(abroad.narrated, self._task(job))
            taken.append((article, job, sent))
            away += sent is not None
            room = AHEAD * max(1, crew.width)
            while away >= (min(room, most) if most else room) or len(taken) >= max(room, AT_HAND):
                done, made, promise = taken.popleft()
                away -= promise is not None
                yield done, self._back(made, promise)
        for done, made, promise in taken:
            yield done, self._back(made, promise)
        self.cache.tidy()
        gc.collect()  # much of what came over the network points at itself, and the next edition begins

    def _task(self, job: Job) -> abroad.Task:
        jingle = (self._jingle.name, self._jingle.read_bytes()) if self._jingle else None
        lines = self._planner.lines(job)
        return abroad.Task(
            program(),
            self.narrator.name,
            self.narrator.variant,
            self.narrator.version,
            lines,
            self._audio,
            jingle,
            job.entry,
        )

    def _back(self, job: Job, promise: Promise[abroad.Content] | None) -> Narration | VoiceError:
        """One article: from the cache, else as it comes back."""
        if promise is None:
            if narration := self._recalled(job, 0):
                return narration
            assert self._crew is not None
            promise = self._crew.submit(abroad.narrated, self._task(job))  # the entry was damaged
        try:
            content = promise.result()
        except VoiceError as error:
            return error
        abroad.kept(self.cache, job.entry, content)
        return self._recalled(job, len(self._planner.lines(job))) or forgetful(self.cache)

    def _at_home(
        self, articles: Iterable[tuple[Article, tuple[Spoken, ...]]]
    ) -> Iterator[tuple[Article, Narration | VoiceError]]:
        get_ready_for_threads()
        voice = voices.load(self.narrator.name)
        at_once = voice.AT_ONCE or self.jobs
        if not voice.ONLINE:
            at_once = min(at_once, self.jobs)  # what waits for the network keeps no core busy
        taken: deque[tuple[Article, bool, Future[Narration | VoiceError]]] = deque()
        before: Article | None = None
        making = 0  # of those taken, the ones that are not just recalled: their sound takes memory
        with workers(self.jobs, "sound") as bench, workers(at_once, "voice") as speakers:
            clips = Clips(self.narrator, self.cache, speakers)
            for article, spoken in _tidily(articles):
                job = self._planner.job(article, spoken, before)
                before = article
                lines = () if self.cache.has(job.entry) else self._planner.lines(job)
                said = [clips.have(line) for line in lines]
                taken.append((article, bool(said), bench.submit(self._record, job, said, clips)))
                making += bool(said)
                while making > 2 * self.jobs or len(taken) > AT_HAND:
                    done, made, future = taken.popleft()
                    making -= made
                    yield done, future.result()
            for done, _, future in taken:
                yield done, future.result()
        self.cache.tidy()

    def _record(self, job: Job, said: list[Future[bool]], clips: Clips) -> Narration | VoiceError:
        """One article: from the cache, else joined, levelled and encoded once all its sentences are spoken."""
        narration = None if said else self._recalled(job, 0)
        if narration is None:
            import_module("editions.audio.mastering")  # heavy, and the voices have only begun
            try:
                lines = self._planner.lines(job)
                new = awaited(lines, said or [clips.have(line) for line in lines])
                self._recordings.make(job.entry, lines, map(clips.get, lines))
            except VoiceError as error:
                return error
            narration = self._recalled(job, new)
        return narration or forgetful(self.cache)

    def _recalled(self, job: Job, new: int) -> Narration | None:
        """The recording that the cache holds, or None; ``new``: how many of its lines had to be spoken."""
        kept = self._recordings.recall(job)
        if kept is None:
            return None
        figures = Figures(
            **kept.measured,
            voice=self.narrator.label,
            version=self.narrator.version,
            sentences=kept.sentences + len(job.silent),
            new_clips=new,
            cached_clips=kept.lines - new,
            silent=job.silent,
            odd=kept.odd,
        )
        return Narration(kept.recording, figures)


def _tidily(articles: Iterable[T]) -> Iterator[T]:
    """Each in turn; now and then Python gives back the tuples that it keeps at hand, thousands of each length."""
    for number, article in enumerate(articles, 1):
        if number % AT_HAND == 0:
            gc.collect()
        yield article
