"""What a printed page has around its text, copied with it: page numbers, and the line that each page repeats.

parted(lines of « …les riverains et / L'Écho 12 / les pêcheurs… / L'Écho 13 … »)   # the text, whole; two asides
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from editions.inputs.text.services import is_running_head
from editions.manuscript.patterns import closes
from editions.manuscript.words import joints

_Line = tuple[int, str]
_PAGE = r"(?i)[-–—•|\s]*(?P<word>{})?\s*(?P<number>\d{{1,4}})(?P<last>\D+\d{{1,4}})?[-–—•|\s]*$"
_LAST = r"(?i)\s*(?:/|{})\s*\d+"
_DASHED = re.compile(r"\s*[-–—]\s*\d{1,4}\s*[-–—]\s*$")
_ADDRESS = re.compile(r"\s*(?:www\.|https?:|[\w.-]+@)")
_FIGURES = re.compile(r"\d+")
_LONGEST = 90
_LETTERS = 5
_NEAR = 24
"""Lines around the head of a page, blank ones too, among which its text goes on."""


class Aside(NamedTuple):
    """A line that is no part of the text."""

    number: int
    text: str
    why: str


def parted(lines: Sequence[_Line]) -> tuple[list[_Line], list[Aside]]:
    """The lines of the text, and what the pages repeat around it; a sentence that went on over a page is whole."""
    pages = _pages(lines)
    heads = _heads(lines, pages)
    asides = {**dict.fromkeys(pages, "page-number"), **dict.fromkeys(heads, "running-head")}
    if not asides:
        return list(lines), []
    found = [Aside(*lines[place], asides[place]) for place in sorted(asides)]
    return _closed_up(lines, asides), found


def _pages(lines: Sequence[_Line]) -> list[int]:
    """Places of the page numbers: « Page 3 », « - 3 - », or figures alone that count up."""
    matches = {place: match for place, (_, line) in enumerate(lines) if line.strip() and (match := _page(line))}
    told = [place for place, match in matches.items() if match["word"] or _DASHED.match(lines[place][1])]
    bare = [place for place in matches if place not in told and lines[place][1].strip().isdigit()]
    numbers = [int(matches[place]["number"]) for place in bare]
    counted = len(bare) > 1 and all(b - a == 1 for a, b in pairwise(numbers))
    return told + [place for place in bare if counted or _splits(lines, place)]


def _page(line: str) -> re.Match[str] | None:
    """« Page 3 », « - 3 - », « 3/12 », « p. 3 sur 12 »."""
    match = joints("page", _PAGE).match(line)
    return match if match and (not match["last"] or joints("of_pages", _LAST).fullmatch(match["last"])) else None


def _splits(lines: Sequence[_Line], place: int) -> bool:
    """Whether a line, with others of the page beside it, stands inside a sentence.

    What is above does not close, what is below begins with a small letter.
    """
    above, below = lines[max(0, place - _NEAR) : place], lines[place + 1 : place + 1 + _NEAR]
    before = next((line for _, line in reversed(above) if _is_text(line, lines[place][1])), "").rstrip()
    after = next((line.strip() for _, line in below if _is_text(line, lines[place][1])), "")
    return len(before) > _LETTERS and not closes(before) and before[-1] != ":" and after[:1].islower()


def _is_text(line: str, head: str) -> bool:
    """Whether a line may be part of the text, beside what may be of the page."""
    return bool(line.strip()) and not _page(line) and _key(line) != _key(head)


def _key(line: str) -> str:
    """What lines of several pages have in common: all but their numbers."""
    return _FIGURES.sub("", line).strip(" \t-–—|•").casefold()


def _heads(lines: Sequence[_Line], pages: Sequence[int]) -> list[int]:
    """Places of the line that each page repeats: beside its number, or in the middle of a sentence.

    The first one stays, when it stands above the text: it may be the title, or the paper.
    """
    alike: dict[str, list[int]] = defaultdict(list)
    for place, (_, line) in enumerate(lines):
        short = 0 < len(line) <= _LONGEST and not line.rstrip().endswith((".", ":", ","))
        if short and place not in pages and sum(map(str.isalpha, line)) >= _LETTERS:
            alike[_key(line)].append(place)
    found = []
    for places in alike.values():
        if len(places) > 1 and (any(_is_beside(lines, place, pages) for place in places) or _count_up(lines, places)):
            found += [place for place in places if place != places[0] or _splits(lines, place)]
    return found + [place for place, (_, line) in enumerate(lines) if place not in found and is_running_head(line)]


def _is_beside(lines: Sequence[_Line], place: int, pages: Sequence[int]) -> bool:
    """Whether a line splits a sentence, alone or with the page number beside it."""
    near = [place + step for step in (-2, -1, 1, 2)]
    return _splits(lines, place) or any(other in pages and _is_blank_between(lines, place, other) for other in near)


def _is_blank_between(lines: Sequence[_Line], one: int, other: int) -> bool:
    return all(not lines[place][1].strip() for place in range(min(one, other) + 1, max(one, other)))


def _count_up(lines: Sequence[_Line], places: Sequence[int]) -> bool:
    """Whether the lines are the same but for a number that counts up: « L'Écho 12 », « L'Écho 13 ».

    Not from one on: « Étape 1 », « Étape 2 » head what follows.
    """
    numbers = [_FIGURES.findall(lines[place][1]) for place in places]
    if not all(numbers) or int(numbers[0][-1]) == 1:
        return False
    return all(int(b[-1]) - int(a[-1]) == 1 for a, b in pairwise(numbers))


def _closed_up(lines: Sequence[_Line], asides: dict[int, str]) -> list[_Line]:
    """The lines without the asides; without the blanks around them where a sentence goes on."""
    kept: list[_Line] = []
    waiting: list[_Line] = []
    for place, line in enumerate(lines):
        if place in asides:
            waiting.append((line[0], ""))
        elif waiting and not line[1].strip():
            waiting.append(line)
        else:
            if waiting:
                while kept and not kept[-1][1].strip():
                    waiting.insert(0, kept.pop())
            kept += [*waiting[:1], line] if not _goes_on(kept, waiting, line) else []
            waiting = []
    return kept


def _goes_on(kept: list[_Line], waiting: list[_Line], line: _Line) -> bool:
    """Whether a sentence that a page had parted goes on: it is then on one line, unless a word was cut."""
    small = line[1].lstrip()[:1].islower() and not _ADDRESS.match(line[1])
    if not (waiting and kept and small) or closes(kept[-1][1]):
        return False
    number, before = kept.pop()
    cut = before.endswith(("-", "\u2010"))
    kept += [(number, before), line] if cut else [(number, f"{before} {line[1].lstrip()}")]
    return True
