"""What a line speaks of, as the domain labels of a dictionary have it: football, law, weather, small ads for flats.

    evidence("le pivot marque 21 b. en 28 m.", 0, 30, {"b"})  →  {"indoor": 180, "sport": 180}

A word of the sentence that tells one domain counts ``WORD`` for it, one that tells several a part for each of them; a
word of the rest of the paragraph counts a third. ``grammar/domains.tsv`` has the words, and the short forms of
``dictionaries/jargon.tsv`` that have but few meanings tell theirs too; ``grammar/domain_groups.tsv`` has what several
domains are together.
"""

import re
from collections import Counter
from collections.abc import Mapping, Set
from functools import cache, lru_cache

from editions.french.grammar import DOMAINS
from editions.tables import mapping, table

_WORD = re.compile(r"[^\W\d_]+")
WORD = 180
"""What a word of the sentence counts that tells one domain: a number that many can share."""
_WIDEST = 1500
"""Characters of a paragraph that are looked at before and behind a sentence."""
_MOST = 3
"""Domains that a short form may belong to and still tell something."""


def evidence(source: str, start: int, end: int, without: Set[str] = frozenset()) -> dict[str, int]:
    """Domain or group of domains → how much speaks for it in a sentence, apart from some words of it."""
    weights: Counter[str] = Counter()
    first, last = max(0, start - _WIDEST), min(len(source), end + _WIDEST)
    for told, times in ((_told(source, start, end), 2), (_told(source, first, last), 1)):
        for word in told - without:
            for domain, share in cues()[word].items():
                weights[domain] += share * times
    for domain, group in mapping("grammar/domain_groups").items():
        weights[group] += weights[domain]
    return dict(weights)


def words_of(written: str) -> frozenset[str]:
    """The words of a written form, in small letters."""
    return frozenset(word.lower() for word in _WORD.findall(written))


def strongest(weights: Mapping[str, int]) -> float:
    """What speaks for the domain that most speaks for."""
    groups = frozenset(mapping("grammar/domain_groups").values())
    return max((weight for domain, weight in weights.items() if domain not in groups), default=0)


@lru_cache(maxsize=64)
def _told(source: str, start: int, end: int) -> frozenset[str]:
    """The words of a stretch that tell a domain."""
    return frozenset(cues().keys() & words_of(source[start:end]))


@cache
def cues() -> Mapping[str, Mapping[str, int]]:
    """Word in small letters → each domain that it tells, and a third of what it counts for it."""
    told: dict[str, set[str]] = {}
    for domain in DOMAINS.names():
        for word in DOMAINS.words(domain):
            told.setdefault(word, set()).add(domain)
    forms: dict[str, set[str]] = {}
    for written, _, _, _, domain in table("dictionaries/jargon"):
        word = written.removesuffix(".").lower()
        if word.isalpha() and len(word) > 1 and domain in DOMAINS.names():
            forms.setdefault(word, set()).add(domain)
    for word, domains in forms.items():
        if len(domains) <= _MOST:
            told.setdefault(word, set()).update(domains)
    return {word: dict.fromkeys(domains, WORD // 3 // len(domains)) for word, domains in told.items()}
