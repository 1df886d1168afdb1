"""Reader of the ``.tsv`` tables: words of the language, the newsroom's lexicon, test cases.

A table is UTF-8, NFC; lines with ``# ``, or with ``#`` and no tab, are comments (source and licence); the other lines
are cells separated by tabs, of which the first may be ``#JO2024``.
"""

import re
from collections.abc import Iterable
from functools import cache
from itertools import dropwhile
from pathlib import Path

_FOLDER = Path(__file__).parent / "french" / "data"


def rows(text: str) -> list[tuple[int, list[str]]]:
    """``(line number from 1, cells)`` of each line that is neither blank nor a comment."""
    return [
        (number, line.split("\t"))
        for number, line in enumerate(text.splitlines(), 1)
        if line.strip() and not is_comment(line)
    ]


def is_comment(line: str) -> bool:
    """Whether a line is a comment, and no row whose first cell is a hashtag."""
    return line.startswith("#") and (line[1:2] in ("", " ", "#", "\t") or "\t" not in line)


class Table:
    """A table of several lists, ``editions/french/data/<name>.tsv``: its first column says which list a row is in.

    ``Table("rules/tallies").mapping("race")`` → what each letter for a kind of race says. It is read when it is first
    asked.
    """

    __slots__ = ("_lists", "_mappings", "_name", "_words")

    def __init__(self, name: str) -> None:
        self._name = name
        self._lists: dict[str, list[tuple[str, ...]]] = {}
        self._mappings: dict[str, dict[str, str]] = {}
        self._words: dict[str, frozenset[str]] = {}

    def rows(self, part: str) -> list[tuple[str, ...]]:
        """The rows of a list, without the column of its name."""
        return self._read()[part]

    def names(self) -> tuple[str, ...]:
        """The names of the lists, in the order of the table."""
        return tuple(self._read())

    def _read(self) -> dict[str, list[tuple[str, ...]]]:
        if not self._lists:
            for _, (name, *cells) in rows(_text(self._name)):
                self._lists.setdefault(name, []).append(tuple(cells))
        return self._lists

    def mapping(self, part: str) -> dict[str, str]:
        """First column → second column of a list."""
        if part not in self._mappings:
            self._mappings[part] = {row[0]: row[1] for row in self.rows(part)}
        return self._mappings[part]

    def words(self, part: str) -> frozenset[str]:
        """The first column of a list."""
        if part not in self._words:
            self._words[part] = frozenset(row[0] for row in self.rows(part))
        return self._words[part]


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """Rows of a table of one list."""
    return tuple(tuple(cells) for _, cells in rows(_text(name)))


@cache
def mapping(name: str) -> dict[str, str]:
    """First column → second column of a table of one list."""
    return {row[0]: row[1] for row in table(name)}


@cache
def words(name: str) -> frozenset[str]:
    """The words of a table that has one word a line, behind its header: read at once, because such tables are long."""
    return frozenset(dropwhile(lambda line: line.startswith("#"), _text(name).splitlines()))


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first, so that « photos » is met before « photo »."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


def _text(name: str) -> str:
    """A table's file, read without ``importlib.resources``, whose import takes longer than all tables together."""
    return (_FOLDER / f"{name}.tsv").read_text(encoding="utf-8")
