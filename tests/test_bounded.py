"""Processes that take too long, or too much, are ended with all that they started, and named."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from editions.bounded import Bounds, Exceeded, Watch, run
from editions.errors import VoiceError
from editions.speech import Clip
from editions.voices import _processes as processes
from editions.voices._processes import Need, Speaker

SLEEPS = "import time; time.sleep(60)"
EATS = "held = []\nwhile True: held.append(b'x' * 10_000_000)"
BELOW = f"import subprocess, sys; print(subprocess.Popen([sys.executable, '-c', {EATS!r}]).pid, flush=True); {SLEEPS}"
linux = pytest.mark.skipif(sys.platform != "linux", reason="memory as Linux tells it")
"""Answers a request as voices do: one sample, at a rate of 8000, without words."""
HEARS = "import os, struct; n = struct.unpack('>I', os.read(0, 4))[0]; text = os.read(0, n).decode()\n"
SAYS = "os.write(1, struct.pack('>IhIII', 1, 7, 0, 8000, 0)); import time; time.sleep(60)"


def python(program: str) -> list[str]:
    return [sys.executable, "-c", program]


def alive(process: int) -> bool:
    status = Path(f"/proc/{process}/stat")
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] != "Z"


def ended_soon(process: int) -> bool:
    end = time.monotonic() + 10
    while alive(process) and time.monotonic() < end:
        time.sleep(0.05)
    return not alive(process)


def test_what_a_command_says_is_there() -> None:
    done = run(python("import sys; print('oui'); print('non', file=sys.stderr); sys.exit(3)"), Bounds(60, 500))
    assert (done.returncode, done.stdout, done.stderr) == (3, "oui\n", "non\n")


def test_a_command_that_sleeps_is_ended() -> None:
    began = time.monotonic()
    with pytest.raises(Exceeded, match=r"^plus de 1 s$"):
        run(python(SLEEPS), Bounds(1, 500))
    assert time.monotonic() - began < 10


@linux
def test_a_command_that_eats_memory_is_ended() -> None:
    with pytest.raises(Exceeded, match=r"^plus de 100 Mo de mémoire$"):
        run(python(EATS), Bounds(60, 100))


@linux
def test_what_a_process_started_counts_and_ends_with_it() -> None:
    with subprocess.Popen(python(BELOW), stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        below = int(process.stdout.readline())
        watch = Watch(process, Bounds(60, 300))
        with pytest.raises(Exceeded, match="300 Mo"):
            watch.read(process.stdout.fileno(), 1)
    assert ended_soon(below)


@pytest.mark.parametrize("polled", [True, False])
def test_a_voice_that_sleeps_is_ended_and_named_then_replaced(monkeypatch: pytest.MonkeyPatch, polled: bool) -> None:
    """Without ``poll``: as on Windows."""
    if not polled:
        monkeypatch.delattr("editions.bounded.select.poll", raising=False)
    speaker = Speaker(python(HEARS + "if text == 'dors': import time; time.sleep(60)\n" + SAYS), Need(1, 0.1, 500))
    with pytest.raises(VoiceError, match=r"la voix a été arrêtée \(plus de 1 s\) en disant « dors »") as caught:
        speaker.say("dors")
    assert caught.value.hint
    assert speaker.process is None
    assert speaker.say("parle") == Clip(8000, b"\0\7", ())
    speaker.close()


@linux
def test_a_voice_that_eats_memory_is_ended_and_named() -> None:
    speaker = Speaker(python(HEARS + EATS), Need(60, 0, 100))
    with pytest.raises(VoiceError, match=r"\(plus de 100 Mo de mémoire\) en disant « mange »"):
        speaker.say("mange")
    assert speaker.process is None


def test_a_long_text_has_more_time_than_a_short_one() -> None:
    assert Need(2, 0.5, 100).of("quatre") == Bounds(5, 100)


def test_a_voice_that_does_not_listen_is_ended_too() -> None:
    """The text is longer than what a pipe holds."""
    speaker = Speaker(python(SLEEPS), Need(1, 0, 500))
    with pytest.raises(VoiceError, match="arrêtée"):
        speaker.say("mot " * processes.PIPE)
