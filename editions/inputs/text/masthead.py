"""What stands above the title of a pasted page: outlets, sections, captions, what signs and dates it."""

import re
from collections.abc import Iterator, Sequence

from editions.inputs.text.captioning import captions, is_credit, shows
from editions.inputs.text.sorting import Line
from editions.manuscript import roles
from editions.manuscript.words import has_verb
from editions.model import Role


def above_title(lines: Sequence[Line]) -> Iterator[tuple[Role, str]]:
    """Roles of the lines above the title, with their doubts: outlets, then sections, what signs, dates and captions."""
    labels = [line for line in lines if line.sort in ("outlet", "section", "short", "head", "name", "box", "datum")]
    outlets = [line for line in labels if line.sort == "outlet"]
    if not outlets and len(labels) > 1 and labels[0].sort == "short" and _may_be_outlet(labels[0].text):
        outlets = labels[:1]
    reads = [index for index, line in enumerate(lines) if line.sort == "head" and has_verb(line.text)]
    for index, line in enumerate(lines):
        if index in reads and lines[index + 1 :] and lines[index + 1].sort == "section":
            yield "caption", "caption"
            continue
        credited = line.sort in ("prose", "head", "picture") and index + 1 < len(lines) and is_credit(lines[index + 1])
        yield ("caption", "") if credited else _above(line, line in outlets)


def _above(line: Line, outlet: bool) -> tuple[Role, str]:
    if outlet:
        return "outlet", ""
    if line.sort in ("date", "day", "signed", "rank", "agency") or (
        line.sort == "name" and roles.is_sure_name(line.text)
    ):
        return "byline", ""
    if line.sort in ("caption", "picture"):
        return "caption", ""
    if line.sort == "prose" and captions(line.text):
        return "caption", "caption"
    if line.sort in ("head", "short") and shows(line.text):
        return "caption", "caption"
    return ("paragraph" if line.is_prose else "section"), line.doubt


def _may_be_outlet(text: str) -> bool:
    """Whether the first of several labels is a paper that nobody has listed: « Le Courrier du Bocage »."""
    return re.match(r"(?:Le|La|Les)\s|L['’]", text) is not None
