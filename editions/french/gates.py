"""Which rules are asked about a sentence: an index from its words and signs to the rules that need them.

A rule whose ``concerns`` is a ``Needs`` costs nothing here until one of its words or signs turns up; the functions of
the others are called one by one.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache

from editions.french.glance import Glance, Needs
from editions.french.rules import Rule, gate

Gate = Callable[[Glance], bool]


class _Index(dict[str, int]):
    """Word or sign → the rules that need it, one bit each."""

    def add(self, forms: Iterable[str], bit: int) -> None:
        for form in forms:
            self[form] = self.get(form, 0) | bit

    @cached_property
    def forms(self) -> frozenset[str]:
        return frozenset(self)


class Gates:
    """The gates of the rules, in their order; tables are read at the first sentence."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)
        self._ruled = lru_cache(maxsize=4096)(self._of)

    def asked(self, glance: Glance) -> tuple[Rule, ...]:
        """The rules that may read something in the sentence, in order."""
        bits = 0
        for found, index in zip((glance.words, glance.chars, glance.behind), self._indexes, strict=True):
            for form in index.forms & found:
                bits |= index[form]
        for concerned, bit in self._functions:
            if concerned(glance):
                bits |= bit
        return self._ruled(bits)

    def _gates(self) -> Iterator[tuple[Gate, int]]:
        for place, rule in enumerate(self._rules):
            yield gate(rule), 1 << place

    def _of(self, bits: int) -> tuple[Rule, ...]:
        return tuple(rule for place, rule in enumerate(self._rules) if bits >> place & 1)

    @cached_property
    def _functions(self) -> list[tuple[Gate, int]]:
        """The gates that are no ``Needs``."""
        return [(concerned, bit) for concerned, bit in self._gates() if not isinstance(concerned, Needs)]

    @cached_property
    def _indexes(self) -> tuple[_Index, _Index, _Index]:
        """By word, by character, by what stands behind figures."""
        words, chars, behind = _Index(), _Index(), _Index()
        for concerned, bit in self._gates():
            if isinstance(concerned, Needs):
                words.add(concerned.words, bit)
                chars.add(concerned.chars, bit)
                behind.add(concerned.behind, bit)
        return words, chars, behind
