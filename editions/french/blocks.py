"""The readings of a block's sentences: calls of notes are silent, and no rule sees them.

``En 2024[3], 12 000[4] habitants`` is read as ``En 2024, 12 000 habitants``; the number that a note begins with is read
alone, with a colon: ``[1] Km zéro.`` is no kilometre. So is the letter or the Roman number of an item: ``ii. Le pont``.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from editions import french
from editions.french import romans
from editions.french.domains import About
from editions.french.lexicon import Lexicon
from editions.model import Block, Sentence, Span
from editions.model.runs import Label
from editions.model.without import Without, calls
from editions.speech import PLAIN, Reading, Spoken

CALL = "call"
"""Rule name of calls of notes: nothing is said."""
LABEL = "note"
"""Rule name of the number of a note, and of the letter of an item."""
_COLON = "\u00a0:"
_LETTERED = re.compile(r"\(?[a-zA-Z]{1,5}[.)]+")
"""« A. », « b) », « iv. »: the number of an item in letters."""
_SIGN = re.compile(r"[^\W_]+(?=\W*$)")
"""The number or letter of a label: the last word of « [note 1] »."""


def read(block: Block, lexicon: Lexicon | None = None, language: str = "fr-FR", about: About = ()) -> list[Spoken]:
    """How each sentence of a block is said; readings cover it as those of ``french.read`` do.

    ``about``: what the article speaks of, from ``domains.spoken_of``.
    """
    label = _label(block)
    silent = [*calls(block.text, block.runs), *([label] if label else [])]
    sentences = [replace(sentence, about=about) for sentence in block.sentences]
    if not silent:
        return [french.read(sentence, lexicon, language) for sentence in sentences]
    short = Without(block.text, silent)
    return [_read(sentence, short, label, lexicon, language) for sentence in sentences]


def _label(block: Block) -> Span | None:
    """Where the number of a note is, or that of an item when it is written in letters."""
    found = next((run.span for run in block.runs if isinstance(run, Label) and run.span.start == 0), None)
    lettered = found is not None and _LETTERED.fullmatch(block.text, found.start, found.end)
    return found if block.kind == "note" or (block.kind == "item" and lettered) else None


def _read(sentence: Sentence, short: Without, label: Span | None, lexicon: Lexicon | None, language: str) -> Spoken:
    inner = Span(short.rest(sentence.span.start), short.rest(sentence.span.end))
    found = french.read(Sentence(sentence.id, short.text, inner, sentence.about), lexicon, language).readings
    made: list[Reading] = []
    place = sentence.span.start
    for reading in _placed(found, short):
        made += _silent(place, reading.span.start, sentence, label, language)
        made.append(reading)
        place = reading.span.end
    made += _silent(place, sentence.span.end, sentence, label, language)
    return Spoken(sentence.id, tuple(made))


def _placed(readings: tuple[Reading, ...], short: Without) -> Iterator[Reading]:
    """The readings at their places in the whole; what stands for itself is cut where something was left out."""
    for reading in readings:
        start, end = reading.span.start, reading.span.end
        edges = [start, *(short.holes(start, end) if reading.rule == PLAIN else ()), end]
        for a, b in pairwise(edges):
            spoken = reading.spoken[a - start : b - start] if reading.rule == PLAIN else reading.spoken
            yield reading._replace(span=Span(short.starts(a), short.ends(b)), spoken=spoken)


def _said(label: str, language: str) -> str:
    """A number of its own: « deux : » of ``[2]``, « deux. » of ``ii.``, « B. » of ``b)``; nothing of a star."""
    sign = _SIGN.search(label)
    if not sign:
        return ""
    roman = len(sign[0]) > 1 or sign[0] in "ivxIVX"
    value = romans.value(sign[0].upper()) if roman else 0
    if _LETTERED.fullmatch(label):
        return f"{_number(str(value), language) if value else sign[0].upper()}."
    return _number(str(value or sign[0]), language) + _COLON


def _number(written: str, language: str) -> str:
    return french.read(Sentence("", written, Span(0, len(written))), None, language).text


def _silent(start: int, end: int, sentence: Sentence, label: Span | None, language: str) -> Iterator[Reading]:
    """The reading of what was left out between two readings."""
    if start >= end:
        return
    if label and start < label.end:
        yield Reading(Span(start, label.end), _said(sentence.source[label.start : label.end], language), LABEL)
        start = label.end
    if start < end:
        yield Reading(Span(start, end), "", CALL)
