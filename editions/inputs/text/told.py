"""Short sentences of the article in words that sites have as well: « Chaque soir. », « Merci. », « Non ! ».

The site speaks in labels, or to who reads. A sentence with a stop that does neither, right below running text, goes on
with the article, whatever button stands under it; and what stands below a question answers it.
"""

from collections.abc import Sequence
from dataclasses import replace

from editions.inputs.text.sorting import Line, Sort, rewritten
from editions.manuscript import addressed, roles
from editions.manuscript.furniture import SURE

_SAID: tuple[Sort, ...] = ("speech", "filler", "furniture")
"""Sorts of a sentence that may be the site's."""
_ANSWERS: tuple[Sort, ...] = (*_SAID, "short", "head", "name", "datum")
"""Sorts of a short answer."""
_TEXT: tuple[Sort, ...] = ("prose", "quote", "verse")
"""What such a sentence goes on with."""
_SUSPECT: tuple[Sort, ...] = ("furniture", "filler", "act", "label", "link", "tags", "speech", "hour")
_STOPS = (".", "…", "!")
_NAME = 20
"""Letters of the name of a newsletter."""
_ANSWER = 60
"""Letters of a short answer."""


def told(found: list[Line]) -> None:
    """The sentences that go on with the text above them, and short answers, are the article's own."""
    begun = next((index for index, line in enumerate(found) if line.sort == "prose"), len(found))
    for index in range(1, len(found)):
        if _goes_on(found, index):
            found[index] = rewritten(found[index])
        elif index > begun + 1 and _answers(found, index):
            found[index] = replace(found[index], sort="prose", confidence=SURE)


def _goes_on(found: Sequence[Line], index: int) -> bool:
    line = found[index]
    maybe = line.sort in _SAID and line.confidence < SURE and found[index - 1].sort in _TEXT
    return maybe and addressed.is_told(line.text)


def _answers(found: Sequence[Line], index: int) -> bool:
    """Whether a few words with a stop, or an exclamation, stand below a question inside the text."""
    line = found[index]
    few = line.sort in _ANSWERS and len(line.text) <= _ANSWER and line.text.endswith(_STOPS)
    speaks = addressed.asks(line.text) or addressed.requests(line.text)
    return few and found[index - 1].sort == "question" and not speaks


def names_a_letter(lines: Sequence[Line], index: int) -> bool:
    """Whether a name with a stop stands beside what may be furniture, and answers nothing: « Le Brief. »."""
    line, near = lines[index], (*lines[max(index - 1, 0) : index], *lines[index + 1 : index + 2])
    if line.sort != "prose" or len(line.text) > _NAME or not any(other.sort in _SUSPECT for other in near):
        return False
    words = line.text.split()
    named = len(words) > 1 and all(map(roles.is_capitalized, words))
    return named and not (index and lines[index - 1].sort == "question")
