"""From the bytes of a text file to clean text: which encoding, which characters are no text at all.

``text_of(path, note)`` is what the formats made of plain text call. UTF-8 is tried first, for it cannot be mistaken
for anything else; then UTF-16; then the old one-byte encodings are compared by how French they make the text look.
"""

import codecs
import os
import re
import stat
from collections.abc import Callable
from pathlib import Path

from editions.errors import ArticleError, reason
from editions.manuscript import characters
from editions.model import Finding, shown

LARGEST = 50_000_000
"""Bytes of any file: a Word document carries its photos."""
LARGEST_TEXT = 1_000_000
"""Bytes of plain text: the longest article that is made, in the widest encoding."""

_SIGNATURES = (b"\x1f\x8b", b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF",
               b"\x7fELF", b"ID3", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!", b"OggS", b"{\\rtf")  # fmt: skip
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
          (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
_ONE_BYTE = ("cp1252", "iso8859-15", "mac-roman")
_NAMES = {"cp1252": "Windows-1252", "iso8859-15": "ISO-8859-15", "mac-roman": "Mac Roman"}
_CONTROLS = bytes(sorted(frozenset(range(32)) - frozenset(b"\t\n\r\f\v")))
_FRENCH = frozenset("éèêëàâîïôùûüçœæÿÉÈÊËÀÂÎÏÔÙÛÜÇŒÆŸ")
_SHOWN = re.compile("[\u00ad\u00ac](?=[ \t]*\r?\n)")
"""Signs that cut a word at the end of a line, and are seen only there."""


def bytes_of(path: Path, largest: int = LARGEST) -> bytes:
    """The whole content of an ordinary file; ArticleError for anything else, and for a file of too many bytes."""
    name = shown(path.name)
    try:
        facts = os.stat(path)
        if stat.S_ISDIR(facts.st_mode):
            raise ArticleError("c'est un dossier, pas un article", "Renommez ce dossier.", name)
        if not stat.S_ISREG(facts.st_mode):
            raise ArticleError("ce n'est pas un fichier ordinaire", "Remplacez-le par un fichier.", name)
        if facts.st_size > largest:
            message = f"fichier trop grand ({facts.st_size / 1_000_000:.1f} Mo)".replace(".", ",")
            raise ArticleError(message, f"Au plus {largest // 1_000_000} Mo.", name)
        return path.read_bytes()
    except OSError as error:
        raise ArticleError(f"fichier illisible ({reason(error)})", "Vérifiez le fichier.", name) from error


def text_of(path: Path, note: Callable[[Finding], None], printed: bool = False) -> str:
    """The text of a file: decoded, cleaned, lines ended by ``\\n``; ArticleError when it is empty or no text.

    ``printed``: a soft hyphen at the end of a line, where print shows it, stays as a hyphen.
    """
    data, name = bytes_of(path, LARGEST_TEXT), shown(path.name)
    if not data.strip(b"\x00\t\n\r\f\v \xef\xbb\xbf"):
        raise ArticleError("le fichier est vide", "Collez-y le texte de l'article.", name)
    text = decoded(data, name, note)
    return characters.clean(_SHOWN.sub("-", text) if printed else text, name, note)


def decoded(data: bytes, name: str, note: Callable[[Finding], None]) -> str:
    """Text of some bytes; ``note`` hears of a guess; ArticleError when they are no text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            body = data[len(mark) :] if encoding == "utf-8" else data
            return _strictly(body, encoding) or _mended(body, encoding, name, note)
    if data.startswith(_SIGNATURES):
        raise _no_text(name)
    wide = _wide(data)
    if wide:
        return _strictly(data, wide) or _mended(data, wide, name, note)
    if len(data) - len(data.translate(None, _CONTROLS)) > max(8, len(data) // 10):
        raise _no_text(name)
    text = _strictly(data, "utf-8")
    if text is not None:
        by_chance = _by_chance(text) and max(map(_frenchness, _one_byte_texts(data).values())) >= 1
        return _one_byte(data, name, note) if by_chance else text
    return _broken_utf8(data, name, note) or _one_byte(data, name, note)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _by_chance(text: str) -> bool:
    """Whether the text is UTF-8 by accident: one or two letters of a far alphabet, in « L’É » of an old Macintosh."""
    beyond = [character for character in text if character > "\x7f"]
    return 0 < len(beyond) <= 2 and all("\u0530" <= character <= "\u07ff" for character in beyond)


def _mended(data: bytes, encoding: str, name: str, note: Callable[[Finding], None]) -> str:
    message = f"texte {encoding.upper()} abîmé : des octets illisibles sont remplacés par « \ufffd »"
    note(Finding("text-damaged", name, message, "Copiez de nouveau l'article depuis sa source."))
    return data.decode(encoding, errors="replace")


def _wide(data: bytes) -> str:
    """UTF-16 without its mark: nearly every other byte of Latin text is null, always on the same side."""
    sample = data[:4000]
    half = len(sample) // 2
    if half < 2 or len(data) % 2:
        return ""
    high, low = sample[0::2].count(0), sample[1::2].count(0)
    if low > 0.6 * half and high < 0.1 * half:
        return "utf-16-le"
    if high > 0.6 * half and low < 0.1 * half:
        return "utf-16-be"
    return ""


def _broken_utf8(data: bytes, name: str, note: Callable[[Finding], None]) -> str | None:
    """UTF-8 with a few bytes of another origin: what is right stays, the strays are read as Windows-1252."""
    strays: list[int] = []

    def stray(error: UnicodeError) -> tuple[str, int]:
        assert isinstance(error, UnicodeDecodeError)
        strays.append(error.start)
        return error.object[error.start : error.start + 1].decode("cp1252", errors="replace"), error.start + 1

    codecs.register_error("editions.stray", stray)
    text = data.decode("utf-8", errors="editions.stray")
    sound = sum(ord(character) > 127 for character in text) - len(strays)
    if sound < 3 * len(strays):
        return None
    line = data.count(b"\n", 0, strays[0]) + 1
    message = f"{len(strays)} octet(s) étranger(s) à l'UTF-8, lu(s) comme du Windows-1252"
    note(Finding("text-damaged", f"{name}:{line}", message, "Relisez ces mots."))
    return text


def _one_byte_texts(data: bytes) -> dict[str, str]:
    return {encoding: data.decode(encoding, errors="replace") for encoding in _ONE_BYTE}


def _one_byte(data: bytes, name: str, note: Callable[[Finding], None]) -> str:
    texts = _one_byte_texts(data)
    ranked = sorted(_ONE_BYTE, key=lambda encoding: -_frenchness(texts[encoding]))
    best, second = ranked[0], ranked[1]
    if _frenchness(texts[best]) < 0 and len(data) > 40:
        raise _no_text(name)
    message = f"encodage ancien, lu comme du {_NAMES[best]}"
    if texts[best] != texts[second] and _frenchness(texts[best]) - _frenchness(texts[second]) < 2:
        message += f" (peut-être du {_NAMES[second]})"
    note(Finding("text-encoding", name, message, "Enregistrez l'article en UTF-8 pour lever le doute."))
    return texts[best]


def _frenchness(text: str) -> float:
    """How much the characters beyond ASCII look at home: accents in words, quotes at their edges, € by figures."""
    score = 0.0
    for at, character in enumerate(text):
        if character > "\x7f":
            before, after = text[at - 1 : at], text[at + 1 : at + 2]
            score += _at_home(before, character, after)
    return score


def _at_home(before: str, character: str, after: str) -> float:
    """From −2, no French text has it there, to 1, it is what one would write."""
    inside = before.isalpha() or after.isalpha()
    if character in _FRENCH:
        if not inside:
            return 0.8 if character in "àÀ" else -0.5
        if character.islower():
            return 1.0 if not (before.isupper() and after.isupper()) else -1.0
        return 0.8 if not before.islower() else -1.0
    if character in "’‘":
        return (1.0 if character == "’" else -1.0) if before.isalpha() else 0.2
    if character in "«»“”–—…\u00a0•":
        return 0.6 if not (before.isalpha() and after.isalpha()) else -1.0
    if character in "€°²³¼½¾×·©‰§±µ":
        return 0.5 if not after.isalpha() or before.isdigit() else -1.0
    return 0.1 if character.isalpha() and before.isalpha() and character.islower() else -2.0


def _no_text(name: str) -> ArticleError:
    return ArticleError("ce n'est pas du texte", "Enregistrez l'article en .txt, .md, .html ou .docx.", name)
