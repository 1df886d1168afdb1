"""Reader of the ``.tsv`` tables: words of the language, the newsroom's lexicon, test cases.

A table is UTF-8, NFC; ``#`` lines are comments (source and licence); the other lines are cells separated by tabs.
"""

from functools import cache
from importlib import resources


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
    text = resources.files("editions.french.data").joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    return tuple(tuple(cells) for _, cells in rows(text))


@cache
def mapping(name: str) -> dict[str, str]:
    """First column → second column of a table."""
    return {row[0]: row[1] for row in table(name)}


@cache
def words(name: str) -> frozenset[str]:
    """The words of a table that has one word a line: read at once, because such tables are long."""
    text = resources.files("editions.french.data").joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if not line.startswith("#"))
