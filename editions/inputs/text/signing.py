"""Who signs and dates an article: « Par … » and dates anywhere, a mere name near them, near the lede or at the foot."""

import re

from editions.inputs.text.below import Below
from editions.inputs.text.sorting import SIGNS, Sort
from editions.manuscript import credits, roles, signatures
from editions.manuscript.furniture import SURE
from editions.manuscript.words import has_verb, joints
from editions.model.runs import Span

_FOOT = 6
"""Lines at the foot of an article among which it may be signed."""
_HOUSE = re.compile(r"[A-Z]{2,6}/(?=[A-ZÀ-Þ])")
"""« APC/Jolie Makiese »."""
_LETTER = 40
"""Lines of a letter and of the one above it."""
_FEW_NAMES = 3
_LONGEST_RANK = 60
_LONGEST_FUNCTION = 90
_BAND: tuple[Sort, ...] = (*SIGNS, "outlet", "section", "caption", "picture")
"""Sorts of the lines between lede and text."""


def is_byline(below: Below, index: int) -> bool:
    """Whether a line signs or dates: « Par … » and dates anywhere, a mere name near them or near an end."""
    line = below.lines[index]
    if line.sort in ("date", "signed"):
        return True
    before = below.told[index - 1] if 0 < index <= len(below.told) else None
    if line.sort == "day" and before == "byline" and index < _FOOT:
        return sum(other.sort == "day" for other in below.lines) == 1  # several head what happens then
    if line.sort == "rank":
        return before == "byline" or below.sort(index - 1) in ("signed", "name")
    if any(below.sort(place) in ("date", "signed", "rank", "agency") for place in (index - 1, index + 1)):
        return line.sort != "day" or below.sort(index + 1) != "prose"
    if below.is_foot(index):
        return len(below.lines) - index <= _FOOT and line.sort != "day"
    if line.sort == "name" and (_is_in_band(below, index) or _closes_a_part(below, index)):
        return True
    return line.sort in ("name", "agency") and _is_near_lede(below, index)


def _is_in_band(below: Below, index: int) -> bool:
    """Whether a name is one of several lines without text in between, and one of them signs or dates."""
    first = last = index
    while below.sort(first - 1) in _BAND:
        first -= 1
    while below.sort(last + 1) in _BAND:
        last += 1
    return any(line.sort in ("date", "signed") for line in below.lines[first : last + 1])


def _closes_a_part(below: Below, index: int) -> bool:
    """Whether a name stands below text and above a crosshead: who wrote one of several letters."""
    line, following = below.lines[index], below.sort(index + 1)
    alone = line.confidence >= SURE and line.unit.closes and _is_below_text(below, index)
    return alone and (following in ("short", "head", "box", "question") or _signs_another_part(below, index))


def _closes_letter(below: Below, index: int) -> bool:
    """Whether a body signs one of several letters."""
    return below.lines[index].unit.closes and _is_below_text(below, index) and _signs_another_part(below, index)


def _is_below_text(below: Below, index: int) -> bool:
    """Whether text ends above a line, be it by asking."""
    asks = below.sort(index - 1) == "question" and len(below.lines[index - 1].text) > _LONGEST_FUNCTION
    return asks or below.sort(index - 1) == "prose"


def _signs_another_part(below: Below, index: int) -> bool:
    """Whether another name closes a letter above: all of them are signed."""
    signed = (
        place
        for place in range(max(1, index - _LETTER), index - 1)
        if below.sort(place) == "name" and below.told[place] == "byline"
    )
    return any(below.sort(place - 1) in ("prose", "question") for place in signed)


def _is_near_lede(below: Below, index: int) -> bool:
    """Whether a name stands between title and lede, or right below the lede and reads as somebody's for sure."""
    line = below.lines[index]
    prose = [place for place in range(index) if below.lines[place].is_prose]
    if line.sort == "agency":
        return len(prose) <= 1
    if not prose and (line.confidence >= SURE or _is_ranked(below, index)):
        return True
    return len(prose) == 1 and index - prose[0] == 1 and line.confidence >= SURE


def is_of_signer(below: Below, index: int, lede: int) -> bool:
    """Whether a few words say who the one above is, above the text or at its foot, or which body signs there."""
    line, before = below.lines[index], below.sort(index - 1)
    if line.sort in ("short", "head") and signatures.is_collective(line.text) and _closes_letter(below, index):
        return True
    if below.is_foot(index):
        if line.sort in ("short", "head") and (signatures.is_collective(line.text) or _are_first_names(line.text)):
            return True
        if line.sort == "short" and index and below.lines[index - 1].text.endswith(","):
            return True  # « Cordialement, », then whoever it is
        return line.sort in ("short", "head") and before in ("name", "signed") and len(line.text) <= _LONGEST_RANK
    ranked = line.sort in ("short", "head") and len(line.text) <= _LONGEST_FUNCTION and not has_verb(line.text)
    return index < lede and ranked and (before == "name" or (index == 0 and signatures.is_collective(line.text)))


def _are_first_names(text: str) -> bool:
    """« Josiane », « Marie-Ange et Teddy »."""
    names = [name for name in joints("joint", r"[, ]+(?:(?:{})\s+)?").split(text) if name]
    return 0 < len(names) <= _FEW_NAMES and all(map(roles.is_first_name, names))


def _is_ranked(below: Below, index: int) -> bool:
    """Whether somebody nobody knows stands right below the title, or below another, with what they do below."""
    first = index == 0 or (below.sort(index - 2) == "name" and below.sort(index - 1) in ("short", "head"))
    if not first or below.sort(index + 1) not in ("short", "head"):
        return False
    return not has_verb(below.lines[index + 1].text) and below.sort(index + 2) in ("name", "prose", "date", "signed")


def is_of_photographer(below: Below, index: int, lede: int) -> bool:
    """« Photos : Louis Barral » below « Texte : Agathe Noirot »: who made the pictures signs as well."""
    line, text = below.lines[index], range(index + 1, len(below.lines))
    credited = (
        line.sort == "caption" and line.text[0].isupper() and credits.credit(line.text) == Span(0, len(line.text))
    )
    beside = any(below.sort(place) == "signed" for place in (index - 1, index + 1))
    captioned = below.sort(index - 1) in ("caption", "picture", "short", "head") and index - 1 != lede
    return credited and beside and not captioned and any(below.lines[place].is_prose for place in text)


def is_of_agency(below: Below, index: int) -> bool:
    """Whether a line that looks like a credit tells who wrote: there is no picture, or it has another one."""
    line = below.lines[index]
    if line.sort != "caption" or credits.credit(line.text) != Span(0, len(line.text)):
        return False
    alone = below.sort(index - 1) not in ("caption", "picture", "short", "head")
    if below.is_foot(index):
        agency = line.text.startswith("©") and signatures.is_agency(line.text.strip("© \u00a0"))
        return alone and (agency or _HOUSE.match(line.text) is not None)
    above = credits.credit(below.lines[index - 1].text) if index else None
    credited = above is not None and above.start > 0
    return credited and signatures.is_agency(line.text) and below.sort(index + 1) in ("date", "signed")
