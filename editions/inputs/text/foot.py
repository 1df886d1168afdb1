"""What stands behind the last paragraph of a pasted page: buttons, other articles, comments, subjects, rights."""

import re
from collections.abc import Sequence
from dataclasses import replace

from editions.inputs.text import services
from editions.inputs.text.sorting import Line, Sort
from editions.manuscript import furniture, roles, signatures
from editions.manuscript.furniture import SURE
from editions.manuscript.words import folded, has_verb

_FOOT: tuple[Sort, ...] = (
    "short", "head", "section", "outlet", "question", "quote", "filler", "act", "speech", "label", "hour"
)  # fmt: skip
"""Sorts that a line of the site's foot may have."""
_CROWDED = 6
"""Of so many lines at the foot, at least one is furniture in its own right, or the foot is none."""
_ANSWERED = 8
"""Lines below the heading of comments within which somebody can answer one."""
_LONGEST_RIGHTS = 200
_SITE = re.compile(r"(?:www\.|https?://)[^\s@]+")
_YEAR = re.compile(r"\b20\d\d\b")


def sure(line: Line) -> Line:
    """The line as furniture for sure."""
    return replace(line, sort="furniture", confidence=SURE)


def has_neighbour(found: Sequence[Line], index: int) -> bool:
    """Whether furniture stands above a line or below it."""
    return any(0 <= place < len(found) and found[place].is_furniture for place in (index - 1, index + 1))


def closed(found: list[Line]) -> None:
    """The very last lines: the rights of the paper, the code of a page of print."""
    for index in range(len(found) - 1, len(found) // 2, -1):
        line = found[index]
        if _tells_rights(line.text) or services.is_page_code(line.text) or _SITE.fullmatch(line.text):
            found[index] = sure(line)
        elif not (line.is_furniture or line.sort in ("act", "label", "filler", "speech")):
            return


def _tells_rights(text: str) -> bool:
    """« © L'Écho inc. Tous droits réservés. »."""
    return len(text) <= _LONGEST_RIGHTS and any(right in folded(text) for right in furniture.phrases_of("rights"))


def commented(found: list[Line]) -> None:
    """What readers wrote below the article: all that follows « Commentaires (2) », when somebody can answer there."""
    prose = [index for index, line in enumerate(found) if line.is_prose]
    for index in range(prose[1] + 1 if len(prose) > 1 else len(found), len(found)):
        if _heads_comments(found, index):
            found[index:] = [replace(line, sort="furniture", confidence=SURE) for line in found[index:]]
            return


def _heads_comments(found: Sequence[Line], index: int) -> bool:
    line, after = found[index], found[index + 1 : index + _ANSWERED]
    if line.sort != "furniture" or not furniture.is_one_of(line.text, "comments"):
        return False
    return any(other.sort == "furniture" and furniture.is_one_of(other.text, "answer") for other in after)


def furnished(found: list[Line], last: int) -> None:
    """What stands behind the last paragraph, once the site has spoken there; then its subjects and its rights."""
    begun = _begun(found, last)
    rest = found[begun:]
    if sum(line.is_furniture for line in rest) * _CROWDED >= len(rest):
        _spoken(found, begun, last)
    _subjects(found, last)


def _begun(found: Sequence[Line], last: int) -> int:
    """Where the site begins to speak: at its first line there, or at the lines right above that are of its group."""
    begun = next((index for index in range(last + 1, len(found)) if found[index].is_furniture), len(found))
    while begun - 1 > last and begun < len(found) and _is_of_group(found, begun - 1):
        begun -= 1
    return begun


def _is_of_group(found: Sequence[Line], index: int) -> bool:
    """Whether a line above furniture is a subject, or no blank line parts them."""
    line = found[index]
    if line.sort in ("section", "outlet", "box") or (
        line.sort == "short" and _is_subject(line) and not has_verb(line.text)
    ):
        return True
    together = not line.unit.closes and not found[index + 1].unit.opens
    return together and line.sort in _FOOT and not signatures.is_collective(line.text)


def _spoken(found: list[Line], begun: int, last: int) -> None:
    """The lines of the foot, but those that sign; a box with a list in it ends it."""
    for index in range(begun, len(found)):
        line = found[index]
        if line.sort == "box" and any(_is_listed(other) for other in found[index:]):
            return
        if signatures.is_collective(line.text):
            continue
        if line.sort == "prose" or (line.sort == "name" and line.confidence < SURE):
            found[index] = sure(line) if has_neighbour(found, index) else line
        dated = line.sort in ("date", "day") and any(other.sort == "date" for other in found[:last])
        if line.sort in (*_FOOT, "box") or dated or (line.unit.shape == "item" and not line.unit.ends_a_sentence):
            found[index] = sure(line)


def _is_listed(line: Line) -> bool:
    return line.unit.shape in ("item", "table") or line.sort in ("datum", "hour")


def _subjects(found: list[Line], last: int) -> None:
    """The subjects of an article and the rights of the paper, behind its last line: « Côte-d'Or », « © 2026 »."""
    begun = len(found)
    while begun - 1 > last and _is_subject(found[begun - 1]):
        begun -= 1
    subjects = [index for index in range(begun, len(found)) if not found[index].is_furniture]
    filed = any(found[index].sort in ("section", "caption") for index in subjects)
    for index in subjects:
        if filed and (len(subjects) > 1 or found[index].sort == "caption"):
            found[index] = sure(found[index])


def _is_subject(line: Line) -> bool:
    if line.sort == "caption":
        return line.text.startswith("©") and _YEAR.search(line.text) is not None
    few = line.sort == "short" and len(line.text.split()) <= 3 and "," not in line.text
    subject = few and not signatures.is_collective(line.text) and not roles.is_first_name(line.text)
    likely = line.sort == "name" and line.confidence < SURE
    return line.is_furniture or line.sort == "section" or subject or likely
