"""The colours of the file that is read on a screen: ink on paper, each in sRGB; print is always black on white."""

from dataclasses import dataclass

from editions.printing.objects import numbers
from editions.printing.writer import Writer

Rgb = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Colours:
    """Parts from 0 to 1; the contrast of all is beyond 7:1 (WCAG 2.2, 1.4.6)."""

    ink: Rgb
    paper: Rgb


SCREEN = {
    "cream": Colours((0, 0, 0), (1, 0.97, 0.89)),
    "yellow-on-black": Colours((1, 0.88, 0), (0, 0, 0)),
    "white-on-black": Colours((1, 1, 1), (0, 0, 0)),
}
"""By the name that the setting has; black on white needs none."""


def fill(writer: Writer, colours: Colours, width: float, height: float) -> None:
    """Colour the page that was begun, and all that is drawn on it from now on; its size in points."""
    ink = numbers(*colours.ink)
    writer.begin_artifact("/Type /Background")
    writer.code.append(f"{numbers(*colours.paper)} rg {numbers(0, 0, width, height)} re f")
    writer.end()
    writer.code.append(f"{ink} rg {ink} RG")
