"""Blocks as their file has them, before French spaces are put in: what an editor looks for there is found.

``as_written = AsWritten(path)``; ``as_written("Et maintenant ? Rien.")`` → ``Et maintenant? Rien.``
"""

from pathlib import Path

from editions.inputs import text
from editions.manuscript import octets


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
        return " ".join(self._raw[first : last + 1].split())
