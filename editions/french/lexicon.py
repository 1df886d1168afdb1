"""The newsroom's lexicon: what it writes there wins over every rule.

A row of ``lexicon.tsv``: written form, what to say, note (optional), how it sounds (optional: a respelling, or IPA
between slashes). ``MIX⇥mixe``, ``Craon⇥Craon⇥⇥/kʁɑ̃/``. With context, the part that is read stands in braces and ``*``
is any word: ``{est} du *⇥esste``. Blanks match any blanks, ``'`` matches ``’``; a form in small letters also matches
with a capital in front.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from editions.errors import UsageError, reason
from editions.model import Finding, Sentence, Span
from editions.speech import Reading
from editions.tables import is_comment

RULE = "lexicon"
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
"""What comes along with words that are copied and is in no article: soft hyphens, joiners, marks of direction."""
_SAID_SIGNS = re.compile(r"[^\s{}*\w]")
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
    findings: tuple[Finding, ...] = ()
    """Lines that are no entry, each with its text."""

    def read(self, sentence: Sentence) -> Iterator[Reading]:
        """Readings of the written forms found in a sentence."""
        for entry in self.entries:
            for match in entry.pattern.finditer(sentence.source, sentence.span.start, sentence.span.end):
                yield Reading(Span(*match.span("it")), entry.spoken, RULE, sound=entry.sound)


def load(*paths: Path) -> Lexicon:
    """The lexicon of these files, the last one winning; UsageError when one cannot be read at all."""
    entries: dict[str, Entry] = {}
    findings: list[Finding] = []
    for path in paths:
        entries.update(_entries(path, findings.append))
    return Lexicon(tuple(sorted(entries.values(), key=lambda entry: -len(entry.written))), tuple(findings))


def _entries(path: Path, note: Callable[[Finding], None]) -> dict[str, Entry]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError("le lexique n'est pas en UTF-8", "Enregistrez-le en UTF-8.", str(path)) from error
    except OSError as error:
        raise UsageError(f"lexique illisible ({reason(error)})", "Vérifiez le chemin.", str(path)) from error
    found: dict[str, Entry] = {}
    for number, line in _lines(text):
        try:
            entry = _entry(line)
            if entry.written in found:
                raise _Unusable(
                    "cette forme a déjà une ligne plus haut, c'est elle qui vaut", "Gardez une seule ligne."
                )
            found[entry.written] = entry
        except _Unusable as fault:
            told = " ".join(line.split())[:80]
            message = f"ligne du lexique laissée de côté : « {told} » ({fault.why})"
            note(Finding("lexicon-line", f"{path.name}:{number}", message, fault.hint))
    return found


class _Unusable(Exception):
    """Why a line is no entry."""

    def __init__(self, why: str, hint: str) -> None:
        super().__init__(why, hint)
        self.why, self.hint = why, hint


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines that may be entries, from 1; letters composed, as those of articles are."""
    for number, line in enumerate(unicodedata.normalize("NFC", text).splitlines(), 1):
        if line.strip() and not is_comment(line):
            yield number, line


def _entry(line: str) -> Entry:
    cells = [_unquoted(_INVISIBLE.sub("", cell).strip()) for cell in _cells(line)]
    while len(cells) > 2 and not cells[-1]:
        cells.pop()
    if len(cells) < 2:
        raise _Unusable("pas de tabulation", _HINT)
    if len(cells) > 4:
        raise _Unusable("trop de colonnes", _HINT)
    if not cells[0] or not cells[1]:
        raise _Unusable("une des deux premières colonnes est vide", _HINT)
    written = cells[0]
    if not any(map(str.isalnum, written)) and not _SAID_SIGNS.search(written):
        raise _Unusable("la forme écrite n'a ni lettre, ni chiffre, ni signe", _HINT)
    return Entry(written, _pattern(written), cells[1], cells[3] if len(cells) > 3 else "")


def _cells(line: str) -> list[str]:
    """The cells of a line; without a tab, those of a spreadsheet that was saved with semicolons."""
    if "\t" in line:
        return line.split("\t")
    if 1 <= line.count(";") <= 3:
        return line.split(";")
    return re.split(r" {2,}", line.strip())


def _unquoted(cell: str) -> str:
    """A cell without the quotes that spreadsheets put around it; those inside it were doubled."""
    quoted = re.fullmatch(r'"(.*)"', cell, re.DOTALL)
    return quoted[1].replace('""', '"').strip() if quoted else cell


def _pattern(written: str) -> re.Pattern[str]:
    context = re.fullmatch(r"([^{}]*)\{([^{}]+)\}([^{}]*)", written)
    if context is None and re.search(r"[{}]", written):
        raise _Unusable("accolades mal placées", "Une seule paire : « au {MIX} ».")
    before, it, after = context.groups() if context else ("", written, "")
    left, right = _border_left(before + it), _border_right(it + after)
    return re.compile(rf"{left}{_escaped(before)}(?P<it>{_escaped(it)}){_escaped(after)}{right}")


def _escaped(form: str) -> str:
    """The form as a pattern: any blanks for blanks, both apostrophes, ``*`` for a word."""
    pattern = ""
    for piece in re.findall(r"\s+|\.{3}|.", form):
        if piece.isspace():
            pattern += r"\s+"
        elif piece in _SPACED:  # articles are typeset: blanks may have been added before and after it
            pattern = pattern.removesuffix(r"\s+") + rf"\s*{re.escape(piece)}" + (r"\s*" if piece == "«" else "")
        else:
            pattern += _ALIKE.get(piece) or re.escape(piece)
    if form[:1].islower():
        pattern = f"[{form[0]}{form[0].upper()[0]}]" + pattern[1:]
    return pattern


_SPACED = ":;?!»%€«"
_ALIKE = {
    "*": r"\w+", **dict.fromkeys("'’", "['’]"), **dict.fromkeys(("...", "…"), r"(?:\.\.\.|…)"),
    **dict.fromkeys("-\u2010\u2011", "[-\u2010\u2011]"),
}  # fmt: skip
"""What stands for more than itself: spreadsheets put one for the other."""


def _border_left(form: str) -> str:
    return r"(?<!\w)" if form[:1].isalnum() else ""


def _border_right(form: str) -> str:
    return r"(?!\w)" if form[-1:].isalnum() else ""
