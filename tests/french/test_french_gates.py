"""What a rule says it needs hides none of its readings: ``concerns`` is true wherever ``read`` finds something."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from editions import french
from editions.french.glance import Glance, cased, heads
from editions.french.rules import Rule, gate
from editions.model import Sentence
from editions.tables import rows

SAMPLE = Path(__file__).parents[2] / "articles" / "bocage"
WRITTEN = [
    line.partition("\t")[0]
    for file in (*sorted(Path(__file__).parent.glob("*.tsv")), *sorted(SAMPLE.glob("[0-9]*.txt")))
    for _, cells in rows(file.read_text(encoding="utf-8"))
    for line in cells[:1]
]


def sentences(text: str) -> Iterator[Sentence]:
    for span in french.segment(text):
        yield Sentence("s", text, span)


@pytest.fixture(scope="module")
def cases() -> list[tuple[Sentence, Glance]]:
    """All that the tables of cases and the sample articles say, with a glance at each sentence."""
    return [(sentence, Glance(sentence.text)) for text in WRITTEN for sentence in sentences(text)]


@pytest.mark.parametrize("rule", french.RULES, ids=lambda rule: rule.__name__.rpartition(".")[2])
def test_a_gate_hides_no_reading(rule: Rule, cases: list[tuple[Sentence, Glance]]) -> None:
    concerned = gate(rule)
    hidden = [sentence.text for sentence, glance in cases if not concerned(glance) and any(rule.read(sentence))]
    assert hidden == []


@settings(deadline=None, max_examples=300)
@example(["fig. 3 et 4", "A | B", "N.-E."], 9, 10)
@given(st.lists(st.sampled_from(WRITTEN), min_size=1, max_size=3), st.integers(0, 40), st.integers(1, 60))
def test_a_gate_hides_no_reading_of_a_stretch(lines: list[str], start: int, length: int) -> None:
    """Forms cut anywhere and put together: what stands around them changes."""
    for sentence in sentences(" ".join(lines)[start : start + length]):
        glance = Glance(sentence.text)
        hidden = [rule for rule in french.RULES if not gate(rule)(glance) and any(rule.read(sentence))]
        assert hidden == [], sentence.text


def test_most_rules_are_not_asked_about_a_plain_sentence() -> None:
    glance = Glance("Les habitants du bourg attendaient depuis longtemps cette décision de la commune.")
    assert len([rule for rule in french.RULES if gate(rule)(glance)]) < 3


def test_a_glance() -> None:
    glance = Glance("Le 12, à 20h30, 35kg et 12,5 % d’État.")
    assert glance.words == {"Le", "à", "h", "kg", "et", "d", "État"}
    assert glance.figures == {"12", "20", "30", "35", "5"}
    assert glance.behind == {"", "h", "kg", ",", "%"}
    assert glance.digits
    assert glance.has("%‰")
    assert glance.says(["kg"])
    assert glance.counts(["kg"])
    assert not glance.counts(["km"])


def test_a_glance_without_figures() -> None:
    glance = Glance("Rien à compter.")
    assert not glance.digits
    assert glance.figures == set()
    assert glance.behind == set()


def test_heads_are_what_a_glance_sees() -> None:
    assert heads(["av. J.-C.", "km/h", "€uro", "°C"]) == {"av", "km", "€", "°"}
    assert cased(["mai"]) == {"mai", "Mai", "MAI"}
