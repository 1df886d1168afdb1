"""What is written, in pieces that no line cuts, each with the time of its sound.

« L'eau monte », dit-il. → ``«\u00a0L'eau``, ``monte\u00a0»,``, ``dit-il.``
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from editions.model import Article, Span
from editions.speech import Cue, Timeline, WordCue

WIDTH = 42
"""Characters of a line."""
LONGEST_WORD = 5.0
"""Seconds that one piece may take: a number of twenty figures is cut."""

_NO_BREAK = "\u00a0\u202f\u2007"
_PIECE = re.compile(rf"[\S{_NO_BREAK}]+")
_BLANK = re.compile(rf"[^\S{_NO_BREAK}]+")
_CLOSING = re.compile(r"[»”’)\]!?;:,.…%]+")
_OPENING = re.compile(r"[«“‘(\[—–-]+")
_JOINTS = "/-._'’&=?"


@dataclass(frozen=True, slots=True)
class Text:
    """The words that a cue of a timeline stands for."""

    block: str
    """Cues of one block may share a caption."""
    source: str
    start: int
    end: int


Texts = Mapping[str, Text]
"""By the id of the cue."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that stays on one line; times in seconds."""

    text: str
    start: float
    end: float
    glued: bool = False
    """Whether it goes on with the word before it."""
    inside: bool = False
    """Whether the words after it are said in one with it, so that its end is a guess."""
    last: bool = False
    """Whether a sentence or a row ends with it."""


def texts(article: Article) -> dict[str, Text]:
    """Of each sentence of an article, by its id."""
    return {
        sentence.id: Text(block.id, block.text, sentence.span.start, sentence.span.end)
        for block in article.blocks
        for sentence in block.sentences
    }


def blocks(texts: Texts, timeline: Timeline) -> Iterator[list[Piece]]:
    """The pieces of each block that is heard."""
    for _, cues in groupby(timeline.cues, key=lambda cue: texts[cue.sentence_id].block):
        pieces = [piece for cue in cues for piece in _pieces(texts[cue.sentence_id], cue, timeline.rate)]
        if pieces:
            yield pieces


def _pieces(text: Text, cue: Cue, rate: int) -> list[Piece]:
    spans = _spans(text)
    times = _Times(text, cue)
    starts = [times.at(start, end) for start, end in spans]
    ends = [*starts[1:], cue.end][: len(spans)]
    found: list[Piece] = []
    for (start, end), first, last in zip(spans, starts, ends, strict=True):
        after = text.source[end : text.end]
        blank = after[: len(after) - len(after.lstrip())]
        words = _BLANK.sub("\u00a0", text.source[start:end].strip(_NO_BREAK))
        comma = "," if "\t" in blank and words[-1].isalnum() else ""
        piece = Piece(words + comma, first / rate, max(first, last) / rate, False, times.inside(end), "\n" in blank)
        found += _short(piece)
    return [*found[:-1], replace(found[-1], last=True)] if found else []


def _spans(text: Text) -> list[tuple[int, int]]:
    """Of the pieces: signs that close stay with what is before them, those that open with what follows."""
    found: list[tuple[int, int]] = []
    opened = False
    for match in _PIECE.finditer(text.source, text.start, text.end):
        words = match[0].strip(_NO_BREAK)
        if not words:
            continue
        if found and (opened or _CLOSING.fullmatch(words)) and "\t" not in text.source[found[-1][1] : match.start()]:
            found[-1] = (found[-1][0], match.end())
        else:
            found.append(match.span())
        opened = _OPENING.fullmatch(words) is not None
    return found


class _Times:
    """When the places of a sentence are heard."""

    def __init__(self, text: Text, cue: Cue) -> None:
        self._cue = cue
        self._words: list[WordCue] = []
        highest = 0
        for word in cue.words:
            if self._words and word.span == self._words[-1].span:
                self._words[-1] = replace(self._words[-1], end=word.end)
            elif word.span.end > highest:
                self._words.append(word)
                highest = word.span.end
        self._told = bool(self._words)
        if not self._told:  # time goes by characters
            self._words = [WordCue(Span(text.start, text.end), cue.start, cue.end)]
        self._ends = [word.span.end for word in self._words]

    def at(self, start: int, end: int) -> int:
        """The first sample of a stretch; of one without sound, that of the word after it."""
        place = bisect_right(self._ends, start)
        if place == 0 and self._words[0].span.start >= end:
            return self._cue.start
        if place == len(self._words):
            return self._cue.end
        word = self._words[place]
        if word.span.start >= start:
            return word.start
        return word.start + (word.end - word.start) * (start - word.span.start) // (word.span.end - word.span.start)

    def inside(self, place: int) -> bool:
        """Whether a place is in the middle of what is said in one."""
        at = bisect_right(self._ends, place)
        return self._told and at < len(self._words) and self._words[at].span.start < place


def _short(piece: Piece) -> Iterator[Piece]:
    """A piece in parts that fit on a line and are said in time; a blank is no part of a cut."""
    rest = piece
    while len(rest.text) > WIDTH or (rest.end - rest.start > LONGEST_WORD and len(rest.text) > 1):
        room = min(WIDTH, max(1, int(len(rest.text) * LONGEST_WORD / max(LONGEST_WORD, rest.end - rest.start))))
        at = _cut(rest.text, room)
        middle = rest.start + (rest.end - rest.start) * at / len(rest.text)
        tail = rest.text[at:]
        yield Piece(rest.text[:at].rstrip(_NO_BREAK), rest.start, middle, rest.glued, True)
        glued = tail[0] not in _NO_BREAK
        rest = replace(rest, text=tail.lstrip(_NO_BREAK), start=middle, glued=glued)
    yield rest


def _cut(text: str, room: int) -> int:
    """Where a piece is cut: at a blank, else behind a sign, else anywhere."""
    blank = max(text.rfind(sign, 1, room + 1) for sign in _NO_BREAK)
    if blank > 0 and text[:blank].strip(_NO_BREAK):
        return blank
    joint = max(text.rfind(sign, 0, room) for sign in _JOINTS) + 1
    return joint if joint > 0 and len(text) > joint else min(room, len(text) - 1)
