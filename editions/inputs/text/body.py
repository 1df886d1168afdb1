"""What the lines below the title are: who signs, captions, the lede, crossheads, questions, paragraphs."""

import re
from collections.abc import Iterator, Sequence

from editions.inputs.text.captioning import credited_below, credited_by_name, has_likely_credit, uncredited
from editions.inputs.text.sorting import SIGNS, Line, Sort, is_determined, is_quantity
from editions.inputs.text.titles import alternates
from editions.manuscript import roles
from editions.manuscript.furniture import SURE
from editions.manuscript.words import has_verb
from editions.model import Role

_FOOT = 6
"""Lines at the foot of an article among which it may be signed."""
_LONGEST_LEDE = 700
_LONGEST_QUESTION = 400
_LONGEST_CAPTION = 400
_LONGEST_CROSSHEAD = 130
_LONGEST_PROMPT = 160
_LONGEST_RANK = 60
_LONGEST_POINT = 100
_SHORTEST_SUBTITLE = 60
"""Letters of a lede without a stop; what is shorter may be a crosshead."""
_HEADS: tuple[Sort, ...] = (
    "short",
    "head",
    "section",
    "outlet",
    "name",
    "box",
    "colon",
    "day",
    "rank",
    "question",
    "datum",
    "hour",
)

_BAND: tuple[Sort, ...] = (*SIGNS, "outlet", "section", "caption", "picture")
"""Sorts of the lines between lede and text."""
_TOLD = re.compile(r"recueilli|interview|entretien", re.IGNORECASE)
_ASKED = re.compile(r"\b(?:vous|votre|vos|tu|ton|tes|toi)\b", re.IGNORECASE)

Placed = tuple[Role, str]
"""A role, and a doubt about it."""


class Body:
    """The lines below the title, each asked for its role."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._told: list[Role] = []
        asked = [index for index, line in enumerate(lines) if line.sort == "question" and self._asks(index)]
        interview = len(asked) > 1 and self._is_interview(asked)
        self._asked = frozenset([*asked, *self._prompts(asked)]) if interview else frozenset()
        self._last = max((index for index, line in enumerate(lines) if line.is_prose), default=-1)
        self._credited = credited_below(lines) | credited_by_name(lines)
        self._captioned = uncredited(lines)
        self._lede = self._find_lede()
        self._top = next(
            (n for n in range(len(lines)) if n == self._lede or not self._stands_before_lede(n)), len(lines)
        )

    def placed(self) -> Iterator[Placed]:
        """The role of each line, in order."""
        for index, line in enumerate(self._lines):
            role, doubt = self._role(index)
            self._told.append(role)
            yield role, doubt or line.doubt

    def _sort(self, index: int) -> Sort | None:
        return self._lines[index].sort if 0 <= index < len(self._lines) else None

    def _is_interview(self, asked: Sequence[int]) -> bool:
        """Whether somebody is asked, or the text asks itself."""
        if any(_TOLD.search(line.text) for line in self._lines[:_FOOT] if line.sort == "signed"):
            return True
        return sum(bool(_ASKED.search(self._lines[index].text)) for index in asked) * 3 >= len(asked)

    def _prompts(self, asked: Sequence[int]) -> list[int]:
        """Lines of an interview that ask without a question mark: « Vous avez mis dix ans à l'écrire… »."""
        inner = range(asked[0] + 1, len(self._lines) - 1)
        return [index for index in inner if self._lines[index].text.endswith("…") and self._may_prompt(index)]

    def _may_prompt(self, index: int) -> bool:
        line, near = self._lines[index], (self._lines[index - 1], self._lines[index + 1])
        short = len(line.text) <= _LONGEST_PROMPT and line.unit.shape == "line"
        return short and _ASKED.search(line.text) is not None and all(other.is_prose for other in near)

    def _find_lede(self) -> int:
        """The first paragraph, when more text follows; -1 when there is none."""
        for index, line in enumerate(self._lines):
            if index in self._captioned or index in self._credited or self._stands_before_lede(index):
                continue
            if line.sort == "box" and self._sort(index + 1) == "prose" and not self._is_point(index + 2):
                continue  # « L'essentiel » above the lede
            prose = line.sort in ("prose", "speech", "quote") and line.unit.shape == "line"
            if not (prose or self._is_subtitle(index)) or len(line.text) > _LONGEST_LEDE:
                return -1
            return index if any(self._is_text(after) for after in range(index + 1, len(self._lines))) else -1
        return -1

    def _is_point(self, index: int) -> bool:
        """Whether a line is one of several short ones below « L'essentiel », the line before it another."""
        near = self._lines[index - 1 : index + 1]
        return len(near) == 2 and all(line.sort == "prose" and len(line.text) <= _LONGEST_POINT for line in near)

    def _is_text(self, index: int) -> bool:
        line = self._lines[index]
        return line.is_prose or line.sort in ("datum", "question", "picture", "caption")

    def _stands_before_lede(self, index: int) -> bool:
        line = self._lines[index]
        if line.sort in ("date", "day", "signed", "rank", "agency", "caption", "picture", "outlet"):
            return True
        if has_likely_credit(line):
            return True
        if line.sort == "name":
            return self._is_byline(index)
        below = line.sort == "short" and len(line.text.split()) <= 4 and self._sort(index - 1) == "name"
        filed = line.sort == "section" and all(self._stands_before_lede(above) for above in range(index))
        return below or filed or (index == 0 and self._is_place(index))

    def _is_place(self, index: int) -> bool:
        """Whether a few words between title and date say where: « Saint-Lô »."""
        line = self._lines[index]
        return line.sort == "short" and len(line.text.split()) <= 3 and self._sort(index + 1) in ("date", "signed")

    def _is_subtitle(self, index: int) -> bool:
        """Whether a long line without a stop below the title is the lede."""
        line = self._lines[index]
        if line.sort != "head" or index > _FOOT:
            return False
        if len(line.text) < _SHORTEST_SUBTITLE and (index > 0 or alternates(self._lines) or line.text[0] in '«“"'):
            return False
        return self._last - index > 0 and not roles.is_question(line.text)

    def _role(self, index: int) -> Placed:
        line = self._lines[index]
        if line.unit.shape in ("table", "item"):
            return ("table" if line.unit.shape == "table" else "item"), ""
        if line.sort == "verse":
            return "paragraph", ""
        if index == self._lede:
            return "lede", ""
        if index in self._credited or (index < self._lede and has_likely_credit(line)):
            return "caption", ""
        if index in self._captioned:
            return "caption", "caption"
        if index in self._asked:
            return "question", ""
        return self._by_sort(index, line)

    def _by_sort(self, index: int, line: Line) -> Placed:
        if self._is_of_agency(index):
            return "byline", ""
        if line.sort in ("caption", "picture") and self._is_caption(index, line):
            return "caption", ""
        if line.sort in SIGNS and self._is_byline(index):
            return "byline", ""
        if index < max(self._lede, self._top) and (line.sort in ("outlet", "section") or self._is_place(index)):
            return ("outlet" if line.sort == "outlet" else "section"), ""
        if line.sort == "outlet" and (self._is_foot(index) or self._sort(index + 1) in ("date", "signed", "name")):
            return "outlet", ""
        if self._is_of_signer(index):
            return "byline", ""
        if self._is_shelved(index):
            return "section", ""
        if self._is_bare_caption(index):
            return "caption", "caption"
        if line.sort in _HEADS and self._heads(index):
            return "heading", ""
        return ("quote" if roles.is_quotation(line.text) else "paragraph"), ""

    def _is_of_agency(self, index: int) -> bool:
        """Whether an agency alone stands behind « © » at the foot: the text is its own, there is no picture."""
        line = self._lines[index]
        alone = line.sort == "caption" and line.text.startswith("©") and roles.is_agency(line.text.strip("© \u00a0"))
        return alone and self._is_foot(index) and self._sort(index - 1) not in ("caption", "picture", "short", "head")

    def _is_bare_caption(self, index: int) -> bool:
        """Whether a few words stand alone below text and above a crosshead: « Le sentier au petit matin »."""
        line = self._lines[index]
        alone = line.unit.opens and line.unit.closes and line.sort == "short" and not has_verb(line.text)
        heads = self._sort(index + 1) in ("short", "head") and self._sort(index + 2) == "prose"
        told = alone and heads and self._sort(index - 1) == "prose" and index > self._lede
        return (
            told
            and is_determined(line.text)
            and len(line.text.split()) > 3
            and not is_determined(self._lines[index + 1].text)
        )

    def _is_shelved(self, index: int) -> bool:
        """Whether a word or two above the text, below what signs or dates it, say where it is filed."""
        line = self._lines[index]
        above = not any(other.is_prose for other in self._lines[:index]) and index < _FOOT
        return above and line.sort == "short" and len(line.text.split()) < 3 and self._sort(index - 1) in SIGNS

    def _is_of_signer(self, index: int) -> bool:
        """Whether a few words say who the one above is, above the text or at its foot, or which body signs there."""
        line, before = self._lines[index], self._sort(index - 1)
        if self._is_foot(index):
            if line.sort in ("short", "head") and (roles.is_collective(line.text) or roles.is_first_name(line.text)):
                return True
            return line.sort in ("short", "head") and before in ("name", "signed") and len(line.text) <= _LONGEST_RANK
        return index < self._lede and line.sort == "short" and before == "name"

    def _is_caption(self, index: int, line: Line) -> bool:
        if line.sort == "picture":
            return index < self._lede or not line.unit.ends_a_sentence
        return index < max(self._lede, 1) or len(line.text) <= _LONGEST_CAPTION

    def _is_foot(self, index: int) -> bool:
        return index > self._last

    def _is_byline(self, index: int) -> bool:
        """Whether a line signs or dates: « Par … » and dates anywhere, a mere name near them or near an end."""
        line = self._lines[index]
        if line.sort in ("date", "signed"):
            return True
        before = self._told[index - 1] if 0 < index <= len(self._told) else None
        if line.sort == "rank":
            return before == "byline" or self._sort(index - 1) in ("signed", "name")
        if any(self._sort(place) in ("date", "signed", "rank", "agency") for place in (index - 1, index + 1)):
            return line.sort != "day" or self._sort(index + 1) != "prose"
        if self._is_foot(index):
            return len(self._lines) - index <= _FOOT and line.sort != "day"
        if line.sort == "name" and (self._is_in_band(index) or self._closes_a_part(index)):
            return True
        return line.sort in ("name", "agency") and self._is_near_lede(index)

    def _is_in_band(self, index: int) -> bool:
        """Whether a name is one of several lines without text in between, and one of them signs or dates."""
        first = last = index
        while self._sort(first - 1) in _BAND:
            first -= 1
        while self._sort(last + 1) in _BAND:
            last += 1
        return any(line.sort in ("date", "signed") for line in self._lines[first : last + 1])

    def _closes_a_part(self, index: int) -> bool:
        """Whether a name stands below text and above a crosshead: who wrote one of several letters."""
        line, following = self._lines[index], self._sort(index + 1)
        alone = line.confidence >= SURE and line.unit.opens and line.unit.closes
        return alone and self._sort(index - 1) == "prose" and following in ("short", "head", "box", "question")

    def _is_near_lede(self, index: int) -> bool:
        """Whether a name stands between title and lede, or right below the lede and reads as somebody's for sure."""
        line = self._lines[index]
        prose = [place for place in range(index) if self._lines[place].is_prose]
        if line.sort == "agency":
            return len(prose) <= 1
        if line.confidence >= SURE and not prose:
            return True
        return len(prose) == 1 and index - prose[0] == 1 and line.confidence >= SURE

    def _heads(self, index: int) -> bool:
        """Whether a line is a crosshead: it opens a group, and text that closes as prose follows it."""
        line = self._lines[index]
        after = index + 1
        while self._sort(after) in ("caption", "picture"):
            after += 1
        if after >= len(self._lines) or not self._may_head(index, line):
            return False
        following = self._lines[after]
        if line.sort == "datum":
            return False
        if following.sort == "datum" and line.sort == "short" and self._sort(after + 1) == "datum":
            return line.unit.opens and self._sort(index - 1) in ("prose", "caption")
        if line.sort == "hour":
            return following.is_prose or following.sort in _HEADS[:2]
        if line.sort in ("box", "colon"):
            return line.sort == "box" or following.unit.shape != "item"
        if is_quantity(line.text) and (self._sort(index - 1) in ("colon", "datum") or self._is_listed(index)):
            return False
        if is_quantity(following.text) and self._is_listed(after):
            return True
        if not is_determined(line.text) and (self._determined(index, 1) or self._determined(index, -1)):
            return following.is_prose or self._determined(index, 1)
        if following.is_prose or following.sort == "picture" or len(following.text) > 90:
            return not self._is_one_of_many(index)
        return line.sort == "day" or (following.sort == "question" and following.unit.opens)

    def _may_head(self, index: int, line: Line) -> bool:
        text = line.text
        opens = line.unit.opens or line.sort in ("box", "colon") or self._sort(index - 1) in ("prose", "hour")
        if line.sort == "colon":
            return opens and len(text.split()) <= 6 and not has_verb(text)
        if line.sort in ("head", "question") and len(text) > 90:
            return opens and len(text) <= _LONGEST_CROSSHEAD and roles.is_crosshead(text[:80].rstrip(",;:. "))
        return opens and (line.sort == "box" or roles.is_crosshead(text))

    def _is_listed(self, index: int) -> bool:
        near = [self._lines[place] for place in (index - 1, index + 1) if 0 <= place < len(self._lines)]
        return any(is_quantity(line.text) for line in near)

    def _determined(self, index: int, step: int) -> bool:
        """Whether a list without bullets, « Le lavage des voitures », stands below a line, or above it."""
        near = [place for place in (index + step, index + 2 * step) if 0 <= place < len(self._lines)]
        lines = [self._lines[place] for place in near if place != self._lede]
        return len(lines) == 2 and all(line.sort in ("short", "head") and is_determined(line.text) for line in lines)

    def _is_one_of_many(self, index: int) -> bool:
        """Whether a short line ends a run of short lines: none of them heads anything, but a list."""
        if self._lines[index].unit.opens and self._lines[index + 1].unit.shape in ("item", "verse"):
            return False
        run = 0
        while self._sort(index - 1 - run) in ("short", "head", "datum", "name") and index - 1 - run != self._lede:
            run += 1
        return run >= 2 or (run == 1 and self._sort(index - 1) == "datum")

    def _asks(self, index: int) -> bool:
        """Whether a line is a question of an interview: the answer is the next paragraph."""
        line = self._lines[index]
        if len(line.text) > _LONGEST_QUESTION or line.unit.shape != "line" or index + 1 >= len(self._lines):
            return False
        return self._lines[index + 1].sort in ("prose", "quote", "verse", "speech", "head", "short")
