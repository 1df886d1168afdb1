"""Atheris on one reader, run by hand: whatever it is given, an article or one of our own errors, and soon.

    python3 -m venv /tmp/fuzz && /tmp/fuzz/bin/pip install atheris --editable .
    .venv/bin/python -m pytest -q tests/inputs tests/faults/test_faults_hostile.py --basetemp=/tmp/seeds
    /tmp/fuzz/bin/python -m tests.faults.fuzz docx /tmp/seeds 900       # seconds; READERS names the others

It begins with the files that those tests wrote. Each kind of failure is told once, with the file that brought it, and
does not end the run; nor does one that takes a minute of the processor, but a gigabyte does. Exit code 1 when there was
a failure.
"""

import importlib
import io
import os
import pkgutil
import random
import shutil
import sys
import tempfile
import time
import traceback
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["editions"]):
    from editions import french, inputs, settings
    from editions.articles import article
    from editions.errors import EditionError
    from editions.french import lexicon
    from editions.model import Sentence, Span
    from editions.pipeline.understanding import sections

    for _module in pkgutil.walk_packages(inputs.__path__, "editions.inputs."):
        importlib.import_module(_module.name)  # readers are loaded when they are needed, which is too late

MINUTE, GIGABYTE, HANGS = 60, 1024, 1200
SENTENCE = "La MIX est du matin, lu-ve de 8h à 12h30, selon l'INSEE."


def reads(path: Path) -> None:
    """An article of any format."""
    article(path)


def sets(path: Path) -> None:
    """``edition.toml``."""
    settings.load(path.parent, sections())


def corrects(path: Path) -> None:
    """A lexicon, and a sentence read with it."""
    french.read(Sentence("s1", SENTENCE, Span(0, len(SENTENCE))), lexicon.load(path))


def says(path: Path) -> None:
    """The readings of a text, line by line."""
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        french.read(Sentence("s1", line, Span(0, len(line))))


READERS: dict[str, tuple[str, Callable[[Path], None]]] = {
    "txt": ("article.txt", reads),
    "md": ("article.md", reads),
    "html": ("article.html", reads),
    "mhtml": ("article.mhtml", reads),
    "docx": ("article.docx", reads),
    "odt": ("article.odt", reads),
    "toml": ("edition.toml", sets),
    "tsv": ("lexicon.tsv", corrects),
    "readings": ("sentences.txt", says),
}
"""Name → the file that is written for it, and what is asked of it."""


class Judged:
    """The function that Atheris calls, until its time is over; it keeps the kinds of failures that it met."""

    def __init__(self, path: Path, ask: Callable[[Path], None], kept: Path, seconds: int) -> None:
        self.kinds: dict[str, Path] = {}
        self.calls, self.slowest = 0, 0.0
        self._path, self._ask, self._kept = path, ask, kept
        self._end = time.monotonic() + seconds

    def __call__(self, data: bytes) -> None:
        self._path.write_bytes(data)
        self.calls += 1
        began = time.process_time()
        try:
            self._ask(self._path)
        except EditionError:
            pass
        except Exception as failure:  # whatever a reader lets out but an EditionError is what is looked for
            self._tell(failure, data)
        else:
            if time.process_time() - began > MINUTE:
                self._tell(TimeoutError(f"{time.process_time() - began:.0f} s"), data)
        self.slowest = max(self.slowest, time.process_time() - began)
        if time.monotonic() > self._end:
            self._leave()

    def _leave(self) -> None:
        """libFuzzer never returns, and asks nobody when it ends."""
        met = f"{self.calls} files, {len(self.kinds)} kinds of failures, the slowest {self.slowest:.1f} s"
        print(f"{self._path.name}: {met}, {time.process_time():.0f} s of the processor", flush=True)
        shutil.rmtree(self._path.parent)
        os._exit(1 if self.kinds else 0)

    def _tell(self, failure: Exception, data: bytes) -> None:
        calls = traceback.extract_tb(failure.__traceback__)
        kind = f"{type(failure).__name__} {calls[-1].filename}:{calls[-1].lineno}" if calls else "slow"
        if kind not in self.kinds:
            self.kinds[kind] = self._kept / f"{len(self.kinds)}-{self._path.name}"
            self.kinds[kind].write_bytes(data)
            print(f"FAILED {kind} : {self.kinds[kind]}", *traceback.format_exception(failure)[-12:], flush=True)


def mutated(data: bytes, most: int, seed: int) -> bytes:
    """An archive with one entry changed, so that what is inside is reached; now and then the archive itself."""
    draw = random.Random(seed)
    with suppress(Exception):  # the last file may be no archive any more, in a hundred ways: then its bytes are changed
        if draw.random() > 0.05:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                entries = {name: archive.read(name) for name in archive.namelist()}
            chosen = draw.choice([name for name in entries if name.endswith((".xml", ".rels"))])
            entries[chosen] = atheris.Mutate(entries[chosen], len(entries[chosen]) + 500)
            return _archive(entries)[:most]
    return bytes(atheris.Mutate(data, most))


def _archive(entries: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return made.getvalue()


def _seeds(found: Path, name: str, place: Path) -> str:
    """The files of that kind which tests wrote, side by side."""
    place.mkdir()
    known = {path.read_bytes() for path in found.rglob(f"*{Path(name).suffix}") if path.is_file()}
    for number, data in enumerate(sorted(known, key=len)):
        if len(data) < 200_000:
            (place / str(number)).write_bytes(data)
    print(f"{len(list(place.iterdir()))} seeds", flush=True)
    return str(place)


def main(reader: str, seeds: Path, seconds: int) -> None:
    """Give a reader whatever comes to Atheris for so long, then tell what came of it."""
    name, ask = READERS[reader]
    kept = Path(tempfile.mkdtemp(prefix=f"fuzz-{reader}-"))
    folder = tempfile.mkdtemp(prefix="fuzz-", dir="/dev/shm")
    os.environ["EDITIONS_CACHE"] = f"{folder}/cache"
    bounds = [f"-timeout={HANGS}", f"-rss_limit_mb={GIGABYTE}", "-max_len=200000", "-cross_over=0"]
    arguments = [sys.argv[0], *bounds, f"-artifact_prefix={kept}/", _seeds(seeds, name, Path(folder, "seeds"))]
    packed = {"custom_mutator": mutated} if name.endswith((".docx", ".odt")) else {}
    atheris.Setup(arguments, Judged(Path(folder, name), ask, kept, seconds), **packed)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 900)
