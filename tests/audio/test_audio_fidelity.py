"""What « quality 5 or better » means: coding noise no nearer to being heard than that of LAME's own quality 5."""

import miniaudio
import numpy as np
import pytest
from numpy.typing import NDArray

from editions.audio import encoding, frames
from editions.voices import espeak
from tests.audio.noise_to_mask import by_lame, noise_to_mask

SPEECH = (
    "Le conseil municipal a voté mardi soir le budget de la commune, après trois heures de débat. « Nous avons tenu "
    "nos promesses », assure la maire, qui espère achever le chantier du pont avant l'été, malgré la hausse des prix."
)
SLACK = 0.3
"""dB that no ear hears."""


@pytest.mark.parametrize("timbre", ["fr", "fr+f3", "fr+m5", "fr+whisper"])
def test_the_noise_stays_as_far_below_the_mask_as_at_quality_5(timbre: str) -> None:
    clip = espeak.synthesize(SPEECH, f"{timbre},160,50")
    sound = np.frombuffer(clip.pcm, "<i2")
    ours = b"".join(frames.with_header(encoding.encode([sound], clip.rate, 64)))
    theirs = b"".join(frames.with_header(_stream(by_lame(sound, clip.rate, 64, 5), len(sound))))
    measured = [noise_to_mask(sound, _decoded(mp3, clip.rate), clip.rate) for mp3 in (ours, theirs)]
    assert measured[0] <= measured[1] + SLACK


def test_the_measure_tells_good_coding_from_bad() -> None:
    clip = espeak.synthesize(SPEECH, "fr,160,50")
    sound = np.frombuffer(clip.pcm, "<i2")
    found = []
    for bitrate in (32, 48, 64, 96):
        mp3 = b"".join(frames.with_header(encoding.encode([sound], clip.rate, bitrate)))
        found.append(noise_to_mask(sound, _decoded(mp3, clip.rate), clip.rate))
    assert found == sorted(found, reverse=True)
    assert found[0] - found[-1] > 6


def _stream(data: bytes, samples: int) -> frames.Stream:
    return frames.Stream(data, frames.count(data), samples)


def _decoded(mp3: bytes, rate: int) -> NDArray[np.int16]:
    return np.frombuffer(bytes(miniaudio.decode(mp3, nchannels=1, sample_rate=rate).samples), "<i2")
