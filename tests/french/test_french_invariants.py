"""What holds for every text whatever: nothing lost, nothing twice, no exception, time linear in length."""

import time
from collections.abc import Callable

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from editions import french
from editions.french.tokens import tokenize
from editions.model import Sentence, Span
from editions.speech import PLAIN, Spoken

FRAGMENTS = [
    "12", "1er", "2,5", "0", "21", "80", "1 000", "000", "06 12 34 56 78", "12/10/2024", "3/4", "17/20", "½", "²",
    "20h30", "1 h", "45'", "€", "M€", "k€", "%", "‰", "kg", "m", "m²", "km/h", "µg/m³", "°C", "°", "M.", "Mme",
    "Me", "n°", "p.", "art.", "etc.", "av. J.-C.", "SNCF", "OTAN", "XIVe", "XX", "I", "CO₂", "Bac+5", "x2",
    "≈", "±", "-", "–", "−", "+", "(...)", "[…]", "…", "«", "»", "\"", "'", "’", "/", "|", "@", "#", "&",
    "http://a.fr/b?c=1", "x@y.fr", "J-7", "A13", "les", "de", "à", "personnes", "euros", "candidat(e)s", "·",
    "\u00a0", "\u202f", "\t", "\n", ".", ",", ":", " ", "e\u0301", "\u200d", "👩‍🚒", "\ufeff", "\u00ad", "٣", "ᵉ",
    "①", "ﬁ", "İ", "ß", "\x00", "\ud83d", "N", "O'Connor",
]  # fmt: skip
WILD = st.text(max_size=80)
PRESS = st.lists(st.sampled_from(FRAGMENTS), max_size=14).map("".join)
SPACED = st.lists(st.sampled_from(FRAGMENTS), max_size=14).map(" ".join)


def read_all(text: str) -> list[Spoken]:
    return [french.read(Sentence(f"s{i}", text, span)) for i, span in enumerate(french.segment(text))]


@settings(deadline=None, max_examples=400)
@given(WILD | PRESS | SPACED)
def test_sentences_partition_the_text(text: str) -> None:
    spans = french.segment(text)
    assert "".join(text[span.start : span.end] for span in spans) == text
    assert all(span.start < span.end for span in spans)


@settings(deadline=None, max_examples=200)
@given(WILD | PRESS)
def test_tokens_are_the_text(text: str) -> None:
    tokens = list(tokenize(text, start=7))
    assert "".join(token.text for token in tokens) == text
    assert all(text[token.span.start - 7 : token.span.end - 7] == token.text for token in tokens)


@settings(deadline=None, max_examples=800)
@given(WILD | PRESS | SPACED)
def test_readings_cover_the_source_without_gap_or_overlap(text: str) -> None:
    place = 0
    for spoken in read_all(text):
        for reading in spoken.readings:
            assert reading.span.start == place
            assert reading.span.end > place
            if reading.rule == PLAIN:
                assert reading.spoken == text[reading.span.start : reading.span.end]
            assert 0 <= reading.confidence <= 1
            assert reading.spoken not in reading.alternatives
            place = reading.span.end
    assert place == len(text)


@settings(deadline=None, max_examples=400)
@given(WILD | PRESS | SPACED)
def test_no_digit_is_left_to_the_voice(text: str) -> None:
    said = "".join(spoken.text for spoken in read_all(text))
    assert not set(said) & set("0123456789%€")


@settings(deadline=None, max_examples=300)
@given(SPACED)
def test_every_rule_proposes_whole_tokens_inside_its_sentence(text: str) -> None:
    assume("\u0301" not in text)  # an accent apart glues letters that a pattern sees as two: the resolver leaves it out
    for span in french.segment(text):
        sentence = Sentence("s", text, span)
        for rule in french.RULES:
            for reading in rule.read(sentence):
                assert french.fits(reading, sentence), (reading, text)


@settings(deadline=None, max_examples=200)
@given(PRESS | SPACED)
def test_a_sentence_is_read_the_same_alone(text: str) -> None:
    """A rule may look around in the block, but never reads outside the sentence."""
    around = "Une phrase. " + text + " Une autre."
    span = Span(len("Une phrase. "), len("Une phrase. ") + len(text))
    if text:
        spoken = french.read(Sentence("s", around, span))
        assert sum(r.span.end - r.span.start for r in spoken.readings) == len(text)


LONG: list[tuple[str, Callable[[int], str]]] = [
    ("digits", lambda n: "7" * n),
    ("grouped digits", lambda n: "1" + " 234" * (n // 4)),
    ("dotted digits", lambda n: "1" + ".234" * (n // 4)),
    ("commas", lambda n: "1," * (n // 2)),
    ("letters", lambda n: "a" * n),
    ("capitals", lambda n: "A" * n),
    ("romans", lambda n: "X" * n),
    ("words", lambda n: "mot " * (n // 4)),
    ("words and numbers", lambda n: "le 21 mai " * (n // 10)),
    ("dots", lambda n: "." * n),
    ("initials", lambda n: "A." * (n // 2)),
    ("dashes", lambda n: "1-" * (n // 2)),
    ("slashes", lambda n: "1/" * (n // 2)),
    ("blanks", lambda n: " " * n),
    ("brackets", lambda n: "(" * n),
    ("signs", lambda n: "+" * n),
    ("at signs", lambda n: "a@" * (n // 2)),
    ("apostrophes", lambda n: "l'" * (n // 2)),
    ("phone", lambda n: "06 12 " * (n // 6)),
    ("quotes", lambda n: "1' " * (n // 3)),
    ("lists", lambda n: "1°) " * (n // 4)),
    ("shoot-outs", lambda n: "4-3 tab " * (n // 8)),
    ("athletes", lambda n: "Ab (KEN) " * (n // 9)),
    ("showings", lambda n: "14h/16h " * (n // 8)),
    ("dates in brackets", lambda n: "(14/7) " * (n // 7)),
    ("helplines", lambda n: "3919, " * (n // 6)),
    ("winds", lambda n: "vent N-NE " * (n // 10)),
    ("estimates", lambda n: "3 000/4 000 " * (n // 12)),
    ("sizes", lambda n: "10 x " * (n // 5)),
    ("elisions", lambda n: "de 1 an " * (n // 8)),
    ("romans in a list", lambda n: "IV, " * (n // 4)),
    ("strokes of the breast", lambda n: "50 br. " * (n // 7)),
    ("sizes and prices", lambda n: "20/30 " * (n // 6)),
    ("laps", lambda n: "3 t " * (n // 4)),
    ("short sets", lambda n: "4/1 " * (n // 4)),
    ("ads", lambda n: "2 ch., 5 p., 12 v. " * (n // 19)),
    ("emoji", lambda n: "🎉" * n),
    ("marks", lambda n: "e" + "\u0301" * n),
]


@pytest.mark.parametrize("make", [make for _, make in LONG], ids=[name for name, _ in LONG])
def test_time_is_linear_in_length(make: Callable[[int], str]) -> None:
    read_all(make(400))  # tables and patterns are loaded
    small, large = 2_500, 20_000
    assert _seconds(make(large)) < 0.02 + 24 * max(_seconds(make(small)), 0.001)


def _seconds(text: str) -> float:
    """Processor time of one reading, the better of two."""
    times = []
    for _ in range(2):
        start = time.process_time()
        read_all(text)
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.parametrize(
    "text", ["7" * 10_000, "a" * 50_000, "A" * 50_000, "mot " * 200_000], ids=["digits", "letters", "capitals", "words"]
)
def test_very_long_texts_are_read(text: str) -> None:
    start = time.process_time()
    assert "".join(spoken.text for spoken in read_all(text))
    assert time.process_time() - start < 20
