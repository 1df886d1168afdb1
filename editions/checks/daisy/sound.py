"""The MP3s as the players of libraries want them: a constant bit rate, no tags.

Frames are counted here by themselves, not by what writes them. (ISO/IEC 11172-3 and 13818-3, 2.4.2.3.)
"""

from collections.abc import Iterator

from editions.checks.daisy.book import Book
from editions.model import Finding

_MPEG1 = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_MPEG2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
"""kb/s of layer III, by index."""
_RATES = (44100, 48000, 32000)
_TAGS = (b"ID3", b"APETAGEX")
_LAST_TAG = 128
"""Bytes of an ID3v1 tag, at the end."""


def findings(book: Book) -> Iterator[Finding]:
    """Of each MP3."""
    for name in (each for each in book.names if each.endswith(".mp3")):
        data = (book.folder / name).read_bytes()
        if data.startswith(_TAGS) or data[-_LAST_TAG:].startswith(b"TAG"):
            yield book.finding("daisy-sound", "porte des étiquettes, que de vieux lecteurs jouent comme du son", name)
            continue
        rates, end = _frames(data)
        if len(rates) != 1 or end != len(data):
            told = ", ".join(map(str, sorted(rates))) or "aucun"
            message = f"n'est pas un MP3 de débit constant : {told} kb/s, {len(data) - end} octets de trop"
            yield book.finding("daisy-sound", message, name)


def _frames(data: bytes) -> tuple[set[int], int]:
    """kb/s of all frames but the first, which only tells how long the sound is; where they end."""
    rates: set[int] = set()
    at = 0
    while at + 4 <= len(data) and (found := _frame(data, at)):
        rates |= {found[0]} if at else set()
        at += found[1]
    return rates, at


def _frame(data: bytes, at: int) -> tuple[int, int] | None:
    """kb/s and length of the frame at a place; None when none of layer III is there."""
    version, bits, rate = data[at + 1] >> 3 & 3, data[at + 2] >> 4, data[at + 2] >> 2 & 3
    if data[at] != 0xFF or data[at + 1] & 0xE6 != 0xE2 or version == 1 or bits in (0, 15) or rate == 3:
        return None
    kilobits = (_MPEG1 if version == 3 else _MPEG2)[bits]
    hertz = _RATES[rate] >> {3: 0, 2: 1, 0: 2}[version]
    return kilobits, (144 if version == 3 else 72) * kilobits * 1000 // hertz + (data[at + 2] >> 1 & 1)
