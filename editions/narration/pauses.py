"""Seconds of silence after what is told, by what ends there and what follows."""

import re

from editions.audio.settings import AudioSettings
from editions.narration.values import Passage

SHORTEST_END = 0.5
"""Seconds at least at the end of an article, whatever its marks say."""
_ASKS = re.compile(r"\?[\s\u00a0\u202f»”\"')\]]*$")
_CELL, _HEAD = 0.6, 0.3
"""Parts of a sentence's pause after a cell of a table, and after the heading of a column."""


def after(passage: Passage, following: Passage | None, audio: AudioSettings) -> float:
    """The pause of a reader after a passage; ``following``: what is told next, None at the end of the article."""
    if following is None:
        return audio.pause("article")
    if passage.end == "head":
        return round(_HEAD * audio.pause("sentence"), 3)
    if passage.end == "cell":
        return round(_CELL * audio.pause("sentence"), 3)
    if passage.end == "record":
        return audio.pause("item")
    if passage.end == "sentence" and following.block is passage.block:
        return audio.pause("question" if _ASKS.search(passage.sentence.text) else "sentence")
    return _after_block(passage, following, audio)


def _after_block(passage: Passage, following: Passage, audio: AudioSettings) -> float:
    kind, then = passage.block.kind, following.block.kind
    if kind == "title":
        return audio.pause("title")
    if "heading" in (kind, then):
        return audio.pause("heading")
    if passage.quoted != following.quoted:
        return audio.pause("quotation")
    if kind == then == "item":
        return audio.pause("item")
    return max(audio.pause("paragraph"), audio.pause("question") if _ASKS.search(passage.sentence.text) else 0)


def marked(pause: float, marks: list[float], last: bool, audio: AudioSettings) -> float:
    """The pause where the article has marks: what they say, 0 being a separator, which never shortens."""
    seconds = sum(marks)
    if not marks:
        return pause
    if not seconds:
        return max(pause, audio.pause("separator"))
    return max(seconds, SHORTEST_END) if last else seconds
