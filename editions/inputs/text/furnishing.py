"""Which lines of a page are furniture, once one looks at what stands around them.

« Partager » alone between two paragraphs may be a crosshead; under the title it is a button. A link follows « À lire
aussi ». Behind the last paragraph, where the site speaks, nothing is the article's but who signs it. What remains
unsure stays, and is named.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from editions.inputs.text import foot, menus, practical, repeats
from editions.inputs.text.foot import has_neighbour, sure
from editions.inputs.text.sorting import Line, Sort, rewritten
from editions.inputs.text.told import names_a_letter, told
from editions.manuscript import furniture
from editions.manuscript.furniture import LIKELY, SURE
from editions.manuscript.words import known

_SUSPECT: tuple[Sort, ...] = ("furniture", "filler", "act", "label", "link", "tags", "speech", "hour")
_LINKS: tuple[Sort, ...] = (
    "short", "head", "question", "quote", "colon", "outlet", "section", "name", "filler", "speech", "box", "day",
    "datum", "link", "hour", "act",
)  # fmt: skip
"""Sorts that the title of another article may have."""
_BAND: tuple[Sort, ...] = ("date", "signed", "caption", "name", "outlet")
"""Sorts of the lines between title and text, beside buttons."""
_WORD = 20
_TELEPHONE = re.compile(r"\d\d[ .]\d\d[ .]\d\d[ .]\d\d")
_LONGEST_LINK = 200


def furnished(lines: Sequence[Line]) -> list[Line]:
    """The same lines: what is furniture told for sure, what is not as the article's own, perhaps with a doubt."""
    found = list(lines)
    told(found)
    practical.boxes(found)
    foot.closed(found)
    repeats.contents(found)
    if not any(line.sort in _SUSPECT or line.confidence < SURE for line in found):
        return found
    foot.commented(found)
    first, last = _bounds(found)
    menus.above(found, first)
    _labels(found, first, last)
    _ambiguous(found, first, last)
    _beside(found, first, last)
    foot.furnished(found, last)
    return [line if line.is_furniture else _own(line) for line in found]


def _bounds(lines: Sequence[Line]) -> tuple[int, int]:
    """The first and the last line of running text."""
    text = (index for index, line in enumerate(lines) if line.is_prose and line.sort not in ("speech", "furniture"))
    prose = [index for index in text if not names_a_letter(lines, index)]
    if prose and _gives_number(lines, prose[-1] + 1):
        prose.append(prose[-1] + 2)
    return (prose[0], prose[-1]) if prose else (len(lines), len(lines))


def _gives_number(lines: Sequence[Line], index: int) -> bool:
    """Whether a word or two stand above a telephone: « Contact », « Service des eaux : 05 00 00 62 10 »."""
    near = lines[index : index + 2]
    few = len(near) == 2 and len(near[0].text) <= _WORD and not near[0].is_furniture
    return few and near[1].sort in ("short", "head", "datum") and _TELEPHONE.search(near[1].text) is not None


def _labels(found: list[Line], first: int, last: int) -> None:
    """« À lire aussi » and its link, « Les plus lus » and theirs."""
    for index, line in enumerate(found):
        if _is_sure_link(line) or (_names_subjects(line) and not first < index <= last):
            found[index] = sure(line)
        elif line.sort == "tags" and (index > last or (0 < index < first and _is_tagged(found, index))):
            found[index] = sure(line)
            _take(found, index, last, tags=True)
        elif line.sort == "label" and (line.confidence >= SURE or index > last):
            found[index] = sure(line)
            _take(found, index, last)


def _is_sure_link(line: Line) -> bool:
    return line.sort == "link" and line.confidence >= LIKELY and not line.unit.ends_a_sentence


def _names_subjects(line: Line) -> bool:
    """« Catégorie : Non classé »."""
    return line.sort == "tags" and ":" in line.text.rstrip(" :\u00a0")


def _is_tagged(found: Sequence[Line], index: int) -> bool:
    """Whether words of one or two follow « Sujets » above the text."""
    following = found[index + 1] if index + 1 < len(found) else None
    return following is not None and following.sort in ("short", "section") and len(following.text.split()) <= 2


def _take(found: list[Line], label: int, last: int, tags: bool = False) -> None:
    """The links below a label: one, those of its own group, or all at the foot."""
    for index in range(label + 1, len(found)):
        line = found[index]
        if line.is_furniture and not any(map(str.isalpha, line.text)):
            continue  # « 2 », before the second of the most read
        links = line.sort in _LINKS or (line.unit.shape == "item" and not line.unit.ends_a_sentence)
        if not links or len(line.text) > _LONGEST_LINK or (tags and line.sort not in ("short", "section", "name")):
            return
        grouped = not found[label].unit.closes and not found[index - 1].unit.closes
        listed = line.unit.shape == "item" and (index == label + 1 or found[index - 1].unit.shape == "item")
        if index > label + 1 and not (grouped or listed or tags or _heads_nothing(found, index)) and index <= last:
            return
        found[index] = sure(line)


def _heads_nothing(found: Sequence[Line], index: int) -> bool:
    """Whether a line is too long for a crosshead, or another one stands below it: of a page without blank lines."""
    line, following = found[index], found[index + 1 : index + 2]
    unparted = line.unit.opens and line.unit.closes and found[index - 1].unit.closes
    return unparted and line.sort == "head" and any(other.sort in ("short", "head") for other in following)


def _ambiguous(found: list[Line], first: int, last: int) -> None:
    """Words of buttons that may be crossheads."""
    kindred = any(_is_word_that_heads(found, index) for index in range(first, last))
    for index, line in enumerate(found):
        if line.sort != "furniture" or line.is_furniture:
            continue
        opens = line.unit.opens or line.unit.shape == "item"
        heads = opens and ((index + 1 < len(found) and found[index + 1].is_prose) or _gives_number(found, index))
        alone = not kindred and furniture.stands_alone(line.text)
        if alone or not first <= index <= last or has_neighbour(found, index) or not heads:
            found[index] = sure(line)


def _is_word_that_heads(found: Sequence[Line], index: int) -> bool:
    """Whether a line is one word above a paragraph, as « Partager » may be."""
    line = found[index]
    word = line.sort == "short" and line.unit.shape == "line" and " " not in line.text
    return word and found[index + 1].is_prose


def _beside(found: list[Line], first: int, last: int) -> None:
    """Lines that are furniture when others beside them are: forwards, then backwards."""
    told = sum(_tells(found, index) for index in range(len(found))) > 1
    for index in (*range(len(found)), *reversed(range(len(found)))):
        line = found[index]
        if line.sort == "hour":
            spare = not any(map(str.isalpha, line.text)) or has_neighbour(found, index)
            found[index] = sure(line) if spare and not told else line
        elif line.sort == "filler":
            bare = index < first and not any(map(str.isalpha, line.text))
            if bare or has_neighbour(found, index):
                found[index] = sure(line)
        elif line.sort == "act":
            inner = first < index < last and line.unit.opens
            beside = _is_between(found, index) if inner else has_neighbour(found, index)
            beside = beside or (" " not in line.text and _is_below_date(found, index)) or _is_in_band(found, index)
            found[index] = sure(line) if index > last or beside else line
        elif line.sort in ("speech", "link", "label"):
            found[index] = sure(line) if _speaks(found, index, first, last) else line
        elif line.sort in ("short", "head", "quote") and _is_of_a_box(found, index, first, last):
            found[index] = sure(line)


def _tells(found: Sequence[Line], index: int) -> bool:
    """Whether a line is an hour above what happened then."""
    return found[index].sort == "hour" and any(line.is_prose for line in found[index + 1 : index + 3])


def _is_of_a_box(found: Sequence[Line], index: int, first: int, last: int) -> bool:
    """Whether a line is one of a box that asks for an address, above or inside the text."""
    if first < index < last:
        return _in_a_box(found, index)
    return 2 < index < first and found[index].sort == "short" and _heads_a_box(found, index)


def _speaks(found: Sequence[Line], index: int, first: int, last: int) -> bool:
    """Whether a line that may speak for the site stands where the site speaks."""
    if index < first and not found[index].unit.ends_a_sentence:
        return False
    around = [found[place] for place in (index - 1, index + 1) if 0 <= place < len(found)]
    beside = [line for line in around if line.is_furniture]
    boxed = any(map(_asks_address, beside))
    if index > last and "@" not in found[index].text and all(line.is_furniture for line in found[index + 1 :]):
        return True
    served = [line for line in around if line.is_furniture or line.sort in _BAND]
    if beside and len(served) == len(around):
        return True
    return boxed if first <= index <= last else bool(beside)


def _asks_address(line: Line) -> bool:
    """« Inscrivez-vous », « Votre e-mail »."""
    return any(word in line.text.casefold() for word in known("letterbox"))


def _heads_a_box(found: Sequence[Line], index: int) -> bool:
    """Whether a few words below the title stand above what asks for an address: « L'info du jour »."""
    after = found[index + 1 : index + 3]
    asks = any(map(_asks_address, after))
    return asks and all(line.is_furniture for line in after) and any(line.sort == "head" for line in found[:index])


def _in_a_box(found: Sequence[Line], index: int) -> bool:
    """Whether a line stands between two of a box that asks for an address."""
    before, after = found[index - 1], found[index + 1]
    boxed = any(map(_asks_address, (before, after)))
    return before.is_furniture and after.is_furniture and boxed


def _is_between(found: Sequence[Line], index: int) -> bool:
    return found[index - 1].is_furniture and found[index + 1].is_furniture


def _is_in_band(found: Sequence[Line], index: int) -> bool:
    """Whether a line stands between two that sign, date or caption, where sites have their buttons."""
    near = [*found[max(index - 1, 0) : index], *found[index + 1 : index + 2]]
    return len(near) == 2 and all(line.sort in _BAND or line.is_furniture for line in near)


def _is_below_date(found: Sequence[Line], index: int) -> bool:
    """Whether a word stands below what dates the article, as « Actualiser » does."""
    return index > 0 and found[index - 1].sort == "date"


def _own(line: Line) -> Line:
    """A line that stays, by its other words; with a doubt when it looked like furniture."""
    if line.sort not in _SUSPECT or line.sort == "hour":
        return line
    named = line.sort in ("furniture", "link", "speech") or (line.sort == "label" and line.confidence >= SURE)
    return replace(rewritten(line), doubt="furniture" if named else "")
