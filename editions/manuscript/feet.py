"""The foot of an article, where its typed notes are: which lines begin one, by the signs that the text calls.

feet(["Le maire[1] a parlé.", "", "[1] Élu en 2020.", "", "A. Bc"])    {2: Foot("[1]", 3)}
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from editions.manuscript.words import folded, known

_BELOW, _SHORT = 4, 90
"""Lines, at most, that stand below the notes (a signature, the mark of an agency), and their letters."""
_MOST = 50
"""Places at which the foot may be thought to begin, from the end."""
_FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_WORDED = r"\[(?:note[ \u00a0]|n\.[ \u00a0]?)?(?:\d{1,3}|[ivx]{1,6}|[a-z]|\*{1,3}|†)\]"
_SIGN = rf"(?P<sign>{_WORDED}|\((?:\d{{1,2}}|\*{{1,3}})\)|[⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,3}}|\*{{1,3}}|†)"
_LABEL = re.compile(rf"\s*(?P<label>{_SIGN}(?:[ \u00a0\u202f]?[:.](?=\s))?)\s*(?=[^\s*†])", re.I)
_NUMBERED = re.compile(r"\s*(?P<label>(?P<sign>\d{1,3})(?:[.)]|[ \u00a0]?[:–—-]))\s+(?=\S)")
"""« 1. Élu en 2020. » below « Notes »."""
CALL = re.compile(rf"(?<=[^\s\[(*†])(?P<blank>[ \u00a0\u202f]?){_SIGN}(?![^\W_]|[*†])", re.I)
"""What may call a note: a sign behind a word or a stop, perhaps with a blank."""
_AREA = re.compile(r"(?<![^\W\d_])(?:[kcdm]?m|dam|hm)\Z", re.I)
"""Units that have squares and cubes."""
_AROUND = re.compile(r"^\W+|\W+$")
_CLOSED = re.compile(r"[.!?…][\s\u00a0»”\")\]]*$")


@dataclass(frozen=True, slots=True)
class Foot:
    """The beginning of a note."""

    sign: str
    """As it calls: ``[1]``; of « 1. » the bare number."""
    label: str
    """As the line begins."""


def bare(sign: str) -> str:
    """The number, letter or star of a sign: ``1`` of ``[note 1]`` and of ``¹``."""
    return re.sub(r"note|\bn\.|[\[\]()\s]", "", sign.translate(_FIGURES), flags=re.I).lower()


def calls(text: str) -> Iterator[re.Match[str]]:
    """What may call a note in a text; no squares of units."""
    for match in CALL.finditer(text):
        raised = match["sign"][0] in "²³" and not match["blank"]
        if not (raised and _AREA.search(text, max(0, match.start() - 6), match.start())):
            yield match


def foot(line: str, numbered: bool = False) -> Foot | None:
    """What a line begins with, if it may begin a note; ``numbered``: « 1. » is enough."""
    match = _LABEL.match(line) or (_NUMBERED.match(line) if numbered else None)
    return Foot(match["sign"], match["label"]) if match else None


def feet(lines: Sequence[str]) -> dict[int, Foot]:
    """The lines that begin a note, by number: they stand at the foot, no sign twice, and the text above calls some."""
    starts = _starts(lines)[-_MOST:]
    called = _called(lines) if starts else {}
    for start in starts:
        found = _tail(lines, start, _headed(lines, start))
        signs = [one.sign for one in found.values()]
        above = {bare(sign) for sign, number in called.items() if number < start}
        if len(signs) == len(set(signs)) and any(bare(sign) in above for sign in signs):
            return found
    return {}


def goes_on(lines: Sequence[str], number: int) -> bool:
    """Whether a line below a note belongs to it: the line above is cut in a sentence."""
    line, above = lines[number].strip(), lines[number - 1].strip()
    return bool(line and above) and not _CLOSED.search(above) and foot(line) is None


def is_heading(line: str) -> bool:
    """Whether a line says that notes follow."""
    return _AROUND.sub("", folded(line)) in known("notes")


def _starts(lines: Sequence[str]) -> list[int]:
    """Where the foot may begin: at a line with a sign, and not between two of them."""
    signed = [(number, _is_foot(lines, number)) for number, line in enumerate(lines) if line.strip()]
    return [number for (_, above), (number, here) in pairwise([(-1, False), *signed]) if here and not above]


def _is_foot(lines: Sequence[str], number: int) -> bool:
    line = lines[number]
    return foot(line) is not None or (_NUMBERED.match(line) is not None and _headed(lines, number))


def _called(lines: Sequence[str]) -> dict[str, int]:
    """The first line in which each sign calls."""
    called: dict[str, int] = {}
    for number, line in enumerate(lines):
        for match in calls(line):
            called.setdefault(match["sign"], number)
    return called


def _headed(lines: Sequence[str], number: int) -> bool:
    """Whether « Notes » stands above, with nothing but numbered lines between."""
    for line in reversed(lines[max(0, number - 2 * _MOST) : number]):
        if is_heading(line):
            return True
        if line.strip() and not _NUMBERED.match(line):
            return False
    return False


def _tail(lines: Sequence[str], start: int, numbered: bool) -> dict[int, Foot]:
    """The notes from a line on, when nothing else follows but a few short lines; else nothing."""
    found: dict[int, Foot] = {}
    for number in range(start, len(lines)):
        line = lines[number]
        if one := foot(line, numbered):
            found[number] = one
        elif line.strip() and not goes_on(lines, number):
            rest = [line for line in lines[number:] if line.strip()]
            alone = len(rest) <= _BELOW and all(len(line) <= _SHORT and not foot(line) for line in rest)
            return found if alone else {}
    return found
