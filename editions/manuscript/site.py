"""The words by which furniture of a site is known, looked up by the first word of a line.

They are in ``french/data/grammar/site_furniture.tsv``. Numbers are alike: a line is looked up with ``0`` for each, as
the table has ``#``.
"""

import re
from functools import cache

from editions.tables import Table

SITE = Table("grammar/site_furniture")
TOKEN = re.compile(r"0(?:\s?[:/x]\s?0)+|0[^\W\d_]*|[^\W\d_]+(?:[-'.][^\W\d_]+)*'?|[€%+]")
"""What a line of buttons is made of."""


@cache
def phrases() -> dict[str, tuple[tuple[int, bool, tuple[str, ...]], ...]]:
    """By first token: length, whether a button, tokens; the longest first."""
    found: dict[str, list[tuple[int, bool, tuple[str, ...]]]] = {}
    for name in ("button", "filler"):
        for phrase in known(name):
            tokens = tuple(TOKEN.findall(phrase))
            if len("".join(tokens)) > (name == "button"):  # a letter alone is no button
                found.setdefault(tokens[0], []).append((len(tokens), name == "button", tokens))
    return {first: tuple(sorted(phrases, reverse=True)) for first, phrases in found.items()}


def start(text: str, name: str) -> str:
    """The longest of the words of a list by which a text begins; empty for none."""
    for phrase in _starts(name).get(first_word(text), ()):
        if text.startswith(phrase) and not text[len(phrase) : len(phrase) + 1].isalnum():
            return phrase
    return ""


@cache
def _starts(name: str) -> dict[str, tuple[str, ...]]:
    """The phrases of a list by their first word, the longest first."""
    found: dict[str, list[str]] = {}
    for phrase in known(name):
        found.setdefault(first_word(phrase), []).append(phrase)
    return {first: tuple(sorted(phrases, key=len, reverse=True)) for first, phrases in found.items()}


@cache
def known(name: str) -> frozenset[str]:
    """The words of a list, numbers as they are folded."""
    return frozenset(phrase.replace("#", "0") for phrase in SITE.words(name))


def first_word(text: str) -> str:
    """The first word, as the lists are looked up."""
    return text.partition(" ")[0].partition("'")[0].rstrip(":,.!?;|") or text[:1]


@cache
def heads() -> frozenset[str]:
    """The first words of all the lists."""
    found: set[str] = set(phrases())
    for name in (
        "button",
        "filler",
        "label",
        "book",
        "tags",
        "opening",
        "short opening",
        "maybe opening",
        "act",
        "pattern",
    ):
        found |= {first_word(phrase) for phrase in known(name)}
    return frozenset(found)


@cache
def patterns() -> dict[str, tuple[re.Pattern[str], ...]]:
    """By first word, the openings in which any words may stand; under ``*`` those that begin with any."""
    found: dict[str, tuple[re.Pattern[str], ...]] = {}
    for phrase in known("pattern"):
        parts = (re.escape(part.strip()).replace(r"\ ", r"\s?") for part in phrase.split("*"))
        pattern = re.compile(r"\s?.{0,60}?\s?".join(parts).removeprefix(r"\s?.{0,60}?\s?"))
        found[first_word(phrase)] = (*found.get(first_word(phrase), ()), pattern)
    return found
