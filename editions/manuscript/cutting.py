"""Words cut at the end of a line, as a page of paper has them: « réou- / verture » is one word again.

    mended("a voté hier la réou-", "verture de la plage")   # ("a voté hier la réouverture de la plage", "réouverture")

The two halves are one word when a dictionary has it; a compound keeps its hyphen. Where neither is known, two halves
that are no words by themselves are one word, and two that are words are a compound, which the editor is asked about.
"""

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from editions import tables
from editions.manuscript.words import is_word

_CUT = re.compile(r"([^\W_]+)[-\u2010]$")
_HYPHENS = ("-", "\u2010")
_REST = re.compile(r"[^\W_]+")
_LAST = re.compile(r"[^\s«“\"(]+$")


def is_cut(line: str, following: str) -> bool:
    """Whether a line ends within a word that goes on below."""
    return line.endswith(_HYPHENS) and following[:1].isalnum() and _CUT.search(line) is not None


def mended(line: str, following: str) -> tuple[str, str]:
    """Both as one line, and the word put together; no word where the hyphen is the text's own."""
    cut, rest = _CUT.search(line), _REST.match(following)
    assert cut is not None
    assert rest is not None
    if _is_one_word(line, cut[1], rest[0]):
        return f"{line[: cut.end(1)]}{following}", cut[1] + rest[0]
    return f"{line}{following}", ""


def is_whole(line: str, following: str) -> bool:
    """Whether a dictionary has the word that two halves make."""
    cut, rest = _CUT.search(line), _REST.match(following)
    return cut is not None and rest is not None and rest[0][0].islower() and is_word(cut[1] + rest[0])


def compound(line: str, following: str) -> str:
    """The two halves and their hyphen."""
    cut, rest = _CUT.search(line), _REST.match(following)
    return f"{cut[1] if cut else ''}-{rest[0] if rest else ''}"


def is_doubtful(line: str, following: str) -> bool:
    """Whether two halves are words, but neither the whole nor the compound is known."""
    cut, rest = _CUT.search(line), _REST.match(following)
    if cut is None or rest is None or not rest[0][0].islower() or _is_compound(line, cut[1], rest[0]):
        return False
    return not is_word(cut[1] + rest[0]) and is_word(cut[1]) and is_word(rest[0])


def cuts(groups: Iterable[list[tuple[int, str]]]) -> int:
    """How many words a text cuts at line ends."""
    pairs = (pair for group in groups for pair in pairwise(group))
    return sum(following[:1].islower() and is_cut(line, following) for (_, line), (_, following) in pairs)


def _is_one_word(line: str, first: str, second: str) -> bool:
    if not second[0].islower() or not first[-1].isalpha():
        return False  # « Saint- / Denis », « 2020- / 2021 »
    if is_word(first + second):
        return True
    return not (_is_compound(line, first, second) or (is_word(first) and is_word(second)))


def _is_compound(line: str, first: str, second: str) -> bool:
    """« peut- / être », « dit- / il », « c'est-à- / dire », « vingt- / deux »."""
    last = _LAST.search(line)
    whole = f"{last[0] if last else first}{second}".casefold().replace("’", "'")
    parts = _parts()
    if whole in tables.words("dictionaries/forms") or f"{first}-{second}".casefold() in tables.words(
        "dictionaries/forms"
    ):
        return True
    return second.casefold() in parts["after"] or first.casefold() in parts["before"]


@cache
def _parts() -> dict[str, frozenset[str]]:
    hyphens = tables.Table("grammar/hyphens")
    return {name: hyphens.words(name) for name in ("before", "after")}
