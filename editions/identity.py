"""What tells one edition from all others, and the moment that its files bear.

The identifier is a name-based UUID (RFC 9562, version 5) of publisher, title and date in our own namespace: the same
edition has the same one on every machine, after every correction, and players keep the reader's place in it.
"""

import os
from datetime import UTC, datetime
from datetime import date as Date
from uuid import NAMESPACE_URL, uuid5

from editions.errors import UsageError

_NAMESPACE = uuid5(NAMESPACE_URL, "tag:editions,2026:edition")
_NO_DATE = Date(2000, 1, 1)


def identifier(name: str, title: str, publisher: str, date: Date | None) -> str:
    """``urn:uuid:…`` of an edition; ``name``, of its folder, tells apart editions without a date."""
    told = (publisher, title, date.isoformat() if date else name)
    return _urn("\n".join(told))


def part(whole: str, name: str) -> str:
    """``urn:uuid:…`` of a part of an edition, such as an episode or one of its files."""
    return _urn(f"{whole}\n{name}")


def _urn(told: str) -> str:
    """A file's name may have bytes that are no UTF-8, from a disk of another age: they count too."""
    return uuid5(_NAMESPACE, told.encode("utf-8", "backslashreplace").decode()).urn


def moment(date: Date | None) -> datetime:
    """The moment that a file bears: ``SOURCE_DATE_EPOCH``, else the edition's day; never the clock: equal bytes."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if epoch:
        try:
            return datetime.fromtimestamp(int(epoch), UTC)
        except (ValueError, OverflowError, OSError) as error:  # no number, or one beyond all calendars
            hint = "Donnez-lui des secondes depuis 1970, comme 1735689600, ou effacez cette variable."
            raise UsageError(f"SOURCE_DATE_EPOCH n'est pas une date : « {epoch[:40]} »", hint) from error
    day = date or _NO_DATE
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
