"""Another machine's worth of difference: account, home, umask, zone, language, place, seed, jobs. The same bytes."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.conftest import missing
from tests.faults.builds import alone, digests, posix

ELSEWHERE = {
    "TZ": "Pacific/Auckland", "LC_ALL": "C", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "4711", "COLUMNS": "33",
    "PYTHONUTF8": "0", "TERM": "dumb", "LOGNAME": "personne",
}  # fmt: skip
STRANGER = ["setpriv", "--reuid=12345", "--regid=12345", "--clear-groups"]
"""An account that the system does not know."""
MAY_READ = ["--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"]
"""But that may read the program, wherever whoever runs the tests has put it."""


def built(folder: Path, place: Path, umask: int, before: list[str], environment: dict[str, str]) -> dict[str, str]:
    """The edition made at a place of its own, by one job."""
    for own in ("home", "tmp", "out"):
        (place / own).mkdir(parents=True)
        (place / own).chmod(0o777)
    shutil.copytree(folder, place / folder.name)
    arguments = ["build", str(place / folder.name), "--voice", "espeak", "-o", str(place / "out"), "-j", "1"]
    run = subprocess.run(
        [*before, sys.executable, "-m", "editions", *arguments],
        capture_output=True, text=True, encoding="utf-8", errors="replace", umask=umask, cwd=place / "home",
        env={**environment, "HOME": str(place / "home"), "TMPDIR": str(place / "tmp")},
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    return digests(place / "out")


@posix
def test_elsewhere_the_bytes_are_the_same(folder: Path, tmp_path: Path, wanted: dict[str, str]) -> None:
    own = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "EDITIONS_CACHE"))}
    place = tmp_path / "Un autre endroit, plus long, où l'on écrit « été »" / ("sous-dossier " * 5)
    assert built(folder, place, 0o077, [], {**own, **ELSEWHERE}) == wanted


@pytest.mark.skipif(sys.platform != "linux", reason="accounts as Linux has them")
def test_another_account_gives_the_same_bytes(folder: Path, wanted: dict[str, str]) -> None:
    """Without a name, with an environment of almost nothing; its cache and its outputs are its own."""
    if os.geteuid() or not shutil.which("setpriv"):
        missing("only the administrator becomes another account, with setpriv of util-linux")
    environment = {"PATH": "/usr/bin:/bin", "EDITIONS_OFFLINE": "1", "PYTHONPATH": os.environ.get("PYTHONPATH", "")}
    if "SOURCE_DATE_EPOCH" in alone():
        environment["SOURCE_DATE_EPOCH"] = alone()["SOURCE_DATE_EPOCH"]
    with tempfile.TemporaryDirectory(prefix="editions-") as given:  # pytest's own folders are for its account alone
        place = Path(given)
        place.chmod(0o755)
        assert built(folder, place, 0o022, [*STRANGER, *MAY_READ], environment) == wanted
        assert {path.stat().st_uid for path in (place / "out").iterdir()} == {12345}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are text")
def test_names_of_another_age_are_names(tmp_path: Path) -> None:
    """Folders and articles named in Latin-1, from an old disk or archive: no text for Python, nor for pikepdf."""
    folder = os.fsencode(tmp_path) + b"/journ\xe9e"
    os.makedirs(folder)
    for name in (b"\xe9t\xe9.txt", b"\xe8t\xe8.txt"):
        with open(folder + b"/" + name, "w", encoding="utf-8") as article:
            article.write("Le lac rouvre\n\nUn chapeau.\n\nLe conseil a voté.\n")
    path = Path(os.fsdecode(folder))
    run = [sys.executable, "-m", "editions", "build", str(path), "--voice", "tone", "-o", str(path / "out")]
    made = subprocess.run(run, capture_output=True, text=True, encoding="utf-8", errors="replace")
    assert made.returncode == 0, made.stderr
    [manifest] = (path / "out").glob("*/edition.json")
    assert len(json.loads(manifest.read_text(encoding="utf-8"))["articles"]) == 2
    feed = manifest.with_name("podcast") / "feed.xml"
    guids = re.findall(r"<guid[^>]*>([^<]+)<", feed.read_text(encoding="utf-8"))
    assert len(guids) == len(set(guids)) > 1
