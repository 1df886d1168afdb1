"""The process that holds a Piper model. Run as a script, by ``piper.py``; the protocol is that of ``_speaker.py``.

    python -P process.py MODEL.onnx SPEAKER LENGTH_SCALE

Piper finds its phonemes with eSpeak NG, which some texts kill: so it has a process of its own. The process ends when
its stdin is closed.
"""

import os
import signal
import struct
import sys
from collections.abc import Iterator

from piper import PiperVoice, SynthesisConfig


def read_exactly(count: int) -> bytes:
    """That many bytes of stdin, fewer at its end."""
    parts = b""
    while len(parts) < count and (part := os.read(0, count - len(parts))):
        parts += part
    return parts


def requests() -> Iterator[str]:
    """The texts to say, until stdin is closed."""
    while len(head := read_exactly(4)) == 4:
        yield read_exactly(struct.unpack(">I", head)[0]).decode()


def write_all(data: bytes) -> None:
    """All of ``data`` to stdout."""
    view = memoryview(data)
    while view:
        view = view[os.write(1, view) :]


def main() -> None:
    """Load the model, answer requests."""
    model, speaker, length_scale = sys.argv[1:]
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the command, which then closes our stdin
    voice = PiperVoice.load(model)
    several = voice.config.num_speakers > 1
    scale = float(length_scale) * voice.config.length_scale
    # Each sentence would be raised to full scale by itself; loudness is set later, for the whole article.
    manner = SynthesisConfig(int(speaker) if several else None, scale, normalize_audio=False)
    for text in requests():
        for chunk in voice.synthesize(text, manner):
            sound = chunk.audio_int16_bytes
            if sound:
                write_all(struct.pack(">I", len(sound) // 2) + sound)
        write_all(struct.pack(">3I", 0, voice.config.sample_rate, 0))


if __name__ == "__main__":
    main()
