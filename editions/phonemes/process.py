"""What eSpeak NG makes of each line, in IPA, ``(en)`` before what it says with English sounds; run as a script.

    python process.py LIBRARY DATA VOICE TIE

UTF-8 lines in, UTF-8 lines out. TIE is a character between the parts of one sound (``d^ʒ``), or nothing. A script
of its own, as some texts kill the library; see ``Phonemizer``. Only the standard library is imported.
"""

import ctypes
import os
import sys

CHARACTERS_UTF8, IPA, TIED, SYNCHRONOUS = 1, 2, 0x80, 2


def main() -> None:
    """Answer until stdin is closed."""
    library, data, voice, tie = sys.argv[1:]
    lib = ctypes.CDLL(library)
    rate = lib.espeak_Initialize(SYNCHRONOUS, 0, os.fsencode(data), 0)
    if rate <= 0 or lib.espeak_SetVoiceByName(voice.encode()) != 0:
        raise RuntimeError(f"eSpeak NG refuses {voice} of {data}")
    mode = IPA | (TIED | ord(tie) << 8 if tie else 0)
    said = lib.espeak_TextToPhonemes
    said.restype = ctypes.c_char_p
    said.argtypes = [ctypes.POINTER(ctypes.c_char_p), ctypes.c_int, ctypes.c_int]
    for line in sys.stdin.buffer:
        rest = ctypes.c_char_p(line.strip())
        parts = []
        while rest.value is not None:  # a clause a turn
            parts.append(said(ctypes.byref(rest), CHARACTERS_UTF8, mode) or b"")
        sys.stdout.buffer.write(b" ".join(b" ".join(parts).split()) + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
