"""An edition is published whole or not at all."""

import errno
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from editions.errors import UsageError
from editions.staging import carry_over, publish, staging, standing


def contents(folder: Path) -> dict[str, str]:
    return {p.relative_to(folder).as_posix(): p.read_text() for p in sorted(folder.rglob("*")) if p.is_file()}


def make(output: Path, name: str, files: dict[str, str]) -> None:
    with staging(output, name) as new:
        for file, text in files.items():
            (new / file).write_text(text)
        publish(new, output / name)


def test_a_new_edition_replaces_the_old_one_and_nothing_else_is_left(tmp_path: Path) -> None:
    make(tmp_path, "une", {"a": "1", "b": "1"})
    make(tmp_path, "une", {"a": "2"})
    assert contents(tmp_path) == {"une/a": "2"}
    assert os.listdir(tmp_path) == ["une"]


def test_a_failed_build_leaves_the_old_edition_intact(tmp_path: Path) -> None:
    make(tmp_path, "une", {"a": "1"})
    with pytest.raises(RuntimeError), staging(tmp_path, "une") as new:
        (new / "a").write_text("2")
        raise RuntimeError
    assert contents(tmp_path) == {"une/a": "1"}
    assert os.listdir(tmp_path) == ["une"]


def test_a_full_disk_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="impossible d'écrire"), staging(tmp_path, "une"):
        raise OSError(errno.ENOSPC, "No space left on device")


def test_another_failure_of_the_system_is_not_called_a_full_disk(tmp_path: Path) -> None:
    with pytest.raises(ConnectionResetError), staging(tmp_path, "une"):
        raise ConnectionResetError


def test_what_a_killed_build_left_is_swept_and_the_old_edition_comes_back(tmp_path: Path) -> None:
    make(tmp_path, "une", {"a": "1"})
    code = (
        "import os, sys; from pathlib import Path; from editions.staging import staging\n"
        f"out = Path({str(tmp_path)!r})\n"
        "with staging(out, 'une') as new:\n"
        "    os.rename(out / 'une', new.parent / 'old')\n"  # between the two renames of publish
        "    os.kill(os.getpid(), 9)\n"
    )
    assert subprocess.run([sys.executable, "-c", code]).returncode == -9
    assert len(os.listdir(tmp_path)) == 1
    with staging(tmp_path, "une"):
        assert contents(tmp_path / "une") == {"a": "1"}
    assert os.listdir(tmp_path) == ["une"]


def test_a_neighbour_at_work_is_left_alone(tmp_path: Path) -> None:
    with staging(tmp_path, "une") as first:
        (first / "a").write_text("1")
        with staging(tmp_path, "une") as second:
            assert first.exists()
            (second / "a").write_text("2")
            publish(second, tmp_path / "une")
        publish(first, tmp_path / "une")
    assert contents(tmp_path) == {"une/a": "1"}


def test_what_was_not_made_again_comes_along_but_what_is_dropped(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    for folder, files in ((old, {"note.txt": "n", "a": "1", "b": "1", "edition.json": "{}"}), (new, {"a": "2"})):
        folder.mkdir()
        for name, text in files.items():
            (folder / name).write_text(text)
    assert carry_over(old, new, {"edition.json", "b"}) == ["note.txt"]
    assert contents(new) == {"a": "2", "note.txt": "n"}
    assert carry_over(old, new, {"edition.json"}) == ["b"]
    assert contents(new) == {"a": "2", "b": "1", "note.txt": "n"}


def test_neighbours_that_begin_at_the_same_moment_leave_each_other_alone(tmp_path: Path) -> None:
    def build(number: int) -> bool:
        with staging(tmp_path, "val") as new:
            return new.is_dir()

    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(build, range(400)))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("refusal", [errno.EBADF, errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP])
def test_a_drive_without_locks_will_do(refusal: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """NFS has none on folders, other network drives none at all."""

    def none(*_args: object) -> None:
        raise OSError(refusal, "no locks")

    make(tmp_path, "une", {"a": "1"})
    monkeypatch.setattr("fcntl.flock", none)
    make(tmp_path, "une", {"a": "2"})
    assert contents(tmp_path) == {"une/a": "2"}
    assert os.listdir(tmp_path) == ["une"]


def test_where_no_lock_can_tell_only_what_is_old_is_swept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_args: object) -> None:
        raise OSError(errno.ENOLCK, "no locks")

    monkeypatch.setattr("fcntl.flock", none)
    for name in ("young", "old"):
        (tmp_path / f".une.{name}.part").mkdir()
        (tmp_path / f".une.{name}.part" / "lock").touch()
    os.utime(tmp_path / ".une.old.part", (1, 1))
    make(tmp_path, "une", {"a": "1"})
    assert sorted(os.listdir(tmp_path)) == [".une.young.part", "une"]


def test_a_link_to_the_published_folder_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    (tmp_path / "output").mkdir()
    link = tmp_path / "output" / "une"
    link.symlink_to(tmp_path / "www" / "jour")
    for content in ("1", "2"):
        place = standing(link)
        with staging(place.parent, place.name) as new:
            (new / "a").write_text(content)
            publish(new, place)
        assert link.is_symlink()
        assert contents(tmp_path / "www") == {"jour/a": content}
    assert sorted(os.listdir(tmp_path / "output")) == ["une"]
