"""What a slash or a bar says between words and between quantities; part of the rule of signs."""

from editions.french import spelling
from editions.french.around import word_before
from editions.french.grammar import NUMBERS, PAIRS
from editions.french.lazy import Lazy
from editions.french.patterns import BLANK
from editions.french.quantities import unit
from editions.model import Sentence, Span
from editions.tables import Table

RULE = "signs"
TABLE = Table(f"rules/{RULE}")
PAUSE = ","
Found = tuple[Span, str]
"""A stretch and what is said for it."""
_UNIT_BEFORE = Lazy(r"(?<![\w])[^\W\d_]+\.?\Z|(?<=[0-9])j\Z|(?<=[0-9])e\Z")
_QUANTITY = Lazy(rf"[0-9]+(?:,[0-9]+)?{BLANK}?(?:(?P<sign>[€%])|(?P<unit>[^\W\d_]{{1,4}}[²³]?))(?!\w)")
"""A measure or a price after a slash: ``1,91 m/138 kg`` says two things of somebody."""
_COUNTED = Lazy(rf"[0-9]{{1,3}}{BLANK}?(?:(?P<hour>[hH])(?![^\W\d_])|(?P<noun>[^\W\d_]{{3,}}))")
"""``2 nuits/3 jours``, ``10 h/18 h``: two things, not one out of the other."""
_CHAINED = Lazy(r"[0-9]+,[0-9]+/[0-9]+,[0-9]+")
"""``4,54/1,90/1,64 m``: measures, one after the other."""
_CAPITALS = Lazy(rf"(?<!\w)(?<![0-9]{BLANK})[A-Z]{{1,6}}\Z")
"""``HTTP/3``: a name."""
_TIME = Lazy(rf"(?P<number>[0-9]{{1,2}}){BLANK}?(?P<unit>min|h)(?![^\W_])")
_TIMED = Lazy(rf"(?:[0-9]{BLANK}?(?:h|H|min|mn)|[0-9]h[0-9]{{2}})\Z")
_MEASURED = Lazy(rf"[0-9]{BLANK}?(?:[cm]?m|hPa|°C?|%)?\Z")
"""``+12 cm/3 h``: in three hours."""
_DAYS = ("24", "48", "72")
_RANK = Lazy("[0-9]+(?:e|nd|er|re)(?![^\\W_])")
_RATE = Lazy(rf"1{BLANK}?(?:0{BLANK}?|00{BLANK}?)?(?:000{BLANK}?)+(?![0-9])")
"""``127 cas/100 000 habitants``."""
NEAR = 40
"""How far back a rule looks: time stays linear."""


def one(place: int, said: str) -> Found:
    """What one sign says."""
    return Span(place, place + 1), said


def slash(source: str, place: int, sentence: Sentence) -> Found | None:
    """Between words with blanks a pause; between words without blanks only a border."""
    before, after = source[place - 1 : place], source[place + 1 : place + 2]
    if after.isdigit() and (apart := _between_quantities(source, place, sentence)):
        return one(place, apart)
    if before in ("*", "★") and after.isdigit():  # « 3*/5 »
        return one(place, spelling.word("over"))
    spaced = before.isspace() or after.isspace()
    return one(place, PAUSE if spaced else " ")


def _between_quantities(source: str, place: int, sentence: Sentence) -> str:
    """``1,91 m/138 kg``, ``2 nuits/3 jours``: two things; ``127 cas/100 000 habitants``: one out of the other."""
    before = max(sentence.span.start, place - NEAR)
    if every := _every(source, place, before, sentence.span.end):
        return f" {every} "
    lasting = word_before(source, place, before) in TABLE.words("lasting")
    rated = not lasting and _RATE.match(source, place + 1) and _UNIT_BEFORE.search(source, before, place)
    if lasting or (not rated and _are_two(source, place, before, sentence.span.end)):
        return PAUSE + " "
    named = _RANK.match(source, place + 1) or _CAPITALS.search(source, before, place)
    if named or not _UNIT_BEFORE.search(source, before, place):
        return ""
    return spelling.word("for" if _RATE.match(source, place + 1) else "over")


def _every(source: str, place: int, before: int, end: int) -> str:
    """``1 train/20 min``: toutes les; ``-7/24h``: en; nothing between two times."""
    time = _TIME.match(source, place + 1, end)
    if time is None or _TIMED.search(source, before, place):
        return ""
    within = time["number"] in _DAYS or _MEASURED.search(source, before, place)
    return TABLE.mapping("every")["day" if within else time["unit"]]


def _are_two(source: str, place: int, before: int, end: int) -> bool:
    """Whether a bar parts two quantities: each has its unit or its noun."""
    if _CHAINED.search(source, max(before, place - 6), min(place + 7, end)):
        return True
    if (quantity := _QUANTITY.match(source, place + 1, end)) and (quantity["sign"] or unit(quantity["unit"])):
        return True
    counted = _COUNTED.match(source, place + 1, end)
    if counted is None or counted["hour"]:
        return counted is not None
    noun = counted["noun"]
    plural = noun.islower() and noun[-1] in "sx" and noun not in NUMBERS.words("not counted")
    return plural or noun in PAIRS.words("counted")
