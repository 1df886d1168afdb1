"""What stands on every page besides the text: running head and folio, at body size; artifacts for a screen reader."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editions.model import Article, Edition
from editions.printing import contents
from editions.printing.founts import Fount
from editions.printing.lines import cut
from editions.printing.marks import GLUE
from editions.printing.objects import numbers
from editions.printing.setter import Setter

if TYPE_CHECKING:
    from editions.printing.pages import Page

_COLON = "\u00a0: "
_SHORTEST = 2
"""Words of a title's beginning that may stand for it: « Budget 2025 », not « Football »."""


@dataclass(frozen=True, slots=True)
class Head:
    """The running head of a page: a section, in bold, and a title; either may be empty."""

    section: str
    title: str
    opens: bool = False
    """Whether an article begins there, under a line of its own: the head needs none."""


def heads(edition: Edition, pages: "Sequence[Page]") -> list[Head]:
    """Of each page: the article that goes on there; where one begins it is seen, and the edition's title stands."""
    places = {contents.target(number): article for number, article in enumerate(edition.articles)}
    made, here = list[Head](), Head("", edition.title)
    for page in pages:
        begins = bool(page) and page[0].item.anchor in places and page[0].first == 0
        made.append(Head("", edition.title, opens=True) if begins else here)
        for placed in page:
            if placed.first == 0 and (article := places.get(placed.item.anchor)):
                here = Head(article.section, _short(article))
    return made


def _short(article: Article) -> str:
    """A title's beginning, up to the colon: « Budget 2025 »."""
    first, colon, _ = article.title.partition(_COLON)
    return first if colon and len(first.split()) >= _SHORTEST else article.title


def running_head(setter: Setter, head: Head, left: float, top: float, outside_right: bool) -> None:
    """The head over a rule, at the outer edge; ``top``: the upper edge of the paper."""
    writer, size, sheet = setter.writer, setter.styles.size, setter.sheet
    y = top - sheet.edge - size * 0.3
    writer.begin_artifact("/Type /Pagination /Subtype /Header")
    _words(setter, head, left, y, sheet.measure, outside_right)
    rule = y - size * 0.45
    if not head.opens:
        writer.code.append(f"0.5 w {numbers(left, rule)} m {numbers(left + sheet.measure, rule)} l S")
    writer.end()


def folio(setter: Setter, number: int, left: float, bottom: float, outside_left: bool, head: Head | None) -> None:
    """The page's number, in bold, at the foot of the outer edge; ``bottom``: the lower edge of the paper.

    ``head``: what stands beside it, when there is no room above the text.
    """
    writer, sheet = setter.writer, setter.sheet
    fount = setter.case.fount(setter.styles.size, True)
    width, code = fount.word(str(number))
    x = left if outside_left else left + sheet.measure - width
    y = bottom + sheet.edge
    writer.begin_artifact("/Type /Pagination /Subtype /Footer")
    if head:
        room = sheet.measure - width - fount.size
        _words(setter, head, left + (sheet.measure - room if outside_left else 0), y, room, outside_left)
    writer.code.append(f"BT {fount.select} 1 0 0 1 {numbers(x, y)} Tm [{code}]TJ ET")
    writer.end()


def _words(setter: Setter, head: Head, left: float, y: float, room: float, at_right: bool) -> None:
    """Section and title on one line, as much of them as there is room for."""
    size = setter.styles.size
    section, title = (setter.case.fount(size, bold) for bold in (True, False))
    first = _shortened(section, setter.composed(head.section), room)
    gap = size * 0.7 if first[1] else 0.0
    second = _shortened(title, setter.composed(head.title), room - first[0] - gap)
    x = left + (room - first[0] - gap - second[0] if at_right else 0)
    for fount, (width, code) in ((section, first), (title, second)):
        if code:
            setter.writer.code.append(f"BT {fount.select} 1 0 0 1 {numbers(x, y)} Tm [{code}]TJ ET")
            x += width + gap


def _shortened(fount: Fount, title: str, room: float) -> tuple[float, str]:
    """Width and code of as many words of a title as the room holds; nothing when it holds none."""
    words = title.replace(GLUE, " ").split(" ")
    if room < fount.size * 4 or not title:
        return 0.0, ""
    if fount.line_width(" ".join(words)) > room:
        while len(words) > 1 and fount.line_width(" ".join(words) + "\u00a0…") > room:
            words.pop()
        if len(words) == 1:
            words = [cut(fount, words[0], room - 2 * fount.size)[0]]
        words[-1] += "\u00a0…"
    return fount.line_width(" ".join(words)), fount.space[1].join(fount.word(word)[1] for word in words)
