#!/usr/bin/env bash
# Guess: pydub's `set_frame_rate` takes off what the lower rate cannot hold before it leaves samples out, as resamplers do.
# Really: it draws straight lines between samples and filters nothing: a tone of 6 kHz brought to 8 kHz is a tone of 2 kHz,
#   half a decibel softer. Hissing consonants come back as noise in the middle of what is heard.
# Versions: pydub 0.25.1 with Python's audioop (audioop-lts 0.2.2 from Python 3.13 on). Source: `set_frame_rate` in
#   pydub/audio_segment.py calls `audioop.ratecv`, whose only filter is left off.
# Whom it hurts: speech brought to 8 or 16 kHz for the telephone or for recognition, voices of several rates in one track.
# The product met it, and brings clips to one rate by their spectrum since: tests/audio/test_audio_joining.py.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pydub==0.25.1 "audioop-lts==0.2.2; python_version >= '3.13'"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import math
from array import array

from pydub import AudioSegment


def level(samples: array, pitch: int, rate: int) -> float:
    """Of a tone, in decibels below full scale."""
    turns = [2 * math.pi * pitch * place / rate for place in range(len(samples))]
    parts = (sum(s * f(t) for s, t in zip(samples, turns)) for f in (math.cos, math.sin))
    return 20 * math.log10(2 * math.hypot(*parts) / len(samples) / 32768)


high, low = 44_100, 8_000
tone = array("h", (round(16_000 * math.sin(2 * math.pi * 6_000 * place / high)) for place in range(high)))
before = AudioSegment(tone.tobytes(), sample_width=2, frame_rate=high, channels=1)
after = array("h", before.set_frame_rate(low).raw_data)
said, folded = level(tone, 6_000, high), level(after, 2_000, low)
print(f"at {high} Hz: a tone of 6 kHz at {said:.1f} dB; at {low} Hz: a tone of 2 kHz at {folded:.1f} dB")
assert folded > said - 1, "the high tone is softer than it was"
PYTHON
