"""What Whisper hears: run by the Python of ``.venv-listening``, far from the product's packages.

    transcribe.py MODEL      a JSON request a line on stdin, its answer a line on stdout

A request: ``{"path": MP3, "start": …, "end": …}``, in seconds. The answer: ``{"text": …, "loops": …}``; loops: whether
Whisper says one thing over and over, in many guises, instead of what it hears.
One thread, no sampling, nothing carried from one window to the next: the same sound gives the same words.
"""

import json
import sys
from functools import lru_cache
from typing import Any

from faster_whisper import WhisperModel
from faster_whisper.audio import decode_audio

RATE = 16_000
MARGIN = 0.15
"""Seconds kept around a stretch: Whisper loses a first sound that starts at once."""
LOOPS = 2.4
"""How much a text that only says one thing over and over can be compressed, at least: Whisper's own threshold."""
LONGEST_ECHO = 10
"""Tokens that may not come twice in half a minute: in silence, Whisper may say one thing over and over."""


@lru_cache(maxsize=1)
def sound(path: str) -> Any:
    """Samples of a whole file, at 16 kHz."""
    return decode_audio(path, sampling_rate=RATE)


def heard(model: WhisperModel, request: dict[str, Any]) -> dict[str, Any]:
    """The answer to one request."""
    first = max(0, round((request["start"] - MARGIN) * RATE))
    found, _ = model.transcribe(
        sound(request["path"])[first : round((request["end"] + MARGIN) * RATE)],
        language="fr",
        beam_size=5,
        temperature=0.0,
        condition_on_previous_text=False,
        no_repeat_ngram_size=LONGEST_ECHO,
    )
    segments = list(found)
    text = " ".join(segment.text.strip() for segment in segments)
    return {"text": text, "loops": any(segment.compression_ratio > LOOPS for segment in segments)}


def main() -> None:
    """Answer request after request."""
    model = WhisperModel(sys.argv[1], device="cpu", compute_type="int8", cpu_threads=1, num_workers=1)
    for line in sys.stdin:
        print(json.dumps(heard(model, json.loads(line)), ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
