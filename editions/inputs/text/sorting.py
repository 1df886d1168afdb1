"""What each line of a pasted page is, by its own words, told once: a sort, and how sure that is.

    sorted_line(Unit("Publié le 14 mars 2025", 3))     # Line(…, "date", 0.95)

Where it stands is not looked at here: ``furnishing``, ``masthead`` and ``body`` place the lines.
"""

import re
from dataclasses import dataclass
from typing import Literal

from editions.inputs.text.lines import Unit
from editions.inputs.text.patterns import FRAMED
from editions.manuscript import credits, dateline, furniture, roles
from editions.manuscript.furniture import DOUBT, LIKELY, SURE, Sight
from editions.manuscript.words import after_word, folded, has_verb, known

Sort = Literal[
    "furniture", "filler", "act", "label", "link", "tags", "speech", "date", "day", "signed", "name", "rank", "caption",
    "picture", "outlet", "section", "agency", "question", "quote", "colon", "box", "datum", "short", "head", "prose",
    "verse", "table", "hour",
]  # fmt: skip
"""filler, act, label, link, tags, speech: what may be furniture (``furniture.Kind``). signed: « Par … ». name: no more.
picture: the words of a caption, no credit. colon: a few words and a colon. datum: a score, a price, a quantity. short:
a few words that may be an outlet, a section or a crosshead. head: longer, without a stop. hour: alone or before a few
words, as in what is told hour by hour."""

SIGNS: tuple[Sort, ...] = ("date", "signed", "rank", "agency", "name", "day")
"""Sorts of what signs and dates an article, or may."""
_SCORE = re.compile(r"\b\d{1,3}\s?[-–/]\s?\d{1,3}\b|\(\d{1,3}e")
_QUANTITY = re.compile(r"(?:\d+(?:[.,/]\d+)?|[½¼¾]|une?|deux|trois|quatre|quelques)\s?[^\W\d_]", re.IGNORECASE)
_HOUR = re.compile(r"(?:[01]?\d|2[0-4])\s?(?:h|:)\s?(?:[0-5]\d)?(?:\s*[-–—|:.,]?\s(?![-–—à])\S.{0,70})?$")
"""« 14:32 », « 21 h 10 - TF1 »."""
_SLUG = re.compile(r"(?P<place>[^().]{0,60})\((?P<agency>[^()]{2,20})\)\s?[-–—:.]*$")
"""« Rance, 3 mars 2025 (AFP) - » alone: the dispatch begins on the next line."""
_CODES = re.compile(r"[A-Z]{2,4}(?:[-–/][A-Z]{2,6}){2,}|[A-Z]{2,5} \d{6}(?: GMT)? [A-Z]{3} \d\d(?:\d\d)?")
"""« SPO-SKI-FRA », « AFP 081512 DEC 25 »: how an agency files a dispatch."""
_DETERMINED = re.compile(r"(?:les?|la|une?|des|du|de la)\s|l['’]", re.IGNORECASE)
_INNER_STOP = re.compile(r"[^\W\d_]{3}[.!?…][»”\"]?\s+[«“\"]?[A-ZÀ-ÖØ-ÞŒ]")
_STOP = re.compile(
    r"[.…][\s\u00a0\u202f]*[»”\")\]]*[\s\u00a0]*$|[.!?…][\s\u00a0]*[»”\"]\.?$|[.!?…][\s\u00a0]?[»”\"]?\s?\([^()]{1,40}\)\.?$"
)
_FINAL_MARK = re.compile(r"[.!?…»”\"]\s?\((?P<agency>[^()]{2,30})\)\.?$")
_LABELLED = re.compile(r"([^.|•]{3,30})(?:\.|\s[|•–-])\s+(?=\w)")
"""« Justice. Par Anne Durand »."""
_TRAILED = re.compile(r"[^.!?]{14,}[^\W\d_]{2}[.!?]\s(?P<rest>[A-ZÀ-Þ][^.!?:«»]{2,40})$")
"""A sentence, then a few words without a stop: who made the picture, whoever it is."""
_NAMED_PAPER = re.compile(r"[^()]{5,50} \([^()]{2,40}\)$")
"""« Louise Perrin (Reporterre) »."""
_SHORTEST_SENTENCE = 34
"""Letters of a sentence, stop and blank; what is shorter may be the place that opens a title: « Rance. La halle »."""
_LONGEST_LINE = 400
"""Letters: whatever is longer is running text."""
_LONGEST_TITLE = 220
_LONGEST_HEAD = 150


@dataclass(frozen=True, slots=True)
class Line:
    """A unit of the text and its sort."""

    unit: Unit
    sort: Sort
    confidence: float = SURE
    doubt: str = ""
    """What it may be instead; empty when it is sure."""

    @property
    def text(self) -> str:
        """Its words."""
        return self.unit.text

    @property
    def is_prose(self) -> bool:
        """Whether it is part of the running text, whatever its role."""
        return self.sort in ("prose", "verse", "table", "quote", "speech") or self.unit.shape == "item"

    @property
    def is_furniture(self) -> bool:
        """Whether it is furniture for sure."""
        return self.sort == "furniture" and self.confidence >= SURE

    @property
    def is_service(self) -> bool:
        """Whether it signs, dates or credits."""
        return self.sort in ("date", "signed", "rank", "agency", "caption", "furniture")


def sorted_line(unit: Unit) -> Line:
    """The line with its sort."""
    if unit.aside:
        return Line(unit, "furniture")
    if unit.shape == "verse":
        return Line(unit, "verse")
    if unit.shape == "table":
        return Line(unit, "table")
    if len(unit.text) > _LONGEST_LINE:
        return Line(unit, "prose")
    day = dateline.kind(unit.text)
    if day:
        return Line(unit, day, SURE if day == "date" else DOUBT)
    if _CODES.fullmatch(unit.text):
        return Line(unit, "furniture")
    if len(unit.text) <= 80 and _HOUR.match(unit.text) and not _STOP.search(unit.text):
        return Line(unit, "hour", LIKELY)
    seen = furniture.sight(unit.text) if not furniture.is_kept(unit.text) else Sight("")
    if seen.kind in ("button", "link") and seen.confidence >= SURE:
        listed = unit.shape == "item" and " " not in unit.text  # « Facebook » may be one of a list
        return Line(unit, "furniture", LIKELY if listed else SURE)
    if not seen.kind and _is_plain(unit.text):
        return Line(unit, "prose")
    sort, confidence = _service(unit.text) or _furniture(unit.text, seen) or _named(unit.text) or _written(unit)
    return Line(unit, sort, confidence)


def _is_plain(text: str) -> bool:
    """Whether a line is a sentence or more at first sight: long, closed, no sign of a credit."""
    return (
        len(text) > _LONGEST_TITLE - 40
        and text[-1] == "."
        and not (credits.may_be_credited(text) or credits.is_picture(text))
    )


def rewritten(line: Line) -> Line:
    """The line with the sort that it has when it is no furniture."""
    sort, confidence = _named(line.text) or _written(line.unit)
    return Line(line.unit, sort, confidence)


def _service(text: str) -> tuple[Sort, float] | None:
    """Signatures and captions."""
    if len(text) <= 180 and (roles.is_contact(text) or roles.is_dispatched(text) or _is_slug(text) or _is_signed(text)):
        return "signed", SURE
    if _NAMED_PAPER.match(text) and roles.is_sure_name(text.partition(" (")[0]):
        return "name", SURE
    if roles.is_desk(text):
        return "name", SURE
    if credits.credit(text) and not final_agency(text):
        return "caption", SURE
    if len(text) <= 250 and _is_trailed(text):
        return "picture", LIKELY
    if len(text) <= 300 and credits.is_picture(text):
        opens = after_word(text, "picture") is not None
        return ("caption", SURE) if opens else ("picture", LIKELY)
    return None


def _is_trailed(text: str) -> bool:
    """« La vache a été sortie à l'aide d'une grue. Lecteur reporter »."""
    trailed = _TRAILED.match(text)
    words = trailed["rest"].split() if trailed else []
    if not 0 < len(words) <= 4 or folded(words[0]) in known("no_name") or has_verb(" ".join(words)):
        return False
    before = text[: -len(" ".join(words))]
    return len(before) > _SHORTEST_SENTENCE or (roles.is_name(" ".join(words)) and len(before.split()) > 3)


def _is_slug(text: str) -> bool:
    """Whether a line is only where, when and by whom a dispatch was sent."""
    slug = _SLUG.match(text)
    if not slug or folded(slug["agency"]) not in known("wire"):
        return False
    place = slug["place"].strip(" ,")
    return not roles.is_name(place) and len(place.split()) <= 6 and _is_place(place[: dateline.split(place)] or place)


def _is_place(text: str) -> bool:
    """« Angers », « La Roche-sur-Yon », « Rance, Orne »: small words stand only between capitals."""
    words = text.rstrip(" ,-–—").split()
    small = known("particle", "no_name")
    return len(words) <= 5 and all(roles.is_capitalized(word) or folded(word) in small for word in words)


def _is_signed(text: str) -> bool:
    label = _LABELLED.match(text)
    if label and roles.is_section(label[1]):
        text = text[label.end() :]
    if roles.opens_as_signature(text) and roles.is_signature(text):
        return True
    day = dateline.split(text)
    if not day:
        return False
    head = text[:day].rstrip(" ,.|•–—-\u00a0")
    if text[len(head) :].lstrip()[:1] == "," and _is_place(head):
        return True
    return roles.opens_as_signature(head) or roles.is_signature(head) or roles.is_agency(head) or roles.is_outlet(head)


def _furniture(text: str, seen: Sight) -> tuple[Sort, float] | None:
    """What may be furniture; a word that is also a section is not."""
    if not seen.kind or (seen.kind == "filler" and roles.is_section(text)):
        return None
    return ("furniture" if seen.kind == "button" else seen.kind), seen.confidence


def _named(text: str) -> tuple[Sort, float] | None:
    """Names: of a paper, a section, an agency, someone."""
    if len(text) > 140:
        return None
    bare = text.rstrip(" |>•")
    if roles.is_box(bare) or FRAMED.match(text):
        return "box", SURE
    if roles.is_section(bare):
        return "section", LIKELY if furniture.sight(bare).kind == "filler" else SURE
    if after_word(bare, "newsroom") is not None and roles.is_signature(bare):
        return "name", SURE
    if roles.is_outlet(bare) and roles.is_label(bare):
        return "outlet", SURE
    if len(bare) <= 60 and roles.is_agency(bare):
        return "agency", LIKELY
    if roles.is_signature(bare):
        return "name", SURE if roles.is_sure_name(bare) or not roles.is_name(bare) else LIKELY
    return ("rank", DOUBT) if roles.is_rank(bare) else None


def _written(unit: Unit) -> tuple[Sort, float]:
    text = unit.text
    if roles.is_question(text):
        return "question", SURE
    if roles.is_quotation(text) and unit.ends_a_sentence and len(text) > 60:
        return "quote", SURE
    if text.endswith(":"):
        return ("colon" if len(text) <= 60 and len(text.split()) <= 8 else "prose"), LIKELY
    if _is_datum(text):
        return "datum", LIKELY
    if _STOP.search(text) and not (
        len(text) <= 60 and text.endswith(("»", "”", '"')) and not re.search(r"\.\W*$", text)
    ):
        return "prose", SURE
    if len(text) > _LONGEST_TITLE or _has_sentences(text):
        return "prose", LIKELY
    return ("short", LIKELY) if roles.is_label(text) else ("head", LIKELY)


def _is_datum(text: str) -> bool:
    """« Buts : Sorel (21e) », « Tarif : 8 € », « Rance - Aulne : 3-2 », « 200 g de farine »."""
    before, colon, after = text.partition(":")
    if colon and after.strip() and after_word(before, "datum") is not None and len(before) <= 30:
        return len(text) <= 300
    if len(text) > 90 or _STOP.search(text):
        return False
    return _SCORE.search(text) is not None and not text.endswith(("?", "!"))


def is_quantity(text: str) -> bool:
    """Whether a line begins with how much of something: one of several makes a list."""
    return len(text) <= 80 and _QUANTITY.match(text) is not None and not _STOP.search(text)


def is_determined(text: str) -> bool:
    """Whether a line begins with an article, as those of a list do."""
    return _DETERMINED.match(text) is not None


def _has_sentences(text: str) -> bool:
    """Whether a line without a final stop holds a whole sentence nevertheless: not « Montlouvet. La halle rouvre »."""
    inner = _INNER_STOP.search(text)
    return inner is not None and len(text) > 90 and len(text[: inner.start()].split()) >= 6


def final_agency(text: str) -> bool:
    """Whether a text ends with the mark of an agency: « … en quatre manches jeudi. (Belga) »."""
    mark = _FINAL_MARK.search(text)
    return mark is not None and folded(mark["agency"]) in known("wire")
