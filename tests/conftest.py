"""Shared fixtures. A validator missing on a user's machine skips with its reason; under CI=true a skip is a failure."""

import os
import shutil
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("ci", derandomize=True, deadline=None)  # the same examples every time: no luck in CI
settings.register_profile("default", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") == "true" else "default")

ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def quiet_house(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test touches the network or the user's cache."""
    monkeypatch.setenv("EDITIONS_OFFLINE", "1")
    monkeypatch.setenv("EDITIONS_VOICES", str(tmp_path_factory.mktemp("voices")))
    monkeypatch.setenv("EDITIONS_VOICE", "espeak")  # auto would take Kokoro wherever it is installed
    monkeypatch.setenv("EDITIONS_CACHE", str(tmp_path_factory.mktemp("cache")))


def missing(reason: str) -> None:
    """Skip for this reason, or fail on the project's own machines."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"under CI nothing is skipped: {reason}")
    pytest.skip(reason)


@pytest.fixture
def loopback() -> None:
    """For tests that talk to a server of their own: skips where even 127.0.0.1 is cut off."""
    with socket.socket() as server, socket.socket() as client:
        server.bind(("127.0.0.1", 0))
        server.listen()
        try:
            client.connect(server.getsockname())
        except OSError as error:
            missing(f"127.0.0.1 does not answer itself here: {error.strerror}")


@pytest.fixture
def tool() -> Callable[[str], str]:
    """``tool("qpdf")``: the path of a program, or a skip that says which one is missing."""

    def find(name: str) -> str:
        path = shutil.which(name)
        if path is None:
            missing(f"{name} is not installed on this machine")
        return path or ""

    return find


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Under CI a skipped test fails the run: what was not checked must not look checked."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") == "true" and reporter is not None and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
