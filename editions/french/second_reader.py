"""The second reader: when the rules have spoken, what they said apart must agree in the sentence.

    vingt et un + pages            vingt et une pages          gender
    trente et un + édition         trente et une éditions      number
    de + environ, qu' + onze       d'environ, que onze         elision

A function from readings to readings, in one walk from left to right, each reading against its neighbours: no rule
knows what another one makes of the next word. What stands for itself stays, but for a *de* or *que* that a number or
a short form behind it changes.
"""

from collections.abc import Sequence
from functools import cache

from editions.french import agreement, spelling
from editions.french.elision import elided
from editions.french.grammar import AGREEMENT, DETERMINERS
from editions.speech import PLAIN, Reading
from editions.tables import words


def agreed(readings: Sequence[Reading]) -> list[Reading]:
    """The readings of a sentence, in order and without gap, agreeing with one another."""
    made = list(readings)
    for index, reading in enumerate(made):
        if reading.rule in AGREEMENT.words("short form") and index > 1 and made[index - 1].spoken.isspace():
            made[index - 2 : index + 1 : 2] = _pair(made[index - 2], reading, _is_label(made, index - 2))
        elif (
            reading.rule in AGREEMENT.words("short form") - AGREEMENT.words("agreed")
            and index
            and _shows_plural(made[index - 1])
        ):
            made[index] = reading._replace(spoken=_several(reading.spoken))
    return elided(made)


def _pair(number: Reading, noun: Reading, label: bool) -> tuple[Reading, Reading]:
    """A number and the short form of what it counts."""
    if label or number.rule not in AGREEMENT.words("counts") or number.spoken[-1:].isspace():
        return number, noun
    if spelling.word("comma") not in number.spoken and _is_feminine(noun.spoken):
        number = number._replace(spoken=_feminine(number.spoken))
    stays = noun.rule in AGREEMENT.words("agreed") or _is_one(number.spoken)
    return number, noun if stays else noun._replace(spoken=_several(noun.spoken))


def _is_label(readings: Sequence[Reading], index: int) -> bool:
    """``p. 21``, ``en 2024``: a short form, or a word of the text that is no article, says what the number is."""
    if index < 2 or not readings[index - 1].spoken.isspace():
        before = readings[index - 1].spoken if index else ""
        return before.rstrip()[-1:].isalpha() and before.split()[-1].lower() in AGREEMENT.words("before label")
    return readings[index - 2].rule in AGREEMENT.words("short form")


def _is_feminine(said: str) -> bool:
    return agreement.feminine(said.split()[0])


def _feminine(number: str) -> str:
    """*vingt et une*, where it ends in *un*."""
    one, feminine = _ones()
    stem = number.removesuffix(one)
    return number if stem == number or stem[-1:].isalpha() else stem + feminine


def _is_one(number: str) -> bool:
    """Nothing is in the plural below two."""
    first = number.split()[0] if number else ""
    return (
        first == spelling.cardinal("0") or number in _ones() or number.startswith(tuple(f"{one} " for one in _ones()))
    )


@cache
def _ones() -> tuple[str, str]:
    return spelling.cardinal("1"), spelling.cardinal("1", feminine=True)


def _shows_plural(before: Reading) -> bool:
    last = before.spoken.rstrip().rpartition(" ")[2].lower()
    return before.rule == PLAIN and before.spoken[-1:].isspace() and last in DETERMINERS.words("plural")


def _several(noun: str) -> str:
    """The plural of a feminine noun that stands alone; masculine ones have theirs in the table."""
    known = words("dictionaries/feminine_nouns")
    return f"{noun}s" if noun in known and f"{noun}s" in known else noun
