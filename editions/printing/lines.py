"""Line breaking: ragged right, no hyphenation; a word that is wider than the line is cut where it hurts least.

Words are what lies between plain spaces: a no-break space is inside a word. The space at a line's end stays in the
file, so that extracted words never run together.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from editions.printing.founts import Fount

_CUT_AFTER = frozenset("-/_.?&=,;:@+%#\u2010\u2011\u2013\u2014\u00a0\u202f")


@dataclass(frozen=True, slots=True)
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


def plain_lines(fount: Fount, text: str, width: float) -> list[str]:
    """The lines of a text set in one fount, as ``TJ`` operators. Forced line breaks (``\\n``) are kept."""
    lines: list[str] = []
    gap, space = fount.space
    look = fount.word
    for paragraph in text.split("\n"):
        words: list[str] = []
        x = 0.0
        for text_ in paragraph.replace("\t", " ").split(" "):
            w, code = look(text_)
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
    lines: list[list[tuple[Run, str, float]]] = [[]]
    x = 0.0
    for word, after, forced in _words(runs):
        pieces = [(run, *_turned(run.fount.word(text))) for run, text in word]
        w = sum(piece[2] for piece in pieces)
        if lines[-1] and x + w > width:
            lines.append([])
            x = 0.0
        for run, code, piece_width in pieces if w <= width else _cut_pieces(word, width):
            if x + piece_width > width and x:
                lines.append([])
                x = 0.0
            lines[-1].append((run, code, piece_width))
            x += piece_width
        gap, space = after.fount.space
        lines[-1].append((after, space, gap))
        x += gap
        if forced:
            lines.append([])
            x = 0.0
    lines = [line for line in lines if line] or [[]]
    if lines[-1]:
        lines[-1].pop()
    return [_segments(line) for line in lines]


def cut(fount: Fount, word: str, width: float) -> list[str]:
    """Pieces of a word that each fit the width: after a hyphen, a slash… if one is near, else anywhere."""
    pieces, start, x, good = [], 0, 0.0, 0
    for i, character in enumerate(word):
        w = fount.width(character)
        if x + w > width and i > start:
            end = good if good > start + (i - start) // 2 else i
            pieces.append(word[start:end])
            x = sum(fount.width(c) for c in word[end:i])
            start = end
        x += w
        if character in _CUT_AFTER:
            good = i + 1
    return [*pieces, word[start:]]


def _turned(word: tuple[float, str]) -> tuple[str, float]:
    return word[1], word[0]


def _words(runs: list[Run]) -> Iterator[tuple[list[tuple[Run, str]], Run, bool]]:
    """Words as ``(run, text)`` fragments, the run of the space after each, whether a line break is forced."""
    word: list[tuple[Run, str]] = []
    for run in runs:
        for number, part in enumerate(run.text.replace("\t", " ").replace("\n", " \n").split(" ")):
            forced = part.startswith("\n")
            if number:
                yield word or [(run, "")], run, forced
                word = []
            part = part.removeprefix("\n")
            if part:
                word.append((run, part))
    if word:
        yield word, word[-1][0], False


def _cut_pieces(word: list[tuple[Run, str]], width: float) -> Iterator[tuple[Run, str, float]]:
    for run, text in word:
        for piece in cut(run.fount, text, width):
            w, code = run.fount.word(piece)
            yield run, code, w


def _segments(line: list[tuple[Run, str, float]]) -> list[Segment]:
    segments = []
    for owner, group in groupby(line, lambda piece: piece[0].owner):
        pieces = list(group)
        code = []
        for (fount, rise), same in groupby(pieces, lambda piece: (piece[0].fount, piece[0].rise)):
            array = "".join(c for _, c, _ in same).replace("><", "")
            code.append(f"{fount.select} {rise:g} Ts [{array}]TJ" if rise else f"{fount.select} [{array}]TJ")
            if rise:
                code.append("0 Ts")
        segments.append(Segment(" ".join(code), sum(w for *_, w in pieces), owner))
    return segments
