"""The tables of French: source and licence named, NFC, no stray blanks, no key twice, in order where it is promised."""

import re
import unicodedata
from importlib import resources

import pytest

from editions.french import abbreviation_places
from editions.tables import rows

DATA = resources.files("editions.french.data")
TABLES = sorted(
    f"{folder}/{entry.name.removesuffix('.tsv')}"
    for folder in ("dictionaries", "grammar", "rules")
    for entry in DATA.joinpath(folder).iterdir()
    if entry.name.endswith(".tsv")
)
DICTIONARIES = {
    "grammar/domain_signs",
    "grammar/domain_groups",
    "grammar/no_break",
    "grammar/regional",
    *(name for name in TABLES if name.startswith("dictionaries/")),
}
"""Tables of one list; the others name the list of each row in their first column."""
KEYS = {
    "dictionaries/abbreviations": (0, 3),
    "dictionaries/jargon": (0, 3, 4),
    "grammar/domain_signs": (0, 1),
    "dictionaries/article_lines": (0, 1),
    "rules/inclusive": (0, 1, 2, 3),
    "rules/shapes": (0, 1, 5),
}
"""Columns that make the key, where it is not the form alone."""
SORTED = (
    ("dictionaries/acronyms", ""),
    ("dictionaries/feminine_nouns", ""),
    ("dictionaries/first_names", ""),
    ("grammar/calendar", "weekday"),
    ("rules/departments", "department"),
    ("rules/electronic", "domain"),
    ("rules/electronic", "file"),
    ("rules/roman", "sovereign"),
)


def text(name: str) -> str:
    """A whole table."""
    return DATA.joinpath(f"{name}.tsv").read_text(encoding="utf-8")


def keys(name: str) -> list[tuple[str, ...]]:
    """What may stand only once in a table."""
    columns = KEYS.get(name, (0,) if name in DICTIONARIES else (0, 1))
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


@pytest.mark.parametrize("name, part", SORTED)
def test_order(name: str, part: str) -> None:
    found = [key for key in keys(name) if not part or key[0] == part]
    assert found == sorted(found)


@pytest.mark.parametrize("name", [name for name in TABLES if name not in DICTIONARIES])
def test_a_list_stands_together_under_its_comment(name: str) -> None:
    """A head for the table, then each list, once, below what says its columns, source and licence."""
    parts = re.split(r"\n\n", text(name).rstrip("\n"))
    lists = [{cells[0] for _, cells in rows(part)} for part in parts]
    assert lists[0] == set()
    assert all(part.startswith("#") for part in parts)
    assert all(re.search(r"\bSource\b", part) and re.search(r"\bLicence\b", part) for part in parts[1:])
    found = [name for part in lists for name in part]
    assert len(found) == len(set(found))


def test_acronyms_have_a_known_kind() -> None:
    kinds = {cells[1] for _, cells in rows(text("dictionaries/acronyms"))}
    assert kinds == {"spelled", "word", "mixed"}
    assert len(keys("dictionaries/acronyms")) >= 800


def test_feminine_nouns_are_light() -> None:
    assert len(text("dictionaries/feminine_nouns").encode()) < 600_000
    nouns = {cells[0] for _, cells in rows(text("dictionaries/feminine_nouns"))}
    assert {"personne", "voitures", "tonnes", "heures", "infirmières", "fois"} <= nouns
    assert nouns.isdisjoint({"élève", "élèves", "enfants", "litres", "litre", "tours", "morts", "hommes", "euros"})


def test_every_place_of_an_abbreviation_is_known_and_used() -> None:
    used = {cells[3] for name in ("abbreviations", "jargon") for _, cells in rows(text(f"dictionaries/{name}"))}
    assert used == set(abbreviation_places.PLACES)


def test_short_forms_of_the_trades_have_a_known_domain() -> None:
    groups = {cells[1] for _, cells in rows(text("grammar/domain_groups"))}
    told = {cells[0] for _, cells in rows(text("grammar/domains"))}
    assert {cells[4] for _, cells in rows(text("dictionaries/jargon"))} <= told | groups
    assert {cells[1] for _, cells in rows(text("grammar/domain_signs"))} <= told | groups
    assert {cells[0] for _, cells in rows(text("grammar/domain_groups"))} <= told
