"""What a site adds to the line that signs and dates: « Le Journal - 8 mars à 22:54 - Temps de lecture : 2 min »."""

import re
from dataclasses import replace

from editions.inputs.text.lines import Unit
from editions.inputs.text.sorting import Line, sorted_line
from editions.manuscript import furniture
from editions.manuscript.addressed import counted_alike, words_of
from editions.manuscript.furniture import SURE

_TAIL = re.compile(r"\s*[-–—|•·]\s+(?P<tail>[^-–—|•·]+)$")
_LONGEST = 40


def without_tail(unit: Unit) -> list[Line]:
    """The line with its sort; two, when it signs or dates and ends with the time that reading takes."""
    line = sorted_line(unit)
    tail = _TAIL.search(unit.text) if line.sort in ("date", "signed", "name") else None
    if tail is None or furniture.is_kept(unit.text) or not _tells_time_to_read(tail["tail"]):
        return [line]
    own = replace(unit, text=unit.text[: tail.start()], closes=False)
    return [sorted_line(own), sorted_line(replace(unit, text=tail["tail"], opens=False, aside="furniture"))]


def _tells_time_to_read(text: str) -> bool:
    seen = furniture.sight(text) if len(text) <= _LONGEST else None
    if seen is None or seen.kind != "button" or seen.confidence < SURE:
        return False
    return not furniture.phrases_of("reading").isdisjoint(words_of(counted_alike(text)))
