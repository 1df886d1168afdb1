"""The shape that most rules have: patterns, what their matches say, how sure that is.

    FORMS = (Form(_PLANE, _plane), Form(_SEED, _seed, LIKELY), Form(_BRANCH, _lettered, LIKELY, "code"))
    readings(FORMS, sentence, RULE)

What a match says may look at what stands around it: the sentence goes from ``match.pos`` to ``match.endpos``.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from editions.french.confidence import SURE
from editions.french.lazy import Lazy
from editions.model import Sentence, Span
from editions.speech import Reading


class Form(NamedTuple):
    """A written form, in the order in which a rule looks for it."""

    pattern: Lazy
    said: Callable[[re.Match[str]], str | None]
    """What a match says; None when it is something else after all."""
    confidence: float = SURE
    group: str | int = 0
    """What of the match is read."""


def readings(forms: Iterable[Form], sentence: Sentence, rule: str) -> Iterator[Reading]:
    """The readings of one sentence, form after form."""
    source, start, end = sentence.source, sentence.span.start, sentence.span.end
    for pattern, said, confidence, group in forms:
        for match in pattern.finditer(source, start, end):
            text = said(match)
            if text is not None:
                yield Reading(Span(*match.span(group)), text, rule, confidence)
