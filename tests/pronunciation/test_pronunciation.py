"""The layer between readings and voices: what is changed, and what it must never change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editions import french, voices
from editions.french.lexicon import Entry, Lexicon, _pattern
from editions.model import Sentence, Span
from editions.pronunciation import doubts, pronounced, sounding
from editions.speech import PLAIN, Reading, Spoken

SOME = "le rythme, jury est fils deux Nancy plus de tous os vécut l'est d'Annecy Saint-Étienne président % Émile."
WORDS = st.sampled_from(SOME.split())


def read(text: str, lexicon: Lexicon | None = None) -> Spoken:
    return french.read(Sentence("s", text, Span(0, len(text))), lexicon)


def test_a_word_said_wrong_is_spelled_otherwise_and_keeps_its_place() -> None:
    told = pronounced(read("Le jury vécut à Nancy."), "espeak")
    assert told.text == "Le juri vécu à Nanci."
    assert [(r.span, r.spoken) for r in told.readings if r.rule == "pronunciation"] == [
        (Span(3, 7), "juri"),
        (Span(8, 13), "vécu"),
        (Span(16, 21), "Nanci"),
    ]


def test_what_is_said_right_is_the_same_object() -> None:
    spoken = read("La mairie est ouverte.")
    assert pronounced(spoken, "espeak") is spoken


def test_a_voice_without_a_table_is_told_what_is_written() -> None:
    spoken = read("Le jury vécut à Nancy.")
    assert pronounced(spoken, "") is spoken


@given(st.lists(WORDS, max_size=12))
def test_spans_still_cover_the_sentence_in_order(words: list[str]) -> None:
    spoken = read(" ".join(words))
    told = pronounced(spoken, "espeak")
    places = [place for reading in told.readings for place in (reading.span.start, reading.span.end)]
    assert places == sorted(places)
    assert all(a == b for a, b in zip(places[1::2], places[2::2], strict=False))
    for reading in told.readings:
        if reading.rule == PLAIN:
            assert reading.spoken == " ".join(words)[reading.span.start : reading.span.end]


@pytest.mark.parametrize("voice", ["espeak", ""])
def test_the_newsroom_wins(voice: str) -> None:
    entries = Lexicon((Entry("Nancy", _pattern("Nancy"), "Nancy", "nan-ci"),))
    assert pronounced(read("À Nancy hier.", entries), voice).text == "À nan-ci hier."


def test_ipa_of_the_newsroom_is_spelled() -> None:
    assert sounding("/kʁɑ̃/") == "cran"
    assert sounding("cran") == "cran"
    assert sounding("/") == "/"


def test_the_script_of_a_voice_has_the_places_of_the_written_words() -> None:
    script = voices.prepared("espeak", read("Le jury à Nancy."))
    assert script.text == "Le juri à Nanci."
    assert script.anchors == ((0, Span(0, 2)), (3, Span(3, 7)), (8, Span(8, 9)), (10, Span(10, 15)))


def test_readings_of_numbers_are_respelled_too() -> None:
    spoken = Spoken("s", (Reading(Span(0, 3), "le jury", "rule"),))
    assert pronounced(spoken, "espeak").readings == (Reading(Span(0, 3), "le juri", "rule"),)


def test_a_doubt_has_its_place_and_both_sounds() -> None:
    (doubt,) = doubts(read("Le 3 mai, on voit les fils, et ses fils aussi."))
    assert doubt == Reading(Span(22, 26), "/fis/", "homograph", 0.6, ("/fil/",))


def test_the_newsroom_settles_a_doubt() -> None:
    entries = Lexicon((Entry("fils", _pattern("les {fils}"), "fils", "/fil/"),))
    spoken = read("Ici, on voit les fils.", entries)
    assert list(doubts(spoken)) == []
    assert pronounced(spoken, "espeak").text == "Ici, on voit les fil."


def test_a_prefix_of_compounds_is_respelled() -> None:
    assert pronounced(read("quatre-vingt-onze jurys"), "espeak").text == "quatre-vin-onze juris"
