"""The process that holds a Piper model. The protocol is that of ``_processes.py``.

    python -P -m editions.voices.piper.process MODEL.onnx SPEAKER LENGTH_SCALE

Piper finds its phonemes with eSpeak NG, which some texts kill: so it has a process of its own. The process ends when
its stdin is closed.
"""

import signal
import struct
import sys

from piper import PiperVoice, SynthesisConfig

from editions.voices._requests import requests, write_all


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
