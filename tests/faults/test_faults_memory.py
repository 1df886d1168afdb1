"""What is remembered from build to build is damaged, or the time jumps: the same bytes as ever."""

import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.builds import command, digests, ended, start


def flipped(content: bytes, draw: random.Random) -> bytes:
    at = draw.randrange(len(content))
    return content[:at] + bytes([content[at] ^ (1 << draw.randrange(8))]) + content[at + 1 :]


def truncated(content: bytes, draw: random.Random) -> bytes:
    return content[: draw.randrange(len(content))]


def zeroed(content: bytes, draw: random.Random) -> bytes:
    start = draw.randrange(len(content))
    end = min(len(content), start + 4096)
    return content[:start] + bytes(end - start) + content[end:]


@pytest.mark.parametrize("harm", [flipped, truncated, zeroed])
def test_entries_of_the_cache_that_were_damaged_are_made_again(
    folder: Path, tmp_path: Path, wanted: dict[str, str], harm: Callable[[bytes, random.Random], bytes]
) -> None:
    cache = tmp_path / "cache"
    assert ended(start(folder, tmp_path / "first", cache))[0] == 0
    draw = random.Random(harm.__name__)
    entries = sorted(path for path in cache.rglob("*") if path.is_file() and path.stat().st_size)
    damaged = draw.sample(entries, min(200, len(entries) * 2 // 3))
    assert len(damaged) > 20
    for path in damaged:
        content = harm(path.read_bytes(), draw)
        path.unlink()  # an entry may be the very file of an output
        path.write_bytes(content)
    code, errors = ended(start(folder, tmp_path / "second", cache))
    assert code == 0, errors
    assert digests(tmp_path / "second") == wanted


JUMPING = """
import random, sys, time
real, draw = time.time, random.Random(3)
time.time = lambda: real() + draw.choice((-3e8, -86400, 0, 3600, 3e8))
from editions.cli import main
sys.argv = ["editions", *sys.argv[1:]]
main()
"""


def test_a_clock_that_jumps_changes_nothing(folder: Path, tmp_path: Path, wanted: dict[str, str]) -> None:
    """Years back and forth between any two looks at it."""
    for output in ("first", "first", "second"):
        arguments = command(folder, tmp_path / output)[3:]
        run = [sys.executable, "-c", JUMPING, *arguments]
        environment = {**os.environ, "EDITIONS_CACHE": str(tmp_path / "cache")}
        made = subprocess.run(run, capture_output=True, text=True, encoding="utf-8", env=environment)
        assert made.returncode == 0, made.stderr
        assert os.listdir(tmp_path / output) == ["val"]
    assert digests(tmp_path / "first") == digests(tmp_path / "second") == wanted


@pytest.mark.skipif(sys.platform != "linux", reason="the order of calls as strace tells it")
def test_all_of_an_edition_is_on_the_disk_before_it_takes_its_place(
    folder: Path, tmp_path: Path, tool: Callable[[str], str]
) -> None:
    """What a power cut may leave: the old edition or the new one, whole, as a rename follows what it renames."""
    log = tmp_path / "calls"
    trace = [tool("strace"), "-f", "-qq", "-y", "-o", str(log), "-e", "trace=fsync,rename"]
    assert ended(start(folder, tmp_path / "out", tmp_path / "cache", trace))[0] == 0
    calls = log.read_text(encoding="utf-8").splitlines()
    target = str(tmp_path / "out" / "val")
    placed = next(n for n, call in enumerate(calls) if "rename(" in call and f', "{target}")' in call)
    staged = calls[placed].split('rename("')[1].split('"')[0]
    held = {call.split("<")[1].split(">")[0] for call in calls[:placed] if "fsync(" in call}
    made = {staged, *(f"{staged}/{path.relative_to(target)}" for path in Path(target).rglob("*"))}
    assert made <= held
    assert any(f"<{tmp_path / 'out'}>" in call for call in calls[placed:] if "fsync(" in call)
