"""Characters that do not belong in an article: control characters, invisible ones, private glyphs, broken accents.

``clean(text, name, note)`` gives text in NFC whose only control characters are ``\\n`` and tab, in ordinary letters
(``compatibility``). What is taken out is invisible, or named in a finding.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable

from editions.manuscript import compatibility
from editions.model import Finding

_PARAGRAPH = re.compile("\u2029|\f")
_LINE = re.compile("\r\n|[\r\u2028\u0085\v]")
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufe00-\ufe0f\ufff9-\ufffb\U000e0000-\U000e0fff]"
    "|\u200d(?![\u2190-\u2bff\U0001f000-\U0001faff])"  # a joiner is kept inside an emoji
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_BULLETS = str.maketrans({"\uf0b7": "•", "\uf0a7": "▪", "\uf076": "•", "\uf0d8": "➤", "\uf0fc": "✓"})
"""Private code points that Word's Symbol and Wingdings fonts show as bullets."""
_ODD = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ue000-\uf8ff"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
"""All that the patterns above may find."""
_BEYOND_ASCII = re.compile("[^\x00-\x7f]{2,}")
_DAMAGED = "éèêëàâîïôùûüçœæÿÉÈÊËÀÂÎÏÔÙÛÜÇŒÆŸ«»’‘“”„–—…€°²³ñáíóöä\u00a0\u202f"


def clean(text: str, name: str, note: Callable[[Finding], None]) -> str:
    """Text in NFC, lines ended by ``\\n``; ``note`` hears of what was taken out and of what looks damaged."""
    report(text, name, note)
    return cleaned(text)


def cleaned(text: str) -> str:
    """The same, without a word about it."""
    if text.isascii() and text.isprintable():
        return text
    if _is_odd(text):
        text = _broken_in_lines(text)
        text = _INVISIBLE.sub("", _PRIVATE.sub("", _CONTROL.sub("", text)))
    return unicodedata.normalize("NFC", compatibility.plain(text))


def _is_odd(text: str) -> bool:
    """Whether a text has characters that do not belong in it; its different ones are few, and soon looked at."""
    return _ODD.search(compatibility.signs(text)) is not None


def revealed(text: str) -> str:
    """A text whose entities were just read, cleaned as if they had been typed: ``&shy;`` is as invisible as U+00AD."""
    return cleaned(text)


def report(text: str, name: str, note: Callable[[Finding], None]) -> None:
    """Findings about the characters of a raw text, with the numbers of their lines."""
    odd = _is_odd(text)
    text = _broken_in_lines(text) if odd else text
    _mojibake(text, name, note)
    if odd:
        _named("text-control", _CONTROL, "caractères de commande retirés", text, name, note)
        _named("text-private", _PRIVATE, "caractères sans signification hors de leur police, retirés", text, name, note)
    _dressed(text, name, note)
    if "\ufffd" in text:
        lines = [number for number, line in enumerate(text.split("\n"), 1) if "\ufffd" in line]
        message = f"caractères perdus « \ufffd »{_listed(lines)}"
        note(Finding("text-damaged", f"{name}:{lines[0]}", message, "Copiez de nouveau l'article depuis sa source."))


def _broken_in_lines(text: str) -> str:
    text = _LINE.sub("\n", _PARAGRAPH.sub("\n\n", text))
    return text.translate(_BULLETS) if _PRIVATE.search(text) else text


def _named(
    code: str, pattern: re.Pattern[str], what: str, text: str, name: str, note: Callable[[Finding], None]
) -> None:
    if not pattern.search(text):
        return
    places = [(number, found) for number, line in enumerate(text.split("\n"), 1) for found in pattern.findall(line)]
    points = ", ".join(f"U+{ord(point):04X}" for point in sorted({found for _, found in places}))
    lines = _listed(sorted({number for number, _ in places}))
    note(Finding(code, f"{name}:{places[0][0]}", f"{what} : {points}{lines}", "Relisez ces lignes."))


def _dressed(text: str, name: str, note: Callable[[Finding], None]) -> None:
    """Says which signs became ordinary letters, and where: they are what a PDF or a social network made of them."""
    if not compatibility.is_dressed(text):
        return
    lines = {number: list(compatibility.dressed(line)) for number, line in enumerate(text.split("\n"), 1)}
    found = dict(pair for pairs in lines.values() for pair in pairs)
    if found:
        shown = ", ".join(f"{sign} → {letters}" for sign, letters in list(found.items())[:6])
        shown += ", …" if len(found) > 6 else ""
        numbers = [number for number, pairs in lines.items() if pairs]
        message = f"lettres d'un autre jeu écrites en lettres ordinaires{_listed(numbers)} : {shown}"
        note(Finding("text-compatibility", f"{name}:{numbers[0]}", message, "Relisez ces mots."))


def _mojibake(text: str, name: str, note: Callable[[Finding], None]) -> None:
    lines = [number for number, line in enumerate(text.split("\n"), 1) if not line.isascii() and is_mojibake(line)]
    if lines:
        message = f"accents abîmés (du texte UTF-8 a été relu comme du Windows-1252){_listed(lines)}"
        note(Finding("text-mojibake", f"{name}:{lines[0]}", message, "Copiez de nouveau l'article depuis sa source."))


def is_mojibake(line: str) -> bool:
    """Whether a line holds UTF-8 that was read as Windows-1252, such as « Ã© » for « é »."""
    return any(_repaired(run) for run in _BEYOND_ASCII.findall(line))


def _repaired(run: str) -> bool:
    data = b"".join(
        character.encode("cp1252", errors="ignore") or character.encode("latin-1", errors="ignore") for character in run
    )
    found = [c for c in data.decode("utf-8", errors="ignore") if c in _DAMAGED]
    return bool(found) and 2 * len(found) <= len(data)


def _listed(lines: Iterable[int]) -> str:
    numbers = list(lines)
    shown = ", ".join(map(str, numbers[:10])) + (", …" if len(numbers) > 10 else "")
    return f" (ligne{'s' if len(numbers) > 1 else ''} {shown})"
