"""Patterns made from tables: one pattern for hundreds of written forms, in the time of one.

``either(["Mme", "Mmes", "Me"])`` → ``M(?:e|me(?:s)?)``: a tree of characters, so that a place in the text is looked
at once however long the table is.
"""

import re
from collections.abc import Iterable

BLANK = "[ \u00a0\u2009\u202f]"
"""One blank of any width inside a line."""
CAPITAL = "A-ZÀ-ÖØ-ÞŒŸĆČĎĐĒĘĚĞĪİŁŃŇŌŐŘŚŞŠŤŪŮŰŹŻŽȘȚ"
"""Capital letters of names in the French press, for use inside a class."""
LETTER = "A-Za-zÀ-ÖØ-Þß-öŒø-ÿŸœĀ-žȘ-ț"
"""Letters of such names, for use inside a class."""
NAME_NEXT = rf"(?:(?:de|du|des|d['’]|van|von|di|el|al|le|la|ben)(?:{BLANK}|-)*)*['’]?[{CAPITAL}]"
"""A name follows, perhaps with its particle."""
ROMAN = r"(?:[IVXLCDM]+(?![\w]))"
"""Capitals that may be a roman numeral."""

_END = ""


def either(forms: Iterable[str]) -> str:
    """A pattern for the longest of the forms; a blank matches one or more blanks, an apostrophe both kinds."""
    tree: dict[str, dict] = {}  # type: ignore[type-arg]
    for form in forms:
        branch = tree
        for char in form:
            branch = branch.setdefault(char, {})
        branch[_END] = {}
    return _written(tree)


def _written(tree: dict[str, dict]) -> str:  # type: ignore[type-arg]
    branches = [_character(char) + _written(below) for char, below in sorted(tree.items()) if char != _END]
    if not branches:
        return ""
    if len(branches) == 1 and _END not in tree:
        return branches[0]
    return f"(?:{'|'.join(branches)})" + ("?" if _END in tree else "")


def _character(char: str) -> str:
    if char == " ":
        return f"{BLANK}+"
    return "['’]" if char in "'’" else re.escape(char)
