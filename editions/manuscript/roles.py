"""What a line of a pasted article is, judged by itself: outlet, section, name, signature, crosshead, question.

The words come from ``french/data/dictionaries/article_lines.tsv``. When unsure, a line is none of these: it is
a paragraph.
"""

import re
from functools import cache

from editions import tables
from editions.manuscript.words import after_word, folded, has_verb, is_word, joints, known, words
from editions.model.runs import Span

_CAPITALIZED = re.compile(r"(?:[DdLl]['’])?[A-ZÀ-ÖØ-ÝŒŸ][\w'’.-]*,?$")
_INITIALS = re.compile(r"(?:[A-ZÀ-Ý][a-zà-ÿ]?\.(?:[- ]?)){2,4}$")
_DESK = re.compile(r"\(?(?:[a-z]{2,4}|[A-Z]{2,4})(?:-[a-z]{2,4}){0,3}(?:/[a-zA-Z]{2,5}(?:-[a-z]{2,4})?){1,4}\)?\.?$")
"""« boi/ats », « jrp/abc/mm »: who wrote and sent a dispatch."""
_CORRESPONDENT = re.compile(
    r"^[A-ZÀ-Þ][^.!?]{2,40}, (?:reportage|correspondance|envoyée? spéciale?|de notre correspondante?)$"
)
"""« Rance (Orne), reportage »."""
_LOW = re.compile(r"^(?:[a-zà-ÿ]+\s+){1,4}")
"""The small words of « notre correspondant Luc Jeannin »."""
_WORD = re.compile(r"\w+")
_LONGEST_BODY = 70
_LONGEST_SERVICE = 5
"""Words behind « Rédaction »."""
_FEW = 3
"""Words that say who somebody is, behind a name."""
_CONTACT = re.compile(r"@|www\.|https?:|\d\d[ .]\d\d[ .]\d\d")
_ADDRESS = re.compile(r"(?:[\w' ]{0,16}:\s*|par\s+)?(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+|@\w{2,30})$", re.IGNORECASE)
_ASIDE = re.compile(r"\s\([^()]*\)$")
"""« Ingrédients (pour 6 pers.) »."""
_CRUMBS = re.compile(r"\s[>›»]\s|\s/\s|\s\|\s|\s·\s|\s•\s")


def is_label(text: str) -> bool:
    """Whether a line may be an outlet or a section: a few words, no stop."""
    if not any(map(str.isalnum, text)):
        return False
    return len(text) <= 45 and len(text.split()) <= 6 and not re.search(r"[.!?…:;,»\"]$|:\s|\n", text)


def is_outlet(text: str) -> bool:
    """Whether a line is the name of a paper, a station or a site."""
    plain = folded(text)
    if len(plain) > 45 or len(plain.split()) > 7:
        return False
    return plain in known("outlet") or plain.endswith(words("outlet_end")) or _is_named_as_outlets_are(text)


def _is_named_as_outlets_are(text: str) -> bool:
    """« Le Courrier du Bocage », « la voix du nord »: not « Le courrier des lecteurs », « Le Petit train déraille »."""
    rest = after_word(text, "outlet_start")
    if rest is None or ":" in rest or has_verb(rest):
        return False
    named = [word for word in rest.split() if folded(word) not in known("particle", "no_name")]
    return not named or text.islower() or all(word[:1].isupper() or "'" in folded(word) for word in named)


def is_section(text: str) -> bool:
    """Whether a line is a section that papers have: « Faits divers », « Orne », « Accueil > Normandie »."""
    plain = folded(text)
    if is_label(text) and after_word(text, "kicker_start") is not None and not has_verb(text):
        return True
    if plain in known("section", "kicker") or plain in _departments():
        return True
    if " > " in text or " › " in text:
        return len(text) <= 120
    parts = _CRUMBS.split(plain)
    return len(parts) > 1 and len(plain) <= 90 and all(len(part) <= 30 for part in parts) and _is_path(parts)


def _is_path(parts: list[str]) -> bool:
    return parts[0] in known("section", "kicker", "home") and not any(re.search(r"\d|[.!?]$", part) for part in parts)


@cache
def _departments() -> frozenset[str]:
    return frozenset(row[1].casefold() for row in tables.Table("rules/departments").rows("department"))


def is_capitalized(word: str) -> bool:
    """Whether a word begins as a name does."""
    return bool(_CAPITALIZED.match(word))


def is_name(text: str) -> bool:
    """Whether words look like the names of one or more people: « Anne de La Tour », « JEANNE LEVAL »."""
    found = text.split()
    if not 2 <= len(found) <= 7 or not _CAPITALIZED.match(found[0]) or folded(found[0]) in known("no_name"):
        return False
    if is_outlet(text) or after_word(text, "photo") is not None or _is_of_the_language(found):
        return False
    capitals = sum(bool(_CAPITALIZED.match(word)) for word in found)
    return capitals >= 2 and all(_CAPITALIZED.match(w) or folded(w) in known("particle") for w in found)


def _is_of_the_language(found: list[str]) -> bool:
    """Whether the first of several words, and another, are words of the language: « RENTRÉE SCOLAIRE »."""
    named = [word for word in found if folded(word) not in known("particle")]
    if named and not _is_common(named[0]):
        return False
    return len(found) > 2 or any(map(_is_common, named[1:])) or not named


def _is_common(word: str) -> bool:
    """Whether nobody has a word as a first name."""
    return is_word(word.rstrip(",")) and not is_first_name(word)


def is_sure_name(text: str) -> bool:
    """Whether a name begins with a first name, or writes the family name in capitals or after initials."""
    first, *others = text.split() or [""]
    if not is_name(text) or any(character in text for character in "?!:;"):
        return False
    capitals = not text.isupper() and any(len(word) > 2 and word.isupper() for word in others)
    return capitals or bool(re.match(r"(?:[A-Z]\.-?)+$", first)) or is_first_name(first)


def is_first_name(word: str) -> bool:
    """Whether a word is a first name: « Anne-Marie »."""
    known_names = tables.words("dictionaries/first_names")
    return all(part in known_names or part.title() in known_names for part in word.split("-"))


def is_desk(text: str) -> bool:
    """Whether a line says who wrote and sent a dispatch: « boi/ats », « 20 Minutes/rfo »."""
    if _DESK.match(text):
        return True
    first, *others = text.strip("() ").split("/")
    return (
        bool(others)
        and len(text) <= 40
        and (is_outlet(first) or is_agency(first))
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
    if body.endswith(".") and not _INITIALS.search(body) and not (is_sure_name(body[:-1]) or is_agency(body[:-1])):
        return False
    if _INITIALS.match(body) and "." in body:
        return True
    if rest is None and re.search("[:«“]", body):
        return False
    if _is_of_the_newsroom(body) or _signs(body, introduced=rest is not None):
        return True
    return rest is not None and _signs_loosely(body)


def _signed(text: str) -> str | None:
    """What follows « Par », « Propos recueillis par », « Vidéo : »."""
    rest = after_word(text, "signed")
    if rest is None:
        rest = after_word(text, "credited")
        named = rest is not None and (rest.lstrip(" \u00a0")[:1] == ":" or is_sure_name(rest.strip(" \u00a0–—")))
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
    pattern = joints("after_name", r"\s*[,(|/–—•]\s*|\s+-\s+|\s+(?:{}|et)\s+")
    return [part for part in pattern.split(body) if part]


def _signs(body: str, introduced: bool) -> bool:
    """Whether a name opens a signature; without « Par » nothing but who and where somebody is may stand behind it."""
    first, *others = _parts(body) or [""]
    opens = is_name(first) or (bool(others) and _INITIALS.match(first) is not None)
    return opens and (introduced or all(map(_is_of_signature, others)))


def _is_of_signature(part: str) -> bool:
    """« Rance », « journaliste au service Économie », « avec AFP »: not « mémoire vivante de la batellerie »."""
    part = part.strip(" )/|")
    if not part or _INITIALS.match(part) or is_rank(part) or is_agency(part) or is_outlet(part) or is_contact(part):
        return True
    return not has_verb(part) and (len(part.split()) <= _FEW or all(map(is_capitalized, part.split())))


def _signs_loosely(body: str) -> bool:
    """After « Par »: an agency, a paper, the newsroom, « à Rance, Anne Durand »."""
    first, *others = _parts(body) or [""]
    if is_agency(body) or is_agency(first) or is_outlet(first) or _is_of_the_newsroom(first):
        return True
    if any(is_name(part) or is_agency(part) for part in others) or is_name(_LOW.sub("", body)):
        return True
    return is_desk(body) or _is_mononym(body)


def _is_mononym(body: str) -> bool:
    """« Par Plantu », « Recueilli par IdolesPresse.com le 3 mars »: one word that names, and at most a few more."""
    found = body.split()
    return bool(found) and len(found) <= 5 and len(found[0]) > 1 and is_capitalized(found[0]) and "." not in body[:2]


def _is_of_the_newsroom(body: str) -> bool:
    """« La rédaction », « Rédaction Ouest-France avec AFP », « notre correspondant »."""
    if folded(body) in known("signature") or is_desk(body):
        return True
    first, *others = _parts(body) or [""]
    if _CORRESPONDENT.search(body):
        return True
    if others and is_outlet(first):
        return all(is_agency(p) or is_outlet(p) or folded(p) in known("signature", "agencies") for p in others)
    if others and all(map(is_agency, others)) and first[:1].isupper() and is_label(first) and not has_verb(first):
        return not known("after_name").isdisjoint(folded(body).split())
    if folded(first) in known("signature"):
        return all(is_agency(part) or is_outlet(part) or is_name(part) for part in others)
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
    papers = [part for part in parts if part not in agencies and is_outlet(part) and is_label(part)]
    others = [part for part in parts if part not in agencies + papers]
    found = bool(agencies) or (bool(papers) and any(map(is_name, others)))
    return found and all(is_name(p) or _CAPITALIZED.match(p) or folded(p) in known("photo", "agencies") for p in others)


def is_rank(text: str) -> bool:
    """Whether a line says what the one who signs does: « Journaliste au service Économie »."""
    return len(text) <= 70 and after_word(text, "rank") is not None and not re.search(r"[.!?:]$", text)


def is_contact(text: str) -> bool:
    """Whether a line is an address of who signs, and nothing else."""
    return len(text) <= 80 and _ADDRESS.match(text.strip()) is not None


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


def is_box(text: str) -> bool:
    """Whether a line heads a box or a list: « L'ESSENTIEL », « Ingrédients », « Repères »."""
    return _ASIDE.sub("", folded(text)).rstrip(" :\u00a0") in known("box")


def is_question(text: str) -> bool:
    """Whether a line ends as a question."""
    return bool(re.search(r"\?[\s»”\"]*$", text))


def is_quotation(text: str) -> bool:
    """Whether a paragraph is one quotation and nothing else."""
    return bool(re.fullmatch(r"«[^«»]+»[.!?]?|“[^“”]+”[.!?]?|\"[^\"]+\"[.!?]?", text.strip()))
