"""Lines of a pasted page that are one: « Par » and the name below it, a caption pasted twice, once with its credit."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from editions.inputs.text.sorting import Line, sorted_line
from editions.manuscript import credits, dateline, roles, signatures

_BETWEEN = " \u00a0-–—|•/.,"
"""Signs between a caption and its credit."""
_TOP = 18
"""Lines of the page among which a caption may be pasted twice word for word."""
_LONGEST_NAME = 80


def openings_joined(found: Sequence[Line]) -> list[Line]:
    """« Par » on a line of its own and the name on the next are one signature, « Publié le » and the date one date."""
    joined: list[Line] = []
    for line in found:
        last = joined[-1] if joined else None
        if last and last.unit.shape == line.unit.shape == "line" and _goes_on(last.text, line.text):
            joined[-1] = sorted_line(replace(last.unit, text=f"{last.text} {line.text}", closes=line.unit.closes))
        else:
            joined.append(line)
    return joined


def _goes_on(text: str, following: str) -> bool:
    if len(text) > 40 or len(following) > _LONGEST_NAME:
        return False
    if dateline.is_opening(text):
        return dateline.kind(following) != "" and not dateline.is_opening(following)
    return signatures.is_opening_of_signature(text) and signatures.is_signature(f"{text} {following}")


def captions_once(lines: Sequence[Line]) -> list[Line]:
    """A caption that is pasted twice, once with its credit, is one caption: the longer of the two."""
    kept: list[Line] = []
    times = Counter(line.text for line in lines)
    for line in lines:
        place = next((n for n in range(len(kept) - 1, -1, -1) if not kept[n].is_furniture), -1)
        twice = _twice(kept[place], line, len(kept) <= _TOP) if place >= 0 and times[line.text] <= 2 else None
        if twice is None or line.is_furniture:
            kept.append(line)
        else:
            kept[place] = twice
    return kept


def _twice(last: Line, line: Line, top: bool) -> Line | None:
    """The one line that two are."""
    if last.unit.credit or line.unit.shape != "line" or last.unit.shape != "line" or line.text[:8] != last.text[:8]:
        return None
    longer, shorter = (line, last) if len(line.text) >= len(last.text) else (last, line)
    credit = _credit_after(longer.text, shorter.text, top)
    if credit is None:
        return None
    unit = replace(longer.unit, credit=credit, opens=last.unit.opens, closes=line.unit.closes)
    same = longer.text == shorter.text and longer.sort in ("head", "short", "section", "outlet", "question")
    return replace(longer, unit=unit) if same else replace(longer, unit=unit, sort="caption")


def _credit_after(longer: str, shorter: str, top: bool) -> int | None:
    """Where the credit begins in a line that is another one and a credit; its end when it is the same caption."""
    if not longer.startswith(shorter) or len(shorter) > 300 or len(longer) - len(shorter) > 100:
        return None
    rest = longer[len(shorter) :]
    if rest[:1].isalnum() and shorter[-1:].isalnum():
        return None
    sure = credits.is_picture(longer) or credits.credit(longer, sure=False) is not None
    if not sure and not (top and len(shorter) >= 15 and _may_be_credit(rest)):
        return None
    return len(longer) - len(rest.lstrip(_BETWEEN))


def _may_be_credit(rest: str) -> bool:
    """Whether what follows a caption may say who made the photo: nothing, a sign, a name, capitals."""
    bare = rest.lstrip(_BETWEEN)
    return not bare or rest.strip()[0] in "-–—|•©(/" or bare.isupper() or roles.is_name(bare)
