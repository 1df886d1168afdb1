"""Which line of a pasted page is its title: what speaks for each line and against it, added up over the top of it.

A line that reads as a title is one; a caption, the issue of a paper, a salutation, a lede without a stop look like one
and are told by what they say and what stands beside them. Of two that are as good, the first is the title. Where all
lines are a few words long, it is the one with most of them, or the last label above the text.
"""

import re
from collections.abc import Sequence

from editions.inputs.text.captioning import SENTENCES, captions, is_credit, is_issue, shows
from editions.inputs.text.masthead import heads_a_letter
from editions.inputs.text.sorting import Line, Sort
from editions.manuscript.furniture import SURE
from editions.manuscript.words import after_word, folded, has_verb, known

_LABELS = 8
"""Outlet, section, place, paper of the group… : behind more short lines than that stands no title."""
_FEW = 8
"""Words from which a short line is no more of a title for being longer."""
_LONGEST = 220
_LONG = 110
"""Letters of a lede without a stop."""
_READS: dict[Sort, int] = {
    **dict.fromkeys(("head", "question", "quote", "speech", "link"), 40),
    **dict.fromkeys(("short", "datum", "colon", "label"), 16),
    **dict.fromkeys(("section", "outlet", "name", "box"), 1),
}
"""What the sort of a line says for it; a sort that is not here is no title."""
_TITLED = 30
"""A line that reads as a title has at least so much."""
_VERB = 10
_NOTICE = 45
"""« AVIS D'ENQUÊTE PUBLIQUE » is the title, what it is about stands below it."""
_LABELLED = 18
"""A few words that are no section have more than that."""
_DOUBTED = 25
"""What a sign of a caption, an issue or a salutation says against it."""


def title_index(lines: Sequence[Line]) -> int:
    """Which line is the title; -1 when the text begins at once."""
    end = _top(lines)
    found = _best(lines, end)
    if found < 0 and end < len(lines) and _is_titled_prose(lines, end):
        return end
    return found


def _top(lines: Sequence[Line]) -> int:
    """Where the running text begins; a sentence that captions a picture above the title is none of it."""
    for index, line in enumerate(lines):
        quoted = line.sort == "quote" and not any(_READS.get(above.sort, 0) > 1 for above in lines[:index])
        if line.sort == "datum" and index and all(other.sort == "datum" for other in lines[index + 1 : index + 2]):
            return index  # results, prices: the title is above them
        if line.sort == "question" and len(line.text) > _LONG and SENTENCES.search(line.text):
            return index  # it asks at its end
        if line.is_prose and line.sort != "speech" and not quoted and not _is_caption_above(lines, index):
            return index
    return len(lines)


def _best(lines: Sequence[Line], end: int) -> int:
    """The first line of the top that reads as a title, else the best of the labels; -1 for none."""
    weights = [_weight(lines, index, end) for index in range(end)]
    labels = 0
    for index, weight in enumerate(weights):
        if weight >= _TITLED:
            return _label_before(lines, index, weights)
        labels += weight > 0
        if labels > _LABELS:
            break
    best = max(weights, default=0)
    return max((i for i in range(end) if weights[i] == best), default=-1) if best > 0 else -1


def _weight(lines: Sequence[Line], index: int, end: int) -> int:
    """How much a line may be a title."""
    line = lines[index]
    reads = _reads(line)
    if not reads or line.unit.shape != "line" or len(line.text) > _LONGEST or not any(map(str.isalnum, line.text)):
        return 0
    if _is_below_name(lines, index) or _salutes(line.text):
        return 0
    return max(reads - (_DOUBTED if _is_doubtful(lines, index, end) else 0), 1)


def _reads(line: Line) -> int:
    """What the sort of a line and its words say for it."""
    reads = _READS.get(line.sort, 0)
    if reads and after_word(line.text, "notice") is not None and len(line.text.split()) > 2:
        return _NOTICE
    return reads + (_said_by_a_few(line.text) if 1 < reads < _TITLED else 0)


def _said_by_a_few(text: str) -> int:
    """What a few words add: how many they are, and a verb."""
    count = min(len(text.split()), _FEW)
    reads = has_verb(text) or after_word(text, "roundup") is not None
    return 0 if count < 3 else count + (_VERB if reads else 0)


def _is_doubtful(lines: Sequence[Line], index: int, end: int) -> bool:
    """Whether a line names an issue, or captions a picture, and another line may be the title."""
    line = lines[index]
    if _opens_as_lede(line.text) and any(_reads(other) > _LABELLED for other in lines[:index]):
        return True
    if (is_issue(line.text) and not has_verb(line.text)) or _is_above_label(lines, index, end):
        return True
    if heads_a_letter(line.text) and index + 1 < end and lines[index + 1].sort in ("date", "day"):
        return True
    if not shows(line.text):
        return False
    others = (other for place, other in enumerate(lines[:end]) if place != index)
    return any(_READS.get(other.sort, 0) > 1 and len(other.text.split()) > 3 for other in others)


def _opens_as_lede(text: str) -> bool:
    """« CHRONIQUE - On la dit perdue. Et si elle ne l'était pas ? »."""
    kicker, dash, rest = re.sub(r"\s[-–—]\s", "\0", text, count=1).partition("\0")
    return bool(dash) and kicker.isupper() and folded(kicker) in known("kicker", "section") and bool(rest)


def _is_above_label(lines: Sequence[Line], index: int, end: int) -> bool:
    """Whether nothing but sections stands between a line and another that reads as a title: sections are above it."""
    after = index + 1
    while after < end and lines[after].sort == "section":
        after += 1
    return index + 1 < after < end and _reads(lines[after]) >= _TITLED and len(lines[after].text) <= _LONG


def _salutes(text: str) -> bool:
    """« Chers lecteurs, », « Monsieur le maire, »: whoever is spoken to."""
    return text.rstrip().endswith(",")


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
    return labels[0] if len(line) > 2.5 * len(label) and len(line) > _LONG else index


def alternates(lines: Sequence[Line]) -> bool:
    """Whether a crosshead and its text follow one another, twice at least."""
    heads = all(line.sort in ("head", "short") for line in lines[0:4:2])
    return len(lines) > 3 and heads and all(line.is_prose for line in lines[1:4:2])


def _is_caption_above(lines: Sequence[Line], index: int) -> bool:
    """Whether the sentence above the first title is a caption without a credit: no verb, one sentence, then a title."""
    line, after = lines[index], lines[index + 1 :]
    if line.sort != "prose" or len(after) < 2:
        return False
    if is_credit(after[0]):
        return any(_READS.get(other.sort, 0) > 1 for other in after[1:_FEW])
    if not captions(line.text):
        return False
    following = next((other for other in after if not other.is_service), None)
    titled = following is not None and _reads(following) >= _TITLED
    return titled and any(other.sort == "prose" for other in after)


def _is_titled_prose(lines: Sequence[Line], index: int) -> bool:
    """Whether the first line is a title that ends with a stop: short, of one sentence, and more text below it."""
    line, after = lines[index], lines[index + 1 :]
    if line.sort != "prose" or len(line.text) > 130 or SENTENCES.search(line.text):
        return False
    longer = [other for other in after if other.is_prose]
    return bool(longer) and line.unit.closes and (len(line.text) <= 90 or len(longer[0].text) > len(line.text))
