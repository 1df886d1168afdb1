"""The process that holds the eSpeak NG library: one short child for each request. Run as a script, by ``espeak.py``.

    python _espeak_process.py LIBRARY DATA VOICE SPEED PITCH

It reads requests on stdin (4 bytes of length, then UTF-8 text) and answers on stdout, all numbers of 4 bytes, big
endian: sample rate (0 for a text that killed the voice), samples, words; then (character, sample) of each word; then
the sound.

The library is set up once and never speaks in this process: each text is spoken by a fork of it, because the sound
of eSpeak NG depends on what it said before, and because some texts kill it. Where there is no fork the process
speaks once and ends; the caller then starts another. It ends by itself when its stdin is closed, so that nothing is
left behind when the command is killed. Only the standard library is imported: a small process forks fast.
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


Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(Event))


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
    return lib, rate


def speak(lib: ctypes.CDLL, text: str) -> tuple[list[bytes], list[int]]:
    """16-bit mono sound of a text, in parts; and character (from 0) and sample of each word, one after the other."""
    sound: list[bytes] = []
    words: list[int] = []

    def receive(samples: "ctypes._Pointer[ctypes.c_short]", count: int, events: "ctypes._Pointer[Event]") -> int:
        if samples and count > 0:
            sound.append(ctypes.string_at(samples, count * 2))
        index = 0
        while events[index].type != EVENT_END:
            if events[index].type == EVENT_WORD:
                words.extend((events[index].text_position - 1, events[index].sample))
            index += 1
        return 0

    callback = Callback(receive)
    lib.espeak_SetSynthCallback(callback)
    data = text.encode()
    status = lib.espeak_Synth(data, len(data) + 1, 0, POSITION_CHARACTER, 0, CHARACTERS_UTF8, None, None)
    if status != 0:
        raise RuntimeError(f"espeak_Synth: {status}")
    return sound, words


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


def answer(lib: ctypes.CDLL, rate: int, text: str) -> None:
    """Speak a text and write its sound; nothing is written before all of it is there."""
    sound, words = speak(lib, text)
    samples = sum(map(len, sound)) // 2
    write_all(struct.pack(f">{3 + len(words)}I", rate, samples, len(words) // 2, *words))
    for part in sound:
        write_all(part)


def answer_in_a_child(lib: ctypes.CDLL, rate: int, text: str) -> None:
    """Speak in a fork; when it dies before it has answered, answer for it."""
    child = os.fork()
    if child == 0:
        signal.alarm(LIMIT_SECONDS)
        try:
            answer(lib, rate, text)
        finally:
            os._exit(1 if sys.exc_info()[0] else 0)
    _, status = os.waitpid(child, 0)
    if status != 0:
        write_all(struct.pack(">3I", 0, 0, 0))


def main() -> None:
    """Answer requests until stdin is closed."""
    library, data, voice, speed, pitch = sys.argv[1:]
    lib, rate = set_up(library, data, voice, int(speed), int(pitch))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the command, which then closes our stdin
    gc.disable()  # a collection would touch, and so copy, every page in each child
    while len(head := read_exactly(4)) == 4:
        text = read_exactly(struct.unpack(">I", head)[0]).decode()
        if hasattr(os, "fork"):
            answer_in_a_child(lib, rate, text)
        else:
            answer(lib, rate, text)
            return


if __name__ == "__main__":
    main()
