"""An article as a reader tells it: what is said, in which order, in what manner, and how long the silence after it.

    telling = told(article, spoken, settings.of(AudioSettings), before)
    telling.utterances      (Utterance("une-b1s1", Spoken(…), "", 1.3), …)
    telling.left            what is not said, and why

Pure: no voice, no sound. Each written sentence is told once, or is in ``left``; the utterances of one sentence follow
one another. ``passages`` finds the order, ``records`` that of tables, ``wording`` the words, ``pauses`` the silences.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from editions.audio.settings import AudioSettings
from editions.model import Article, Block
from editions.model.runs import Pause
from editions.narration import pauses, wording
from editions.narration.passages import passages
from editions.narration.values import Left, Manner, Passage
from editions.speech import Spoken
from editions.voices import SAYABLE

__all__ = ["Left", "Manner", "Telling", "Utterance", "told"]


@dataclass(frozen=True, slots=True)
class Utterance:
    """Words to say at once: a sentence, or what of it lies between two pause marks."""

    sentence_id: str
    spoken: Spoken
    manner: Manner
    pause: float
    """Seconds of silence after it."""


@dataclass(frozen=True, slots=True)
class Telling:
    """All that is said of an article."""

    utterances: tuple[Utterance, ...]
    left: tuple[Left, ...]
    """In the order of the text."""


def told(article: Article, spoken: tuple[Spoken, ...], audio: AudioSettings, before: Article | None = None) -> Telling:
    """How an article is told; ``spoken``: the readings of all its sentences; ``before``: the article heard before it.

    A sentence without any sign that can be said gives no utterance.
    """
    readings = {words.sentence_id: words for words in spoken}
    found, left = passages(article, audio, before)
    said: list[tuple[Passage, Spoken]] = []
    marks: list[list[float]] = []
    """Of each that is said: the seconds of the marks behind it."""
    for passage in found:
        if isinstance(passage, Pause):
            _mark(marks, passage.seconds)
            continue
        words, dropped = wording.words(passage, readings, audio)
        left += dropped
        for part in words:
            if isinstance(part, float):
                _mark(marks, part)
            elif SAYABLE.search(part.text):
                said.append((passage, part))
                marks += [[]] if len(marks) < len(said) else []
    return Telling(tuple(_utterances(said, marks, audio)), tuple(_in_order(left, article.blocks)))


def _mark(marks: list[list[float]], seconds: float) -> None:
    """A mark sounds behind what is said before it; the one that opens an article, behind the first words."""
    if not marks:
        marks.append([])
    marks[-1].append(seconds)


def _utterances(
    said: list[tuple[Passage, Spoken]], marks: list[list[float]], audio: AudioSettings
) -> Iterator[Utterance]:
    following: list[Passage | None] = [*(passage for passage, _ in said[1:]), None]
    for (passage, words), after, seconds in zip(said, following, marks, strict=False):
        pause = pauses.marked(pauses.after(passage, after, audio), seconds, after is None, audio)
        yield Utterance(words.sentence_id, words, passage.manner, pause)


def _in_order(left: list[Left], blocks: tuple[Block, ...]) -> Iterator[Left]:
    """Each once, in the order of the text."""
    place = {sentence.id: number for number, sentence in enumerate(s for block in blocks for s in block.sentences)}
    found = sorted(left, key=lambda one: (place[one.sentence_id], one.span.start))
    return (next(group) for _, group in groupby(found))
