"""Text into sentences: ``M. Dupont a 3,5 ha. Il vend.`` is two.

A sentence ends with ``.``, ``!``, ``?`` or ``…``, with the quotes, brackets and calls of notes after it, before a blank
and something that can open a sentence; and at each line break. Not after an abbreviation that wants something
after it, an initial, or a cut mark ``(...)``; not before a small letter.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from editions.french.abbreviation_forms import jargon
from editions.french.domains import WORD, evidence, words_of
from editions.french.grammar import CALENDAR, SEGMENTATION
from editions.french.lazy import Lazy
from editions.french.patterns import BLANK, either
from editions.french.vocabulary import is_word
from editions.model import Span
from editions.tables import table

_END = re.compile(
    r"""
    (?<![.!?…])(?P<stop>[.!?…]++)
    (?P<closing>(?:\s?[»”\u2019\u203a)\]]++|["']++|\[[0-9]{1,3}\]|\s["'](?=[\s»”)\],;]|\Z))*+)
    (?P<blank>\s++)
    (?=(?P<next>[«“"‘'\u2039(\[—–•\-\s]*+[^\W_]++)|[^\w\s:;,.!?)])
    |\n\s*+
    """,
    re.VERBOSE,
)
_GLUED = re.compile(
    r"""
    (?:\.(?<=[a-zà-öø-ÿœ]{2}\.)|[!?…](?<=[a-zà-öø-ÿœ]{2}.|[a-zà-öø-ÿœ]\s.))
    (?P<closing>(?:[»”"’)]|\s[»”])?+)
    (?P<next>[A-ZÀ-ÖØ-ÞŒ](?:[a-zà-öø-ÿœ]+(?=[\s,’'-])|(?=[\s’'])))
    """,
    re.VERBOSE,
)
"""Two sentences without a blank between them: small letters, the stop, a word of prose."""
_UNIT = Lazy(r"(?:°|\d\s?)([A-Z])\Z")
"""``180 °C``, ``1,5 L``: the letter is a unit, no initial."""
_OPENS_SPACED = Lazy(r"\s[\"]\Z")
_FORM = Lazy(r"(?<![^\W\d_])(?<![^\W\d_][.-])[^\W\d_]+(?:[.-]+[^\W\d_]+)*\Z")
_LAST_WORD = Lazy(r"(?<![^\W\d_])(?:[^\W\d_]{1,12}(?:\.-?[\s ]?(?:à-)?|-))?[^\W\d_]{1,12}\Z")
_NUMBER = Lazy(r"[0-9]|[A-Z]\Z|[LRDA][0-9]|[IVXLCDM]+\Z")
"""A number, a roman one, or the letter of an article of law."""
_MINUTES = Lazy(r"[0-5][0-9](?:\.?\Z|\.\s|\s?[,;:)!?»–—-]|\s(?:et|à|au)(?!\w))")
"""``15 h. 30``: minutes, where nothing is counted by them."""
_DATED = Lazy(r"(?<![0-9.])[0-3]?[0-9]\.[01]?[0-9]\Z")
_YEAR = Lazy(r"(?:19|20)[0-9]{2}\Z")
"""``25.11. 2023``."""
_COMPARED = ("<", ">", "≤", "≥", "=")
_ADDED = re.compile(r"[+&]\s[^\W\d_]")
"""``sam. + dim.``"""
_CHANGE = re.compile(r"\((?:[-+−–]\s?[0-9]|=\))|\+\s?[0-9]")
"""``12 s. (-1)``: by how much it has changed."""
_RENT = frozenset({"CC", "HC"})
"""What follows a rent by the month: ``850 €/m. CC``."""
_RANK = Lazy(r"[,;:(]\s[0-9]{1,2}\Z")
_NAME_GOES_ON = Lazy(r"\s[A-ZÀ-Þ]")
_MISTER = Lazy(r"(?:\A|(?<![^\W\d_])[^\W\d_A-ZÀ-Þ]+|[^\w\s]|(?<![^\W\d_])[LD]['’][^\W\d_]+)\s*M\Z")
_AFTER_SIGN = Lazy(lambda: rf"(?:\A|[,;:(«–—]\s?|{either(SEGMENTATION.words('before initial'))}\s)(?:[A-Z]\.-)?[A-Z]\Z")
_INITIAL = Lazy(r"(?<!\w)[A-Z]\Z")
_CUT_SHORT = Lazy(r"[a-zà-ÿ]{2,9}(?<![aeiouyéèsx])")
_LABELLED = Lazy(r"(?<!\w)([^\W\d_]{3,12})\s?[:.]?\s[A-I]\Z")
"""``DPE C.``: the letter is a value, not an initial."""
_NAMING = frozenset({"any", "next", "name", "numbername", "firstname", "noun", "gender"})
"""Places in which an abbreviation is read before a name."""
_COUNTS = Lazy(rf"[0-9]{BLANK}?[^\W\d_]+\Z")
"""``412 spect. Pelouse grasse``: what is counted may end a sentence."""
_NUMBERED = frozenset({"number", "mark", "year", "hour", "length", "price", "age", "sign", "share", "stretch"})
"""Places of an abbreviation before a number."""
_COUNTED = frozenset({"after", "noun"})
"""Places of a form that stands behind a number, and may well end a sentence."""
_AROUND = 150
"""Characters around a form that are asked what they speak of."""
_PRICE = Lazy(r"[0-9]{1,3},[0-9]{1,2}(?:[,;)]|\s[€a-z])")
"""``gros. 21,50, glacée``: no sentence begins with a price."""
_LONG = 4
_BLANKS = " \u00a0\u202f"
_LOOK_BACK = 30
_NAME = 6
"""Letters from which a word with a dot is rather a name that ends a sentence than cut short: ``sect. Hennebont.``"""


def segment(text: str) -> tuple[Span, ...]:
    """Spans of the sentences; they partition the text, blanks belong to the sentence before them."""
    borders = [0, *_borders(text), len(text)]
    return tuple(Span(a, b) for a, b in pairwise(borders) if a < b)


def _borders(text: str) -> Iterator[int]:
    glued = sorted(_glued(text))
    for match in _END.finditer(text):
        something_before = match.start() >= _LOOK_BACK or text[: match.start()].strip()
        if something_before and (match["stop"] is None or _is_end(text, match)):
            while glued and glued[0] <= match.start():
                yield glued.pop(0)
            yield _before_opening(text, match)
    yield from glued


def _before_opening(text: str, match: re.Match[str]) -> int:
    """Where the next sentence begins: before a straight quote with a blank on both sides that opens it."""
    closing = match["closing"]
    if closing and _OPENS_SPACED.search(closing) and text.count('"', 0, match.start()) % 2 == 0:
        return match.end("closing") - 1
    return match.end()


def _glued(text: str) -> Iterator[int]:
    """Borders where the blank was forgotten; none inside an address or a name of the web."""
    for match in _GLUED.finditer(text):
        start, end = text.rfind(" ", 0, match.start()) + 1, match.end()
        around = text[start : match.start()] + text[end : text.find(" ", end) if " " in text[end:] else len(text)]
        if re.search(r"[@/.]\w|www", around) or match["next"].lower() in SEGMENTATION.words("end of an address"):
            continue
        if match[0][0] != "." or not _wants_more(_last_word(text, match), match["next"], text, match):
            yield match.start("next")


def _is_end(text: str, match: re.Match[str]) -> bool:
    following = (match["next"] or "").lstrip("«»“\"‘'\u2039([—–•- \u00a0\u202f\n\t")
    if following[:1].islower() and not following[1:2].isupper():  # « iOS » may begin a sentence
        return False
    if text.startswith(_COMPARED, match.end()) or _ADDED.match(text, match.end()):  # « chez l'enf. < 50 kg »
        return False
    if match["stop"] != ".":
        return not _is_cut_mark(text, match)
    if _goes_on(text, match, following):
        return False
    labelled = _LABELLED.search(text, max(0, match.start() - _LOOK_BACK), match.start())
    if labelled is not None and labelled[1].lower() in SEGMENTATION.words("labelled"):
        return True
    before = _last_word(text, match)
    return not before or not _wants_more(before, following, text, match)


def _last_word(text: str, match: re.Match[str]) -> str:
    before = _LAST_WORD.search(text, max(0, match.start() - _LOOK_BACK), match.start())
    return before[0] if before else ""


def _goes_on(text: str, match: re.Match[str], following: str) -> bool:
    """In a date (``25.11. 2023``), a list of ranks (``1. Norris ; 2. Piastri``), two initials (``W. A. Mozart``)."""
    if _CHANGE.match(text, match.end()) or (following in _RENT and text.endswith("€/m", 0, match.start())):
        return True
    if _DATED.search(text, max(0, match.start() - 5), match.start()) and _YEAR.match(following):
        return True
    if text[match.start() - 1 : match.start()].isdigit():
        ranked = _RANK.search(text, max(0, match.start() - 5), match.start())
        return ranked is not None and following not in SEGMENTATION.words("opener") and following[:1].isalpha()
    initial = _INITIAL.search(text, max(0, match.start() - 2), match.start())
    return initial is not None and len(following) == 1 and text[match.end() + 1 : match.end() + 2] == "."


def _is_cut_mark(text: str, match: re.Match[str]) -> bool:
    """``(...)`` and ``[…]`` stand for words that were left out of one sentence."""
    opening = text[match.start() - 1 : match.start()]
    return opening in ("(", "[") and match["closing"].strip()[:1] in (")", "]")


@cache
def _dotted_titles() -> frozenset[str]:
    """Titles that are also words or names: ``au Cap. Au Soudan`` is two sentences, ``le Cap. Martin`` is none."""
    return frozenset(row[0] for row in table("dictionaries/titles") if row[2] == "dot")


def _is_named(text: str, match: re.Match[str], following: str) -> bool:
    """``(patron : Y. Le Goff)``, ``avec M. Le Goff``: an initial or a title, and a name that begins like a sentence.

    ``le Col. J. Roux``: an initial opens no sentence as *J'* does.
    """
    after = match.end() + len(following)
    if len(following) == 1 and text[after : after + 1] == ".":
        return True
    if not _NAME_GOES_ON.match(text, after, after + 3):
        return False
    near = text[max(0, match.start() - _LOOK_BACK) : match.start()]
    return (_MISTER if near.endswith("M") else _AFTER_SIGN).search(near, 0, len(near)) is not None


def _wants_more(word: str, following: str, text: str, match: re.Match[str]) -> bool:
    """Whether the dot after ``word`` belongs to it and the sentence goes on with ``following``."""
    if match["closing"]:
        return False
    last = re.split(r"[.\s-]", word)[-1]
    if len(last) == 1 and last.isupper():
        unit = _UNIT.search(text, max(0, match.start() - 4), match.start())
        if unit and (unit[0][0] == "°" or last in SEGMENTATION.words("unit letter")):
            return False
        numbered = len(word) > 1 and following[:1].isdigit()
        return following not in SEGMENTATION.words("opener") or numbered or _is_named(text, match, following)
    opened = following in SEGMENTATION.words("opener")
    if (opened and last.isupper() and len(last) > 1) or _opens_item(last, following, text, match):
        return False
    if last in _dotted_titles() and opened and not _is_named(text, match, following):
        return False
    small = last[:1].lower() + last[1:]
    if opened and (small in SEGMENTATION.words("also a word") or small in SEGMENTATION.words("may close")):
        return False
    forms = (word, last, small, last.lower())
    if last.islower() and len(last) <= _NAME and _PRICE.match(text, match.end()):
        return True
    if text.startswith("(", match.end()) and not (_before_numbers() | _before_names()).isdisjoint(forms):
        return True
    if last in SEGMENTATION.words("before minutes") and _MINUTES.match(text, match.end()):
        return True
    if following[:1].isdigit() and _is_cut_short(last):
        return True
    if _NUMBER.match(following):
        word_too = last in SEGMENTATION.words("also a word")
        if not (SEGMENTATION.words("before number") if word_too else _before_numbers()).isdisjoint(forms):
            return True
    if not opened and not _before_names().isdisjoint(forms) and _is_name_next(following, text, match):
        return True
    if _is_jargon(following, text, match):
        return True
    return not SEGMENTATION.words("never final").isdisjoint(forms)


def _opens_item(last: str, following: str, text: str, match: re.Match[str]) -> bool:
    """``pkg. DPE D``, ``150 spect. Buts : Roy``, ``sf dim. Mairie : …``: what follows names something new."""
    if following.isupper() and following.lower() in SEGMENTATION.words("labelled"):
        return True
    named = len(following) >= _LONG and following[:1].isupper() and is_word(following.lower())
    if not named:
        return False
    if last.lower() in CALENDAR.mapping("weekday"):
        return True
    if _COUNTS.search(text, max(0, match.start() - _LOOK_BACK), match.start()) is None:
        return False
    closes = last.lower() in SEGMENTATION.words("may close") and len(following) > _LONG
    return closes or text[match.end() + len(following) :].lstrip(_BLANKS)[:1] == ":"


def _is_jargon(following: str, text: str, match: re.Match[str]) -> bool:
    """``parc. 780 m2``, ``past. Weber``: cut short as in the domain that is spoken of, before a number or a name."""
    form = _FORM.search(text, max(0, match.start() - _LOOK_BACK), match.start())
    rows = jargon().rows.get(f"{form[0]}.", ()) if form else ()
    if not form or not rows or following in SEGMENTATION.words("opener"):
        return False
    asks_name = following[:1].isupper() and not is_word(form[0]) and any(row.where == "name" for row in rows)
    if not following[:1].isdigit() and not asks_name and not _is_name_next(following, text, match):
        return False
    weights = evidence(text, max(0, form.start() - _AROUND), match.end() + _AROUND, words_of(form[0]))
    enough = 0 if "." in form[0] else WORD
    return any(weights.get(row.domain, 0) >= enough for row in rows if row.where not in _COUNTED)


def _is_name_next(following: str, text: str, match: re.Match[str]) -> bool:
    """``entr. Eurovia``, not ``élag. Devis``, ``412 spect. Pelouse``: no word of French, nor one cut short too."""
    end = match.end() + len(following)
    short = text[end : end + 1] == "." and following[1:2].islower() and len(following) < _NAME
    if short or not following[:1].isupper() or is_word(following.lower()):
        return False
    return _COUNTS.search(text, max(0, match.start() - _LOOK_BACK), match.start()) is None


def _is_cut_short(word: str) -> bool:
    """``débit desc. 1,2 Gbit/s``: no word of French, and not ending as its words do in the plural."""
    return _CUT_SHORT.fullmatch(word) is not None and not is_word(word)


@cache
def _before_numbers() -> frozenset[str]:
    """Abbreviations that a number may follow: listed, asking for one, or no words."""
    found = frozenset(form for form, where in _dotted() if where in _NUMBERED or (len(form) > 1 and not is_word(form)))
    return found | SEGMENTATION.words("before number")


@cache
def _before_names() -> frozenset[str]:
    """Abbreviations that a name may follow: ``resp. RH``, ``entr. Colas``; no words, nor what ends sentences."""
    return frozenset(
        form
        for form, where in _dotted()
        if where in _NAMING and len(form) > 2 and not is_word(form) and form not in SEGMENTATION.words("may close")
    )


def _dotted() -> Iterator[tuple[str, str]]:
    """Abbreviations that end with a dot, without it, and the places in which they are read."""
    return (
        (row[0].removesuffix(".").lower(), row[3]) for row in table("dictionaries/abbreviations") if row[0][-1] == "."
    )
