"""Who does the work side by side: threads, because the heavy parts leave Python.

eSpeak NG speaks in processes of its own (one for each thread), the network waits, LAME and NumPy release the
interpreter's lock. Futures are collected in order by their owner, so no result depends on who finished first.
"""

import os
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

_leaving = threading.Event()


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
    except BaseException:
        _leaving.set()
        raise
    finally:
        executor.shutdown(wait=True, cancel_futures=True)
        _leaving.clear()


def pause(seconds: float) -> bool:
    """Wait, in a worker; False when the work was dropped meanwhile."""
    return not _leaving.wait(seconds)
