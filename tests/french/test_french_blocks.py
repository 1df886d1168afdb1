"""Readings of blocks with notes: calls are silent and hidden from the rules, the number of a note is read alone."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editions.french import blocks
from editions.model import Block, Role
from editions.model.runs import Label, NoteCall, Run, Span
from editions.speech import PLAIN


def block(written: str, kind: Role = "paragraph") -> Block:
    """Calls in braces: ``2024{[3]}``; a label in angle brackets: ``<[1]> Élu``."""
    text, runs = "", list[Run]()
    place = 0
    for part in written.replace("<", "{<").replace(">", ">}").split("{"):
        sign, closed, rest = part.partition("}")
        if closed:
            bare = sign.strip("<>")
            span = Span(place, place + len(bare))
            runs.append(Label(span) if sign[0] == "<" else NoteCall(span, "1"))
            part = bare + rest
        text += part
        place = len(text)
    return Block("b", kind, text, (len(text),), tuple(runs))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("En 2024{[3]}, il est élu.", "En deux mille vingt-quatre, il est élu."),
        ("12 000{[4]} habitants", "douze mille habitants"),
        ("Le 12{¹} mai 2020", "Le douze mai deux mille vingt"),
        ("35 {[1]} km de route", "trente-cinq kilomètres de route"),
        ("Marie{*} est là {(1)}.", "Marie est là."),
        ("{[1]} Voilà", " Voilà"),
        ("L'Onu{[1]}{[2]} vote", "L'Onu vote"),
        ("Il l'a dit [1] fois.", "Il l'a dit [un] fois."),
    ],
)
def test_calls_are_silent_and_change_no_reading(written: str, said: str) -> None:
    found = block(written)
    (spoken,) = blocks.read(found)
    assert spoken.text == said
    assert spoken.readings[0].span.start == 0
    assert spoken.readings[-1].span.end == len(found.text)
    assert all(one.span.end == other.span.start for one, other in pairwise(spoken.readings))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("<[1]> Km zéro.", "un\u00a0: Km zéro."),
        ("<1.> Élu en 2020.", "un\u00a0: Élu en deux mille vingt."),
        ("<[note 12]> Élu.", "douze\u00a0: Élu."),
        ("<[a]> Élu.", "a\u00a0: Élu."),
        ("<*> Le prénom est changé.", " Le prénom est changé."),
    ],
)
def test_the_number_of_a_note_is_read_alone(written: str, said: str) -> None:
    (spoken,) = blocks.read(block(written, "note"))
    assert spoken.text == said


@given(
    st.lists(st.sampled_from(["En 2024", " 12 km", " de long", ".", " Il", " M. Le Gal", " 3/5", "{[1]}", "{ [2]}"]))
)
def test_readings_cover_each_sentence_and_plain_ones_are_the_text(parts: list[str]) -> None:
    found = block("".join(parts))
    for sentence, spoken in zip(found.sentences, blocks.read(found), strict=True):
        assert "".join(found.text[r.span.start : r.span.end] for r in spoken.readings) == sentence.text
        assert all(r.spoken == found.text[r.span.start : r.span.end] for r in spoken.readings if r.rule == PLAIN)
        calls = {place for run in found.runs for place in range(run.span.start, run.span.end)}
        silent = [r for r in spoken.readings if r.rule == blocks.CALL]
        assert all(r.spoken == "" for r in silent)
        assert not any(r.rule == PLAIN and calls & set(range(r.span.start, r.span.end)) for r in spoken.readings)


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("ii.", "deux."),
        ("I.", "un."),
        ("b)", "B."),
        ("A.", "A."),
        ("c.", "C."),
        ("XIV.", "quatorze."),
        ("12.", "douze."),
    ],
)
def test_the_number_of_an_item_in_letters(label: str, said: str) -> None:
    (spoken,) = blocks.read(block(f"<{label}> Le pont", "item"))
    assert spoken.text == f"{said} Le pont"


@pytest.mark.parametrize(("label", "said"), [("[ii]", "deux\u00a0:"), ("[i]", "un\u00a0:"), ("[c]", "c\u00a0:")])
def test_the_number_of_an_endnote(label: str, said: str) -> None:
    (spoken,) = blocks.read(block(f"<{label}> Selon elle.", "note"))
    assert spoken.text == f"{said} Selon elle."
