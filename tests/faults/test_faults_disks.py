"""Disks that are full, broken or not what they should be: one clear line, the edition that was there, no stray file."""

import contextlib
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import missing
from tests.faults.builds import command, digests, ended, one_clear_line, posix, start, times


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
    assert one_clear_line(run.stderr)
    assert digests(output) == before
    assert os.listdir(output) == ["val"]
    subprocess.run(command(folder, output), check=True, capture_output=True)
    after = digests(output)
    second = next(name for name in before if "audio/02" in name)
    assert after[second] == before[second]
    assert after["val/print/large-print.pdf"] != before["val/print/large-print.pdf"]


@contextlib.contextmanager
def small_disk(place: Path, kilobytes: int) -> Iterator[Path]:
    """A disk of that size at that place, where this account may have one."""
    place.mkdir()
    size = f"size={kilobytes}k"
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", size, "none", str(place)], capture_output=True, text=True)
    if made.returncode:
        missing(f"no small disk can be had here: {made.stderr.strip()}")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


@pytest.mark.skipif(sys.platform != "linux", reason="disks in memory as Linux has them")
@pytest.mark.parametrize("kilobytes", [16, 100, 700, 3_000, 5_000, 6_500, 8_000, 9_500, 11_000, 60_000])
def test_a_disk_of_any_size_holds_the_edition_whole_or_not_at_all(
    folder: Path, tmp_path: Path, wanted: dict[str, str], kilobytes: int
) -> None:
    with small_disk(tmp_path / "disk", kilobytes) as disk:
        code, errors = ended(start(folder, disk, tmp_path / "cache"))
        assert code in (0, 2), errors
        if code == 0:
            assert digests(disk) == wanted
        else:
            assert one_clear_line(errors), errors
            assert "plus de place sur le disque" in errors
            assert os.listdir(disk) == []


@pytest.mark.skipif(sys.platform != "linux", reason="disks in memory as Linux has them")
@pytest.mark.parametrize("kilobytes", [16, 500, 2_000])
def test_a_cache_without_room_is_done_without_or_told(
    folder: Path, tmp_path: Path, wanted: dict[str, str], kilobytes: int
) -> None:
    with small_disk(tmp_path / "disk", kilobytes) as disk:
        code, errors = ended(start(folder, tmp_path / "out", disk / "cache"))
        if code == 0:
            assert digests(tmp_path / "out") == wanted
        else:
            assert code == 2, errors
            assert one_clear_line(errors), errors
            assert os.listdir(tmp_path / "out") == []


@posix
@pytest.mark.parametrize("call", ["fsync", "rename", "mkdir", "link", "unlink"])
def test_a_disk_that_fails_now_and_then_leaves_the_edition_that_was_there(
    folder: Path, tmp_path: Path, wanted: dict[str, str], call: str, tool: Callable[[str], str]
) -> None:
    """The n-th call of the system answers EIO, as a broken disk does."""
    output, log = tmp_path / "out", tmp_path / "calls"
    assert ended(start(folder, output, tmp_path / "cache"))[0] == 0
    before = digests(output)
    draw = random.Random(call)
    struck = 0
    for _ in range(times(2)):
        fault = f"inject={call}:error=EIO:when={draw.randint(1, 6)}"
        trace = [tool("strace"), "-f", "-qq", "-o", str(log), "-e", f"trace={call}", "-e", fault]
        code, errors = ended(start(folder, output, tmp_path / f"cache{draw.random()}", trace))
        struck += log.read_text(encoding="utf-8", errors="replace").count("(INJECTED)")
        assert code in (0, 2), errors
        assert code == 0 or one_clear_line(errors), errors
        assert "Traceback" not in errors
        assert digests(output) == (wanted if code == 0 else before)
        assert code != 0 or os.listdir(output) == ["val"]
    assert struck


@posix
def test_an_article_that_cannot_be_read_is_named_and_the_others_are_made(
    folder: Path, tmp_path: Path, tool: Callable[[str], str]
) -> None:
    trace = [tool("strace"), "-f", "-qq", "-o", os.devnull, "-P", str(folder / "02.txt"), "-e", "trace=read"]
    code, errors = ended(start(folder, tmp_path / "out", tmp_path / "cache", [*trace, "-e", "inject=read:error=EIO"]))
    assert code == 3
    assert one_clear_line(errors), errors
    assert "02.txt : fichier illisible (panne du disque)" in errors
    assert len(list((tmp_path / "out" / "val" / "audio").glob("*-article-*.mp3"))) == 3


def test_an_output_that_is_a_file_is_one_clear_line(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    run = subprocess.run(command(folder, tmp_path / "out", "tone"), capture_output=True, text=True, encoding="utf-8")
    assert run.returncode == 2
    assert one_clear_line(run.stderr)
