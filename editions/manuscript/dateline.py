"""Lines that say when an article appeared: « Publié le 14/03/2025 à 18h30, mis à jour… », « il y a 3 heures »."""

import re
from functools import cache
from typing import Literal

from editions.manuscript.words import words
from editions.tables import Table, alternatives

_WORDS = Table("grammar/datelines")
_CALENDAR = Table("grammar/calendar")
_LONGEST = 180
_SIGNS = r"[\s,.:;•·|/–—()\[\]<>-]++"
_YEAR = r"(?:19|20)\d\d\b"
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ].*)?")
_FIGURES = r"\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d\d(?!\d)|(?:19|20)\d\d-\d\d-\d\d"


def kind(text: str) -> Literal["", "date", "day"]:
    """date: when the article appeared. day: a day without its year, which may also head what happens then."""
    if len(text) > _LONGEST or "\n" in text or not _may_be().search(plain := _plain(text)):
        return ""
    if not _whole().fullmatch(plain) or not any(map(str.isalnum, plain)):
        return ""
    if _dated().search(plain) or _full().search(plain) or re.search(_ago(), plain):
        return "date"
    if _today().search(plain):
        return "date" if re.search(_time(), plain) else ""
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
    return bool(plain) and _dated().fullmatch(re.sub(rf"\s(?:{_any('before')})$", "", plain)) is not None


def split(text: str) -> int:
    """Where the date begins in « Anne Durand, le 14 mars 2025 »: 0 when the line is no such thing."""
    if len(text) > _LONGEST or "\n" in text or not _may_be().search(plain := _plain(text)):
        return 0
    for match in _beginning().finditer(plain):
        if match.start() and _whole().fullmatch(plain, match.start()) and is_dated(text[match.start() :]):
            return match.start()
    return 0


def written(text: str) -> str:
    """A day that software wrote, as people write it: « 2026-11-01T08:00 » → « 1er novembre 2026 »; else as it is."""
    found = _ISO.fullmatch(text)
    name = next((name for _, number, name in _CALENDAR.rows("month") if found and int(found[2]) == int(number)), "")
    if not found or not name:
        return text
    (ordinal,), day = _WORDS.words("first"), int(found[3])
    return f"{day}{ordinal if day == 1 else ''} {name} {int(found[1])}"


def _plain(text: str) -> str:
    """The same characters, small, with ordinary blanks and apostrophes."""
    small = text.lower()
    if len(small) != len(text):  # « İ » makes two
        small = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    return small.replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ")


@cache
def _any(part: str) -> str:
    """A pattern for any of the words of a list."""
    return alternatives(_WORDS.words(part))


@cache
def _may_be() -> re.Pattern[str]:
    """What most lines have nothing of."""
    return re.compile(rf"\d|\b(?:{_any('today')}|{_any('ago')})\b")


@cache
def _today() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any('today')})\b")


@cache
def _published() -> str:
    return alternatives(words("dated"))


@cache
def _dated() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_published()})\b")


@cache
def _month() -> str:
    """A day and its month."""
    return rf"\d{{1,2}}(?:{_any('first')}|\.)?\s(?:{alternatives(_CALENDAR.words('month'))})\b\.?"


@cache
def _weekday() -> str:
    names = _CALENDAR.mapping("weekday")
    return rf"(?:{alternatives({*names.values(), *names})})\b\.?"


@cache
def _time() -> str:
    hours = rf"\d{{1,2}}\s?(?:{_any('hour')})\s?(?:[0-5]\d)?"
    return rf"{hours}|\d{{1,2}}[:.][0-5]\d(?:[:.][0-5]\d)?(?!\d)|{_any('named hour')}"


@cache
def _ago() -> str:
    return rf"(?:{_any('ago')}) (?:(?:{_any('nearly')}) ?)?\S{{1,5}}\s?(?:{_any('unit')})\b"


@cache
def _full() -> re.Pattern[str]:
    """A date with its year, or a day with an hour."""
    timed = rf"{_month()},? (?:(?:{_any('at')}|-) )?(?:{_time()})"
    return re.compile(rf"{_FIGURES}|{_month()},?\s(?:{_YEAR}|\d\d\s)|{timed}")


@cache
def _day() -> re.Pattern[str]:
    return re.compile(rf"{_month()}|{_weekday()}\s\d{{1,2}}\b")


@cache
def _beginning() -> re.Pattern[str]:
    """Where a date may begin inside a line."""
    day = rf"(?:{_any('article')}) \d|{_weekday()}\s\d|\d{{1,2}}(?:[/. -]|(?:{_any('first')}) )"
    return re.compile(rf"(?<!\w)(?:{_published()}|{day}|(?:{_any('today')})\b|(?:{_any('ago')}) )")


@cache
def _whole() -> re.Pattern[str]:
    """Dates, hours and the words around them, nothing else."""
    written = rf"{_month()}(?:,?\s{_YEAR}|\s\d\d(?!\d|\s?[h:.]))?"
    known = (_published(), _FIGURES, written, _time(), _ago(), _read(), _any("zone"), _weekday(), _around(), r"\+\d\d?")
    return re.compile(rf"(?:(?:{'|'.join(known)})|{_SIGNS})+")


@cache
def _read() -> str:
    """« 4 min de lecture »."""
    return rf"(?:\d{{1,2}}|{_any('count')})\s?(?:{_any('minute')})\b(?: (?:{_any('of reading')}))?"


@cache
def _around() -> str:
    numbered = rf"(?:{_any('numbered')}) ?\d{{1,5}}"
    return rf"(?:{_any('between')}|{_any('today')})\b|{numbered}|{_any('around')}"
