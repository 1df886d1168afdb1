"""Readings as the line that is sent to a voice, each of its words tied to its place; cut where it is too long."""

import re
from collections.abc import Callable

from editions.model import Span
from editions.speech import PLAIN, Reading, Script, Spoken

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
SAYABLE = re.compile(r"[^\W_]|[%€$£°²³§&+=@<>×÷½¼¾]")
"""What makes a line worth saying: a letter, a digit, or a sign that has a name."""


def script(spoken: Spoken, say: Callable[[Reading], str]) -> Script:
    """The readings as one line for a voice, ``say`` giving the words of each.

    A stretch that stands for itself must keep its length, so that each of its words keeps its own place; of any
    other reading the words stand for the whole stretch. Control characters become blanks; a line without a letter,
    a digit or a sign that has a name is empty. Of an empty stretch the words are said and stand for nothing.
    """
    parts: list[str] = []
    anchors: list[tuple[int, Span]] = []
    length = 0
    for reading in spoken.readings:
        words = _printable(say(reading))
        if reading.rule == PLAIN and len(words) == len(reading.spoken):
            start = reading.span.start
            anchors += [(length + m.start(), Span(start + m.start(), start + m.end())) for m in _WORD.finditer(words)]
        elif words.strip() and reading.span.start < reading.span.end:
            anchors.append((length + len(words) - len(words.lstrip()), reading.span))
        parts.append(words)
        length += len(words)
    return _stripped("".join(parts), anchors)


def _stripped(text: str, anchors: list[tuple[int, Span]]) -> Script:
    if not SAYABLE.search(text):
        return Script("")
    lead = len(text) - len(text.lstrip())
    line = text.strip()
    return Script(line, tuple((offset - lead, span) for offset, span in anchors if 0 <= offset - lead < len(line)))


def _printable(words: str) -> str:
    """Controls and line ends as blanks, one for one."""
    return _CONTROLS.sub(" ", words)


LONGEST_PIECE = 800
"""Characters spoken at once: about a minute. A longer sentence is spoken in pieces: no clip may fill the memory."""
_PLACES = tuple(map(re.compile, (r"[,;:.!?…»)\u2014] +(?=\S)", r"\s+(?=\S)")))


def pieces(script: Script) -> tuple[Script, ...]:
    """A script cut where it is too long to be one clip: behind a clause, else between words, else anywhere.

    Empty for a script without anything to say.
    """
    found = []
    start = 0
    while len(script.text) - start > LONGEST_PIECE:
        end = _cut(script.text, start)
        found.append(_part(script, start, end))
        start = end
    found.append(_part(script, start, len(script.text)))
    return tuple(part for part in found if SAYABLE.search(part.text))


def _cut(text: str, start: int) -> int:
    for pattern in _PLACES:
        ends = [match.end() for match in pattern.finditer(text, start, start + LONGEST_PIECE)]
        if ends and ends[-1] > start + LONGEST_PIECE // 2:
            return ends[-1]
    return start + LONGEST_PIECE


def _part(script: Script, start: int, end: int) -> Script:
    """A piece; a reading that began before it goes on at its first character."""
    begun = [span for offset, span in script.anchors if offset < start][-1:]
    anchors = [(offset - start, span) for offset, span in script.anchors if start <= offset < end]
    if begun and not (anchors and anchors[0][0] == 0):
        anchors.insert(0, (0, begun[0]))
    return Script(script.text[start:end], tuple(anchors))
