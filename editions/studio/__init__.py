"""Articles → sound: sentences to clips, clips to one recording each, with its timeline and what was measured.

    narrator = voices.choose("auto", settings, folder)
    studio = Studio(narrator, settings.of(AudioSettings), folder, Cache(cache.default_place()), workshop, jobs=2)
    for article, result in studio.narrate((article, spoken) for …):    # spoken: tuple[Spoken, …], one per sentence
        match result:
            case Narration(recording, figures): …
            case VoiceError(): …                                       # this article has no sound

Results come in the order of the articles, and the articles are taken one by one as room allows: memory holds a few
articles of sound, never an edition. The recording is ``workshop/<slug>.mp3``, a whole MP3 without tags.

Speaking is ``voices.speak``, a plain function of plain values, sent to an executor: threads of this process, or any
other that is handed in. This process alone writes the cache.

An article whose sentence cannot be said gives its VoiceError, and the next goes on. When the voice is one of the
network (``ONLINE``) the first failure stops all that is left, each article then giving the error: the
caller stops, or begins again with ``voices.without_network``. What was spoken is in the cache for the next run.
"""

import gc
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from contextlib import nullcontext
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from editions import voices
from editions.audio import jingles
from editions.audio.settings import AudioSettings
from editions.cache import Cache
from editions.errors import VoiceError
from editions.executors import Executor, default_jobs, get_ready_for_threads, workers
from editions.model import Article
from editions.speech import Narrator, Recording, Spoken
from editions.stored import AT_HAND
from editions.studio.clips import Clips
from editions.studio.planning import Job, Line, Planner
from editions.studio.recordings import Recordings


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
        speakers: Executor | None = None,
    ) -> None:
        """``folder``: the edition's, for its jingle; ``workshop``: where recordings go; ``jobs`` 0: the cores.

        ``speakers``: where ``voices.speak`` is run, instead of threads of our own; its owner ends it.
        """
        jingle = jingles.find(audio.jingle, folder) if audio.jingle else None
        self.narrator = narrator
        self.cache = cache
        self.jobs = jobs or default_jobs()
        self._speakers = speakers
        self._planner = Planner(narrator, audio, jingle, cache)
        self._recordings = Recordings(cache, audio, jingle, workshop)

    def narrate(
        self, articles: Iterable[tuple[Article, tuple[Spoken, ...]]]
    ) -> Iterator[tuple[Article, Narration | VoiceError]]:
        """Each article with its narration, in order; close the iterator to drop what has not begun."""
        get_ready_for_threads()
        voice = voices.load(self.narrator.name)
        at_once = voice.AT_ONCE or self.jobs
        if not voice.ONLINE:
            at_once = min(at_once, self.jobs)  # what waits for the network keeps no core busy
        taken: deque[tuple[Article, bool, Future[Narration | VoiceError]]] = deque()
        before: Article | None = None
        making = 0  # of those taken, the ones that are not just recalled: their sound takes memory
        own = nullcontext(self._speakers) if self._speakers else workers(at_once, "voice")
        with workers(self.jobs, "sound") as bench, own as speakers:
            clips = Clips(self.narrator, self.cache, speakers)
            for number, (article, spoken) in enumerate(articles, 1):
                if number % AT_HAND == 0:
                    gc.collect()  # gives back the tuples that Python keeps at hand, thousands of each length
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
                new = _awaited(lines, said or [clips.have(line) for line in lines])
                self._recordings.make(job, lines, map(clips.get, lines))
            except VoiceError as error:
                return error
            narration = self._recalled(job, new)
        return narration or clips.forgetful()

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


def _awaited(lines: tuple[Line, ...], said: list[Future[bool]]) -> int:
    """How many lines had to be spoken; VoiceError with the list of those that could not be."""
    failures: list[tuple[Line, VoiceError]] = []
    new = 0
    for line, future in zip(lines, said, strict=True):
        try:
            new += future.result()
        except VoiceError as error:
            failures.append((line, error))
    if failures:
        raise _together(failures)
    return new


def _together(failures: list[tuple[Line, VoiceError]]) -> VoiceError:
    first = failures[0][1]
    missing = ", ".join(dict.fromkeys(line.sentence for line, _ in failures))
    return VoiceError(f"{first.message} ; phrases sans son : {missing}", first.hint, first.where)
