"""Articles narrated by a cluster of dask.distributed, an engine that exists: scheduler, workers, their deaths.

    with joined("tcp://ordonnanceur:8786", tell, program()) as crew:      # or local:4
        build(Order(paths, crew=crew))

Each call is one task under a key of its own; its result comes to this process and is let go. Nothing waits for ever:
neither for a scheduler that is gone, whose workers end as if all were well, nor for workers that never come.
"""

import asyncio
import itertools
import logging
import os
import re
import time
from collections.abc import Callable, Iterator
from concurrent.futures import wait
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Generic, ParamSpec, TypeVar

from editions.cluster.encryption import refuse
from editions.cluster.members import PREFIX, alone, forget, program_here
from editions.errors import ClusterLost, MissingTool, UsageError, VoiceError
from editions.leftovers import sweep_folders

if TYPE_CHECKING:
    from distributed import Client
    from distributed import Future as Remote

P = ParamSpec("P")
T = TypeVar("T")
LOCAL = re.compile(r"local:(\d{1,3})")
ADDRESS = re.compile(r"(?:tcp|tls)://[^\s/]+:\d{1,5}")
_BRIEF = {"distributed.admin.low-level-log-length": 0}
"""Nobody reads the last thousand messages, each with its article, that either end of a connection would keep."""
_LEAN = {
    **_BRIEF,
    "distributed.comm.require-encryption": None,
    "distributed.worker.profile.enabled": False,
    "distributed.worker.memory.target": False,
    "distributed.worker.memory.spill": False,
    "distributed.worker.memory.pause": False,
    "distributed.worker.memory.terminate": False,
}
"""Workers of our own: nobody looks at their profile, drawn a hundred times a second; they hold one article, and nothing
of it leaves this machine."""
_QUIET: dict[str, Any] = {"dashboard_address": "127.0.0.1:0", "silence_logs": logging.CRITICAL}
_JOINING = 20.0
"""Seconds in which a scheduler answers, or is not there."""
_LOOK = 2.0
"""Seconds between two looks at the scheduler, while a result is awaited."""
_LOST = 10.0
"""Seconds without an answer, from the first that did not come, after which the scheduler is gone."""
_ALONE = 120.0
"""Seconds without any worker."""
_DONE = 200
"""Results after which the scheduler lets go what it keeps of them."""
_AGAIN = "Relancez la même commande : ce qui est fait n'est pas refait."


@contextmanager
def joined(address: str, tell: Callable[[str], None], program: str) -> "Iterator[Crew]":
    """The crew at an address; UsageError for none, MissingTool when it is not of our ``program`` (its digest).

    ``tell`` is given one line at the start, and one at the end when workers died.
    """
    if find_spec("distributed") is None:
        raise MissingTool("le paquet distributed n'est pas installé", "pip install 'editions[cluster]'")
    sweep_folders()
    with _client(address) as client:
        crew = Crew(client, address)
        crew.gather(program)
        tell(f"Grappe : {_several(crew.width, 'ouvrier')}, {address}")
        yield crew
        if (lost := crew.deaths) == 1:
            tell("Grappe : 1 ouvrier perdu en chemin, son travail a été refait ailleurs")
        elif lost:
            tell(f"Grappe : {lost} ouvriers perdus en chemin, leur travail a été refait ailleurs")


class Crew:
    """An executor: its workers narrate, one article each at a time."""

    def __init__(self, client: "Client", address: str) -> None:
        """``address``: as it was given, for messages."""
        self._client = client
        self._address = address
        self._numbers = itertools.count()
        self._own = f"{PREFIX}-{os.getpid()}-{time.time_ns()}"
        self._seen: set[str] = set()
        self._silent: float | None = None
        self._alone: float | None = None
        self._counted, self._count = 0.0, 0
        self._done = 0

    @property
    def width(self) -> int:
        """How many workers there are now; as they may come at any time, whoever submits asks again."""
        if time.monotonic() - self._counted > _LOOK:
            workers = self._workers()
            self._counted, self._count = time.monotonic(), self._count if workers is None else len(workers)
        return self._count

    @property
    def deaths(self) -> int:
        """How many workers were there and are no more."""
        workers = self._workers()
        return 0 if workers is None else len(self._seen - workers)

    def gather(self, program: str) -> None:
        """Wait for the first worker; MissingTool when one has another program, or none."""
        from distributed import TimeoutError as Late

        try:
            local = LOCAL.fullmatch(self._address)
            self._client.wait_for_workers(int(local[1]) if local else 1, timeout=_JOINING)
        except Late as error:
            hint = "Lancez « dask worker ADRESSE »."
            raise UsageError("aucun ouvrier ne s'est présenté", hint, self._address) from error
        for worker, digest in self._client.run(program_here, on_error="return").items():
            if digest != program:
                what = (
                    "n'a pas editions"
                    if isinstance(digest, Exception)
                    else "a une autre version du programme ou de Python"
                )
                raise MissingTool(f"{worker} {what}", "Installez les mêmes versions partout : docs/locks les fixe.")
        self._seen |= self._workers() or set()

    def submit(self, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> "Promise[T]":
        """Begin a task."""

        def begin() -> "Remote[Any]":
            key = f"{self._own}-{next(self._numbers)}"
            return self._client.submit(alone, work, *args, key=key, pure=False, **kwargs)

        return Promise(self, begin)

    def received(self) -> None:
        """One result more is here: now and then the scheduler forgets them. One that does not know how goes on."""
        self._done += 1
        if self._done % _DONE == 0:
            with suppress(Exception):  # without our package, with another Dask, gone: the next look tells what matters
                self._client.run_on_scheduler(forget, callback_timeout=_LOOK)

    def look(self) -> bool:
        """Whether the scheduler answers; ClusterLost when it does not, or has no worker, for too long."""
        now = time.monotonic()
        workers = self._workers()
        there = workers is not None
        self._seen |= workers or set()
        self._silent = None if there else self._silent or now
        self._alone = None if workers else self._alone or now
        if self._silent and now - self._silent > _LOST:
            raise ClusterLost(f"l'ordonnanceur {self._address} ne répond plus", _AGAIN)
        if self._alone and now - self._alone > _ALONE:
            raise ClusterLost(f"l'ordonnanceur {self._address} n'a plus d'ouvrier", _AGAIN)
        return there

    def _workers(self) -> set[str] | None:
        """Their addresses; None without an answer soon: ``scheduler_info`` would wait as long as a client joins."""
        from distributed import TimeoutError as Late

        if self._client.status != "running":
            return None
        try:
            told = self._client.sync(self._client.scheduler.identity, n_workers=-1, callback_timeout=_LOOK)
        except (OSError, Late):
            return None
        return set(told["workers"])


class Promise(Generic[T]):
    """A task that was begun."""

    def __init__(self, crew: Crew, begin: "Callable[[], Remote[Any]]") -> None:
        """``begin``: begins it, again when a scheduler forgot it."""
        self._crew = crew
        self._begin = begin
        self._future = begin()

    def result(self) -> T:
        """Its result, which the cluster forgets. ClusterLost with the cluster; VoiceError when it killed workers."""
        from distributed import CancelledError, KilledWorker
        from distributed.comm import CommClosedError

        while True:
            try:
                made: T = self._brought()
            except KilledWorker as error:
                raise VoiceError("les ouvriers à qui cet article a été donné sont tombés", _AGAIN) from error
            except CancelledError:  # the scheduler went away, and may have come back without a memory
                if self._crew.look():
                    self._future = self._begin()
                else:
                    time.sleep(_LOOK)
            except CommClosedError:  # it was on its way when the connection broke
                if not self._crew.look():
                    time.sleep(_LOOK)
            else:
                self._future.release()
                self._crew.received()
                return made

    def _brought(self) -> T:
        """Its result once it is here: asked for once, as to ask again would send it again from its beginning."""
        client = self._future.client
        bringing = asyncio.run_coroutine_threadsafe(
            client.gather(self._future, asynchronous=True), client.loop.asyncio_loop
        )
        while not wait((bringing,), _LOOK).done:
            self._crew.look()
        made: T = bringing.result()
        return made


@contextmanager
def _client(address: str) -> "Iterator[Client]":
    import dask
    from distributed import Client, LocalCluster

    for name in [name for name in logging.root.manager.loggerDict if name.startswith(("distributed", "tornado"))]:
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what they would print is told by us, in a line
    if local := LOCAL.fullmatch(address):
        with (
            dask.config.set(_LEAN),
            LocalCluster(n_workers=int(local[1]), threads_per_worker=1, **_QUIET) as cluster,
            Client(cluster, direct_to_workers=True) as client,
        ):
            yield client
        return
    if not ADDRESS.fullmatch(address):
        hint = "Écrivez tcp://MACHINE:8786 ou local:4."
        raise UsageError(f"ce n'est pas l'adresse d'une grappe : « {address} »", hint)
    refuse(address)
    with dask.config.set({**_BRIEF, "distributed.comm.timeouts.connect": "10s"}):
        try:
            client = Client(address, timeout=_JOINING)
        except OSError as error:
            what = "l'adresse, les certificats" if address.startswith("tls:") else "l'adresse"
            hint = f"Vérifiez {what}, et que « dask scheduler » y tourne."
            raise UsageError("aucun ordonnanceur ne répond ici", hint, address) from error
    with client:
        yield client


def _several(number: int, what: str) -> str:
    return f"{number} {what}{'s' if number > 1 else ''}"
