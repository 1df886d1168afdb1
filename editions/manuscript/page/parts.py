"""Which elements of a page are its article, which are seen, which are the site's furniture.

    found = judged(page, sheet)
    found.fates[event.element]     # kept, hidden, never shown, apart
    found.spans                    # stretches of events that are the article; the rest stands outside

What the page says of itself comes first (``article``, ``main``, ``h1``), then where its prose is. Nothing that holds
most of the words is furniture, whatever it is called.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from editions.manuscript.page import article
from editions.manuscript.page.elements import Element, Outline
from editions.manuscript.page.names import hides, repeats
from editions.manuscript.page.styles import Sheet, Told
from editions.manuscript.page.weights import Weights

_NEVER = frozenset(
    {"script", "style", "noscript", "svg", "iframe", "object", "embed", "applet", "video", "audio", "canvas", "title",
     "datalist", "progress", "meter", "noframes", "noembed", "annotation", "annotation-xml", "mphantom", "map"}
)  # fmt: skip
"""Elements whose words no reader sees, whatever a style sheet says."""
_SHADOWS = ("shadowrootmode", "shadowroot", "shadowmode")
"""A template with one of these is the visible content of the element around it."""
_LAID_OUT = frozenset({"block", "flex", "grid", "table", "list-item", "flow-root"})
_NOTHING: Told = {}
_OFF = re.compile(r"-\d{3,}")
_TINY = ("0", "0px", "1px")


class Fate(Enum):
    """What becomes of the words of an element."""

    KEPT = "kept"
    NEVER = "never"
    """No browser shows them: scripts, templates."""
    HIDDEN = "hidden"
    """The page hides them."""
    APART = "apart"
    """Seen, and no part of the article: menus, share buttons, comments."""


@dataclass(frozen=True)
class Parts:
    """What is known of each element of a page."""

    fates: list[Fate]
    told: dict[int, Told]
    """What style sheets say of an element, for those of which they say something."""
    spans: list[tuple[int, int]]
    """Stretches of events that are the article, in order."""
    title: int
    """The ``h1`` that is the article's; -1 when there is none."""

    def holds_words(self, page: Outline) -> bool:
        """Whether anything is left that can be read."""
        return any(
            event.kind == "text" and event.text.strip() and self.keeps(place, event.element)
            for place, event in enumerate(page.events)
        )

    def keeps(self, event: int, element: int) -> bool:
        """Whether an event of an element is part of the article."""
        return (element < 0 or self.fates[element] is Fate.KEPT) and self.inside(event)

    def kept(self, page: Outline) -> Iterator[bool]:
        """For each event of the page in order, whether it is part of the article."""
        kept = [fate is Fate.KEPT for fate in self.fates]
        within = bytearray(len(page.events))
        for start, end in self.spans:
            within[start : end + 1] = bytes([1]) * (min(end + 1, len(within)) - start)
        for event, inside in zip(page.events, within, strict=True):
            yield bool(inside) and (event.element < 0 or kept[event.element])

    def inside(self, event: int) -> bool:
        """Whether an event is part of the article's stretches."""
        return True in [start <= event <= end for start, end in self.spans]


def judged(page: Outline, sheet: Sheet) -> Parts:
    """The article, its title, and the fate of each element."""
    told = _told(page, sheet)
    fates = list(_seen(page, told))
    if not Parts(fates, told, [(0, len(page.events))], -1).holds_words(page):
        told = {number: own for number, own in told.items() if "style" in page.elements[number].given}
        fates = list(_seen(page, told))  # a sheet that hides all waits for a script that shows it again
    weights = Weights(page, [fate is Fate.KEPT for fate in fates])
    found = article.found(page, weights)
    for number in found.apart:
        if fates[number] is Fate.KEPT:
            fates[number] = Fate.APART
    for number, element in enumerate(page.elements):
        if element.parent >= 0 and fates[element.parent] is Fate.APART and fates[number] is Fate.KEPT:
            fates[number] = Fate.APART
    made = Parts(fates, told, found.spans, found.title)
    return made if made.holds_words(page) else Parts(list(_seen(page, told)), told, [(0, len(page.events))], -1)


def all_of(page: Outline, sheet: Sheet) -> Parts:
    """A fragment, all of which is article: only what it hides is no part of it."""
    told = _told(page, sheet)
    return Parts(list(_seen(page, told)), told, [(0, len(page.events))], -1)


def _told(page: Outline, sheet: Sheet) -> dict[int, Told]:
    return {number: told for number in range(len(page.elements)) if (told := sheet.told(page, number))}


def _seen(page: Outline, told: dict[int, Told]) -> Iterator[Fate]:
    """Kept, hidden or never shown, each by itself and by what it stands in."""
    fates: list[Fate] = []
    lasting: list[bool] = []
    """Whether what is hidden stays so whatever an element inside says."""
    for number, element in enumerate(page.elements):
        around = fates[element.parent] if element.parent >= 0 else Fate.KEPT
        stays = lasting[element.parent] if element.parent >= 0 else False
        own = told.get(number, _NOTHING)
        fate, lasts = _fate(element, own)
        shown = element.name == "math" or (own.get("visibility") == "visible" and not stays)
        if around is Fate.NEVER or (around is Fate.HIDDEN and not (shown and fate is Fate.KEPT)):
            fate, lasts = around, stays or lasts
        fates.append(fate)
        lasting.append(lasts)
    yield from fates


def _fate(element: Element, told: Told) -> tuple[Fate, bool]:
    name, given = element.name, element.given
    if name in _NEVER or (name == "template" and not any(mode in given for mode in _SHADOWS)):
        return Fate.NEVER, True
    if repeats(element) or (name in ("nobr", "mjx-math") and given.get("aria-hidden") == "true"):
        return Fate.NEVER, True  # drawn beside the <math> that says the same
    if name in ("html", "body", "head") or not (told or given):
        return (Fate.HIDDEN, True) if name == "dialog" else (Fate.KEPT, False)
    if not told:
        hidden = "hidden" in given or hides(element) or (name == "dialog" and "open" not in given)
        return (Fate.HIDDEN, True) if hidden else (Fate.KEPT, False)
    shown = told.get("display", "") not in ("", "none")
    if told.get("display") == "none" or (not shown and ("hidden" in given or hides(element))):
        return Fate.HIDDEN, True
    if (name == "dialog" and "open" not in given and not shown) or _is_out_of_sight(told):
        return Fate.HIDDEN, True
    return (Fate.HIDDEN, False) if told.get("visibility") in ("hidden", "collapse") else (Fate.KEPT, False)


def seen_alone(element: Element) -> Fate:
    """The fate of an element by itself and its own ``style``."""
    page = Outline([element])
    return _fate(element, Sheet([]).told(page, 0))[0]


def _is_out_of_sight(told: Told) -> bool:
    """Clipped, moved off the page or flattened: words for screen readers, and the preview lines of newsletters."""
    if told.get("mso-hide") == "all":
        return True
    if told.get("overflow") == "hidden" and told.get("max-height") in _TINY:
        return True
    if told.get("position") not in ("absolute", "fixed"):
        return bool(_OFF.match(told.get("text-indent", "")) and told.get("overflow") == "hidden")
    flat = told.get("overflow") == "hidden" and told.get("width") in _TINY and told.get("height") in _TINY
    clipped = told.get("clip", "").startswith("rect") or told.get("clip-path", "").startswith("inset(50%")
    return flat or clipped or bool(_OFF.match(told.get("left", "")))


def is_laid_out(told: Told) -> bool:
    """Whether a style sheet makes a block of an element that is a part of lines."""
    return told.get("display") in _LAID_OUT
