"""Who does the work side by side: mostly threads, because the heavy parts leave Python.

eSpeak NG speaks in processes of its own (one for each thread), the network waits, LAME and NumPy release the
interpreter's lock. Futures are collected in order by their owner, so no result depends on who finished first.
"""

import ctypes
import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from multiprocessing import Pipe
from typing import TYPE_CHECKING, NoReturn, ParamSpec, Protocol, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # read when NumPy is imported: its threads would wait for ours
_MMAP_THRESHOLD, _TRIM_THRESHOLD, _ARENA_MAX = -3, -1, -8
"""``M_MMAP_THRESHOLD``, ``M_TRIM_THRESHOLD`` and ``M_ARENA_MAX`` of ``malloc.h``."""
_LARGE, _SPARE = 1_000_000, 4_000_000
_MANY = 50_000
"""Objects made before the collector looks at the young ones."""
_DIE_WITH_PARENT = 1
"""``PR_SET_PDEATHSIG`` of ``prctl.h``."""
_TURN = 0.001
"""Seconds that a thread may hold the interpreter while others wait: after each block of sound a thread asks for it, and
Python's own five milliseconds are as long as the work."""
_leaving = threading.Event()
_at_drop: list[Callable[[], None]] = []
P = ParamSpec("P")
S = TypeVar("S")
T = TypeVar("T")
R = TypeVar("R", covariant=True)


class Promise(Protocol[R]):
    """Work that was begun elsewhere."""

    def result(self) -> R:
        """What it gave, once it is there; raises what it raised."""
        ...


class Executor(Protocol):
    """What runs a function elsewhere: processes, other machines. As ``concurrent.futures.Executor``."""

    def submit(self, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Promise[T]:
        """Begin ``work``; it must pickle, and so must its result."""
        ...


class Crew(Executor, Protocol):
    """One of as many as there are at the moment."""

    @property
    def width(self) -> int:
        """How many work at the same time."""
        ...


def spare_the_collector() -> None:
    """Have Python look for garbage rarely, and not among what is there already: for a command that ends soon.

    What we make holds few cycles; and pages that the collector does not touch stay shared with forks.
    """
    gc.freeze()
    gc.set_threshold(_MANY, 20, 50)


def default_jobs() -> int:
    """The cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def workers(count: int, name: str) -> Iterator[ThreadPoolExecutor]:
    """``count`` threads; when their owner fails or is interrupted, what has not begun is dropped, pauses are cut."""
    executor = ThreadPoolExecutor(count, thread_name_prefix=name)
    try:
        yield executor
    except BaseException:  # Ctrl-C as well: who waits is woken
        _leaving.set()
        for work in _at_drop:
            work()
        raise
    finally:
        executor.shutdown(wait=True, cancel_futures=True)
        _leaving.clear()


@contextmanager
def beside(work: Callable[[], T]) -> Iterator[Callable[[], T]]:
    """Begin ``work`` in a process of its own; yields what waits for its result, or raises what it raised.

    Only where a process can be forked that dies with this one, and there are no threads yet and several cores;
    elsewhere, and if the process is killed, the work is done when its result is asked for. The result must pickle.
    """
    if sys.platform != "linux" or threading.active_count() > 1 or default_jobs() < 2:
        yield work
        return
    receiver, sender = Pipe(duplex=False)
    owner = os.getpid()
    child = os.fork()
    if child == 0:
        _answer(work, sender, owner)
    sender.close()

    def result() -> T:
        try:
            done, value = receiver.recv()
        except EOFError:
            return work()
        if not done:
            raise value
        answer: T = value
        return answer

    try:
        yield result
    finally:
        receiver.close()
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _answer(work: Callable[[], T], sender: "Connection[tuple[bool, object], object]", owner: int) -> NoReturn:
    """Be the process that does the work; it has nothing to tidy up, as its owner sweeps up what is unfinished."""
    status = 1
    try:
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
        if os.getppid() != owner:  # killed before we could ask to be told
            os._exit(status)
        for ending in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(ending, signal.SIG_DFL)
        answer: tuple[bool, object]
        try:
            answer = True, work()
        except Exception as error:  # whatever it is, its owner raises it
            answer = False, error
        sender.send(answer)
        status = 0
    finally:
        os._exit(status)


def get_ready_for_threads() -> None:
    """Let threads that leave Python often come back soon; and keep memory low."""
    sys.setswitchinterval(_TURN)
    _keep_memory_low()


def side_by_side(work: Callable[[S], T], items: Iterable[S]) -> list[T]:
    """What ``work`` gives for each item, in their order: for files, as work on them leaves Python."""
    with ThreadPoolExecutor(default_jobs()) as executor:
        return list(executor.map(work, items))


def _keep_memory_low() -> None:
    """Have the C library give back large blocks when they are freed, and keep a little for the small ones.

    glibc stops giving back once it has seen some, and each thread keeps its own: a quarter of our memory. Told of
    the first threshold it gives back after every small block too, and takes a page again a moment later. Threads that
    share one store do not wait for one another: Python has its own for small things.
    """
    if sys.platform == "linux":
        set_option = getattr(ctypes.CDLL(None), "mallopt", None)  # not in musl, which gives back anyway
        if set_option is not None:
            set_option(_MMAP_THRESHOLD, _LARGE)
            set_option(_TRIM_THRESHOLD, _SPARE)
            set_option(_ARENA_MAX, 1)


def when_dropped(work: Callable[[], None]) -> Callable[[], None]:
    """Have ``work`` done as soon as workers are to leave: for what they wait for without looking up."""
    _at_drop.append(work)
    return work


def dropped() -> bool:
    """Whether a worker's work is no longer wanted."""
    return _leaving.is_set()


def pause(seconds: float) -> bool:
    """Wait, in a worker; False when the work was dropped meanwhile."""
    return not _leaving.wait(seconds)
