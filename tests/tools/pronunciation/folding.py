"""When two pronunciations count as the same: what French speakers, or dictionaries, do not agree on is folded."""

import re
import unicodedata

_SAME = (
    ("œ̃", "ɛ̃"), ("ɑ̃", "A"), ("ɔ̃", "O"), ("ɛ̃", "I"), ("ɹ", "ʁ"), ("ɥ", "y"), ("ø", ""), ("œ", ""), ("ə", ""), ("ɛ", "e"),
    ("ɔ", "o"), ("ɑ", "a"), ("ɐ", "a"), ("ɲ", "nj"), ("ŋ", "nɡ"), ("g", "ɡ"),
    ("zm", "sm"), ("ij", "j"), ("w", "u"), ("j", "i"),
)  # fmt: skip


def plain(ipa: str) -> str:
    """IPA without stress, length, blanks or marks of language."""
    return unicodedata.normalize("NFD", re.sub(r"\([a-z-]+\)|[ˈˌːʔ\s-]", "", ipa))


def fold(ipa: str, voicing: bool = True) -> str:
    """Stress, schwa, open and close vowels, glides, double sounds left aside; in words, voicing before t, s, f, k."""
    sounds = plain(ipa)
    for one, other in _SAME:
        sounds = sounds.replace(unicodedata.normalize("NFD", one), other)
    sounds = re.sub(r"(.)\1+", r"\1", sounds)
    for voiced, unvoiced in (("b", "p"), ("d", "t"), ("ɡ", "k")) if voicing else ():
        sounds = re.sub(rf"{voiced}(?=[stʃfk])", unvoiced, sounds)
    return sounds
