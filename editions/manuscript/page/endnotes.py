"""The notes of a page: items to which a raised or bracketed number leads, « <sup><a href="#fn3">3</a></sup> ».

found = Endnotes(page)
found.signs        # {42: "[3]"}: the element 42 is the note that is called 3
found.returns      # links back to the call, which say nothing: « ↩ »
"""

import re
from collections.abc import Iterator

from editions.manuscript.page.elements import Element, Outline

_NUMBER = re.compile(r"[\[(]?(?P<number>\d{1,3})[\])]?")
_NEAR = 3
"""Elements around a link among which one may raise it."""


class Endnotes:
    """What calls and what is called on a page."""

    def __init__(self, page: Outline) -> None:
        links = [n for n, element in enumerate(page.elements) if element.name == "a" and _leads_to(element)]
        called = dict(_called(page, links))
        self.signs: dict[int, str] = {
            number: f"[{called[element.given['id']]}]"
            for number, element in enumerate(page.elements)
            if called and element.name == "li" and element.given.get("id") in called
        }
        """What each note is called by, by the number of its element."""
        self.returns = frozenset(self._arrows(page, links)) if self.signs else frozenset()
        """Links of the notes that lead back and have no words."""

    def _arrows(self, page: Outline, links: list[int]) -> Iterator[int]:
        for link in links:
            wordless = not any(map(str.isalnum, page.words(link)))
            if wordless and any(around in self.signs for around in page.around(link, _NEAR)):
                yield link


def _leads_to(element: Element) -> str:
    """The identifier to which a link leads on its own page; empty for none."""
    target = element.given.get("href", "").strip()
    return target[1:] if target.startswith("#") else ""


def _called(page: Outline, links: list[int]) -> Iterator[tuple[str, str]]:
    for link in links:
        words = _NUMBER.fullmatch(page.words(link))
        if words and (not words[0].isdigit() or _is_raised(page, link)):
            yield _leads_to(page.elements[link]), words["number"]


def _is_raised(page: Outline, link: int) -> bool:
    near = [*page.around(link, _NEAR), *page.inside(link)]
    return any(page.elements[number].name == "sup" for number in near)
