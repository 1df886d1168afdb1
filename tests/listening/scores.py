"""What was said against what was heard: words aligned, the heard ones given to the sentences they belong to."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

GROUP = 4
"""Words at most that may sound as others do: « rez de chaussée », « ré de chaussée »."""
_ELIDED = re.compile(r"\b([cdjlmnst]|(?:jus|lors|puis|quoi)?qu) (?=[aeiouyhàâéèêëîïôùû])")
Sounding = Callable[[Sequence[str]], str]
"""How words sound together; those that sound alike are no error."""


def folded(text: str) -> list[str]:
    """Words that count: small letters, no marks, « œ » as « oe »; « l'eau » and « vingt-deux » are two words each."""
    small = unicodedata.normalize("NFC", text).lower().replace("œ", "oe").replace("æ", "ae")
    return re.findall(r"[^\W_]+", small)


def elided(words: Sequence[str]) -> str:
    """A line of folded words with its apostrophes, as « l eau » would be spelled: « l'eau », « a s v b »."""
    return _ELIDED.sub(r"\1'", " ".join(words))


def written(words: Sequence[str]) -> str:
    """Every letter counts."""
    return " ".join(words)


def groups(words: Sequence[str]) -> Iterator[tuple[int, Sequence[str]]]:
    """Each group of words that follow one another, and where it ends."""
    for end, length in product(range(1, len(words) + 1), range(1, GROUP + 1)):
        if length <= end:
            yield end, words[end - length : end]


def distance(said: Sequence[str], heard: Sequence[str]) -> int:
    """Words or sounds changed, lost and added (Levenshtein)."""
    row = list(range(len(heard) + 1))
    for i, word in enumerate(said, 1):
        above, row = row, [i]
        for j, other in enumerate(heard, 1):
            row.append(min(above[j - 1] + (word != other), above[j] + 1, row[j - 1] + 1))
    return row[-1]


@dataclass(frozen=True, slots=True)
class Step:
    """Places in what was said and in what was heard; one is empty where a word was lost or added."""

    said: range
    heard: range
    error: bool


def steps(said: Sequence[str], heard: Sequence[str], sounding: Sounding = written) -> list[Step]:
    """The cheapest way from the one to the other, in order: a changed word rather than one lost and one added."""
    ends, others = _by_sound(said, sounding), _by_sound(heard, sounding)
    costs, last = {(0, 0): 0}, {(0, 0): Step(range(0), range(0), False)}
    for i, j in product(range(len(said) + 1), range(len(heard) + 1)):
        free = [(length, others[j][sound], 0) for sound, length in ends[i].items() if sound in others[j]]
        for a, b, cost in (*free, (1, 1, 1), (1, 0, 1), (0, 1, 1)):
            whole = costs.get((i - a, j - b), len(said) + len(heard)) + cost
            if whole < costs.get((i, j), len(said) + len(heard) + 1):
                costs[i, j], last[i, j] = whole, Step(range(i - a, i), range(j - b, j), cost > 0)
    way, place = [], (len(said), len(heard))
    while any(place):
        way.append(last[place])
        place = (way[-1].said.start, way[-1].heard.start)
    return way[::-1]


def _by_sound(words: Sequence[str], sounding: Sounding) -> list[dict[str, int]]:
    """For each place, the sounds of the groups that end there, and their lengths; short ones count first."""
    found: list[dict[str, int]] = [{} for _ in range(len(words) + 1)]
    for end, group in groups(words):
        found[end].setdefault(sounding(group), len(group))
    return found


@dataclass(slots=True)
class Listened:
    """One sentence: its words, those heard for it, how many changes lie between."""

    said: list[str]
    heard: list[str]
    errors: int = 0


def by_sentence(sentences: Sequence[list[str]], heard: list[str], sounding: Sounding = written) -> list[Listened]:
    """Each heard word given to a sentence by the alignment of all; one added between two goes to the first."""
    listened = [Listened(words, []) for words in sentences]
    owners = [one for one in listened for _ in one.said]
    owner = owners[0]
    for step in steps([word for words in sentences for word in words], heard, sounding):
        owner = owners[step.said.start] if step.said else owner
        owner.errors += step.error
        owner.heard += (heard[j] for j in step.heard)
    return listened


@dataclass(frozen=True, slots=True)
class Rates:
    """Counts of an article, or of several added up."""

    words: int = 0
    word_errors: int = 0
    """As they are written."""
    misheard: int = 0
    """As they sound."""
    sounds: int = 0
    sound_errors: int = 0

    def __add__(self, other: "Rates") -> "Rates":
        return Rates(*(a + b for a, b in zip(self.numbers, other.numbers, strict=True)))

    @property
    def numbers(self) -> tuple[int, ...]:
        """All of them."""
        return self.words, self.word_errors, self.misheard, self.sounds, self.sound_errors

    @property
    def wer(self) -> float:
        """Word error rate, per cent."""
        return 100 * self.word_errors / max(1, self.words)

    @property
    def heard_wer(self) -> float:
        """The same, where words that sound alike are no error."""
        return 100 * self.misheard / max(1, self.words)

    @property
    def per(self) -> float:
        """Phoneme error rate, per cent."""
        return 100 * self.sound_errors / max(1, self.sounds)
