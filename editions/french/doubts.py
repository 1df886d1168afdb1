"""What should be asked of the editor: readings that look as if something else were meant.

A rule knows what it looked for; this pass looks at what the readings stand beside. A number that touches what no rule
has read with it, a bar said *sur*, a word made of capitals inside a sentence, an abbreviation of several meanings: such
a reading keeps what it says and is made ``UNSURE``. ``ASKED`` has the questions by rule.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from editions.french import spelling
from editions.french.around import says
from editions.french.confidence import UNSURE
from editions.french.grammar import DOUBTS
from editions.french.lazy import Lazy
from editions.french.patterns import BLANK
from editions.french.quantities import units
from editions.speech import Reading
from editions.tables import Table, table

_TOUCHED_BEFORE = Lazy(r"(?:[0-9][.,:'’]|(?<!\w)[A-Z]\.|[0-9](?:h|s|min))\Z")
_TOUCHES = Lazy(rf"[.,:'’][0-9]|\.[-–—]|{BLANK}[0-9]{{3}}[.,]|[a-wyzà-ÿ](?![^\W\d_])|s[0-9]|[\"”″]|['’′](?!\w)")
_SPACED = Lazy(rf"[0-9]{{1,2}}{BLANK}[-–]{BLANK}")
_MAKE = Lazy(rf"[A-Z][a-z][\w-]*{BLANK}\Z")
_WORD = re.compile(r"[^\W\d_]+")
_MEASURED = Lazy(rf"{BLANK}?[0-9.,]+{BLANK}?(?:[x×]|[cmdk]?m(?!\w)|p)")
_MINUTE = Lazy("[0-9]{1,3}['’]\\Z")
_CHAINED = Lazy("[-–][0-9]")
_LETTER = Lazy(rf"{BLANK}[A-Z](?:{BLANK}|[,;).]|\Z)")
_TRADE = "jargon"
_FEW = 3
_LONG = 8
"""Figures from which a number that counts nothing round is rather a name."""
_NEAR = 12
_LAST_SCORE = 199
_MOST_POINTS = 30


class Place:
    """A reading and the source around it."""

    __slots__ = ("after", "before", "source", "written")

    def __init__(self, reading: Reading, source: str) -> None:
        start, end = reading.span.start, reading.span.end
        self.source = source
        self.written = source[start:end].strip()
        self.before = source[max(0, start - _NEAR) : start]
        self.after = source[end : end + _NEAR]


Question = Callable[[Reading, Place], bool]


def doubted(readings: Sequence[Reading], source: str) -> Iterator[Reading]:
    """The readings, those that an editor should look at with less confidence."""
    for index, reading in enumerate(readings):
        questions = ASKED.get(reading.rule, ())
        if questions and reading.confidence > UNSURE and not _counts_form(readings[index + 1 : index + 3]):
            place = Place(reading, source)
            if any(question(reading, place) for question in questions):
                reading = reading._replace(confidence=UNSURE)
        yield reading


def _counts_form(following: Sequence[Reading]) -> bool:
    """``3 E`` in a match report: the letter behind the number is known for what it is."""
    behind = next((reading for reading in following if not reading.spoken.isspace()), None)
    return behind is not None and behind.rule == _TRADE and behind.confidence > UNSURE


def _touches(reading: Reading, place: Place) -> bool:
    """``3.10⁸``, ``58s54``, ``1:29,483``: a part of something that nobody has read as a whole."""
    if _TOUCHED_BEFORE.search(place.before, 0, len(place.before)):
        return True
    return place.written[-1:].isdigit() and _TOUCHES.match(place.after) is not None


def _is_long(reading: Reading, place: Place) -> bool:
    """``RCS 512 458 777``: nobody counts so exactly."""
    figures = "".join(filter(str.isdigit, place.written))
    return len(figures) > _LONG and not figures.endswith("000")


def _before_letter(reading: Reading, place: Place) -> bool:
    """``3 E Roy``, ``160 U/ha``: a letter that counts something."""
    written = "".join(place.written.split())
    return written.isdigit() and not place.before[-1:].isalpha() and _LETTER.match(place.after) is not None


def _is_over(reading: Reading, place: Place) -> bool:
    """A bar or a cross between quantities."""
    bar = place.written in ("/", "∕") and place.before[-1:] != "f" and reading.spoken.strip() == spelling.word("over")
    if place.written in ("$", "£") and place.before[-1:].isalpha():
        return True
    if place.written in ("x", "X", "×") and reading.spoken.strip() == spelling.word("over"):
        return _MEASURED.match(place.after) is None and not place.before.rstrip()[-1:].isalpha()
    cross = place.written in ("x", "X", "×", "*") and place.after[:1].isdigit() and place.after[1:2].isalpha()
    return bar or cross


def _is_odd_range(reading: Reading, place: Place) -> bool:
    """``09-2008``, ``2024-3094``: zeros, or ends of which one is no score."""
    low, high = ("".join(part.split()) for part in place.written.replace("–", "-").partition("-")[::2])
    if not (low.isdigit() and high.isdigit()) or not DOUBTS.words("numbered").isdisjoint(
        _WORD.findall(place.before.lower())
    ):
        return False
    falls = int(low) > int(high) and len(low) > 1
    zero = (low[0] == "0" and len(low) > 1) or (high[0] == "0" and len(high) > 1)
    return zero or (falls and int(low) > _LAST_SCORE)


def _is_no_score(reading: Reading, place: Place) -> bool:
    """``59:47``: hardly the points of a set."""
    points = place.written.split(":")
    return len(points) > 1 and all(point.isdigit() and int(point) > _MOST_POINTS for point in points)


def _is_by_dot(reading: Reading, place: Place) -> bool:
    """``1.43``: a time, a price or a version."""
    whole, _, rest = place.written.partition(".")
    return len(whole) < _FEW and whole.isdigit() and rest.isdigit() and len(rest) == 2 and rest < "60"


def _is_dotted_unit(reading: Reading, place: Place) -> bool:
    """``838 t.``, ``14 m.``: symbols of units have no dot."""
    dotted = place.written.endswith(".") or (place.after[:1] == "." and place.after[1:2] in ("", ",", ";", ")"))
    counted = reading.spoken.removesuffix("s").endswith((units()["t"].singular, units()["m"].singular))
    return dotted and counted and "," not in place.written and bool(place.after.strip(". "))


def _is_letter_unit(reading: Reading, place: Place) -> bool:
    """``5 N``, ``91V``, ``12 s.``: letters that are units and much else."""
    letter = place.written.rstrip(".").lstrip("0123456789 \u00a0\u202f")
    known = letter in DOUBTS.words("letter") and "," not in place.written
    return known and reading.spoken.endswith((units()[letter].singular, units()[letter].plural))


def _is_word_of_capitals(reading: Reading, place: Place) -> bool:
    """``(VIS)``, ``un DE``: short, in capitals, said as a word, alone among small letters and not quoted."""
    if not (place.written.isupper() and 1 < len(place.written) < 5) or place.before.rstrip().endswith(("«", "“")):
        return False
    if not place.before.strip(' «“"•–—-'):  # « BUS. – Le réseau »
        return False
    shouted = any(word.isupper() and len(word) > 1 for word in _WORD.findall(f"{place.before} {place.after}"))
    lower = any(char.islower() for char in place.before + place.after)
    word = reading.spoken.islower() and reading.spoken not in DOUBTS.words("emphatic")
    return word and lower and not shouted


def _has_meanings(reading: Reading, place: Place) -> bool:
    """``arr.``, ``p.``: a form that the table reads in several ways, here by no sign of its own."""
    return place.written in _ambiguous() and reading.spoken in _ambiguous()[place.written]


@cache
def _ambiguous() -> dict[str, frozenset[str]]:
    """Forms with several meanings: what is said where little is asked for."""
    met: dict[str, dict[str, set[str]]] = {}
    for written, spoken, other, where in table("dictionaries/abbreviations"):
        met.setdefault(written, {}).setdefault(spoken, set()).add(where)
        if other:
            met[written].setdefault(other, set()).add(where)
    loose = DOUBTS.words("little asked")
    return {
        written: frozenset(spoken for spoken, places in meanings.items() if places <= loose)
        for written, meanings in met.items()
        if len(meanings) > 2
    }


def _is_minute(reading: Reading, place: Place) -> bool:
    """``52'``: how long, or the minute of a match; ``3 - 21h05``: a channel and its hour."""
    chained = _CHAINED.match(place.after) is not None
    told = says(place.source, 0, len(place.source), DOUBTS.words("match") | _films())
    told = told or place.before.rstrip().endswith((" en", "(en"))
    return (
        chained or (_MINUTE.match(place.written) is not None and not told) or _SPACED.match(place.written) is not None
    )


@cache
def _films() -> frozenset[str]:
    return Table("rules/times").words("film")


def _names(reading: Reading, place: Place) -> bool:
    """``Euro 6e``: a name before an ordinal that counts nothing."""
    model = place.written.endswith("E") and not place.before.isupper()
    listed = any(word in DOUBTS.words("make") for word in place.before.split()[-1:])
    return _MAKE.search(place.before) is not None and (model or (listed and place.after[:1] in (".", ",", ")")))


def _is_father(reading: Reading, place: Place) -> bool:
    """``P. Vogt``: a father, or a first name."""
    return len(place.written.rstrip(".")) == 1 and place.written[0] != "M"


ASKED: dict[str, tuple[Question, ...]] = {
    "numbers": (_touches, _is_long, _before_letter, _is_by_dot),
    "signs": (_is_over,),
    "fractions": (_touches,),
    "ranges": (_touches, _is_odd_range),
    "scores": (_touches, _is_no_score),
    "times": (_touches, _is_minute),
    "ordinals": (_names,),
    "titles": (_is_father,),
    "alphanumerics": (_is_long,),
    "measures": (_is_letter_unit, _is_dotted_unit),
    "capitals": (_is_word_of_capitals,),
    "abbreviations": (_has_meanings,),
}
"""By rule, what makes an editor wonder."""
