"""Words as the style of a page shows them: in capitals, struck out."""

from editions import tables
from editions.manuscript.page.elements import Outline
from editions.manuscript.page.parts import Parts

_STRUCK = frozenset({"s", "strike", "del"})
_FEW = 2
"""Words in capitals that are shown so; a whole sentence in capitals is harder to read, and stays as it is written."""


class Shown:
    """What the elements of a page do to the words in them."""

    def __init__(self, page: Outline, parts: Parts) -> None:
        self._page = page
        self._struck: set[int] = set()
        self._upper: dict[int, int] = {}
        """Elements in capitals, and the one that makes them so."""
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
        words = self._page.words(self._upper[number]).split()
        if len(words) <= _FEW:
            return text.upper()
        known = tables.table("dictionaries/acronyms")
        acronyms = {row[0] for row in known if row[0].isupper()}
        return "".join(part.upper() if part.upper() in acronyms else part for part in _parted(text))


def _parted(text: str) -> list[str]:
    """Words and what stands between them."""
    parts = [""]
    for character in text:
        if parts[-1] and parts[-1][-1].isalnum() != character.isalnum():
            parts.append("")
        parts[-1] += character
    return parts
