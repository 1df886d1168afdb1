"""Phonemes that the embedded library makes of each line of stdin; run as a script, as some texts may kill it."""

import ctypes
import os
import re
import sys

import espeakng_loader

UTF8 = 1


def main() -> None:
    library = ctypes.CDLL(str(espeakng_loader.get_library_path()))
    library.espeak_Initialize(2, 0, os.fsencode(str(espeakng_loader.get_data_path())), 0)
    library.espeak_SetVoiceByName(b"fr")
    phonemes = library.espeak_TextToPhonemes
    phonemes.restype = ctypes.c_char_p
    phonemes.argtypes = [ctypes.POINTER(ctypes.c_char_p), ctypes.c_int, ctypes.c_int]
    for line in sys.stdin:
        text = ctypes.c_char_p(line.strip().encode())
        parts = []
        while text.value is not None:
            parts.append((phonemes(ctypes.byref(text), UTF8, 0) or b"").decode())
        # Stress, pauses and switches of language are left out: words are compared, not melody.
        print(re.sub(r"\(\w+\)|[^a-zA-Z@~&0-9]", "", "".join(parts)), flush=True)


if __name__ == "__main__":
    main()
