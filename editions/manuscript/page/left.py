"""Words of a page that its article leaves out, line by line, so that they can be named."""

from editions.manuscript.page.elements import Event
from editions.manuscript.page.parts import Fate, Parts


class Left:
    """Lines that are seen and are no part of the article, and lines that the page hides."""

    def __init__(self, parts: Parts) -> None:
        self.seen: list[str] = []
        self.hidden: list[str] = []
        self._parts = parts
        self._line, self._hides = "", False

    def take(self, event: Event) -> None:
        """A text that is left out; one that nobody sees in a browser is not told."""
        fate = self._parts.fates[event.element] if event.element >= 0 else Fate.APART
        if fate is Fate.NEVER:
            return
        if (hides := fate is Fate.HIDDEN) != self._hides:
            self.end()
        self._hides = hides
        self._line += event.text

    def end(self) -> None:
        """The line ends."""
        if not self._line:
            return
        words = " ".join(self._line.split())
        self._line = ""
        if words:
            (self.hidden if self._hides else self.seen).append(words)
