"""Where a French word may be parted, for the word alone that is wider than the line: patterns of pyphen."""

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyphen import Pyphen

_LETTERS = re.compile(r"[^\W\d_]{5,}")
_ADDRESS = re.compile(r"[/@_=&\d]|\.\w")
"""A hyphen would be taken for a part of an address or of a reference."""
_BEFORE, _AFTER = 2, 3
"""Letters that stay together at a word's ends (Lexique de l'Imprimerie nationale)."""


@cache
def places(word: str) -> tuple[int, ...]:
    """Places in a word at which a hyphen may be put, ascending; none in a web address."""
    if _ADDRESS.search(word):
        return ()
    return tuple(
        run.start() + place for run in _LETTERS.finditer(word) for place in _patterns().positions(run[0].lower())
    )


@cache
def _patterns() -> "Pyphen":
    from pyphen import Pyphen  # here: most editions have no such word

    return Pyphen(lang="fr_FR", left=_BEFORE, right=_AFTER)
