"""Letters of symbol fonts as the signs that they show: ``sign("Symbol", "\\uf0b3") == "≥"``."""

from functools import cache
from pathlib import Path

from editions.tables import rows

_PRIVATE = 0xF000
"""Word writes the code of such a letter, or adds this to it."""


@cache
def _signs() -> dict[str, dict[int, str]]:
    found: dict[str, dict[int, str]] = {}
    for _, (font, first, signs) in rows((Path(__file__).parent / "symbols.tsv").read_text(encoding="utf-8")):
        found.setdefault(font.lower(), {}).update(enumerate(signs, int(first, 16)))
    return found


def is_symbolic(font: str) -> bool:
    """Whether the letters of a font are signs."""
    return font[:1] in "SsWw" and font.lower() in _signs()


def shown(font: str, text: str) -> str:
    """A text in a font; letters without a sign stay as they are."""
    if not is_symbolic(font):
        return text
    signs = _signs()[font.lower()]
    codes = (ord(letter) - _PRIVATE if ord(letter) > _PRIVATE else ord(letter) for letter in text)
    return "".join(signs.get(code, letter) for code, letter in zip(codes, text, strict=True))
