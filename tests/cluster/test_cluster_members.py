"""What the members of a cluster do for a crew."""

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from editions import cluster
from editions.cluster import Crew, joined
from editions.cluster.members import PREFIX, forget
from editions.stored import program
from tests.conftest import missing
from tests.faults.machines import machines


@pytest.fixture(autouse=True)
def dask(loopback: None) -> None:
    if find_spec("distributed") is None:
        missing("distributed is not installed: pip install 'editions[cluster]'")


def _look() -> Callable[..., dict[str, int]]:
    """What a scheduler keeps of tasks that are done; a function that is sent whole."""

    def kept(dask_scheduler: Any) -> dict[str, int]:
        from dask.utils import key_split

        streams = (*dask_scheduler.stream_comms.values(), *dask_scheduler.client_comms.values())
        spans = dask_scheduler.extensions["spans"].spans.values()
        return {
            "keys": key_split.cache_info().currsize,
            "messages": max(len(stream.recent_message_log) for stream in streams),
            "descriptions": sum(len((span.metadata or {"collections": ()})["collections"]) for span in spans),
        }

    return kept


def _work(crew: Crew, tasks: int) -> None:
    for number in range(tasks):
        assert crew.submit(divmod, number, 7).result() == divmod(number, 7)


def test_a_scheduler_forgets_what_is_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_DONE", 20)
    with machines(tmp_path / "machines", 1) as there, joined(there.address, print, program()) as crew:
        _work(crew, 19)
        before = crew._client.run_on_scheduler(_look())
        _work(crew, 101)
        after = crew._client.run_on_scheduler(_look())
    assert before["keys"] >= 19 <= before["descriptions"]
    assert before["messages"] >= 19
    assert max(after.values()) < 19


def test_what_a_scheduler_keeps_of_others_is_theirs(tmp_path: Path) -> None:
    from distributed import Client

    with machines(tmp_path / "machines", 1) as there, Client(there.address) as other:
        assert other.submit(divmod, 7, 2, key="theirs-1").result() == (3, 1)
        assert other.submit(divmod, 7, 2, key=f"{PREFIX}-1").result() == (3, 1)
        assert other.run_on_scheduler(_look())["descriptions"] == 2
        other.run_on_scheduler(forget)
        assert other.run_on_scheduler(_look())["descriptions"] == 1


def test_a_scheduler_that_cannot_forget_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(dask_scheduler: object) -> None:
        raise ModuleNotFoundError("No module named 'editions'")

    monkeypatch.setattr(cluster, "_DONE", 1)
    monkeypatch.setattr(cluster, "forget", unknown)
    with machines(tmp_path / "machines", 1) as there, joined(there.address, print, program()) as crew:
        _work(crew, 3)


def test_this_end_keeps_no_message(tmp_path: Path) -> None:
    with machines(tmp_path / "machines", 1) as there, joined(there.address, print, program()) as crew:
        _work(crew, 3)
        assert not crew._client.scheduler_comm.recent_message_log


@pytest.mark.parametrize("there, lost", [({"b"}, 1), (set(), 2), (None, 0)])
def test_the_dead_are_counted_by_whoever_answers(
    there: set[str] | None, lost: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers: list[set[str] | None] = [{"a", "b"}, there]
    monkeypatch.setattr(Crew, "_workers", lambda crew: answers.pop(0))
    crew = Crew(SimpleNamespace(status="running"), "tcp://ici:1")  # nobody is asked
    assert crew.look()
    assert crew.deaths == lost
