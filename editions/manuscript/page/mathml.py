"""MathML on one line: ``x²``, ``3⁄4``, ``√(x+1)``; figures never run together. Source: MathML Core.

What an element shows is made of what its children show, when it closes.
"""

from collections.abc import Mapping

from editions.manuscript import formulas
from editions.manuscript.page.elements import Event, Outline

_SPACED = frozenset("=≠<>≤≥≈≡∼→⇒⇔↔∈∉:")
"""Operators that part what is on their two sides."""
_INVISIBLE = dict.fromkeys(range(0x2061, 0x2065))
"""Function application, invisible times, comma and plus."""
_ACCENTS = {"¯": "\u0304", "‾": "\u0304", "→": "\u20d7", "^": "\u0302", "ˆ": "\u0302", "~": "\u0303", "˜": "\u0303",
            "˙": "\u0307", "¨": "\u0308"}  # fmt: skip
"""What stands over a letter, as a sign that belongs to it."""


class Formula:
    """One ``<math>`` while its events go by."""

    def __init__(self, page: Outline) -> None:
        self._page = page
        self._open: list[list[str]] = [[]]
        """Of each open element, what its children show."""

    def follow(self, event: Event) -> None:
        """Take an event in."""
        if event.kind == "text":
            self._open[-1] += [" ".join(event.text.translate(_INVISIBLE).split())] if event.text.strip() else []
        elif event.kind == "open":
            self._open.append([])
        elif len(self._open) > 1:
            element = self._page.elements[event.element]
            self._open[-2].append(_shown(element.name, element.given, self._open.pop()))

    def written(self) -> str:
        """The formula on its line."""
        return " ".join(_joined(self._open[-1]).split())


def _shown(name: str, given: Mapping[str, str], parts: list[str]) -> str:
    """What an element shows; what it lacks is empty."""
    first, second, third = (*parts, "", "", "")[:3]
    if name == "mfrac":
        return formulas.fraction(first, second)
    if name == "msqrt":
        return formulas.root(_joined(parts))
    if name == "mroot":
        return formulas.root(first, second)
    if name in ("msup", "msub", "msubsup", "munder", "mover", "munderover"):
        return _scripted(name, first, second, third)
    if name == "mfenced":
        between = given.get("separators", ",").strip()[:1]
        return given.get("open", "(") + f"{between} ".join(parts) + given.get("close", ")")
    if name in ("mtable", "mtr"):
        return ("; " if name == "mtable" else " ").join(parts)
    if name == "mo":
        sign = _joined(parts).replace("-", "−")  # a hyphen would be silent
        return f" {sign} " if sign in _SPACED else sign
    return f" {_joined(parts)} " if name in ("mtext", "mspace") else _joined(parts)


def _scripted(name: str, base: str, first: str, second: str) -> str:
    """A base with something low, something high, or both; what a sum runs through stands behind its sign."""
    if name.startswith("munder") and not base.strip().isalnum():
        return f"{base.strip()}({first}{f' … {second}' if second else ''}) "
    if name == "mover" and first.strip() in _ACCENTS:
        return base + _ACCENTS[first.strip()]
    if name in ("msup", "mover"):
        return formulas.power(base, first)
    low = formulas.indexed(base, first)
    return low + (formulas.power("", second) if second else "")


def _joined(parts: list[str]) -> str:
    """What stands side by side; two numbers are multiplied, and never one number."""
    written = ""
    for part in parts:
        if written[-1:].isdigit() and part[:1].isdigit():
            written += " × "
        written += part
    return written
