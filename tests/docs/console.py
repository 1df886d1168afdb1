"""Runs the commands of a page where a reader would be: in a folder with the sample edition."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.docs.pages import ROOT

_LIMIT = 120
"""Seconds that a command may take on the slowest of machines."""


@dataclass(frozen=True, slots=True)
class Step:
    """A command and the lines that the page shows below it."""

    command: str
    printed: tuple[str, ...]


def steps(text: str) -> Iterator[Step]:
    """Commands behind ``$ ``, each with what is shown up to the next."""
    command, printed = "", list[str]()
    for line in text.splitlines():
        if line.startswith("$ "):
            if command:
                yield Step(command, tuple(printed))
            command, printed = line.removeprefix("$ "), []
        else:
            printed.append(line)
    if command:
        yield Step(command, tuple(printed))


def as_shown(shown: tuple[str, ...], printed: str) -> bool:
    """Whether this was printed: ``…`` in a line stands for anything, alone for any number of lines."""
    pattern = ""
    for line in shown:
        pattern += r"(?:.*\n)*" if line.strip() == "…" else ".*".join(map(re.escape, line.split("…"))) + r"\n"
    return bool(re.fullmatch(pattern, printed))


class Desk:
    """A reader's folder, with the programs that the pages assume."""

    def __init__(self, folder: Path, cache: Path) -> None:
        self.folder = folder
        shutil.copytree(ROOT / "articles" / "bocage", folder / "articles" / "bocage")
        programs = folder / ".venv" / "bin"
        programs.mkdir(parents=True)
        editions = programs / "editions"
        editions.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m editions "$@"\n', encoding="utf-8")
        editions.chmod(0o755)
        self._env = {
            **os.environ,
            "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
            "EDITIONS_OFFLINE": "1",
            "EDITIONS_VOICE": "espeak",
            "EDITIONS_CACHE": str(cache),
            "VERAPDF_JAR": str(folder / "absent.jar"),  # a judge that most readers do not have, and slow to start
        }

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")

    def run(self, command: str) -> "subprocess.CompletedProcess[str]":
        """A line of a shell; what it prints and complains of, in the order of a terminal."""
        return subprocess.run(
            ["sh", "-c", made_plain(command)], cwd=self.folder, env=self._env, timeout=_LIMIT, check=False,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
        )  # fmt: skip


def made_plain(command: str) -> str:
    """``make demo`` as the Makefile has it; a Windows path as it is here."""
    if command == "make demo":
        recipe = re.search(
            r"^demo:.*\n\t\$\(BIN\)/(.+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE
        )
        assert recipe is not None
        return recipe[1]
    return command.replace("\\", "/").replace(".venv/Scripts/", ".venv/bin/")
