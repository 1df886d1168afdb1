"""The elements of a page, nested as a browser nests them, and its text in between, as a flat stream.

    page = outline("<p>Un<p>Deux")
    page.events      # open p, « Un », close p, open p, « Deux », close p
    page.elements    # with parents, attributes and classes

What the source leaves out is put in (``</p>``, ``</li>``, ``</td>``), and each element is looked at a fixed number of
times: a page of 100,000 open elements is no danger. Source: HTML Living Standard, 13.2.6, in its broad lines.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from editions.manuscript.page.tags import Tag, tags

VOID = frozenset(
    {"area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta",
     "param", "source", "track", "wbr"}
)  # fmt: skip
_FORMATTING = frozenset(
    {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u", "span", "sup",
     "sub", "ins", "del", "mark", "abbr", "cite", "q", "kbd", "samp", "var", "time", "bdi", "bdo", "label"}
)  # fmt: skip
"""Their end tag ends them and nothing else, whatever opened inside."""
_ENDS_PARAGRAPH = frozenset(
    {"address", "article", "aside", "blockquote", "center", "details", "dialog", "dir", "div", "dl", "fieldset",
     "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "main",
     "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "table", "ul", "li", "dt", "dd"}
)  # fmt: skip
_FENCES = frozenset({"td", "th", "caption", "table", "template", "object", "button", "math", "svg"})
"""An end tag does not reach beyond them, but their own."""
_OF_TABLES = _FENCES | {"tr", "thead", "tbody", "tfoot"}
_SIBLINGS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "li": (("li",), ("ul", "ol", "menu")),
    "dt": (("dt", "dd"), ("dl",)),
    "dd": (("dt", "dd"), ("dl",)),
    "tr": (("tr", "caption", "colgroup"), ("table",)),
    "td": (("td", "th", "caption"), ("table",)),
    "th": (("td", "th", "caption"), ("table",)),
    "thead": (("thead", "tbody", "tfoot", "caption"), ("table",)),
    "tbody": (("thead", "tbody", "tfoot", "caption"), ("table",)),
    "tfoot": (("thead", "tbody", "tfoot", "caption"), ("table",)),
    "caption": (("caption",), ("table",)),
    "option": (("option",), ("select",)),
    "rt": (("rt", "rp"), ("ruby",)),
    "rp": (("rt", "rp"), ("ruby",)),
}
"""What the start of an element ends, as long as it is inside the same list, table…"""
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_ROOTS = frozenset({"html", "head", "body"})
_ONCE = _ROOTS | {"form"}
"""Elements of which one at a time is open."""
KNOWN = (
    VOID | _FORMATTING | _ENDS_PARAGRAPH | _FENCES | _SIBLINGS.keys() | _ROOTS
    | {"acronym", "applet", "audio", "canvas", "col", "colgroup", "data", "datalist", "dfn", "iframe", "legend",
       "map", "meter", "noscript", "optgroup", "output", "picture", "progress", "ruby", "script", "select", "slot",
       "style", "textarea", "title", "video", "noframes", "noembed", "marquee"}
)  # fmt: skip
"""Names of elements of HTML; what else stands between angles in a text was meant as text."""


@dataclass(slots=True)
class Element:
    """An element of the page."""

    name: str
    given: Mapping[str, str]
    """Its attributes."""
    parent: int
    """Place of the element around it in ``Outline.elements``, -1 at the top."""
    first: int
    """Place of its beginning in ``Outline.events``, and of its end: what is between them is in it."""
    last: int = -1
    closed: bool = False
    """Whether something ended it before the page did."""

    classes: tuple[str, ...] = ()
    """Its class names."""


class Event(NamedTuple):
    """An element opens or closes, or a text stands in it."""

    kind: Literal["open", "close", "text"]
    element: int
    """Place in ``Outline.elements``; -1 for a text outside all."""
    text: str
    line: int


@dataclass
class Outline:
    """A page, read once."""

    elements: list[Element] = field(default_factory=list)
    """Each after the one that it stands in."""
    events: list[Event] = field(default_factory=list)

    def around(self, element: int, most: int = 200) -> Iterable[int]:
        """The elements that one stands in, from the nearest on."""
        while (element := self.elements[element].parent) >= 0 and most:
            yield element
            most -= 1

    def extent(self, element: int) -> tuple[int, int]:
        """Where it begins and ends in ``events``."""
        return self.elements[element].first, self.elements[element].last

    def holds(self, outer: int, inner: int) -> bool:
        """Whether one element stands in another, or is the same."""
        start, end = self.extent(outer)
        return start <= self.elements[inner].first <= end

    def inside(self, element: int) -> Iterator[int]:
        """The elements that stand in one."""
        for number in range(element + 1, len(self.elements)):
            if not self.holds(element, number):
                return
            yield number

    def words(self, element: int) -> str:
        """All the text in it, on one line."""
        found = self.elements[element]
        stretch = self.events[found.first : found.last + 1]
        return " ".join(" ".join(event.text for event in stretch if event.kind == "text").split())


def outline(page: str, xml: bool = False) -> Outline:
    """The elements of a page; ``xml``: as XHTML has them, where ``<div/>`` is empty."""
    builder = _Builder()
    line = 1
    for tag in tags(page, xml):
        line = tag.line
        builder.take(tag)
    builder.finish(line)
    return builder.made


class _Builder:
    def __init__(self) -> None:
        self.made = Outline()
        self._stack: list[int] = []
        self._open: dict[str, list[int]] = {}
        """The open elements of each name."""
        self._fences: list[int] = [-1]

    def take(self, tag: Tag) -> None:
        if tag.kind == "text":
            self.made.events.append(Event("text", self._innermost(), tag.name, tag.line))
        elif tag.kind == "start":
            self._start(tag)
        else:
            self._end(tag.name, tag.line)

    def finish(self, line: int) -> None:
        """All that is still open ends with the page, and is not told to have been closed."""
        left = list(self._stack)
        self._close_down_to(left[0], line) if left else None
        for element in left:
            self.made.elements[element].closed = self.made.elements[element].name in _ROOTS

    def _last(self, *names: str) -> int:
        found = -1
        for name in names:
            if (held := self._open.get(name)) and held[-1] > found:
                found = held[-1]
        return found

    def _innermost(self) -> int:
        while self._stack and self.made.elements[self._stack[-1]].closed:
            self._stack.pop()
        return self._stack[-1] if self._stack else -1

    def _start(self, tag: Tag) -> None:
        name = tag.name
        if name in _ONCE and self._open.get(name):
            return
        if name in _SIBLINGS:
            ended, around = _SIBLINGS[name]
            if (before := self._last(*ended)) > self._last(*around):
                self._close_down_to(before, tag.line)
        if name in _ENDS_PARAGRAPH and self._open.get("p") and (paragraph := self._last("p")) > self._fences[-1]:
            self._close_down_to(paragraph, tag.line)
        if name == "body" and (head := self._last("head")) >= 0:
            self._close_down_to(head, tag.line)
        self._push(tag)

    def _push(self, tag: Tag) -> None:
        _, name, given, line, whole = tag
        elements, events = self.made.elements, self.made.events
        number = len(elements)
        classes = tuple(given["class"].split()) if "class" in given else ()
        elements.append(Element(name, given, self._innermost(), len(events), -1, False, classes))
        events.append(Event("open", number, "", line))
        if name in VOID or whole:
            self._closed(number, line)
            return
        self._stack.append(number)
        self._open.setdefault(name, []).append(number)
        if name in _FENCES:
            self._fences.append(number)

    def _end(self, name: str, line: int) -> None:
        if name == "br":
            self._push(Tag("start", "br", {}, line))
        if name in _ROOTS:
            return
        if self._stack and (top := self.made.elements[self._stack[-1]]).name == name and not top.closed:
            number = self._stack.pop()  # as nearly all ends do, it closes what was opened last
            self._forget(number)
            self._closed(number, line)
            return
        names = HEADINGS if name in HEADINGS else (name,)
        found = self._last(*names)
        around = _SIBLINGS.get(name, ((), ()))[1]
        beyond = found < self._fences[-1] and name not in _OF_TABLES
        if found < 0 or beyond or (around and found < self._last(*around)):
            return
        if name in _FORMATTING:
            self._forget(found)
            self._closed(found, line)
        else:
            self._close_down_to(found, line)

    def _close_down_to(self, number: int, line: int) -> None:
        while self._stack:
            top = self._stack.pop()
            if not self.made.elements[top].closed:
                self._forget(top)
                self._closed(top, line)
            if top == number:
                return

    def _forget(self, number: int) -> None:
        self._open[self.made.elements[number].name].pop()  # it is the last of its name
        if self._fences[-1] == number:
            self._fences.pop()

    def _closed(self, number: int, line: int) -> None:
        element = self.made.elements[number]
        element.closed, element.last = True, len(self.made.events)
        self.made.events.append(Event("close", number, "", line))


def names(value: str) -> frozenset[str]:
    """The words of a class or an identifier, in small letters: ``Article__shareBar`` → article, share, bar."""
    return frozenset(word.lower() for word in re.findall(r"[A-Z]?[a-zà-ÿ]+|[A-Z]+(?![a-z])|\d+", value))
