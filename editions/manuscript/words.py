"""The words by which lines are recognized, by role: ``french/data/dictionaries/article_lines.tsv``."""

import re
from functools import cache

from editions import tables

_WORD = re.compile(r"[^\W\d_]+")
_SHORT = 4
"""Letters: shorter words are in tables of their own."""


@cache
def words(role: str) -> tuple[str, ...]:
    """Words of a role, the longest first, so that « photos » is met before « photo »."""
    found = [word for word, roles in tables.table("dictionaries/article_lines") if role in roles.split(",")]
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


@cache
def known(*roles: str) -> frozenset[str]:
    """Words of any of the roles."""
    return frozenset(word for role in roles for word in words(role))


@cache
def joints(role: str, around: str) -> re.Pattern[str]:
    """A pattern in which ``{}`` stands for the words of a role."""
    return re.compile(around.format(tables.alternatives(words(role))))


def folded(text: str) -> str:
    """Small letters, straight apostrophes."""
    return text.strip().casefold().replace("’", "'")


def after_word(text: str, role: str) -> str | None:
    """What follows a word of that role at the start of the line, None when it does not start so."""
    plain = folded(text)
    if not plain.startswith(words(role)):
        return None
    for word in words(role):
        if plain.startswith(word) and (word[-1] == "'" or not plain[len(word) : len(word) + 1].isalnum()):
            return text.strip()[len(word) :]
    return None


def has_verb(text: str) -> bool:
    """Whether a form that makes a sentence is among the words; one that may be a noun as well is not counted.

    Nor is a name: a word with a capital inside a text that has small letters.
    """
    found = _WORD.findall(text.casefold() if text.isupper() else text)
    small = [word for place, word in enumerate(found) if place == 0 or word[0].islower()]
    return any(word.casefold() in _verbs() or _ends_as_verb(word) for word in small)


def _ends_as_verb(word: str) -> bool:
    """Whether a small word ends as a verb does: « Laurent » and « Vincent » are people.

    Adverbs end so too: in doubt a line is taken for a sentence.
    """
    return word[0].islower() and len(word) > 4 and word.endswith(words("verb_end")) and word not in known("no_verb")


@cache
def _verbs() -> frozenset[str]:
    return tables.words("dictionaries/finite_verbs")


def is_word(letters: str) -> bool:
    """Whether a dictionary has these letters as a word."""
    low = letters.casefold()
    if len(low) < _SHORT:
        return low in tables.words("dictionaries/word_capitals")
    return any(low in tables.words(f"dictionaries/{name}") for name in ("forms", "accented_words", "feminine_nouns"))
