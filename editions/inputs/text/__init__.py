"""Articles pasted from a site into a ``.txt`` file.

Example: ``BFM Normandie / Normandie / (blank) / Title / (blank) / Caption / (blank) / Caption - NAME / AFP …`` gives
an outlet, a section, a title, one caption with its credit, a lede, crossheads, paragraphs, a byline. Every visible
word is kept, once; a line that nothing identifies is a paragraph.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from editions.errors import ArticleError
from editions.inputs.text import masthead
from editions.inputs.text.lines import FULL_STOP, Unit, units
from editions.manuscript import marks, notes, octets, roles
from editions.manuscript.pieces import Piece
from editions.manuscript.rich import signature
from editions.model import Cell, Finding, Role, shown
from editions.model.runs import Credit, Label, Run, Span
from editions.model.tree import Container

SUFFIXES = (".txt", ".text")

_FOOT = 6
"""Lines at the foot of an article among which it may be signed."""
_BETWEEN = " \u00a0-–—|•/.,"
"""Signs between a caption and its credit."""
_FIRST = ("1", "a", "A")
"""How a list numbers its first item."""
_TOP = 12
"""Lines below the title among which a caption may be pasted twice word for word."""


def read(path: Path, note: Callable[[Finding], None]) -> Iterator[Piece]:
    """Pieces of a pasted article; ArticleError when there is nothing to read aloud in it."""
    text = octets.text_of(path, note)
    if not any(character.isalnum() for character in text):
        raise ArticleError("rien à prononcer : aucune lettre, aucun chiffre", "Collez-y un article.", shown(path.name))
    yield from pieces(text)


def pieces(text: str) -> Iterator[Piece]:
    """Pieces of a clean text."""
    text, found = marks.lone(text)
    text, foot = notes.at_foot(text)
    yield from marks.attached(marks.put_back(_pieces(text), found))
    yield from foot


def _pieces(text: str) -> Iterator[Piece]:
    """Pieces of a text without marks at the ends of its lines."""
    lines = _signatures_joined([part for unit in units(text) for part in _apart(unit)])
    title = masthead.title_index(lines)
    for kind, unit in zip(masthead.above_title(lines[:title]), lines[:title], strict=True):
        yield _piece(kind, unit)
    if lines[title].shape == "line" and not masthead.is_prose(lines[title].text):
        yield _piece("title", lines[title])
        title += 1
    yield from _after_title(_captions_once(lines[title:]))


def _apart(unit: Unit) -> list[Unit]:
    """Lines that were taken for verse, but hold a signature, a date or a credit: each is a line of its own.

    Not an address: figures that are no date and no sentence say so.
    """
    parts = unit.text.split("\n")
    figures = [part for part in parts if re.search(r"\d", part) and not FULL_STOP.search(part)]
    served = any(_is_service(part) or roles.is_picture(part) for part in parts)
    if unit.shape != "verse" or not served or not all(map(_is_service, figures)):
        return [unit]
    return [Unit(part, unit.line + index) for index, part in enumerate(parts)]


def _is_service(text: str) -> bool:
    return roles.is_signature(text) or roles.is_dated(text) or roles.is_aside(text) or roles.credit(text) is not None


def _signatures_joined(lines: list[Unit]) -> list[Unit]:
    """« Par » on a line of its own and the name on the next are one signature."""
    joined: list[Unit] = []
    for unit in lines:
        last = joined[-1] if joined else None
        if last and last.shape == unit.shape == "line" and roles.is_opening_of_signature(last.text):
            joined[-1] = replace(last, text=f"{last.text} {unit.text}", closes=unit.closes)
        else:
            joined.append(unit)
    return joined


def _captions_once(lines: list[Unit]) -> list[Unit]:
    """A caption that is pasted twice, once with its credit, is one caption: the longer of the two."""
    kept: list[Unit] = []
    times = Counter(unit.text for unit in lines)
    for unit in lines:
        last = kept[-1] if kept else None
        if last and not last.credit and times[unit.text] <= 2 and unit.shape == last.shape == "line":
            longer, shorter = (unit, last) if len(unit.text) >= len(last.text) else (last, unit)
            credit = _credit_after(longer.text, shorter.text, len(kept) <= _TOP)
            if credit is not None:
                kept[-1] = replace(longer, credit=credit, opens=last.opens, closes=unit.closes)
                continue
        kept.append(unit)
    return kept


def _credit_after(longer: str, shorter: str, top: bool) -> int | None:
    """Where the credit begins in a line that is another one and a credit; its end when it is the same caption."""
    if not longer.startswith(shorter) or len(shorter) > 300 or len(longer) - len(shorter) > 100:
        return None
    rest = longer[len(shorter) :]
    if rest[:1].isalnum() and shorter[-1:].isalnum():
        return None
    sure = roles.is_picture(longer) or roles.credit(longer, sure=False) is not None
    if not sure and not (top and len(shorter) >= 15 and _may_be_credit(rest)):
        return None
    return len(longer) - len(rest.lstrip(_BETWEEN))


def _may_be_credit(rest: str) -> bool:
    """Whether what follows a caption may say who made the photo: nothing, a sign, a name, capitals."""
    bare = rest.lstrip(_BETWEEN)
    return not bare or rest.strip()[0] in "-–—|•©(/" or bare.isupper() or roles.is_name(bare)


def _after_title(lines: list[Unit]) -> Iterator[Piece]:
    questions = sum(unit.shape == "line" and roles.is_question(unit.text) for unit in lines) > 1
    lede = _lede_index(lines)
    begun: Container | None = None
    for index, unit in enumerate(lines):
        kind = _kind(lines, index, lede, questions)
        if kind == "paragraph" and questions and _asks(lines, index):
            kind = "question"
        piece = _piece(kind, unit)
        if unit.shape == "item":
            begun = _list(lines, index, begun)
            piece = replace(piece, within=(begun, Container("item", str(index), label=unit.label)))
        yield piece


def _list(lines: list[Unit], index: int, begun: Container | None) -> Container:
    """The list of an item: that of the item just above, unless only one of them has numbers, or they start anew."""
    unit, above = lines[index], lines[index - 1] if index else None
    follows = above is not None and above.shape == "item" and bool(above.label) == bool(unit.label)
    if begun and follows and unit.label.rstrip(".)°") not in _FIRST:
        return begun
    return Container("list", str(index), ordered=bool(unit.label))


def _lede_index(lines: list[Unit]) -> int:
    """The first paragraph, when more text follows; -1 when there is none."""
    for index, unit in enumerate(lines):
        if unit.shape != "line" or (_is_head_line(lines, index) is None and not unit.ends_a_sentence):
            return -1
        if _is_head_line(lines, index) is None:
            more = any(after.shape != "line" or after.ends_a_sentence for after in lines[index + 1 :])
            return index if more and len(unit.text) <= 700 and not roles.is_question(unit.text) else -1
    return -1


def _is_head_line(lines: list[Unit], index: int) -> Role | None:
    """Kind of a line that stands between title and lede; None for the lede itself or the text."""
    text = lines[index].text
    if index == 0 and roles.is_section(text) and roles.is_label(text):
        return "section"
    if roles.is_dated(text) or roles.is_signature(text):
        return "byline"
    if roles.is_aside(text):
        return "paragraph"
    credited = lines[index].credit or roles.credit(text, sure=lines[index].ends_a_sentence)
    return "caption" if credited or (roles.is_picture(text) and len(text) <= 300) else None


def _kind(lines: list[Unit], index: int, lede: int, questions: bool) -> Role:
    unit = lines[index]
    if unit.shape == "line":
        return _kind_of_line(lines, index, lede, questions)
    return "paragraph" if unit.shape == "verse" else "item" if unit.shape == "item" else "table"


def _kind_of_line(lines: list[Unit], index: int, lede: int, questions: bool) -> Role:
    text = lines[index].text
    if index == lede:
        return "lede"
    head = _is_head_line(lines, index) if index < max(lede, 1) else None
    if head:
        return head
    if lines[index].credit or (roles.credit(text) and not re.search(r"\.$", text)):
        return "caption"
    if roles.is_picture(text) and not lines[index].ends_a_sentence:
        return "caption"
    if _signs(lines, index):
        return "byline"
    if _heads(lines, index) and not (questions and roles.is_question(text)):
        return "heading"
    return "quote" if roles.is_quotation(text) else "paragraph"


def _signs(lines: list[Unit], index: int) -> bool:
    """Whether a line signs or dates the article: « Par … » and « Publié le … » anywhere, a mere name near them.

    Near the foot a name is enough, when no text follows it.
    """
    text = lines[index].text
    if roles.after_word(text, "signed") is not None and roles.is_signature(text):
        return True
    if roles.after_word(text, "dated") is not None and roles.is_dated(text):
        return True
    if not (roles.is_signature(text) or roles.is_dated(text)):
        return False
    near = [unit.text for unit in (*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2])]
    if any(map(roles.is_dated, near)):
        return True
    after = lines[index + 1 :]
    return len(after) < _FOOT and all(_is_service(unit.text) or roles.is_label(unit.text) for unit in after)


def _heads(lines: list[Unit], index: int) -> bool:
    """Whether a line is a crosshead: it opens a group, and text that closes as prose follows it."""
    unit = lines[index]
    if not unit.opens or not roles.is_crosshead(unit.text) or index + 1 == len(lines) or roles.is_aside(unit.text):
        return False
    after = lines[index + 1]
    return after.shape != "line" or after.ends_a_sentence or len(after.text) > 90


def _asks(lines: list[Unit], index: int) -> bool:
    """Whether a line is a question of an interview: the answer is the next paragraph."""
    unit = lines[index]
    answered = index + 1 < len(lines) and not roles.is_question(lines[index + 1].text)
    return answered and unit.shape == "line" and roles.is_question(unit.text) and len(unit.text) <= 400


def _piece(kind: Role, unit: Unit) -> Piece:
    text = unit.text
    piece = Piece(kind, text, 2 if kind == "heading" else 0, line=unit.line)
    if unit.label:
        return _with(piece, Label(Span(0, len(unit.label))))
    if kind == "table":
        return replace(piece, cells=tuple(_cells(text)))
    if kind == "caption":
        span = roles.credit(text) or roles.credit(text, sure=False) or Span(unit.credit or len(text), len(text))
        return _with(piece, Credit(span)) if span.start < span.end else piece
    return _with(piece, signature(text)) if kind == "byline" else piece


def _with(piece: Piece, run: Run) -> Piece:
    return replace(piece, runs=(*piece.runs, run))


def _cells(text: str) -> Iterator[Cell]:
    """The cells of a tab-separated table; the first row is not known to be a header."""
    start = 0
    for row, line in enumerate(text.split("\n")):
        for column, cell in enumerate(line.split("\t")):
            yield Cell(Span(start, start + len(cell)), row, column)
            start += len(cell) + 1
