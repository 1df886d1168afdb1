"""Lines that say when an article appeared: « Publié le 14/03/2025 à 18h30, mis à jour… », « il y a 3 heures »."""

import re
from functools import cache
from typing import Literal

from editions.tables import Table, table

_LONGEST = 180
_MAY_BE = re.compile(r"\d|\bhier\b|aujourd|\bil y a\b", re.IGNORECASE)
_SIGNS = r"[\s,.:;•·|/–—()\[\]<>-]++"
_ZONE = r"cest?|cet|gmt|utc|tu|h[nae]e|est|edt|heure de paris|heure belge|heure suisse|heure locale"
_TIME = r"\d{1,2}\s?h(?:eures?)?\s?(?:[0-5]\d)?|\d{1,2}[:.][0-5]\d(?:[:.][0-5]\d)?(?!\d)|midi|minuit"
_AGO = (
    r"il y a (?:environ |plus de |moins d')?\S{1,5}\s?"
    r"(?:secondes?|minutes?|mins?|heures?|jours?|semaines?|mois|ans?|h|mn|j)\b"
)
_YEAR = r"(?:19|20)\d\d\b"
_FIGURES = r"\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d\d(?!\d)|(?:19|20)\d\d-\d\d-\d\d"
_BETWEEN = (
    r"(?:le|à|a|vers|et|en|depuis|du|hier|aujourd'hui|ce matin|ce midi|ce soir|cet après-midi)\b"
    r"|pages? \d{1,3}|p\. ?\d{1,3}|n° ?\d{1,5}"
    r"|temps de lecture|durée de lecture|lecture|édition du jour"
)
_SPAN = r"(?:\d{1,2}|une|deux|trois|quatre|cinq)\s?(?:min|mn|minutes?)\b(?: de lecture)?"


def kind(text: str) -> Literal["", "date", "day"]:
    """date: when the article appeared. day: a day without its year, which may also head what happens then."""
    if len(text) > _LONGEST or "\n" in text or not _MAY_BE.search(text):
        return ""
    plain = _plain(text)
    if not _whole().fullmatch(plain) or not any(map(str.isalnum, plain)):
        return ""
    if _dated().search(plain) or _full().search(plain) or re.search(_AGO, plain):
        return "date"
    timed = re.search(_TIME, plain) is not None
    if re.search(r"\bhier\b|aujourd'hui|ce matin|ce midi|ce soir", plain):
        return "date" if timed else ""
    return "day" if _day().search(plain) else ""


def is_dated(text: str) -> bool:
    """Whether a line only says when the article appeared."""
    return kind(text) == "date"


def is_of_an_event(text: str) -> bool:
    """Whether a day of the week stands in a line, and nothing that says that something was published."""
    plain = _plain(text)
    return re.search(_weekday(), plain) is not None and not _dated().search(plain)


def is_opening(text: str) -> bool:
    """Whether a line is « Publié le » alone: the date is on the next one."""
    plain = _plain(text).strip(" :")
    return bool(plain) and _dated().fullmatch(re.sub(r"\s(?:le|à|par)$", "", plain)) is not None


def split(text: str) -> int:
    """Where the date begins in « Anne Durand, le 14 mars 2025 »: 0 when the line is no such thing."""
    if len(text) > _LONGEST or "\n" in text or not _MAY_BE.search(text):
        return 0
    plain = _plain(text)
    for match in _beginning().finditer(plain):
        if match.start() and _whole().fullmatch(plain, match.start()) and is_dated(text[match.start() :]):
            return match.start()
    return 0


def _plain(text: str) -> str:
    """The same characters, small, with ordinary blanks and apostrophes."""
    small = text.lower()
    if len(small) != len(text):  # « İ » makes two
        small = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    return small.replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ")


@cache
def _words() -> str:
    found = [word for word, roles in table("dictionaries/article_lines") if "dated" in roles.split(",")]
    return "|".join(map(re.escape, sorted(found, key=lambda word: (-len(word), word))))


@cache
def _dated() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_words()})\b")


@cache
def _month() -> str:
    months = sorted(Table("grammar/calendar").words("month"), key=lambda word: (-len(word), word))
    return rf"(?:{'|'.join(months)})\b\.?"


@cache
def _weekday() -> str:
    names = Table("grammar/calendar").mapping("weekday")
    return rf"(?:{'|'.join(sorted({*names.values(), *names}, key=lambda word: (-len(word), word)))})\b\.?"


@cache
def _full() -> re.Pattern[str]:
    """A date with its year, or a day with an hour."""
    day = rf"\d{{1,2}}(?:er|\.)?\s{_month()}"
    return re.compile(rf"{_FIGURES}|{day},?\s(?:{_YEAR}|\d\d\s)|{day},? (?:à |- )?(?:{_TIME})")


@cache
def _day() -> re.Pattern[str]:
    return re.compile(rf"\d{{1,2}}(?:er|\.)?\s{_month()}|{_weekday()}\s\d{{1,2}}\b")


@cache
def _beginning() -> re.Pattern[str]:
    """Where a date may begin inside a line."""
    return re.compile(
        rf"(?<!\w)(?:{_words()}|le \d|{_weekday()}\s\d|\d{{1,2}}[/. -]|\d{{1,2}}er |hier\b|aujourd'hui|il y a )"
    )


@cache
def _whole() -> re.Pattern[str]:
    """Dates, hours and the words around them, nothing else."""
    written = rf"\d{{1,2}}(?:er|\.)?\s{_month()}(?:,?\s{_YEAR}|\s\d\d(?!\d|\s?[h:.]))?"
    known = (_words(), _FIGURES, written, _TIME, _AGO, _SPAN, _ZONE, _weekday(), _BETWEEN, r"\+\d\d?")
    return re.compile(rf"(?:(?:{'|'.join(known)})|{_SIGNS})+")
