"""Abbreviations with or without their dot: ``p. ex.``, ``env. 200``, ``art. 12``, ``svp``, ``av. J.-C.``.

Each row of the table says where the form is read, so that ``p.`` is *page* only before a number and ``pl.`` is
*places* after one. Rules: *Lexique des règles typographiques en usage à l'Imprimerie nationale*.
"""

from collections.abc import Iterator

from editions.french.abbreviation_forms import Forms
from editions.french.expansion import fits, reading
from editions.model import Sentence
from editions.speech import Reading
from editions.tables import table

RULE = "abbreviations"
FORMS = Forms(lambda: table("dictionaries/abbreviations"))


def read(sentence: Sentence) -> Iterator[Reading]:
    """Abbreviations of one sentence."""
    for match, rows in FORMS.found(sentence):
        row = next((row for row in rows if fits(row.where, match, sentence)), None)
        if row:
            yield reading(row, match, sentence, RULE)
