"""Short texts one after the other on a page, each with a place, a title and a paragraph or two of its own.

Aulne / Un feu de cheminée maîtrisé / (text) / Rance / Deux blessés… / (text)     # two stacks
"""

from editions.inputs.text.below import Below
from editions.manuscript import roles
from editions.manuscript.furniture import SURE

_NEAR = (-4, -3, 3, 4)
"""Lines from one place to the next: each has one paragraph or two."""


def has(below: Below, index: int) -> bool:
    """Whether a line is the place or the title of one of several stacks."""
    if below.lines[index].unit.shape != "line":
        return False
    first = index if below.sort(index + 1) in ("short", "head") else index - 1
    return _begins(below, first) and any(_begins(below, first + step) for step in _NEAR)


def several(below: Below) -> bool:
    """Whether the page is made of such texts: then the first paragraph is the lede of none."""
    return sum(_begins(below, index) for index in range(len(below.lines))) > 1


def _begins(below: Below, first: int) -> bool:
    """Whether a word or a few stand above a longer line, and running text below both."""
    if first < 0 or first + 2 >= len(below.lines) or below.sort(first - 1) not in ("prose", "quote", None):
        return False
    place, title, text = below.lines[first : first + 3]
    named = place.sort == "name" and (place.confidence >= SURE or roles.is_sure_name(place.text))
    labels = place.sort in ("short", "section", "name") and not named and title.sort in ("short", "head")
    return labels and len(place.text) < len(title.text) and text.sort == "prose"
