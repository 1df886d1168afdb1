"""A text without some of its stretches, such as the calls of its notes, and the way back to places of the whole.

short = Without("En 2024[3] et après", [Span(7, 10)])
short.text                 "En 2024 et après"
short.starts(7)            10: what begins there begins after what was left out
short.ends(7)              7: what ends there ends before it
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from editions.model.runs import NoteCall, Run, Span

_BLANKS = " \u00a0\u202f"


class Without:
    """What is left of a text; places of it and of the whole go over into one another."""

    def __init__(self, text: str, spans: Iterable[Span]) -> None:
        """``spans``: what is left out; they may touch and overlap."""
        self.left_out = _joined(spans)
        """In order, none touching another."""
        kept: list[str] = []
        self._places: list[int] = []
        """Of each stretch that is left out, where it would stand in the rest."""
        self._lengths = [0]
        """How long the stretches up to each are together."""
        place = 0
        for span in self.left_out:
            kept.append(text[place : span.start])
            self._places.append(span.start - self._lengths[-1])
            self._lengths.append(self._lengths[-1] + span.end - span.start)
            place = span.end
        self.text = "".join((*kept, text[place:]))

    def starts(self, place: int) -> int:
        """The place in the whole of what begins at a place of the rest."""
        return place + self._lengths[bisect_right(self._places, place)]

    def ends(self, place: int) -> int:
        """The place in the whole of what ends at a place of the rest."""
        return place + self._lengths[bisect_left(self._places, place)]

    def rest(self, place: int) -> int:
        """The place in the rest of a place of the whole; what was left out has the place where it would stand."""
        return place - sum(min(place, span.end) - span.start for span in self.left_out if span.start < place)

    def holes(self, start: int, end: int) -> list[int]:
        """Where in a stretch of the rest something was left out, its edges excluded."""
        return self._places[bisect_right(self._places, start) : bisect_left(self._places, end)]


def calls(text: str, runs: Iterable[Run]) -> list[Span]:
    """The calls of notes in a text, each with the blanks before it: nothing of them is heard or means anything."""
    return [Span(_with_blanks(text, run.span.start), run.span.end) for run in runs if isinstance(run, NoteCall)]


def uncalled(text: str, runs: Iterable[Run]) -> str:
    """A text without the calls of its notes, for lists of contents and names of files."""
    found = calls(text, runs)
    return Without(text, found).text if found else text


def _with_blanks(text: str, start: int) -> int:
    before = len(text[:start].rstrip(_BLANKS))
    return before if before and text[before - 1] not in "\t\n" else start


def _joined(spans: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        elif span.start < span.end:
            joined.append(span)
    return joined
