"""Articles pasted from a site into a ``.txt`` file.

Example: ``BFM Normandie / Normandie / (blank) / Title / (blank) / Caption / (blank) / Caption - NAME / AFP …`` gives
an outlet, a section, a title, one caption with its credit, a lede, crossheads, paragraphs, a byline. Every visible
word is kept, once; a line that nothing identifies is a paragraph.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from editions.errors import ArticleError
from editions.inputs import _bytes, _roles
from editions.inputs._lines import Unit, units
from editions.model import BlockKind, Finding, Mark, Piece, Span

SUFFIXES = (".txt", ".text")

_FOOT = 6
"""Lines at the foot of an article among which it may be signed."""


def read(path: Path, note: Callable[[Finding], None]) -> Iterator[Piece]:
    """Pieces of a pasted article; ArticleError when there is nothing to read aloud in it."""
    text = _bytes.text_of(path, note)
    if not any(character.isalnum() for character in text):
        raise ArticleError("rien à prononcer : aucune lettre, aucun chiffre", "Collez-y un article.", path.name)
    yield from pieces(text)


def pieces(text: str) -> Iterator[Piece]:
    """Pieces of a clean text."""
    lines = [part for unit in units(text) for part in _apart(unit)]
    title = _title_index(lines)
    yield from _before_title(lines[:title])
    if lines[title].shape == "line" and not _is_prose(lines[title].text):
        yield _piece("title", lines[title])
        title += 1
    yield from _after_title(_captions_once(lines[title:]))


def _is_prose(text: str) -> bool:
    """Whether the first line of a text without a title is already the text."""
    return len(text) > 300 or (len(text) > 160 and bool(re.search(r"[.!?] .*\.$", text)))


def _apart(unit: Unit) -> list[Unit]:
    """Lines that were taken for verse, but hold a signature, a date or a credit: each is a line of its own.

    Not an address: figures that are no date say so.
    """
    parts = unit.text.split("\n")
    figures = [part for part in parts if re.search(r"\d", part)]
    if (
        unit.shape != "verse"
        or not any(_is_service(p) or _roles.is_picture(p) for p in parts)
        or not all(map(_is_service, figures))
    ):
        return [unit]
    return [Unit(part, unit.line + index) for index, part in enumerate(parts)]


def _is_service(text: str) -> bool:
    return (
        _roles.is_signature(text) or _roles.is_dated(text) or _roles.is_aside(text) or _roles.credit(text) is not None
    )


def _title_index(lines: list[Unit]) -> int:
    """Which line is the title: the first that is neither label nor service, or the last label when prose follows."""
    labels: list[int] = []
    index = 0
    while index < min(6, len(lines)) and lines[index].shape == "line" and len(labels) < 4:
        if not _is_sure_service(lines[index].text):
            if not _roles.is_label(lines[index].text):
                break
            labels.append(index)
        index += 1
    if labels and (len(labels) == 4 or index == len(lines)):
        return labels[min(3, len(labels)) - 1]
    if labels and not _may_be_title(lines, index, [lines[label] for label in labels]):
        return labels[-1]
    return min(index, len(lines) - 1)


def _is_sure_service(text: str) -> bool:
    """Whether a line above the title is « Par Anne Durand », a date or a reading time."""
    signs = _roles.after_word(text, "signed") is not None and _roles.is_signature(text)
    return signs or _roles.is_dated(text) or _roles.is_aside(text)


def _may_be_title(lines: list[Unit], index: int, labels: list[Unit]) -> bool:
    """Whether the line after the labels reads as a title; after a single unknown label one must be sure of it."""
    unit = lines[index]
    if unit.shape != "line" or not unit.alone or len(unit.text) > 220 or re.search(r"\.[»”\"]?$", unit.text):
        return False
    if not any(map(str.isalnum, unit.text)):
        return False
    if _is_service(unit.text) or _roles.is_picture(unit.text) or _is_twice(lines, index):
        return False
    known = any(_roles.is_outlet(label.text) or _roles.is_section(label.text) for label in labels)
    return known or len(labels) > 1 or len(unit.text) > 1.5 * len(labels[0].text)


def _is_twice(lines: list[Unit], index: int) -> bool:
    return index + 1 < len(lines) and lines[index + 1].text.startswith(lines[index].text)


def _before_title(lines: list[Unit]) -> Iterator[Piece]:
    """Outlet, then section; of a single label, the words decide; a third is a section too."""
    labels = [unit for unit in lines if not _is_sure_service(unit.text)]
    outlet = next((unit for unit in labels if _roles.is_outlet(unit.text)), None)
    if outlet is None and len(labels) > 1 and not _roles.is_section(labels[0].text):
        outlet = labels[0]
    for unit in lines:
        if unit not in labels:
            yield _piece("paragraph" if _roles.is_aside(unit.text) else "byline", unit)
        else:
            yield _piece("outlet" if unit is outlet else "section", unit)


def _captions_once(lines: list[Unit]) -> list[Unit]:
    """A caption that is pasted twice, once with its credit, is one caption: the longer of the two."""
    kept: list[Unit] = []
    for unit in lines:
        last = kept[-1] if kept else None
        if last and unit.shape == last.shape == "line" and len(last.text) < 300:
            if _extends(unit.text, last.text):
                kept[-1] = unit
                continue
            if _extends(last.text, unit.text):
                continue
        kept.append(unit)
    return kept


def _extends(longer: str, shorter: str) -> bool:
    """Whether a line is another one followed by a credit, or the very same caption again."""
    if longer == shorter:
        return _roles.is_picture(longer) or _roles.credit(longer) is not None
    rest = longer[len(shorter) :].strip()
    return longer.startswith(shorter) and len(rest) <= 100 and _roles.credit(longer, sure=False) is not None


def _after_title(lines: list[Unit]) -> Iterator[Piece]:
    questions = sum(unit.shape == "line" and _roles.is_question(unit.text) for unit in lines) > 1
    lede = _lede_index(lines)
    for index, unit in enumerate(lines):
        kind = _kind(lines, index, lede, questions)
        piece = _piece(kind, unit)
        if kind == "paragraph" and questions and _asks(lines, index):
            piece = _with(piece, Mark("strong", Span(0, len(piece.text))))
        yield piece


def _lede_index(lines: list[Unit]) -> int:
    """The first paragraph, when more text follows; -1 when there is none."""
    for index, unit in enumerate(lines):
        if unit.shape != "line" or (_is_head_line(lines, index) is None and not unit.ends_a_sentence):
            return -1
        if _is_head_line(lines, index) is None:
            more = any(after.shape != "line" or after.ends_a_sentence for after in lines[index + 1 :])
            return index if more and len(unit.text) <= 700 and not _roles.is_question(unit.text) else -1
    return -1


def _is_head_line(lines: list[Unit], index: int) -> BlockKind | None:
    """Kind of a line that stands between title and lede; None for the lede itself or the text."""
    text = lines[index].text
    if index == 0 and _roles.is_section(text) and _roles.is_label(text):
        return "section"
    if _roles.is_dated(text) or _roles.is_signature(text):
        return "byline"
    if _roles.is_aside(text):
        return "paragraph"
    if _roles.credit(text, sure=lines[index].ends_a_sentence) or (_roles.is_picture(text) and len(text) <= 300):
        return "caption"
    return None


def _kind(lines: list[Unit], index: int, lede: int, questions: bool) -> BlockKind:
    unit = lines[index]
    if unit.shape != "line":
        return {"verse": "paragraph", "item": "item", "table": "table"}[unit.shape]  # type: ignore[return-value]
    if index == lede:
        return "lede"
    head = _is_head_line(lines, index) if index < max(lede, 1) else None
    if head:
        return head
    if _roles.credit(unit.text) and not re.search(r"\.$", unit.text):
        return "caption"
    if _roles.is_picture(unit.text) and not unit.ends_a_sentence:
        return "caption"
    if _signs(lines, index):
        return "byline"
    if _heads(lines, index) and not (questions and _roles.is_question(unit.text)):
        return "heading"
    return "quote" if _roles.is_quotation(unit.text) else "paragraph"


def _signs(lines: list[Unit], index: int) -> bool:
    """Whether a line signs the article: « Par Anne Durand » anywhere, a mere name when no text follows it."""
    text = lines[index].text
    if _roles.after_word(text, "signed") is not None and _roles.is_signature(text):
        return True
    if len(lines) - index > _FOOT or not (_roles.is_signature(text) or _roles.is_dated(text)):
        return False
    return all(_is_service(after.text) or _roles.is_label(after.text) for after in lines[index + 1 :])


def _heads(lines: list[Unit], index: int) -> bool:
    """Whether a line is a crosshead: it stands alone, and text that closes as prose follows it."""
    unit = lines[index]
    if not unit.alone or not _roles.is_crosshead(unit.text) or index + 1 == len(lines):
        return False
    after = lines[index + 1]
    return after.shape != "line" or after.ends_a_sentence or len(after.text) > 90


def _asks(lines: list[Unit], index: int) -> bool:
    """Whether a line is a question of an interview: the answer is the next paragraph."""
    unit = lines[index]
    answered = index + 1 < len(lines) and not _roles.is_question(lines[index + 1].text)
    return answered and unit.shape == "line" and _roles.is_question(unit.text) and len(unit.text) <= 400


def _piece(kind: BlockKind, unit: Unit) -> Piece:
    piece = Piece(kind, unit.text, 2 if kind == "heading" else unit.level, line=unit.line)
    if unit.label:
        return _with(piece, Mark("label", Span(0, len(unit.label)), unit.label))
    if kind == "table":
        return _with(piece, *_cells(unit.text))
    if kind == "caption":
        span = _roles.credit(unit.text) or _roles.credit(unit.text, sure=False)
        return _with(piece, Mark("credit", span)) if span else piece
    if kind == "byline" and _roles.is_dated(unit.text):
        figure = re.search(r"\d", unit.text)
        assert figure is not None
        return _with(piece, Mark("date", Span(figure.start(), len(unit.text)), unit.text[figure.start() :]))
    if kind == "byline":
        span = _roles.author(unit.text)
        return _with(piece, Mark("author", span, unit.text[span.start : span.end]))
    return piece


def _with(piece: Piece, *marks: Mark) -> Piece:
    return Piece(piece.kind, piece.text, piece.level, piece.marks + marks, piece.line)


def _cells(text: str) -> Iterator[Mark]:
    """A mark over each cell of a tab-separated table; the first row is not known to be a header."""
    start = 0
    for row, line in enumerate(text.split("\n")):
        for column, cell in enumerate(line.split("\t")):
            yield Mark("cell", Span(start, start + len(cell)), f"{row},{column}")
            start += len(cell) + 1
