"""Time and fidelity of our MP3 frames beside LAME's own qualities, in the same run.

    python -m tests.bench.bench_encoder [FILE.wav…]

Files: mono, 16 bits, natural speech if there is any at hand; without them eSpeak NG speaks in several timbres. Prints
milliseconds of processor a second of sound, as a ratio to quality 5 too, and the noise-to-mask ratio in dB.
"""

import sys
import time
import wave
from collections.abc import Callable, Iterator
from pathlib import Path

import miniaudio
import numpy as np
from numpy.typing import NDArray

from editions.audio import encoding, frames
from editions.voices import espeak
from tests.audio.noise_to_mask import by_lame, noise_to_mask

SAMPLE = Path(__file__).parents[2] / "articles" / "bocage"
BITRATE = 64
Samples = NDArray[np.int16]


def sounds(names: list[str]) -> Iterator[tuple[str, int, Samples]]:
    """Name, rate and samples of what is encoded."""
    for name in names:
        with wave.open(name) as file:
            yield name, file.getframerate(), np.frombuffer(file.readframes(file.getnframes()), "<i2")
    if not names:
        text = max((path.read_text(encoding="utf-8") for path in SAMPLE.glob("*.txt")), key=len)[:1500]
        for timbre in ("fr", "fr+f3", "fr+m5", "fr+whisper"):
            clip = espeak.synthesize(text, f"{timbre},160,50")
            yield timbre, clip.rate, np.frombuffer(clip.pcm, "<i2")


def ours(sound: Samples, rate: int) -> bytes:
    """What is published."""
    return b"".join(frames.with_header(encoding.encode([sound], rate, BITRATE)))


def theirs(quality: int) -> Callable[[Samples, int], bytes]:
    """LAME's constant rate, its header added so that it is decoded in its place."""

    def encode(sound: Samples, rate: int) -> bytes:
        data = by_lame(sound, rate, BITRATE, quality)
        return b"".join(frames.with_header(frames.Stream(data, frames.count(data), len(sound))))

    return encode


def main(names: list[str]) -> None:
    """A line for each sound and encoder."""
    encoders = {"LAME, quality 5": theirs(5), "LAME, quality 2": theirs(2), "editions": ours}
    for name, rate, sound in sounds(names):
        seconds = len(sound) / rate
        unit = 0.0
        for label, encode in encoders.items():
            costs = []
            for _ in range(5):
                start = time.process_time()
                mp3 = encode(sound, rate)
                costs.append((time.process_time() - start) * 1000 / seconds)
            unit = unit or min(costs)
            heard = np.frombuffer(bytes(miniaudio.decode(mp3, nchannels=1, sample_rate=rate).samples), "<i2")
            ratio = noise_to_mask(sound, heard, rate)
            print(f"{name:28}{label:18}{min(costs):6.2f} ms/s  {min(costs) / unit:5.2f}   {ratio:6.2f} dB", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
