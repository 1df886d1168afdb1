"""The doubts of an edition, each decided once: the same reading of the same form is one doubt, wherever it stands.

A line of ``lexicon.tsv`` changes its form in the whole edition. Where the form also stands for something else, the
line says between which words it means: ``Jean {M.}``.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from editions.pronunciation import HOMOGRAPH

_BEFORE = re.compile(r"[^\s{}*#]+\s+$|\w+['’-]$")
_AFTER = re.compile(r"\s*[^\s{}*#]*\w")
_WORD = 60
"""Characters in which a neighbour stands; what is longer is no word, and would be looked through for each doubt."""
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Doubt:
    """One decision for the editor."""

    places: tuple[Mapping[str, Any], ...]
    """Entries of ``report["doubtful"]`` with the same written form and the same reading, in the report's order."""
    forms: tuple[str, ...]
    """First cells of the lines for ``lexicon.tsv`` that mean these places and no others."""

    @property
    def written(self) -> str:
        """The form as it stands in the text."""
        return str(self.places[0]["written"])

    @property
    def choices(self) -> tuple[str, ...]:
        """What may be said: first what is said now, then what else it could be. None that is empty."""
        others = (other for place in self.places for other in place["alternatives"])
        said = (choice.strip() for choice in (self.places[0]["spoken"], *others))
        return tuple(dict.fromkeys(choice for choice in said if choice))

    def lines(self, choice: str) -> str:
        """What to paste into ``lexicon.tsv`` to have ``choice`` said: one line for each form."""
        said = f"{self.written}\t\t{choice}" if self.places[0]["rule"] == HOMOGRAPH else choice
        return "".join(f"{form}\t{said}\n" for form in self.forms)


def doubts(values: Mapping[str, Any]) -> Iterator[Doubt]:
    """The doubts of ``entries.report``, least sure first; linear in the text for each."""
    text = "\n".join(sentence["text"] for article in values["articles"] for sentence in article["sentences"])
    groups: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for entry in values["doubtful"]:
        groups.setdefault((entry["written"], entry["spoken"].strip()), []).append(entry)
    for (written, _), places in groups.items():
        alone = _count(text, written) == len(places) and places[0]["rule"] != HOMOGRAPH
        yield Doubt(tuple(places), (_plain(written),) if alone else _in_context(places, text))


def _count(text: str, written: str) -> int:
    """How often the lexicon would find a form; as there, small letters also mean a capital in front."""
    forms = {written, written[:1].upper() + written[1:]}
    if sum(map(text.count, forms)) == 1:
        return 1
    return sum(_count_words(text, form) for form in forms)


def _count_words(text: str, form: str) -> int:
    """How often a form stands between borders of words: ``str.find`` goes through a book where a pattern reads it."""
    count, place = 0, text.find(form)
    while place >= 0:
        end = place + len(form)
        alone = not (_is_of_a_word(text[place - 1 : place]) or _is_of_a_word(text[end : end + 1]))
        count += alone
        place = text.find(form, end if alone else place + 1)
    return count


def _is_of_a_word(char: str) -> bool:
    """What ``\\w`` is."""
    return char.isalnum() or char == "_"


def _in_context(places: Sequence[Mapping[str, Any]], text: str) -> tuple[str, ...]:
    """Forms in braces with as few neighbours as mean these places only; together they mean them all."""
    around = [_neighbours(place) for place in places]
    times = Counter(before + it + after for three in around for before, it, after in set(three))
    forms = []
    for three in around:
        sure = (cut for cut in three if times["".join(cut)] == _count(text, "".join(cut)))
        before, it, after = next(sure, three[-1])
        forms.append(_plain(f"{before}{{{it}}}{after}" if before or after else it))
    return tuple(dict.fromkeys(forms))


def _neighbours(place: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """The form between its neighbours: only the one before, only the one after, both."""
    text, start, it = place["text"], place["at"], place["written"]
    found = _BEFORE.search(text, max(0, start - _WORD), start)
    next_one = _AFTER.match(text, start + len(it), start + len(it) + _WORD)
    before = found[0] if found else ""
    if found and found.start() == 0:
        before = before[0].lower() + before[1:]  # small letters also mean the capital of a sentence's first word
    after = next_one[0] if next_one else ""
    return [(before, it, ""), ("", it, after), (before, it, after)]


def _plain(form: str) -> str:
    """With ordinary blanks, which mean any blank in the lexicon."""
    return _BLANKS.sub(" ", form)
