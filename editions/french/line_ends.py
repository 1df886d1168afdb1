"""Where a line may not end, beyond the spaces of ``typography``: after a little word, a number, a dash, an initial.

``held("de 3 à 5 ans", "~")`` gives ``de 3~à~5~ans``: a line of large type holds few words, and one that ends on « à »
or on a number makes the reader look for the rest. Also kept together: a month and its year, « 13 millions d'euros »,
« Louis XIV », « plan B », and the last two words of a paragraph when the last one is very short.
"""

import re
from functools import lru_cache
from itertools import chain

from editions.french.grammar import CALENDAR
from editions.tables import Table

_TABLE = Table("grammar/line_ends")
_REMEMBERED = 1 << 14
_OPENING = "«“‘\"'([—–-"
_DASHES = frozenset("-–—−+±×=/&•·→")
_NEVER, _ALWAYS, _BEFORE_FIGURE, _BEFORE_ROMAN = range(4)
_NUMBER = re.compile(r"[+−–-]?\d[\d.,/]{0,30}([^\W\d_]{0,3})")
_INITIAL = re.compile(r"(?:[^\W\d_]\.-?){1,4}")
_ROMAN = re.compile(r"[IVXLC]{1,7}(?:er|re|e|es)?(?!\w)")
_NUMBERED = re.compile(r"[IVXLC]{1,7}(?:er|re|e|es)")
_SHORTEST_LAST = 6
"""Signs, a full stop included, below which a word is not left alone on the last line."""
_SHORT_TEXT = 4
"""Words from which a text has a last line worth the care."""


def held(text: str, mark: str) -> str:
    """The text with ``mark`` (one character) in the place of each plain blank that no line may break at."""
    words = text.split(" ")
    following = words[1:]
    blanks = [
        mark
        if after
        and (
            holds == _ALWAYS or (holds == _BEFORE_ROMAN and clings) or (holds == _BEFORE_FIGURE and after[0].isdigit())
        )
        else " "
        for holds, clings, after in zip(map(_holds, words), map(_clings, following), following, strict=False)
    ]
    if len(words) >= _SHORT_TEXT and 0 < len(words[-1]) <= _SHORTEST_LAST and not set("\t\n\u2028") & set(words[-1]):
        blanks[-1] = mark
    return "".join(chain.from_iterable(zip(words, [*blanks, ""], strict=True)))


@lru_cache(_REMEMBERED)
def _holds(word: str) -> int:
    """What a word may not be parted from, at the end of a line."""
    *before, tail = re.split("[\u00a0\u202f\n\u2028]", word)
    tail = tail.lstrip(_OPENING) or tail
    unit = bool(before) and before[-1][-1:].isdigit()
    if len(tail) == 1 and (tail.isalpha() or tail in _DASHES):
        return _NEVER if unit else _ALWAYS
    number = _NUMBER.fullmatch(tail)
    if number and (not number[1] or number[1] in _TABLE.words("ordinal")):
        return _ALWAYS if tail[-1] not in ".,/" else _NEVER
    if _INITIAL.fullmatch(tail) or _NUMBERED.fullmatch(tail) or tail in _TABLE.words("sum"):
        return _ALWAYS
    if tail.lower() in CALENDAR.words("month") or tail.lower() in _TABLE.words("before-figure"):
        return _BEFORE_FIGURE
    return _BEFORE_ROMAN if tail.replace("-", "").isalpha() and len(tail) > 1 else _NEVER


@lru_cache(_REMEMBERED)
def _clings(word: str) -> bool:
    """Whether a word is the number of a sovereign or the letter of a plan."""
    bare = word.rstrip(",;:!?)»\u00a0\u202f")
    letter = len(bare) == 1 and bare.isupper() and bare not in _TABLE.words("little")
    return letter or (len(bare) > 1 and _ROMAN.fullmatch(bare.rstrip(".")) is not None)
