r"""Patterns that are compiled when they are first needed: the command line starts fast, sentences go by quickly.

``Lazy(long_pattern, hint=r"[0-9]\s?%", chars="%")``: where none of the characters is, or the short hint is not found,
the long pattern cannot be, so it is neither run nor even compiled. Patterns are ``re.VERBOSE``: blanks and line ends in
them only make them legible.
"""

import re
from collections.abc import Callable, Iterable
from sys import maxsize

Source = str | Callable[[], str]
"""A pattern, or what makes it from a table: tables are read when the first sentence is."""


class Lazy:
    """A regular expression with cheap hints of its presence; the methods are those of ``re.Pattern``."""

    __slots__ = ("_compiled", "_source", "_spied", "chars", "hint")

    def __init__(self, source: Source, hint: Source = "", chars: str = "") -> None:
        """``hint``: a pattern that is found wherever ``source`` reads something; ``chars``: characters one of which is.

        Both may be empty when nothing is cheaper than the pattern itself.
        """
        self._source = source
        self.chars = chars
        self.hint = hint
        self._spied: re.Pattern[str] | None = None
        self._compiled: re.Pattern[str] | None = None

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterable[re.Match[str]]:
        """All matches, left to right."""
        for char in self.chars:
            if text.find(char, start, end) >= 0:
                break
        else:
            if self.chars:
                return ()
        if self.hint and (self._spied or self._spying()).search(text, start, end) is None:
            return ()
        return (self._compiled or self._pattern()).finditer(text, start, end)

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The first match anywhere."""
        if not (self.chars or self.hint):
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

    def _spying(self) -> re.Pattern[str]:
        self._spied = _compiled(self.hint)
        return self._spied

    def _pattern(self) -> re.Pattern[str]:
        self._compiled = _compiled(self._source)
        return self._compiled


def _compiled(source: Source) -> re.Pattern[str]:
    return re.compile(source() if callable(source) else source, re.VERBOSE)
