"""The words of French that we know: what is none of them may be a name or cut short."""

from editions.tables import words

_DICTIONARIES = ("word_capitals", "forms", "accented_words", "feminine_nouns")


def is_word(word: str) -> bool:
    """Whether a word in small letters is in one of the dictionaries."""
    return any(word in words(f"dictionaries/{name}") for name in _DICTIONARIES)
