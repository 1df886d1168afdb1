"""Workers behind bad links: a cable that is pulled and put back, and one that carries next to nothing."""

import time
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.cluster.test_cluster import at_home, started, until
from tests.conftest import missing
from tests.faults.builds import POINTS, digests, ended, posix, write
from tests.faults.machines import hosts

pytestmark = posix
PULLED = 60 if POINTS else 33
"""Seconds: longer than a connection waits for an answer."""


@pytest.fixture(autouse=True)
def dask() -> None:
    if find_spec("distributed") is None:
        missing("distributed is not installed: pip install 'editions[cluster]'")


@pytest.mark.parametrize("pulled", [(0,), (0, 1)], ids=["one of two", "both"])
def test_a_cable_that_is_pulled_changes_nothing(tmp_path: Path, pulled: tuple[int, ...]) -> None:
    folder = tmp_path / "val"
    folder.mkdir()
    write(folder, 1, 16)
    wanted = at_home(folder, tmp_path)
    with hosts(tmp_path / "machines", 2) as crew:
        build = started(folder, tmp_path / "out", tmp_path / "cache", "--cluster", crew.address)
        until(tmp_path / "cache", 1, build)
        for number in pulled:
            crew.cut(number)
        time.sleep(PULLED)
        for number in pulled:
            crew.mend(number)
        code, errors = ended(build, 240)
    assert code == 0, errors
    assert digests(tmp_path / "out") == wanted


def test_a_link_of_one_megabit_is_slow_and_no_more(tmp_path: Path) -> None:
    """A sound takes longer than we wait between two looks at the scheduler: it is not sent twice."""
    folder = tmp_path / "val"
    folder.mkdir()
    write(folder, 1, 4)
    wanted = at_home(folder, tmp_path)
    with hosts(tmp_path / "machines", 2, kilobits=1000) as crew:
        build = started(folder, tmp_path / "out", tmp_path / "cache", "--cluster", crew.address)
        code, errors = ended(build, 240)
    assert code == 0, errors
    assert digests(tmp_path / "out") == wanted
