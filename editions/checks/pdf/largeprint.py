"""Large print: nothing small, lines neither long nor tight, strong contrast, text inside the margins.

Thresholds: UKAAF and ACB for size, RNIB for the measure, CNIB for the leading, WCAG 2.2 (1.4.6) for contrast.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from editions.checks.pdf.content import PageContent, Shown
from editions.checks.pdf.reading import PdfFile
from editions.model import Finding

_LEAST_SIZE = 16.0
"""Points, for a font whose small x is as high as Atkinson Hyperlegible Next's."""
_X_HEIGHT = 496.0
_RUNNING_TEXT = ("/P", "/LBody", "/TD")
_LONGEST_LINE = 80
"""Characters."""
_ORNAMENT = re.compile(r"[^\w\s]{2,}")
_LEAST_LEADING = 1.25
_LEAST_CONTRAST = 7.0
_LEAST_MARGIN = 15 * 72 / 25.4 - 0.5
"""Points, as on the smallest page; the large-print file has more."""


def findings(file: PdfFile) -> Iterator[Finding]:
    """What would make a page hard to read."""
    body = _body_size(file)
    smallest = _LEAST_SIZE * min(
        (_scale(file, name, page) for page in file.pages for name in {shown.font for shown in page.shown}), default=1
    )
    for page in file.pages:
        if any(shown.size < body - 0.01 for shown in page.shown):
            yield file.finding("print-small", f"du texte est plus petit que le corps ({body:g} points)", page.number)
        lines = _lines(page)
        if any(_characters("".join(shown.text for shown in line)) > _LONGEST_LINE + 1 for line in lines):
            yield file.finding("print-long-line", f"une ligne a plus de {_LONGEST_LINE} caractères", page.number)
        if _tight(lines):
            yield file.finding("print-tight", "deux lignes sont trop serrées", page.number)
        if any(_contrast(shown.darkness, page.paper) < _LEAST_CONTRAST for shown in page.shown):
            yield file.finding("print-pale", "du texte n'est pas assez contrasté", page.number)
        box = [float(value) for value in page.obj.get("/TrimBox", page.obj.MediaBox)]
        if any(not _inside(shown, box) for shown in page.shown):
            yield file.finding("print-outside", "du texte sort de la page ou de ses marges", page.number)
    if file.pages and body < smallest - 0.01:
        yield file.finding(
            "print-body-small", f"le corps est petit : {body:g} points", 0, "Demandez au moins 16 points."
        )


def _characters(text: str) -> int:
    """How many there are to read: accents stand on their letter, and signs in a row are one ornament."""
    return len(_ORNAMENT.sub("#", "".join(char for char in text if not unicodedata.combining(char))))


def _contrast(one: float, other: float) -> float:
    """Of two relative luminances (WCAG 2.2)."""
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def _body_size(file: PdfFile) -> float:
    """The size of most characters of the running text (of all text, in a file that has none)."""
    running: Counter[float] = Counter()
    everything: Counter[float] = Counter()
    for page in file.pages:
        for shown in page.shown:
            everything[round(shown.size, 2)] += len(shown.text)
            if shown.tag in _RUNNING_TEXT:
                running[round(shown.size, 2)] += len(shown.text)
    sizes = running or everything
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _scale(file: PdfFile, name: str, page: PageContent) -> float:
    """How much larger the page's font must be set to look as large as the house's."""
    fonts = page.obj.get("/Resources", {}).get("/Font", {})
    font = file.font(fonts[name]) if name in fonts else None
    height = float(font.descriptor.get("/XHeight", _X_HEIGHT)) if font and font.descriptor is not None else _X_HEIGHT
    return min(1.0, _X_HEIGHT / height) if height else 1.0


def _lines(page: PageContent) -> list[list[Shown]]:
    """Pieces of text on the same baseline, from the top; artifacts left out."""
    rows: dict[float, list[Shown]] = {}
    for shown in page.shown:
        if shown.mcid is not None:
            rows.setdefault(round(shown.y, 1), []).append(shown)
    return [rows[y] for y in sorted(rows, reverse=True)]


def _tight(lines: list[list[Shown]]) -> bool:
    for above, below in pairwise(lines):
        distance = above[0].y - below[0].y
        size = max(shown.size for shown in below)
        raised = distance < size * 0.5  # raised letters share their line
        if not raised and distance < size * _LEAST_LEADING - 0.1:
            return True
    return False


def _inside(shown: Shown, box: list[float]) -> bool:
    end = shown.x + shown.width - (shown.size * 0.5 if shown.text.endswith(" ") else 0)
    return (
        box[0] + _LEAST_MARGIN <= shown.x
        and end <= box[2] - _LEAST_MARGIN
        and box[1] + 20 <= shown.y
        and shown.y + shown.size <= box[3] - 10
    )
