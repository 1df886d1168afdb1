"""The lines of a plain text, put together into paragraphs, verses, list items and tables.

People paste in many ways: a blank line between paragraphs or none, lines cut at 72 characters or whole paragraphs on
one line, addresses and poems whose line ends matter. A line is joined to the next only when the text is cut at a
width and the next word would not have fitted.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from editions.inputs.text.printed import parted
from editions.manuscript.columns import Columns
from editions.manuscript.mended import Mended
from editions.manuscript.patterns import BULLET, FRAMED, NUMBER, closes

_RULE = re.compile(r"[ \t]*([-=_*~#—–·])(?:[ \t]*\1){2,}[ \t]*$")
"""A line of signs that only separates: it has nothing to say, and works as a blank line."""
_SHORT = 72
"""Characters: a longer line is a paragraph, not a verse or a line of an address."""
_UNSURE_BULLETS = "-–—*·"
"""Signs that also open a line of dialogue, a footnote… : a list of one such line is no list."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One paragraph-like element of a plain text."""

    text: str
    line: int
    shape: Literal["line", "verse", "item", "table"] = "line"
    opens: bool = True
    """Whether a blank line stands before it, or the text has no blank lines at all."""
    closes: bool = True
    """Whether a blank line stands after it, or the text has no blank lines at all."""
    credit: int = 0
    """Of a caption that was pasted twice: where its credit begins; else 0."""
    label: str = ""
    """Of an item: its number as written, part of the text."""
    bullet: str = ""
    """Of an item: the sign before it, no part of the text."""
    aside: str = ""
    """Why it is no part of the article, as ``Piece.aside``."""

    @property
    def ends_a_sentence(self) -> bool:
        """Whether it closes as prose does."""
        return closes(self.text)


_Line = tuple[int, str]


def units(text: str, mended: list[Mended] | None = None) -> list[Unit]:
    """The paragraphs, verses, items and tables of a text, in order; no visible character is lost but bullets.

    ``mended`` receives the words that were cut at the end of a line.
    """
    lines, asides = parted([*enumerate(text.split("\n"), 1)])
    groups = _lists_closed_up(_groups(lines))
    spaced = len(groups) > 1
    columns = Columns(groups, [] if mended is None else mended)
    found: list[Unit] = []
    for index, group in enumerate(groups):
        made = _head(group, columns) if index == 0 and spaced else _units(group, columns, spaced)
        last = len(made) - 1
        found += [replace(u, opens=not spaced or n == 0, closes=not spaced or n == last) for n, u in enumerate(made)]
    apart = [Unit(_squeezed(aside.text), aside.number, aside=aside.why) for aside in asides]
    return sorted([*found, *apart], key=lambda unit: unit.line) if apart else found


def _groups(lines: Sequence[_Line]) -> list[list[_Line]]:
    """Lines between blank lines."""
    groups: list[list[_Line]] = [[]]
    for number, line in lines:
        if line.strip() and not _RULE.match(line):
            groups[-1].append((number, line.rstrip()))
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _lists_closed_up(groups: Sequence[list[_Line]]) -> list[list[_Line]]:
    """The groups; items that stand alone between blank lines and have the same bullet are one."""
    closed: list[list[_Line]] = []
    for group in groups:
        bullet = _lone_bullet(group)
        if bullet and closed and _lone_bullet(closed[-1][-1:]) == bullet and all(map(BULLET.match, _texts(closed[-1]))):
            closed[-1] += group
        else:
            closed.append(group)
    return closed


def _lone_bullet(group: Sequence[_Line]) -> str:
    """The hyphen or star of a group of one item; empty for a dash, which opens dialogue as well."""
    text = group[0][1]
    match = BULLET.match(text) if len(group) == 1 and not FRAMED.match(text) else None
    sign = match["bullet"].strip() if match else ""
    return sign if sign in ("-", "*", "·") else ""


def _texts(group: Sequence[_Line]) -> list[str]:
    return [line for _, line in group]


def _head(group: list[_Line], columns: Columns) -> list[Unit]:
    """The first lines of a spaced text: outlet, section and title are one line each, unless a title was cut."""
    joined = columns.joined(group)
    if len(joined) <= 4:
        return _made(joined, False)
    return _made(joined[:1], False) + _made(joined[1:], True)


def _units(group: list[_Line], columns: Columns, spaced: bool) -> list[Unit]:
    return _made(columns.joined(group, keep_first=not spaced), spaced)


def _made(lines: list[_Line], spaced: bool) -> list[Unit]:
    """The units of lines that are whole."""
    table = _table(lines)
    if table:
        return [table]
    found: list[Unit] = []
    plain: list[_Line] = []
    for run in _runs(lines):
        if _is_list(run) and not _is_told(run, plain[-1:]):
            found += _plain(plain, spaced) + [_item(line) for line in run]
            plain = []
        else:
            plain += run
    return found + _plain(plain, spaced)


def _runs(lines: list[_Line]) -> list[list[_Line]]:
    """Lines grouped with their neighbours of the same kind: bulleted, numbered, others."""
    runs: list[list[_Line]] = []
    last = ""
    for line in lines:
        kind = _kind(line[1])
        if kind != last:
            runs.append([])
        runs[-1].append(line)
        last = kind
    return runs


def _kind(line: str) -> Literal["bullet", "number", "plain"]:
    if BULLET.match(line) and not FRAMED.match(line):
        return "bullet"
    return "number" if NUMBER.match(line) else "plain"


def _is_list(run: list[_Line]) -> bool:
    first = BULLET.match(run[0][1]) if _kind(run[0][1]) == "bullet" else None
    if first:
        signs = {match["bullet"][0] for _, line in run if (match := BULLET.match(line))}
        if "—" in signs or "–" in signs:  # dialogue opens with a dash too, and is made of whole sentences
            return len(run) > 1 and not any(re.search(r"[?!»]$", line) for _, line in run)
        return len(run) > 1 or first["bullet"][0] not in _UNSURE_BULLETS
    numbers = [match["number"] for _, line in run if (match := NUMBER.match(line))]
    if len(numbers) < 2:
        return False
    return all(ord(b[-1]) - ord(a[-1]) == 1 or (a[-1], b[-1]) == ("9", "0") for a, b in pairwise(numbers))


def _is_told(run: list[_Line], above: list[_Line]) -> bool:
    """Whether lines with dashes are what people say: whole sentences, below one that announces no list."""
    dashed = all(re.match(r"\s*[–—-]\s", line) and closes(line) for _, line in run)
    return dashed and bool(above) and closes(above[0][1])


def _item(line: _Line) -> Unit:
    number, text = line
    match = BULLET.match(text)
    if match:
        return Unit(_squeezed(match["text"]), number, "item", bullet=match["bullet"].strip())
    match = NUMBER.match(text)
    assert match is not None
    return Unit(_squeezed(text), number, "item", label=match["bullet"].strip())


def _table(lines: list[_Line]) -> Unit | None:
    """Cells pasted from a spreadsheet: at least two lines with the same number of tabs between words."""
    counts = {line.strip().count("\t") for _, line in lines}
    if len(lines) < 2 or len(counts) != 1 or counts == {0} or BULLET.match(lines[0][1]):
        return None
    text = "\n".join("\t".join(_squeezed(cell) for cell in line.strip().split("\t")) for _, line in lines)
    return Unit(text, lines[0][0], "table")


def _plain(lines: list[_Line], spaced: bool) -> list[Unit]:
    """Verses and addresses stay one paragraph of several lines; other lines are paragraphs of their own."""
    whole = sum(closes(line) for _, line in lines)
    if len(lines) == 2 and _heads(lines[0][1].strip(), lines[1][1].strip()):
        return [Unit(_squeezed(line), number) for number, line in lines]
    if spaced and len(lines) > 1 and max(len(line) for _, line in lines) <= _SHORT and whole < 0.6 * len(lines):
        return [Unit("\n".join(_squeezed(line) for _, line in lines), lines[0][0], "verse")]
    return [Unit(_squeezed(line), number) for number, line in lines]


def _heads(line: str, following: str) -> bool:
    """Whether a line may be the crosshead of the sentence below it, which is no second verse."""
    opens = line[:1].isupper() and following[:1].isupper()
    return opens and line[-1].isalnum() and following.endswith((".", "!", "?", "…"))


def _squeezed(line: str) -> str:
    return re.sub(r"[ \t]+", " ", line.strip())
