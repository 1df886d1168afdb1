"""The meter against the reference signals of BS.1770 and EBU Tech 3341, and the limiter's promises."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from editions.audio import limiting, loudness

Samples = NDArray[np.int16]


def sine(rate: int, seconds: float, decibels: float, frequency: float = 997.0) -> Samples:
    wave = np.sin(np.arange(round(rate * seconds)) * (2 * np.pi * frequency / rate))
    tone: Samples = np.rint(wave * 10 ** (decibels / 20) * 32767).astype(np.int16)
    return tone


def speech_like(rate: int, seconds: float, seed: int) -> Samples:
    """Bursts of noise with sharp peaks, up to 0.8 of the band."""
    dice = np.random.default_rng(seed)
    count = round(rate * seconds)
    noise = dice.standard_normal(count) * 2_000
    envelope = np.repeat(dice.random(count // 1000 + 1), 1000)[:count] ** 2
    wave = noise * envelope
    wave[dice.integers(0, count, count // 3000)] *= 8
    spectrum = np.fft.rfft(wave)
    spectrum[int(0.8 * len(spectrum)) :] = 0
    band: Samples = np.clip(np.fft.irfft(spectrum, count), -32_767, 32_767).astype(np.int16)
    return band


@pytest.mark.parametrize("rate", [16_000, 22_050, 24_000, 44_100, 48_000])
@pytest.mark.parametrize("level", [-23.0, -33.0])
def test_a_tone_of_997_hz_at_full_scale_would_be_at_minus_3_01(rate: int, level: float) -> None:
    measured = loudness.loudness(sine(rate, 20, level), rate)
    assert measured == pytest.approx(level - 3.01, abs=0.05)


def test_soft_passages_do_not_count() -> None:
    parts = [sine(48_000, 10, -36 + 3.01), sine(48_000, 60, -23 + 3.01), sine(48_000, 10, -36 + 3.01)]
    assert loudness.loudness(np.concatenate(parts), 48_000) == pytest.approx(-23.0, abs=0.1)


def test_very_soft_passages_never_count() -> None:
    parts = [sine(48_000, 10, -72 + 3.01), sine(48_000, 60, -23 + 3.01), sine(48_000, 10, -72 + 3.01)]
    assert loudness.loudness(np.concatenate(parts), 48_000) == pytest.approx(-23.0, abs=0.1)


def test_high_sounds_count_more_and_very_low_ones_less() -> None:
    measured = [loudness.loudness(sine(48_000, 5, -20, f), 48_000) for f in (30.0, 997.0, 8_000.0)]
    assert measured[0] < measured[1] - 4
    assert measured[2] == pytest.approx(measured[1] + 3.3, abs=0.3)


def test_silence_and_very_short_sound() -> None:
    assert loudness.loudness(np.zeros(22_050, np.int16), 22_050) == -math.inf
    assert loudness.gain(-math.inf) == 0.0
    assert loudness.loudness(sine(22_050, 0.2, -20), 22_050) < -20
    assert loudness.loudness(np.zeros(0, np.int16), 22_050) == -math.inf


@given(st.lists(st.integers(1, 90_000), min_size=1, max_size=5))
@settings(max_examples=15)
def test_the_blocks_in_which_sound_comes_do_not_matter(sizes: list[int]) -> None:
    sound = speech_like(22_050, 6, 1)
    meter = loudness.Meter(22_050)
    start = 0
    for size in [*sizes, len(sound)]:
        meter.add(sound[start : start + size])
        start += size
    assert meter.loudness() == pytest.approx(loudness.loudness(sound, 22_050), abs=1e-4)


def true_peak(sound: Samples) -> float:
    """dBTP by sixteen times oversampling in the frequency domain: another way than the limiter's own."""
    length = 1 << (len(sound) + 1000).bit_length()
    wide = np.zeros(length * 8 + 1, complex)
    wide[: length // 2 + 1] = np.fft.rfft(sound / 32767, length)
    return float(20 * np.log10(np.abs(np.fft.irfft(wide) * 16).max()))


@pytest.mark.parametrize("seed", range(4))
def test_no_true_peak_passes_the_ceiling(seed: int) -> None:
    sound = speech_like(22_050, 14, seed)
    gain = 12.0
    blocks = list(limiting.levelled(sound, 22_050, gain))
    made = np.concatenate([block for block, _ in blocks])
    assert len(made) == len(sound)
    assert 20 * math.log10(max(peak for _, peak in blocks)) == pytest.approx(limiting.CEILING, abs=0.05)
    assert true_peak(made) <= limiting.CEILING + 0.25


def test_what_needs_no_limit_is_only_amplified() -> None:
    sound = sine(22_050, 3, -30)
    made = np.concatenate([block for block, _ in limiting.levelled(sound, 22_050, 6.0)])
    assert np.abs(made - sound * 10 ** (6 / 20)).max() <= 1


def test_the_limiter_turns_down_before_a_peak_not_at_it() -> None:
    sound = sine(22_050, 2, -12, 200)
    sound[20_000] = 32_767
    made = np.concatenate([block for block, _ in limiting.levelled(sound, 22_050, 3.0)]).astype(float)
    turned = made[19_000:21_000] / np.where(sound[19_000:21_000] == 0, 1, sound[19_000:21_000])
    steps = np.abs(np.diff(turned[np.abs(sound[19_000:21_000]) > 2000]))
    assert steps.max() < 0.05, "the gain must move smoothly"


def test_levelling_does_not_depend_on_where_blocks_begin() -> None:
    sound = speech_like(22_050, 20, 7)
    whole = np.concatenate([block for block, _ in limiting.levelled(sound, 22_050, 9.0)])
    step = limiting.BLOCK
    border = whole[step - 500 : step + 500]
    part = np.concatenate([b for b, _ in limiting.levelled(sound[step - 5000 : step + 5000], 22_050, 9.0)])
    assert np.abs(part[4500:5500].astype(int) - border).max() <= 1
