"""What the lines below the title are: who signs, captions, the lede, crossheads, questions, paragraphs."""

import re
from collections.abc import Iterator, Sequence

from editions.inputs.text import ledes, masthead, signing
from editions.inputs.text.asking import questions
from editions.inputs.text.below import Below
from editions.inputs.text.captioning import captions, credited_below, credited_by_name, has_likely_credit, uncredited
from editions.inputs.text.crossheads import HEADS, heads
from editions.inputs.text.shapes import is_determined
from editions.inputs.text.sorting import SIGNS, Line
from editions.manuscript import roles
from editions.manuscript.words import has_verb
from editions.model import Role

_LONGEST_CAPTION = 400
_LONGEST_QUOTATION = 80
"""Letters of what is quoted apart; what is longer goes on with what somebody says."""
_NAMED = re.compile(r"[A-ZÀ-Þ][\w'’-]+ [A-ZÀ-Þ][\w'’-]+,? ")

Placed = tuple[Role, str]
"""A role, and a doubt about it."""


class Body:
    """The lines below the title, each asked for its role."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """``lines``: without furniture."""
        self._below = below = Below(lines)
        self._asked = questions(lines)
        self._credited = credited_below(lines) | credited_by_name(lines)
        self._captioned = uncredited(lines)
        self._lede = lede = ledes.lede(below, self._credited | self._captioned)
        count = len(lines)
        self._text = next((n for n in range(lede + 1, count) if lines[n].is_prose), 0) if lede >= 0 else 0
        """Where the text begins below the lede."""
        self._top = next((n for n in range(count) if n == lede or not ledes.stands_before(below, n)), count)

    def placed(self) -> Iterator[Placed]:
        """The role of each line, in order."""
        for index, line in enumerate(self._below.lines):
            role, doubt = self._role(index)
            self._below.told.append(role)
            yield role, doubt or line.doubt

    def _role(self, index: int) -> Placed:
        line = self._below.lines[index]
        if line.unit.shape in ("table", "item"):
            return ("table" if line.unit.shape == "table" else "item"), ""
        if line.sort == "verse":
            return "paragraph", ""
        if index == self._lede:
            return "lede", ""
        if index in self._credited or (index < self._text and has_likely_credit(line)):
            return "caption", ""
        if index in self._captioned:
            return "caption", "caption"
        if index in self._asked:
            return "question", ""
        return self._by_sort(index, line)

    def _by_sort(self, index: int, line: Line) -> Placed:
        if signing.is_of_agency(self._below, index):
            return "byline", ""
        if signing.is_of_photographer(self._below, index, self._lede):
            return "byline", ""
        if line.sort in ("caption", "picture") and self._is_caption(index, line):
            return "caption", ""
        if line.sort in SIGNS and signing.is_byline(self._below, index):
            return "byline", ""
        role = self._filed(index, line)
        if role:
            return role, ""
        if self._is_bare_caption(index):
            return "caption", "caption"
        if line.sort in HEADS and heads(self._below, index, self._lede):
            return "heading", ""
        quoted = len(line.text) <= _LONGEST_QUOTATION and roles.is_quotation(line.text)
        return ("quote" if quoted else "paragraph"), ""

    def _filed(self, index: int, line: Line) -> Role | None:
        """Outlet, section or the rank of who signs, where a line stands above the text or at its foot."""
        below = self._below
        above = index < max(self._lede, self._top)
        if above and (line.sort in ("outlet", "section") or ledes.is_place(below, index)):
            return "outlet" if line.sort == "outlet" else "section"
        if line.sort == "outlet" and (
            index < self._text or below.is_foot(index) or below.sort(index + 1) in ("date", "signed", "name")
        ):
            return "outlet"
        if signing.is_of_signer(below, index, self._lede):
            return "byline"
        if index == self._lede + 1 and below.sort(index + 1) == "day" and masthead.is_paper(line):
            return "outlet"
        return "section" if ledes.is_shelved(below, index) else None

    def _is_bare_caption(self, index: int) -> bool:
        """Whether a few words stand alone below text and above a crosshead: « Le sentier au petit matin »."""
        line = self._below.lines[index]
        if index > self._lede and self._shows_somebody(index):
            return True
        alone = line.unit.opens and line.unit.closes and line.sort == "short" and not has_verb(line.text)
        heads = self._below.sort(index + 1) in ("short", "head") and self._below.sort(index + 2) == "prose"
        told = alone and heads and self._below.sort(index - 1) == "prose" and index > self._lede
        return (
            told
            and is_determined(line.text)
            and len(line.text.split()) > 3
            and not is_determined(self._below.lines[index + 1].text)
        )

    def _shows_somebody(self, index: int) -> bool:
        """Whether a sentence without a verb, between two of text, says who is where: « Anne Roy, 58 ans, au bal. »."""
        line, near = self._below.lines[index], [self._below.sort(place) for place in (index - 1, index + 1)]
        between = near[0] == "prose" and near[1] in ("prose", "short", "head")
        return between and line.sort == "prose" and captions(line.text) and _NAMED.match(line.text) is not None

    def _is_caption(self, index: int, line: Line) -> bool:
        if line.sort == "picture":
            return index < self._lede or not line.unit.ends_a_sentence
        return index < max(self._lede, 1) or len(line.text) <= _LONGEST_CAPTION
