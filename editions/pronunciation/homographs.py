"""Words of one spelling and two sounds, told apart by their neighbours: *ses deux fils*, *les fils électriques*.

The rules are rows of ``data/homographs.tsv``: word, what stands before, what follows, sound in IPA, confidence.
The first row that fits wins. Before and after are patterns of text in small letters; ``<name>`` in them is one of the
words of ``data/contexts.tsv``. Rows of a model (``@ent``) hold for the words of ``data/models.tsv`` that follow it.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from editions.pronunciation.respelling import VOWELS
from editions.pronunciation.store import table

NO_LIAISON = "ʔ"
"""Before a sound to which the word before is not bound: *les candidates excellent*."""
NEAR = 80
"""Characters looked at on either side."""
HELD = 4_000
"""Sentences whose doubts are remembered: those of a large day."""
_WORD = re.compile(r"[^\W\d_]+")


class Sound(NamedTuple):
    """How a word is to sound, and how sure that is."""

    ipa: str
    """Empty: as the voice says it."""
    confidence: float
    others: tuple[str, ...]


class Row(NamedTuple):
    """One context, as it stands in the table: its patterns are made when they are first tried."""

    before: str
    after: str
    sound: Sound


def sound(text: str, start: int, end: int) -> Sound | None:
    """How the word at a place of a sentence sounds; None when it has one sound only, or no row fits."""
    rows = rows_of(text[start:end].lower())
    if not rows:
        return None
    before, after = text[max(0, start - NEAR) : start].lower(), text[end : end + NEAR].lower()
    before, after = before.replace("’", "'"), after.replace("’", "'")
    if start > NEAR:
        before = before.partition(" ")[2]
    if text[start].isupper() and not text[start:end].isupper() and before.strip():
        before += "^"
    return next((row.sound for row in rows if _fits(row, before, after)), None)


def _fits(row: Row, before: str, after: str) -> bool:
    if row.before != "*" and _before(row.before).search(before) is None:
        return False
    return row.after == "*" or _after(row.after).match(after) is not None


@cache
def forms() -> frozenset[str]:
    """The words that have rows, in small letters."""
    return frozenset(_grouped())


@cache
def rows_of(word: str) -> tuple[Row, ...]:
    """Of a word, made when it is first met."""
    own = _grouped().get(word, ())
    return tuple(_row(cells, _kinds(own)) for cells in own)


def _kinds(rows: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(cells[3] for cells in rows))


def _row(cells: tuple[str, ...], kinds: tuple[str, ...]) -> Row:
    _, before, after, ipa, confidence = cells
    others = tuple(kind for kind in kinds if kind != ipa)
    heard = Sound(ipa, float(confidence), others)
    return Row(before, after, heard)


@cache
def _before(cell: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_with_contexts(cell)})\s*\^?\Z")


@cache
def _after(cell: str) -> re.Pattern[str]:
    return re.compile(_with_contexts(cell))


def _with_contexts(cell: str) -> str:
    return re.sub(r"<(\w+)>", lambda match: f"(?:{_context(match[1])})", cell)


@cache
def _context(name: str) -> str:
    """A context as a pattern; it may name others."""
    cell = next(cells[1] for cells in table("contexts") if cells[0] == name)
    return _with_contexts("|".join(cell.split()))


@cache
def _grouped() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Rows by word, those of models made out for each word that follows one."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for cells in table("homographs"):
        found.setdefault(cells[0], []).append(cells)
    for word, model, *sounds in table("models"):
        for _, before, after, ipa, confidence in found[f"@{model}"]:
            found.setdefault(word, []).append((word, before, after, _modelled(sounds, ipa), confidence))
    return {word: tuple(rows) for word, rows in found.items() if not word.startswith("@")}


def _modelled(sounds: list[str], number: str) -> str:
    """The sound that a row of a model names; the third is the second one without liaison before it."""
    if number != "3":
        return sounds[int(number) - 1]
    return NO_LIAISON * (sounds[1][0] in VOWELS) + sounds[1]


@lru_cache(maxsize=HELD)
def doubtful(text: str, below: float) -> tuple[tuple[int, int, Sound], ...]:
    """``(start, end, sound)`` of the words of a sentence whose sound is not sure; asked of each by whoever counts them.

    Most sentences have none: all words are looked up at once.
    """
    known = forms()
    if known.isdisjoint(_WORD.findall(text.lower())):
        return ()
    met = [match.span() for match in _WORD.finditer(text) if match[0].lower() in known]
    heard = ((start, end, sound(text, start, end)) for start, end in met)
    return tuple((start, end, found) for start, end, found in heard if found and found.confidence < below)
