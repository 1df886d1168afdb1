"""Numbers as they are written: patterns for the rules, and what they mean.

``1 200``, ``1.200`` (dot as thousands separator), ``1,000,000`` (English), ``12,5``; blanks that group digits are
U+0020, U+00A0, U+2009 and U+202F. Only 0-9 are digits here.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from editions.french import spelling
from editions.french.patterns import BLANK

LEFT = r"(?=[0-9])(?<!\w)(?<![0-9][.,])"
"""Neither a word nor a number stands right before: a pattern begins with it, so that long runs are scanned once.

A digit follows: said first, because it is what most places in a text fail at.
"""
RIGHT = r"(?![0-9]|[.,][0-9])"
"""The number is over."""
INTEGER = rf"""
    (?:
        [1-9][0-9]{{0,2}}
        (?:
            (?: {BLANK}[0-9]{{3}} ){{1,10}}+ (?![0-9])
          | (?:\.[0-9]{{3}}){{1,10}}+ (?![0-9]|\.[0-9])
          | (?: ['’][0-9]{{3}} ){{1,10}}+ (?![0-9'’])
          | (?: ,[0-9]{{3}} ){{2,10}}+ (?![0-9]|,[0-9])
        )
      | [0-9]++
    )
    """
"""Digits, grouped by blanks, dots, (in Switzerland) apostrophes or, twice at least, commas, or not at all."""
NUMBER = rf"{INTEGER}(?:,[0-9]++)?"
"""An integer or a decimal with a comma."""
_POINTED = rf"[1-9][0-9]{{0,2}}(?:{BLANK}[0-9]{{3}}){{1,4}}+\.[0-9]{{1,2}}(?![0-9])"
_SWISS = r"[1-9][0-9]{0,2}(?:['’][0-9]{3}){1,4}+\.[0-9]{1,2}(?![0-9])"
LOOSE = rf"(?:{_SWISS}|{INTEGER}(?:,[0-9]++)?|{_POINTED}|[0-9]++\.[0-9]++)"
"""A number before a unit, where a dot can only be a decimal mark: ``3.5 %``, ``480 813.60 €``."""
DASH = rf"{BLANK}?[-\u2010\u2011\u2013\u2014]{BLANK}?"
"""Between the ends of a range, with or without blanks."""
MINUS = "[-\u2212\u2010\u2011\u2013]"
"""Signs that papers set for minus."""

_SHORT = 16
"""Characters of a number that is likely to come again."""
_ENGLISH = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){2,}(?![0-9])")
"""``1,000,000``: two commas are no decimal marks."""
_DECIMAL_DOT = re.compile(rf"0\.[0-9]+|[0-9]+(?:(?:{BLANK}|['’])[0-9]{{3}})*\.(?:[0-9]{{1,2}}|[0-9]{{4,}})")
_NOT_DIGITS = re.compile("[^0-9]")


@dataclass(frozen=True, slots=True)
class Number:
    """A written number: digits before and after the comma, without separators."""

    integer: str
    fraction: str = ""

    @property
    def plural(self) -> bool:
        """What is counted is in the plural from 2 on: 1,9 kilogramme, 2 kilogrammes."""
        return self.integer.lstrip("0") not in ("", "1")

    @property
    def ends_in_one(self) -> bool:
        """Whether it agrees in gender with what is counted."""
        return spelling.ends_in_one(self.integer)

    @property
    def round_million(self) -> bool:
        """Ends in *million(s)*, *milliard(s)*…, so that *de* comes before what is counted."""
        return not self.fraction and self.integer.endswith("000000") and self.integer[0] != "0"

    def said(self, feminine: bool = False) -> str:
        """In words."""
        if self.fraction:
            return spelling.decimal(self.integer, self.fraction, feminine)
        return spelling.cardinal(self.integer, feminine)


def parse(written: str) -> Number:
    """``"1 200,50"`` → ``Number("1200", "50")``; a dot groups when three digits follow, else it is a decimal mark."""
    return _known(written) if len(written) <= _SHORT else _parsed(written)


def _parsed(written: str) -> Number:
    if written.isdigit():
        return Number(written)
    if _ENGLISH.match(written):
        written = written.replace(",", "").replace(".", ",")
    whole, comma, fraction = written.partition(",")
    if not comma and _DECIMAL_DOT.fullmatch(written):
        whole, _, fraction = written.partition(".")
    return Number(_NOT_DIGITS.sub("", whole), fraction)


_known = lru_cache(maxsize=512)(_parsed)
