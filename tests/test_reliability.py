"""Interrupted, killed, crowded, out of room: the edition that was there stays, the next build is the same bytes."""

import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals as Unix has them")
PARAGRAPH = "Le conseil a voté {n} mesures le {d} mars à {d}h30. Le coût atteint {n},5 M€, selon M. Lefort.\n\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An edition that takes a second or two to speak."""
    path = tmp_path / "val"
    path.mkdir()
    for number in range(1, 5):
        body = "".join(PARAGRAPH.format(n=20 * number + line, d=line + 1) for line in range(12))
        (path / f"{number:02d}.txt").write_text(f"Article numéro {number}\n\nUn chapeau.\n\n{body}", encoding="utf-8")
    return path


def command(folder: Path, output: Path, voice: str = "espeak") -> list[str]:
    return [sys.executable, "-m", "editions", "build", str(folder), "--voice", voice, "-o", str(output), "-j", "2"]


def start(folder: Path, output: Path, cache: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        command(folder, output),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "EDITIONS_CACHE": str(cache)},
        start_new_session=True,
    )


def digests(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {f.relative_to(folder).as_posix(): hashlib.sha256(f.read_bytes()).hexdigest() for f in files}


def session_members(leader: int) -> list[str]:
    """Processes of the session that ``leader`` began and that still run."""
    listed = subprocess.run(["ps", "-eo", "sid=,stat=,args="], capture_output=True, text=True, check=True).stdout
    rows = [line.split(None, 2) for line in listed.splitlines()]
    return [row[2] for row in rows if int(row[0]) == leader and not row[1].startswith("Z")]


@posix
@pytest.mark.parametrize("sent, code", [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_signal_ends_the_build_soon_and_leaves_nothing(
    folder: Path, tmp_path: Path, sent: signal.Signals, code: int
) -> None:
    for number in range(5, 13):  # long enough to be interrupted
        body = "".join(PARAGRAPH.format(n=20 * number + line, d=line + 1) for line in range(12))
        (folder / f"{number:02d}.txt").write_text(f"Article numéro {number}\n\nUn chapeau.\n\n{body}", encoding="utf-8")
    process = start(folder, tmp_path / "out", tmp_path / "cache")
    while not (tmp_path / "out").is_dir() or not os.listdir(tmp_path / "out"):
        assert process.poll() is None, "the build must have begun"
        time.sleep(0.01)
    time.sleep(0.1)
    assert process.poll() is None, "the build must be longer than the wait"
    began = time.monotonic()
    process.send_signal(sent)
    _, errors = process.communicate(timeout=10)
    assert time.monotonic() - began < 5
    assert process.returncode == code
    assert "Traceback" not in errors
    assert os.listdir(tmp_path / "out") == []
    assert not list((tmp_path / "cache").rglob("*.part"))
    time.sleep(0.3)
    assert session_members(process.pid) == []


@posix
def test_killed_anywhere_then_run_again_gives_the_same_bytes_and_no_stray_file(folder: Path, tmp_path: Path) -> None:
    whole = start(folder, tmp_path / "whole", tmp_path / "cache-whole")
    began = time.monotonic()
    whole.communicate(timeout=60)
    length = time.monotonic() - began
    wanted = digests(tmp_path / "whole")
    draw = random.Random(5)
    for attempt in range(4):
        output, cache = tmp_path / f"out{attempt}", tmp_path / f"cache{attempt}"
        process = start(folder, output, cache)
        time.sleep(draw.uniform(0.2, length))
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        again = start(folder, output, cache)
        _, errors = again.communicate(timeout=60)
        assert again.returncode == 0, errors
        assert digests(output) == wanted
        assert os.listdir(output) == ["val"]
        assert not list(cache.rglob("*.part"))


@posix
def test_out_of_room_the_previous_edition_stays_and_a_later_build_is_complete(folder: Path, tmp_path: Path) -> None:
    import resource

    output = tmp_path / "out"
    subprocess.run(command(folder, output), check=True, capture_output=True)
    before = digests(output)
    article = folder / "01.txt"
    article.write_text(article.read_text(encoding="utf-8") + "\nUne phrase de plus.\n", encoding="utf-8")

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))

    run = subprocess.run(
        command(folder, output), capture_output=True, text=True, encoding="utf-8", preexec_fn=little_room
    )
    assert run.returncode == 2
    assert run.stderr.count("Erreur : ") == 1
    assert "Traceback" not in run.stderr
    assert digests(output) == before
    assert os.listdir(output) == ["val"]
    subprocess.run(command(folder, output), check=True, capture_output=True)
    after = digests(output)
    second = next(name for name in before if "audio/02" in name)
    assert after[second] == before[second]
    assert after["val/print/large-print.pdf"] != before["val/print/large-print.pdf"]


def test_an_output_that_is_a_file_is_one_clear_line(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    run = subprocess.run(command(folder, tmp_path / "out", "tone"), capture_output=True, text=True, encoding="utf-8")
    assert run.returncode == 2
    assert run.stderr.count("Erreur : ") == 1
    assert "Traceback" not in run.stderr


def test_builds_into_one_output_at_once_leave_one_whole_edition(folder: Path, tmp_path: Path) -> None:
    builds = [start(folder, tmp_path / "out", tmp_path / "cache") for _ in range(3)]
    for build in builds:
        _, errors = build.communicate(timeout=90)
        assert build.returncode == 0, errors
    alone = start(folder, tmp_path / "alone", tmp_path / "cache")
    alone.communicate(timeout=60)
    assert digests(tmp_path / "out") == digests(tmp_path / "alone")
    assert os.listdir(tmp_path / "out") == ["val"]
