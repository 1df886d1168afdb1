"""The process that holds a Kokoro model, one thread in it; the protocol is that of ``_processes.py``.

    python -P -m editions.voices.kokoro.process STYLE SLOWNESS MODEL

A request is a pitch on a line of its own, then the text. eSpeak NG finds the sounds in a small process below this one.
It ends as soon as its stdin is closed, even in the middle of a sentence.
"""

import os
import queue
import signal
import struct
import sys
import threading

import numpy as np
import numpy.typing as npt

from editions.executors import get_ready_for_threads
from editions.voices._requests import requests, write_all
from editions.voices.kokoro import onsets
from editions.voices.kokoro.network import FRAME, RATE, Network
from editions.voices.kokoro.sounds import Piece, pieces
from editions.voices.kokoro.tying import tied

EARLY = 3
"""Frames by which a sound is heard before its token begins: measured, 77 ms at the start of sentences."""
JOINT = 0.12
"""Seconds of silence between two pieces of a sentence."""
EDGE = 0.02
"""Seconds kept before and after what is loud, where pieces are joined."""
QUIET = 0.008
"""Part of the loudest sample below which there is silence."""
Sound = npt.NDArray[np.float32]
Words = list[tuple[int, int]]


def spoken(piece: Piece, pitch: float, network: Network) -> tuple[Sound, Words]:
    """The sound of a piece; of its words, character and first sample."""
    audio, frames = network.say(piece.sounds, pitch)
    starts = (np.concatenate(([0], np.cumsum(frames))) - EARLY) * FRAME  # a token stands before the first sound
    pauses = onsets.pauses(audio, RATE)
    words = []
    for at, place in piece.words:
        start = max(0, int(starts[1 + place]))
        words.append((at, onsets.heard(start, pauses, RATE) if onsets.after_mark(piece, place) else start))
    return audio, words


def joined(parts: list[tuple[Sound, Words]]) -> tuple[Sound, Words]:
    """Pieces one after the other, without the long silence that each has around it."""
    if len(parts) == 1:
        return parts[0]
    sounds: list[Sound] = []
    words: Words = []
    now = 0
    for number, (audio, told) in enumerate(parts):
        first, last = _edges(audio, number == 0, number == len(parts) - 1)
        gap = round(JOINT * RATE) if number else 0
        sounds += [np.zeros(gap, np.float32), audio[first:last]]
        words += [(at, now + gap + max(0, start - first)) for at, start in told]
        now += gap + last - first
    return np.concatenate(sounds), words


def _edges(audio: Sound, first: bool, last: bool) -> tuple[int, int]:
    loud = np.flatnonzero(np.abs(audio) > QUIET * np.abs(audio).max())
    if not len(loud):
        return 0, len(audio)
    edge = round(EDGE * RATE)
    start = 0 if first else max(0, int(loud[0]) - edge)
    return start, len(audio) if last else min(len(audio), int(loud[-1]) + edge)


def answer(request: str, network: Network) -> bytes:
    """The whole answer to a pitch and a text."""
    pitch, _, text = request.partition("\n")
    found = pieces(text, tied)
    sound, words = (
        joined([spoken(piece, float(pitch), network) for piece in found]) if found else (np.zeros(0, np.float32), [])
    )
    samples = np.clip(sound * 32767, -32768, 32767).astype("<i2")
    parts = struct.pack(">I", len(samples)) + samples.tobytes() if len(samples) else b""
    flat = [number for word in words for number in word]
    return parts + struct.pack(f">{3 + len(flat)}I", 0, RATE, len(words), *flat)


def listen(asked: "queue.SimpleQueue[str]") -> None:
    """Hear what is asked, and end with stdin, whatever is being said."""
    for text in requests():
        asked.put(text)
    os._exit(0)


def main() -> None:
    """Load the model, answer requests."""
    style, slowness, model = sys.argv[1:]
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the command, which then closes our stdin
    get_ready_for_threads()
    asked: queue.SimpleQueue[str] = queue.SimpleQueue()
    threading.Thread(target=listen, args=(asked,), daemon=True).start()
    tied("a")  # begun before the model: what starts a process must be small
    network = Network(model, style, float(slowness))
    while True:
        write_all(answer(asked.get(), network))


if __name__ == "__main__":
    main()
