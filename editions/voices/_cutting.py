"""Texts that a voice cannot say whole: where to cut them, and the sound put together again."""

import re
from collections.abc import Callable

from editions.phonemes import LONGEST_RUN
from editions.speech import Clip

SHORTEST_PIECE = 4
"""Characters below which a text is not cut any further."""
SECONDS_A_CHARACTER = 0.018
"""Letters and digits said faster than this were swallowed: the fastest real speech takes twice as long."""


def whole(text: str, say: Callable[[str], Clip | None]) -> Clip | None:
    """The sound of a text, cut into ever smaller pieces where ``say`` fails or swallows; None when nothing helps."""
    answer = say(text)
    if answer is not None and long_enough(text, answer):
        return answer
    cut = middle(text)
    if cut is None:
        return None
    clips = [(at, whole(part, say)) for at, part in ((0, text[:cut]), (cut, text[cut:]))]
    known = [(at, clip) for at, clip in clips if clip is not None]
    return joined(known) if len(known) == len(clips) else None


def long_enough(text: str, clip: Clip) -> bool:
    """Whether all of a text may be in its sound."""
    letters = sum(map(str.isalnum, text))
    return len(clip.pcm) // 2 >= letters * SECONDS_A_CHARACTER * clip.rate


def capped(text: str) -> list[tuple[int, str]]:
    """``(offset, piece)``; cut only inside runs without a blank that are too long for eSpeak NG."""
    cuts = [0]
    for run in re.finditer(rf"\S{{{LONGEST_RUN + 1},}}", text):
        cuts += range(run.start() + LONGEST_RUN, run.end(), LONGEST_RUN)
    return [(a, text[a:b]) for a, b in zip(cuts, [*cuts[1:], len(text)], strict=True)]


def middle(text: str) -> int | None:
    """Where to cut a text in two: at the end of a clause, else at a blank, else in the middle; None if too short."""
    if len(text) < 2 * SHORTEST_PIECE:
        return None
    centre = len(text) / 2
    for pattern in (r"(?<=[,;:.!?])\s+(?=\S)", r"\s+(?=\S)", r"(?<=[-'/.])(?=\w)"):
        inside = range(SHORTEST_PIECE, len(text) - SHORTEST_PIECE + 1)
        places = [m.end() for m in re.finditer(pattern, text) if m.end() in inside]
        if places:
            return min(places, key=lambda place: abs(place - centre))
    return int(centre)


def joined(clips: list[tuple[int, Clip]]) -> Clip:
    """One clip of several, the words' offsets and samples moved along."""
    words: list[tuple[int, int]] = []
    sample = 0
    for offset, clip in clips:
        words += [(offset + place, sample + first) for place, first in clip.words]
        sample += len(clip.pcm) // 2
    return Clip(clips[0][1].rate, b"".join(clip.pcm for _, clip in clips), tuple(words))
