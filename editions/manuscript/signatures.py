"""Who signs an article, as a line says: somebody, an agency, the newsroom, a body, an address.

The words come from ``french/data/dictionaries/article_lines.tsv``.
"""

import re

from editions.manuscript import roles
from editions.manuscript.words import after_word, folded, has_verb, joints, known
from editions.model.runs import Span

_INITIALS = re.compile(r"(?:[A-ZÀ-Ý][a-zà-ÿ]?\.(?:[- ]?)){2,4}$")
_DESK = re.compile(r"\(?(?:[a-z]{2,4}|[A-Z]{2,4})(?:-[a-z]{2,4}){0,3}(?:/[a-zA-Z]{2,5}(?:-[a-z]{2,4})?){1,4}\)?\.?$")
"""« boi/ats », « jrp/abc/mm »: who wrote and sent a dispatch."""
_CORRESPONDENT = r"^[A-ZÀ-Þ][^.!?]{{2,40}}, (?:{})$"
"""« Rance (Orne), reportage »."""
_LOW = re.compile(r"^(?:[a-zà-ÿ]+\s+){1,4}")
"""The small words of « notre correspondant Luc Jeannin »."""
_WORD = re.compile(r"\w+")
_LONGEST_BODY = 70
_LONGEST_SERVICE = 5
"""Words behind « Rédaction »."""
_FEW = 3
"""Words that say who somebody is, behind a name."""
_ADDRESS = r"(?i)(?:[\w' ]{{0,16}}:\s*|(?:{})\s+)?(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+|@\w{{2,30}})$"


def is_desk(text: str) -> bool:
    """Whether a line says who wrote and sent a dispatch: « boi/ats », « 20 Minutes/rfo »."""
    if _DESK.match(text):
        return True
    first, *others = text.strip("() ").split("/")
    framed = text.startswith("(") and text.endswith(")")
    if len(others) == 1 and re.fullmatch(r"[a-z]{2,4}", first):
        return roles.is_outlet(others[0]) or (framed and roles.is_label(others[0]))  # « (th/L'essentiel) »
    return (
        bool(others)
        and len(text) <= 40
        and (roles.is_outlet(first) or is_agency(first))
        and all(re.fullmatch(r"[a-zA-Z]{2,4}", part.strip()) for part in others)
    )


def is_signature(text: str) -> bool:
    """Whether a line signs an article: « Par Anne Durand », « Anne Durand avec AFP », « A. D. », « boi/ats »."""
    if len(text) > 140 or "\n" in text or text.rstrip().endswith(","):
        return False
    rest = _signed(text)
    body = (rest if rest is not None else text).strip(" :\u00a0–—-|•")
    if body[:1] == "(" and body[-1:] == ")":
        return is_signature(body[1:-1])
    if re.search(r"[!?…]$|[^\W_]{3}[.] +[^\W_]{3}", text):
        return False
    if (
        body.endswith(".")
        and not _INITIALS.search(body)
        and not (roles.is_sure_name(body[:-1]) or is_agency(body[:-1]))
    ):
        return False
    if _INITIALS.match(body) and "." in body:
        return True
    if rest is None and re.search("[:«“]", body):
        return False
    sent = after_word(body, "after_name")
    if sent is not None and is_agency(sent):
        return True  # « Avec La Presse Canadienne »
    if _is_of_the_newsroom(body) or _signs(body, introduced=rest is not None):
        return True
    return rest is not None and _signs_loosely(body)


def _signed(text: str) -> str | None:
    """What follows « Par », « Propos recueillis par », « Vidéo : »."""
    rest = after_word(text, "signed")
    if rest is None:
        rest = after_word(text, "credited")
        named = rest is not None and (rest.lstrip(" \u00a0")[:1] == ":" or roles.is_sure_name(rest.strip(" \u00a0–—")))
        return rest if named else None
    return rest


def is_dispatched(text: str) -> bool:
    """Whether a line says which agency sent the article: « Cet article a été publié automatiquement. Source : ats »."""
    rest = after_word(text, "dispatched")
    return rest is not None and not known("wire").isdisjoint(_WORD.findall(folded(rest)))


def is_collective(text: str) -> bool:
    """Whether a line names a body that may sign: « La commission des affaires scolaires »."""
    return len(text) <= _LONGEST_BODY and after_word(text, "collective") is not None and not has_verb(text)


def opens_as_signature(text: str) -> bool:
    """Whether a line that signs says so: « Par … », not just a name."""
    return _signed(text) is not None


def _parts(body: str) -> list[str]:
    pattern = joints("parting", r"\s*[,(|/–—•]\s*|\s+-\s+|\s+(?:{})\s+")
    return [part for part in pattern.split(body) if part]


def _signs(body: str, introduced: bool) -> bool:
    """Whether a name opens a signature; without « Par » nothing but who and where somebody is may stand behind it."""
    first, *others = _parts(body) or [""]
    opens = roles.is_name(first) or (bool(others) and _INITIALS.match(first) is not None)
    return opens and (introduced or all(map(_is_of_signature, others)))


def _is_of_signature(part: str) -> bool:
    """« Rance », « journaliste au service Économie », « avec AFP »: not « mémoire vivante de la batellerie »."""
    part = part.strip(" )/|")
    if (
        not part
        or _INITIALS.match(part)
        or is_rank(part)
        or is_agency(part)
        or roles.is_outlet(part)
        or is_contact(part)
    ):
        return True
    return not has_verb(part) and (len(part.split()) <= _FEW or all(map(roles.is_capitalized, part.split())))


def _signs_loosely(body: str) -> bool:
    """After « Par »: an agency, a paper, the newsroom, « à Rance, Anne Durand »."""
    first, *others = _parts(body) or [""]
    if is_agency(body) or is_agency(first) or roles.is_outlet(first) or _is_of_the_newsroom(first):
        return True
    if any(roles.is_name(part) or is_agency(part) for part in others) or roles.is_name(_LOW.sub("", body)):
        return True
    return is_desk(body) or _is_mononym(body)


def _is_mononym(body: str) -> bool:
    """« Par Plantu », « Recueilli par IdolesPresse.com le 3 mars »: one word that names, and at most a few more."""
    found = body.split()
    return (
        bool(found) and len(found) <= 5 and len(found[0]) > 1 and roles.is_capitalized(found[0]) and "." not in body[:2]
    )


def _is_of_the_newsroom(body: str) -> bool:
    """« La rédaction », « Rédaction Ouest-France avec AFP », « notre correspondant »."""
    if folded(body) in known("signature") or is_desk(body):
        return True
    first, *others = _parts(body) or [""]
    if joints("reported", _CORRESPONDENT).search(body):
        return True
    if others and roles.is_outlet(first):
        return all(is_agency(p) or roles.is_outlet(p) or folded(p) in known("signature", "agencies") for p in others)
    if others and all(map(is_agency, others)) and first[:1].isupper() and roles.is_label(first) and not has_verb(first):
        return not known("after_name").isdisjoint(folded(body).split())
    if folded(first) in known("signature"):
        return all(is_agency(part) or roles.is_outlet(part) or roles.is_name(part) for part in others)
    if is_agency(first) and others:
        return all(is_agency(part) or folded(part) in known("signature", "agencies") for part in others)
    rest = after_word(body, "newsroom")
    return rest is not None and len(body) <= 50 and len(rest.split()) <= _LONGEST_SERVICE and not has_verb(rest)


def author(text: str) -> Span:
    """Where the name is in a signature, without « Par » nor what follows the name."""
    rest = _signed(text)
    start = 0 if rest is None else len(text.strip()) - len(rest)
    start += len(text[start:]) - len(text[start:].lstrip(" :\u00a0"))
    end = re.search(r"\s*[,(|•]|\s[-–—]\s|$", text[start:])
    return Span(start, start + end.start() if end else len(text))


def is_opening_of_signature(text: str) -> bool:
    """Whether a line is « Par » alone: the name is on the next one."""
    return folded(text).rstrip(" :") in (
        known("signed", "credited") if text.rstrip().endswith(":") else known("signed")
    )


def is_agency(text: str) -> bool:
    """Whether words name an agency, alone or with a photographer, or a photographer and a paper."""
    low = sum(word[:1].islower() and len(word) > 3 for word in text.split())
    if low > 2 and folded(text) not in known("agency"):
        return False  # a sentence
    parts = [part.strip(" .()[]") for part in joints("joint", r"[/,]|\s[-–—]\s|\s+(?:{})\s+").split(text)]
    parts = [part for part in parts if part]
    if text.isupper() and all(part.casefold() in known("agency") for part in re.split(r"\W+", text.strip("()[] ."))):
        return True
    agencies = [part for part in parts if folded(part) in known("agency", "outlet")]
    papers = [part for part in parts if part not in agencies and roles.is_outlet(part) and roles.is_label(part)]
    others = [part for part in parts if part not in agencies + papers]
    found = bool(agencies) or (bool(papers) and any(map(roles.is_name, others)))
    return found and all(
        roles.is_name(p) or roles.is_capitalized(p) or folded(p) in known("photo", "agencies") for p in others
    )


def is_rank(text: str) -> bool:
    """Whether a line says what the one who signs does: « Journaliste au service Économie »."""
    return len(text) <= 70 and after_word(text, "rank") is not None and not re.search(r"[.!?:]$", text)


def is_contact(text: str) -> bool:
    """Whether a line is an address of who signs, and nothing else."""
    return len(text) <= 80 and joints("by", _ADDRESS).match(text.strip()) is not None
