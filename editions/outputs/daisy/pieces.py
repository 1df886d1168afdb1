"""What is heard of an edition, piece by piece: an article with its number, its stretches and its times."""

from dataclasses import dataclass
from itertools import accumulate

from editions.model import Article
from editions.publication import Publication
from editions.speech import Recording
from editions.synchrony import Stretch, stretches

_MILLISECONDS = 1000
_FIRST = 1
"""Milliseconds into a recording at which its first clip begins: players take a begin of exactly 0 s for none."""


@dataclass(frozen=True, slots=True)
class Clip:
    """A stretch of text and the sound that it is heard in; times in milliseconds."""

    name: str
    """What its ids in the SMIL end with; there is no other of this name in the whole book, as players mix files up."""
    target: str
    block: str
    start: int
    end: int

    @property
    def text(self) -> str:
        """The id of its ``text`` in the SMIL, where entries lead: by the ``par``'s, some players find no sound."""
        return f"t{self.name}"


@dataclass(frozen=True, slots=True)
class Piece:
    """An article that is heard."""

    article: Article
    recording: Recording
    stretches: tuple[Stretch, ...]
    stem: str
    """``002``: what its files are named."""
    clips: tuple[Clip, ...]
    elapsed: int
    """Milliseconds of what is heard before it."""

    @property
    def milliseconds(self) -> int:
        """Of its sound."""
        return _milliseconds(self.recording.duration, self.recording.rate)


def pieces(publication: Publication) -> list[Piece]:
    """All that is heard, numbered from 1; as many digits as are needed, at least three."""
    heard = [
        (article, recording, found)
        for article, recording in publication.heard
        if (found := stretches(article, recording.timeline, recording.duration))
    ]
    width = max(3, len(str(len(heard))))
    ends = accumulate((_milliseconds(recording.duration, recording.rate) for _, recording, _ in heard), initial=0)
    return [
        Piece(
            article, recording, found, f"{number:0{width}d}", _clips(found, recording, f"{number:0{width}d}"), elapsed
        )
        for number, ((article, recording, found), elapsed) in enumerate(zip(heard, ends, strict=False), 1)
    ]


def _clips(found: tuple[Stretch, ...], recording: Recording, stem: str) -> tuple[Clip, ...]:
    return tuple(
        Clip(
            f"{stem}_{number:04d}",
            stretch.target,
            stretch.block,
            max(_FIRST, _milliseconds(stretch.start, recording.rate)),
            _milliseconds(stretch.end, recording.rate),
        )
        for number, stretch in enumerate(found, 1)
    )


def _milliseconds(samples: int, rate: int) -> int:
    """Never beyond the sound."""
    return samples * _MILLISECONDS // rate
