"""Interrupted and killed anywhere: the edition that was there stays, the next build is the same bytes."""

import os
import random
import signal
import subprocess
import time
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.conftest import missing
from tests.faults.builds import digests, ended, posix, start, times, write


def session_members(leader: int) -> list[str]:
    """Processes of the session that ``leader`` began and that still run."""
    listed = subprocess.run(["ps", "-eo", "sid=,stat=,args="], capture_output=True, text=True, check=True).stdout
    rows = [line.split(None, 2) for line in listed.splitlines()]
    return [row[2] for row in rows if int(row[0]) == leader and not row[1].startswith("Z")]


def nobody_is_left(leader: int) -> None:
    """Processes of a session whose leader was killed notice it soon."""
    end = time.monotonic() + 30
    while session_members(leader) and time.monotonic() < end:
        time.sleep(0.1)
    assert session_members(leader) == []


def seconds_of(folder: Path, tmp_path: Path) -> float:
    """How long its build takes now."""
    began = time.monotonic()
    assert ended(start(folder, tmp_path / "timed", tmp_path / "cache-timed"))[0] == 0
    return time.monotonic() - began


@posix
@pytest.mark.parametrize("name, code", [("SIGTERM", 143), ("SIGINT", 130), ("SIGHUP", 129)])
def test_a_signal_ends_the_build_soon_and_leaves_nothing(folder: Path, tmp_path: Path, name: str, code: int) -> None:
    write(folder, 5, 12)  # long enough to be interrupted
    length = seconds_of(folder, tmp_path) if times(1) > 1 else 0
    draw = random.Random(7)
    for attempt in range(times(1)):
        output, cache = tmp_path / f"out{attempt}", tmp_path / f"cache{attempt}"
        process = start(folder, output, cache)
        while not output.is_dir() or not os.listdir(output):
            assert process.poll() is None, "the build must have begun"
            time.sleep(0.01)
        time.sleep(draw.uniform(0.1, max(0.1, 0.7 * length)))
        assert process.poll() is None, "the build must be longer than the wait"
        began = time.monotonic()
        process.send_signal(getattr(signal, name))
        ending, errors = ended(process, 10)
        assert time.monotonic() - began < 5
        assert ending == code
        assert errors.count("Erreur : interrompu") == 1
        assert "Traceback" not in errors
        assert os.listdir(output) == []
        assert not list(cache.rglob("*.part"))
        time.sleep(0.3)
        assert session_members(process.pid) == []


@posix
def test_a_build_that_was_told_to_outlive_its_terminal_does(folder: Path, tmp_path: Path) -> None:
    process = start(folder, tmp_path / "out", tmp_path / "cache", ["nohup"])
    while not (tmp_path / "out").is_dir():
        assert process.poll() is None, "the build must have begun"
        time.sleep(0.01)
    process.send_signal(signal.SIGHUP)
    code, errors = ended(process)
    assert code == 0, errors


@posix
@pytest.mark.parametrize("few, options", [(4, ()), (2, ("--cluster", "local:2"))], ids=["here", "cluster"])
def test_killed_anywhere_then_run_again_gives_the_same_bytes_and_no_stray_file(
    folder: Path, tmp_path: Path, wanted: dict[str, str], few: int, options: tuple[str, ...]
) -> None:
    """With all its processes, or alone: the others then end by themselves."""
    if options and find_spec("distributed") is None:
        missing("distributed is not installed: pip install 'editions[cluster]'")
    length = seconds_of(folder, tmp_path)
    draw = random.Random(5)
    for attempt in range(times(few)):
        output, cache = tmp_path / f"out{attempt}", tmp_path / f"cache{attempt}"
        process = start(folder, output, cache, options=options)
        time.sleep(draw.uniform(0.2, length))
        (os.killpg if attempt % 2 else os.kill)(process.pid, signal.SIGKILL)
        process.wait()
        nobody_is_left(process.pid)
        process.communicate()
        code, errors = ended(start(folder, output, cache))
        assert code == 0, errors
        assert digests(output) == wanted
        assert os.listdir(output) == ["val"]
        assert not list(cache.rglob("*.part"))
