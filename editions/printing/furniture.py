"""What stands on every page besides the text: running head and folio, at body size; artifacts for a screen reader."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editions.model import Article, Edition
from editions.printing import contents
from editions.printing.founts import Fount
from editions.printing.marks import GLUE
from editions.printing.objects import numbers
from editions.printing.setter import Setter

if TYPE_CHECKING:
    from editions.printing.pages import Page

_LOOSE = "\u00a0\u202f,;:"
"""Signs that end no title: « Crues … », not « Crues : … »."""
_MORE = "\u00a0…"
_COLON = "\u00a0: "
_SHORTEST = 2
"""Words of a title's beginning that may stand for it: « Budget 2025 », not « Football »."""
_APART = 0.7
"""White between section and title, in parts of the size."""
_LITTLE = 3
"""Letters of a word that does not end what is shortened: « Le Courrier … », not « Le Courrier du … »."""


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
    parts = [(fount, text) for fount, text in zip(_founts(setter), shown(setter, head, room), strict=True) if text]
    gap = setter.styles.size * _APART
    width = sum(fount.line_width(text) + gap for fount, text in parts) - gap
    x = left + (room - width if at_right else 0)
    for fount, text in parts:
        code = fount.space[1].join(fount.word(word)[1] for word in text.split(" "))
        setter.writer.code.append(f"BT {fount.select} 1 0 0 1 {numbers(x, y)} Tm [{code}]TJ ET")
        x += fount.line_width(text) + gap


def shown(setter: Setter, head: Head, room: float) -> tuple[str, str]:
    """What is seen of section and title in ``room`` points; one word of a title is not enough beside a section."""
    bold, plain = _founts(setter)
    section = _shortened(bold, setter.composed(head.section), room)
    if section:
        room -= bold.line_width(section) + setter.styles.size * _APART
    return section, _shortened(plain, setter.composed(head.title), room, _SHORTEST if section else 1)


def _founts(setter: Setter) -> tuple[Fount, Fount]:
    size = setter.styles.size
    return setter.case.fount(size, True), setter.case.fount(size, False)


def _shortened(fount: Fount, title: str, room: float, least: int = 1) -> str:
    """As many whole words of a title as the room holds; nothing when these are fewer than ``least``."""
    words = title.replace(GLUE, " ").split(" ")
    if fount.line_width(" ".join(words)) <= room:
        return " ".join(words)
    while words and (fount.line_width(" ".join(words) + _MORE) > room or len(words[-1]) <= _LITTLE):
        words.pop()
    return " ".join(words).rstrip(_LOOSE) + _MORE if len(words) >= least else ""
