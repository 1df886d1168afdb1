"""What killed processes left behind is swept; what others still use is not."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from editions import leftovers

A_WEEK_AGO = time.time() - 7 * 86_400


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def of(process: int, machine: str = "") -> str:
    return f"{machine or leftovers.owner().split('-')[0]}-{process}-0"


def dead() -> int:
    """A number of a process that is gone."""
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    return ended.pid


def test_the_folder_of_a_process_that_was_killed_is_swept(place: Path) -> None:
    code = "import os, tempfile; from editions.leftovers import prefix; tempfile.mkdtemp(prefix=prefix()); os.abort()"
    subprocess.run([sys.executable, "-c", code], env={**os.environ, "TMPDIR": str(place)}, check=False)
    assert len(list(place.glob("editions-*"))) == 1
    leftovers.sweep_folders()
    assert not list(place.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="there only age tells")
@pytest.mark.parametrize(
    ("told", "swept"),
    [
        ("{mine}", False),
        ("{dead}", True),
        ("{elsewhere}", False),
        ("what somebody else keeps", False),
        ("1000", False),
    ],
)
def test_a_folder_is_kept_while_its_owner_may_live(place: Path, told: str, swept: bool) -> None:
    gone = dead()
    made = place / f"editions-{told.format(mine=of(os.getpid()), dead=of(gone), elsewhere=of(gone, '00000000'))}"
    made.mkdir()
    (made / "file").touch()
    leftovers.sweep_folders()
    assert made.exists() is not swept


@pytest.mark.skipif(sys.platform == "win32", reason="there only age tells")
def test_of_another_machine_age_tells(place: Path) -> None:
    there, here = place / f"editions-{of(1, '00000000')}", place / f"editions-{of(os.getpid())}"
    for path in (there, here):
        path.mkdir()
        os.utime(path, (A_WEEK_AGO, A_WEEK_AGO))
    leftovers.sweep_folders()
    assert here.exists()
    assert not there.exists()


def test_a_link_is_no_folder_of_ours(place: Path) -> None:
    (place / "kept").mkdir()
    link = place / f"editions-{of(dead())}"
    link.symlink_to(place / "kept", target_is_directory=True)
    leftovers.sweep_folders()
    assert link.is_symlink()


@pytest.mark.skipif(sys.platform == "win32", reason="there only age tells")
def test_a_writer_on_another_machine_that_shares_the_cache_is_not_taken_for_dead(place: Path) -> None:
    gone = dead()
    theirs, ours = place / f"{of(gone, '00000000')}.part", place / f"{of(gone)}.part"
    for path in (theirs, ours):
        path.write_bytes(b"half")
    leftovers.sweep_files(place)
    assert theirs.exists()
    assert not ours.exists()


@pytest.mark.skipif(not Path("/proc/self/ns/pid").exists(), reason="Linux only")
def test_containers_of_one_name_count_their_processes_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    here = leftovers.owner()
    leftovers._machine.cache_clear()
    monkeypatch.setattr(os, "readlink", lambda path: "pid:[1]")
    there = leftovers.owner()
    leftovers._machine.cache_clear()
    assert there != here
    assert there.split("-")[1] == here.split("-")[1]
