"""The clips of lines, spoken once: asked of an executor, put into the cache by this process as they come.

clips = Clips(narrator, cache, executor)
future = clips.have(line)      # True when it had to be spoken; a VoiceError when it cannot be
clip = clips.get(line)         # once it is there
"""

from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock

from editions import voices
from editions.cache import Cache
from editions.errors import VoiceError
from editions.speech import Clip, Narrator
from editions.studio import packing
from editions.studio.planning import Line


class Clips:
    """Has lines spoken by one voice; what is asked for twice is spoken once."""

    def __init__(self, narrator: Narrator, cache: Cache, speakers: ThreadPoolExecutor) -> None:
        """``speakers``: runs ``voices.speak``."""
        self._narrator = narrator
        self._cache = cache
        self._speakers = speakers
        self._online = voices.load(narrator.name).ONLINE
        self._lock = Lock()
        self._asked: dict[str, tuple[Future[bool], Future[Clip]]] = {}
        """Entries that are being spoken."""
        self._gave_up: VoiceError | None = None

    def have(self, line: Line) -> "Future[bool]":
        """Have a line whole in the cache; the result says whether it had to be spoken."""
        if self._cache.get(line.entry) is not None:
            return _settled(False)
        with self._lock:
            if self._gave_up:
                return _settled(self._gave_up)
            if line.entry in self._asked:
                return _echo(self._asked[line.entry][0])
            kept: Future[bool] = Future()
            spoken = self._speakers.submit(voices.speak, self._narrator.name, line.variant, line.script.text)
            self._asked[line.entry] = kept, spoken
        spoken.add_done_callback(lambda done: self._keep(line.entry, done, kept))
        return kept

    def get(self, line: Line) -> Clip:
        """The clip of a line, from the cache; another build may have pruned it meanwhile."""
        content = self._cache.get(line.entry)
        if content is None and self.have(line).result():
            content = self._cache.get(line.entry)
        if content is None:
            raise forgetful(self._cache)
        return packing.unpack(content)

    def _keep(self, entry: str, spoken: "Future[Clip]", kept: "Future[bool]") -> None:
        """A line was spoken, or not: into the cache with it, and tell who waits. Called in any thread of ours."""
        error = (self._gave_up or VoiceError("interrompu")) if spoken.cancelled() else spoken.exception()
        if error is None:
            try:
                self._cache.put(entry, packing.pack(spoken.result()))
            except OSError as refusal:
                error = refusal
        elif isinstance(error, VoiceError) and self._online and not spoken.cancelled():
            self._give_up(error)
        with self._lock:
            self._asked.pop(entry, None)
        if error is None:
            kept.set_result(True)
        else:
            kept.set_exception(error)

    def _give_up(self, error: VoiceError) -> None:
        """A voice of the network that fails once is not asked again: what has not begun is dropped."""
        with self._lock:
            self._gave_up = self._gave_up or error
            waiting = [spoken for _, spoken in self._asked.values()]
        for spoken in waiting:
            spoken.cancel()


def awaited(lines: Iterable[Line], said: Iterable[Future[bool]]) -> int:
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


def forgetful(cache: Cache) -> VoiceError:
    """What was put into the cache is not there a moment later."""
    return VoiceError(f"le cache ne garde pas les phrases ({cache.folder})", "Vérifiez le disque.")


def _settled(result: "bool | VoiceError") -> "Future[bool]":
    future: Future[bool] = Future()
    if isinstance(result, VoiceError):
        future.set_exception(result)
    else:
        future.set_result(result)
    return future


def _echo(first: "Future[bool]") -> "Future[bool]":
    """As ``first`` ends, but not new: it was spoken for someone else."""
    future: Future[bool] = Future()

    def follow(done: "Future[bool]") -> None:
        error = done.exception()
        if error:
            future.set_exception(error)
        else:
            future.set_result(False)

    first.add_done_callback(follow)
    return future
