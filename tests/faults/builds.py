"""Builds as processes of their own, to be killed, crowded and cut off; and what they left.

How often each misfortune strikes: ``EDITIONS_FAULTS=300 pytest tests/faults``; a few times where it is not set.
"""

import hashlib
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

POINTS = int(os.environ.get("EDITIONS_FAULTS", "0"))
posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and disks as Unix has them")
PARAGRAPH = "Le conseil a voté {n} mesures le {d} mars à {d}h30. Le coût atteint {n},5 M€, selon M. Lefort.\n\n"


def times(few: int) -> int:
    """How often a misfortune strikes: ``few`` times, or as often as asked for."""
    return POINTS or few


def write(folder: Path, first: int, last: int, paragraphs: int = 12) -> None:
    """Articles of about a second of work each, numbered ``first`` to ``last``."""
    for number in range(first, last + 1):
        body = "".join(PARAGRAPH.format(n=20 * number + line, d=line + 1) for line in range(paragraphs))
        (folder / f"{number:02d}.txt").write_text(f"Article numéro {number}\n\nUn chapeau.\n\n{body}", encoding="utf-8")


def command(folder: Path, output: Path, voice: str = "espeak") -> list[str]:
    """The build of a folder, as it is typed."""
    return [sys.executable, "-m", "editions", "build", str(folder), "--voice", voice, "-o", str(output), "-j", "2"]


def alone() -> dict[str, str]:
    """The environment of a command that nobody measures: coverage has files and memory of its own."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}


def start(
    folder: Path, output: Path, cache: Path, before: Sequence[str] = (), options: Sequence[str] = ()
) -> "subprocess.Popen[str]":
    """A build that has begun, behind the words of ``before``, in a session of its own."""
    return subprocess.Popen(
        [*before, *command(folder, output), *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**(alone() if before else os.environ), "EDITIONS_CACHE": str(cache)},
        start_new_session=True,
        preexec_fn=_as_from_a_terminal if os.name == "posix" else None,  # no thread of ours holds a lock here
    )


def _as_from_a_terminal() -> None:
    """Signals that end a build: who runs the tests in the background, or behind ``nohup``, may have them ignored."""
    for ending in (signal.SIGINT, signal.SIGHUP):
        signal.signal(ending, signal.SIG_DFL)


def ended(build: "subprocess.Popen[str]", seconds: float = 120) -> tuple[int, str]:
    """The exit code of a build, and what it said of errors."""
    _, errors = build.communicate(timeout=seconds)
    return build.returncode, errors


def digests(folder: Path) -> dict[str, str]:
    """What each file below holds."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {f.relative_to(folder).as_posix(): hashlib.sha256(f.read_bytes()).hexdigest() for f in files}


def one_clear_line(errors: str) -> bool:
    """Whether a refusal is told as it should be."""
    return errors.count("Erreur : ") == 1 and "Traceback" not in errors


@dataclass(frozen=True)
class Made:
    """What came of the edition."""

    place: Path
    code: int
    told: str
    around: set[str]
    """What is beside the output, the articles and the cache afterwards."""
    megabytes: float

    @property
    def edition(self) -> Path:
        return self.place / "out" / "val"


MEASURED = """
import resource, sys
from editions.cli import main
sys.argv = ["editions", *sys.argv[1:]]
try:
    main()
finally:
    most = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print("most", most, file=sys.stderr)
"""


AFRESH = ("sh", "-c", '"$@"; exit $?', "sh") if os.name == "posix" else ()
"""A small process begins the build: of one that we begin ourselves Linux counts our own memory too, even after exec."""


def measured(place: Path) -> Made:
    """Make the edition ``place/val``, with a cache of its own and without network."""
    before = set(os.listdir(place / "val"))
    environment = {**alone(), "EDITIONS_CACHE": str(place / "cache"), "EDITIONS_OFFLINE": "1"}
    run = subprocess.run(
        [*AFRESH, sys.executable, "-c", MEASURED, *command(place / "val", place / "out")[3:]],
        capture_output=True, text=True, encoding="utf-8", errors="surrogateescape", env=environment, cwd=place,
        timeout=600,
    )  # fmt: skip
    assert set(os.listdir(place / "val")) == before
    told, _, memory = run.stderr.rpartition("most ")
    return Made(place, run.returncode, told, set(os.listdir(place)), int(memory or 0) / 1024)
