"""``[audio]``: how the voice speaks, the pauses, the MP3 files."""

from dataclasses import dataclass
from typing import ClassVar

from editions.settings import setting


@dataclass(frozen=True, slots=True)
class AudioSettings:
    """Voice, pauses in seconds after each kind of block, files."""

    SECTION: ClassVar = "audio"

    pause_sentence: float = setting(0.30, least=0, most=5, unit="secondes")
    pause_paragraph: float = setting(0.65, least=0, most=5, unit="secondes")
    pause_heading: float = setting(0.9, least=0, most=5, unit="secondes")
    pause_title: float = setting(1.2, least=0, most=5, unit="secondes")
    pause_article: float = setting(2.0, least=0.5, most=10, unit="secondes")
    bitrate: int = setting(64, choices=(32, 40, 48, 56, 64, 80, 96, 112, 128, 160))
    """kb/s that MP3 has at every sample rate of our voices."""
    speed: int = setting(160, least=80, most=450, unit="mots par minute")
    """Words a minute of eSpeak NG."""
    pitch: int = setting(50, least=0, most=99)
    """Of eSpeak NG."""
    timbre: str = ""
    """Of eSpeak NG: ``f3``, ``m5``… one of its variants."""
    model: str = ""
    """Piper's ``MODEL.onnx``, relative to the edition's folder."""
    speaker: int = setting(0, least=0, most=10_000)
    """Which speaker of a Piper model with several."""
    length_scale: float = setting(1.0, least=0.25, most=4.0)
    """Piper's slowness: 1.2 is a fifth slower."""
    jingle: str = setting("", file=True)
    """Played before each article: a WAV or MP3 beside the articles, or the name of one of ``assets/sounds``."""
    cover: str = setting("", file=True)
    """PNG or JPEG for the players, instead of the edition's ``cover``; drawn from the title without either."""
