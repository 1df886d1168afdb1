"""``de`` and ``que`` lose their e before a number that is said *un* or *une*, and get it back before one that is not.

Not before one that stands for itself: ``de 1 à 10`` counts from *un* (Grevisse & Goosse, Le bon usage, § 50); nor
before decimals, which are read figure by figure: ``de 1,8 point``.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import zip_longest

from editions.french import spelling
from editions.french.grammar import ELISION
from editions.french.patterns import BLANK, either
from editions.french.quantities import elides
from editions.model import Span
from editions.speech import PLAIN, Reading


def elided(readings: Sequence[Reading]) -> list[Reading]:
    """The readings, those of such numbers with the word before them; and ``d'1 000`` as *de mille*."""
    made: list[Reading] = []
    for reading, following in zip_longest(readings, readings[1:]):
        if _is_said_of(made) and reading.rule != PLAIN and _is_one(reading, following):
            blank, sign = made.pop(), made.pop()
            span = Span(sign.span.start, blank.span.end)
            made += [sign._replace(span=span, spoken=sign.spoken[:-1] + "'"), reading]  # « < 1 an »: moins d'un an
            continue
        if not made or made[-1].rule != PLAIN or reading.rule == PLAIN:
            made.append(reading)
        elif _is_one(reading, following) or reading.spoken.startswith(_signs()) or _is_short_form(reading):
            made += _joined(made.pop(), reading)
        elif _refuses(reading):
            made += _parted(made.pop(), reading)
        else:
            made.append(reading)
    return made


def _is_said_of(made: Sequence[Reading]) -> bool:
    """Whether what has been read ends in *de*, and a blank stands behind it: ``< ``."""
    if len(made) < 2 or made[-1].rule != PLAIN or not made[-1].spoken.isspace():
        return False
    return made[-2].rule != PLAIN and made[-2].spoken.endswith(f" {spelling.word('of')}")


def _is_one(reading: Reading, following: Reading | None) -> bool:
    """Whether it counts something: a bare number needs a noun behind it, or *ou* and another number."""
    if _pointed().match(reading.spoken):
        return False
    said = reading.spoken if following is None else reading.spoken + following.spoken
    return _counting().match(said) is not None


def _joined(plain: Reading, number: Reading) -> list[Reading]:
    """``de``, ``1 an`` → *d'un an*."""
    match = _words().search(plain.spoken)
    if match is None:
        return [plain, number]
    short = match[1][0] + ELISION.mapping("word")[match[1].lower()][1:]
    others = tuple((short if _counting().match(other) else match[0]) + other for other in number.alternatives)
    return _with_word(plain, match.start(), number._replace(spoken=short + number.spoken, alternatives=others))


def _parted(plain: Reading, number: Reading) -> list[Reading]:
    """``d'``, ``1 000`` → *de mille*; ``qu'``, ``11`` → *que onze*."""
    match = _cut_words().search(plain.spoken)
    if match is None:
        return [plain, number]
    word = next(word for word, short in ELISION.rows("word") if short[:-1] == match[1].lower())
    whole = match[1][0] + word[1:]
    return _with_word(plain, match.start(), number._replace(spoken=f"{whole} {number.spoken}"))


def _with_word(plain: Reading, place: int, number: Reading) -> list[Reading]:
    """What stands for itself up to ``place``, if anything, and the number that has taken the rest."""
    start = plain.span.start + place
    rest = plain._replace(span=Span(plain.span.start, start), spoken=plain.spoken[:place])
    whole = number._replace(span=Span(start, number.span.end))
    return [rest, whole] if place else [whole]


def _is_short_form(reading: Reading) -> bool:
    """``de env. 30``, ``que oct.``: a word in full, which begins with a vowel."""
    return reading.rule in ELISION.words("rule of words") and _is_word(reading.spoken) and elides(reading.spoken)


def _refuses(reading: Reading) -> bool:
    """Numbers that begin with a consonant, *onze*, *huit*; short forms keep what was written, letters stand alone."""
    counted = reading.rule not in ELISION.words("rule of words")
    return counted and _is_word(reading.spoken) and not elides(reading.spoken)


def _is_word(said: str) -> bool:
    return said[:2].isalpha() and said[:2].islower()


@cache
def _signs() -> tuple[str, ...]:
    """Names of signs before which *de* is elided: ``de @rance``."""
    return tuple(ELISION.words("sign"))


@cache
def _counting() -> re.Pattern[str]:
    ones = spelling.cardinal("1"), spelling.cardinal("1", feminine=True)
    apart = spelling.word("to"), spelling.word("comma"), *ELISION.words("number stays")
    return re.compile(
        rf"""
        (?:{"|".join(ones)}) {BLANK} (?! (?:{"|".join(apart)}) (?!\w) | {spelling.word("or")}{BLANK}[^\W\d_] )
        [^\W\d_]
        """,
        re.VERBOSE,
    )


@cache
def _pointed() -> re.Pattern[str]:
    """``1.5``: un point cinq."""
    return re.compile(rf"{spelling.cardinal('1')}{BLANK}{spelling.word('point')}{BLANK}")


@cache
def _words() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'’-])((?i:{either(ELISION.mapping('word'))})){BLANK}\Z")


@cache
def _cut_words() -> re.Pattern[str]:
    shorts = "|".join(short[:-1] for _, short in ELISION.rows("word"))
    return re.compile(rf"(?<![^\W_])((?i:{shorts}))['’]\Z")
