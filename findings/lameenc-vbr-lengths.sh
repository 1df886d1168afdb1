#!/usr/bin/env bash
# Guess: an MP3 of variable bit rate made with lameenc begins with LAME's « Xing » frame, as the lame program writes it,
#   so that whoever opens it knows its length.
# Really: lameenc gives the frames alone. Its decoded sound is all there, but its length can only be guessed from the first
#   frame: a minute that begins with silence is told as three minutes and a half, one that begins with noise as 17 seconds.
# Versions: lameenc 1.9.0, read by mutagen 1.47.0, decoded by miniaudio 1.71. Source: lameenc.c turns the frame off
#   (`lame_set_bWriteVbrTag`), having no file; LAME can only write this
#   frame at the end, over the file's beginning (`lame_get_lametag_frame` in lame.h), and lameenc's stream has no such call.
# Whom it hurts: progress bars, « 17 s left », places in a podcast, tags and feeds with a length in them.
# The product writes the frame itself (editions/audio/frames.py; tests/audio/test_audio_timing.py).
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check lameenc==1.9.0 mutagen==1.47.0 miniaudio==1.71
"$folder/venv/bin/python" - <<'PYTHON'
import random
from array import array
from io import BytesIO

import lameenc
import miniaudio
from mutagen.mp3 import MP3

rate, dice = 22_050, random.Random(1)
silence = array("h", bytes(2 * 30 * rate))
noise = array("h", (dice.randint(-9_000, 9_000) for _ in range(30 * rate)))


def lengths(sound: array) -> tuple[float, float]:
    """As read from the head of the file, as decoded; seconds."""
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_channels(1)
    encoder.set_in_sample_rate(rate)
    encoder.set_quality(5)
    encoder.set_vbr(4)
    encoder.set_vbr_quality(4)
    mp3 = bytes(encoder.encode(sound.tobytes()) + encoder.flush())
    assert b"Xing" not in mp3[:2_000], "there is a Xing frame now"
    return MP3(BytesIO(mp3)).info.length, miniaudio.decode(mp3, nchannels=1, sample_rate=rate).num_frames / rate


quiet, loud = lengths(silence + noise), lengths(noise + silence)
print("silence first: told as %.1f s, decoded %.1f s" % quiet)
print("noise first:   told as %.1f s, decoded %.1f s" % loud)
assert quiet[0] > 180 and loud[0] < 20, "lengths are told otherwise"
assert all(abs(decoded - 60) < 0.1 for _, decoded in (quiet, loud)), "the sound is not all there"
PYTHON
