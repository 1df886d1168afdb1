"""All that knows French: sentences, readings of what is not written as it is said, print typography.

``segment(text)`` cuts a block's text into sentences; ``read(sentence)`` says how each stretch of one is spoken.
No rule sees what another one proposed: the first rule in ``RULES`` that reads a stretch wins it, and stretches that
no rule reads stand for themselves.
"""

from collections.abc import Iterator
from itertools import chain

from editions.french import regional
from editions.french.doubts import doubted
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
    departments,
    electronic,
    forecasts,
    fractions,
    inclusive,
    jargon,
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
    races,
    ranges,
    repeated,
    roman,
    scores,
    shapes,
    signs,
    tallies,
    times,
    titles,
    unread,
    weekdays,
)
from editions.french.second_reader import agreed
from editions.french.segmentation import segment
from editions.french.tokens import is_border
from editions.model import Sentence, Span
from editions.speech import PLAIN, Reading, Spoken

__all__ = ["RULES", "Lexicon", "read", "segment"]

# Of two readings of one stretch the earlier rule's is said, so the rule that knows more of what stands around comes
# first. Beside each rule: the later ones that would read a part of its stretches, and one that shows it.
RULES: tuple[Rule, ...] = (
    # What a pattern tells wholly.
    shapes,  # alphanumerics, dates, forecasts, law, measures, phones, signs, times: S4 E7/10, 205/55 R16, - de 25 ans
    # Forms that nothing else looks like, whatever figures, letters and signs they are made of.
    electronic,  # abbreviations, alphanumerics, capitals, inclusive, signs: #JO2024, .gouv.fr
    inclusive,  # signs: agriculteurs/trices
    phones,  # ranges, signs: le 36-15, +33 2 33 12 34 56
    # Figures that are a name or an address: a word before them says so, and they neither agree nor are measured.
    law,  # alphanumerics, fractions, measures, periods, ranges: L. 121-3
    numero,  # periods, ranges, signs: n° 2004-575
    addresses,  # abbreviations, fractions, measures: 1 pl. de la Mairie, 2/4 rue Foch
    departments,  # alphanumerics, measures, ranges: 2A is no ampere
    jargon,  # abbreviations, measures, tallies, titles: 21 b. en 28 m., where football is spoken of
    # Words beside a name.
    parties,  # capitals: maire (DVD)
    titles,  # abbreviations, capitals, roman: le Gal de Gaulle, MMes
    # Time, from what a word announces to the bare form; before fractions, scores and ranges, which ask for less.
    forecasts,  # capitals, fractions, measures: Brest 9/14
    periods,  # abbreviations, fractions, ranges: 2023-2024, 1er sem. 2025
    dates,  # fractions, ordinals, ranges: 22/10, 1er mai, 5-6 mai
    coordinates,  # times: un écran 55''
    races,  # times, scores, ranges: 1:23.456, 4:10 au 1500 m
    times,  # abbreviations, fractions, measures, scores: 20 h, 1:25
    # Sport: two numbers and a sign, or a number and a letter, in company of others of their kind.
    tallies,  # abbreviations, fractions, measures, scores: 1 t., 2 p.; 16/1, 7/2
    scores,  # abbreviations, capitals, fractions, measures, ranges: 6/4 7/6, 4 t.a.b. à 3
    # A number and what it counts, by the sign or the unit behind it.
    repeated,  # fractions, money, measures, signs: 5 km-10 km, 8 ans/12 ans
    fractions,  # measures, money, ordinals, signs: 3/4 h, 12/8 €, 1/8es
    percent,  # ranges, signs: 5-10 %
    money,  # abbreviations, capitals, measures, ranges: 3 M€, 100 CHF, 890 €/sem.
    alphanumerics,  # capitals, measures, ordinals, ranges, signs: R.110, CO₂
    ordinals,  # measures: 2nd is neither nautical nor a day
    measures,  # abbreviations, capitals, ranges, signs: 30 000 hab, 2CV, 10-12 °C
    bare_units,  # abbreviations, signs: le m³
    # Letters: short forms of the tables before numerals, and both before capitals, which reads any.
    abbreviations,  # capitals, signs: N.B., €/sem.
    weekdays,
    roman,  # capitals, signs: Louis IV
    ranges,  # signs: les 15/17 ans
    capitals,  # signs: LGBT+, R&D
    # What is left: no sign and no digit stays for the voice to spell.
    signs,
    numbers,
    unread,  # what only looks like a short form is listed for the editor
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
    return tuple(_kept_apart(list(doubted(agreed(covered), sentence.source))))


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
