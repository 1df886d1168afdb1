"""Straight quotes as French sets them: which apostrophe is curved, which sign opens a quotation and which closes it.

``Sorted`` signs stand one for one in the place of the straight ones, so that no place in the text moves::

    curved('"Il a dit \\'non\\'", dit-il.', Signs(…))

Guillemets outside, curved double quotes inside. Primes of minutes, feet and inches stay straight (« 5'30" »), and so do
web addresses.
"""

import re
from dataclasses import dataclass

from editions.french.typography import protected

_QUOTES = "\"'"
_INSIDE = re.compile(r"(?<=[^\W\d_])'(?=\w)")
"""An apostrophe between letters: nearly all of them."""
_SIGN = re.compile("[\"'«»“”]")
_STRETCH = re.compile("([\t\n\u2028])")
_BEFORE_WORDS = frozenset("([{«“‘-–—/…\u2019")


@dataclass(frozen=True, slots=True)
class Signs:
    """What stands for each straight sign, one character each."""

    apostrophe: str
    opening: str
    closing: str
    opening_apart: str
    """An opening sign that a blank follows already."""
    closing_apart: str
    inner_opening: str
    inner_closing: str
    single_opening: str
    single_closing: str
    blanks: frozenset[str]
    """What counts as a blank."""


def curved(text: str, signs: Signs) -> str:
    """The text with the signs of French in the place of straight ones; each line and each cell by itself."""
    if not any(sign in text for sign in _QUOTES):
        return text
    return "".join(_curved(stretch, signs) for stretch in _STRETCH.split(text))


def _curved(text: str, signs: Signs) -> str:
    kept = protected(text)
    if not kept:
        text = _INSIDE.sub(signs.apostrophe, text)
        if not any(sign in text for sign in _QUOTES):
            return text
    made = _Quoting(text, signs)
    parts, place = [], 0
    for match in _SIGN.finditer(text):
        here = match.start()
        if kept and kept[here]:
            continue
        parts += [text[place:here], made.sign(match[0], here)]
        place = here + 1
    return "".join([*parts, text[place:]])


class _Quoting:
    """Which quotations are open, from the first sign of a text to the last."""

    def __init__(self, text: str, signs: Signs) -> None:
        self._text = text
        self._signs = signs
        self._open: list[str] = []
        """The sign that closes each quotation that is open."""

    def sign(self, sign: str, here: int) -> str:
        """What is set for a sign at a place; the ones of prose only tell what is open."""
        before = self._text[here - 1 : here]
        after = self._text[here + 1 : here + 2]
        if sign in "«“":
            self._open.append(sign)
            return sign
        if sign in "»”":
            self._close()
            return sign
        return self._single(before, after, here) if sign == "'" else self._double(before, after)

    def _single(self, before: str, after: str, here: int) -> str:
        if before.isdigit() and not after.isalpha():
            return "'"
        if self._blank(before) or before in _BEFORE_WORDS:
            closing = re.compile(r"[^\W_]'(?!\w)").search(self._text, here + 1, here + 200)
            if closing and after.isalnum():
                self._open.append("'")
                return self._signs.single_opening
        elif "'" in self._open and not after.isalnum():
            self._open.remove("'")
            return self._signs.single_closing
        return self._signs.apostrophe

    def _double(self, before: str, after: str) -> str:
        opens = self._blank(before) or before in _BEFORE_WORDS or before == self._signs.apostrophe
        closes = self._blank(after) or not after.isalnum()
        if opens == closes:
            opens = '"' not in self._open
        if before.isdigit() and '"' not in self._open:
            return '"'
        if opens:
            return self._opening(after)
        return self._closing(before)

    def _opening(self, after: str) -> str:
        inner = any(sign in self._open for sign in ("«", '"'))
        self._open.append('"' if not inner else "inner")
        if inner:
            return self._signs.inner_opening
        return self._signs.opening_apart if self._blank(after) and after else self._signs.opening

    def _closing(self, before: str) -> str:
        if "inner" in self._open:
            self._open.remove("inner")
            return self._signs.inner_closing
        if '"' in self._open:
            self._open.remove('"')
        return self._signs.closing_apart if self._blank(before) and before else self._signs.closing

    def _close(self) -> None:
        if self._open:
            self._open.pop()

    def _blank(self, character: str) -> bool:
        return not character or character.isspace() or character in self._signs.blanks
