"""When things are heard: times of words, how long a text may take."""

from editions.speech import Script

SHORTEST, LONGEST = 0.018, 0.5
"""Seconds that a letter or digit may take; no voice speaks faster or slower."""
SLACK = 2.0
"""Seconds that any text may take besides: a sign can be a whole word."""


def words(
    script: Script, known: tuple[tuple[int, int], ...], place: tuple[int, int]
) -> list[tuple[int, int, int, int]]:
    """``(start, end)`` in the written text and ``(start, end)`` in the recording, of each anchor of a script.

    ``known``: the voice's own times, ``(offset in the script, sample)``; between them, and everywhere when there are
    none, time is spread by spoken length. ``place``: first and last sample of the sentence in the recording.
    """
    import numpy as np  # here: the lines are planned before there is any sound

    start, end = place
    points = {0: start, len(script.text): end}
    points |= {offset: min(max(start, sample), end) for offset, sample in known}
    offsets = sorted(points)
    samples = np.maximum.accumulate([points[offset] for offset in offsets])
    heard = [round(float(s)) for s in np.interp([offset for offset, _ in script.anchors], offsets, samples)]
    return [
        (span.start, span.end, first, last)
        for (_, span), first, last in zip(script.anchors, heard, [*heard[1:], end], strict=True)
    ]


def plausible(text: str, seconds: float) -> bool:
    """Whether a sound is as long as its text allows."""
    letters = sum(map(str.isalnum, text))
    return letters * SHORTEST <= seconds <= letters * LONGEST + SLACK
