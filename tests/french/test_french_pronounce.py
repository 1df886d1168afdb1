"""Which letters make a word, and how letters are named."""

import pytest

from editions.french.pronounce import letters, pronounceable


@pytest.mark.parametrize(
    "word", ["FIDAL", "EXCLUSIF", "RIBÉRY", "Tchéquie", "printemps", "JOUAIENT", "STRASBOURG", "œuvre"]
)
def test_words(word: str) -> None:
    assert pronounceable(word)


@pytest.mark.parametrize("word", ["CGT", "SNCF", "HLM", "QCM", "LR", "UE", "GLCF", "SNPTRV", "UEOA", "BZH"])
def test_letters_only(word: str) -> None:
    assert not pronounceable(word)


def test_names_of_letters() -> None:
    assert letters("SNCF") == "S N C F"
