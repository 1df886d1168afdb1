"""The breath after a sentence that is heard faster than it is read: a longer pause, so that captions can follow.

A voice says twenty characters a second of a sentence full of silent letters, the eye reads seventeen. What a sentence
leaves behind is made up for in the pauses after it, a little in each, as a reader takes a deeper breath after a long
one; a sentence with numbers, which are longer to say than to read, leaves nothing.
"""

from collections.abc import Sequence

from editions.speech import Script

READ = 16.8
"""Characters that are read in a second: the seventeen of captions, less the gaps between cues."""


def written(script: Script) -> int:
    """How many characters of the article a script stands for, with the sign at their end."""
    spans = [span for _, span in script.anchors]
    return max(span.end for span in spans) - min(span.start for span in spans) + 1 if spans else 0


class Breath:
    """Goes from line to line of one recording."""

    def __init__(self, characters: Sequence[int], least: float, most: float) -> None:
        """``characters``: written, of each line; a pause below ``least`` stays, none grows by over ``most``."""
        self._characters = characters
        self._least, self._most = least, most
        self._owed = 0.0

    def after(self, line: int, heard: float, pause: float) -> float:
        """The pause after a line that is heard for so many seconds; lines are asked for in their order."""
        self._owed = max(0.0, self._owed + self._characters[line] / READ - heard - pause)
        if not pause or pause < self._least:
            return pause
        more = min(self._most, self._owed)
        self._owed -= more
        return pause + more
