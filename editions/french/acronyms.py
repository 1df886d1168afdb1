"""The table of acronyms, and how a part of a code or of an address is said.

``said("SNCF")`` → *S N C F*; ``said("OTAN")`` → *Otan*; ``said("XYZ")`` → nothing: the table does not know it.
"""

from functools import cache

from editions.french.accents import bare
from editions.french.pronounce import letters
from editions.tables import table


def said(written: str) -> str:
    """What is said for an acronym of the table, empty for anything else."""
    return known().get(written, "")


def unaccented(written: str) -> str:
    """What is said for an acronym written with accents that the table leaves out: ``ÉNA``, ``HÉC``."""
    return said(bare(written))


@cache
def known() -> dict[str, str]:
    """Written → said, for the whole table."""
    forms = {}
    for written, kind, *rest in table("dictionaries/acronyms"):
        spoken = rest[0] if rest else ""
        forms[written] = spoken or (written.capitalize() if kind == "word" else letters(written))
    return forms
