"""Captions that do not say it themselves: credited on the line below, by a name alone, or not at all."""

import re
from collections.abc import Sequence

from editions.inputs.text.sorting import SIGNS, Line, Sort
from editions.manuscript import credits
from editions.manuscript.words import folded, has_verb, joints

_LONGEST = 220
_TOP = 6
"""Lines below the title among which captions stand."""
_DASHED_NAME = re.compile(r"[.!?»]\s[-–—|]\s[^.!?]{4,50}\.?$")
_LONGEST_FIRST = 100
"""Letters of a caption above the lede with its credit below: what is longer is the lede, the credit a picture's."""
_LONGEST_LABEL = 45
_LONGEST_CAPTION = 180
_MOMENT, _AGE, _BESIDE = r", (?:{})\b", r", \d{{1,3}} (?:{})\b", r"\b(?:{})\b"
_BRACKETED = r"\((?:[A-ZÀ-Þ]|(?:{}) |\d{{1,2}} [a-zéû]+ [-–] )[^()]{{2,38}}\)"
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ISSUE = r"\b(?:{})\s?\d{{1,5}}\s*(?:$|[-–—|,(/])"
_STOOD = r"\b(?:{})\b"
"""Where somebody stands, in a caption without any comma."""
SENTENCES = re.compile(r"[.!?…]\s+[«“\"]?[A-ZÀ-ÖØ-ÞŒ]")
"""A stop inside a line, and another sentence."""


def has_likely_credit(line: Line) -> bool:
    """Whether a line without a stop ends with a name alone: « Le bus, lundi. - Thierry Roy »."""
    return (
        line.sort in ("head", "short")
        and not line.text[0].isdigit()
        and credits.credit(line.text, sure=False) is not None
    )


def credited_by_name(lines: Sequence[Line]) -> frozenset[int]:
    """Sentences above the text with a dash and a name behind them: « Des heures seront perdues. - Anne Roy. »."""
    found = (
        index for index, line in enumerate(lines[:_TOP]) if line.sort == "prose" and _DASHED_NAME.search(line.text)
    )
    short = (index for index in found if len(lines[index].text) <= _LONGEST)
    return frozenset(index for index in short if credits.credit(lines[index].text, sure=False))


def credited_below(lines: Sequence[Line]) -> frozenset[int]:
    """Captions whose credit stands on the next line, and these credits: « Le pont, hier. / KEYSTONE »."""
    found: set[int] = set()
    told = False
    for index, line in enumerate(lines[:-2]):
        if index == 0 and line.sort == "head" and has_verb(line.text) and len(line.text) > _LONGEST_LABEL:
            told = True  # a lede without a stop
            continue
        short = len(line.text) <= (_LONGEST if told else _LONGEST_FIRST) and "\n" not in line.text
        if short and _may_be_credited(line) and _credits(lines, index + 1, told):
            found |= {index, index + 1}
        if not told and is_credit(line) and _is_captioned_below(lines, index):
            found |= {index, index + 1}
        told = told or (line.sort == "prose" and index not in found)
    return frozenset(found)


def _is_captioned_below(lines: Sequence[Line], index: int) -> bool:
    """Whether the line below a credit is the caption: « PHOTO ANNE ROY, L'ÉCHO / Les terrasses, en juillet »."""
    line = lines[index + 1]
    following = next((other for other in lines[index + 2 :] if other.sort == "prose"), line)
    if index == 0 and _opens_with_place(following):
        return len(line.text) <= _LONGEST_FIRST and line.sort == "prose"
    words = line.sort in ("head", "short", "picture") and len(line.text.split()) > 2
    return words and not has_verb(line.text) and lines[index + 2].sort in ("prose", *SIGNS)


def _opens_with_place(line: Line) -> bool:
    """« (Chicoutimi) Quatre familles ont tout perdu… »: the text begins there, whatever stands above it."""
    return line.sort == "prose" and re.match(r"\([A-ZÀ-Þ][^()]{2,40}\) \S", line.text) is not None


def _may_be_credited(line: Line) -> bool:
    if line.text[0].isdigit():
        return False  # « 21.05 Des racines et des ailes. », above another station
    return line.sort in ("prose", "head", "picture") or (line.sort == "caption" and not credits.credit(line.text))


def is_credit(line: Line) -> bool:
    """Whether a line says who made a picture, and nothing else."""
    span = credits.credit(line.text) if line.sort == "caption" else None
    return span is not None and span.start == 0


def _credits(lines: Sequence[Line], index: int, told: bool) -> bool:
    """Whether a line is a credit and nothing else, and text follows; ``told``: a lede stands above."""
    line: Line = lines[index]
    after: Sort = lines[index + 1].sort
    if line.sort == "caption":
        return is_credit(line)
    capitals = line.sort == "name" and line.text.isupper() and any(len(word) > 2 for word in line.text.split())
    return told and after in ("prose", "box") and (line.sort == "agency" or capitals)


def uncredited(lines: Sequence[Line]) -> frozenset[int]:
    """A sentence above the lede that captions a picture, though nobody is credited."""
    before = (*SIGNS, "caption", "picture", "section")
    index = next((index for index, line in enumerate(lines) if line.sort not in before), -1)
    if index < 0 or lines[index].sort != "prose" or not captions(lines[index].text):
        return frozenset()
    rest = [line for line in lines[index + 1 :] if line.sort not in SIGNS]
    more = sum(line.sort == "prose" for line in rest)
    longer = more > 1 and rest[0].sort == "prose" and len(rest[0].text) > len(lines[index].text)
    return frozenset({index}) if longer else frozenset()


def captions(text: str) -> bool:
    """Whether a sentence may caption a picture without a credit: short, alone, when or where, and no verb in it."""
    if len(text) > _LONGEST_CAPTION or "\n" in text or SENTENCES.search(text) or text[:1] in '«“"':
        return False
    return text.count("(") < 2 and _tells_where(text) and not has_verb(text)


def _tells_where(text: str) -> bool:
    """Whether words tell when and where a picture was taken, or who is where in it."""
    told = (("moment", _MOMENT), ("beside", _BESIDE), ("bracketed", _BRACKETED), ("age", _AGE))
    return _YEAR.search(text) is not None or any(joints(*one).search(text) for one in told)


def is_issue(text: str) -> bool:
    """Whether a line names the number of a paper: « Bulletin municipal n° 47 »."""
    return joints("issue", _ISSUE).search(folded(text)) is not None


def shows(text: str) -> bool:
    """Whether a line without a stop may caption a picture: who or what is where, no verb, nothing announced."""
    if ":" in text or is_issue(text) or re.search('[?!»”"]$', text.strip()) or has_verb(text) or len(text.split()) < 5:
        return False
    return joints("stood", _STOOD).search(text) is not None or captions(text)
