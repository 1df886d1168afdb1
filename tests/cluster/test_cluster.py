"""Narrated by other machines: the same bytes, whoever dies on the way; nothing waits for ever."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from importlib.util import find_spec
from pathlib import Path

import pytest

from editions.cluster import joined
from editions.errors import MissingTool, UsageError
from editions.stored import program
from tests.conftest import missing
from tests.faults.builds import command, digests, ended, one_clear_line, posix, start, write
from tests.faults.machines import machines

SOON = 60.0
"""Seconds in which two articles are narrated, however loaded the machine."""


@pytest.fixture(autouse=True)
def dask(loopback: None) -> None:
    if find_spec("distributed") is None:
        missing("distributed is not installed: pip install 'editions[cluster]'")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "val"
    path.mkdir()
    write(path, 1, 10)
    return path


@pytest.fixture
def another_scheduler() -> Iterator[None]:
    """Somebody has the port that Dask's pages have by default: no word of it is ours to say."""
    with ExitStack() as stack:
        with suppress(OSError):  # there is one indeed
            stack.enter_context(socket.create_server(("", 8787)))
        yield


def started(folder: Path, output: Path, cache: Path, *options: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [*command(folder, output), "--to", "mp3", *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        encoding="utf-8", env={**os.environ, "EDITIONS_CACHE": str(cache)},
    )  # fmt: skip


def at_home(folder: Path, place: Path) -> dict[str, str]:
    code, errors = ended(started(folder, place / "home", place / "cache-home"))
    assert code == 0, errors
    return digests(place / "home")


def recordings(cache: Path) -> int:
    """How many MP3 the cache holds."""
    return sum(path.read_bytes()[:1] == b"\xff" for path in cache.rglob("*") if path.is_file())


def until(cache: Path, count: int, build: "subprocess.Popen[str]") -> None:
    end = time.monotonic() + SOON
    while recordings(cache) < count and time.monotonic() < end:
        assert build.poll() is None, "the build must not be over yet"
        time.sleep(0.02)


def test_a_worker_that_is_killed_changes_nothing(folder: Path, tmp_path: Path) -> None:
    wanted = at_home(folder, tmp_path)
    with machines(tmp_path / "machines", 2) as crew:
        build = started(folder, tmp_path / "out", tmp_path / "cache", "--cluster", crew.address)
        until(tmp_path / "cache", 1, build)
        crew.workers[0].kill()
        code, errors = ended(build)
    assert code == 0, errors
    assert digests(tmp_path / "out") == wanted
    assert "Grappe : 1 ouvrier perdu en chemin, son travail a été refait ailleurs" in errors


def test_a_scheduler_that_is_killed_is_one_clear_line_and_the_rest_is_done_the_next_time(
    folder: Path, tmp_path: Path
) -> None:
    wanted = at_home(folder, tmp_path)
    with machines(tmp_path / "machines", 1) as crew:
        build = started(folder, tmp_path / "out", tmp_path / "cache", "--cluster", crew.address)
        until(tmp_path / "cache", 2, build)
        crew.scheduler.kill()
        began = time.monotonic()
        code, errors = ended(build)
        assert time.monotonic() - began < 30
    assert code == 5
    assert one_clear_line(errors), errors
    assert "ne répond plus" in errors
    done = recordings(tmp_path / "cache")
    assert 2 <= done < 10
    with machines(tmp_path / "again", 1) as crew:
        code, errors = ended(started(folder, tmp_path / "out", tmp_path / "cache", "--cluster", crew.address))
        assert code == 0, errors
        asked = (tmp_path / "again" / "worker.log").read_text(encoding="utf-8", errors="replace")
    assert asked
    assert digests(tmp_path / "out") == wanted


def test_workers_of_this_machine_give_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    code, errors = ended(started(folder, tmp_path / "out", tmp_path / "cache", "--cluster", "local:2"))
    assert code == 0, errors
    assert "Grappe : 2 ouvriers, local:2" in errors
    assert digests(tmp_path / "out") == at_home(folder, tmp_path)


def ends(group: int) -> bool:
    """Whether the last process of a group goes."""
    end = time.monotonic() + SOON
    while time.monotonic() < end:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


@posix
def test_a_command_that_is_killed_with_workers_of_its_own_leaves_nothing(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, another_scheduler: None
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    cache, options = tmp_path / "cache", ("--to", "mp3", "--cluster", "local:2")
    build = start(folder, tmp_path / "out", cache, options=options)
    until(cache, 2, build)
    build.kill()
    build.communicate(timeout=SOON)
    assert ends(build.pid), "its workers end when they are alone"
    assert not (tmp_path / "out" / "val").exists()
    code, errors = ended(start(folder, tmp_path / "out", cache, options=options))
    assert code == 0, errors
    assert "8787" not in errors
    assert digests(tmp_path / "out") == at_home(folder, tmp_path)
    left = [path.name for path in (tmp_path / "temporary").rglob("*") if not path.name.endswith(".lock")]
    assert left == ["dask-scratch-space"]
    assert not list(cache.rglob("*.part"))


def test_an_edition_that_has_not_changed_is_left_alone(folder: Path, tmp_path: Path) -> None:
    def again() -> tuple[int, str]:
        build = started(folder, tmp_path / "out", tmp_path / "cache", "--cluster", "local:1", "--json")
        out, errors = build.communicate(timeout=SOON)
        assert build.returncode == 0, errors
        return out.count('"unchanged": true'), errors

    assert again()[0] == 0
    made = digests(tmp_path / "out")
    unchanged, errors = again()
    assert unchanged == 1
    assert not errors, "no worker has come"
    assert digests(tmp_path / "out") == made
    next((tmp_path / "out").rglob("*.mp3")).unlink()
    assert again()[0] == 0
    assert digests(tmp_path / "out") == made
    write(folder, 11, 11)
    assert again()[0] == 0
    assert digests(tmp_path / "out") != made


def test_a_connection_that_breaks_while_a_result_is_on_its_way_is_no_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from distributed.comm import CommClosedError

    from editions.cluster import Promise

    brought = Promise._brought
    broken = [CommClosedError("in the middle")]

    def first_broken(promise: Promise[int]) -> int:
        if broken:
            raise broken.pop()
        return brought(promise)

    monkeypatch.setattr(Promise, "_brought", first_broken)
    with machines(tmp_path / "machines", 1) as there, joined(there.address, print, program()) as crew:
        assert crew.submit(divmod, 7, 2).result() == (3, 1)
    assert not broken


def test_another_program_is_refused_before_anything_is_said(tmp_path: Path) -> None:
    with (
        machines(tmp_path / "machines", 1) as crew,
        pytest.raises(MissingTool, match="a une autre version du programme"),
        joined(crew.address, print, "another program"),
    ):
        pass


@pytest.mark.parametrize("address", ["ici", "http://ici:8786", "local:", "tcp://ici"])
def test_what_is_no_address_is_told(address: str) -> None:
    with pytest.raises(UsageError, match="ce n'est pas l'adresse d'une grappe"), joined(address, print, program()):
        pass


def test_where_no_scheduler_is_there_the_line_comes_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    from editions import cluster

    monkeypatch.setattr(cluster, "_JOINING", 2.0)
    with pytest.raises(UsageError, match="aucun ordonnanceur"), joined("tcp://127.0.0.1:9", print, program()):
        pass


def test_without_the_package_the_line_says_how_to_have_it(monkeypatch: pytest.MonkeyPatch) -> None:
    from editions import cluster

    monkeypatch.setattr(cluster, "find_spec", lambda _: None)
    with pytest.raises(MissingTool) as caught, joined("local:2", print, program()):
        pass
    assert caught.value.hint == "pip install 'editions[cluster]'"


def test_who_asks_how_many_there_are_does_not_wait_for_a_scheduler_that_hangs(tmp_path: Path) -> None:
    with machines(tmp_path / "machines", 1) as there, joined(there.address, print, program()) as crew:
        assert crew.width == 1
        time.sleep(2.1)  # what was counted is counted again
        there.scheduler.send_signal(signal.SIGSTOP)
        began = time.monotonic()
        assert crew.width == 1
        assert time.monotonic() - began < 10
        there.scheduler.send_signal(signal.SIGCONT)
