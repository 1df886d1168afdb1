"""What the listener hears: readings of sentences, clips of sound, timelines, recordings.

Times are whole numbers of samples: no drift.
"""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, overload

from editions.model import Span

PLAIN = "plain"
"""Rule name of stretches that stand for themselves: ``spoken`` equals the source, character for character."""
_MINUTE = 60
DOUBTFUL = 0.7
"""A reading whose confidence is below this is listed for the editor."""


class Reading(NamedTuple):
    """How one stretch of text is said: ``12,5 %`` → ``douze virgule cinq pour cent``, by ``percent``."""

    span: Span
    spoken: str
    rule: str
    confidence: float = 1.0
    """From 0 to 1; below ``DOUBTFUL`` the editor is asked."""
    alternatives: tuple[str, ...] = ()
    """What else it could be, likeliest first, without ``spoken`` itself."""
    sound: str = ""
    """How it is to sound, when the newsroom said so: a respelling, or IPA between slashes; see ``pronunciation``."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """The readings of one sentence; they cover it in order, without gap or overlap."""

    sentence_id: str
    readings: tuple[Reading, ...]

    @property
    def text(self) -> str:
        """The line to say; every spoken word belongs to exactly one reading."""
        return "".join(reading.spoken for reading in self.readings)


@dataclass(frozen=True, slots=True)
class Script:
    """What is sent to a voice for one sentence, after the voice's own quirks."""

    text: str
    anchors: tuple[tuple[int, Span], ...] = ()
    """``(offset in text, span in the block's text)``, ascending: which written words a spoken word stands for."""


@dataclass(frozen=True, slots=True)
class Clip:
    """One sentence of sound: 16-bit little-endian mono PCM."""

    rate: int
    """Samples a second."""
    pcm: bytes
    words: tuple[tuple[int, int], ...] = ()
    """``(offset in the script's text, first sample)`` from the voices that know it."""


@dataclass(frozen=True, slots=True)
class WordCue:
    """When a written word is heard; samples from the start of the recording."""

    span: Span
    start: int
    end: int


class WordCues(Sequence[WordCue]):
    """The word cues of a sentence as plain numbers: most outputs go by sentences, and an article has many words."""

    __slots__ = ("numbers",)

    def __init__(self, numbers: Iterable[int]) -> None:
        """``numbers``: of each word, start and end in the text, then start and end in samples."""
        self.numbers = tuple(numbers)

    def __len__(self) -> int:
        return len(self.numbers) // 4

    @overload
    def __getitem__(self, index: int) -> WordCue: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[WordCue]: ...
    def __getitem__(self, index: int | slice) -> WordCue | Sequence[WordCue]:
        """The word cue at an index, made when it is asked for."""
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        at = 4 * range(len(self))[index]
        start, end, first, last = self.numbers[at : at + 4]
        return WordCue(Span(start, end), first, last)

    def heard(self, span: Span) -> tuple[int, int] | None:
        """First and last sample of the words that overlap a stretch; they stand in the order of the text."""
        first = bisect_right(self.numbers[1::4], span.start)
        after = bisect_left(self.numbers[0::4], span.end)
        return (self.numbers[4 * first + 2], self.numbers[4 * after - 1]) if first < after else None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, WordCues) and self.numbers == other.numbers

    def __hash__(self) -> int:
        return hash(self.numbers)


@dataclass(frozen=True, slots=True)
class Cue:
    """When a sentence is heard; samples from the start of the recording, end excluded."""

    sentence_id: str
    start: int
    end: int
    words: WordCues


@dataclass(frozen=True, slots=True)
class Timeline:
    """The cues of one recording, ascending and disjoint."""

    rate: int
    cues: tuple[Cue, ...]

    def packed(self) -> bytes:
        """As JSON, for ``unpacked``."""
        cues = [(cue.sentence_id, cue.start, cue.end, cue.words.numbers) for cue in self.cues]
        return json.dumps((self.rate, cues)).encode()

    @staticmethod
    def unpacked(content: bytes) -> "Timeline":
        """The timeline that was packed."""
        rate, cues = json.loads(content)
        return Timeline(rate, tuple(Cue(name, start, end, WordCues(words)) for name, start, end, words in cues))


@dataclass(frozen=True, slots=True)
class Recording:
    """One article as sound, in a working folder, before an output gives it its name and tags."""

    path: Path
    media_type: str
    rate: int
    """Samples a second."""
    duration: int
    """In samples."""
    cues: Path
    """The packed timeline, beside ``path``: those of all articles of an edition would fill the memory."""

    @property
    def timeline(self) -> Timeline:
        """Its timeline, read each time it is asked for."""
        return Timeline.unpacked(self.cues.read_bytes())


@dataclass(frozen=True, slots=True)
class Narrator:
    """The voice that reads an edition, as a value: ``voices.load(narrator.name)`` speaks with it."""

    name: str
    """Of its module: ``espeak``."""
    variant: str
    """All that makes it speak as it does, in the voice's own form: ``fr,160,50``."""
    version: str
    """Changes when the same text gives other sound."""
    why: str = ""
    """One French line: which voice and for what reason."""
    second: "Narrator | None" = None
    """Who says titles and captions in its place, of the same module."""

    @property
    def label(self) -> str:
        """For tags and reports, the same on every machine: ``espeak:fr``, ``piper:fr_FR-siwis.onnx``."""
        short = Path(self.variant.partition(",")[0]).name
        return f"{self.name}:{short}" if short else self.name

    @property
    def manner(self) -> str:
        """What the variant says after its name: speed, pitch, speaker…"""
        return self.variant.partition(",")[2]

    def __str__(self) -> str:
        return f"{self.label}, {self.version}"


def rounded(seconds: float) -> tuple[int, int, int]:
    """Hours, minutes and seconds as listeners are told them, everywhere alike: seconds only below a minute."""
    whole = round(seconds)
    if whole < _MINUTE:
        return 0, 0, whole
    return *divmod(round(seconds / _MINUTE), _MINUTE), 0
