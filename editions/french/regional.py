"""Names of the tens in Belgium and Switzerland: *septante*, *huitante*, *nonante*.

A pass from readings to readings: it changes what rules made out of digits and leaves what the journalist wrote.
"""

import re
from functools import cache

from editions.speech import PLAIN, Reading
from editions.tables import table


def localized(readings: tuple[Reading, ...], language: str) -> tuple[Reading, ...]:
    """The readings with the tens of ``language`` (fr-FR: unchanged)."""
    names = _names(language)
    if not names:
        return readings
    pattern = _pattern(language)

    def said(text: str) -> str:
        return pattern.sub(lambda match: names[match[0]], text)

    return tuple(
        reading
        if reading.rule == PLAIN
        else reading._replace(spoken=said(reading.spoken), alternatives=tuple(map(said, reading.alternatives)))
        for reading in readings
    )


@cache
def _names(language: str) -> dict[str, str]:
    """French form → regional form; columns of the table: form, then one per language."""
    column = {"fr-BE": 1, "fr-CH": 2}.get(language)
    if column is None:
        return {}
    return {row[0]: row[column] for row in table("grammar/regional") if row[0] != row[column]}


@cache
def _pattern(language: str) -> re.Pattern[str]:
    longest_first = sorted(_names(language), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
