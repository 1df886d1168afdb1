"""Sounds → a French spelling that has no other reading: /ʃnajdɛʁ/ → ``chenaïdère``.

A voice that takes no phonemes can still be told how a word sounds. Every sound has the spellings it may have in its
place, the plainest first; ``respelled`` takes the first of each, ``respellings`` the likeliest of all, for a caller who
can hear which one the voice says as meant.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from heapq import heappop, heappush
from typing import NamedTuple

from editions.pronunciation.store import table

_MARKS = re.compile(r"[ˈˌː.'‿ˑ\-\s]|\([a-z-]+\)")
VOWELS = frozenset(("a", "ɑ", "i", "y", "u", "o", "ɔ", "e", "ɛ", "ø", "œ", "ə", "ɛ̃", "œ̃", "ɑ̃", "ɔ̃"))
FRONT = frozenset(("i", "e", "ɛ", "ø", "œ", "ə", "ɛ̃", "j"))
"""Sounds whose spelling turns c into s and g into j; those spelled with e or i."""
MOST = 400
"""Spellings tried of one word, the likeliest first."""


class Spelling(NamedTuple):
    """One way to write a sound, where it may stand."""

    letters: str
    cost: int
    before: str
    """Kind of sound behind which it may stand, ``*``: any, ``vowel``, ``consonant``, ``none`` (start of the word)."""
    after: str
    """The same of the sound that follows; also ``front``, ``back``."""


def sounds(ipa: str) -> tuple[str, ...]:
    """The sounds of a word in IPA, stress and length left out; a nasal vowel is one sound."""
    plain = unicodedata.normalize("NFD", _MARKS.sub("", ipa)).replace("g", "ɡ").replace("r", "ʁ")
    return tuple(re.findall(r"\w\u0303?", plain))


def respelled(ipa: str) -> str:
    """The plainest spelling of a pronunciation; sounds that French does not have are left out."""
    return next(respellings(ipa), "")


def respellings(ipa: str) -> Iterator[str]:
    """Spellings of a pronunciation, the plainest first; as many as ``MOST``."""
    word = sounds(ipa)
    found: set[str] = set()
    heap: list[tuple[int, int, str]] = [(0, 0, "")]
    while heap and len(found) < MOST:
        cost, place, written = heappop(heap)
        if place == len(word):
            if written not in found:
                found.add(written)
                yield written
            continue
        for spelling in _fitting(word, place):
            heappush(heap, (cost + spelling.cost, place + 1, written + spelling.letters))


def _fitting(word: tuple[str, ...], place: int) -> Iterator[Spelling]:
    """The spellings that a sound may have in its place."""
    before = _kinds(word[place - 1] if place else "")
    after = _kinds(word[place + 1] if place + 1 < len(word) else "")
    none = (Spelling("", 9, "*", "*"),)
    for spelling in _spellings().get(word[place], none):
        if spelling.before in before and spelling.after in after:
            yield spelling


@cache
def _kinds(sound: str) -> frozenset[str]:
    """What a neighbour is: nothing, a vowel or a consonant, written with a front vowel or not, or itself."""
    if not sound:
        return frozenset(("*", "none", "back"))
    kind = "vowel" if sound in VOWELS else "consonant"
    return frozenset(("*", "some", kind, "front" if sound in FRONT else "back", sound))


@cache
def _spellings() -> dict[str, tuple[Spelling, ...]]:
    """Of each sound; in the table's order."""
    found: dict[str, list[Spelling]] = {}
    for sound, letters, cost, before, after in table("spellings"):
        key = unicodedata.normalize("NFD", sound)
        sides = (unicodedata.normalize("NFD", side) for side in (before, after))
        found.setdefault(key, []).append(Spelling(letters, int(cost), *sides))
    return {sound: tuple(spellings) for sound, spellings in found.items()}
