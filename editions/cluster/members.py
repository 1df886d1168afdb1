"""What a crew asks of the members of its cluster: plain functions, run by a worker or by the scheduler.

    client.submit(alone, work, *args)
    client.run(program_here)
    client.run_on_scheduler(forget)

They are sent by name: a member without this package, or with another one, cannot run them.
"""

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    from distributed import Scheduler

P = ParamSpec("P")
T = TypeVar("T")
PREFIX = "editions"
"""Of the keys of our tasks: what a scheduler counts under one name, it counts together."""


def alone(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """On a worker: the work, one thread at a time."""
    _keep_to_one_thread()
    return work(*args, **kwargs)


def program_here() -> str:
    """On a worker: the digest of its program."""
    from editions.stored import program

    return program()


def forget(dask_scheduler: "Scheduler") -> None:
    """On the scheduler: let go what it keeps, for those who look for a fault, of our tasks that are done.

    That is every key it split, a description of each task, and the last thousand messages to each worker and client,
    articles and all: 25 MB more after 20,000 small articles. What it keeps of others' tasks is theirs.
    """
    from dask.utils import key_split

    key_split.cache_clear()
    for stream in (*dask_scheduler.stream_comms.values(), *dask_scheduler.client_comms.values()):
        stream.recent_message_log.clear()
    for span in dask_scheduler.extensions["spans"].spans.values():
        if span.metadata and {group.name for group in span.groups} == {PREFIX}:
            span.metadata["collections"].clear()


@cache
def _keep_to_one_thread() -> None:
    """NumPy's own threads wait for one another; a worker that Dask's nanny did not begin has as many as cores."""
    import numpy  # noqa: F401 - what is not loaded yet has no threads to limit
    from threadpoolctl import threadpool_limits

    threadpool_limits(1)
