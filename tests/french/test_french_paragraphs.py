"""Running text in the manner of a paper: items said right, and no plain word touched.

In ``paragraphs/*.txt`` an item stands in braces, ``{written|what may be said|…}``; everything else is plain. An item
is right when what is said for its stretch is one of its forms (case, hyphens and punctuation apart).
"""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import pytest

from editions import french
from editions.model import Sentence, Span
from editions.speech import PLAIN, Reading

FOLDER = Path(__file__).parent / "paragraphs"
KEPT = set("%&#@*/\\§‰+=<>~$€£¥°^|\u2212")
AT_LEAST = 0.98


@dataclass(frozen=True)
class Paragraph:
    """A written paragraph and its items: where they stand, what may be said."""

    name: str
    text: str
    items: tuple[tuple[Span, tuple[str, ...]], ...]


def fold(text: str) -> str:
    """What is left to hear."""
    out = ""
    for char in unicodedata.normalize("NFC", text).lower():
        if char in KEPT:
            out += f" {char} "
        else:
            out += " " if char in "'’" or unicodedata.category(char)[0] in "PZC" else char
    return " ".join(out.split())


def parsed(name: str, marked: str) -> Paragraph:
    """``"Il a {21|vingt et un} ans"`` without its marks, and the marks."""
    text, items = "", []
    for plain, item in re.findall(r"([^{}]*)(?:\{([^{}]*)\})?", marked):
        text += plain
        if item:
            written, *forms = item.split("|")
            items.append((Span(len(text), len(text) + len(written)), tuple(forms)))
            text += written
    return Paragraph(name, text, tuple(items))


def paragraphs() -> list[Paragraph]:
    """All of them, named by section and number."""
    found = []
    for path in sorted(FOLDER.glob("*.txt")):
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
        found += [parsed(f"{path.stem}-{number}", line) for number, line in enumerate(lines, 1)]
    return found


PARAGRAPHS = paragraphs()


def readings(text: str) -> list[Reading]:
    """All readings of a paragraph, in order."""
    found: list[Reading] = []
    for span in french.segment(text):
        found += french.read(Sentence("s", text, span)).readings
    return found


def said(found: list[Reading], stretch: Span) -> str:
    """What is said for a stretch; a reading that sticks out of it is said whole."""
    parts = []
    for reading in found:
        if not reading.span.overlaps(stretch):
            continue
        if reading.rule == PLAIN:
            start, end = max(reading.span.start, stretch.start), min(reading.span.end, stretch.end)
            parts.append(reading.spoken[start - reading.span.start : end - reading.span.start])
        else:
            parts.append(f" {reading.spoken} ")
    return "".join(parts)


def wrong_items(paragraph: Paragraph) -> list[str]:
    """Items that are said otherwise than any of their forms."""
    found = readings(paragraph.text)
    wrong = []
    for stretch, forms in paragraph.items:
        heard = said(found, stretch)
        if fold(heard) not in [fold(form) for form in forms]:
            wrong.append(f"{paragraph.name}: {paragraph.text[stretch.start : stretch.end]!r} said {heard.strip()!r}")
    return wrong


def touched_words(paragraph: Paragraph) -> list[str]:
    """Plain words that are not said as they are written."""
    text, found = paragraph.text, readings(paragraph.text)
    place, touched = 0, []
    for stretch, _ in [*paragraph.items, (Span(len(text), len(text)), ())]:
        for word in re.finditer(r"\w+", text[place : stretch.start]):
            span = Span(place + word.start(), place + word.end())
            if fold(said(found, span)) != fold(word[0]):
                touched.append(f"{paragraph.name}: {word[0]!r} said {said(found, span).strip()!r}")
        place = stretch.end
    return touched


def test_there_is_enough() -> None:
    assert len(PARAGRAPHS) >= 30
    assert sum(len(paragraph.items) for paragraph in PARAGRAPHS) >= 350
    assert len({paragraph.name.split("-")[0] for paragraph in PARAGRAPHS}) >= 10


def test_items_are_said_right() -> None:
    wrong = [line for paragraph in PARAGRAPHS for line in wrong_items(paragraph)]
    total = sum(len(paragraph.items) for paragraph in PARAGRAPHS)
    assert len(wrong) <= (1 - AT_LEAST) * total, "\n".join(wrong)


@pytest.mark.parametrize("paragraph", PARAGRAPHS, ids=lambda paragraph: paragraph.name)
def test_plain_words_stay(paragraph: Paragraph) -> None:
    assert touched_words(paragraph) == []
