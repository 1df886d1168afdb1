"""What stands behind a price: ``/kg``, ``HT``, ``/m²/mois HC``, ``/5 cartons``; part of the rule of money."""

from editions.french import spelling
from editions.french.around import says
from editions.french.lazy import Lazy
from editions.french.numerals import LOOSE, parse
from editions.french.patterns import BLANK
from editions.french.quantities import said, unit
from editions.tables import Table

RULE = "money"
TABLE = Table(f"rules/{RULE}")
_PER = Lazy(rf"(?:\.(?=/))?{BLANK}?/{BLANK}?(?P<one>100{BLANK}?(?:k?g|l|lb)|[^\W\d_]{{1,10}}[23]?\.?)(?!\w)")
_PER_SEVERAL = Lazy(rf"{BLANK}?/{BLANK}?(?P<number>{LOOSE}){BLANK}?(?P<unit>[^\W\d_]{{1,8}}[23]?)(?!\w)")
_PER_LOT = Lazy(rf"{BLANK}?/{BLANK}?(?=[0-9]{{1,3}}(?:{BLANK}?000)?{BLANK}[^\W\d_A-Z]{{3,}}[sx](?!\w))")
"""``20 €/5 cartons``."""
_RENTED = Lazy(rf"\.?{BLANK}(?:CC|HC|C\.C\.|ch(?!\w)|\+)")
"""``410 €/m. CC``."""
_NEAR = 80
_SUFFIX = Lazy(
    rf"{BLANK}?(?:/{BLANK}?)?(?P<suffix>H\.T\.|h\.t\.|HTVA|htva|TVAC|tvac|T\.T\.C\.|C\.C\.|c\.c\.|HT|ht|TTC|CC|HC|cc|hc|FAI|HAI)(?!\w)"
)


def tail(source: str, place: int, end: int) -> tuple[int, str]:
    """What belongs to the price behind it: ``/kg``, ``HT``, ``/m²/mois HC``, ``CC/mois``."""
    place, text = _each(source, place, end)
    if not text and (several := _PER_SEVERAL.match(source, place, end)) and (counted := unit(several["unit"])):
        text = f" {spelling.word('for')} {said(parse(several['number']), counted)}"
        place = several.end()
    elif not text and (several := _PER_LOT.match(source, place, end)):
        return several.end(), f" {spelling.word('for')} "
    while match := _SUFFIX.match(source, place, end):
        place, more = _each(source, match.end(), end)
        text += f" {TABLE.mapping('suffix')[match['suffix']]}{more}"
    return place, text


def _each(source: str, place: int, end: int) -> tuple[int, str]:
    """``/kg``, ``/nuit/pers.``: for one of what, as often as it is written."""
    text = ""
    while match := _PER.match(source, place, end):
        let = says(source, max(0, place - _NEAR), place, TABLE.words("rented"))
        rented = match["one"].rstrip(".") == "m" and (let or _RENTED.match(source, match.end(), end))
        per = (
            (TABLE.mapping("per")["mois"], len(match["one"]))
            if rented
            else _per(match["one"], not source[match.end() : end].strip())
        )
        if per is None:
            break
        text += " " + per[0]
        place = match.start("one") + per[1]
    return place, text


def _per(written: str, last: bool) -> tuple[str, int] | None:
    """``kg`` → *le kilo*; other words after a slash → *par* and the word; a dot that is ``last`` ends the sentence."""
    if last:
        written = written.removesuffix(".")
    for form in (written, written.removesuffix(".")):
        if (said_as := TABLE.mapping("per").get(form.replace("\u00a0", " "))) is not None:
            return said_as, len(form)
        if counted := unit(form):
            return counted.per, len(form)
    word = written.removesuffix(".")
    return (f"{spelling.word('by')} {word}", len(word)) if len(word) > 3 and word.islower() else None
