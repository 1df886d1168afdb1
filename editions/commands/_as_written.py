"""Blocks as their file has them, before French spaces are put in: what an editor looks for there is found.

``as_written = AsWritten(path)``; ``as_written("Et maintenant ? Rien.")`` → ``Et maintenant? Rien.``
"""

import re
from pathlib import Path

from editions.inputs import text
from editions.manuscript import octets

_WORD = re.compile(r"\w")


class AsWritten:
    """The lines of a plain text in order; what is not found there, or is of another format, stays as it is."""

    def __init__(self, path: Path) -> None:
        """``path``: of an article."""
        plain = path.suffix.lower() in text.SUFFIXES
        self._raw = octets.text_of(path, lambda finding: None) if plain else ""
        self._places = [place for place, char in enumerate(self._raw) if not char.isspace()]
        self._letters = "".join(self._raw[place] for place in self._places)
        self._next = 0

    def __call__(self, shown: str) -> str:
        """The stretch with the same signs, blanks left out, behind the last one that was found; on one line."""
        wanted = "".join(shown.split())
        found = self._letters.find(wanted, self._next) if wanted else -1
        if found < 0:
            found = self._letters.find(wanted) if wanted else -1
        if found < 0:
            return " ".join(shown.split())
        self._next = found + len(wanted)
        first, last = self._places[found], self._places[self._next - 1]
        first, last = self._with_signs(first, last)
        return " ".join(self._raw[first : last + 1].split())

    def _with_signs(self, first: int, last: int) -> tuple[int, int]:
        """With the bullets and bars of the line that are no part of the text: « - Ligue 1 », « - Répliques - »."""
        start, end = self._raw.rfind("\n", 0, first) + 1, self._raw.find("\n", last)
        end = end if end >= 0 else len(self._raw)
        before, behind = self._raw[start:first], self._raw[last + 1 : end]
        return (first if _WORD.search(before) else start), (last if _WORD.search(behind) else end - 1)
