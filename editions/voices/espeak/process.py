"""The process that holds the eSpeak NG library: one short child for each request. Run as a script, by ``espeak``.

    python process.py LIBRARY DATA VOICE SPEED PITCH

It answers on stdout what it is asked on stdin; the protocol is that of ``_processes.py``.

The library is set up once and never speaks in this process: each text is spoken by a fork of it, because the sound
of eSpeak NG depends on what it said before, and because some texts kill it; such a text ends this process too, and the
caller starts another. So it does after each text where there is no fork. The process ends by itself when its stdin is
closed, so that nothing is left behind when the command is killed. Only the standard library is imported: a small
process forks fast, and what a fork need not do, it does not touch.
"""

import ctypes
import gc
import os
import signal
import struct
import sys

SYNCHRONOUS = 2
"""``AUDIO_OUTPUT_SYNCHRONOUS``: the callback receives the sound before ``espeak_Synth`` returns."""
CHARACTERS_UTF8 = 1
"""The only flag: no SSML, no ``[[phonemes]]`` in the text."""
POSITION_CHARACTER = 1
EVENT_END, EVENT_WORD = 0, 1
RATE, PITCH = 1, 3
BUFFER = 1000
"""Milliseconds of sound a call: each call costs more than its sound."""
LIMIT_SECONDS = 60
SEED = 1
"""Of the noise in breathy timbres; the library takes the second of the day, and the bytes would change with it."""


class Event(ctypes.Structure):
    """``espeak_EVENT`` of ``speak_lib.h``; ``sample`` counts from the start of the text."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", ctypes.c_char * 8),
    )


words: list[int] = []
"""Of the text that is spoken: character (from 0) and sample of each word, one after the other."""


def receive(samples: "ctypes._Pointer[ctypes.c_short]", count: int, events: "ctypes._Pointer[Event]") -> int:
    """Pass on the sound as it comes, keep the words."""
    if count > 0:
        write_all(struct.pack(">I", count))
        write_all(ctypes.string_at(samples, count * 2))
    index = 0
    while (kind := events[index].type) != EVENT_END:
        if kind == EVENT_WORD:
            words.extend((events[index].text_position - 1, events[index].sample))
        index += 1
    return 0


CALLBACK = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(Event))(receive)


def set_up(library: str, data: str, voice: str, speed: int, pitch: int) -> tuple[ctypes.CDLL, int]:
    """The library ready to speak and its sample rate; RuntimeError when it refuses the voice."""
    lib = ctypes.CDLL(library)
    rate = lib.espeak_Initialize(SYNCHRONOUS, BUFFER, os.fsencode(data), 0)
    if rate <= 0:
        raise RuntimeError(f"espeak_Initialize: {rate}")
    if lib.espeak_SetVoiceByName(voice.encode()) != 0:
        raise RuntimeError(f"unknown voice {voice}")
    lib.espeak_SetParameter(RATE, speed, 0)
    lib.espeak_SetParameter(PITCH, pitch, 0)
    lib.espeak_ng_SetRandSeed(SEED)
    lib.espeak_SetSynthCallback(CALLBACK)
    return lib, rate


def answer(lib: ctypes.CDLL, rate: int, text: bytes) -> None:
    """Speak a text: its sound as it comes, then what ends an answer."""
    status = lib.espeak_Synth(text, len(text) + 1, 0, POSITION_CHARACTER, 0, CHARACTERS_UTF8, None, None)
    if status != 0:
        raise RuntimeError(f"espeak_Synth: {status}")
    write_all(struct.pack(f">{3 + len(words)}I", 0, rate, len(words) // 2, *words))


def answer_in_a_child(lib: ctypes.CDLL, rate: int, text: bytes) -> bool:
    """Speak in a fork; whether it has answered whole."""
    child = os.fork()
    if child == 0:
        signal.alarm(LIMIT_SECONDS)
        try:
            answer(lib, rate, text)
        finally:
            os._exit(1 if sys.exc_info()[0] else 0)
    _, status = os.waitpid(child, 0)
    return status == 0


def read_exactly(count: int) -> bytes:
    """That many bytes of stdin, fewer at its end."""
    parts = b""
    while len(parts) < count and (part := os.read(0, count - len(parts))):
        parts += part
    return parts


def write_all(data: bytes) -> None:
    """All of ``data`` to stdout."""
    view = memoryview(data)
    while view:
        view = view[os.write(1, view) :]


def main() -> None:
    """Answer requests until stdin is closed."""
    library, data, voice, speed, pitch = sys.argv[1:]
    lib, rate = set_up(library, data, voice, int(speed), int(pitch))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the command, which then closes our stdin
    gc.disable()  # a collection would touch, and so copy, every page in each child
    while len(head := read_exactly(4)) == 4:
        text = read_exactly(struct.unpack(">I", head)[0])
        if not hasattr(os, "fork"):
            answer(lib, rate, text)
            return
        if not answer_in_a_child(lib, rate, text):
            return


if __name__ == "__main__":
    main()
