"""Short forms and what they stand for, where hardly anything else can be meant: for whoever reads nothing aloud.

    for span, words in expanded(block): …            # « M. » at 12 to 14: « monsieur »

A quick look: two tables are asked, and no other rule. Where figures or the signs of an address touch a form, one of
those may read more of it (``12 p.``, ``art.fr``): nothing is said of it.
"""

import re
from collections.abc import Iterator

from editions.french.confidence import LIKELY
from editions.french.doubts import doubted
from editions.french.rules import abbreviations, titles
from editions.model import Block, Sentence, Span
from editions.speech import Reading

_NEAR = 3
_TOUCHED = re.compile(r"[0-9/@#_-]\W*\Z|[\w.’'/@-]\Z")
"""What stands before a form that another rule may have a hand in."""
_GOES_ON = re.compile(r"[\w/@-]")


def expanded(block: Block) -> Iterator[tuple[Span, str]]:
    """Places in the block's text, left to right, and the words in full."""
    whole = Sentence(block.id, block.text, Span(0, len(block.text)))
    if next(_read(whole), None) is None:
        return
    for sentence in block.sentences:
        found = doubted(sorted(_read(sentence), key=lambda reading: reading.span.start), sentence.source)
        yield from ((reading.span, reading.spoken) for reading in found if _is_sure(reading, sentence))


def _read(sentence: Sentence) -> Iterator[Reading]:
    """What both tables have, a title before any other form."""
    taken: set[int] = set()
    for rule in (titles, abbreviations):
        for reading in rule.read(sentence):
            if taken.isdisjoint(range(reading.span.start, reading.span.end)):
                taken.update(range(reading.span.start, reading.span.end))
                yield reading


def _is_sure(reading: Reading, sentence: Sentence) -> bool:
    source, start, end = sentence.source, reading.span.start, reading.span.end
    before = source[max(sentence.span.start, start - _NEAR) : start]
    touched = _TOUCHED.search(before) or _GOES_ON.match(source, end)
    same = reading.spoken.casefold() == source[start:end].casefold()
    return reading.confidence >= LIKELY and not touched and not same
