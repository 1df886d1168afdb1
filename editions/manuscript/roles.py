"""What a line of a pasted article is, judged by itself: outlet, section, name, crosshead, question.

The words come from ``french/data/dictionaries/article_lines.tsv``. When unsure, a line is none of these: it is
a paragraph.
"""

import re
from functools import cache

from editions import tables
from editions.manuscript.words import after_word, folded, has_verb, is_word, joints, known, words

_CAPITALIZED = re.compile(r"(?:[DdLl]['’])?[A-ZÀ-ÖØ-ÝŒŸ][\w'’.-]*,?$")
_CONTACT = re.compile(r"@|www\.|https?:|\d\d[ .]\d\d[ .]\d\d")
_ASIDE = re.compile(r"\s\([^()]*\)$")
"""« Ingrédients (pour 6 pers.) »."""
_CRUMBS = re.compile(r"\s[>›»]\s|\s/\s|\s\|\s|\s·\s|\s•\s")
_DASH = re.compile(r"\s[-–—]\s")
_SAYS = r",\s[^\W\d_]+(?:-t)?-(?:{})\b"
"""« …, dit-elle, … »: who speaks is told inside the quotation."""


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
    if len(parts) > 1 and len(plain) <= 90 and all(len(part) <= 30 for part in parts) and _is_path(parts):
        return True
    return is_label(text) and _is_pair(_DASH.split(plain))


def _is_pair(parts: list[str]) -> bool:
    """« Hainaut - Mobilité », « Faits divers - Justice »: both are sections."""
    return len(parts) == 2 and all(part in known("section", "kicker") or part in _departments() for part in parts)


def _is_path(parts: list[str]) -> bool:
    return parts[0] in known("section", "kicker", "home") and not any(
        re.search(r"\d\D+\d|[.!?]$", part) for part in parts
    )


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
    bare = word.rstrip(",").replace("’", "'").rpartition("'")[2]
    return is_word(bare) and not is_first_name(word)


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
    """Whether a paragraph is one quotation and nothing else, not even who says it."""
    return not joints("inverted", _SAYS).search(text) and bool(
        re.fullmatch(r"«[^«»]+»[.!?]?|“[^“”]+”[.!?]?|\"[^\"]+\"[.!?]?", text.strip())
    )
