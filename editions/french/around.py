"""The words around a place in a text, which tell what the figures and signs there mean.

``word_before("le 22/10", 3, 0)`` → ``le``. All look no further than they are told, so that time stays linear.
"""

import re
from collections.abc import Set
from functools import lru_cache

_BLANKS = frozenset(" \u00a0\u2009\u202f")
_WORD = re.compile(r"[^\W\d_]+")
_BLANKS_ONLY = re.compile(r"\s*+\Z")
NEAR = 24
"""Characters in which the word before a figure is looked for, where its sentence does not begin sooner."""


def word_before(source: str, place: int, start: int) -> str:
    """The word that ends before ``place``, blanks skipped; empty when a sign stands between."""
    end = place
    while end > start and source[end - 1] in _BLANKS:
        end -= 1
    begin = end
    while begin > start and source[begin - 1].isalpha():
        begin -= 1
    return source[begin:end]


def word_after(source: str, place: int, end: int) -> str:
    """The word that begins after ``place``, blanks skipped; empty when a sign stands between."""
    begin = place
    while begin < end and source[begin] in _BLANKS:
        begin += 1
    stop = begin
    while stop < end and source[stop].isalpha():
        stop += 1
    return source[begin:stop]


def near_word(match: re.Match[str]) -> str:
    """The word right before a match, in small letters."""
    return word_before(match.string, match.start(), max(0, match.start() - NEAR)).lower()


def words_before(source: str, place: int, start: int, most: int) -> list[str]:
    """The last words before ``place``, ``most`` at most, in small letters, whatever stands between them."""
    return [word.lower() for word in _WORD.findall(source, start, place)[-most:]]


def says(source: str, start: int, end: int, wanted: Set[str]) -> bool:
    """Whether one of the wanted words, in small letters, stands in a stretch."""
    return not wanted.isdisjoint(_words(source, start, end))


@lru_cache(maxsize=64)
def _words(source: str, start: int, end: int) -> frozenset[str]:
    """The words of a stretch: of a sentence they are asked for once a number."""
    return frozenset(word.lower() for word in _WORD.findall(source, start, end))


def nothing_behind(source: str, place: int, end: int) -> bool:
    """Whether only blanks stand between ``place`` and ``end``; no further is looked than the first that is none."""
    return _BLANKS_ONLY.match(source, place, end) is not None
