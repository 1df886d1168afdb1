"""Who made a picture, as its caption says: « … © Anne Petit », « Photo AFP », « [Keystone] », « - JEAN ROY / AFP »."""

import re

from editions.manuscript import roles, signatures
from editions.manuscript.words import after_word, folded, joints, known, words
from editions.model.runs import Span

_SEPARATOR = re.compile(r"\s+[-–—|•/]\s*(?=\S)|\s*(?=©)|[.!?»]\s+(?=\w)|\s+(?=[(\[])|\s+/(?=[A-ZÀ-Þ])")
_HOUSE = re.compile(r"[A-Z]{2,5}\s?[/-]\s?(?=[A-ZÀ-Þ])")
"""« LP/Jean Roy », « DDM - JEAN ROY »: the letters of a paper, then a name."""
_PARTS = re.compile(r"[^\s/]+")
_SENTENCES = re.compile(r"[^\W_]{3}[.!?]\s+[^\W_]{2}")
_LONGEST = 400
_SIGNS = frozenset("©([|•–—/")
_LAST = re.compile(r"[.!?»]\s+(?=\w)")
_FARTHEST = 100
"""Letters from the end, within which a credit begins."""


def credit(text: str, sure: bool = True) -> Span | None:
    """Where a caption says who made the photo; ``sure`` asks for an agency, a © or « Photo : », not just a name."""
    if "\n" in text or len(text) > _LONGEST or not may_be_credited(text):
        return None
    if _is_credit(text, True) and not (signatures.is_agency(text) and "/" not in text):
        return Span(0, len(text))
    for match in _SEPARATOR.finditer(text, max(0, len(text) - _FARTHEST)):
        if _is_credit(text[match.end() :], sure):
            return Span(match.end(), len(text))
    return None


def may_be_credited(text: str) -> bool:
    """Whether a credit is worth a look: most sentences that close with a stop have no sign of one near it."""
    tail = text[-_FARTHEST:]
    if text[-1:] != "." or " - " in tail or not _SIGNS.isdisjoint(tail):
        return True
    return after_word(_LAST.split(tail)[-1], "photo") is not None


def is_picture(text: str) -> bool:
    """Whether the words say that they caption a picture."""
    plain = folded(text)
    return any(word in plain for word in words("picture"))


def _is_credit(text: str, sure: bool) -> bool:
    body, aside = _unbracketed(text.strip())
    if aside and _is_told_aside(body):
        return True
    rest = after_word(body, "photo")
    if not body or len(body) > 90 or _SENTENCES.search(body if rest is None else rest):
        return False
    if body.startswith(("©", "(c)", "(C)")):
        return True
    if is_picture(body):
        return False
    if rest is not None:
        return _photographed(body, rest, aside)
    body = body.rstrip(" .")
    if len(body) <= 60 and (signatures.is_agency(body) or _is_of_a_house(body)):
        return True
    return not sure and roles.is_name(body)


def _unbracketed(text: str) -> tuple[str, bool]:
    """What stands in brackets, and whether it does."""
    body = text[:-1] if text.endswith((").", "].")) else text
    aside = body[:1] in ("(", "[") and body[-1:] in (")", "]")
    return (body[1:-1].strip() if aside else body), aside


def _is_told_aside(body: str) -> bool:
    """« (Coll. part.) », « (Anne Petit/Le Soleil) »."""
    name, _, paper = body.partition("/")
    return folded(body).rstrip(" .") in known("agency") or (paper[:1].isupper() and roles.is_name(name))


def _photographed(body: str, rest: str, aside: bool) -> bool:
    """« Photo : Anne Petit », « Crédit photo AFP », « Archives L'Écho »."""
    rest = after_word(rest, "photo") or rest  # « Crédit photo : »
    named = rest.strip(" :©\u00a0./-–—|")
    if folded(named) in known("agency"):
        return True  # « Ph. droits tiers »
    if rest.strip(" \u00a0")[:1] in (":", "©"):
        return bool(named)
    return named[:1].isupper() and (aside or (body[0].isupper() and _has_made(named)))


def _is_of_a_house(body: str) -> bool:
    """« LP/Jean Roy », « JEANNE LEVAL POUR L'ÉCHO », « Jean Roy pour La Croix »."""
    house = _HOUSE.match(body)
    if house and roles.is_name(body[house.end() :]):
        return True
    name, _, paper = joints("for", r"(?i)\s(?:{})\s").sub("\0", body).partition("\0")
    return bool(paper) and roles.is_name(name) and paper.lstrip('«“" \u00a0')[:1].isupper()


def _has_made(named: str) -> bool:
    """Whether a word or a few name who may have made a photo: « Crédit Agricole soutient le club » does not."""
    first = re.split(r"\s*[/,|]\s*|\s[-–—]\s", named)[0]
    if len(named) <= 30 and all(
        re.match(r"[A-ZÀ-Þ0-9]", word) or folded(word) in known("particle") for word in _PARTS.findall(named)
    ):
        return True
    return roles.is_name(first) or roles.is_outlet(first) or signatures.is_agency(named)
