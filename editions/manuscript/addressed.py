"""Whom words are for, and of what: whether a line speaks to who reads, of the site, or as somebody in the article."""

import re

from editions.manuscript.site import SITE
from editions.manuscript.words import folded, joints

NUMBER = re.compile(r"\d+(?:[  \u00a0\u202f'’]\d{3})*(?:[.,]\d+)?")
"""A number, with blanks or signs between its thousands."""
_WORD = re.compile(r"[\w'-]+")


def counted_alike(text: str) -> str:
    """Small letters, straight apostrophes, plain blanks, ``0`` for each number."""
    plain = text.casefold().replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ")
    return NUMBER.sub("0", plain)


def words_of(text: str) -> list[str]:
    """Its words, as the lists have them when it is in small letters."""
    return _WORD.findall(text)


def asks(text: str) -> bool:
    """Whether words are for somebody: « vous », « ton »."""
    return joints("you", r"\b(?:{})\b").search(folded(text)) is not None


def is_of_the_site(text: str) -> bool:
    """Whether one of the words is of sites: « newsletter », « abonnez-vous »."""
    return not SITE.words("site").isdisjoint(_parts_of(text))


def requests(text: str) -> bool:
    """Whether words ask who reads to do something: « appelez », « abonnez-vous »."""
    return _asked(_parts_of(text))


def is_told(text: str) -> bool:
    """Whether a line ends with a stop and is neither of the site nor for who reads: « Chaque soir. », « Merci. »."""
    return text.endswith((".", "…")) and not (asks(text) or requests(text) or is_of_the_site(text))


def _parts_of(text: str) -> list[str]:
    return words_of(counted_alike(text).replace("-", " "))


def _asked(words: list[str]) -> bool:
    return any(word.endswith("ez") and word not in SITE.words("no request") for word in words)


def is_to_the_reader(words: list[str]) -> bool:
    """Whether words speak to who reads: « vous », « notre », « appelez »."""
    return _asked(words) or not SITE.words("reader").isdisjoint(words)


def is_said(bare: str) -> bool:
    """Whether somebody says it in the article: « …, conseille le maire »."""
    return not SITE.words("told").isdisjoint(part.partition(" ")[0] for part in bare.split(", ")[1:])
