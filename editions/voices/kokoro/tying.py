"""Asks eSpeak NG for the sounds of a stretch of text, and asks otherwise when the text kills it."""

from editions.errors import VoiceError
from editions.phonemes import phonemizer
from editions.voices import _cutting

TIE = "^"
"""Between the parts of what is one sound: of an affricate, a diphthong; around its marks of language too."""


def tied(text: str) -> str:
    """The IPA of a text, with ties; VoiceError when nothing makes eSpeak NG say it."""
    return " ".join(_insisted(piece) for _, piece in _cutting.capped(text))


def _insisted(text: str) -> str:
    try:
        return phonemizer(tie=TIE).ipa(text)
    except VoiceError:
        cut = _cutting.middle(text)
        if cut is None:
            raise
    return f"{_insisted(text[:cut])} {_insisted(text[cut:])}"
