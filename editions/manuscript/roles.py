"""What a line of a pasted article is, judged by itself: outlet, section, signature, date, caption, credit, crosshead.

The words come from ``french/data/dictionaries/article_lines.tsv``. When unsure, a line is none of these: it is
a paragraph.
"""

import re
from functools import cache

from editions import tables
from editions.model.runs import Span

_SEPARATOR = re.compile(r"\s+[-–—|•/]\s+|\s*(?=©)|\.\s+(?=\w)|\s+(?=\()")
_CAPITALIZED = re.compile(r"(?:[DdLl]['’])?[A-ZÀ-ÖØ-ÝŒŸ][\w'’.-]*,?$")
_INITIALS = re.compile(r"(?:[A-ZÀ-Ý]\.(?:[- ]?)){2,4}$")
_DATE = re.compile(
    r"(?:\w+ ){0,2}(?:\d{1,2}(?:er)? \w+ (?:19|20)\d\d|\d{1,2}[/.]\d{1,2}[/.](?:19|20)?\d\d)\b.{0,25}(?<![.!?;,])$"
)
_CONTACT = re.compile(r"@|www\.|https?:|\d\d[ .]\d\d[ .]\d\d")


@cache
def _words(role: str) -> tuple[str, ...]:
    """Words of a role, the longest first, so that « photos » is met before « photo »."""
    found = [word for word, roles in tables.table("dictionaries/article_lines") if role in roles.split(",")]
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


@cache
def _set(*roles: str) -> frozenset[str]:
    """Words of any of the roles."""
    return frozenset(word for role in roles for word in _words(role))


@cache
def _joints(role: str, around: str) -> re.Pattern[str]:
    """A pattern in which ``{}`` stands for the words of a role."""
    return re.compile(around.format("|".join(map(re.escape, _words(role)))))


def _folded(text: str) -> str:
    return text.strip().casefold().replace("’", "'")


def after_word(text: str, role: str) -> str | None:
    """What follows a word of that role at the start of the line, None when it does not start so."""
    folded = _folded(text)
    if not folded.startswith(_words(role)):
        return None
    for word in _words(role):
        if folded.startswith(word) and not folded[len(word) : len(word) + 1].isalnum():
            return text.strip()[len(word) :]
    return None


def is_label(text: str) -> bool:
    """Whether a line may be an outlet or a section: a few words, no stop."""
    if not any(map(str.isalnum, text)):
        return False
    return len(text) <= 45 and len(text.split()) <= 6 and not re.search(r"[.!?…:;,»\"]$|:\s|\n", text)


def is_outlet(text: str) -> bool:
    """Whether a line is the name of a paper, a station or a site."""
    folded = _folded(text)
    return (
        folded in _set("outlet")
        or after_word(text, "outlet_start") is not None
        or folded.endswith(_words("outlet_end"))
    )


def is_section(text: str) -> bool:
    """Whether a line is a section that papers have: « Faits divers », « Orne », « Accueil > Normandie »."""
    return _folded(text) in _set("section") or " > " in text or " › " in text


def is_name(text: str) -> bool:
    """Whether words look like the names of one or more people: « Anne de La Tour », « JEANNE LEVAL »."""
    words = text.split()
    if not 2 <= len(words) <= 7 or not _CAPITALIZED.match(words[0]) or _folded(words[0]) in _set("no_name"):
        return False
    if is_outlet(text) or after_word(text, "photo") is not None:
        return False
    capitals = sum(bool(_CAPITALIZED.match(word)) for word in words)
    return capitals >= 2 and all(_CAPITALIZED.match(w) or _folded(w) in _set("particle") for w in words)


def is_signature(text: str) -> bool:
    """Whether a line signs an article: « Par Anne Durand », « Anne Durand avec AFP », « A. D. »."""
    if len(text) > 110 or "\n" in text:
        return False
    rest = after_word(text, "signed")
    body = (rest if rest is not None else text).strip(" :\u00a0")
    first = _joints("after_name", r"\s*[,(|/–—]\s*|\s+-\s+|\s+(?:{})\s+").split(body, maxsplit=1)[0]
    if re.search(r"[.!?…]$", text) and not _INITIALS.search(text):
        return False
    if is_name(first) or (_INITIALS.match(body) and "." in body):
        return True
    return _folded(body) in _set("signature") or (rest is not None and (_is_agency(body) or is_outlet(first)))


def author(text: str) -> Span:
    """Where the name is in a signature, without « Par » nor what follows the name."""
    rest = after_word(text, "signed")
    start = 0 if rest is None else len(text.strip()) - len(rest)
    start += len(text[start:]) - len(text[start:].lstrip(" :\u00a0"))
    end = re.search(r"\s*[,(|]|$", text[start:])
    return Span(start, start + end.start() if end else len(text))


def is_dated(text: str) -> bool:
    """Whether a line only says when the article appeared."""
    if len(text) > 140 or "\n" in text:
        return False
    rest = after_word(text, "dated")
    return bool(_DATE.match(text.strip())) or (rest is not None and bool(re.search(r"\d", rest)))


def is_aside(text: str) -> bool:
    """Whether a line is a service of the site: reading time, « Lire aussi », « Abonnez-vous »."""
    if "\n" in text or len(text) > 200:
        return False
    banner = len(text) <= 100 and after_word(text, "service") is not None
    return banner or after_word(text, "duration") is not None or after_word(text, "related") is not None


def is_opening_of_signature(text: str) -> bool:
    """Whether a line is « Par » alone: the name is on the next one."""
    return _folded(text).rstrip(" :") in _set("signed")


def _is_agency(text: str) -> bool:
    """Whether words name an agency, alone or with a photographer, or a photographer and a paper."""
    parts = [part.strip(" .()") for part in _joints("joint", r"[/,]|\s[-–—]\s|\s+(?:{})\s+").split(text)]
    agencies = [part for part in parts if _folded(part) in _set("agency", "outlet")]
    papers = [part for part in parts if part not in agencies and is_outlet(part) and is_label(part)]
    others = [part for part in parts if part not in agencies + papers]
    known = bool(agencies) or (bool(papers) and any(map(is_name, others)))
    return known and all(is_name(p) or _CAPITALIZED.match(p) or _folded(p) in _set("photo") for p in others)


def is_picture(text: str) -> bool:
    """Whether the words say that they caption a picture."""
    folded = _folded(text)
    return any(word in folded for word in _words("picture"))


def credit(text: str, sure: bool = True) -> Span | None:
    """Where a caption says who made the photo; ``sure`` asks for an agency, a © or « Photo : », not just a name."""
    if "\n" in text or len(text) > 400:
        return None
    if _is_credit(text, True) and not _is_agency(text):
        return Span(0, len(text))
    for match in _SEPARATOR.finditer(text):
        if _is_credit(text[match.end() :], sure):
            return Span(match.end(), len(text))
    return None


def _is_credit(text: str, sure: bool) -> bool:
    body = text.strip()
    aside = body.startswith("(") and body.endswith(")")
    if aside:
        body = body[1:-1].strip()
    if not body or len(body) > 90 or re.search(r"[^\W_]{2}[.!?]\s", body) or is_picture(body):
        return False
    if body.startswith("©"):
        return True
    rest = after_word(body, "photo")
    if rest is not None:
        rest = after_word(rest, "photo") or rest  # « Crédit photo : »
        named = rest.strip(" :©\u00a0.")
        if rest.strip(" \u00a0")[:1] in (":", "©"):
            return bool(named)
        return named[:1].isupper() and (aside or (body[0].isupper() and _has_made(named)))
    return (_is_agency(body) and len(body) <= 60) or (not sure and is_name(body))


def _has_made(named: str) -> bool:
    """Whether a word or a few name who may have made a photo: « Crédit Agricole soutient le club » does not."""
    return " " not in named or is_name(named) or is_outlet(named) or _is_agency(named)


def is_crosshead(text: str) -> bool:
    """Whether a line may head what follows: short, no stop, begins as a title does."""
    bare = text.lstrip('«“" \u00a0')
    if "\n" in text or not bare or not (bare[0].isupper() or bare[0].isdigit()):
        return False
    return (
        len(text) <= 90
        and len(text.split()) <= 14
        and not re.search(r"[.,;:…][\s\u00a0]*[»”\"]?$", text)
        and not _CONTACT.search(text)
    )


def is_question(text: str) -> bool:
    """Whether a line ends as a question."""
    return bool(re.search(r"\?[\s»”\"]*$", text))


def is_quotation(text: str) -> bool:
    """Whether a paragraph is one quotation and nothing else."""
    return bool(re.fullmatch(r"«[^«»]+»[.!?]?|“[^“”]+”[.!?]?|\"[^\"]+\"[.!?]?", text.strip()))
