"""``edition.toml`` as it is written: its values, and where each stands; what is no TOML, all of it at once."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from editions.errors import UsageError, reason

_MOST = 20
"""Lines that are no TOML which are told; a file of more is something else."""
_COMMA = re.compile(r"([\w-]+)\s*=\s*([+-]?\d+,\d+)\s*(?:#.*)?$")
_BARE = re.compile(r"([\w-]+)\s*=\s*([«“”„‘’]?\s*([^\W\d][^\"=\[\]{}]*?)\s*[»“”‘’]?)\s*$")
"""A text without quotes, or with those of prose."""
_HEADER = re.compile(r"\s*\[\s*([\w-]+)\s*\]")
_KEY = re.compile(r"\s*([\"']?)([\w-]+)\1\s*=")


class Source:
    """The file of an edition's settings."""

    def __init__(self, path: Path) -> None:
        """Read it; UsageError when it cannot be."""
        self.path = path
        self.mistakes: list[UsageError] = []
        self._lines = _text(path).split("\n")
        self.values = self._parsed()
        self._places = dict(_places(self._lines))

    def where(self, key: str, section: str = "") -> str:
        """``edition.toml:12``, the line of a key or of a section; without a line when it is written in another way."""
        line = self._places.get((section, key))
        return f"{self.path}:{line}" if line else str(self.path)

    def in_order(self, mistakes: Iterable[UsageError]) -> tuple[UsageError, ...]:
        """As they stand in the file."""
        return tuple(sorted(mistakes, key=_line))

    def _parsed(self) -> dict[str, Any]:
        """Its values, but those of lines that are no TOML, which become mistakes."""
        import tomllib  # here: an edition made of loose files has no settings to read

        lines = list(self._lines)
        while True:
            try:
                return tomllib.loads("\n".join(lines))
            except tomllib.TOMLDecodeError as error:
                line = re.search(r"at line (\d+)", str(error))  # else the mistake is at the end of the file
                number = int(line[1]) if line else 0
                self.mistakes.append(self._unreadable(number))
                if not number or len(self.mistakes) == _MOST or not lines[number - 1].strip():
                    return {}
                lines[number - 1] = ""

    def _unreadable(self, number: int) -> UsageError:
        """What is wrong with a line that is no TOML, and how it is written; 0: the last one."""
        where = f"{self.path}:{number}" if number else str(self.path)
        written = self._lines[number - 1].strip() if 0 < number <= len(self._lines) else ""
        if comma := _COMMA.match(written):
            hint = f"Écrivez : {comma[1]} = {comma[2].replace(',', '.')}"
            return UsageError(f"un nombre s'écrit avec un point, pas une virgule : « {comma[2]} »", hint, where)
        if bare := _BARE.match(written):
            hint = f'Écrivez : {bare[1]} = "{bare[3][:60]}"'
            return UsageError(f"un texte s'écrit entre guillemets droits : {bare[2][:60]}", hint, where)
        message = f"réglage illisible : {written[:60]}" if written else "réglage illisible"
        return UsageError(message, 'Une ligne s\'écrit nom = "texte", nom = 20 ou nom = 2025-03-14.', where)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UsageError(f"réglages illisibles ({reason(error)})", "Vérifiez ses droits.", str(path)) from error
    except UnicodeDecodeError as error:
        raise UsageError("les réglages ne sont pas en UTF-8", "Enregistrez le fichier en UTF-8.", str(path)) from error


def _places(lines: Iterable[str]) -> "Iterable[tuple[tuple[str, str], int]]":
    """``(section, key)`` → line, and ``("", section)`` → that of its header; not inside texts of several lines."""
    section, quotes = "", ""
    for number, line in enumerate(lines, start=1):
        if quotes:
            quotes = "" if quotes in line else quotes
        elif header := _HEADER.match(line):
            section = header[1]
            yield ("", section), number
        elif key := _KEY.match(line):
            yield (section, key[2]), number
            quotes = next((mark for mark in ('"""', "'''") if line.count(mark) == 1), "")


def _line(mistake: UsageError) -> int:
    number = re.search(r":(\d+)$", mistake.where)
    return int(number[1]) if number else 0
