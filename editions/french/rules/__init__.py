"""The rules: one file per kind of thing that is not written as it is said.

A rule proposes readings of stretches of the source; it never sees what another rule proposed. The order is in
``editions.french.RULES``. To add one: a file here with ``read``, its name in ``RULES``, its cases in
``tests/french/<rule>.tsv``.
"""

from collections.abc import Callable, Iterator
from typing import Protocol

from editions.french.glance import Glance
from editions.model import Sentence
from editions.speech import Reading


class Rule(Protocol):
    """What a rule's module offers.

    It may also say which sentences it has nothing to do with, so that they cost nothing: ``NEEDS_DIGIT = True`` (those
    without 0-9) or, finer, ``concerns``: ``Needs`` (one of these words, or characters…) or a function of a ``Glance``,
    true of every sentence in which ``read`` finds something. A new pattern may need a wider ``concerns``;
    ``tests/french/test_french_gates.py`` tells.
    """

    def read(self, sentence: Sentence) -> Iterator[Reading]:
        """Readings of stretches of ``sentence.source`` inside ``sentence.span``, left to right.

        Spans are positions in the source: ``PATTERN.finditer(sentence.source, sentence.span.start,
        sentence.span.end)`` gives them. A reading begins and ends on token borders. A pattern begins with a look
        behind (``(?<![0-9])``) so that a long run of digits or letters is scanned once: time stays linear.
        """
        ...


def gate(rule: Rule) -> Callable[[Glance], bool]:
    """Whether a rule is asked about a sentence; one that does not say is asked about each."""
    concerns: Callable[[Glance], bool] | None = getattr(rule, "concerns", None)
    return concerns or (_has_digits if getattr(rule, "NEEDS_DIGIT", False) else _always)


def _has_digits(glance: Glance) -> bool:
    return glance.digits


def _always(glance: Glance) -> bool:
    return True
