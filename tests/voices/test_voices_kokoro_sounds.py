"""Text → what Kokoro's model is given: nothing lost, nothing too long, each word in its place."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editions.errors import VoiceError
from editions.phonemes import Phonemizer
from editions.tables import rows
from editions.voices.kokoro import sounds
from editions.voices.kokoro.sounds import LIMIT, TOKENS, Piece
from editions.voices.kokoro.tying import tied

CASES = [cells for _, cells in rows(Path(__file__).with_name("kokoro_sounds.tsv").read_text(encoding="utf-8"))]
PIECES = st.lists(st.text("aɛ ˈ", min_size=1, max_size=400), max_size=12)


@pytest.mark.parametrize("cells", CASES, ids=lambda cells: cells[0])
def test_marks_stand_among_the_sounds(cells: list[str]) -> None:
    assert "".join(piece.sounds for piece in sounds.pieces(cells[0], tied)) == cells[1]


def test_words_are_told_with_their_places() -> None:
    text = "Ému, il dit : « tout le monde part »."
    (piece,) = sounds.pieces(text, tied)
    told = {text[at:].split()[0]: piece.sounds[place:].split()[0] for at, place in piece.words}
    assert told["dit"] == "dˈi:"
    assert told["part"].startswith("pˈaʁ")
    assert "monde" not in told  # one word with « tout le »: its place is not certain


def test_dots_inside_a_word_are_no_marks() -> None:
    (piece,) = sounds.pieces("La version 3.5 de la S.N.C.F.est là.", tied)
    assert piece.sounds.count(".") == 1


@pytest.mark.parametrize("text", ["s'" * 100, "M." * 300, "7" * 300, "ha" * 500])
def test_texts_that_kill_espeak_have_sounds(text: str) -> None:
    assert sum(len(piece.sounds) for piece in sounds.pieces(text, tied)) > len(text) / 4
    assert tied("Bonjour") == "bɔ̃ʒˈuʁ"


def test_what_nothing_makes_it_say_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Phonemizer, "_asked", lambda self, line: b"")
    with pytest.raises(VoiceError):
        tied("Bonjour à tous")


@pytest.mark.parametrize("text", ["", "...", "« »", "— !"])
def test_a_text_without_sound_has_no_piece(text: str) -> None:
    assert sounds.pieces(text, lambda stretch: "") == []


@given(st.text(alphabet="ab ,.;:!?…«»—()\"'\u0301\u4e2d", max_size=900))
def test_pieces_are_short_enough_and_of_known_tokens(text: str) -> None:
    found = sounds.pieces(text, lambda stretch: " ".join("ˈa" * len(word) for word in stretch.split()))
    assert all(len(piece.sounds) <= LIMIT for piece in found)
    assert all(character in TOKENS for piece in found for character in piece.sounds)
    told = [at for piece in found for at, _ in piece.words]
    assert told == sorted(set(told))
    assert all(place < len(piece.sounds.rstrip()) for piece in found for _, place in piece.words)


@given(PIECES)
def test_packing_loses_nothing(parts: list[str]) -> None:
    given_pieces = [Piece(part, ((number, 0),)) for number, part in enumerate(parts)]
    whole = sounds.packed(given_pieces)
    assert "".join(piece.sounds for piece in whole) == "".join(parts)
    assert [at for piece in whole for at, _ in piece.words] == list(range(len(parts)))
    for piece in whole:
        assert 0 < len(piece.sounds) <= LIMIT
        assert all(a < b for (_, a), (_, b) in pairwise(piece.words))


def test_a_long_sentence_is_cut_about_evenly() -> None:
    clauses = [Piece("a" * 59 + " ") for _ in range(10)]
    assert [len(piece.sounds) for piece in sounds.packed(clauses)] == [180, 240, 180]
