"""A block's words cut into cues: the way with the least that disturbs, found by looking at all ways at once.

A cue ends well at the end of a sentence or a clause, badly after an article; it has room for its characters; it lasts
long enough to be read before the next one begins. Short sentences of a block share a cue when this helps.
"""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from editions.outputs.captions import breaks
from editions.outputs.captions.words import WIDTH, Piece

LONGEST = 6.5
"""Seconds of sound in a cue, so that a cue that comes a little early may stay until its sound has ended."""
SPEED = 17
"""Characters that are read in a second."""
SHORTEST = 1.0
"""Seconds that any cue stays."""
GAP = 0.04
"""Seconds between two cues: a frame of television, so that the eye sees a change."""
_CUE, _JOINED, _ASTRIDE, _LATE, _SHORT, _LINE = 2.0, 1.0, 6.0, 4.0, 1.5, 0.4
"""What disturbs besides where a cue ends: that it is one more, that it holds several sentences, that the last of these
goes on in the next cue, each second that is missing to read it, a cue of a few letters amid a sentence; and how much of
it a line's end disturbs."""
_FEW = 12


@dataclass(frozen=True, slots=True)
class Cut:
    """A cue before it has its times; those of its sound in milliseconds."""

    lines: tuple[str, ...]
    start: int
    end: int

    @property
    def length(self) -> int:
        """Characters, the end of a line counted as a blank."""
        return sum(map(len, self.lines)) + len(self.lines) - 1

    @property
    def needed(self) -> int:
        """Milliseconds in which it can be read."""
        return math.ceil(1000 * max(SHORTEST, self.length / SPEED))


def cut(pieces: Sequence[Piece]) -> list[Cut]:
    """The cues of a block, in order; every piece is in one of them."""
    block = _Block(list(pieces))
    ends = block.best()
    return [block.cue(start, end) for start, end in pairwise([0, *ends])]


class _Block:
    """Places and costs, so that the characters between two pieces are a subtraction."""

    def __init__(self, pieces: list[Piece]) -> None:
        self._pieces = pieces
        self._costs = breaks.costs(pieces)
        ends = list(accumulate(len(piece.text) + (not piece.glued) for piece in pieces))
        self._ends = ends
        self._starts = [end - len(piece.text) for end, piece in zip(ends, pieces, strict=True)]
        self._begun = [piece.start for piece in pieces] + [pieces[-1].end + SHORTEST]
        self._sentences = [0, *accumulate(int(piece.last) for piece in pieces)]

    def best(self) -> list[int]:
        """Where the cues end (excluded)."""
        count = len(self._pieces)
        cheapest, previous = [0.0] + [math.inf] * count, [0] * (count + 1)
        for start in range(count):
            before = cheapest[start]
            for end, cost in enumerate(self._costs_from(start), start + 1):
                if before + cost < cheapest[end]:
                    cheapest[end], previous[end] = before + cost, start
        found = [count]
        while previous[found[-1]]:
            found.append(previous[found[-1]])
        return found[::-1]

    def _costs_from(self, start: int) -> Iterator[float]:
        """Of the cues that begin with a piece, the shortest first."""
        begun, sentence, place = self._begun[start] - GAP, self._sentences[start], self._starts[start]
        line = self._line(start)
        for end in range(start + 1, self._furthest(start, line) + 1):
            length = self._ends[end - 1] - place
            cost = _CUE + self._costs[end - 1]
            missing = max(SHORTEST, length / SPEED) - (self._begun[end] - begun) + 2 * GAP
            if missing > 0:
                cost += _LATE * missing
            if end > line:
                first = bisect_left(self._starts, self._ends[end - 1] - WIDTH)
                cost += _LINE * min(self._costs[first - 1 : line])
            last = self._pieces[end - 1].last
            if joined := self._sentences[end - 1] - sentence:
                cost += _JOINED * joined + (0 if last else _ASTRIDE)
            yield cost if last or length >= _FEW else cost + _SHORT

    def _furthest(self, start: int, line: int) -> int:
        """Up to where two lines and the time reach, the first of them to ``line``; one piece always fits."""
        end = self._line(line)
        latest = self._pieces[start].start + LONGEST
        while end > start + 1 and self._pieces[end - 1].end > latest:
            end -= 1
        return end

    def _line(self, start: int) -> int:
        """Up to where a line reaches (excluded)."""
        if start >= len(self._pieces):
            return start
        return max(start + 1, bisect_right(self._ends, self._starts[start] + WIDTH))

    def _length(self, start: int, end: int) -> int:
        return self._ends[end - 1] - self._starts[start]

    def cue(self, start: int, end: int) -> Cut:
        """On one line where it fits, else with its first line ended as well as may be, the lines alike in length."""
        lines: tuple[str, ...] = (self._text(start, end),)
        if self._length(start, end) > WIDTH:
            middle = min(self._middles(start, end), key=lambda place: self._unlike(start, place, end))
            lines = (self._text(start, middle), self._text(middle, end))
        first, last = self._pieces[start].start, self._pieces[end - 1].end
        return Cut(lines, round(first * 1000), round(last * 1000))

    def _middles(self, start: int, end: int) -> range:
        """Where the first of two lines may end (excluded)."""
        return range(bisect_left(self._starts, self._ends[end - 1] - WIDTH), self._line(start) + 1)

    def _unlike(self, start: int, middle: int, end: int) -> float:
        return self._costs[middle - 1] + abs(self._length(start, middle) - self._length(middle, end)) / 8

    def _text(self, start: int, end: int) -> str:
        words = "".join(("" if piece.glued else " ") + piece.text for piece in self._pieces[start:end])
        return words.strip(" ")
