"""What a sentence has, seen once for all rules: its words, its signs, its figures and what stands behind them.

Most sentences have nothing for most rules. A rule says in ``concerns(glance)`` what it cannot do without, and is not
asked about sentences that lack it: a look into a set instead of a search through the text.
"""

import re
from collections.abc import Callable, Iterable, Set
from functools import cached_property

_WORD = re.compile(r"[^\W\d_]+")
_FIGURES = re.compile(r"([0-9]++)\s?(?=([^\W\d_]+|[.,;:](?=[0-9])|[^\s.,;:]|))")
_HEAD = re.compile(r"[^\W\d_]+|\S")
_ASCII_DIGITS = frozenset("0123456789")


class Glance:
    """A sentence at a glance. All sets are of strings as they are written, capitals and all."""

    __slots__ = ("behind", "chars", "digits", "figures", "text", "words")

    def __init__(self, text: str) -> None:
        """``text``: the characters of the sentence, nothing around it."""
        self.text = text
        self.chars: Set[str] = frozenset(text)
        """Every character."""
        self.words: Set[str] = set(_WORD.findall(text))
        """Runs of letters; figures, signs and blanks part them: ``35kg``, ``l’État`` → ``kg``, ``l``, ``État``."""
        self.figures: Set[str] = frozenset()
        """Runs of figures: ``1 200,5`` → ``1``, ``200``, ``5``."""
        self.behind: Set[str] = frozenset()
        """What stands behind figures, over one blank at most: letters as long as they run, else one character.

        ``12,5 %`` → ``,`` and ``%``; ``20h30`` → ``h``; stops count only right before a figure.
        """
        self.digits = not self.chars.isdisjoint(_ASCII_DIGITS)
        """Whether it has one of 0-9."""
        if self.digits:
            found = _FIGURES.findall(text)
            self.figures = {figures for figures, _ in found}
            self.behind = {behind for _, behind in found}

    def has(self, chars: Iterable[str]) -> bool:
        """Whether it has one of these characters."""
        return not self.chars.isdisjoint(chars)

    def says(self, words: Iterable[str]) -> bool:
        """Whether it has one of these words."""
        return not self.words.isdisjoint(words)

    def counts(self, names: Iterable[str]) -> bool:
        """Whether one of these words or characters stands behind figures."""
        return not self.behind.isdisjoint(names)


Forms = Iterable[str] | Callable[[], Iterable[str]]
"""Words or characters, or what gives them: tables are read when the first sentence is."""


class Needs:
    """What a rule cannot do without: one of these words, or characters, or words or characters behind figures."""

    def __init__(self, words: Forms = (), chars: Forms = (), behind: Forms = ()) -> None:
        """As in a ``Glance``; without any the rule is never asked."""
        self._words, self._chars, self._behind = words, chars, behind

    def __call__(self, glance: Glance) -> bool:
        """Whether the sentence has what is needed."""
        return glance.says(self.words) or glance.has(self.chars) or glance.counts(self.behind)

    @cached_property
    def words(self) -> frozenset[str]:
        """One of them somewhere."""
        return _given(self._words)

    @cached_property
    def chars(self) -> frozenset[str]:
        """One of them somewhere."""
        return _given(self._chars)

    @cached_property
    def behind(self) -> frozenset[str]:
        """One of them behind figures."""
        return _given(self._behind)


def _given(forms: Forms) -> frozenset[str]:
    return frozenset(forms() if callable(forms) else forms)


def heads(forms: Iterable[str]) -> frozenset[str]:
    """The first word or sign of each form: ``av. J.-C.``, ``km/h``, ``€uro`` → ``av``, ``km``, ``€``."""
    return frozenset(match[0] for form in forms if (match := _HEAD.search(form)))


def cased(forms: Iterable[str]) -> frozenset[str]:
    """Words as they are, with a capital, and all in capitals."""
    return frozenset(cased for form in forms for cased in (form, form.capitalize(), form.upper()))
