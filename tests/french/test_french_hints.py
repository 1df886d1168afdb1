"""Hints make reading quick, and hide nothing: without them each rule reads the same."""

import sys
from pathlib import Path

import pytest

from editions import french
from editions.french.lazy import Lazy
from editions.french.rules import Rule, shapes
from editions.model import Sentence
from editions.tables import rows

SAMPLE = Path(__file__).parents[2] / "articles" / "bocage"
WRITTEN = [
    cells[0]
    for file in (*sorted(Path(__file__).parent.rglob("*.tsv")), *sorted(SAMPLE.glob("[0-9]*.txt")))
    for _, cells in rows(file.read_text(encoding="utf-8"))
]


def patterns() -> list[Lazy]:
    """Those of the rules and of the modules that help them."""
    modules = [module for name, module in sys.modules.items() if name.startswith("editions.french")]
    named = [value for module in modules for value in vars(module).values() if isinstance(value, Lazy)]
    return [*named, *(shape.pattern for shape in shapes.shapes())]


@pytest.fixture(scope="module")
def sentences() -> list[Sentence]:
    """All that the tables of cases and the sample articles say."""
    return [Sentence("s", text, span) for text in WRITTEN for span in french.segment(text)]


@pytest.mark.parametrize("rule", french.RULES, ids=[vars(rule)["RULE"] for rule in french.RULES])
def test_a_hint_hides_no_reading(rule: Rule, sentences: list[Sentence], monkeypatch: pytest.MonkeyPatch) -> None:
    hinted = [list(rule.read(sentence)) for sentence in sentences]
    for pattern in patterns():
        monkeypatch.setattr(pattern, "hint", "")
        monkeypatch.setattr(pattern, "chars", "")
    unsigned = tuple(shape._replace(sign="") for shape in shapes.shapes())
    monkeypatch.setattr(shapes, "shapes", lambda: unsigned)
    assert [list(rule.read(sentence)) for sentence in sentences] == hinted


def test_a_hint_spares_the_pattern() -> None:
    hinted = Lazy("(", hint=r"[0-9]\s?%", chars="%")
    assert list(hinted.finditer("rien")) == []
    assert hinted.search("100 %, non : rien qu'un %"[7:]) is None


def test_a_pattern_may_come_from_a_table() -> None:
    made: list[str] = []

    def source() -> str:
        made.append("once")
        return "a+"

    pattern = Lazy(source)
    assert made == []
    assert [match[0] for match in pattern.finditer("aa b a")] == ["aa", "a"]
    assert made == ["once"]


@pytest.mark.parametrize(
    "hint, sign",
    [
        ("RCS", "R"),
        (r"[0-9]\s?%", "%"),
        ("a?b{2}c*", "b"),
        (r"\(J[1-9]", "("),
        (r"(?i:div)\.", "."),
        ("[0-9]{2}x?", "[0-9]"),
        ("x|y", ""),
        ("(?:a(?:b)c)d", ""),
        (r"[A-Z]{0,2}\s", ""),
    ],
)
def test_the_rarest_sign_of_a_hint(hint: str, sign: str, monkeypatch: pytest.MonkeyPatch) -> None:
    row = ("x", "y", "SURE", hint)
    monkeypatch.setattr(shapes.TABLE, "_lists", {"shape": [row]})
    (shape,) = shapes.shapes.__wrapped__()
    assert shape.sign == sign
