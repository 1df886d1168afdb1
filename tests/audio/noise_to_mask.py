"""How far the noise that coding adds stays below what the sound itself masks, as an ear's model sees it.

A simple model, the same for all that are compared: power in half-Bark bands (Zwicker's scale) of Hann windows, spread
as by Schroeder, Atal and Hall (JASA 66, 1979), lowered by 14.5 dB in the low bands to 10 dB in the high ones, never
below the threshold in quiet (Terhardt, 1979; full scale is taken as 90 dB SPL).
"""

import lameenc
import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.int16]
Floats = NDArray[np.float64]
WINDOW, HOP = 1024, 512
FULL_SCALE = 90.0
"""dB SPL."""
AUDIBLE = 1e-5
"""Windows below this part of the loudest one are pauses and do not count."""


def noise_to_mask(sound: Samples, heard: Samples, rate: int) -> float:
    """Mean noise-to-mask ratio in dB of decoded sound against the sound itself: the lower the better."""
    length = min(len(sound), len(heard))
    original = sound[:length].astype(float)
    noise = heard[:length].astype(float) - original
    centre, members, quiet = _bands(rate)
    power = _power(original, members)
    mask = power @ _spreading(centre).T * 10 ** (-np.linspace(14.5, 10, len(centre)) / 10) + quiet
    loud = power.sum(1) > AUDIBLE * power.sum(1).max()
    return float(10 * np.log10((_power(noise, members)[loud] / mask[loud]).mean()))


def by_lame(sound: Samples, rate: int, bitrate: int, quality: int) -> bytes:
    """The MP3 of LAME's own constant rate, at one of its qualities."""
    encoder = lameenc.Encoder()
    encoder.set_bit_rate(bitrate)
    encoder.set_in_sample_rate(rate)
    encoder.set_out_sample_rate(rate)
    encoder.set_channels(1)
    encoder.set_quality(quality)
    encoder.silence()
    return bytes(encoder.encode(sound.tobytes()) + encoder.flush())


def _bands(rate: int) -> tuple[Floats, Floats, Floats]:
    """Of each band: its middle in Bark, which bins it has, its threshold in quiet."""
    hertz = np.fft.rfftfreq(WINDOW, 1 / rate)
    bark = 13 * np.arctan(0.00076 * hertz) + 3.5 * np.arctan((hertz / 7500) ** 2)
    numbers = (2 * bark).astype(int)
    members = (numbers[:, None] == np.arange(numbers.max() + 1)).astype(float)
    kilo = np.maximum(hertz, 20) / 1000
    levels = 3.64 * kilo**-0.8 - 6.5 * np.exp(-0.6 * (kilo - 3.3) ** 2) + 1e-3 * kilo**4
    quiet = np.array([(10 ** (levels[numbers == band] / 10)).min(initial=1e9) for band in range(members.shape[1])])
    return np.arange(members.shape[1]) / 2 + 0.25, members, quiet


def _spreading(centre: Floats) -> Floats:
    distance = centre[:, None] - centre[None, :] + 0.474
    spread: Floats = 10 ** ((15.81 + 7.5 * distance - 17.5 * np.sqrt(1 + distance**2)) / 10)
    return spread


def _power(sound: Floats, members: Floats) -> Floats:
    """Power of each window in each band, in units of the threshold's (SPL)."""
    count = (len(sound) - WINDOW) // HOP
    windows = np.lib.stride_tricks.sliding_window_view(sound, WINDOW)[::HOP][:count] * np.hanning(WINDOW)
    full_scale = (32768 * WINDOW / 4) ** 2
    power: Floats = (np.abs(np.fft.rfft(windows, axis=1)) ** 2) @ members / full_scale * 10 ** (FULL_SCALE / 10)
    return power
