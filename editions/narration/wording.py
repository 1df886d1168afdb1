"""The words of a passage: its readings without what is not said, what is said before it, cut at its pause marks."""

import re
from collections.abc import Iterator, Mapping, Sequence

from editions.audio.settings import AudioSettings
from editions.model import Block, Sentence, Span
from editions.model.runs import Credit, NoteCall, Pause
from editions.narration.passages import said_number
from editions.narration.values import Left, Passage, Why
from editions.speech import PLAIN, Reading, Spoken

INTRODUCTION = "introduction"
"""Rule name of words that are said and stand nowhere, or stand elsewhere: their span is empty."""
_COLON = "\u00a0: "
_BEFORE_CREDIT = re.compile(r"[\s\-–—|•/.,]*$")


def words(
    passage: Passage, readings: Mapping[str, Spoken], audio: AudioSettings
) -> tuple[list[Spoken | float], list[Left]]:
    """What is said of a passage, in parts, the seconds of its pause marks between them; and what is not said."""
    sentence = passage.sentence
    dropped = list(_dropped(passage.block, sentence, audio))
    kept = _without(readings[sentence.id].readings, [left.span for left in dropped])
    if any(map(str.isalnum, "".join(reading.spoken for reading in kept))):
        kept = [*_introductions(passage, readings), *kept]
        if passage.colon:
            kept = [*_trimmed(kept), _said(sentence.span.end, _COLON.rstrip())]
    return list(_cut(sentence, kept, passage.block)), dropped


def _dropped(block: Block, sentence: Sentence, audio: AudioSettings) -> Iterator[Left]:
    """Stretches of a sentence that are not said: calls of notes, and credits if the newsroom wants none."""
    for run in block.runs:
        why: Why | None = "call" if isinstance(run, NoteCall) else None
        start, end = run.span.start, run.span.end
        if isinstance(run, Credit) and not audio.credits:
            why, start = "credit", len(_BEFORE_CREDIT.sub("", block.text[:start]))
        start, end = max(start, sentence.span.start), min(end, sentence.span.end)
        if why and start < end:
            yield Left(sentence.id, Span(start, end), why)


def _without(readings: Sequence[Reading], spans: Sequence[Span]) -> list[Reading]:
    """The readings outside some stretches; one that only begins or ends there is said whole."""
    kept = list(readings)
    for span in spans:
        kept = [part for reading in kept for part in _outside(reading, span)]
    return kept


def _outside(reading: Reading, span: Span) -> Iterator[Reading]:
    start, end = reading.span.start, reading.span.end
    if not reading.span.overlaps(span):
        yield reading
    elif reading.rule == PLAIN:
        yield from (part for part in (_part(reading, start, span.start), _part(reading, span.end, end)) if part.spoken)
    elif start < span.start or span.end < end:
        yield reading


def _part(reading: Reading, start: int, end: int) -> Reading:
    """A stretch of a plain reading."""
    first, last = max(start, reading.span.start), min(end, reading.span.end)
    if first >= last:
        return reading._replace(span=Span(first, first), spoken="")
    offset = reading.span.start
    return reading._replace(span=Span(first, last), spoken=reading.spoken[first - offset : last - offset])


def _introductions(passage: Passage, readings: Mapping[str, Spoken]) -> Iterator[Reading]:
    """What is said before, each with a colon but the word before a number."""
    place = passage.sentence.span.start
    for words in passage.before:
        if isinstance(words, str):
            spaced = passage.block.kind == "note" and said_number(passage.block)
            yield _said(place, words + (" " if spaced else _COLON))
        else:
            said = _trimmed(readings[words.id].readings)
            yield from (reading._replace(span=Span(place, place), rule=INTRODUCTION) for reading in said)
            yield _said(place, _COLON)


def _said(place: int, text: str) -> Reading:
    return Reading(Span(place, place), text, INTRODUCTION)


def _trimmed(readings: Sequence[Reading]) -> list[Reading]:
    """The readings without the blanks, tabs and line ends at their end."""
    kept = list(readings)
    while kept and not kept[-1].spoken.strip():
        kept.pop()
    if kept and kept[-1].rule == PLAIN:
        last = kept[-1]
        kept[-1] = _part(last, last.span.start, last.span.start + len(last.spoken.rstrip()))
    return kept


def _cut(sentence: Sentence, readings: list[Reading], block: Block) -> Iterator[Spoken | float]:
    """The readings cut at the pause marks in the sentence, and behind it."""
    for run in sorted((run for run in block.runs if isinstance(run, Pause)), key=lambda run: run.span.start):
        if sentence.span.start < run.span.start <= sentence.span.end:
            if before := _until(readings, run.span.start):
                yield Spoken(sentence.id, tuple(before))
            yield run.seconds
            readings = _since(readings, run.span.start)
    if readings:
        yield Spoken(sentence.id, tuple(readings))


def _until(readings: Sequence[Reading], place: int) -> list[Reading]:
    """What begins before a place; what stands for itself only up to it."""
    begun = (r for r in readings if r.span.start < place)
    return [_part(r, r.span.start, place) if r.rule == PLAIN else r for r in begun]


def _since(readings: Sequence[Reading], place: int) -> list[Reading]:
    """The rest."""
    going_on = (r for r in readings if r.span.start >= place or (r.rule == PLAIN and r.span.end > place))
    return [_part(r, place, r.span.end) if r.rule == PLAIN and r.span.start < place else r for r in going_on]
