"""Written forms of a table of abbreviations, found in a sentence: the longest at each place, left to right.

    FORMS = Forms(lambda: table("dictionaries/abbreviations"))
    for match, rows in FORMS.found(sentence): …      # « p. ex. », then the rows that may be meant

A form is found as the table has it, with a capital, and in capitals when it ends with a dot and is no word.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property
from typing import NamedTuple

from editions.french.lazy import Lazy
from editions.french.patterns import CAPITAL, either
from editions.french.vocabulary import is_word
from editions.model import Sentence
from editions.tables import table

_START = Lazy(r"[^\W\d_]+|&")
_WIDEST = 32
"""Characters of the longest form, and some more."""
_USUAL = str.maketrans({"\u00a0": " ", "\u2009": " ", "\u202f": " ", "’": "'"})


class Row(NamedTuple):
    """What a form may stand for."""

    spoken: str
    other: str
    """In the feminine or the plural; empty when it is the same."""
    where: str
    """The place that it needs: a key of ``abbreviation_places.PLACES``."""
    domain: str = ""
    """What is spoken of where it is meant: a list of ``grammar/domains``; empty when it is meant everywhere."""


class Forms:
    """The forms of a table; it is read when the first sentence is, and only patterns of words met are compiled."""

    def __init__(self, rows: Callable[[], Iterable[tuple[str, ...]]]) -> None:
        """``rows``: written form, then what ``Row`` has."""
        self._source = rows
        self._patterns: dict[str, re.Pattern[str]] = {}

    @cached_property
    def rows(self) -> dict[str, list[Row]]:
        """Written form → its rows in the order of the table."""
        forms: dict[str, list[Row]] = {}
        for written, *row in self._source():
            for form in _cases(written):
                forms.setdefault(form, []).append(Row(*row))
        return forms

    @cached_property
    def _starts(self) -> dict[str, tuple[str, ...]]:
        """Forms by the word or the sign they begin with."""
        starts: dict[str, list[str]] = {}
        for form in self.rows:
            start = _START.match(form)
            if start:
                starts.setdefault(start[0], []).append(form)
        return {start: tuple(forms) for start, forms in starts.items()}

    def found(self, sentence: Sentence) -> Iterator[tuple[re.Match[str], list[Row]]]:
        """Each form and its rows."""
        place, starts = sentence.span.start, self._starts
        for start in _START.finditer(sentence.source, sentence.span.start, sentence.span.end):
            forms = starts.get(start[0])
            if forms and start.start() >= place and _may_be(forms, sentence.source, start.start()):
                match = self._pattern(start[0]).match(sentence.source, start.start(), sentence.span.end)
                if match:
                    place = match.end()
                    yield match, self.rows.get(" ".join(match[0].replace("’", "'").split()), [])

    def _pattern(self, start: str) -> re.Pattern[str]:
        if start not in self._patterns:
            self._patterns[start] = re.compile(
                rf"""
                (?<![^\W_]) (?<![^\W_]\.) (?: {either(self._starts[start])} )
                (?! (?<=[^\W_]) [\w’']
                    | /(?!N\.|n[°o.]|Q\)|[0-9]{{1,2}}\)|[{CAPITAL}]{{1,2}}[.,)/]|[{CAPITAL}][\w-]{{2,20}}\))[^\W_]
                    | (?<=[{CAPITAL}]\.) [{CAPITAL}]\. )
                """,
                re.VERBOSE,
            )
        return self._patterns[start]


def _cases(written: str) -> Iterable[str]:
    """As in the table, with a capital, and in capitals what is no word: ``tél.``, ``Tél.``, ``TÉL.``."""
    stem = written.removesuffix(".")
    capital = written[0].upper() + written[1:] if len(written.rstrip("./")) > 1 else written
    shouted = stem.isalpha() and stem != written and len(stem) > 2 and not is_word(stem.lower())
    return dict.fromkeys((written, capital, written.upper()) if shouted else (written, capital))


def _may_be(forms: tuple[str, ...], source: str, place: int) -> bool:
    """Whether one of the forms stands at a place: most words that begin one begin none there, and need no pattern."""
    near = source[place : place + _WIDEST].translate(_USUAL)
    return near.startswith(forms) or "  " in near


@cache
def jargon() -> Forms:
    """The forms of all domains, and those that are meant everywhere: of two at a place the longest is found."""
    return Forms(lambda: table("dictionaries/abbreviations") + table("dictionaries/jargon"))
