"""Lossless tokens: words, numbers, blanks, signs; they concatenate to the text.

``tokenize("35kg, l’État")`` → ``35`` ``kg`` ``,`` `` `` ``l`` ``’`` ``État``. A change from digit to letter is a border
(a soft one), so that ``35kg`` and ``20h30`` come apart. Only here and in ``segmentation`` is text cut.
"""

from collections.abc import Iterator
from functools import cache
from unicodedata import category

from editions.model import Span, Token, TokenKind

_KINDS: dict[str, TokenKind] = {"L": "word", "M": "word", "Z": "space", "P": "punctuation"}


@cache
def kind(char: str) -> TokenKind:
    """Kind of one character. Only decimal digits make numbers: ``²`` and ``½`` are symbols."""
    if char.isspace():
        return "space"
    name = category(char)
    return "number" if name == "Nd" else _KINDS.get(name[0], "symbol")


def tokenize(text: str, start: int = 0) -> Iterator[Token]:
    """Tokens of ``text``, whose first character is at ``start`` of its block; signs are one character each."""
    begin = 0
    for end in range(1, len(text) + 1):
        if is_border(text, end):
            yield Token(kind(text[begin]), text[begin:end], Span(start + begin, start + end))
            begin = end


def is_border(text: str, place: int) -> bool:
    """Whether a token may begin or end at ``place``; true at both ends of the text."""
    if place <= 0 or place >= len(text):
        return True
    before, after = kind(text[place - 1]), kind(text[place])
    return before != after or before in ("punctuation", "symbol")
