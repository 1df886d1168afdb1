"""What each line of a pasted page is, by its own words, told once: a sort, and how sure that is.

    sorted_line(Unit("Publié le 14 mars 2025", 3))     # Line(…, "date", 0.95)

Where it stands is not looked at here: ``furnishing``, ``masthead`` and ``body`` place the lines.
"""

from dataclasses import dataclass
from typing import Literal

from editions.inputs.text import services, shapes
from editions.inputs.text.lines import Unit
from editions.manuscript import columns, credits, dateline, furniture, roles, signatures
from editions.manuscript.furniture import DOUBT, LIKELY, SURE, Sight
from editions.manuscript.patterns import FRAMED
from editions.manuscript.words import after_word, folded, known

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
    if services.is_filed(unit.text) or furniture.is_menu(unit.text):
        return Line(unit, "furniture")
    if shapes.is_hour(unit.text):
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
    if len(text) <= 180 and services.signs(text):
        return "signed", SURE
    if services.is_of_a_paper(text):
        return "name", SURE
    if signatures.is_desk(text):
        return "name", SURE
    if credits.credit(text) and not shapes.final_agency(text):
        return "caption", SURE
    if len(text) <= 250 and shapes.is_trailed(text):
        return "picture", LIKELY
    if len(text) <= 300 and credits.is_picture(text):
        opens = after_word(text, "picture") is not None
        return ("caption", SURE) if opens else ("picture", LIKELY)
    return None


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
    if after_word(bare, "newsroom") is not None and signatures.is_signature(bare):
        return "name", SURE
    if folded(bare) in known("agency") and folded(bare) not in known("outlet"):
        return "agency", LIKELY
    if roles.is_outlet(bare) and roles.is_label(bare):
        return "outlet", SURE
    if len(bare) <= 60 and signatures.is_agency(bare):
        return "agency", LIKELY
    if services.is_initials(bare):
        return "name", SURE
    if signatures.is_signature(bare):
        return "name", SURE if roles.is_sure_name(bare) or not roles.is_name(bare) else LIKELY
    return ("rank", DOUBT) if signatures.is_rank(bare) else None


def _written(unit: Unit) -> tuple[Sort, float]:
    text = unit.text
    if roles.is_question(text):
        return "question", SURE
    if columns.ends_within(text):
        return "prose", LIKELY
    if roles.is_quotation(text) and unit.ends_a_sentence and len(text) > 60:
        return "quote", SURE
    if text.endswith(":"):
        return ("colon" if len(text) <= 60 and len(text.split()) <= 8 else "prose"), LIKELY
    if shapes.is_datum(text):
        return "datum", LIKELY
    if shapes.is_closed(text):
        return "prose", SURE
    if len(text) > _LONGEST_TITLE or shapes.has_sentences(text):
        return "prose", LIKELY
    return ("short", LIKELY) if roles.is_label(text) else ("head", LIKELY)
