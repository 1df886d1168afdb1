"""The page: paper, margins, the room for head and folio; and whether it bears letters of a size.

Most large print is set between 16 and 28 points. Beyond, a line of a usual page would hold a word or two: margins grow
narrow, and the head goes to the foot, beside the folio.
"""

from dataclasses import dataclass

from editions.errors import UsageError
from editions.printing.settings import PrintSettings

MM = 72 / 25.4
PAPERS = {"A3": (297 * MM, 420 * MM), "A4": (210 * MM, 297 * MM), "A5": (148 * MM, 210 * MM)}
_LETTER = 0.5
"""Average width of a letter and its share of the spaces, in parts of the size, for Atkinson Hyperlegible Next."""


_FEW = 32
"""Letters of a line, with the usual margins, below which a page is laid out for giant print."""
_FEWEST, _LOWEST = 12, 6
"""Letters a line and lines a page that are still read as text."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The page and its margins, in points."""

    width: float
    height: float
    inner: float
    outer: float
    edge: float
    """From the edge of the paper to the running head's top and to the folio's foot."""
    top: float
    bottom: float
    mirrored: bool = False
    """Left pages have the inner margin on the right."""
    giant: bool = False
    """The head stands at the foot."""

    @property
    def measure(self) -> float:
        """Width of the text."""
        return self.width - self.inner - self.outer

    @property
    def depth(self) -> float:
        """Height of the text."""
        return self.height - self.top - self.bottom

    def left(self, position: int) -> float:
        """Where the text begins on the page that is ``position``-th in its volume, from 1 (a right-hand page)."""
        return self.outer if self.mirrored and position % 2 == 0 else self.inner


def sheet(size: float, settings: PrintSettings, paper: str = "A4", *, bound: bool = False) -> Sheet:
    """Margins of 25 mm (15 on A5), 7 mm more at the binding; room for the running head and the folio at body size.

    Giant print has margins of 15 mm (10 on A5), and its head at the foot.
    """
    width, height = PAPERS[paper]
    margin = 25 * MM if paper == "A4" else 15 * MM
    giant = width - 2 * margin < _FEW * size * _LETTER
    if giant:
        margin *= 0.6 if paper == "A4" else 2 / 3
    inner = margin + 7 * MM if bound else margin
    outer = margin + max(0.0, width - inner - margin - settings.measure * size * _LETTER)
    edge = (13 * MM if paper == "A4" else 10 * MM) * (0.7 if giant else 1)
    top = edge if giant else edge + 1.9 * size
    return Sheet(width, height, inner, outer, edge, top, edge + 1.7 * size, bound, giant)


def refuse(size: float, settings: PrintSettings, paper: str, *, bound: bool = False) -> None:
    """UsageError when a page would hold too little of such letters; ``size`` in points, adapted to the font."""
    page = sheet(size, settings, paper, bound=bound)
    letters, lines = int(page.measure / size / _LETTER), int(page.depth / size / settings.leading)
    if letters >= _FEWEST and lines >= _LOWEST:
        return
    best = next(
        (points for points in range(int(settings.size), 13, -1) if _bears(points, size, settings, paper, bound)), 14
    )
    told = f"{settings.size:g}".replace(".", ",")
    message = f"une page {paper} ne porte pas {told} points : {letters} lettres par ligne, {lines} lignes"
    hint = f"Prenez {best} points au plus, un interligne plus petit, ou du papier plus grand pour la brochure."
    raise UsageError(message, hint, "[print]")


def _bears(points: float, size: float, settings: PrintSettings, paper: str, bound: bool) -> bool:
    scaled = size * points / settings.size
    page = sheet(scaled, settings, paper, bound=bound)
    return page.measure >= _FEWEST * scaled * _LETTER and page.depth >= _LOWEST * scaled * settings.leading
