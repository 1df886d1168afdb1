"""The edition that all misfortunes befall."""

from pathlib import Path

import pytest

from tests.faults import builds


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An edition that takes a second or two to speak."""
    path = tmp_path / "val"
    path.mkdir()
    builds.write(path, 1, 4)
    return path


@pytest.fixture(scope="session")
def wanted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What its build gives when nothing befalls it."""
    place = tmp_path_factory.mktemp("wanted")
    (place / "val").mkdir()
    builds.write(place / "val", 1, 4)
    code, errors = builds.ended(builds.start(place / "val", place / "whole", place / "cache"))
    assert code == 0, errors
    return builds.digests(place / "whole")
