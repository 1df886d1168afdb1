"""The lede of a pasted page: the first paragraph below what signs, dates, files and pictures the article."""

from collections.abc import Set

from editions.inputs.text import stacks
from editions.inputs.text.below import Below
from editions.inputs.text.captioning import SENTENCES, has_likely_credit
from editions.inputs.text.shapes import is_sheet
from editions.inputs.text.signing import is_byline
from editions.inputs.text.sorting import SIGNS, Line
from editions.inputs.text.titles import alternates
from editions.manuscript import roles, signatures
from editions.manuscript.words import has_verb

_TOP = 6
"""Lines among which a lede without a stop stands, and what files the article."""
_LONGEST = 700
_LONGEST_NOTE = 45
"""« Note de la rédaction : 3/5 »."""
_LONGEST_FUNCTION = 90
_LONGEST_POINT = 100
_SHORTEST_SUBTITLE = 60
"""Letters of a lede without a stop; what is shorter may be a crosshead."""


def lede(below: Below, captions: Set[int]) -> int:
    """The first paragraph, when more text follows; -1 when there is none."""
    if stacks.several(below):
        return -1
    for index, line in enumerate(below.lines):
        if index in captions or stands_before(below, index):
            continue
        if line.sort == "box" and below.sort(index + 1) == "prose" and not _is_point(below, index + 2):
            continue  # « L'essentiel » above the lede
        asks = line.sort == "question" and SENTENCES.search(line.text) is not None
        if is_sheet(line.text):
            return -1  # the sheet of a match stands above its story
        prose = (asks or line.sort in ("prose", "speech", "quote")) and line.unit.shape == "line"
        if not (prose or _is_subtitle(below, index)) or len(line.text) > _LONGEST:
            return -1
        return index if any(_is_text(below, after) for after in range(index + 1, len(below.lines))) else -1
    return -1


def _is_point(below: Below, index: int) -> bool:
    """Whether a line is one of several short ones below « L'essentiel », the line before it another."""
    near = below.lines[index - 1 : index + 1]
    return len(near) == 2 and all(line.sort == "prose" and len(line.text) <= _LONGEST_POINT for line in near)


def _is_text(below: Below, index: int) -> bool:
    line = below.lines[index]
    return line.is_prose or line.sort in ("datum", "question", "picture", "caption")


def stands_before(below: Below, index: int) -> bool:
    """Whether a line may stand between title and lede."""
    line = below.lines[index]
    if line.sort == "day" and sum(other.sort == "day" for other in below.lines) > 1:
        return False  # days that head what happens then
    if line.sort in ("date", "day", "signed", "rank", "agency", "caption", "picture", "outlet"):
        return True
    if has_likely_credit(line):
        return True
    if line.sort == "name":
        return is_byline(below, index)
    if line.sort == "datum" and len(line.text) <= _LONGEST_NOTE and below.sort(index + 1) != "datum":
        return not any(other.is_prose or other.sort == "datum" for other in below.lines[:index])
    ranked = _says_who(line) and (
        below.sort(index - 1) == "name" or (index == 0 and signatures.is_collective(line.text))
    )
    filed = line.sort == "section" and index < _TOP and not any(other.is_prose for other in below.lines[:index])
    return ranked or filed or (index == 0 and is_place(below, index))


def _says_who(line: Line) -> bool:
    """Whether a line below a name may say what somebody does: « Agriculteur, ancien président du syndicat »."""
    return line.sort in ("short", "head") and len(line.text) <= _LONGEST_FUNCTION and not has_verb(line.text)


def is_place(below: Below, index: int) -> bool:
    """Whether a few words between title and date say where: « Saint-Lô »."""
    line = below.lines[index]
    return line.sort == "short" and len(line.text.split()) <= 3 and below.sort(index + 1) in ("date", "signed")


def is_shelved(below: Below, index: int) -> bool:
    """Whether a word or two above the text, below what signs or dates it, say where it is filed."""
    line = below.lines[index]
    if index >= _TOP or any(other.is_prose for other in below.lines[:index]):
        return False
    if line.text.isupper() and any(other.text.isupper() for other in below.lines[index + 1 :] if other.sort == "short"):
        return False  # the first of several places
    return line.sort == "short" and len(line.text.split()) < 3 and below.sort(index - 1) in SIGNS


def _is_subtitle(below: Below, index: int) -> bool:
    """Whether a long line without a stop below the title is the lede."""
    line = below.lines[index]
    if line.sort != "head" or index > _TOP:
        return False
    if len(line.text) < _SHORTEST_SUBTITLE and (index > 0 or alternates(below.lines) or line.text[0] in '«“"'):
        return False
    return below.last - index > 0 and not roles.is_question(line.text)
