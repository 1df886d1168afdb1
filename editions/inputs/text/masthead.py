"""What stands above the title of a pasted page: outlets, sections, captions, what signs and dates it."""

import re
from collections.abc import Iterator, Sequence

from editions.inputs.text.captioning import captions, is_credit, is_issue, shows
from editions.inputs.text.sorting import Line
from editions.manuscript import roles
from editions.manuscript.words import after_word, folded, has_verb, is_word, known
from editions.model import Role

_DASH = re.compile(r"\s[-–—|]\s")


def above_title(lines: Sequence[Line]) -> Iterator[tuple[Role, str]]:
    """Roles of the lines above the title, with their doubts: outlets, then sections, what signs, dates and captions."""
    labels = [line for line in lines if line.sort in ("outlet", "section", "short", "head", "name", "box", "datum")]
    outlets = [line for line in labels if line.sort == "outlet" or heads_a_letter(line.text)]
    if not outlets and len(labels) > 1 and labels[0] is lines[0] and _may_be_outlet(labels):
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
    if (
        line.sort in ("date", "day", "signed", "rank", "agency")
        or is_issue(line.text)
        or (line.sort == "name" and roles.is_sure_name(line.text))
    ):
        return "byline", ""
    if line.sort in ("caption", "picture"):
        return "caption", ""
    if line.sort == "prose" and captions(line.text):
        return "caption", "caption"
    if line.sort in ("head", "short") and shows(line.text):
        return "caption", "caption"
    return ("paragraph" if line.is_prose else "section"), line.doubt


def _may_be_outlet(labels: Sequence[Line]) -> bool:
    """Whether the first of several labels is a paper that nobody has listed: « Monde Matin », then « International ».

    A place or a section that is not known stands below another one, or above it: then nothing tells them apart.
    """
    first, following = labels[0], labels[1]
    if first.sort not in ("short", "name") or roles.is_sure_name(first.text) or is_word(first.text):
        return False
    named = not known("outlet_word").isdisjoint(folded(first.text).split())
    return (following.sort == "section" and " " in first.text) or named or _opens_as_papers_do(first.text)


def _opens_as_papers_do(text: str) -> bool:
    """« Le Courrier », « L'Écho »: not « LA VIE DES COMMUNES »."""
    return text[0].isupper() and not text[1:2].isupper() and after_word(text, "definite") is not None


def is_paper(line: Line) -> bool:
    """Whether a few words name a paper as papers are named, from somewhere: « Le Courrier cauchois »."""
    words = line.text.split()
    named = line.sort == "short" and 2 < len(words) <= 4 and roles.is_capitalized(words[1])
    return named and after_word(line.text, "outlet_start") is not None and not has_verb(line.text)


def heads_a_letter(text: str) -> bool:
    """Whether a line names a paper, then what it sends: « Rance Infos - La lettre du soir »."""
    paper, *rest = _DASH.split(text, maxsplit=1)
    return bool(rest) and roles.is_outlet(paper) and roles.is_label(rest[0]) and not has_verb(rest[0])
