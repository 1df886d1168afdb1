"""Short forms that each trade has for itself: ``ch.`` is *chambres* of a flat, *charges* of a rent, *chasse* of a hunt.

A form is said as the domain has it that the line and its article clearly speak of.
"""

from collections.abc import Iterator

from editions.french.confidence import PLAUSIBLE
from editions.french.expansion import reading
from editions.french.jargon import proposed
from editions.model import Sentence
from editions.speech import Reading

RULE = "jargon"


def read(sentence: Sentence) -> Iterator[Reading]:
    """Short forms of the domains that are spoken of."""
    for proposal in proposed(sentence):
        if proposal.is_clear:
            yield reading(proposal.rows[0], proposal.match, sentence, RULE, PLAUSIBLE)
