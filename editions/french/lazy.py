"""Patterns that are compiled when they are first needed: the command line starts fast, sentences go by quickly.

``Lazy(long_pattern, hint="[0-9] ?%", chars="%")``: where none of the characters is, or the short hint is not found,
the long pattern cannot be, so it is neither run nor even compiled.
"""

import re
from collections.abc import Iterable
from sys import maxsize


class Lazy:
    """A regular expression with cheap hints of its presence; the methods are those of ``re.Pattern``."""

    __slots__ = ("_chars", "_compiled", "_hint", "_hint_source", "_source")

    def __init__(self, source: str, hint: str = "", chars: str = "") -> None:
        """``hint``: a pattern that is found wherever ``source`` is; ``chars``: characters one of which is in it.

        Both may be empty when nothing is cheaper than the pattern itself.
        """
        self._source = source
        self._chars = chars
        self._hint_source = hint
        self._hint: re.Pattern[str] | None = None
        self._compiled: re.Pattern[str] | None = None

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterable[re.Match[str]]:
        """All matches, left to right."""
        for char in self._chars:
            if text.find(char, start, end) >= 0:
                break
        else:
            if self._chars:
                return ()
        if self._hint_source and (self._hint or self._hinting()).search(text, start, end) is None:
            return ()
        return (self._compiled or self._pattern()).finditer(text, start, end)

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The first match anywhere."""
        if not (self._chars or self._hint_source):
            return (self._compiled or self._pattern()).search(text, start, end)
        for match in self.finditer(text, start, end):
            return match
        return None

    def match(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """A match that begins at ``start``."""
        return (self._compiled or self._pattern()).match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """A match of the whole stretch."""
        return (self._compiled or self._pattern()).fullmatch(text, start, end)

    def _hinting(self) -> re.Pattern[str]:
        self._hint = re.compile(self._hint_source)
        return self._hint

    def _pattern(self) -> re.Pattern[str]:
        self._compiled = re.compile(self._source)
        return self._compiled
