"""What a short form of ``dictionaries/jargon.tsv`` may mean where it stands, by what the line and its article speak of.

    for proposal in proposed(sentence): …      # « 2 ch., balcon »: chambres, then charges, chevaux…

Two rules ask: ``jargon`` reads what is clear before any other rule, ``unread`` what is not and no other rule reads.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from editions.french.abbreviation_forms import Row
from editions.french.abbreviation_forms import jargon as forms
from editions.french.abbreviation_places import is_ranked
from editions.french.around import word_before
from editions.french.domains import WORD, evidence, strongest, words_of
from editions.french.expansion import fits
from editions.french.grammar import SEGMENTATION
from editions.french.lazy import Lazy
from editions.french.patterns import BLANK, CAPITAL
from editions.french.quantities import units
from editions.french.vocabulary import is_word
from editions.model import Sentence
from editions.tables import mapping

_PER = Lazy(r"(?:[0-9€$£%]|(?<![^\W\d_])[^\W\d_]{1,2}\.?)/\Z")
"""``3 h/sem.``: what something is counted by."""
_INITIAL = Lazy(rf"[-.][{CAPITAL}](?!\w)|[^\w.-]?(?<!\w)[{CAPITAL}]\.(?:-|{BLANK}?[{CAPITAL}](?:[\w’'-]{{2}}|\.))")
"""``J.-M. Ferrand``, ``P. Roy``."""
_SERIES = Lazy(rf"(?<!\w)[{CAPITAL}][0-9]{BLANK}\Z")
"""``P3 D``: a division and its series."""
_CLOSED = Lazy(r"[\s»”’\"]*+\Z")
"""The end of a sentence: ``d'un mot. »``."""
_VOWEL = Lazy("(?i:[aàâeéèêiîoôuhyœ])")
_DECIMAL = Lazy(r"[0-9],[0-9]+\Z")
_NEAR = 5
_BLANKS = " \u00a0\u202f"
_SHORT = 3
"""Letters below which a form may be a unit or an initial."""
ENOUGH = WORD * 2 // 3
"""Evidence from which a form is taken to have its meaning in a domain."""
_PLENTY = WORD * 7 // 6
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
        stem = _stem(self.match)
        bare = self.match[0][-1] != "." or len(stem) < _SHORT or is_word(stem)
        if bare:
            sure = len(stem) > 1 and stem not in units() and not is_word(stem)
            return self.weight >= _PLENTY and self.weight * 4 >= self.strongest * (2 if sure else 3)
        return self.weight >= ENOUGH


@lru_cache(maxsize=4)
def proposed(sentence: Sentence) -> tuple[Proposal, ...]:
    """The short forms of a sentence that have a meaning where they stand; two rules ask."""
    return tuple(_proposed(sentence))


def _proposed(sentence: Sentence) -> Iterator[Proposal]:
    for match, rows in forms().found(sentence):
        if not any(row.domain for row in rows):
            continue
        fit = {where for where in {row.where for row in rows} if fits(where, match, sentence)}
        fitting = [row for row in rows if row.where in fit]
        special = [row for row in fitting if row.domain and not (_is_no_count(row, match) or _clashes(row, match))]
        if not special or _is_something_else(match, sentence):
            continue
        general = [row for row in fitting if not row.domain][:1]
        weights = evidence(sentence.source, sentence.span.start, sentence.span.end, words_of(match[0]), sentence.about)
        meanings: Counter[str] = Counter()
        for lemma, domain in {(_lemma(row), row.domain) for row in special}:
            meanings[lemma] += weights.get(domain, 0)
        special.sort(key=lambda row: (-meanings[_lemma(row)], -weights.get(row.domain, 0)))
        if any(_lemma(row) == _lemma(special[0]) for row in general):
            continue  # the other table knows it
        most, rival, *_ = sorted([*meanings.values(), 0], reverse=True)
        yield Proposal(
            match,
            special,
            most,
            max(rival, *(_GENERAL if row.where in _LOOSE else _PRECISE for row in general), 0),
            strongest(weights),
        )


def _is_no_count(row: Row, match: re.Match[str]) -> bool:
    """``12 fr.``: behind a number a unit stays one where the row wants no number; ``la 3e c.`` counts none."""
    before = match.string[max(0, match.start() - _NEAR) : match.start()].rstrip(_BLANKS)
    if row.where in _COUNTED:
        return (row.where == "after" and is_ranked(before)) or (
            _DECIMAL.search(before) is not None and _stem(match) in units()
        )
    return before[-1:].isdigit() and (_stem(match) in units() or _stem(match) in mapping("dictionaries/currencies"))


def _clashes(row: Row, match: re.Match[str]) -> bool:
    """``l'ES 4``: no *l'spéciale*."""
    elided = match.string[max(0, match.start() - 1) : match.start()] in ("'", "’")
    return elided and _VOWEL.match(row.spoken) is None


def _stem(match: re.Match[str]) -> str:
    return match[0].removesuffix(".").lower()


def _lemma(row: Row) -> str:
    """*bouteille* and *bouteilles* are one meaning."""
    return row.spoken.lower().removesuffix("s")


def _is_something_else(match: re.Match[str], sentence: Sentence) -> bool:
    """``3 h/sem.``, ``PEB F``, an initial, or a word and the sentence's stop: ``par an.``."""
    source, start, end = match.string, match.start(), match.end()
    if _PER.search(source, max(0, start - _NEAR), start):
        return True
    if len(_stem(match)) == 1 and _INITIAL.match(source, max(0, start - 1)):
        return True
    if len(match[0]) == 1 and _SERIES.search(source, max(0, start - _NEAR), start):
        return True
    if len(match[0]) == 1 and word_before(source, start, sentence.span.start).lower() in SEGMENTATION.words("labelled"):
        return True
    return match[0][-1] == "." and is_word(_stem(match)) and _CLOSED.match(source, end, sentence.span.end) is not None
