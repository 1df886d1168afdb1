"""What was said against what was heard: words aligned, the heard ones given to the sentences they belong to."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

Step = tuple[int | None, int | None]
"""A place in what was said, one in what was heard; None where a word was lost or added."""


def folded(text: str) -> list[str]:
    """Words that count: small letters, no marks, « œ » as « oe »; « l'eau » and « vingt-deux » are two words each."""
    small = unicodedata.normalize("NFC", text).lower().replace("œ", "oe").replace("æ", "ae")
    return re.findall(r"[^\W_]+", small)


def rows(said: Sequence[str], heard: Sequence[str]) -> list[list[int]]:
    """Changes from each beginning of the one to each beginning of the other (Levenshtein's table)."""
    table = [list(range(len(heard) + 1))]
    for i, word in enumerate(said, 1):
        above, row = table[-1], [i]
        for j, other in enumerate(heard, 1):
            row.append(min(above[j - 1] + (word != other), above[j] + 1, row[j - 1] + 1))
        table.append(row)
    return table


def distance(said: Sequence[str], heard: Sequence[str]) -> int:
    """Words or sounds changed, lost and added."""
    return rows(said, heard)[-1][-1]


def steps(said: Sequence[str], heard: Sequence[str]) -> list[Step]:
    """The cheapest way from the one to the other, in order: a changed word rather than one lost and one added."""
    table = rows(said, heard)
    i, j = len(said), len(heard)
    way: list[Step] = []
    while i or j:
        if i and j and table[i][j] == table[i - 1][j - 1] + (said[i - 1] != heard[j - 1]):
            i, j = i - 1, j - 1
            way.append((i, j))
        elif i and table[i][j] == table[i - 1][j] + 1:
            i -= 1
            way.append((i, None))
        else:
            j -= 1
            way.append((None, j))
    return way[::-1]


@dataclass(slots=True)
class Listened:
    """One sentence: its words, those heard for it, how many changes lie between."""

    said: list[str]
    heard: list[str]
    errors: int = 0


def by_sentence(sentences: Sequence[list[str]], heard: list[str]) -> list[Listened]:
    """Each heard word given to a sentence by the alignment of the whole; one added between two goes to the first."""
    listened = [Listened(words, []) for words in sentences]
    owners = [one for one in listened for _ in one.said]
    said = [word for words in sentences for word in words]
    owner = owners[0]
    for i, j in steps(said, heard):
        owner = owner if i is None else owners[i]
        owner.errors += i is None or j is None or said[i] != heard[j]
        if j is not None:
            owner.heard.append(heard[j])
    return listened


@dataclass(frozen=True, slots=True)
class Rates:
    """Counts of an article, or of several added up."""

    words: int = 0
    word_errors: int = 0
    sounds: int = 0
    sound_errors: int = 0

    def __add__(self, other: "Rates") -> "Rates":
        return Rates(
            self.words + other.words,
            self.word_errors + other.word_errors,
            self.sounds + other.sounds,
            self.sound_errors + other.sound_errors,
        )

    @property
    def wer(self) -> float:
        """Word error rate, per cent."""
        return 100 * self.word_errors / max(1, self.words)

    @property
    def per(self) -> float:
        """Phoneme error rate, per cent."""
        return 100 * self.sound_errors / max(1, self.sounds)
