"""Two numbers and a bar, as ``french.bars`` looks at them."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from editions.french import spelling
from editions.french.confidence import LIKELY
from editions.french.lazy import Lazy
from editions.french.numerals import parse
from editions.french.parts import RULE
from editions.model import Span
from editions.speech import Reading


@dataclass(frozen=True, slots=True)
class Bar:
    """Two numbers and a bar, in the sentence that ends at ``end``."""

    match: re.Match[str]
    end: int

    @property
    def above(self) -> str:
        """The upper number as written; only figures, unless it is a decimal."""
        return str(self.match["above"]).replace(".", ",")

    @property
    def below(self) -> str:
        """The figures of the lower one."""
        return parse(self.match["below"]).integer

    @property
    def whole(self) -> bool:
        """Whether the upper one is no decimal."""
        return self.above.isdigit()

    @property
    def rises(self) -> bool:
        """Whether the upper one is a smaller whole number."""
        return self.whole and int(self.above) < int(self.below)

    @property
    def less(self) -> bool:
        """Whether the upper one is smaller."""
        return float(self.above.replace(",", ".")) < int(self.below)

    def behind(self, pattern: Lazy) -> re.Match[str] | None:
        """What stands behind it."""
        return pattern.match(self.match.string, self.match.end(), self.end)

    def said(self, link: str) -> str:
        """Both numbers with a word of numbers between them; with a blank when there is none."""
        word = f" {spelling.word(link)} " if link else " "
        return f"{parse(self.above).said()}{word}{spelling.cardinal(self.below)}"

    def reading(self, text: str, confidence: float = LIKELY, others: tuple[str, ...] = ()) -> Reading:
        """The whole of it, said so."""
        return Reading(Span(*self.match.span()), text, RULE, confidence, others)

    def upper(self, text: str) -> Reading:
        """What stands above, and the bar; what is below is measured by another rule."""
        return Reading(Span(self.match.start(), self.match.start("below")), text, RULE, LIKELY)


Way = Callable[[Bar], Reading | None]
