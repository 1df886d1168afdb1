"""Threads that stop soon when their owner fails."""

import threading
import time

import pytest

from editions import executors


def test_a_pause_lasts_as_long_as_asked() -> None:
    start = time.monotonic()
    assert executors.pause(0.05)
    assert time.monotonic() - start >= 0.05


def test_when_the_owner_fails_pauses_are_cut_and_what_waits_is_dropped() -> None:
    ran: list[int] = []
    begun = threading.Event()

    def work(number: int) -> bool:
        ran.append(number)
        begun.set()
        return executors.pause(30)

    start = time.monotonic()
    futures = []
    with pytest.raises(KeyboardInterrupt), executors.workers(2, "test") as pool:
        futures += [pool.submit(work, number) for number in range(10)]
        begun.wait(5)
        raise KeyboardInterrupt
    assert time.monotonic() - start < 5
    assert len(ran) <= 2
    assert futures[-1].cancelled()
    assert futures[0].result() is False
    assert executors.pause(0.001), "the next work is not affected"


def test_there_is_at_least_one_job() -> None:
    assert executors.default_jobs() >= 1
