"""The tables of this package, read once: ``editions/pronunciation/data/<name>.tsv``."""

from functools import cache
from pathlib import Path

from editions.tables import rows

_FOLDER = Path(__file__).parent / "data"


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """Rows of a table; a missing table has none: a voice without quirks needs none."""
    path = _FOLDER / f"{name}.tsv"
    return tuple(tuple(cells) for _, cells in rows(path.read_text(encoding="utf-8"))) if path.exists() else ()


@cache
def mapping(name: str) -> dict[str, str]:
    """First column → second column of a table."""
    return {row[0]: row[1] for row in table(name)}


@cache
def words(name: str) -> frozenset[str]:
    """First column of a table."""
    return frozenset(row[0] for row in table(name))
