"""Signs that no other rule has read: arrows, bullets, emoji, slashes, ``< 5 %``, ``& Fils``, ``~ 200``, ``4*``.

After it no sign is left that a voice would spell. What a sign says alone stands in ``symbols.tsv``; an emoji says
nothing; a slash or a bar between words is a short pause.
"""

from collections.abc import Callable, Iterator
from unicodedata import category, digit

from editions.french import spelling
from editions.french.grammar import PAIRS, QUANTITIES
from editions.french.lazy import Lazy
from editions.french.patterns import BLANK, word_before
from editions.french.quantities import per
from editions.model import Sentence, Span
from editions.speech import Reading
from editions.tables import Table

TABLE = Table("rules/signs")

RULE = "symbols"
PAUSE = ","

_SIGN = Lazy("[²³¹⁰⁴-⁹₀-₉]|[^\\w\\s.,;:!?…«»“”„\"'’‘()\\[\\]{}–—‐‑‒―¿¡·‹›-]")
_PICTURE = Lazy(
    "[^\\w\\s][\ufe0e\ufe0f\u200d\u20e3\U0001f3fb-\U0001f3ff]*(?:(?<=\u200d)[^\\w\\s][\ufe0e\ufe0f\u200d]*)*"
)
_NUMBER = Lazy(rf"{BLANK}*[0-9]")
_LETTERS = Lazy(rf"(?<!\w)\w{BLANK}?[<>≤≥]{BLANK}?\w(?!\w)")
_RATING = Lazy(r"[*★⭐]+(?!\w)")
_BEFORE_NUMBER = Lazy(rf"(?<![0-9])(?<![0-9]{BLANK})(?<![0-9]{BLANK}{BLANK})\Z")
_UNIT_BEFORE = Lazy(r"(?<![\w])[^\W\d_]+\.?\Z|(?<=[0-9])j\Z|(?<=[0-9])e\Z")
_QUANTITY = Lazy(rf"[0-9]+(?:,[0-9]+)?{BLANK}?(?:[ckm]?[gmlL]|[€%]|[GMTk]o)(?!\w)")
"""A measure or a price after a slash: ``1,91 m/138 kg`` says two things of somebody."""
_RAISED = Lazy("[⁰¹²³⁴-⁹]+")
_COUNTED = Lazy(rf"[0-9]{{1,2}}{BLANK}?(?:(?P<hour>[hH])(?![^\W\d_])|(?P<noun>[^\W\d_]{{3,}}))")
"""``2 nuits/3 jours``, ``10 h/18 h``: two things, not one out of the other."""
_PER = Lazy(r"/([^\W\d_]{1,8}[²³23]?)(?!\w)")
"""``en €/m²``."""
_RANK = Lazy("[0-9]+(?:e|nd|er|re)(?![^\\W_])")
_RATE = Lazy(rf"1{BLANK}?(?:0{BLANK}?|00{BLANK}?)?(?:000{BLANK}?)+(?![0-9])")
"""``127 cas/100 000 habitants``."""
_BLANKS = frozenset(" \u00a0\u2009\u202f")
_NEAR = 40
"""How far back a rule looks: time stays linear."""
_AGE = Lazy(rf"{BLANK}*[0-9]{{1,2}}{BLANK}*ans(?!\w)")


def read(sentence: Sentence) -> Iterator[Reading]:
    """Signs of one sentence."""
    source, end = sentence.source, sentence.span.end
    place = sentence.span.start
    while (match := _SIGN.search(source, place, end)) is not None:
        special = _SPECIAL.get(match[0], _plain)
        reading = special(source, match.start(), sentence) or _plain(source, match.start(), sentence)
        if reading is not None:
            yield reading
        place = reading.span.end if reading is not None else match.end()


def _plain(source: str, place: int, sentence: Sentence) -> Reading | None:
    """What the table says; a picture with its modifiers says nothing; a combining accent is part of its word."""
    sign = source[place]
    said = TABLE.mapping("alone").get(sign)
    if said is None and category(sign)[0] == "M":
        return None
    picture = _PICTURE.match(source, place, sentence.span.end)
    end = picture.end() if picture and not said else place + 1
    between = not said and source[place - 1 : place].isalnum() and source[end : end + 1].isalnum()
    return Reading(Span(place, end), " " if between and category(sign) in ("Sm", "So") else said or "", RULE)


def _word(name: str, start: int, end: int) -> Reading:
    return Reading(Span(start, end), TABLE.mapping("named")[name], RULE)


def _limit(source: str, place: int, sentence: Sentence) -> Reading | None:
    """``< 5 %``, ``~ 200`` where nothing is compared: *moins de*, *environ*."""
    if not source[place + 1 : sentence.span.end].strip():
        return Reading(Span(place, place + 1), "", RULE)
    if _NUMBER.match(source, place + 1, sentence.span.end) and _nothing_counted_before(source, place, sentence):
        return _word(f"{source[place]} before", place, place + 1)
    if _LETTERS.search(source, max(sentence.span.start, place - 4), place + 5):
        return None
    digits = source[max(sentence.span.start, place - 2) : place + 3]
    return None if any(char.isdigit() for char in digits) else Reading(Span(place, place + 1), PAUSE, RULE)


def _figure(source: str, place: int, sentence: Sentence) -> Reading | None:
    """A subscript is a number; a superscript above 3 marks a note and says nothing."""
    return Reading(Span(place, place + 1), spelling.cardinal(str(ord(source[place]) - ord("₀"))), RULE)


def _plus(source: str, place: int, sentence: Sentence) -> Reading | None:
    """``+ 65 ans`` is *plus de 65 ans*; ``+ 3 %`` and ``+ d'infos`` are *plus*."""
    if source.startswith("+/-", place):
        return Reading(Span(place, place + 3), TABLE.mapping("before number")["+/-"], RULE)
    age = _AGE.match(source, place + 1, sentence.span.end)
    return _word(
        "+ before" if age and _nothing_counted_before(source, place, sentence) else "+ plain", place, place + 1
    )


def _nothing_counted_before(source: str, place: int, sentence: Sentence) -> bool:
    return _BEFORE_NUMBER.search(source, max(sentence.span.start, place - _NEAR), place) is not None


def _slash(source: str, place: int, sentence: Sentence) -> Reading | None:
    """Between words with blanks a pause; between words without blanks only a border."""
    before, after = source[place - 1 : place], source[place + 1 : place + 2]
    two_quantities = _QUANTITY.match(source, place + 1, sentence.span.end) is not None
    if two_quantities and after.isdigit():
        return Reading(Span(place, place + 1), PAUSE + " ", RULE)
    if (following := _COUNTED.match(source, place + 1, sentence.span.end)) and (
        following["hour"] or following["noun"] in PAIRS.words("counted")
    ):
        return Reading(Span(place, place + 1), PAUSE + " ", RULE)
    if (
        after.isdigit()
        and not _RANK.match(source, place + 1)
        and _UNIT_BEFORE.search(source, max(sentence.span.start, place - _NEAR), place)
    ):
        return _word("/ for" if _RATE.match(source, place + 1) else "/ of", place, place + 1)
    spaced = before.isspace() or after.isspace()
    return Reading(Span(place, place + 1), PAUSE if spaced else " ", RULE)


def _star(source: str, place: int, sentence: Sentence) -> Reading | None:
    """``hôtel 4*``, ``★★★``: stars are counted; otherwise an asterisk says nothing."""
    run = _RATING.match(source, place, sentence.span.end)
    if run is None:
        return None
    digit = source[place - 1 : place]
    if digit in _BLANKS and run[0][0] != "*":  # ``5 ★``
        digit = source[place - 2 : place - 1]
        if digit.isdigit() and len(run[0]) == 1 and not source[place - 3 : place - 2].isdigit():
            return _word("* one" if digit == "1" else "* many", place, run.end())
    if len(run[0]) == 1 and digit.isdigit() and not source[place - 2 : place - 1].isdigit():
        return _word("* one" if digit == "1" else "* many", place, run.end())
    if digit.isdigit() and len(run[0]) == int(digit) and not source[place - 2 : place - 1].isdigit():
        return _word("* many", place, run.end())
    rated = word_before(source, place, sentence.span.start).lower() in TABLE.words("starred")
    if 1 < len(run[0]) < 6 and (run[0][0] != "*" or rated):
        counted = spelling.cardinal(str(len(run[0])))
        return Reading(Span(place, run.end()), f"{counted} {TABLE.mapping('named')['* many']}", RULE)
    return None


def _hash(source: str, place: int, sentence: Sentence) -> Reading | None:
    if _NUMBER.match(source, place + 1, sentence.span.end):
        return _word("number sign", place, place + 1)
    return Reading(Span(place, place + 1), "", RULE)


def _money(source: str, place: int, sentence: Sentence) -> Reading | None:
    before = word_before(source, place - (source[place - 1 : place] in ("'", "’")), sentence.span.start)
    number = "one" if QUANTITIES.mapping("announcer").get(before.lower()) == "singular" else "alone"
    said = TABLE.mapping("named")[f"{source[place]} {number}"]
    per_unit = _PER.match(source, place + 1, sentence.span.end)
    by = per(per_unit[1].replace("m2", "m²")) if per_unit else None
    return Reading(Span(place, per_unit.end() if by and per_unit else place + 1), f"{said} {by}" if by else said, RULE)


def _equals(source: str, place: int, sentence: Sentence) -> Reading | None:
    """``=>`` is an arrow."""
    return Reading(Span(place, place + 2), "", RULE) if source[place + 1 : place + 2] == ">" else None


def _power(source: str, place: int, sentence: Sentence) -> Reading | None:
    """``10^6``, ``10⁶``: dix puissance six; a raised figure behind a word is the mark of a note."""
    sign = source[place]
    if sign == "^":
        between = source[place - 1 : place].isdigit() and source[place + 1 : place + 2].isdigit()
        return Reading(Span(place, place + 1), f" {TABLE.mapping('named')['^ power']} ", RULE) if between else None
    if not source[place - 1 : place].isdigit():
        return None
    return Reading(
        Span(place, place + 1),
        f" {TABLE.mapping('named')['^ power']} {spelling.cardinal(str(digit(sign)))}",
        RULE,
    )


def _negative_power(source: str, place: int, sentence: Sentence) -> Reading | None:
    """``10⁻³``: dix puissance moins trois."""
    run = _RAISED.match(source, place + 1, sentence.span.end)
    if run is None or not source[place - 1 : place].isdigit():
        return None
    number = spelling.cardinal("".join(str(digit(char)) for char in run[0]))
    said = f" {TABLE.mapping('named')['^ power']} {spelling.word('minus')} {number}"
    return Reading(Span(place, run.end()), said, RULE)


def _section(source: str, place: int, sentence: Sentence) -> Reading | None:
    return _word("§ many", place, place + 2) if source[place : place + 2] == "§§" else None


_SPECIAL: dict[str, Callable[[str, int, Sentence], Reading | None]] = {
    **dict.fromkeys("<>≤≥~≈±", _limit),
    **dict.fromkeys("/|", _slash),
    **dict.fromkeys("*★⭐", _star),
    **dict.fromkeys("€$£¥", _money),
    **dict.fromkeys("^⁴⁵⁶⁷⁸⁹", _power),
    "⁻": _negative_power,
    "=": _equals,
    **dict.fromkeys("₀₁₂₃₄₅₆₇₈₉", _figure),
    "+": _plus,
    "#": _hash,
    "§": _section,
}
