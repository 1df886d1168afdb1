"""What is a word of French, and what is cut short or a name."""

import pytest

from editions.french.vocabulary import is_word


@pytest.mark.parametrize("word", ["maison", "maisons", "chercher", "gratuite"])
def test_a_word(word: str) -> None:
    assert is_word(word)


@pytest.mark.parametrize("word", ["boiss", "lotiss", "xq", "Maison"])
def test_no_word(word: str) -> None:
    assert not is_word(word)
