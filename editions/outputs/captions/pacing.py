"""When cues come and go; all times in milliseconds.

A cue comes with its first word and stays until its last has been heard. Voices speak at up to twenty characters a
second inside a sentence, and the eye reads seventeen: a cue may then come up to ``DRIFT`` before its sound, or after
it, in the pauses that other cues leave; nothing moves when there is no need. Where even this is not enough, the cues of
the stretch are equally fast.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from editions.outputs.captions.cutting import GAP, SPEED, Cut

__all__ = ["SPEED", "Caption", "paced"]

DRIFT = 1500
"""Between a cue and its sound, at most: what the BBC's subtitle guidelines allow."""
LINGER = 500
"""A cue stays as long after its sound, and until the next one when that is near; longer pauses show nothing."""
MOST = 7000
"""A cue is shown as long, at most."""
LEAST = 240
"""From one cue to the next, at least, whatever the sound: a voice that says nothing of some words."""
_GAP = round(GAP * 1000)
_ROUNDS = 60
"""After which the cues of a fast stretch are equally fast to a few milliseconds."""


@dataclass(frozen=True, slots=True)
class Caption:
    """A cue as it is shown."""

    lines: tuple[str, ...]
    start: int
    end: int

    @property
    def is_fast(self) -> bool:
        """Whether it goes faster than the eye reads."""
        return (sum(map(len, self.lines)) + len(self.lines) - 1) * 1000 > SPEED * (self.end - self.start)


def paced(cuts: Sequence[Cut]) -> list[Caption]:
    """The cues with their times, ascending, a gap apart."""
    needed = [cut.needed for cut in cuts]
    starts = _starts(cuts, needed)
    if _is_short(starts, needed):
        starts = _starts(cuts, _shared(cuts, needed))
    found = []
    for cut, start, following in zip(cuts, starts, [*starts[1:], None], strict=False):
        shown = max(cut.end + LINGER, start + cut.needed)
        if following is not None and following - shown < LINGER + _GAP:
            shown = following - _GAP
        found.append(Caption(cut.lines, start, min(shown, start + MOST)))
    return found


def _is_short(starts: Sequence[int], needed: Sequence[int]) -> bool:
    return any(after - _GAP - start < need for (start, after), need in zip(pairwise(starts), needed, strict=False))


def _starts(cuts: Sequence[Cut], needed: Sequence[int]) -> list[int]:
    """With its first word, unless a neighbour needs the time."""
    starts: list[int] = []
    free = 0
    for cut, need, last in zip(cuts, needed, _latest(cuts, needed), strict=True):
        start = max(min(cut.start, last), _bounds(cut)[0])
        start = max(start, min(free, _bounds(cut)[1]), starts[-1] + LEAST if starts else 0)
        starts.append(start)
        free = start + need + _GAP
    return starts


def _bounds(cut: Cut) -> tuple[int, int]:
    return max(0, cut.start - DRIFT), cut.start + DRIFT


def _latest(cuts: Sequence[Cut], needed: Sequence[int]) -> list[int]:
    """When each must come for those after it to have their time."""
    found: list[int] = []
    following = cuts[-1].start + needed[-1] + _GAP if cuts else 0
    for cut, need in zip(reversed(cuts), reversed(needed), strict=True):
        low, high = _bounds(cut)
        following = max(low, min(high, following - _GAP - need))
        found.append(following)
    return found[::-1]


def _shared(cuts: Sequence[Cut], needed: Sequence[int]) -> list[int]:
    """What each can have when neighbours share what there is, in proportion to what they need."""
    starts = [float(cut.start) for cut in cuts]
    bounds = [_bounds(cut) for cut in cuts]
    for _ in range(_ROUNDS):
        for at in range(1, len(cuts) - 1):
            room = starts[at + 1] - starts[at - 1]
            middle = starts[at - 1] + room * needed[at - 1] / (needed[at - 1] + needed[at])
            starts[at] = min(max(middle, bounds[at][0]), bounds[at][1])
    rooms = [max(LEAST, int(after - start)) - _GAP for start, after in pairwise(starts)]
    return [*map(min, needed, rooms), needed[-1]]
