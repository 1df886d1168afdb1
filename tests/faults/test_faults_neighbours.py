"""Many builds at once: in one folder, or with one cache."""

import os
from pathlib import Path

from tests.faults.builds import digests, ended, start, write


def test_builds_into_one_output_at_once_leave_one_whole_edition(
    folder: Path, tmp_path: Path, wanted: dict[str, str]
) -> None:
    builds = [start(folder, tmp_path / "out", tmp_path / "cache") for _ in range(8)]
    for build in builds:
        code, errors = ended(build, 240)
        assert code == 0, errors
    assert digests(tmp_path / "out") == wanted
    assert os.listdir(tmp_path / "out") == ["val"]


def test_editions_that_share_a_cache_do_not_mix(folder: Path, tmp_path: Path, wanted: dict[str, str]) -> None:
    other = tmp_path / "autre"
    other.mkdir()
    write(other, 3, 6)
    builds = [start(path, tmp_path / f"out{n}", tmp_path / "cache") for n in range(2) for path in (folder, other)]
    for build in builds:
        code, errors = ended(build, 240)
        assert code == 0, errors
    first, second = digests(tmp_path / "out0"), digests(tmp_path / "out1")
    assert first == second
    assert {name: digest for name, digest in first.items() if name.startswith("val/")} == wanted
