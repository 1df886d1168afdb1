"""Pictures of a page: which file, and whether one is a sign inside a sentence."""

import re

from editions.manuscript.page.elements import Element
from editions.manuscript.page.names import says

_LATER = ("data-src", "data-lazy-src", "data-original", "data-srcset", "srcset")
"""Where pages that load their pictures late have the address."""
_SMALL = 40
"""Pixels of a sign, at most."""
_LETTERS = 3
"""The same in heights of letters."""


def source(element: Element) -> str:
    """The address of a picture; empty for a dot that only counts readers, or draws a blank."""
    given = element.given
    address = given.get("src", "").strip()
    if not address or address.startswith("data:"):
        later = next((given[name].strip() for name in _LATER if given.get(name, "").strip()), "")
        address = re.split(r"[\s,]", later)[0] or address
    sizes = [given.get("width", "").strip(), given.get("height", "").strip()]
    if given.get("role") in ("presentation", "none") or any(size in ("0", "1", "0px", "1px") for size in sizes):
        return ""
    return address


def is_of_a_line(element: Element, alt: str) -> bool:
    """Whether a picture is a sign among words: an emoji, the euro sign, a formula."""
    if not alt:
        return False
    if says(element, "small") or not any(map(str.isalpha, alt)):
        return True
    return any(_is_small(size) for size in _sizes(element))


def _sizes(element: Element) -> list[str]:
    styled = re.findall(r"(?:^|[;\s])(?:width|height)\s*:\s*([\d.]+(?:px|r?em|ex)?)", element.given.get("style", ""))
    return [*styled, element.given.get("width", ""), element.given.get("height", "")]


def _is_small(size: str) -> bool:
    match = re.fullmatch(r"\s*(\d{1,4}(?:\.\d+)?|\.\d+)\s*(px|r?em|ex)?\s*", size)
    if match is None:
        return False
    return float(match[1]) <= (_SMALL if match[2] in (None, "px") else _LETTERS)
