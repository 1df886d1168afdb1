"""A spelling by which the voice says a word as meant, as near to the word as can be."""

from collections.abc import Callable, Iterator
from itertools import islice, product

from editions.pronunciation.respelling import respellings
from tests.tools.pronunciation.folding import fold, plain

Hears = Callable[[str], str]
_CHANGES = (
    ("th", "t"), ("gh", "g"), ("y", "i"), ("w", "ou"), ("w", "v"), ("k", "c"), ("oo", "ou"), ("oo", "o"), ("sh", "ch"),
    ("ch", "k"), ("ll", "l"), ("e", "é"), ("e", "è"), ("s", "ss"), ("s", "c"), ("s", "ç"), ("t", "ss"), ("z", "s"),
    ("aa", "a"), ("nh", "n h"),
)  # fmt: skip
_ENDS = ("", "e", "é", "è", "ne", "te", "sse")
_AT_MOST = 300


def found(word: str, ipa: str, hears: Hears, never: tuple[str, ...] = ()) -> tuple[str, bool] | None:
    """``(spelling, whether it sounds exactly as meant)``; None when nothing that was tried sounds like it."""
    wanted, close = plain(ipa), fold(ipa)
    best: tuple[bool, int, int, str] | None = None
    for spelling in dict.fromkeys((*islice(_near(word), _AT_MOST), *islice(respellings(ipa), _AT_MOST))):
        heard = hears(spelling)
        if spelling in never or "(en)" in heard or fold(heard) != close or not _steady(spelling, heard, hears):
            continue
        rank = (_binds(spelling, word), distance(plain(heard), wanted), distance(spelling, word), spelling)
        best = rank if best is None or rank < best else best
    return None if best is None else (best[3], best[1] == 0)


def _binds(spelling: str, word: str) -> bool:
    """Whether it has a last letter that is heard before a vowel, as the word has not: *se fiez à*."""
    return spelling[-1:] in "sxzt" and word[-1:] not in "sxztd"


def _steady(spelling: str, heard: str, hears: Hears) -> bool:
    """Whether it sounds the same in a sentence, leaves its neighbours alone, and is bound to « les » by a liaison."""
    bound = plain(heard)[:1] in "aeiouyɛɔøœɑ" and spelling[:1] not in "hy"
    if bound and plain(hears(f"les {spelling}")) != f"{plain(hears('les'))}z{plain(heard)}":
        return False
    return plain(hears(f"la {spelling} noire")) == plain(hears("la")) + plain(heard) + plain(hears("noire"))


def _near(word: str) -> Iterator[str]:
    """The word with a few letters changed or its end cut or lengthened."""
    word = word.lower()
    changes = [change for change in _CHANGES if change[0] in word]
    for cut, end in product((0, 1, 2), _ENDS):
        stem = word[: len(word) - cut] + end
        yield stem
        for one, other in changes:
            yield stem.replace(one, other)
            for more, then in changes:
                yield stem.replace(one, other).replace(more, then)


def distance(one: str, other: str) -> int:
    """Levenshtein's."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        above, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (a != b))
    return row[-1]
