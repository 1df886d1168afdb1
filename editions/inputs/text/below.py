"""The lines below the title, as whoever tells their roles looks at them."""

from collections.abc import Sequence

from editions.inputs.text.sorting import Line, Sort
from editions.model import Role


class Below:
    """The lines below the title, the roles that are told so far, and where the text ends."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """``lines``: without furniture."""
        self.lines = lines
        self.told: list[Role] = []
        self.last = max((index for index, line in enumerate(lines) if line.is_prose), default=-1)
        """The last line of running text; -1 when there is none."""

    def sort(self, index: int) -> Sort | None:
        """The sort of a line; None beyond the first and the last."""
        return self.lines[index].sort if 0 <= index < len(self.lines) else None

    def is_foot(self, index: int) -> bool:
        """Whether a line stands behind the running text."""
        return index > self.last
