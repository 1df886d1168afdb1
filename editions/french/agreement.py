"""Gender of what is counted, from the words that follow a numeral: *41 voitures*, *31 jeunes filles*.

Adjectives that can stand before a noun are passed over, three words at most; an adjective whose gender shows
decides at once. Whatever is not known to be feminine is masculine.
"""

import re

from editions.tables import mapping, words

_NEXT = re.compile("(?:[ \u00a0\u2009\u202f]|&nbsp;)+([^\\W\\d_]+(?:-[^\\W\\d_]+)*)")
_MOST = 3


def feminine_after(source: str, place: int, end: int) -> bool:
    """Whether the numeral that ends at ``place`` counts something feminine; looks no further than ``end``."""
    for _ in range(_MOST):
        match = _NEXT.match(source, place, end)
        if match is None:
            return False
        form = match[1]
        gender = mapping("adjectives_before").get(form.lower())
        if gender == "f":
            return True
        if gender is None:
            return feminine(form)
        if gender == "m":
            return False
        place = match.end()
    return False


def feminine(form: str) -> bool:
    """Whether a word is a feminine noun, or a compound that begins with one."""
    known = words("feminine_nouns")
    low = form.lower()
    return form in known or low in known or ("-" in low and low.partition("-")[0] in known)
