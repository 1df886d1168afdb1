"""Words that a voice says wrong, and the spelling by which it says them right: ``data/<voice>.tsv``.

A word that no table knows and that eSpeak NG's rules would take for English by its th or its y (a family name, a
hamlet) is spelled without them, unless it is English (``data/english.tsv``).
"""

import re
from functools import cache
from typing import NamedTuple

from editions.pronunciation.store import mapping, table, words

_UNFRENCH = re.compile(r"th(?!i[aeéèiou]|m)|(?<=[bcdfghjklmpqrstvwxzé])y(?=s?$)|(?<=[^g]n)y(?=s?$)", re.IGNORECASE)


class Respeller(NamedTuple):
    """What one voice needs."""

    spellings: dict[str, str]
    """By word, as written; words in small letters are also found with a capital."""
    unfrench: bool
    """Whether the voice takes unknown words with th or a last y for English."""
    prefixes: tuple[str, ...]
    """Rows that end in a hyphen: what words joined by hyphens may begin with."""
    unchanged: set[str]
    """Words met that stand for themselves and have one sound only."""

    def spelling(self, word: str) -> str:
        """How to write a word for the voice: most often as it is."""
        found = self.spellings.get(word)
        if found is None:
            found = self._other(word)
        return found

    def _other(self, word: str) -> str:
        lower = word.lower()
        if lower != word:
            found = self.spellings.get(lower) or self.spellings.get(word.title() if word.isupper() else lower)
            if found is not None:
                return found[:1].upper() + found[1:]
        if "œ" in lower and (found := self.spellings.get(lower.replace("œ", "oe"))) is not None:
            return found[:1].upper() + found[1:] if lower != word else found
        if self.unfrench and ("h" in lower or "y" in lower) and lower not in words("english"):
            return made_french(word)
        return word


def made_french(word: str) -> str:
    """A word without the th and the last y that look English."""
    return _UNFRENCH.sub(_french, word)


def _french(match: re.Match[str]) -> str:
    if match[0] in "yY":
        return "i"
    before = match.string[match.start() - 1 : match.start()].lower()
    if before == "s":
        return match[0]
    return match[0][0] + "e" * (match.end() == len(match.string))


@cache
def respeller(voice: str) -> Respeller:
    """The one of a voice; without a table, every word stands for itself."""
    spellings = mapping(voice)
    return Respeller(spellings, bool(spellings), tuple(word for word in spellings if word.endswith("-")), set())


@cache
def spelled(voice: str, word: str, ipa: str) -> str:
    """A homograph for a voice, said as meant: from its ``homographs_<voice>.tsv``, else by the sounds alone."""
    from editions.pronunciation.respelling import respelled

    known = {(row[0], row[1]): row[2] for row in table(f"homographs_{voice}")}
    found = known.get((word.lower(), ipa)) or known.get(("*", ipa)) or respelled(ipa)
    return found[:1].upper() + found[1:] if word[:1].isupper() else found
