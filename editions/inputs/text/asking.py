"""The questions of an interview: somebody is asked, and answers in the next paragraph."""

from collections.abc import Sequence

from editions.inputs.text.sorting import Line
from editions.manuscript.addressed import asks
from editions.manuscript.words import folded, joints

_TOP = 6
"""Lines among which « Propos recueillis par » stands."""
_LONGEST = 400
_LONGEST_PROMPT = 160
_SHORT = 70


def questions(lines: Sequence[Line]) -> frozenset[int]:
    """The lines that ask; none when the text is no interview."""
    asked = [index for index, line in enumerate(lines) if line.sort == "question" and _asks(lines, index)]
    if len(asked) < 2 or not _is_interview(lines, asked):
        return frozenset()
    return frozenset([*asked, *_prompts(lines, asked)])


def _is_interview(lines: Sequence[Line], asked: Sequence[int]) -> bool:
    """Whether somebody is asked, or the text asks itself."""
    if any(joints("interview", "{}").search(folded(line.text)) for line in lines[:_TOP] if line.sort == "signed"):
        return True
    return sum(asks(lines[index].text) for index in asked) * 3 >= len(asked)


def _prompts(lines: Sequence[Line], asked: Sequence[int]) -> list[int]:
    """Lines of an interview that ask without a question mark: « Le canal est presque un personnage… »."""
    inner = range(asked[0] + 1, len(lines) - 1)
    return [index for index in inner if _may_prompt(lines, index) and _invites(lines, index, asked)]


def _may_prompt(lines: Sequence[Line], index: int) -> bool:
    line, near = lines[index], (lines[index - 1], lines[index + 1])
    short = len(line.text) <= _LONGEST_PROMPT and line.unit.shape == "line"
    return short and all(other.is_prose for other in near)


def _invites(lines: Sequence[Line], index: int, asked: Sequence[int]) -> bool:
    """Whether a line leaves the rest to who answers, or says « vous » between answers to questions."""
    text = lines[index].text
    if text.endswith("…"):
        return len(text) <= _SHORT or asks(text)
    answered = index - 2 in asked and (index + 2 in asked or index + 2 >= len(lines))
    return answered and asks(text) and not joints("we", r"\b(?:{})\b").search(folded(text))


def _asks(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is a question of an interview: the answer is the next paragraph."""
    line = lines[index]
    if len(line.text) > _LONGEST or line.unit.shape != "line" or index + 1 >= len(lines):
        return False
    return lines[index + 1].sort in ("prose", "quote", "verse", "speech", "head", "short")
