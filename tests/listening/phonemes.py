"""Sounds of French lines, for error rates: reads a line, writes its sounds, in a process of its own.

Both the script and what was heard go through the same eSpeak NG, so that homophones (« a voté », « à voter ») are no
error; stress, blanks and marks of language do not count.
"""

import ctypes
import re
import sys
import unicodedata

IPA = 2
UTF_8 = 1


def library() -> ctypes.CDLL:
    """ESpeak NG of the wheel that the product uses, with its French voice."""
    import espeakng_loader

    speaker = ctypes.CDLL(espeakng_loader.get_library_path())
    speaker.espeak_Initialize(2, 0, espeakng_loader.get_data_path().encode(), 0)
    if speaker.espeak_SetVoiceByName(b"fr"):
        raise RuntimeError("eSpeak NG has no French voice")
    speaker.espeak_TextToPhonemes.restype = ctypes.c_char_p
    return speaker


def sounds(speaker: ctypes.CDLL, line: str) -> str:
    """One character a sound: « ɑ̃ » is composed into a capital."""
    rest = ctypes.c_char_p(line.encode())
    parts = []
    while rest.value:
        parts.append((speaker.espeak_TextToPhonemes(ctypes.byref(rest), UTF_8, IPA) or b"").decode())
    ipa = unicodedata.normalize("NFD", re.sub(r"\([a-z-]+\)", "", " ".join(parts)))
    ipa = re.sub("(.)\N{COMBINING TILDE}", lambda nasal: nasal[1].upper(), ipa)
    return "".join(letter for letter in ipa if letter.isalpha() and letter not in "ˈˌːˑ")


if __name__ == "__main__":
    voice = library()
    for line in sys.stdin:
        print(sounds(voice, line.strip()), flush=True)
