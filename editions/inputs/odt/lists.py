"""Numbers of Writer's lists and headings: each list begins anew, unless it says that it goes on."""

from typing import TYPE_CHECKING

from editions.inputs.odt.styles import Styles
from editions.manuscript.numerals import written

if TYPE_CHECKING:  # slow to load
    from odfdo import Element

_KINDS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
          "1st": "ordinal"}  # fmt: skip


class Lists:
    """The lists that are open, and the counts of those that may go on."""

    def __init__(self, styles: Styles, outline: "Element | None") -> None:
        self._styles, self._outline = styles, outline
        self._open: list[str] = []
        """Style of each open list."""
        self._counts: dict[int, int] = {}
        self._kept: dict[str, dict[int, int]] = {}
        """Counts by the id of a list, and by the name of a style."""
        self._headings: dict[int, int] = {}

    @property
    def depth(self) -> int:
        """How many lists are open."""
        return len(self._open)

    def open(self, one: "Element") -> None:
        """A list begins; one inside another has its style unless it says otherwise."""
        given = one.attributes
        style = given.get("text:style-name") or (self._open[-1] if self._open else "")
        if not self._open:
            before = given.get("text:continue-list") or (
                style if given.get("text:continue-numbering") == "true" else ""
            )
            self._counts = self._kept.get(before, {})
            self._kept[style] = self._counts
            if identifier := given.get("xml:id"):
                self._kept[identifier] = self._counts
        self._open.append(style)

    def close(self) -> None:
        """The innermost list ends."""
        self._open.pop()

    def label(self, item: "Element") -> str:
        """The number of the next item, empty for a bullet."""
        level = len(self._open)
        style = self._styles.get("text:list-style", self._open[-1])
        return _counted(self._counts, level, style, item.attributes.get("text:start-value", ""))

    def heading(self, one: "Element", level: int) -> str:
        """The number of a heading, empty when it has none."""
        if self._outline is None or one.attributes.get("text:is-list-header") == "true":
            return ""
        start = one.attributes.get("text:start-value", "")
        return _counted(self._headings, level, self._outline, start)


def _counted(counts: dict[int, int], level: int, style: "Element | None", start: str) -> str:
    levels = {_number(one, "text:level", 0): one for one in style.children} if style is not None else {}
    here = levels.get(level)
    first = _number(here, "text:start-value", 1) if here is not None else 1
    counts[level] = int(start) if start.isdecimal() and len(start) < 7 else counts.get(level, first - 1) + 1
    for deeper in [other for other in counts if other > level]:
        del counts[deeper]
    if here is None or here.tag.endswith("bullet") or not here.attributes.get("style:num-format"):
        return ""
    shown = range(max(1, level - _number(here, "text:display-levels", 1) + 1), level + 1)
    numbers = [_one(levels.get(at), counts.get(at, 1)) for at in shown]
    given = here.attributes
    inner = ".".join(number for number in numbers if number)
    return f"{given.get('style:num-prefix', '')}{inner}{given.get('style:num-suffix', '')}".strip()


def _one(level: "Element | None", count: int) -> str:
    kind = level.attributes.get("style:num-format", "") if level is not None else ""
    return written(count, _KINDS.get(kind.split(",")[0], "decimal")) if kind else ""


def _number(one: "Element", key: str, usual: int) -> int:
    value = one.attributes.get(key, "")
    return int(value) if value.isdecimal() and len(value) < 7 else usual
