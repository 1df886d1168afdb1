"""Processes that speak, for voices whose library must not live in the command's own process.

The protocol, in numbers of 4 bytes, big endian. A request: its length in bytes, then UTF-8 text. The answer: parts of
16-bit mono sound, each behind its number of samples; then 0, the sample rate, how many words the voice tells, and the
character and sample of each. A process whose text killed its voice ends without more; and each ends when its stdin is
closed, so that none is left when the command is killed. One that takes too long for its text, or too much memory, is
ended (``bounded.py``).
"""

import os
import struct
import subprocess
import threading
import weakref
from collections.abc import Callable
from dataclasses import dataclass

from editions.bounded import Bounds, Exceeded, Watch, end
from editions.errors import VoiceError
from editions.executors import dropped, when_dropped
from editions.speech import Clip

PIPE = 1 << 18
"""Bytes that a process may write ahead (Linux): six seconds of speech."""
_TOLD = 60
"""Characters of a text that a message quotes."""


@dataclass(frozen=True, slots=True)
class Need:
    """What a voice may take for a text: a hundred times what it takes on a small machine."""

    seconds: float
    """With what it takes to start."""
    a_character: float
    megabytes: int

    def of(self, text: str) -> Bounds:
        """What it may take for this one."""
        return Bounds(self.seconds + self.a_character * len(text), self.megabytes)


class Speaker:
    """One process, started when it is first needed and again when it has ended; closed with its owner."""

    def __init__(self, command: list[str], need: Need, lasting: bool = False) -> None:
        """``command``: the program and its arguments; ``lasting``: what it said before never changes what it says."""
        self._command = command
        self._need = need
        self._lasting = lasting
        self._finalizer: weakref.finalize[[subprocess.Popen[bytes]], Speaker] | None = None
        self.process: subprocess.Popen[bytes] | None = None

    def say(self, text: str) -> Clip | None:
        """The sound of a text, or None when it killed the voice. VoiceError when it cannot start, or takes too much."""
        if dropped():
            raise VoiceError("interrompu")
        process = self._ready()
        try:
            with Watch(process, self._need.of(text)) as watch:
                answer = _ask(process, watch, text.encode("utf-8", "replace"))
        except (BrokenPipeError, EOFError):
            self.close()
            return None
        except Exceeded as excess:
            self.close()
            told = text.rpartition("\n")[2][:_TOLD]
            message = f"la voix a été arrêtée ({excess}) en disant « {told} »"
            raise VoiceError(message, "Donnez-lui une lecture dans lexicon.tsv, ou une phrase plus courte.") from excess
        if not self._lasting and not hasattr(os, "fork"):
            self.close()  # there, each text needs a fresh process to give the same bytes
        return answer

    def close(self) -> None:
        """End the process."""
        if self._finalizer is not None:
            self._finalizer()
        self._finalizer = self.process = None

    def _ready(self) -> "subprocess.Popen[bytes]":
        if self.process is not None and self.process.poll() is None:
            return self.process
        self.close()
        self.process = _start(self._command)
        _running.add(self)
        self._finalizer = weakref.finalize(self, end, self.process)
        return self.process


class Speakers:
    """The processes of a voice: one for each thread and variant; those of a thread end with it."""

    def __init__(self, need: Need, lasting: bool = False) -> None:
        """None yet; ``lasting``: see ``Speaker``."""
        self._threads = threading.local()
        self._need, self._lasting = need, lasting

    def of(self, variant: str, command: Callable[[str], list[str]]) -> Speaker:
        """This thread's process for a variant; ``command`` tells how to start it."""
        speakers: dict[str, Speaker] = self._threads.__dict__.setdefault("speakers", {})
        if variant not in speakers:
            speakers[variant] = Speaker(command(variant), self._need, self._lasting)
        return speakers[variant]

    def close(self) -> None:
        """End the processes of this thread."""
        self._threads.__dict__.pop("speakers", None)


_running: "weakref.WeakSet[Speaker]" = weakref.WeakSet()


@when_dropped
def _kill() -> None:
    """End what is being said, so that no thread waits for it."""
    for speaker in list(_running):
        if (process := speaker.process) is not None:
            process.kill()


def _start(command: list[str]) -> "subprocess.Popen[bytes]":
    try:
        return subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0,
            pipesize=PIPE, env={**os.environ, "LD_BIND_NOW": "1"},  # its forks find all symbols bound
        )  # fmt: skip
    except OSError as error:
        raise VoiceError(f"la voix ne démarre pas ({error})") from error


def _ask(process: "subprocess.Popen[bytes]", watch: Watch, request: bytes) -> Clip:
    assert process.stdin is not None
    assert process.stdout is not None
    answer = process.stdout.fileno()
    watch.write(process.stdin.fileno(), struct.pack(">I", len(request)) + request)
    sound = []
    while samples := _numbers(watch, answer, 1)[0]:
        sound.append(watch.read(answer, 2 * samples))
    rate, count = _numbers(watch, answer, 2)
    words = _numbers(watch, answer, 2 * count)
    return Clip(rate, b"".join(sound), tuple(zip(words[::2], words[1::2], strict=True)))


def _numbers(watch: Watch, pipe: int, count: int) -> tuple[int, ...]:
    return struct.unpack(f">{count}I", watch.read(pipe, 4 * count))
