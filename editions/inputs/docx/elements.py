"""Elements of Office XML by short names: ``w:p`` for words, ``m:f`` for formulas, the bare name for all else.

name(element)                        # "w:p", "blip"…; empty for a comment
value(element), value(element, "id") # an attribute whatever its namespace, "" when it is not there
"""

from collections.abc import Iterator
from functools import cache

from lxml import etree

Element = etree._Element

_PREFIXES = {
    "wordprocessingml": "w:",
    "officeDocument/2006/math": "m:",
    "officeDocument/math": "m:",
    "drawingml/2006/chart": "c:",
    "drawingml/chart": "c:",
}
_OFF = ("0", "false", "off", "none", "no")


_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FOREIGN = ("id", "embed")
"""Attributes that elements of the words have from elsewhere."""
_NAMES: dict[object, str] = {}
"""By tag; a document has hundreds of thousands of elements and a hundred tags."""


def _short(tag: object) -> str:
    """Kept for the next one; that of a comment or an instruction is empty."""
    space, _, local = tag.rpartition("}") if isinstance(tag, str) else ("", "", "")
    _NAMES[tag] = next((prefix for part, prefix in _PREFIXES.items() if part in space), "") + local if local else ""
    return _NAMES[tag]


def name(element: Element) -> str:
    """Short name of an element; empty for comments and instructions."""
    found = _NAMES.get(element.tag)
    return _short(element.tag) if found is None else found


@cache
def _local(key: str) -> str:
    return key.rpartition("}")[2]


def value(element: Element | None, attribute: str = "val") -> str:
    """An attribute by its local name."""
    if element is None:
        return ""
    usual = element.get(_W + attribute)
    if usual is not None:
        return str(usual)
    if attribute not in _FOREIGN and str(element.tag).startswith(_W):
        return ""
    return next((str(found) for key, found in element.attrib.items() if _local(str(key)) == attribute), "")


def number(element: Element | None, attribute: str = "val", default: int = 0) -> int:
    """An attribute that is a whole number of at most six figures."""
    written = value(element, attribute)
    return int(written) if written.lstrip("-").isdecimal() and len(written) < 7 else default


def is_on(element: Element | None) -> bool:
    """Whether a property is there and not turned off."""
    return element is not None and value(element) not in _OFF


def child(element: Element | None, *names: str) -> Element | None:
    """The element at the end of a path of short names, the first of each."""
    for wanted in names:
        if element is None:
            return None
        for found in element:
            if name(found) == wanted:
                element = found
                break
        else:
            return None
    return element


def inside(element: Element, *names: str) -> Iterator[Element]:
    """All elements of these names inside, in order."""
    tags = [f"{{*}}{called.rpartition(':')[2]}" for called in names]
    return (found for found in element.iter(*tags) if name(found) in names)


def outermost(element: Element, *names: str) -> Iterator[Element]:
    """Those of these names that stand in no other one of them."""
    waiting = [*element][::-1]
    while waiting:
        found = waiting.pop()
        if name(found) in names:
            yield found
        else:
            waiting += [*found][::-1]
