"""Lines that say who wrote, sent or filed an article, and when: signatures, slugs and codes of agencies."""

import re

from editions.manuscript import credits, dateline, roles, signatures
from editions.manuscript.words import folded, joints, known
from editions.model.runs import Span

_SLUG = re.compile(r"(?P<place>[^().]{0,60})\((?P<agency>[^()]{2,20})\)\s?[-–—:.]*$")
"""« Rance, 3 mars 2025 (AFP) - » alone: the dispatch begins on the next line."""
_CODES = re.compile(r"[A-Z]{2,4}(?:[-–/][A-Z]{2,6}){2,}|[A-Z]{2,5} \d{6}(?: GMT)? [A-Z]{3} \d\d(?:\d\d)?")
"""« SPO-SKI-FRA », « AFP 081512 DEC 25 »: how an agency files a dispatch."""
_PAGE_CODE = re.compile(r"[A-Z]{2,4} ?\d{1,3}(?:\s?[-–/]\s?[A-Z]{1,2}\d{1,2})?")
_FEW = 5
"""Words of a name and what it signs for."""
_INITIALS = re.compile(r"[A-Z]{2,4}")
_INITIALLED = re.compile(r"(?:[A-Z][a-z]?\.[ -]?){2,4}(?=$|[ ,(])")
_MADE = re.compile(r"\.\s+|\s[|•–/-]\s")
"""« Texte : Blandine Auriac. Photos : Loïc Santerre »."""
_HEAD = re.compile(r"\s[|•·–—-]\s")
_LONGEST_HEAD = 90
_PAGE = r"(?i)(?:(?:{})\s?)?\d{{1,3}}"
_ISSUE = re.compile(r"\bn°\s?\d{1,5}$")
_BARS = re.compile(r"\s[|•·]\s")
_LABELLED = re.compile(r"([^.|•]{3,30})(?:\.|\s[|•–-])\s+(?=\w)")
"""« Justice. Par Anne Durand », « Communiqué de presse – 14 octobre 2025 »."""
_NAMED_PAPER = re.compile(r"[^()]{5,50} \([^()]{2,40}\)$")
"""« Louise Perrin (Reporterre) »."""


def is_filed(text: str) -> bool:
    """Whether a line is the code under which an agency files a dispatch."""
    return _CODES.fullmatch(text) is not None


def is_initials(text: str) -> bool:
    """Whether a line is the initials of who signs, or of the paper: « LQJ »."""
    return _INITIALS.fullmatch(text) is not None


def is_page_code(text: str) -> bool:
    """Whether a line at the foot is the code of a page of print: « VEN06 », « PCV14 - V1 »."""
    return _PAGE_CODE.fullmatch(text) is not None


def is_running_head(text: str) -> bool:
    """Whether a line heads a page of print: the paper, its date, the page: « L'Écho • 12 juin 2025 • 8 »."""
    parts = [part.strip() for part in _HEAD.split(text)] if len(text) <= _LONGEST_HEAD else []
    paged = [part for part in parts if joints("page", _PAGE).fullmatch(part)]
    dated = [part for part in parts if dateline.kind(part) or _ISSUE.search(part)]
    return len(parts) > 2 and len(paged) == 1 and len(paged) + len(dated) == len(parts) - 1


def signs(text: str) -> bool:
    """Whether a line signs, dates or sends an article, and says so."""
    return signatures.is_contact(text) or signatures.is_dispatched(text) or _is_slug(text) or _is_signed(text)


def is_of_a_paper(text: str) -> bool:
    """« Louise Perrin (Reporterre) », « V. M. et AFP »."""
    if _INITIALLED.match(text) and signatures.is_signature(text):
        return True
    return _NAMED_PAPER.match(text) is not None and roles.is_sure_name(text.partition(" (")[0])


def _is_slug(text: str) -> bool:
    """Whether a line is only where, when and by whom a dispatch was sent."""
    slug = _SLUG.match(text)
    if not slug:
        return False
    place = slug["place"].strip(" ,")
    dated = dateline.split(place) > 0 and _INITIALS.fullmatch(slug["agency"]) is not None
    if not dated and folded(slug["agency"]) not in known("wire"):
        return False
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
        if dateline.is_dated(text):
            return True
    if signatures.opens_as_signature(text) and signatures.is_signature(text):
        return True
    if _is_signed_in_parts(text) or _is_dated_and_signed(text):
        return True
    day = dateline.split(text)
    if not day:
        return False
    head = text[:day].rstrip(" ,.|•–—-\u00a0")
    if text[len(head) :].lstrip()[:1] == "," and _is_place(head):
        return True
    return (
        signatures.opens_as_signature(head)
        or signatures.is_signature(head)
        or signatures.is_agency(head)
        or roles.is_outlet(head)
    )


def _is_dated_and_signed(text: str) -> bool:
    """« Publié le 25 octobre 2025 par Josiane »."""
    date, *names = joints("by", r"(?i)\s(?:{})\s(?=\S)").split(text)
    few = len(names) == 1 and len(names[0].split()) <= _FEW
    return few and roles.is_capitalized(names[0].split()[0]) and dateline.is_dated(date)


def _is_signed_in_parts(text: str) -> bool:
    """« Par Josette | 28 mars 2026 | Semis, Potager »: who, when and where it is filed."""
    parts = [part.strip() for part in _BARS.split(text)]
    signed = signatures.opens_as_signature(parts[0]) and signatures.is_signature(parts[0])
    if len(parts) > 2 and signed and any(map(dateline.is_dated, parts[1:])):
        return True
    text, *rest = [part.strip() for part in _MADE.split(text.rstrip("."))]
    both = signatures.opens_as_signature(text) and signatures.is_signature(text)
    return bool(rest) and both and all(credits.credit(part) == Span(0, len(part)) for part in rest)
