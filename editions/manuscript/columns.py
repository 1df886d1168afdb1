"""Lines that were cut at a width, on screen or on paper, made whole again; words that were cut at their ends as well.

A line is joined to the next when the text is cut at a width and the next word would not have fitted. Where words are
cut as well, as in columns of print, ends and beginnings of sentences tell: a small letter goes on with what is above.
So it does, at any width, in paragraphs that were sent by hand from line to line.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from editions.manuscript import cutting, signatures
from editions.manuscript.mended import Mended
from editions.manuscript.patterns import BULLET, NUMBER
from editions.manuscript.words import folded, known

_Line = tuple[int, str]
_WIDEST = 100
_WIDE = 50
"""Characters: a narrower text is cut into columns only when its lines go on with small letters, or cut words."""
_NARROWEST = 24
_PROSE = 72
"""Characters: lines among which one is longer are no verses, and no lines of an address."""
_LONG = 60
"""Letters: a shorter line without an end may be whole, as a title is, an item or a signature."""
_MUCH = 40
"""Letters: a shorter one ends no line of prose, whatever follows."""
_UNCLOSED = re.compile(r"[\w,»)%€]$")
_CLOSED = re.compile(r"[.!?…:][\s\u00a0]*[»”\")\]]*$")


class Columns:
    """How a text was cut into lines."""

    def __init__(self, groups: Sequence[list[_Line]], mended: list[Mended]) -> None:
        """``mended`` receives the words that are put together."""
        self._mended = mended
        self._width = _width(groups)
        self._cut = cutting.cuts(groups) > 1 or (self._width > 0 and cutting.cuts(groups) > 0)
        lengths = sorted(len(line) for group in groups for _, line in group if len(line) <= _WIDEST)
        self._measure = lengths[int(0.9 * (len(lengths) - 1))] if lengths else 0

    def joined(self, group: Sequence[_Line], keep_first: bool = False) -> list[_Line]:
        """Cut paragraphs made whole again; an indented line after an item belongs to it."""
        joined: list[_Line] = []
        above = 0
        for (number, line), follows in zip(group, self.following(group, keep_first), strict=True):
            if follows:
                joined[-1] = (joined[-1][0], self.together(joined[-1][1], line.strip(), above))
            else:
                joined.append((number, line))
            above = number
        return joined

    def following(self, group: Sequence[_Line], keep_first: bool = False) -> list[bool]:
        """Of each line of a group, whether it goes on with the one above."""
        prose = any(len(line) > _PROSE for _, line in group)
        found: list[bool] = []
        head = last = ""
        for index, (_, line) in enumerate(group):
            begins = not found or bool(BULLET.match(line) or NUMBER.match(line))
            follows = bool(last) and (self._goes_on(last, line) or (prose and _runs_on(last, line.strip())))
            if keep_first and index == 1 and line[:1].isupper():
                follows = False
            if line[:1] in " \t" and BULLET.match(head):
                follows = True
            found.append(follows and not begins)
            head = head if found[-1] else line
            last = line
        return found

    def _goes_on(self, last: str, line: str) -> bool:
        """Whether a line goes on with the paragraph of the last one."""
        if cutting.is_cut(last, line.lstrip()) and (self._cut or cutting.is_whole(last, line.lstrip())):
            return True
        if self._width and _tight(last, line, self._width):
            return True
        if not self._cut or len(last) > _WIDEST:
            return False
        if len(line) > _WIDEST:
            return line.lstrip()[:1].islower()  # whole by itself: a lede that was not cut, below a title
        if _CLOSED.search(last) and line.isupper() and not last.isupper():
            return False  # who signs
        if _CLOSED.search(last):
            return len(last) > 0.6 * self._measure and _tight(last, line, self._measure)
        return line.lstrip()[:1].islower() or len(last) >= 0.7 * self._measure

    def together(self, before: str, line: str, number: int) -> str:
        """Both as one line; ``number``: of the line at whose end a word may be cut, from 1, or 0."""
        if not cutting.is_cut(before, line):
            return f"{before} {line}"
        whole, word = cutting.mended(before, line)
        doubtful = cutting.is_doubtful(before, line)
        if word or doubtful:
            self._mended.append(Mended(number, word or cutting.compound(before, line), doubtful))
        return whole


def ends_within(line: str) -> bool:
    """Whether a long line ends within a phrase that the next one ends: « … vous font part du décès de »."""
    return len(line) >= _LONG and folded(line).rsplit(" ", 1)[-1] in known("unended")


def _runs_on(last: str, line: str) -> bool:
    """Whether a line without a stop is followed by a small letter and much, or by the end of a sentence.

    Both are of a group with a line longer than any verse: see ``_PROSE``.
    """
    if ends_within(last):
        return not line[0].isupper()
    if len(last) < _MUCH or not line[0].islower() or not _UNCLOSED.search(last):
        return False
    return _CLOSED.search(line) is not None or (len(line) >= _LONG and not signatures.is_signature(line))


def _width(groups: Sequence[list[_Line]]) -> int:
    """The width at which the text was cut into lines, 0 when it was not."""
    lines = [line for group in groups for _, line in group]
    inner = [len(line) for line in lines if len(line) <= _WIDEST]
    if not inner or len(inner) < 0.9 * len(lines) or max(inner) < _NARROWEST:
        return 0
    pairs = [(a, b) for group in groups for (_, a), (_, b) in pairwise(group)]
    tight = sum(_tight(a, b, max(inner)) for a, b in pairs)
    if max(inner) < _WIDE and sum(b[:1].islower() for _, b in pairs) < 0.4 * len(pairs):
        return 0
    return max(inner) if tight >= 3 and tight >= (0.5 if max(inner) >= _WIDE else 0.7) * len(pairs) else 0


def _tight(line: str, following: str, width: int) -> bool:
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > width
