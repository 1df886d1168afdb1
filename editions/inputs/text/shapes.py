"""How a line of a pasted page is written: a quantity, a score, an hour, a sentence; what follows a sentence."""

import re

from editions.manuscript import roles
from editions.manuscript.words import after_word, folded, has_verb, joints, known

_SCORE = re.compile(r"\b\d{1,3}\s?[-–/]\s?\d{1,3}\b|\(\d{1,3}e")
_YEAR = re.compile(r"(?:1\d|20)\d\d(?:[-–/]\d{2,4})?\s?$")
"""« 1978 : naissance à Tripoli »."""
_QUANTITY = r"(?i)(?:\d{{1,3}}(?:[ \u00a0\u202f]\d{{3}})+|\d+(?:[.,/]\d+)?|[½¼¾]|{})\s?[^\W\d_]"
_HOUR = re.compile(r"(?:[01]?\d|2[0-4])\s?(?:h|:)\s?(?:[0-5]\d)?(?:\s*[-–—|:.,]?\s(?![-–—à])\S.{0,100})?$")
"""« 14:32 », « 21 h 10 - TF1 »."""
_HOURS = re.compile(r"\d\s?h(?:\s?[0-5]\d)?\s?(?:-|–|à|/)\s?\d")
"""« Lundi et jeudi : 9 h - 12 h »."""
_INNER_STOP = re.compile(r"[^\W\d_]{3}[.!?…][»”\"]?\s+[«“\"]?[A-ZÀ-ÖØ-ÞŒ]")
_STOP = re.compile(
    r"[.…][\s\u00a0\u202f]*[»”\")\]]*[\s\u00a0]*$|[.!?…][\s\u00a0]*[»”\"]\.?$|[.!?…][\s\u00a0]?[»”\"]?\s?\([^()]{1,40}\)\.?$"
)
_FINAL_MARK = re.compile(r"[.!?…»”\"]\s?[(\[/]\s?(?P<agency>[^()\[\]/]{2,30}(?:/[^()\[\]/]{2,10})?)[)\]]?\.?$")
_FINAL_WORD = re.compile(r"[.!?…»”\"]\s(?P<agency>[a-z]{3,5})\.?$")
"""« … par le Ministère public. ats »."""
_TRAILED = re.compile(r"[^.!?]{14,}[^\W\d_]{2}[.!?]\s(?P<rest>[A-ZÀ-Þ][^.!?:«»]{2,40})$")
"""A sentence, then a few words without a stop: who made the picture, whoever it is."""
_LONG = 60
"""Letters: a shorter line without an end may be the half of a title."""
_SHORTEST_SENTENCE = 34
"""Letters of a sentence, stop and blank; what is shorter may be the place that opens a title: « Rance. La halle »."""


def is_hour(text: str) -> bool:
    """Whether a line is an hour, alone or before a few words: « 14:32 », « 21 h 10 - TF1 »."""
    return len(text) <= 110 and _HOUR.match(text) is not None and not _STOP.search(text)


def is_closed(text: str) -> bool:
    """Whether a line closes as prose does; a few words between marks are quoted, not told."""
    quoted = len(text) <= 60 and text.endswith(("»", "”", '"')) and not re.search(r"\.\W*$", text)
    return (_STOP.search(text) is not None and not quoted) or final_agency(text)


def is_quantity(text: str) -> bool:
    """Whether a line begins with how much of something: one of several makes a list."""
    return len(text) <= 80 and joints("amount", _QUANTITY).match(text) is not None and not _STOP.search(text)


def is_determined(text: str) -> bool:
    """Whether a line begins with an article, as those of a list do."""
    return joints("determiner", r"(?:{})(?:(?<=')|\s)").match(folded(text)) is not None


def is_datum(text: str) -> bool:
    """« Buts : Sorel (21e) », « Tarif : 8 € », « Rance - Aulne : 3-2 », « 200 g de farine »."""
    before, colon, after = text.partition(":")
    if colon and after.strip() and _YEAR.match(before):
        return len(text) <= 120
    if colon and after.strip() and after_word(before, "datum") is not None and len(before) <= 30:
        return len(text) <= 300
    if len(text) > 90 or _STOP.search(text):
        return False
    if colon and _HOURS.search(after):
        return True
    return _SCORE.search(text) is not None and not text.endswith(("?", "!"))


def is_sheet(text: str) -> bool:
    """« À Sainte-Foy, Sainte-Foy bat Mauvezac 31-12 (mi-temps : 14-9). »: figures of a match, no telling."""
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", folded(text))
    return len(text) <= 250 and (_SCORE.search(text) is not None) and not known("sheet").isdisjoint(words)


def has_sentences(text: str) -> bool:
    """Whether a line without a final stop holds a whole sentence nevertheless: not « Montlouvet. La halle rouvre »."""
    inner = _INNER_STOP.search(text)
    return inner is not None and len(text) > 90 and len(text[: inner.start()].split()) >= 6


def final_agency(text: str) -> bool:
    """Whether a text ends with the mark of an agency: « … en quatre manches jeudi. (Belga) »."""
    mark = _FINAL_MARK.search(text) or _FINAL_WORD.search(text)
    return mark is not None and folded(mark["agency"]) in known("wire")


def is_trailed(text: str) -> bool:
    """« La vache a été sortie à l'aide d'une grue. Lecteur reporter », « … n'a pas convaincu les élus. VQH »."""
    trailed = _TRAILED.match(text)
    words = trailed["rest"].split() if trailed else []
    if len(words) == 1 and words[0].isupper() and 1 < len(words[0]) <= 6:
        return True
    if not 0 < len(words) <= 4 or folded(words[0]) in known("no_name") or has_verb(" ".join(words)):
        return False
    before = text[: -len(" ".join(words))]
    return len(before) > _SHORTEST_SENTENCE or (roles.is_name(" ".join(words)) and len(before.split()) > 3)
