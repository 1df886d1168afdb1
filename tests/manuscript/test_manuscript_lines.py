"""Dates, signatures, agencies and credits, each line judged by itself."""

from pathlib import Path

import pytest

from editions.manuscript import credits, dateline, signatures
from editions.tables import rows

CASES = [cells for _, cells in rows((Path(__file__).parent / "lines.tsv").read_text(encoding="utf-8"))]


def told(line: str) -> str:
    """What a line is, by the first that knows it."""
    if kind := dateline.kind(line):
        return kind
    if span := credits.credit(line):
        return f"credit {line[span.start : span.end]}"
    if signatures.is_agency(line):
        return "agency"
    return "signature" if signatures.is_signature(line) else "-"


@pytest.mark.parametrize("expected, line", CASES)
def test_a_line_by_itself(expected: str, line: str) -> None:
    assert told(line) == expected


def test_a_signature_and_its_date_on_one_line() -> None:
    for line in ("Anne Durand, le 14 mars 2025", "L'Alsace - 14 mars 2025 à 12:45 | mis à jour le 14 mars 2025"):
        assert line[dateline.split(line) :].lstrip("le ").startswith("14 mars 2025")
    assert dateline.split("Il est mort à Rance dans la nuit") == 0


@pytest.mark.parametrize(
    "day, words",
    [
        ("2026-11-28", "28 novembre 2026"),
        ("2026-11-01T08:00:00Z", "1er novembre 2026"),
        ("2026-13-01", "2026-13-01"),
        ("2026-11-28-bis", "2026-11-28-bis"),
        ("samedi 28 novembre", "samedi 28 novembre"),
    ],
)
def test_a_day_that_software_wrote_is_in_words(day: str, words: str) -> None:
    assert dateline.written(day) == words
