"""Processes that run other people's code, within bounds: so many seconds and megabytes, then they are ended.

    watch = Watch(process, Bounds(seconds=30, megabytes=500))
    watch.read(process.stdout.fileno(), 4)        # Exceeded when the process takes more, EOFError when it has ended
    run(["java", "-version"], Bounds(60, 2000))   # as subprocess.run, its output captured as text

Memory is what the process and those below it hold, as Linux tells it; elsewhere only time is bounded.
"""

import os
import select
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_LOOK = 0.25
"""Seconds between two looks at the memory of a process that works: a gigabyte takes longer to fill."""
_CHUNK = 4096
"""Bytes that a pipe takes at once, when it takes any (``PIPE_BUF``)."""
_MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a process may take for one piece of work."""

    seconds: float
    megabytes: int


def end(process: "subprocess.Popen[bytes]") -> None:
    """Close its pipes, by which it ends, and wait until it has."""
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with suppress(BrokenPipeError):
                pipe.close()
    process.wait()


class Exceeded(Exception):
    """A process took more, and was ended; it reads as « plus de 30 s », to be told by who asked for the work."""


class Watch:
    """One piece of work of a process, from now on."""

    def __init__(self, process: "subprocess.Popen[Any]", bounds: Bounds) -> None:
        self._process, self._bounds = process, bounds
        now = time.monotonic()
        self._end, self._next = now + bounds.seconds, now + _LOOK

    def look(self) -> None:
        """Exceeded, the process and those below it ended, when it is time or memory is too much; looks now and then."""
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + _LOOK
        if now > self._end:
            self._stop(f"plus de {self._bounds.seconds:.0f} s")
        if sum(map(_resident, _tree(self._process.pid))) > self._bounds.megabytes * _MEGABYTE:
            self._stop(f"plus de {self._bounds.megabytes} Mo de mémoire")

    def read(self, pipe: int, count: int) -> bytes:
        """That many bytes; EOFError when the process ends before."""
        parts, missing = [], count
        while missing:
            self._wait(pipe, "POLLIN")
            part = os.read(pipe, missing)
            if not part:
                raise EOFError
            parts.append(part)
            missing -= len(part)
        return b"".join(parts)

    def line(self, pipe: int) -> bytes:
        """What is there up to the end of a line, the last of it; without that end when the process ends before."""
        line = b""
        while not line.endswith(b"\n"):
            self._wait(pipe, "POLLIN")
            part = os.read(pipe, _CHUNK)
            if not part:
                break
            line += part
        return line

    def write(self, pipe: int, data: bytes) -> None:
        """All of it; BrokenPipeError when the process ends before."""
        for start in range(0, len(data), _CHUNK):
            self._wait(pipe, "POLLOUT")
            os.write(pipe, data[start : start + _CHUNK])

    def _wait(self, pipe: int, event: str) -> None:
        """Until a pipe has, or takes, something; Windows cannot tell, there a process is ended from beside."""
        self.look()
        if not hasattr(select, "poll"):
            return
        poll = select.poll()
        poll.register(pipe, getattr(select, event))
        while not poll.poll(1000 * _LOOK):
            self.look()

    def __enter__(self) -> "Watch":
        self._beside = threading.Timer(self._bounds.seconds, self._process.kill)
        if not hasattr(select, "poll"):
            self._beside.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, *error: object) -> None:
        self._beside.cancel()
        late = time.monotonic() > self._end
        if late and kind is not None and issubclass(kind, EOFError | BrokenPipeError):
            self._stop(f"plus de {self._bounds.seconds:.0f} s")

    def _stop(self, excess: str) -> None:
        for process in (*_tree(self._process.pid), self._process.pid):
            with suppress(ProcessLookupError):
                os.kill(process, 9) if process != self._process.pid else self._process.kill()
        raise Exceeded(excess)


def run(command: Sequence[str], bounds: Bounds) -> "subprocess.CompletedProcess[str]":
    """What a command prints, and how it ends; Exceeded when it takes more."""
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe, text=True, encoding="utf-8", errors="replace"
    ) as process:
        watch = Watch(process, bounds)
        while True:
            try:
                out, errors = process.communicate(timeout=_LOOK)
            except subprocess.TimeoutExpired:
                watch.look()
            else:
                return subprocess.CompletedProcess(list(command), process.returncode, out, errors)


def _tree(process: int) -> Iterator[int]:
    """A process and those below it, where Linux tells."""
    if sys.platform == "linux":
        yield process
        with suppress(OSError):
            for child in Path(f"/proc/{process}/task/{process}/children").read_text().split():
                yield from _tree(int(child))


def _resident(process: int) -> int:
    """Bytes that a process holds; none when it has ended."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0
