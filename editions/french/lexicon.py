"""The newsroom's lexicon: what it writes there wins over every rule.

A row of ``lexicon.tsv``: written form, what to say, note (optional), how it sounds (optional: a respelling, or IPA
between slashes). ``MIX⇥mixe``, ``Craon⇥Craon⇥⇥/kʁɑ̃/``. With context, the part that is read stands in braces and ``*``
is any word: ``{est} du *⇥esste``. Blanks match any blanks, ``'`` matches ``’``; a form in small letters also matches
with a capital in front.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from editions.errors import UsageError, reason
from editions.model import Sentence, Span
from editions.speech import Reading
from editions.tables import rows

RULE = "lexicon"
_HINT = "Une ligne : forme écrite, ce qu'il faut dire, note et prononciation facultatives ; entre eux, des tabulations."


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: the written form as a pattern whose group ``it`` is what is read, and what to say."""

    written: str
    pattern: re.Pattern[str]
    spoken: str
    sound: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Entries by order of preference: a rule that is asked before all others."""

    entries: tuple[Entry, ...] = ()

    def read(self, sentence: Sentence) -> Iterator[Reading]:
        """Readings of the written forms found in a sentence."""
        for entry in self.entries:
            for match in entry.pattern.finditer(sentence.source, sentence.span.start, sentence.span.end):
                yield Reading(Span(*match.span("it")), entry.spoken, RULE, sound=entry.sound)


def load(*paths: Path) -> Lexicon:
    """The lexicon of these files, the last one winning; UsageError with the line of the first mistake."""
    entries: dict[str, Entry] = {}
    for path in paths:
        entries.update(_entries(path))
    return Lexicon(tuple(sorted(entries.values(), key=lambda entry: -len(entry.written))))


def _entries(path: Path) -> dict[str, Entry]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError("le lexique n'est pas en UTF-8", "Enregistrez-le en UTF-8.", str(path)) from error
    except OSError as error:
        raise UsageError(f"lexique illisible ({reason(error)})", "Vérifiez le chemin.", str(path)) from error
    found: dict[str, Entry] = {}
    for number, cells in rows(text):
        where = f"{path}:{number}"
        if not 2 <= len(cells) <= 4 or not cells[0].strip() or not cells[1].strip():
            raise UsageError("ligne du lexique incomplète ou en trop de colonnes", _HINT, where)
        written, spoken = cells[0].strip(), cells[1].strip()
        if written in found:
            raise UsageError(f"« {written} » est deux fois dans le lexique", "Gardez une seule ligne.", where)
        sound = cells[3].strip() if len(cells) > 3 else ""
        found[written] = Entry(written, _pattern(written, where), spoken, sound)
    return found


def _pattern(written: str, where: str) -> re.Pattern[str]:
    context = re.fullmatch(r"([^{}]*)\{([^{}]+)\}([^{}]*)", written)
    if context is None and re.search(r"[{}]", written):
        raise UsageError(f"accolades mal placées dans « {written} »", "Une seule paire : « au {MIX} ».", where)
    before, it, after = context.groups() if context else ("", written, "")
    left, right = _border_left(before + it), _border_right(it + after)
    return re.compile(rf"{left}{_escaped(before)}(?P<it>{_escaped(it)}){_escaped(after)}{right}")


def _escaped(form: str) -> str:
    """The form as a pattern: any blanks for blanks, both apostrophes, ``*`` for a word."""
    pattern = ""
    for piece in re.findall(r"\s+|.", form):
        if piece.isspace():
            pattern += r"\s+"
        elif piece in "'’":
            pattern += "['’]"
        else:
            pattern += r"\w+" if piece == "*" else re.escape(piece)
    if form[:1].islower():
        pattern = f"[{form[0]}{form[0].upper()[0]}]" + pattern[1:]
    return pattern


def _border_left(form: str) -> str:
    return r"(?<!\w)" if form[:1].isalnum() else ""


def _border_right(form: str) -> str:
    return r"(?!\w)" if form[-1:].isalnum() else ""
