"""Validators that are somebody else's programs: one that fails, or takes too much, is one line."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from editions.bounded import Bounds
from editions.checks.epub import epubcheck
from editions.checks.pdf import verapdf
from editions.errors import CheckFailed

FAILS = [sys.executable, "-c", "import sys; print('Java heap space', file=sys.stderr); sys.exit(9)"]
SILENT = [sys.executable, "-c", "import sys; sys.exit(9)"]
SLEEPS = [sys.executable, "-c", "import time; time.sleep(60)"]
JUDGES: list[tuple[str, ModuleType, Callable[[list[str], Path], object]]] = [
    ("veraPDF", verapdf, lambda command, path: verapdf._run(command, [path], path.parent)),
    ("EPUBCheck", epubcheck, lambda command, path: epubcheck._judged(command, path, path.parent)),
]
judges = pytest.mark.parametrize("name, module, judge", JUDGES, ids=[name for name, _, _ in JUDGES])


@judges
@pytest.mark.parametrize("command, said", [(FAILS, "Java heap space"), (SILENT, "code 9")])
def test_one_that_fails_is_quoted(
    name: str, module: ModuleType, judge: Callable[[list[str], Path], object], command: list[str], said: str,
    tmp_path: Path,
) -> None:  # fmt: skip
    with pytest.raises(CheckFailed, match=f"{name} n'a pas pu juger") as caught:
        judge(command, tmp_path / "a")
    assert caught.value.hint == said


@judges
def test_one_that_sleeps_is_stopped(
    name: str, module: ModuleType, judge: Callable[[list[str], Path], object], tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(module, "_BOUNDS", Bounds(1, 500))
    with pytest.raises(CheckFailed, match=rf"{name} a été arrêté \(plus de 1 s\)"):
        judge(SLEEPS, tmp_path / "a")
