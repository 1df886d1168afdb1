"""All that knows French: sentences, readings of what is not written as it is said, print typography.

``segment(text)`` cuts a block's text into sentences; ``read(sentence)`` says how each stretch of one is spoken.
No rule sees what another one proposed: the first rule in ``RULES`` that reads a stretch wins it, and stretches that
no rule reads stand for themselves.
"""

from collections.abc import Iterator
from itertools import chain

from editions.french import regional
from editions.french.elision import elided
from editions.french.lexicon import Lexicon
from editions.french.rules import (
    Rule,
    abbreviations,
    addresses,
    alphanumerics,
    bare_units,
    capitals,
    coordinates,
    dates,
    decades,
    departments,
    electronic,
    forecasts,
    fractions,
    inclusive,
    law,
    measures,
    money,
    numbers,
    numero,
    ordinals,
    parties,
    percent,
    periods,
    phones,
    ranges,
    roman,
    scores,
    signs,
    tallies,
    times,
    titles,
    weekdays,
)
from editions.french.segmentation import segment
from editions.french.tokens import is_border
from editions.model import Sentence, Span
from editions.speech import PLAIN, Reading, Spoken

__all__ = ["RULES", "Lexicon", "read", "segment"]

# Most specific first.
RULES: tuple[Rule, ...] = (
    electronic,
    inclusive,
    phones,
    law,
    numero,
    addresses,
    departments,
    parties,
    titles,
    decades,
    forecasts,
    periods,
    dates,
    coordinates,
    times,
    tallies,
    scores,
    fractions,
    percent,
    money,
    alphanumerics,
    ordinals,
    measures,
    bare_units,
    abbreviations,
    weekdays,
    roman,
    ranges,
    capitals,
    signs,
    numbers,
)


def read(sentence: Sentence, lexicon: Lexicon | None = None, language: str = "fr-FR") -> Spoken:
    """How a sentence is said; the readings cover it in order, without gap or overlap.

    ``lexicon`` wins over all rules; ``language`` (fr-FR, fr-BE, fr-CH) says which names the tens have.
    """
    won = _covered(sentence, _winners(sentence, lexicon))
    return Spoken(sentence.id, regional.localized(won, language))


def _winners(sentence: Sentence, lexicon: Lexicon | None) -> list[Reading]:
    """Readings that do not overlap, in order: of two that do, the one of the earlier rule.

    One that cuts a token is a bug of its rule: it is left out, and tests tell.
    """
    start, end = sentence.span.start, sentence.span.end
    rules = (lexicon, *RULES) if lexicon else RULES
    taken = bytearray(end - start)
    won = []
    for reading in chain.from_iterable(rule.read(sentence) for rule in rules):
        first, last = reading.span.start - start, reading.span.end - start
        if first >= 0 and taken.find(1, first, last) < 0 and fits(reading, sentence):
            taken[first:last] = b"\1" * (last - first)
            won.append(reading)
    won.sort(key=lambda reading: reading.span.start)
    return won


def fits(reading: Reading, sentence: Sentence) -> bool:
    """Whether a reading lies inside the sentence, is not empty, and begins and ends on token borders."""
    start, end = reading.span.start, reading.span.end
    inside = sentence.span.start <= start < end <= sentence.span.end
    return inside and is_border(sentence.source, start) and is_border(sentence.source, end)


def _covered(sentence: Sentence, won: list[Reading]) -> tuple[Reading, ...]:
    """The readings and, between them, what stands for itself."""
    covered: list[Reading] = []
    place = sentence.span.start
    for reading in won:
        if place < reading.span.start:
            covered.append(_plain(sentence, place, reading.span.start))
        covered.append(reading)
        place = reading.span.end
    if place < sentence.span.end:
        covered.append(_plain(sentence, place, sentence.span.end))
    return tuple(_kept_apart(elided(covered)))


def _plain(sentence: Sentence, start: int, end: int) -> Reading:
    return Reading(Span(start, end), sentence.source[start:end], PLAIN)


def _kept_apart(readings: list[Reading]) -> Iterator[Reading]:
    """A blank where two words would run together: ``Addict61`` is two words to the ear."""
    last = ""
    for index, reading in enumerate(readings):
        spoken = reading.spoken
        if reading.rule != PLAIN:
            following = readings[index + 1 : index + 2]
            before = " " if last.isalnum() and spoken[:1].isalnum() else ""
            plain_after = bool(following) and following[0].rule == PLAIN and following[0].spoken[:1].isalnum()
            after = " " if plain_after and spoken[-1:].isalnum() else ""
            if before or after:
                reading = reading._replace(spoken=before + spoken + after)
        last = reading.spoken[-1:] or last
        yield reading
