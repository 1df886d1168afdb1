"""Lists that are pasted without bullets: quantities below « Ingrédients : », one on each line, are its items."""

from collections.abc import Sequence
from dataclasses import replace

from editions.inputs.text.shapes import is_closed, is_quantity
from editions.inputs.text.sorting import Line, Sort
from editions.manuscript.words import after_word

_HEADS: tuple[Sort, ...] = ("box", "colon", "short", "head", "question")
_ITEMS: tuple[Sort, ...] = ("short", "head", "datum", "name")


def listed(lines: Sequence[Line]) -> list[Line]:
    """The same lines; those of a list without bullets as items."""
    found = list(lines)
    for index in range(1, len(found)):
        head = found[index - 1]
        if head.sort in _HEADS and head.unit.shape == "line" and _begins(found, index):
            end = _end(found, index)
            found[index:end] = [_item(item) for item in found[index:end]]
    return found


def _begins(lines: Sequence[Line], index: int) -> bool:
    """Whether a quantity and another one below it are the first two of a list."""
    two = [line for line in lines[index : index + 2] if _may_be_item(line) and is_quantity(line.text)]
    return len(two) == 2 and not is_quantity(lines[index - 1].text)


def _item(line: Line) -> Line:
    return replace(line, unit=replace(line.unit, shape="item"))


def _end(lines: Sequence[Line], start: int) -> int:
    """Where the lines end that may be items: each a quantity, or without figures among quantities (« Sel, poivre »)."""
    end = start
    while end < len(lines) and _may_be_item(lines[end]):
        end += 1
    while end > start and not is_quantity(lines[end - 1].text) and "," not in lines[end - 1].text:
        end -= 1  # the crosshead of what follows
    return end


def _may_be_item(line: Line) -> bool:
    if after_word(line.text, "list_part") is not None:
        return False  # « Pour la crème »
    return line.unit.shape == "line" and line.sort in _ITEMS and not line.is_furniture and not is_closed(line.text)
