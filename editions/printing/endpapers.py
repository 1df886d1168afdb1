"""Inside the front cover: how the book is made to be read. On the back: the edition again, and where to hear it."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from editions.french.calendar import long_date
from editions.model import Edition
from editions.printing.cover import KIND
from editions.printing.items import Space, TextItem
from editions.printing.objects import numbers
from editions.printing.pages import Item, compose
from editions.printing.setter import Setter
from editions.printing.settings import PrintSettings
from editions.printing.sheets import MM, Sheet
from editions.printing.tags import Element
from editions.printing.writer import Writer

if TYPE_CHECKING:
    from segno import QRCode

READING = "Comment ce livre se lit"
_HEARING = "Cette édition s'écoute aussi"
_QUIET = 4
"""Modules of white around a code (ISO/IEC 18004, 9.1)."""
_CODE = 45 * MM
"""Side of a code, quiet zone included: read from an arm's length."""


def inside_front(setter: Setter, settings: PrintSettings) -> list[Item]:
    """Four lines; as many as a page holds, when letters are huge."""
    heading = setter.text(READING, setter.styles.heading, None)
    made = [heading, *(setter.text(line, setter.styles.body, None) for line in _lines(settings, setter.sheet))]
    while len(made) > 1 and len(compose(list[Item](made), setter.sheet.depth)) > 1:
        made.pop()
    if len(made) == 1:
        return []
    for item in made:
        item.element = setter.writer.element("P" if item is not heading else "H1")
    return [*made]


def _lines(settings: PrintSettings, sheet: Sheet) -> tuple[str, ...]:
    size, leading = (f"{value:g}".replace(".", ",") for value in (settings.size, settings.leading))
    face = "" if settings.font else " (Atkinson Hyperlegible Next)"
    return (
        f"Lettres\u00a0: {size}\u00a0points, rien de plus petit, faites pour être reconnues une à une{face}.",
        f"Lignes\u00a0: courtes, alignées à gauche, sans mot coupé, espacées de {leading} fois la lettre.",
        "Repères\u00a0: en bas de la page, la rubrique et le numéro."
        if sheet.giant
        else "Repères\u00a0: en haut de la page, la rubrique et le titre\u00a0; en bas, son numéro.",
        "Lumière\u00a0: une lampe de côté, le livre ouvert à plat, évite les reflets.",
    )


def back(setter: Setter, edition: Edition, settings: PrintSettings) -> list[Item]:
    """The back cover, as rich as one page holds; it begins a page."""
    day = long_date(edition.date) if edition.date else ""
    lines = [line for line in (day[:1].upper() + day[1:], KIND, edition.publisher) if line]
    heading, plain = replace(setter.styles.heading, keep=False), replace(setter.styles.kicker, keep=False)
    choices = ((edition.title, heading, lines), (edition.title, plain, lines), ("", plain, lines), ("", plain, [KIND]))
    for title, style, told in choices:
        named = [setter.text(title, style, None)] if title else []
        named += [setter.text(line, setter.styles.outlet, None) for line in told]
        named[-1].keep = False
        made = [*named, *_hearing(setter, settings.address)]
        if len(compose(made, setter.sheet.depth)) == 1:
            break
    for item in made:
        if isinstance(item, _Code):
            item.element = setter.writer.element("Figure", alternative=f"Code QR\u00a0: {settings.address}")
        elif isinstance(item, TextItem):
            item.element = setter.writer.element("P")
    made[0].fresh = True
    return made


def _hearing(setter: Setter, address: str) -> list[Item]:
    """Where to hear the edition, in words and as a code; nothing without an address."""
    if not address:
        return []
    code = _Code(_CODE, rows=tuple(map(bytes, _made(address).matrix)))
    return [setter.text(_HEARING, setter.styles.heading, None), setter.text(address, setter.styles.body, None), code]


@dataclass(slots=True)
class _Code(Space):
    """A QR code, drawn as squares."""

    element: Element | None = None
    rows: tuple[bytes, ...] = ()
    """Its modules, a byte each: 1 for a dark one."""

    def draw(self, writer: Writer, x: float, y: float, first: int, last: int) -> None:
        """Black on white, whatever the colours of the page."""
        side = _CODE / (len(self.rows) + 2 * _QUIET)
        if self.element is not None:
            self.element.attributes = (
                f"<< /O /Layout /Placement /Block /BBox [{numbers(x, y - _CODE, x + _CODE, y)}] >>"
            )
        writer.begin(self.element)
        writer.code.append(f"q 1 g {numbers(x, y - _CODE, _CODE, _CODE)} re f 0 g")
        for number, row in enumerate(self.rows):
            bottom = y - (_QUIET + number + 1) * side
            for start, length in _runs(row):
                writer.code.append(f"{numbers(x + (_QUIET + start) * side, bottom, length * side, side)} re")
        writer.code.append("f Q")
        writer.end()


def _made(address: str) -> "QRCode":
    import segno  # here: most editions have no address

    return segno.make(address, micro=False, error="q")


def _runs(row: bytes) -> list[tuple[int, int]]:
    """Start and length of each run of dark modules."""
    found, start = [], -1
    for place, dark in enumerate((*row, 0)):
        if dark and start < 0:
            start = place
        elif not dark and start >= 0:
            found.append((start, place - start))
            start = -1
    return found
