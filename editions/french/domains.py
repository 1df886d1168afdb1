"""What a line speaks of, as the domain labels of a dictionary have it: football, law, weather, small ads for flats.

    evidence("le pivot marque 21 b. en 28 m.", 0, 30, {"b"})  →  {"indoor": 180, "sport": 180}
    spoken_of(["Handball", "Le pivot marque 21 b. en 28 m.", …])  →  (("indoor", 300),)

A word of the sentence that tells one domain counts ``WORD`` for it, one that tells several a part for each of them; a
word of the rest of the paragraph counts a third. ``grammar/domains.tsv`` has the words, and the short forms of
``dictionaries/jargon.tsv`` that have but few meanings tell theirs too; ``grammar/domain_groups.tsv`` has what several
domains are together.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Set
from functools import cache, lru_cache

from editions.french.grammar import DOMAINS
from editions.french.lazy import Lazy
from editions.french.vocabulary import is_word
from editions.tables import mapping, table

About = tuple[tuple[str, int], ...]
"""The domains that an article speaks of, and what each counts."""
_WORD = re.compile(r"[^\W\d_]+")
WORD = 180
"""What a word of the sentence counts that tells one domain: a number that many can share."""
_WIDEST = 1500
"""Characters of a paragraph that are looked at before and behind a sentence."""
_SUBJECT = WORD * 5 // 3
"""At most what the subject of an article counts for each of its sentences."""
_FEW = WORD * 4 // 3
"""What the words of an article are to count together before it has a subject: four that tell one domain."""
_SUBJECTS = 3
"""Domains of which an article may speak as much as of the first; one that speaks of more has no subject."""
_SHORT = 2
"""Letters of a form that tells nothing: too much else is written so."""
_MOST = 3
"""Domains that a short form may belong to and still tell something."""


def evidence(source: str, start: int, end: int, without: Set[str] = frozenset(), about: About = ()) -> dict[str, int]:
    """Domain or group of domains → how much speaks for it in a sentence, apart from some words of it."""
    weights = Counter(dict(about))
    for domain in _signed(source, start, end):
        weights[domain] += WORD
    first, last = max(0, start - _WIDEST), min(len(source), end + _WIDEST)
    for told, times in ((_told(source, start, end), 2), (_told(source, first, last), 1)):
        for word in told - without:
            for domain, share in cues()[word].items():
                weights[domain] += share * times
    return dict(weights + _in_groups(weights))


def spoken_of(texts: Iterable[str]) -> About:
    """The domains that an article speaks of, of its blocks' texts, and what each counts for any of its sentences."""
    told: set[str] = set()
    signs: set[str] = set()
    for text in texts:
        told |= cues().keys() & words_of(text)
        signs.update(_signed(text, 0, len(text)))
    weights = Counter(dict.fromkeys(signs, WORD // 3))
    for word in told:
        weights.update(cues()[word])
    groups = _in_groups(weights)
    return _subjects(weights) or _subjects(
        {group: part for group, part in groups.items() if part * 2 > weights.total()}
    )


def _subjects(weights: Mapping[str, int]) -> About:
    """The domains of most weight, where there are few."""
    most = max(weights.values(), default=0)
    first = sorted(domain for domain, weight in weights.items() if weight * 3 >= most * 2)
    if most < _FEW or len(first) > _SUBJECTS:
        return ()
    return tuple((domain, min(_SUBJECT, weights[domain] // 2)) for domain in first)


def _in_groups(weights: Mapping[str, int]) -> Counter[str]:
    """The weights of groups of domains."""
    groups: Counter[str] = Counter()
    for domain, group in mapping("grammar/domain_groups").items():
        groups[group] += weights.get(domain, 0)
    return groups


def words_of(written: str) -> frozenset[str]:
    """The words of a written form, in small letters."""
    return frozenset(word.lower() for word in _WORD.findall(written))


def strongest(weights: Mapping[str, int]) -> int:
    """What speaks for the domain that most speaks for."""
    groups = frozenset(mapping("grammar/domain_groups").values())
    return max((weight for domain, weight in weights.items() if domain not in groups), default=0)


@cache
def _signs() -> tuple[tuple[Lazy, str], ...]:
    """Patterns of figures and signs, and what they tell."""
    return tuple((Lazy(pattern), domain) for pattern, domain in table("grammar/domain_signs"))


@lru_cache(maxsize=64)
def _signed(source: str, start: int, end: int) -> tuple[str, ...]:
    """The domains that figures and signs of a stretch tell."""
    return tuple(domain for sign, domain in _signs() if sign.search(source, start, end))


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
        if word.isalpha() and len(word) > _SHORT and not is_word(word) and domain in DOMAINS.names():
            forms.setdefault(word, set()).add(domain)
    for word, domains in forms.items():
        if len(domains) <= _MOST:
            told.setdefault(word, set()).update(domains)
    return {word: dict.fromkeys(domains, WORD // 3 // len(domains)) for word, domains in told.items()}
