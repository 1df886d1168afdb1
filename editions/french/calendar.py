"""Months, days and years: what the rules of dates and of periods share, and the date of a front page."""

import re
from contextlib import suppress
from datetime import date as Date
from functools import cache

from editions.french import spelling
from editions.french.grammar import CALENDAR

YEAR = "[12][0-9]{3}"
"""A pattern for four figures that are a year."""
_RECENT = 40
"""Two-digit years up to this one belong to the years 2000."""


@cache
def month_names() -> dict[int, str]:
    """By number, in full."""
    return {int(number): name for _, number, name in CALENDAR.rows("month")}


@cache
def months() -> dict[str, int]:
    """Written form, also cut short → number."""
    return {form: int(number) for form, number, _ in CALENDAR.rows("month")}


def year(digits: str) -> str:
    """Two figures stand for the nearest year: ``24`` → 2024, ``68`` → 1968."""
    if len(digits) == 2:
        digits = ("20" if int(digits) <= _RECENT else "19") + digits
    return spelling.cardinal(digits)


def day(written: str) -> Date | None:
    """The day of « 2026-11-01 », « 01/11/2026 » or « dimanche 1er novembre 2026 »; None when it is not told whole."""
    with suppress(ValueError):
        if found := re.search(r"\b(\d{4})-(\d\d)-(\d\d)\b", written):
            return Date(*map(int, found.groups()))
        if found := re.search(r"\b(\d\d?)[./](\d\d?)[./](\d{4})\b", written):
            return Date(*map(int, found.groups()[::-1]))
        if found := re.search(r"\b(\d\d?)(?:er)?\s+([^\W\d]+)\.?\s+(\d{4})\b", written):
            number, month, of = found.groups()
            return Date(int(of), months().get(month.casefold(), 0), int(number))
    return None


def long_date(day: Date) -> str:
    """``dimanche 1er novembre 2026``, as a front page has it (Imprimerie nationale, *Lexique*, « dates »)."""
    number = "1er" if day.day == 1 else day.day
    weekday = next(name for _, name, place in CALENDAR.rows("weekday") if int(place) == day.isoweekday())
    return f"{weekday} {number} {month_names()[day.month]} {day.year}"
