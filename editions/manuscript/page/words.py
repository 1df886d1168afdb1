"""The words of the line that is being written, and what marks them: bold, links, quotes, formulas, struck words."""

import re

from editions.manuscript.inline import Line, RunType
from editions.manuscript.page import layout, mathml
from editions.manuscript.page.elements import Element, Event, Outline
from editions.manuscript.page.parts import Parts, is_laid_out
from editions.manuscript.page.shown import Shown
from editions.model.runs import Language, Link, Lowered, Raised, Strong

_RUNS: dict[str, RunType] = {
    "b": Strong, "strong": Strong, "em": Strong, "i": Strong, "sup": Raised, "sub": Lowered
}  # fmt: skip
_FLOWING = frozenset(
    {"a", "abbr", "acronym", "area", "b", "base", "bdi", "bdo", "big", "button", "cite", "code", "col", "data", "del",
     "dfn", "em", "font", "i", "input", "ins", "kbd", "label", "link", "mark", "math", "meta", "nobr", "param", "q",
     "ruby", "rp", "rt", "s", "samp", "slot", "small", "source", "span", "strike", "strong", "sub", "sup", "time",
     "track", "tt", "u", "var", "wbr"}
)  # fmt: skip
"""Elements inside a line; any other one ends the line."""
_SIGNS = ("img", "br", "hr")
_MOST_RUNS = 12
"""Open elements of a line that go on in the next block."""
_QUOTES = (("«\u00a0", "\u00a0»"), ("“", "”"))
"""Marks of a ``<q>``, and of one inside it."""
_QUOTED = '«“"„'


class Words:
    """One line after the other; what is open at the end of one goes on in the next."""

    def __init__(self, page: Outline, parts: Parts) -> None:
        self.line = Line()
        self.struck: list[str] = []
        """Words that the article itself strikes out."""
        self.breaks = 0
        """Line ends in a row."""
        self._page, self._parts = page, parts
        self._shown = Shown(page, parts)
        self._runs: list[tuple[int, RunType, tuple[str, ...]]] = []
        """Open elements that mark words."""
        self._quotes: list[str | None] = []
        """What ends each open ``<q>``; None before its first word."""
        self._formula: mathml.Formula | None = None

    def flows(self, number: int) -> bool:
        """Whether an element is a part of lines, and no style sheet makes a block of it."""
        if self._page.elements[number].name not in _FLOWING:
            return False
        told = self._parts.told.get(number)
        return told is None or not is_laid_out(told)

    @property
    def is_bare(self) -> bool:
        """Whether the line has no words yet, and nothing is open that marks some."""
        return self.line.is_untouched and not self._runs

    def ended(self) -> Line:
        """The line that was written; a new one begins."""
        self.breaks = 0
        line, self.line = self.line, Line()
        for _, run, values in self._runs[-_MOST_RUNS:]:
            self.line.open(run, *values)
        return line

    def takes(self, event: Event, preformatted: bool) -> bool:
        """Whether an event only concerns the line, which then has it."""
        if event.kind == "text" and not self._formula:
            self._write(event, preformatted)
            return True
        element = self._page.elements[event.element]
        if element.name == "math":
            self._of_formula(event.kind == "open")
        elif self._formula:
            self._formula.follow(event)
        elif element.name in _SIGNS or not self.flows(event.element):
            return False
        elif event.kind == "open":
            self._open(event.element, element)
        else:
            self._close(event.element, element)
        return True

    def mark(self, number: int, run: RunType, *values: str) -> None:
        """An element marks what is written from here on."""
        self._runs.append((number, run, values))
        self.line.open(run, *values)

    def unmark(self, number: int) -> None:
        """An element marks no more."""
        for place in range(len(self._runs) - 1, max(-1, len(self._runs) - _MOST_RUNS - 1), -1):
            if self._runs[place][0] == number:
                self.line.close(self._runs.pop(place)[1])
                return

    def _of_formula(self, opens: bool) -> None:
        if opens:
            self._formula = mathml.Formula(self._page)
        elif self._formula:
            self.line.add(self._formula.written())
            self._formula = None

    def _write(self, event: Event, preformatted: bool) -> None:
        text = event.text
        if event.element >= 0 and self._shown.is_struck(event.element):
            self.struck += [" ".join(text.split())] if text.strip() else []
            text = " "
        elif event.element >= 0:
            text = self._shown.cased(event.element, text)
        if text.strip():
            self.breaks = 0
            self._begin_quote(text)
        self.line.add(text if preformatted else re.sub(r"[ \t\n]+", " ", text))

    def _open(self, number: int, element: Element) -> None:
        if element.name in _RUNS:
            self.mark(number, _RUNS[element.name])
        elif element.name == "a":
            self._open_link(number, element)
        elif element.name == "q":
            self._quotes.append(None)
        if element.given.get("lang"):
            self.mark(number, Language, element.given["lang"])
        if layout.is_apart_in_a_row(self._page, number, self._parts.told):
            self.line.add(" ")

    def _open_link(self, number: int, element: Element) -> None:
        """A link right behind another one is not glued to it: sites part them by their style."""
        before = self._page.events[element.first - 1]
        if before.kind == "close" and self._page.elements[before.element].name == "a":
            self.line.add(" ")
        if "href" in element.given:
            self.mark(number, Link, element.given["href"])

    def _close(self, number: int, element: Element) -> None:
        self.unmark(number)
        if element.given.get("lang"):
            self.unmark(number)  # such as ``<i lang="en">``, which marks twice
        if element.name == "q" and self._quotes:
            self.line.add(self._quotes.pop() or "")

    def _begin_quote(self, text: str) -> None:
        """Marks of a ``<q>`` before its first words, unless they bring their own."""
        if not self._quotes or self._quotes[-1] is not None:
            return
        opening, closing = _QUOTES[any(self._quotes)]
        marked = text.strip()[0] in _QUOTED
        self._quotes[-1] = "" if marked else closing
        self.line.add("" if marked else opening)
