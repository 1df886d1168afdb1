"""Clips become one track: trimmed, paused, without clicks."""

import wave
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from editions.audio import joining
from editions.errors import UsageError
from editions.speech import Clip

RATE = 22_050


def beep(silence_before: int, length: int, silence_after: int, rate: int = RATE) -> Clip:
    tone = (np.sin(np.arange(length) * 0.2) * 12_000).astype("<i2")
    pcm = bytes(2 * silence_before) + tone.tobytes() + bytes(2 * silence_after)
    return Clip(rate, pcm, ((0, silence_before),))


def click(samples: NDArray[np.int16]) -> int:
    return int(np.abs(np.diff(samples.astype(np.int32))).max(initial=0))


@given(st.integers(0, 8000), st.integers(2000, 9000), st.integers(0, 8000))
def test_the_silence_around_a_clip_is_cut_and_nothing_of_its_sound(before: int, length: int, after: int) -> None:
    clip = beep(before, length, after)
    samples, cut = joining.trimmed(clip)
    head, tail = round(joining.HEAD * RATE), round(joining.TAIL * RATE)
    assert max(0, before - head) <= cut <= before + 2
    assert length <= len(samples) + 4
    assert len(samples) <= length + head + tail + 1
    middle = slice(head + 100, head + length - 200)
    original = np.frombuffer(clip.pcm, "<i2")
    assert (samples[middle] == original[cut + middle.start : cut + middle.stop]).all()


def test_pauses_are_exactly_as_asked() -> None:
    track = joining.join([beep(900, 5000, 3000)] * 3, [0.3, 0.65, 2.0])
    (s1, e1), (s2, e2), (s3, e3) = track.places
    assert (s1, s2 - e1) == (round(joining.LEAD * RATE), round(0.3 * RATE))
    assert 0 <= s3 - e2 - round(0.65 * RATE) < joining.LONGEST_FRAME, "a seam comes at the end of an MP3 frame"
    assert track.seams == (s3, len(track.samples))
    assert not track.samples[e1:s2].any()
    assert len(track.samples) - e3 >= 2 * RATE
    assert len(track.samples) % joining.LONGEST_FRAME == 0
    ((_, word),) = track.words[1]
    assert word == pytest.approx(s2 + joining.HEAD * RATE, abs=2)


def test_no_joint_clicks() -> None:
    loud = Clip(RATE, np.full(4000, 20_000, "<i2").tobytes())
    track = joining.join([loud, beep(10, 4000, 10), loud], [0.0, 0.1, 0.0])
    assert click(track.samples) < 3_000


def test_clips_of_another_rate_are_brought_to_the_first_ones() -> None:
    track = joining.join([beep(0, 4410, 0), beep(0, 4800, 0, 24_000)], [0.1, 0.1])
    (_, _), (start, end) = track.places
    assert track.rate == RATE
    assert end - start == pytest.approx(4410, abs=10)


@pytest.mark.parametrize("rate", [8_000, 16_000, 24_000, 48_000])
@pytest.mark.parametrize("pitch", [440, 3_000, 5_000, 9_000])
def test_a_tone_of_another_rate_keeps_its_pitch_or_falls_silent(rate: int, pitch: int) -> None:
    high = 48_000
    tone = (np.sin(2 * np.pi * pitch * np.arange(high) / high) * 12_000).astype("<i2")
    silence = bytes(2 * 441)
    first = Clip(rate, silence)
    track = joining.join([first, Clip(high, tone.tobytes())], [0.1, 0.1])
    start, end = track.places[1]
    if pitch >= rate / 2:
        assert start == end, "what the lower rate cannot hold is heard as something else"
        return
    heard = np.abs(np.fft.rfft(track.samples[start:end] * np.hanning(end - start))) * 4 / (end - start)
    assert int(heard.argmax()) * rate / (end - start) == pytest.approx(pitch, abs=2)
    assert heard.max() == pytest.approx(12_000, rel=0.02)


def test_a_silent_clip_has_no_length() -> None:
    track = joining.join([Clip(RATE, bytes(8000)), beep(0, 3000, 0)], [0.1, 0.1])
    assert track.places[0][0] == track.places[0][1]


def test_the_signature_sound_comes_first(tmp_path: Path) -> None:
    path = tmp_path / "signature.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((2, 2, 44_100, 0, "NONE", ""))
        file.writeframes(np.full(2 * 22_050, 9_000, "<i2").tobytes())
    track = joining.join([beep(0, 3000, 0)], [0.1], path)
    assert track.places[0][0] == pytest.approx((0.5 + joining.LEAD + joining.AFTER_SIGNATURE) * RATE, abs=20)
    assert track.samples[8000] == pytest.approx(9_000, abs=100)
    assert track.words[0][0][1] == track.places[0][0]


def test_a_signature_that_is_no_sound_is_a_mistake_of_usage(tmp_path: Path) -> None:
    (tmp_path / "faux.mp3").write_bytes(b"no sound")
    with pytest.raises(UsageError, match=r"signature.*illisible") as caught:
        joining.join([beep(0, 3000, 0)], [0.1], tmp_path / "faux.mp3")
    assert str(tmp_path) in caught.value.where
    with pytest.raises(UsageError):
        joining.join([beep(0, 3000, 0)], [0.1], tmp_path / "absent.wav")


def test_a_track_that_goes_to_the_disk_in_batches_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clips = [beep(900, 5_000 + 700 * number, 3_000) for number in range(9)]
    pauses = [0.3, 0.65, 1.2] * 3
    whole = joining.join(clips, pauses)
    monkeypatch.setattr(joining, "BATCH", 30_000)
    parts = joining.join(clips, pauses, workshop=tmp_path)
    assert isinstance(parts.samples, np.memmap)
    assert np.array_equal(parts.samples, whole.samples)
    assert (parts.places, parts.words, parts.seams) == (whole.places, whole.words, whole.seams)
    assert not list(tmp_path.iterdir())
