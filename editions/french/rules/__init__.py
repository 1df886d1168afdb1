"""The rules: one file per kind of thing that is not written as it is said; rows of ``shapes`` for mere patterns.

A rule proposes readings of stretches of the source; it never sees what another rule proposed. The order is in
``editions.french.RULES``. To add one: a file here with ``read``, its name in ``RULES``, its words in
``data/rules/<rule>.tsv``, its cases in ``tests/french/<rule>.tsv``.
"""

from collections.abc import Iterator
from typing import Protocol

from editions.model import Sentence
from editions.speech import Reading


class Rule(Protocol):
    """What a rule's module offers."""

    def read(self, sentence: Sentence) -> Iterator[Reading]:
        """Readings of stretches of ``sentence.source`` inside ``sentence.span``, left to right.

        Spans are positions in the source: ``PATTERN.finditer(sentence.source, sentence.span.start,
        sentence.span.end)`` gives them. A reading begins and ends on token borders. A pattern begins with a look
        behind (``(?<![0-9])``) so that a long run of digits or letters is scanned once: time stays linear.
        """
        ...
