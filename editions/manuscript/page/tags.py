"""HTML cut into tags and text, in one pass forward, whatever the markup: what never closes is text, and is read once.

The standard library's parser takes minutes for a page of unclosed tags; this reader's time grows as the page does.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import unescape
from typing import NamedTuple

from editions.manuscript.characters import revealed

_NAME = re.compile(r"[a-zA-Z][^\s/>]*")
_ATTRIBUTE = re.compile(r"""[\s/]*(?:([^\s=/>"'][^\s=/>]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]*))?|["'=]+)""")
_CLOSE = re.compile(r"[\s/]*>")
_PLAIN = re.compile(
    r"""<(/?+)([a-zA-Z][a-zA-Z0-9]*+)((?:\s++[a-zA-Z-]++(?:=(?:"[^"<>]*+"|'[^'<>]*+'|[^\s"'<>=`/]++))?+)*+)\s*+>"""
)
"""A tag as nearly all are written; all others are read sign by sign."""
_GIVEN = re.compile(r"""([a-zA-Z-]+)(?:=("[^"]*"|'[^']*'|[^\s]+))?""")
_NONE: Mapping[str, str] = {}
_REMEMBERED = 512
_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
"""Elements whose content holds no tag but their own end."""


class Tag(NamedTuple):
    """A tag or a stretch of text."""

    kind: str
    """``start``, ``end`` or ``text``."""
    name: str
    """Of the element in small letters, or the words, their entities read."""
    given: Mapping[str, str]
    """Attributes, the first of each name."""
    line: int
    whole: bool = False
    """Of a start tag that is its element's end too: ``<script src="a.js"/>``."""


def tags(page: str, xml: bool = False) -> Iterator[Tag]:
    """The tags and texts of a page, in order; comments and declarations are left out.

    In ``xml`` any element may close itself, and a CDATA section is text; in HTML only those may whose content is raw.
    """
    reader = _Reader(page, xml)
    while reader.place < len(page):
        start = page.find("<", reader.place)
        start = start if start >= 0 else len(page)
        if start > reader.place:
            yield reader.text_up_to(start)
        if (tag := reader.plain(start)) is not None:
            yield tag
        elif start < len(page):
            yield from reader.opened(start)


class _Reader:
    def __init__(self, page: str, xml: bool) -> None:
        self.page = page
        self._xml = xml
        self.place = 0
        self._line, self._counted = 1, 0
        self._absent: set[str] = set()
        """Closings that were looked for and are not in the rest of the page."""
        self._slashed = False
        """The last tag ended in ``/>``."""
        self._plainly = False
        """A tag had no end: from here on quotes do not protect a ``>``."""

    def text_up_to(self, start: int) -> Tag:
        """The text up to the next ``<``."""
        found = self._text(self.page[self.place : start])
        self.place = start
        return found

    def plain(self, start: int) -> Tag | None:
        """The tag that begins there, if it is written as nearly all are."""
        match = None if self._plainly else _PLAIN.match(self.page, start)
        if match is None or (name := match[2].lower()) in _RAW:
            return None
        given = _NONE if match[1] or not match[3] else _attributes(match[3])
        found = Tag("end" if match[1] else "start", name, given, self._number())
        self.place = match.end()
        return found

    def opened(self, start: int) -> Iterator[Tag]:
        """What a ``<`` opens."""
        if self.page.startswith("<!--", start):
            yield from self._skipped(start, start + 4, "-->")
        elif self._xml and self.page.startswith("<![CDATA[", start):
            yield from self._typed(start + 9)
        elif self.page.startswith(("<!", "<?"), start):
            yield from self._skipped(start, start + 2, ">")
        elif self.page.startswith("</", start) and _NAME.match(self.page, start + 2):
            name = _NAME.match(self.page, start + 2)
            end = self._find(">", start)
            if name is None or end < 0:
                yield self._sign()
            else:
                yield Tag("end", name[0].lower(), {}, self._number())
                self.place = end + 1
        elif name := _NAME.match(self.page, start + 1):
            yield from self._tag(name)
        else:
            yield self._sign()

    def _skipped(self, start: int, after: int, closing: str) -> Iterator[Tag]:
        end = self._find(closing, after)
        if end < 0:
            yield self._sign()
        else:
            self.place = end + len(closing)

    def _typed(self, start: int) -> Iterator[Tag]:
        """A CDATA section: what it holds is text as it was typed."""
        end = self._find("]]>", start)
        if end < 0:
            yield self._sign()
        else:
            yield Tag("text", self.page[start:end], {}, self._number())
            self.place = end + 3

    def _tag(self, name: re.Match[str]) -> Iterator[Tag]:
        given, end = self._attributes(name.end())
        if end < 0:
            self._plainly, self._slashed = True, False
            end = self._find(">", name.end()) + 1
            if not end:
                yield self._sign()
                return
        element = name[0].lower()
        whole = self._closes_itself(element, end)
        yield Tag("start", element, given, self._number(), whole)
        self.place = end
        if element in _RAW and not whole:
            yield from self._raw(element)

    def _closes_itself(self, element: str, end: int) -> bool:
        """Whether a tag that ends in ``/>`` is an element: always in XML; in HTML when its content would hold tags."""
        if not (self._slashed and (self._xml or element in _RAW)):
            return False
        following = self.page.find("<", end)
        return self._xml or not self.page.startswith(f"</{element}", following)

    def _attributes(self, place: int) -> tuple[dict[str, str], int]:
        """Attributes of a tag and the place after its ``>``, -1 when it has none."""
        given: dict[str, str] = {}
        if self._plainly:
            return given, -1
        while True:
            close = _CLOSE.match(self.page, place)
            if close:
                self._slashed = "/" in close[0]
                return given, close.end()
            match = _ATTRIBUTE.match(self.page, place)
            if not match or match.end() == place:
                return given, -1
            if match[1]:
                given.setdefault(match[1].lower(), _read((match[2] or "").strip("\"'")))
            place = match.end()

    def _raw(self, element: str) -> Iterator[Tag]:
        """The content of a script or a title, up to its end tag; none when it never ends."""
        if f"</{element}" in self._absent:
            return
        end = re.compile(rf"</{element}(?=[\s/>])", re.I).search(self.page, self.place)
        if end is None:
            self._absent.add(f"</{element}")
        elif end.start() > self.place:
            yield self._text(self.page[self.place : end.start()])
            self.place = end.start()

    def _find(self, closing: str, place: int) -> int:
        if closing in self._absent:
            return -1
        found = self.page.find(closing, place)
        if found < 0:
            self._absent.add(closing)
        return found

    def _sign(self) -> Tag:
        """A ``<`` that opens nothing."""
        tag = self._text("<")
        self.place += 1
        return tag

    def _text(self, raw: str) -> Tag:
        return Tag("text", _read(raw), {}, self._number())

    def _number(self) -> int:
        self._line += self.page.count("\n", self._counted, self.place)
        self._counted = self.place
        return self._line


@lru_cache(maxsize=_REMEMBERED)
def _attributes(written: str) -> Mapping[str, str]:
    """The attributes of a tag that is written as nearly all are; a page says the same ones many times."""
    given: dict[str, str] = {}
    for found in _GIVEN.finditer(written):
        given.setdefault(found[1].lower(), _read((found[2] or "").strip("\"'")))
    return given


def _read(raw: str) -> str:
    """Text with its entities read: what they hide is cleaned as what is typed was."""
    return revealed(unescape(raw)) if "&" in raw else raw
