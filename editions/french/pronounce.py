"""Whether letters make a word in French, and how letters are named one by one.

``pronounceable("FIDAL")`` → True; ``pronounceable("CGT")`` → False. The consonants before, between and after the
vowels must be ones that French syllables know (Dell, *Les règles et les sons*): a word in capitals whose consonants
are not must be an acronym.
"""

import re
import unicodedata
from functools import cache


def _clusters(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ONSETS = _clusters(
    "bl br ch chl chr cl cr dh dj dr fl fr gh gl gn gr gu kh kl kn kr lh ll mc ph phl phr pl pn pr ps pt qu rh "
    "sc sch scl scr sf gw dw tw sh sk sl sm sn sp sph spl spr sq squ st str sv sw tch th thr tr ts tz vl vr wh "
    "wr zh "
)
_ENDS = _clusters(
    "bs ch ck cs ct ds ff ft gh gn gs ks lb lc ld lf lg lk lm ln lp ls lt lv mb mm mn mp ms nc nd ng nk nn ns "
    "nt nz ph ps pt rb rc rd rf rg rk rl rm rn rp rr rs rt rv sc sh sk sm sp ss st th tt tz xt zz "
)
_CODAS = _clusters(
    "bst cht nck nct cks ckx cts ght ghs lch lds lks lls lms lps lst lth lts mbs mps mpt nch ncs ncq nds ngs nks "
    "nst ntz nth nts pts rch rcs rds rgs rks rms rns rps rst rth rts rtz sch sks sms sts tch ths tts ttz "
)
_VOWELS = re.compile("[aeiouy]+")
_NEVER = re.compile("([hjqvwx])\\1|q(?!u)|^[aeiou]{3,5}$|[aeiou]{6}")


@cache
def pronounceable(word: str) -> bool:
    """Whether a French reader would say the letters as a word; two letters never are."""
    plain = "".join(char for char in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(char))
    plain = plain.replace("œ", "oe").replace("æ", "ae")
    if len(plain) < 3 or len(plain) > 30:
        return len(plain) > 30
    if _NEVER.search(plain) or not _VOWELS.search(plain):
        return False
    first, *middle, last = _VOWELS.split(plain)
    return _opens(first) and _closes(last) and all(_joins(cluster) for cluster in middle)


def _opens(cluster: str) -> bool:
    return len(cluster) < 2 or cluster in _ONSETS


def _closes(cluster: str) -> bool:
    if len(cluster) == 2:
        return cluster in _ENDS or cluster[0] == cluster[1] or cluster in _ONSETS
    return len(cluster) < 2 or cluster in _CODAS


def _joins(cluster: str) -> bool:
    """Between two vowels: a coda of at most two consonants, then an onset."""
    if len(cluster) < 3:
        return True
    simple = len(cluster) == 3 and cluster[:2] in _ENDS
    return simple or (
        len(cluster) < 6 and any(cluster[cut:] in _ONSETS and _closes(cluster[:cut]) for cut in (1, 2, 3))
    )


def letters(word: str) -> str:
    """``"SNCF"`` → ``S N C F``."""
    return " ".join(word)
