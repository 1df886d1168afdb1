"""Words as the style of a page shows them: in capitals, struck out."""

from functools import cache

from editions import tables
from editions.manuscript.page.elements import Outline
from editions.manuscript.page.parts import Parts

_STRUCK = frozenset({"s", "strike", "del"})
_FEW = 2
"""Words in capitals that are shown so; a whole sentence in capitals is harder to read, and stays as it is written."""
_NEAR = 30
"""Events of an element that holds a few words."""


class Shown:
    """What the elements of a page do to the words in them."""

    def __init__(self, page: Outline, parts: Parts) -> None:
        self._page = page
        self._struck: set[int] = set()
        self._upper: dict[int, int] = {}
        """Elements in capitals, and the one that makes them so."""
        self._short: dict[int, bool] = {}
        for number, element in enumerate(page.elements):
            told = parts.told.get(number, {})
            lined = told.get("text-decoration", "") + told.get("text-decoration-line", "")
            if (
                element.parent in self._struck
                or "line-through" in lined
                or (element.name in _STRUCK and "none" not in lined)
            ):
                self._struck.add(number)
            case = told.get("text-transform")
            if case == "uppercase":
                self._upper[number] = number
            elif case is None and element.parent in self._upper:
                self._upper[number] = self._upper[element.parent]

    def is_struck(self, number: int) -> bool:
        """Whether the words of an element are crossed out."""
        return number in self._struck

    def cased(self, number: int, text: str) -> str:
        """The words of an element, in capitals if they are a few that are shown so, or acronyms among many."""
        if number not in self._upper or not text.strip():
            return text
        if self._is_short(self._upper[number]):
            return text.upper()
        return "".join(part.upper() if part.upper() in _acronyms() else part for part in _parted(text))

    def _is_short(self, number: int) -> bool:
        """Whether an element holds a few words and no more; a long one is not read to its end."""
        if number not in self._short:
            start, end = self._page.extent(number)
            stretch = self._page.events[start : min(end, start + _NEAR)]
            words = sum(len(event.text.split()) for event in stretch if event.kind == "text")
            self._short[number] = words <= _FEW and end - start <= _NEAR
        return self._short[number]


@cache
def _acronyms() -> frozenset[str]:
    return frozenset(row[0] for row in tables.table("dictionaries/acronyms") if row[0].isupper())


def _parted(text: str) -> list[str]:
    """Words and what stands between them."""
    parts = [""]
    for character in text:
        if parts[-1] and parts[-1][-1].isalnum() != character.isalnum():
            parts.append("")
        parts[-1] += character
    return parts
