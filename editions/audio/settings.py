"""``[audio]``: how the voice speaks, what is said and what is not, the pauses, the MP3 files.

A pace sets the voice's speed and all pauses together; what the newsroom sets itself wins.
"""

from dataclasses import dataclass
from typing import Any, ClassVar

from editions.settings import setting

PAUSES = {
    "sentence": 0.45, "question": 0.6, "item": 0.6, "paragraph": 0.75, "quotation": 0.85, "heading": 1.0, "title": 1.3,
    "separator": 1.6, "article": 2.0,
    "reading": 0.7,
}  # fmt: skip
"""Seconds of silence after each, at the normal pace; reading: how much longer each of them may be, see ``breath``."""


@dataclass(frozen=True, slots=True)
class Pace:
    """What a pace sets."""

    speed: int
    """Words a minute of eSpeak NG."""
    slowness: float
    """The length scale of Kokoro and Piper."""
    pauses: float
    """By how much pauses are longer."""


PACES = {"slow": Pace(125, 1.2, 1.4), "normal": Pace(150, 1.0, 1.0), "fast": Pace(200, 0.85, 0.7)}
"""Slow and normal leave the eye the time for captions, in dense articles too: at 160 words a minute half of the cues of
one were too fast, whatever they took of the pauses."""


def _pause(least: float = 0, most: float = 5) -> Any:
    return setting(None, least=least, most=most, unit="secondes")


@dataclass(frozen=True, slots=True)
class AudioSettings:
    """Voice, telling, pauses in seconds after each kind of block, files; None: as the pace has it."""

    SECTION: ClassVar = "audio"

    pace: str = setting("normal", choices=tuple(PACES))
    pause_sentence: float | None = _pause()
    pause_question: float | None = _pause()
    pause_item: float | None = _pause()
    pause_paragraph: float | None = _pause()
    pause_quotation: float | None = _pause()
    """Before and after a quotation that stands alone."""
    pause_heading: float | None = _pause()
    pause_title: float | None = _pause()
    pause_separator: float | None = _pause(most=10)
    """At a line « *** »."""
    pause_article: float | None = _pause(least=0.5, most=10)
    pause_reading: float | None = _pause(most=2)
    """How much longer a pause may be after a sentence that is heard faster than its caption is read; 0: never."""
    say_outlet: str = setting("change", choices=("change", "always", "never"))
    """change: not when the article before is of the same paper."""
    say_section: str = setting("change", choices=("change", "always", "never"))
    opening: bool = True
    """Whether title, date, number of articles, minutes and contents are said before the first article."""
    opening_text: str = ""
    """What is said instead of title, date, number and minutes, a paragraph a line; see ``announcements``."""
    contents: str = setting("auto", choices=("auto", "titles", "sections", "none"))
    """What the opening tells of the contents; auto: titles, but sections of a long edition."""
    ending: bool = True
    """Whether it is said that the edition ends."""
    ending_text: str = ""
    announce: bool = True
    """Whether « Photo », « Légende », « Tableau », « Note » are said before what they are."""
    credits: bool = True
    """Whether it is said who made a picture."""
    captions: str = setting("lower", choices=("lower", "same"))
    """Whether figures and captions are told in a lower voice, where the voice can, or by the second voice."""
    second_voice: str = ""
    """Who tells titles, crossheads and captions, as for ``--voice``; of the same engine as the voice."""
    tables: str = setting("records", choices=("records", "rows"))
    """records: each cell after the headings of its column."""
    notes: str = setting("end", choices=("end", "paragraph", "place"))
    """Whether notes are told at the end of the article, behind the paragraph that calls them, or where they stand."""
    bitrate: int = setting(64, choices=(32, 40, 48, 56, 64, 80, 96, 112, 128, 160))
    """kb/s that MP3 has at every sample rate of our voices."""
    speed: int | None = setting(None, least=80, most=450, unit="mots par minute")
    """Words a minute of eSpeak NG."""
    pitch: int = setting(50, least=0, most=99)
    """Of eSpeak NG."""
    timbre: str = ""
    """Of eSpeak NG: ``f3``, ``m5``… one of its variants."""
    model: str = ""
    """Piper's ``MODEL.onnx``, relative to the edition's folder."""
    speaker: int = setting(0, least=0, most=10_000)
    """Which speaker of a Piper model with several."""
    length_scale: float | None = setting(None, least=0.25, most=4.0)
    """Slowness of Kokoro and Piper: 1.2 is a fifth slower."""
    jingle: str = setting("", file=True)
    """Played before each article: a WAV or MP3 beside the articles, or the name of one of ``assets/sounds``."""
    cover: str = setting("", file=True)
    """PNG or JPEG for the players, instead of the edition's ``cover``; drawn from the title without either."""

    def pause(self, kind: str) -> float:
        """Seconds of silence after a kind of ``PAUSES``."""
        given: float | None = getattr(self, f"pause_{kind}")
        return round(PAUSES[kind] * PACES[self.pace].pauses, 3) if given is None else given

    @property
    def words_a_minute(self) -> int:
        """The speed of eSpeak NG."""
        return PACES[self.pace].speed if self.speed is None else self.speed

    @property
    def slowness(self) -> float:
        """The length scale of Kokoro and Piper."""
        return PACES[self.pace].slowness if self.length_scale is None else self.length_scale
