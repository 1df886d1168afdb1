"""Whether letters make a word in French, and how letters are named one by one.

``pronounceable("FIDAL")`` → True; ``pronounceable("CGT")`` → False. Syllables after the onsets and codas of French
(Dell, *Les règles et les sons*): a word in capitals that has none of them must be an acronym.
"""

import unicodedata
from functools import cache

from editions.french.lazy import Lazy

_VOWELS = "aeiouy"
_ONSET = (
    "(?:[bcdfgklmnpqrstvwxzhj]|bl|br|cl|cr|chr?|chl|dr|dj|fl|fr|gl|gr|gn|gu|kl|kr|kh|ll|mc|ph|phr|pl|pn|pr|ps|qu|rh|sc|"
    "sch|scr|sh|sk|sl|sm|sn|sp|spl|spr|squ|st|str|sv|sw|th|thr|tr|ts|tch|vr|vl|wh|wr|zh)?"
)
_CODA = (
    "(?:[bcdfgklmnpqrstvwxzhj]{1,2}|[lrnms](?:ch|ck|cs|ct|cq|ds|gt|gs|ld|ls|ns|nt|ps|pt|qs|rs|st|tr|ts|tz|bl|br|cl|cr|dr|"
    "fl|fr|gr|gl|pl|pr|ph|th|vr|gn)s?|cht|cks|sch|tch|tz|ght|bst|xtr|ctr|str|ckl|lstr|ndr|rst)?"
)
_SYLLABLES = Lazy(rf"{_ONSET}(?:[{_VOWELS}]+{_CODA})+")
_TWICE = Lazy("([hjkqvwxz])\\1|q(?!u)|[^aeiouy]{5}|[aeiou]{4}|^([bcdfghjklmnpqrstvwxz])\\2")


@cache
def pronounceable(word: str) -> bool:
    """Whether a French reader would say the letters as a word; two letters never are."""
    plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))
    plain = plain.replace("œ", "oe").replace("æ", "ae")
    if len(plain) < 3 or len(plain) > 30:
        return len(plain) > 30
    return _TWICE.search(plain) is None and _SYLLABLES.fullmatch(plain) is not None


def letters(word: str) -> str:
    """``"SNCF"`` → ``S N C F``."""
    return " ".join(word)
