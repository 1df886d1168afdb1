"""Line breaking: ragged right; only a word that is wider than the line is parted, with a hyphen where French has one.

Words are what lies between plain spaces: a no-break space is inside a word, and so is a glued one, unless the words
it holds together are wider than the line. The space at a line's end stays in the file, so that extracted words never
run together.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeVar

from editions.printing import hyphenation
from editions.printing.founts import Fount
from editions.printing.marks import GLUE, HYPHEN

_NEAR = 3
"""A part of a line, as a divisor, beyond which a word's own hyphen is better to part it at than a syllable."""
_CUT_AFTER = frozenset("-/_.?&=,;:@+%#\u2010\u2011\u2013\u2014\u00a0\u202f")


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """A stretch of one block set alike."""

    text: str
    fount: Fount
    rise: float = 0
    """Points above the baseline."""
    owner: int = 0
    """Which inline element it belongs to; 0 for the block itself."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Part of a line: code that shows it, its width, whose it is."""

    code: str
    width: float
    owner: int
    ink: float
    """Its width without a blank at its end."""


def plain_lines(fount: Fount, text: str, width: float) -> list[str]:
    """The lines of a text set in one fount, as ``TJ`` operators. Forced line breaks (``\\n``) are kept."""
    lines: list[str] = []
    gap, space = fount.space
    look = fount.word
    for paragraph in text.split("\n"):
        words: list[str] = []
        x = 0.0
        waiting = paragraph.replace("\t", " ").split(" ")[::-1]
        while waiting:
            text_ = waiting.pop()
            w, code = look(text_)
            if w > width and GLUE in text_:
                waiting += loosened(text_)[::-1]
                continue
            if x + gap + w <= width and words:
                words.append(code)
                x += gap + w
                continue
            if words:
                lines.append(f"[{space.join(words)}{space}]TJ")
                words = []
            if w > width:
                *full, text_ = cut(fount, text_, width)
                lines += [f"[{look(piece)[1]}]TJ" for piece in full]
                w, code = look(text_)
            words, x = [code], w
        lines.append(f"[{space.join(words)}{space}]TJ")
    lines[-1] = lines[-1].removesuffix(f"{space}]TJ") + "]TJ"
    return [line.replace("><", "") for line in lines]


def mixed_lines(runs: list[Run], width: float) -> list[list[Segment]]:
    """The lines of a text set in several founts or owned by several elements."""
    lines: list[list[_Piece]] = [[]]
    line, x = lines[0], 0.0
    for word, after, forced in _fitting(runs, width):
        pieces = [(run, *run.fount.word(text)) for run, text in word]
        w = pieces[0][1] if len(pieces) == 1 else sum(piece[1] for piece in pieces)
        if w > width:
            pieces = list(_cut_pieces(word, width))
        elif x + w > width and line:
            x = width  # the whole word goes to the next line
        for piece in pieces:
            if x + piece[1] > width and line:
                line, x = [], 0.0
                lines.append(line)
            line.append(piece)
            x += piece[1]
        line.append((after, *after.fount.space))
        x += after.fount.space[0]
        if forced:
            line, x = [], 0.0
            lines.append(line)
    if line:
        line.pop()
    return [_segments(line) for line in lines]


T = TypeVar("T")


def balanced(lines: Callable[[float], list[T]], width: float, least: float) -> list[T]:
    """The lines of a title, as many as the whole width asks for, and as equal in length as can be.

    ``lines`` gives those of a width; ``least``: below which words would be parted.
    """
    made = lines(width)
    low, high = min(max(least, width / 2), width), width
    while len(made) > 1 and high - low > 1:
        middle = (low + high) / 2
        tried = lines(middle)
        low, high = (low, middle) if len(tried) == len(made) else (middle, high)
        made = tried if high == middle else made
    return made


def widest(runs: list[Run]) -> float:
    """Width of the widest word, the blank after it not counted."""
    return max((sum(run.fount.width(text) for run, text in word) for word, _, _ in _words(runs)), default=0.0)


def loosened(words: str) -> list[str]:
    """Words held together, in two: at the middle one of the blanks between them."""
    parts = words.split(GLUE)
    middle = len(parts) // 2
    return [GLUE.join(parts[:middle]), GLUE.join(parts[middle:])]


def cut(fount: Fount, word: str, width: float) -> list[str]:
    """Pieces of a word that each fit the width: after a hyphen, a slash, a syllable if one is near, else anywhere."""
    pieces, start, x, good = [], 0, 0.0, 0
    room = width - fount.width(HYPHEN)
    parted = hyphenation.places(word)
    for i, character in enumerate(word):
        step = fount.width(word[i - 1 : i + 1]) - fount.width(word[i - 1]) if i > start else fount.width(character)
        if x + step > width and i > start:
            near, middle = start + (i - start) // _NEAR, start + (i - start) // 2
            syllables = [p for p in parted if middle < p < i and fount.width(word[start:p]) <= room]
            end = good if good > near else syllables[-1] if syllables else i
            pieces.append(word[start:end] + HYPHEN * (end != good and bool(syllables)))
            start, x = end, 0.0
            step = fount.width(word[start : i + 1])
        x += step
        if character in _CUT_AFTER:
            good = i + 1
    return [*pieces, word[start:]]


_Piece = tuple[Run, float, str]
"""Width and code of a word, a part of a word, or a space, and the run it belongs to."""


def _words(runs: list[Run]) -> Iterator[tuple[list[tuple[Run, str]], Run, bool]]:
    """Words as ``(run, text)`` fragments, the run of the space after each, whether a line break is forced."""
    word: list[tuple[Run, str]] = []
    for run in runs:
        first, *others = run.text.replace("\t", " ").replace("\n", " \n").split(" ")
        if first:
            word.append((run, first))
        for part in others:
            forced = part.startswith("\n")
            yield word or [(run, "")], run, forced
            part = part[1:] if forced else part
            word = [(run, part)] if part else []
    if word:
        yield word, word[-1][0], False


def _fitting(runs: list[Run], width: float) -> Iterator[tuple[list[tuple[Run, str]], Run, bool]]:
    """The words of ``_words``; those that are glued and wider than a line, one by one."""
    for word, after, forced in _words(runs):
        if not any(GLUE in text for _, text in word) or sum(run.fount.width(text) for run, text in word) <= width:
            yield word, after, forced
            continue
        loose = list(_words([replace(run, text=text.replace(GLUE, " ")) for run, text in word]))
        for part, between, _ in loose[:-1]:
            yield part, between, False
        yield loose[-1][0], after, forced


def _cut_pieces(word: list[tuple[Run, str]], width: float) -> Iterator[_Piece]:
    for run, text in word:
        for piece in cut(run.fount, text, width):
            yield run, *run.fount.word(piece)


def _segments(line: list[_Piece]) -> list[Segment]:
    """One segment for each owner; one ``TJ`` operator for each run."""
    segments: list[Segment] = []
    for run, group in groupby(line, _run_of):
        pieces = list(group)
        array = "".join([piece[2] for piece in pieces]).replace("><", "")
        code, width = f"{run.fount.select} [{array}]TJ", sum([piece[1] for piece in pieces])
        blank = pieces[-1][1] if pieces[-1][1:] == run.fount.space else 0.0
        if run.rise:
            code = f"{run.rise:g} Ts {code} 0 Ts"
        if segments and segments[-1].owner == run.owner:
            before = segments.pop()
            code, width = f"{before.code} {code}", before.width + width
        segments.append(Segment(code, width, run.owner, width - blank))
    return segments


def _run_of(piece: _Piece) -> Run:
    return piece[0]
