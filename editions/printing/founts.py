"""Founts: a face at one size, and the words set in it, each measured once.

A word becomes ``(width in points, code)``; the code is the inside of a PDF ``TJ`` array. Characters the face lacks are
set in the fallback face; those that lack there too are drawn as ``[U+4E2D]`` and stay extractable as themselves.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import groupby

from editions.printing import marks
from editions.printing.embedding import Embedding
from editions.printing.faces import Face, Glyph
from editions.printing.objects import numbers, text_string

_NARROW = 0.65
"""Width of a thin space as a part of a space: large print wants it seen."""
_THIN = "\u202f\u2009\u200a\u2006"
_DRAWN = str.maketrans({
    **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2007\u2008\u205f\u3000\t" + _THIN, " "),
    "\u2010": "-", "\u2011": "-",
})  # fmt: skip
"""Characters drawn as another one when the font lacks them; they come out of the PDF as themselves."""
_APART = re.compile(f"([{marks.GLUE}{''.join((*marks.SPACED, *marks.UNSEEN.values()))}])")
"""Marks at which letters are not kerned."""
_STRAIGHT = {ord(mark): marks.MEANT[mark] if mark != marks.HYPHEN else "-" for mark in marks.DRAWN}
Word = tuple[float, str]
Family = Callable[[str], Embedding | None]
"""Which font draws a character; None when none can."""


def invisible(character: str) -> bool:
    """Controls and format characters (soft hyphen, joiners, direction marks, variation selectors) leave no ink."""
    return unicodedata.category(character) in ("Cc", "Cf") or "\ufe00" <= character <= "\ufe0f"


def inked(text: str) -> bool:
    """Whether anything of a text is seen."""
    return any(not (character.isspace() or invisible(character)) for character in text)


@cache
def plain_characters(face: Face) -> frozenset[str]:
    """What a face draws as it is, letter beside letter: Latin, Greek, Cyrillic, signs; no thin spaces."""
    codes = (code for code in face.characters if code < 0x300 or 0x370 <= code < 0x483 or 0x1E00 <= code < 0x2C00)
    return frozenset(c for c in map(chr, codes) if c not in _THIN and not invisible(c))


class Fount:
    """One face at one size."""

    def __init__(
        self, main: Embedding, family: Family, size: float, letter_gap: float = 0, word_gap: float = 0, ink: str = ""
    ) -> None:
        """``letter_gap``, ``word_gap``: more white, in parts of the size; ``ink``: how the letters are painted."""
        self.main = main
        self.size = size
        self.select = f"/{main.resource} {numbers(size)} Tf{ink}"
        self._family = family
        self._letter_gap = letter_gap * 1000
        self._words: dict[str, Word] = {}
        self._pairs: dict[str, Word] = {}
        self._shapes = {ord(mark): drawn for mark, drawn in marks.DRAWN.items() if ord(drawn) in main.face.characters}
        """What is drawn for a mark; a face without curved quotes draws the straight ones."""
        self._shapes = {**_STRAIGHT, **self._shapes}
        self._plain = plain_characters(main.face) | frozenset(marks.DRAWN)
        width, code = self._set(" ")
        self.space: Word = (width + word_gap * size, code + f" {-word_gap * 1000:.0f}" if word_gap else code)
        self._words[marks.GLUE] = self.space
        self._words |= {mark: self._spaced(mark, drawn) for mark, drawn in marks.SPACED.items()}
        self._words |= {mark: self._unseen(mark) for mark in marks.UNSEEN.values()}

    def word(self, text: str) -> Word:
        """Width and code of a text without line break."""
        word = self._words.get(text)
        if word is None:
            parts = [part for part in _APART.split(text) if part]
            word = self._words[text] = self._beside(parts) if len(parts) > 1 else self._set(text)
        return word

    def _beside(self, parts: Sequence[str]) -> Word:
        words = [self.word(part) for part in parts]
        return sum(width for width, _ in words), "".join(code for _, code in words).replace("><", "")

    def _spaced(self, mark: str, drawn: str) -> Word:
        """A guillemet and its blank, which stand for a straight quote."""
        if ord(drawn.strip("\u00a0")) not in self.main.face.characters:
            return self._set(marks.MEANT[mark])
        width, code = self._set(drawn)
        return width, _actual(marks.MEANT[mark], code)

    def _unseen(self, mark: str) -> Word:
        """What is read where nothing stands: a blank, and back again."""
        width, code = self._set(" ")
        return 0.0, _actual(marks.MEANT[mark], f"{code} {numbers(width / self.size * 1000)}")

    def width(self, text: str) -> float:
        """Width in points."""
        return self.word(text)[0]

    def longest(self, words: Sequence[str]) -> float:
        """Width in points of the widest word."""
        return max(map(self.width, words), default=0.0)

    def line_width(self, text: str) -> float:
        """Width in points of words on one line."""
        words = text.split(" ")
        return sum(self.word(word)[0] for word in words) + (len(words) - 1) * self.space[0]

    def _set(self, text: str) -> Word:
        if self._plain.issuperset(text):
            return self._paired(text)
        text = "".join(c for c in unicodedata.normalize("NFC", text) if not invisible(c))
        if self._plain.issuperset(text):
            return self._paired(text)
        width, code = 0.0, ""
        for font, run in groupby(text, self._font_of):
            letters = "".join(run)
            w, c = self._missing(letters) if font is None else self._run(font, letters)
            if font not in (None, self.main):
                c = f"]TJ /{font.resource} {numbers(self.size)} Tf [{c}]TJ {self.select} ["
            width, code = width + w, code + c
        return width, code.replace("><", "")

    def _paired(self, text: str) -> Word:
        """A word of letters that stand side by side: its pairs, each shaped once for the whole file."""
        width, parts = 0.0, []
        pairs = self._pairs
        for i in range(len(text)):
            pair = text[i : i + 2]
            known = pairs.get(pair)
            if known is None:
                known = pairs[pair] = self._pair(pair)
            width += known[0]
            parts.append(known[1])
        return width, "".join(parts).replace("><", "")

    def _pair(self, pair: str) -> Word:
        """The first letter of a pair, kerned to the second."""
        drawn = pair.translate(self._shapes)
        glyphs = self.main.face.shape(drawn)
        if len(glyphs) != len(pair):  # one glyph for both: rather two
            glyphs = self.main.face.shape(drawn[0])
        return self._glyphs(self.main, pair, glyphs[:1])

    def _font_of(self, character: str) -> Embedding | None:
        if ord(character) in self.main.face.characters or character in marks.DRAWN:
            return self.main
        drawn = character.translate(_DRAWN)
        return self.main if ord(drawn) in self.main.face.characters else self._family(character)

    def _run(self, font: Embedding, text: str, drawn: str = "") -> Word:
        face = font.face
        drawn = drawn or "".join(
            c if ord(c) in face.characters and c not in _THIN else c.translate(_DRAWN)
            for c in text.translate(self._shapes)
        )
        glyphs = face.shape(drawn)
        if [glyph[1] for glyph in glyphs] != list(range(len(text))):
            return self._joined(font, text, glyphs)
        return self._glyphs(font, text, glyphs)

    def _glyphs(self, font: Embedding, text: str, glyphs: Sequence[Glyph]) -> Word:
        """Codes with the corrections that bring each natural width to the kerned one."""
        parts, total, gap = [], 0.0, self._letter_gap
        for glyph, index, advance in glyphs:
            character = text[index]
            code, natural = font.code(glyph, marks.MEANT.get(character, character))
            wanted = advance * _NARROW if character in _THIN else advance
            correction = round(natural - wanted - gap)
            parts.append(f"{code}>{correction}<" if correction else code)
            total += natural - correction
        return total * self.size / 1000, f"<{''.join(parts)}>".replace("<>", "")

    def _joined(self, font: Embedding, text: str, glyphs: Sequence[Glyph]) -> Word:
        """Right-to-left and joining scripts: glyphs as they are drawn, the text as it is read."""
        width, code = self._glyphs(font, text, glyphs)
        return width, _actual(text, code)

    def _missing(self, text: str) -> Word:
        width, code = 0.0, ""
        for character in text:
            w, c = self._run(self.main, f"[U+{ord(character):04X}]")
            width, code = width + w, code + _actual(character, c)
        return width, code


def _actual(text: str, code: str) -> str:
    """Code that stands for ``text`` whatever its glyphs say (ISO 32000-1, 14.9.4)."""
    return f"]TJ /Span <</ActualText {text_string(text)}>> BDC [{code}]TJ EMC ["


_NOT_LATIN = re.compile(r"[^\x00-\u024f]")
"""What the fallback may not have: Latin it has whole."""


def undrawn(text: str, characters: frozenset[int]) -> Iterator[str]:
    """The characters of a text that are not among those the fonts can draw."""
    for character in dict.fromkeys(_NOT_LATIN.findall(unicodedata.normalize("NFC", text))):
        drawn = character.translate(_DRAWN)
        if ord(drawn) not in characters and not invisible(character) and not character.isspace():
            yield character


def ink_above(face: Face) -> float:
    """Where the middle of a capital lies above the baseline, in parts of the size."""
    return face.cap_height / 2000
