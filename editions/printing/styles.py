"""How each kind of block looks: size, weight, white, rules. Figures and their sources are in the project's print notes.

Nothing is smaller than the body; headings are bold and at least a tenth larger; emphasis is bold, never italic.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Style:
    """How one kind of block is set; lengths in points."""

    size: float
    leading: float
    bold: bool = False
    before: float = 0
    after: float = 0
    keep: bool = False
    """Stays with the block that follows."""
    leans: bool = False
    """Stays with the end of the block that precedes."""
    whole: bool = False
    """Not split while a page holds it."""
    indent: float = 0
    rule_above: float = 0
    """Weight of a line above the block, and of one below it."""
    rule_below: float = 0
    rule_width: float = 0
    balanced: bool = False
    """Its lines are made equally long: a title of one long line and one word looks forgotten."""


class StyleBook:
    """The styles of one body size (in points, already adapted to the font)."""

    def __init__(self, size: float, leading: float, measure: float, giant: bool = False) -> None:
        """``leading``: line height as a multiple of the size; ``measure``: how long rules are.

        ``giant``: a line holds few letters, and headings stand out by white and weight more than by size.
        """
        title, heading = (1.25, 1.12) if giant else (1.6, 1.25)
        line = size * leading
        blank = line * 0.75
        self.size = size
        self.line = line
        self.body = Style(size, line, after=blank)
        thin = size / 20
        self.crown = size / 6
        """Weight of the line above an article."""
        self.kicker = Style(size, line, bold=True, after=blank * 0.3, keep=True)
        self.outlet = Style(size, line, after=0, keep=True)
        self.title = Style(
            size * title, size * title * 1.25, bold=True, before=blank / 2, after=blank, keep=True, balanced=True
        )
        self.long_title = Style(
            size * heading, size * heading * 1.25, bold=True, before=blank / 2, after=blank, keep=True, balanced=True
        )
        """Of a title that would take too much of a page."""
        self.lede = Style(size, line, bold=True, after=blank)
        self.byline = Style(size, line, bold=True, before=line, after=0, rule_above=2 * thin, rule_width=3 * size)
        self.date = Style(size, line, after=0)
        self.signature = Style(size, line, bold=True, before=blank * 0.5, after=blank, leans=True)
        """Of a byline that stands in the text."""
        self.heading = Style(
            size * heading,
            size * heading * 1.25,
            bold=True,
            before=line * 1.1,
            after=blank * 0.6,
            keep=True,
            balanced=True,
        )
        self.subheading = Style(
            size * 1.1, size * 1.1 * 1.3, bold=True, before=line, after=blank * 0.5, keep=True, balanced=True
        )
        self.question = Style(
            size, line, bold=True, before=line, after=blank * 0.6, keep=True, rule_above=thin, rule_width=measure
        )
        self.quote = Style(size, line, after=blank, indent=1.2 * size)
        self.item = Style(size, line, after=blank * 0.6, indent=1.4 * size)
        self.caption = Style(
            size, line, before=blank * 0.4, after=line * 1.2, rule_below=thin, rule_width=measure, whole=True
        )
        self.table = Style(size, line, before=blank * 0.5, after=blank)
        self.cover = Style(size * 2, size * 2 * 1.25, bold=True, after=line, balanced=True)
        self.headline = Style(size * 1.1, size * 1.1 * 1.25, bold=True, after=blank * 0.8)
        self.contents = Style(size, line, after=blank * 0.8)
        self.group = Style(size, line, bold=True, before=blank, after=blank * 0.2, keep=True)
