"""Short forms that each trade has for itself: ``ch.`` is *chambres* of a flat, *charges* of a rent, *chasse* of a hunt.

A form is said as the domain has it that the line clearly speaks of, before any other rule; where less speaks for it,
``unread`` asks ``proposed`` for what it may mean.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from editions.french.abbreviation_forms import Row
from editions.french.abbreviation_forms import jargon as forms
from editions.french.around import word_before
from editions.french.confidence import PLAUSIBLE
from editions.french.domains import WORD, evidence, strongest, words_of
from editions.french.expansion import fits, reading
from editions.french.grammar import SEGMENTATION
from editions.french.lazy import Lazy
from editions.french.patterns import BLANK, CAPITAL
from editions.french.quantities import units
from editions.french.vocabulary import is_word
from editions.model import Sentence
from editions.speech import Reading

RULE = "jargon"
_PER = Lazy(r"(?:[0-9€$£%]|(?<![^\W\d_])[^\W\d_]{1,2}\.?)/\Z")
"""``3 h/sem.``: what something is counted by."""
_INITIAL = Lazy(rf"[-.][{CAPITAL}](?!\w)|[^\w.-]?(?<!\w)[{CAPITAL}]\.(?:-|{BLANK}?[{CAPITAL}](?:[\w’'-]{{2}}|\.))")
"""``J.-M. Ferrand``, ``P. Roy``."""
_NEAR = 4
_BLANKS = " \u00a0\u202f"
_SHORT = 3
"""Letters below which a form may be a unit or an initial."""
ENOUGH = WORD * 2 // 3
"""Evidence from which a form is taken to have its meaning in a domain."""
_PLENTY = WORD * 5 // 3
"""The same where the form might be something else."""
_GENERAL = WORD * 5 // 6
"""What speaks for the meaning that a form has everywhere."""
_PRECISE = WORD * 5 // 4
"""What speaks for the meaning that it has in its place."""
_LOOSE = frozenset({"any", "gender", "noun", "next"})
"""Places that ask for little."""
_COUNTED = frozenset({"after", "noun"})
"""Places behind a number."""


class Proposal(NamedTuple):
    """A written form and what it may mean, what is likeliest first."""

    match: re.Match[str]
    rows: list[Row]
    weight: int
    """What speaks for the meaning of the first row."""
    rival: int
    """What speaks for the next meaning."""
    strongest: int
    """What speaks for the domain that most speaks for."""

    @property
    def is_clear(self) -> bool:
        """Whether enough speaks for the first meaning and little for the next; most for a unit, a letter, a word."""
        if self.weight < self.rival * 2:
            return False
        stem = self.match[0].removesuffix(".")
        bare = stem == self.match[0] or len(stem) < _SHORT or is_word(stem.lower())
        if bare:
            return self.weight >= _PLENTY and self.weight * 4 >= self.strongest * 3
        return self.weight >= ENOUGH


def read(sentence: Sentence) -> Iterator[Reading]:
    """Short forms of the domains that the sentence clearly speaks of."""
    for proposal in proposed(sentence):
        if proposal.is_clear:
            yield reading(proposal.rows[0], proposal.match, sentence, RULE, PLAUSIBLE)


@lru_cache(maxsize=4)
def proposed(sentence: Sentence) -> tuple[Proposal, ...]:
    """The short forms of a sentence that have a meaning where they stand; two rules ask."""
    return tuple(_proposed(sentence))


def _proposed(sentence: Sentence) -> Iterator[Proposal]:
    for match, rows in forms().found(sentence):
        fitting = [row for row in rows if fits(row.where, match, sentence)]
        special = [row for row in fitting if row.domain and not _is_unit(row, match)]
        if not special or _is_something_else(match, sentence):
            continue
        general = [row for row in fitting if not row.domain][:1]
        if any(_lemma(row) in map(_lemma, special) for row in general):
            continue  # the other table knows it
        weights = evidence(sentence.source, sentence.span.start, sentence.span.end, words_of(match[0]))
        meanings: Counter[str] = Counter()
        for row in special:
            meanings[_lemma(row)] += weights.get(row.domain, 0)
        special.sort(key=lambda row: (-meanings[_lemma(row)], -weights.get(row.domain, 0)))
        most, rival, *_ = sorted([*meanings.values(), 0], reverse=True)
        yield Proposal(
            match,
            special,
            most,
            max(rival, *(_GENERAL if row.where in _LOOSE else _PRECISE for row in general), 0),
            strongest(weights),
        )


def _is_unit(row: Row, match: re.Match[str]) -> bool:
    """``12 fr.``, ``25 M``: a unit right behind a number, where the row does not ask for the number itself."""
    counted = match.string[max(0, match.start() - _NEAR) : match.start()].rstrip(_BLANKS)[-1:].isdigit()
    return counted and row.where not in _COUNTED and match[0].removesuffix(".") in units()


def _lemma(row: Row) -> str:
    """*bouteille* and *bouteilles* are one meaning."""
    return row.spoken.lower().removesuffix("s")


def _is_something_else(match: re.Match[str], sentence: Sentence) -> bool:
    """``3 h/sem.``, ``PEB F``, an initial, or a word and the sentence's stop: ``par an.``."""
    source, start, end = match.string, match.start(), match.end()
    if _PER.search(source, max(0, start - _NEAR), start) or _INITIAL.match(source, max(0, start - 1)):
        return True
    if len(match[0]) == 1 and word_before(source, start, sentence.span.start).lower() in SEGMENTATION.words("labelled"):
        return True
    return match[0][-1] == "." and is_word(match[0][:-1].lower()) and not source[end : sentence.span.end].strip()
