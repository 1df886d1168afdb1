"""The tables of French: source and licence named, NFC, no stray blanks, no key twice, in order where it is promised."""

import re
import unicodedata
from importlib import resources

import pytest

from editions.french import neighbours
from editions.tables import rows

TABLES = sorted(
    entry.name.removesuffix(".tsv")
    for entry in resources.files("editions.french.data").iterdir()
    if entry.name.endswith(".tsv")
)
KEYS = {"abbreviations": (0, 3), "article_lines": (0, 1), "inclusive_endings": (0, 1, 2)}
"""Columns that make the key, where it is not the first one alone."""
SORTED = ("acronyms", "departments", "feminine_nouns", "file_types", "first_names", "regnal_names", "tlds", "weekdays")


def text(name: str) -> str:
    """A whole table."""
    return resources.files("editions.french.data").joinpath(f"{name}.tsv").read_text(encoding="utf-8")


def keys(name: str) -> list[tuple[str, ...]]:
    """What may stand only once in a table."""
    columns = KEYS.get(name, (0,))
    return [tuple(cells[i] for i in columns if i < len(cells)) for _, cells in rows(text(name))]


@pytest.mark.parametrize("name", TABLES)
def test_head_names_source_and_licence(name: str) -> None:
    head = "\n".join(line for line in text(name).splitlines() if line.startswith("#"))
    assert re.search(r"\bSource\b", head), "no source"
    assert re.search(r"\b(?:MPL-2\.0|GPL-3\.0-or-later|CC0-1\.0)\b", head), "no licence"


@pytest.mark.parametrize("name", TABLES)
def test_nfc_and_line_ends(name: str) -> None:
    whole = text(name)
    assert unicodedata.is_normalized("NFC", whole)
    assert whole.endswith("\n")
    assert not whole.endswith("\n\n")
    assert "\r" not in whole


@pytest.mark.parametrize("name", TABLES)
def test_no_stray_blanks(name: str) -> None:
    for number, cells in rows(text(name)):
        for cell in cells:
            assert cell == cell.strip(" \u00a0\u202f"), f"line {number}: {cell!r}"
        assert cells[0], f"line {number}: no key"


@pytest.mark.parametrize("name", TABLES)
def test_no_key_twice(name: str) -> None:
    found = keys(name)
    assert len(found) == len(set(found)), sorted({key for key in found if found.count(key) > 1})[:20]


@pytest.mark.parametrize("name", SORTED)
def test_order(name: str) -> None:
    found = keys(name)
    assert found == sorted(found)


def test_acronyms_have_a_known_kind() -> None:
    kinds = {cells[1] for _, cells in rows(text("acronyms"))}
    assert kinds == {"spelled", "word", "mixed"}
    assert len(keys("acronyms")) >= 800


def test_feminine_nouns_are_light() -> None:
    assert len(text("feminine_nouns").encode()) < 600_000
    nouns = {cells[0] for _, cells in rows(text("feminine_nouns"))}
    assert {"personne", "voitures", "tonnes", "heures", "infirmières", "fois"} <= nouns
    assert nouns.isdisjoint({"élève", "élèves", "enfants", "litres", "litre", "tours", "morts", "hommes", "euros"})


def test_every_place_of_an_abbreviation_is_known_and_used() -> None:
    assert {cells[3] for _, cells in rows(text("abbreviations"))} == set(neighbours._PLACES)
