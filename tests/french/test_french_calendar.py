"""The day that a byline tells, as newspapers write it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editions.french import calendar


@given(st.dates(date(1000, 1, 1)))
def test_a_long_date_is_read_back(day: date) -> None:
    assert calendar.day(calendar.long_date(day)) == day


@pytest.mark.parametrize(
    "written, day",
    [
        ("2026-11-01", date(2026, 11, 1)),
        ("Publié le 1/11/2026 à 12h30", date(2026, 11, 1)),
        ("14.03.2025", date(2025, 3, 14)),
        ("14 févr. 2025", date(2025, 2, 14)),
        ("31 février 2025", None),
        ("14 brumaire 2025", None),
        ("mars 2025", None),
        ("hier", None),
        ("", None),
    ],
)
def test_days_as_bylines_have_them(written: str, day: date | None) -> None:
    assert calendar.day(written) == day
