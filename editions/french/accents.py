"""Accents that a headline in bare capitals leaves out: ``ECOLE FERMEE`` is *école fermée*.

Only words that are none without their accents are restored: ``MARCHE`` may be *marche* or *marché* and stays.
"""

import re
from functools import cache
from unicodedata import normalize

from editions.tables import words

_ACCENTS = re.compile("[\u0300-\u036f]+")
_LONG = 4
_PARTICIPLE = "\u00e9"


def bare(text: str) -> str:
    """Letters without their accents."""
    return _ACCENTS.sub("", normalize("NFD", text))


def restored(low: str) -> str:
    """The word in small letters with its accents, itself when it needs none or may be two words."""
    known = _accented()
    if low in known:
        return known[low]
    single = low.removesuffix("s")
    plural = low[len(single) :]
    if single in known:
        return known[single] + plural
    if single.endswith("e") and f"{single}r" in known:  # a form of décéder: what a headline has is its participle
        return known[f"{single}r"][:-2] + _PARTICIPLE + plural
    if single.endswith("ee") and len(single) > _LONG:
        return known.get(single[:-1], _stem(single[:-2]) + _PARTICIPLE) + "e" + plural
    if plural and single.endswith("e") and _stem(single[:-1]) != single[:-1]:
        return _stem(single[:-1]) + _PARTICIPLE + plural
    return low


def participle(low: str) -> str:
    """``blesse`` → *blessé*, ``blessees`` → *blessées*: the participle of a verb in -er; empty when there is none."""
    single = low.removesuffix("s")
    plural = low[len(single) :]
    feminine = "e" if single.endswith("ee") else ""
    stem = single.removesuffix("e").removesuffix(feminine)
    if not single.endswith("e"):
        return ""
    accented = _stem(stem)
    if accented == stem and f"{stem}er" not in words("dictionaries/first_group"):
        return ""
    return accented + _PARTICIPLE + feminine + plural


def town(low: str) -> str:
    """``alencon`` → *Alençon*; empty for what is no town."""
    return _towns().get(low, "")


@cache
def _towns() -> dict[str, str]:
    return {bare(name).lower().replace("œ", "oe"): name for name in words("dictionaries/accented_towns")}


def _stem(bare_stem: str) -> str:
    """``evacu`` → *évacu*, by the infinitive."""
    infinitive = _accented().get(bare_stem + "er")
    return infinitive[:-2] if infinitive else bare_stem


@cache
def _accented() -> dict[str, str]:
    forms = list(words("dictionaries/accented_words"))
    return dict(zip(bare("\n".join(forms)).split("\n"), forms, strict=True))
