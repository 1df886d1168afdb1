"""Where the title of a pasted page is, and what stands above it: outlets, sections, captions, signatures, dates.

The title is the first line that reads as one: not a label, not a date, no caption. Where all lines are a few words
long, it is the one with most of them, or the last label above the text.
"""

import re
from collections.abc import Iterator, Sequence

from editions.inputs.text.sorting import Line
from editions.manuscript import roles
from editions.manuscript.furniture import SURE
from editions.manuscript.words import folded, has_verb, known
from editions.model import Role

_LABELS = 8
"""Outlet, section, place, paper of the group… : behind more short lines than that stands no title."""
_FEW = 8
"""Words from which a short line is no more of a title for being longer."""
_LONGEST_TITLE = 220
_LONGEST_CAPTION = 180
_PLACED = re.compile(
    r", (?:à|au|aux|en|dans|devant|sur|lors|le|hier|ici|ce|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b"
    r"|\([^()]{3,40}\)|\b(?:à gauche|à droite|au centre|lors d|de dos|ici)\b|\b(?:19|20)\d\d\b"
)
"""When and where a picture was taken, and who is where in it."""
_SENTENCES = re.compile(r"[.!?…]\s+[«“\"]?[A-ZÀ-ÖØ-ÞŒ]")


def title_index(lines: Sequence[Line]) -> int:
    """Which line is the title; -1 when the text begins at once."""
    end = next((index for index, line in enumerate(lines) if line.is_prose and line.sort != "speech"), len(lines))
    found = _first_title(lines, end)
    if found < 0 and end < len(lines) and _is_caption_above(lines, end):
        found = end + 1 + _first_title(lines[end + 1 :], len(lines) - end - 1)
    if (
        found < 0
        and end < len(lines)
        and not any(_weight(line) for line in lines[:end])
        and _is_titled_prose(lines, end)
    ):
        return end
    return found


def _first_title(lines: Sequence[Line], end: int) -> int:
    """The first line before ``end`` that reads as a title, else the best of the labels."""
    weights = [0 if _is_below_name(lines, index) else _weight(line) for index, line in enumerate(lines[:end])]
    labels = 0
    for index, weight in enumerate(weights):
        if weight == 3:
            return _label_before(lines, index, weights)
        labels += weight > 0
        if labels > _LABELS:
            break
    best = max(weights, default=0)
    if best == 0:
        return -1
    words = [min(len(line.text.split()), _FEW) if best > 1 else 0 for line in lines[:end]]
    return max((index for index in range(end) if weights[index] == best), key=lambda index: (words[index], index))


def _is_below_name(lines: Sequence[Line], index: int) -> bool:
    """Whether a few words say who the one above is: « Agriculteur à Aulne »."""
    named = index > 0 and lines[index - 1].sort == "name" and lines[index - 1].confidence >= SURE
    return named and lines[index].sort == "short" and len(lines[index].text.split()) <= 4


def _label_before(lines: Sequence[Line], index: int, weights: Sequence[int]) -> int:
    """The title, or the only label above it when that is the title and the line a lede without a stop."""
    labels = [place for place in range(index) if weights[place]]
    if labels and folded(lines[labels[-1]].text) in known("roundup") and alternates(lines[index:]):
        return labels[-1]
    if len(labels) != 1 or weights[labels[0]] < 2 or lines[labels[0]].unit.closes is False:
        return index
    label, line = lines[labels[0]].text, lines[index].text
    return labels[0] if len(line) > 2.5 * len(label) and len(line) > 110 else index


def alternates(lines: Sequence[Line]) -> bool:
    """Whether a crosshead and its text follow one another, twice at least."""
    heads = all(line.sort in ("head", "short") for line in lines[0:4:2])
    return len(lines) > 3 and heads and all(line.is_prose for line in lines[1:4:2])


def _weight(line: Line) -> int:
    """How much a line may be a title: 3 reads as one, 2 and 1 are labels, 0 is none."""
    if line.unit.shape != "line" or len(line.text) > _LONGEST_TITLE or not any(map(str.isalnum, line.text)):
        return 0
    if line.sort in ("head", "question", "quote", "speech", "link"):
        return 3
    if line.sort in ("short", "datum", "colon", "label"):
        return 2 if len(line.text.split()) > 2 else 1
    return 1 if line.sort in ("section", "outlet", "name", "box") else 0


def _is_caption_above(lines: Sequence[Line], index: int) -> bool:
    """Whether the sentence above the first title is a caption without a credit: no verb, one sentence, then a title."""
    line, after = lines[index], lines[index + 1 :]
    if line.sort != "prose" or not captions(line.text) or len(after) < 2:
        return False
    following = next((other for other in after if not other.is_service), None)
    return following is not None and _weight(following) == 3 and any(other.sort == "prose" for other in after)


def captions(text: str) -> bool:
    """Whether a sentence may caption a picture without a credit: short, alone, when or where, and no verb in it."""
    if len(text) > _LONGEST_CAPTION or "\n" in text or _SENTENCES.search(text) or text[:1] in '«“"':
        return False
    return _PLACED.search(text) is not None and not has_verb(text)


def _is_titled_prose(lines: Sequence[Line], index: int) -> bool:
    """Whether the first line is a title that ends with a stop: short, of one sentence, and more text below it."""
    line, after = lines[index], lines[index + 1 :]
    if line.sort != "prose" or len(line.text) > 130 or _SENTENCES.search(line.text):
        return False
    longer = [other for other in after if other.is_prose]
    return bool(longer) and line.unit.closes and (len(line.text) <= 90 or len(longer[0].text) > len(line.text))


def above_title(lines: Sequence[Line]) -> Iterator[tuple[Role, str]]:
    """Roles of the lines above the title, with their doubts: outlets, then sections, what signs, dates and captions."""
    labels = [line for line in lines if line.sort in ("outlet", "section", "short", "head", "name", "box", "datum")]
    outlets = [line for line in labels if line.sort == "outlet"]
    if not outlets and len(labels) > 1 and labels[0].sort == "short" and _may_be_outlet(labels[0].text):
        outlets = labels[:1]
    for line in lines:
        yield _above(line, line in outlets)


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
    return ("paragraph" if line.is_prose else "section"), line.doubt


def _may_be_outlet(text: str) -> bool:
    """Whether the first of several labels is a paper that nobody has listed: « Le Courrier du Bocage »."""
    return re.match(r"(?:Le|La|Les)\s|L['’]", text) is not None
