"""One name for a rule, its table and its cases; its own words are in its table, shared ones under ``grammar``."""

import ast
from pathlib import Path

import pytest

from editions import french
from editions.french.rules import Rule

FRENCH = Path(french.__file__).parent
CASES = Path(__file__).parent
RULES = {vars(rule)["__name__"].rpartition(".")[2]: rule for rule in french.RULES}
NOT_OF_A_RULE = {"segmentation"}
"""Cases that are sentences, not readings."""


def stems(folder: Path, suffix: str) -> set[str]:
    return {path.stem for path in folder.glob(f"*{suffix}")}


def test_every_file_among_the_rules_is_a_rule() -> None:
    assert stems(FRENCH / "rules", ".py") - {"__init__"} == set(RULES)
    assert len(RULES) == len(french.RULES)


def test_every_table_of_a_rule_has_its_rule() -> None:
    assert stems(FRENCH / "data" / "rules", ".tsv") <= set(RULES)


def test_every_rule_has_its_cases() -> None:
    assert stems(CASES, ".tsv") - NOT_OF_A_RULE == set(RULES)


@pytest.mark.parametrize("name, rule", RULES.items(), ids=RULES)
def test_a_rule_goes_by_its_name_and_reads_no_other_table(name: str, rule: Rule) -> None:
    assert vars(rule)["RULE"] == name
    tree = ast.parse((FRENCH / "rules" / f"{name}.py").read_text(encoding="utf-8"))
    texts = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    assert not {text for text in texts if text.startswith("rules/")} - {"rules/"}
    assert "TABLE" not in vars(rule) or name in stems(FRENCH / "data" / "rules", ".tsv")
