"""Threads that stop soon when their owner fails; work in a process beside that never outlives it."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from editions import executors


def test_a_pause_lasts_as_long_as_asked() -> None:
    start = time.monotonic()
    assert executors.pause(0.05)
    assert time.monotonic() - start >= 0.05


def test_when_the_owner_fails_pauses_are_cut_and_what_waits_is_dropped() -> None:
    ran: list[int] = []
    begun = threading.Event()

    def work(number: int) -> bool:
        ran.append(number)
        begun.set()
        return executors.pause(30)

    start = time.monotonic()
    futures = []
    with pytest.raises(KeyboardInterrupt), executors.workers(2, "test") as pool:
        futures += [pool.submit(work, number) for number in range(10)]
        begun.wait(5)
        raise KeyboardInterrupt
    assert time.monotonic() - start < 5
    assert len(ran) <= 2
    assert futures[-1].cancelled()
    assert futures[0].result() is False
    assert executors.pause(0.001), "the next work is not affected"


def test_there_is_at_least_one_job() -> None:
    assert executors.default_jobs() >= 1


def alone(code: str) -> str:
    """What a fresh process prints: there are no threads in it, as in the command."""
    lines = "import os, sys, time, pathlib\nfrom editions import executors\nfrom editions.errors import UsageError\n"
    run = subprocess.run([sys.executable, "-c", lines + code], capture_output=True, text=True, timeout=60)
    assert run.returncode == 0, run.stderr
    return run.stdout.strip()


needs_processes = pytest.mark.skipif(
    sys.platform != "linux" or executors.default_jobs() < 2, reason="work beside needs Linux and two cores"
)


def test_work_beside_gives_its_result_or_its_error() -> None:
    assert alone("with executors.beside(lambda: 6 * 7) as result: print(result())") == "42"
    code = """
def fail(): raise UsageError("police introuvable", "Corrigez.", "a.ttf")
try:
    with executors.beside(fail) as result: result()
except UsageError as error: print(error.where, error.hint)
"""
    assert alone(code) == "a.ttf Corrigez."


@needs_processes
def test_work_beside_is_done_in_another_process_and_again_here_when_that_is_killed() -> None:
    assert alone("with executors.beside(os.getpid) as result: print(result() != os.getpid())") == "True"
    code = """
here = os.getpid()
def work():
    if os.getpid() != here: os.kill(os.getpid(), 9)
    return "done here"
with executors.beside(work) as result: print(result())
"""
    assert alone(code) == "done here"


@needs_processes
def test_work_beside_ends_with_its_owner(tmp_path: Path) -> None:
    late = tmp_path / "late"
    code = f"""
def work():
    time.sleep(1)
    pathlib.Path({str(late)!r}).touch()
with executors.beside(work): {{}}
"""
    alone(code.format("pass"))
    killed = [sys.executable, "-c", "import os, time, pathlib\nfrom editions import executors\n" + code.format(
        "os.kill(os.getpid(), 9)"
    )]  # fmt: skip
    assert subprocess.run(killed, timeout=60).returncode == -9
    time.sleep(1.5)
    assert not late.exists()


def test_with_threads_work_beside_is_done_here() -> None:
    waiting = threading.Event()
    thread = threading.Thread(target=waiting.wait)
    thread.start()
    with executors.beside(os.getpid) as result:
        assert result() == os.getpid()
    waiting.set()
    thread.join()
