"""Letters in another dress become ordinary ones: ``ﬁ`` of a PDF, ``㎞``, ``Ⅻ``, ``𝗯𝗼𝗹𝗱`` of social networks, ``³⁄₄``.

    plain("eﬀort de 5 ㎞ au ⅩⅨᵉ siècle")      # « effort de 5 km au XIXᵉ siècle »

They look like letters, but no voice, search or lexicon knows them. Source: Unicode Character Database, decompositions
(UAX #15); signs with a meaning of their own (``µ``, ``…``, ``½``, ``²``, ``№``) stay.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

_DRESSED = re.compile(
    "[\u0132\u0133\u0149\u017f\u01c4-\u01cc\u01f1-\u01f3\u2024\u2025\u203c\u2047-\u2049\u2100-\u214f\u2160-\u217f"
    "\u2474-\u24b5\u24eb-\u24f4\u3000\u3200-\u33ff\ufb00-\ufb4f\ufe50-\ufe6b\uff01-\uffee"
    "\U0001d400-\U0001d7ff\U0001ee00-\U0001eeff\U0001f100-\U0001f12f]"
)
_FORMS = ("<font>", "<wide>", "<narrow>", "<square>", "<compat>")
_OWN_MEANING = frozenset("\u2116\u2122\u2120\u2126\u212a\u212b\u2135\u2136\u2137\u2138")
"""``№`` and ``™`` are read as such; Kelvin, ohm and ångström have canonical forms of their own."""
_RING = re.compile("[\u24b6-\u24e9\U0001f130-\U0001f149\U0001f150-\U0001f169\U0001f170-\U0001f189]{2,}")
"""Letters in circles and boxes: two of them are a word, one alone is a sign (``🅰``, ``Ⓟ``)."""
_RINGS = ((0x24B6, "A"), (0x24D0, "a"), (0x1F130, "A"), (0x1F150, "A"), (0x1F170, "A"))
_SMALL = re.compile(
    "[\u1d00\u0299\u1d04\u1d05\u1d07\ua730\u0262\u029c\u026a\u1d0a\u1d0b\u029f\u1d0d\u0274\u1d0f\u1d18\u0280\ua731"
    "\u1d1b\u1d1c\u1d20\u1d21\u028f\u1d22]{3,}"
)
"""Small capitals of phoneticians, by which social networks dress a word; one alone is a sign of theirs."""
_SMALL_CAPITALS = dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz", strict=True))
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LOWERED = "₀₁₂₃₄₅₆₇₈₉"
_FRACTION = re.compile(f"([{_RAISED}]+)[\u2044/]([{_LOWERED}]+)")
_FIGURES = str.maketrans(_RAISED + _LOWERED, "0123456789" * 2)


_ANY = re.compile(
    "|".join((_DRESSED.pattern, *(p.pattern.partition("]")[0] + "]" for p in (_RING, _SMALL)), f"[{_LOWERED}]"))
)


@lru_cache(maxsize=1)
def signs(text: str) -> str:
    """The different characters of a text, which are few and soon looked at; the last text's are at hand."""
    return "".join(set(text))


def is_dressed(text: str) -> bool:
    """Whether there may be anything to change."""
    return not text.isascii() and _ANY.search(signs(text)) is not None


def plain(text: str) -> str:
    """The text in ordinary letters; the caller makes it NFC, since accents may follow as signs of their own."""
    if not is_dressed(text):
        return text
    text = _DRESSED.sub(lambda match: _undressed(match[0]), text)
    text = _RING.sub(lambda match: "".join(map(_unringed, match[0])), text)
    text = _SMALL.sub(lambda match: "".join(_SMALL_CAPITALS[letter] for letter in match[0]), text)
    return _FRACTION.sub(_figures, text)


def _figures(match: re.Match[str]) -> str:
    """A fraction in ordinary figures; a blank parts it from the whole number before: « 2 1⁄2 »."""
    blank = "\u00a0" if match.string[match.start() - 1 : match.start()].isdigit() else ""
    return blank + f"{match[1]}\u2044{match[2]}".translate(_FIGURES)


def dressed(text: str) -> Iterable[tuple[str, str]]:
    """Each stretch that ``plain`` changes but blanks and fractions, and what becomes of it, in order."""
    for pattern in (_DRESSED, _RING, _SMALL):
        for match in pattern.finditer(text):
            if (found := plain(match[0])) != match[0] and found.strip():
                yield match[0], found


@cache
def _undressed(sign: str) -> str:
    """One decomposition after the other, as long as they only change the form: ``㎡`` is ``m²``, not ``m2``."""
    form, _, points = unicodedata.decomposition(sign).partition(" ")
    if sign in _OWN_MEANING or form not in _FORMS:
        return sign
    letters = "".join(chr(int(point, 16)) for point in points.split())
    return "".join(map(_undressed, letters)) if letters.strip() or sign == "\u3000" else sign


def _unringed(sign: str) -> str:
    first, letter = max((start, letter) for start, letter in _RINGS if start <= ord(sign))
    return chr(ord(letter) + ord(sign) - first)
