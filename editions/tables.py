"""Reader of the ``.tsv`` tables: words of the language, the newsroom's lexicon, test cases.

A table is UTF-8, NFC; ``#`` lines are comments (source and licence); the other lines are cells separated by tabs.
"""

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "french" / "data"


def rows(text: str) -> list[tuple[int, list[str]]]:
    """``(line number from 1, cells)`` of each line that is neither blank nor a comment."""
    return [
        (number, line.split("\t"))
        for number, line in enumerate(text.splitlines(), 1)
        if line.strip() and not line.startswith("#")
    ]


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """Rows of ``editions/french/data/<name>.tsv``."""
    text = _text(name)
    return tuple(tuple(cells) for _, cells in rows(text))


@cache
def mapping(name: str) -> dict[str, str]:
    """First column → second column of a table."""
    return {row[0]: row[1] for row in table(name)}


@cache
def words(name: str) -> frozenset[str]:
    """The words of a table that has one word a line: read at once, because such tables are long."""
    return frozenset(line for line in _text(name).splitlines() if not line.startswith("#"))


def _text(name: str) -> str:
    """A table's file, read without ``importlib.resources``, whose import takes longer than all tables together."""
    return (_FOLDER / f"{name}.tsv").read_text(encoding="utf-8")
