"""Gender of what is counted, from the words that follow a numeral: *41 voitures*, *31 jeunes filles*, *1 ou 2 voix*.

Adjectives that can stand before a noun are passed over, three words at most; an adjective whose gender shows
decides at once. From 2 on the noun is in the plural, so that *21 rue des Lilas* is no count of streets. Whatever is
not known to be feminine is masculine.
"""

import re
from functools import cache

from editions.french.grammar import AGREEMENT, NUMBERS
from editions.french.lazy import Lazy
from editions.french.numerals import NUMBER
from editions.french.patterns import BLANK, either
from editions.french.quantities import units
from editions.tables import words

_NEXT = Lazy(rf"{BLANK}+(?:[«“\"(]{BLANK}?)?([^\W\d_]+(?:-[^\W\d_]+)*)")
_JOINED = Lazy(rf"{BLANK}([^\W\d_]{{1,2}}){BLANK}(?:{NUMBER})(?![\w,.]*[0-9])")
_PARTITIVE = Lazy(rf"{BLANK}([^\W\d_]{{3}})(?:{BLANK}{NUMBER})?(?={BLANK})")
_PLACE_NAME = Lazy(rf"{BLANK}(?:[A-ZÀ-Þ]|([^\W\d_]{{2,3}})(?!\w))")
_COMPARED = Lazy(rf"[0-9]{BLANK}([^\W\d_]+),?{BLANK}([^\W\d_]{{3,6}}){BLANK}\Z")
_COUNTS_ELSE = Lazy(rf"[0-9]+{BLANK}[^\W\d_]{{4,}}")
"""A number with a word behind it that may be what it counts: *12 persons, 1 man among them*."""
_INCLUDED = Lazy(rf"(?<!\w){either(AGREEMENT.words('included'))}{BLANK}[0-9]+\Z")
_FOLLOWED = Lazy(rf"{BLANK}[^\W\d_]{{3,}}")
_NEAR = 40
"""How far back a rule looks: time stays linear."""
_MOST = 3


def feminine_after(source: str, place: int, end: int, plural: bool = True) -> bool:
    """Whether the numeral that ends at ``place`` counts something feminine; looks no further than ``end``."""
    joined = _JOINED.match(source, place, end)
    if joined and joined[1] in NUMBERS.words("joiner"):
        place, plural = joined.end(), True
    partitive = _PARTITIVE.match(source, place, end)
    if partitive and partitive[1] in AGREEMENT.words("partitive"):
        place, plural = partitive.end(), True
    if any(source.startswith(phrase, place + 1, end) for phrase in AGREEMENT.words("phrase")):
        return True
    for _ in range(_MOST):
        match = _NEXT.match(source, place, end)
        if match is None:
            return False
        if match[1] in AGREEMENT.words("prison term") and _is_term(match, place, end):
            return False
        gender = AGREEMENT.mapping("adjective").get(match[1].lower())
        if gender in ("m", "f"):
            return gender == "f"
        if gender is None:
            return _counted(match, plural, bool(joined), end)
        place = match.end()
    return False


def _is_term(match: re.Match[str], place: int, end: int) -> bool:
    """``3 ans dont 1 ferme``: years, not farms."""
    included = _INCLUDED.search(match.string, max(0, place - _NEAR), place)
    return included is not None and _FOLLOWED.match(match.string, match.end(), end) is None


def feminine_before(source: str, start: int, place: int) -> bool:
    """Whether the bare numeral at ``place`` is set against what was counted before: ``38 voix contre 21``."""
    compared = _COMPARED.search(source, max(start, place - _NEAR), place)
    if compared is None or not feminine(compared[1]):
        return False
    if compared[2] in AGREEMENT.words("included"):
        return _COUNTS_ELSE.match(source, place) is None
    return compared[2] in AGREEMENT.words("compared")


def feminine(form: str) -> bool:
    """Whether a word is a feminine noun, or a compound that begins with one."""
    known = words("dictionaries/feminine_nouns")
    low = form.lower()
    prefix, hyphen, rest = low.partition("-")
    if hyphen and (low in AGREEMENT.words("masculine compound") or prefix in AGREEMENT.words("masculine compound")):
        return low in words("dictionaries/feminine_nouns")
    if hyphen and prefix in AGREEMENT.words("prefix"):
        return feminine(rest)
    if form in known or low in known or ("-" in low and low.partition("-")[0] in known and not _is_masculine(low)):
        return True
    return form[:1].isupper() and not form.isupper() and low.endswith(_inhabitants())


def _is_masculine(compound: str) -> bool:
    """``aide-soignant``: a compound of which the table has the feminine, *aide-soignante*."""
    return f"{compound.removesuffix('s')}e" in words("dictionaries/feminine_nouns")


@cache
def _inhabitants() -> tuple[str, ...]:
    """Endings of the women of a town or a country."""
    return tuple(AGREEMENT.words("inhabitants"))


def _counted(match: re.Match[str], plural: bool, joined: bool, end: int) -> bool:
    """Whether the word after the numeral is feminine and can be what is counted."""
    form = match[1]
    if form in AGREEMENT.words("abbreviation") and match.string.startswith(".", match.end()):
        return True
    if joined and form in units():
        return units()[form].feminine
    if not feminine(form) and not _is_said_of_a_woman(match, end) and not _are_women(form.lower()):
        return False
    if plural:
        return form.isupper() or any(part.endswith(("s", "x", "z")) for part in form.lower().split("-"))
    return not (form in AGREEMENT.words("street") and _is_address(match, end))


def _is_said_of_a_woman(match: re.Match[str], end: int) -> bool:
    """``1 touriste blessée``: a noun of both genders and an adjective that tells."""
    if match[1].removesuffix("s") not in AGREEMENT.words("both genders"):
        return False
    adjective = _NEXT.match(match.string, match.end(), end)
    return adjective is not None and adjective[1].endswith(tuple(AGREEMENT.words("feminine ending")))


def _are_women(form: str) -> bool:
    """``21 classées``: a participle in the feminine plural counts women."""
    return form.endswith(tuple(AGREEMENT.words("women"))) and form not in AGREEMENT.words("no women")


def _is_address(match: re.Match[str], end: int) -> bool:
    """``1 place de la Mairie``, ``1 rue Foch``: the house number of a street with its name."""
    name = _PLACE_NAME.match(match.string, match.end(), end)
    return name is not None and (name[1] is None or name[1] in AGREEMENT.words("street particle"))
