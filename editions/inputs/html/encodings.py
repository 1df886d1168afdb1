"""The text of a page: what cannot be mistaken first (UTF-8), then what the page says, then a guess."""

import codecs
import re
from collections.abc import Callable

from editions.manuscript import octets
from editions.model import Finding

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.I)
_DECLARED = re.compile(rb"""<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{1,40})""", re.I)
_LABEL = re.compile(
    r"(?:utf-?(?:8|16(?:le|be)?)|windows-\d+|cp\d+|iso-?8859-\d+|us-ascii|ascii|latin-?1|macintosh|koi8-[ru]"
    r"|shift_jis|euc-\w+|gb\w+|big5)$"
)
"""Names of character encodings; Python knows other codecs, which no page may ask for."""


def decoded(data: bytes, label: str, name: str, note: Callable[[Finding], None]) -> str:
    """The page's text; ``label``: its encoding, as what brought it says, empty when only the page may say it."""
    declared = _CHARSET.search(data[:4096]) or _DECLARED.search(data[:200])
    label = (label or (declared[1].decode("ascii", "replace") if declared else "")).lower()
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or not _LABEL.match(label):
        return octets.decoded(data, name, note)
    if label in ("iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii"):
        label = "cp1252"  # as browsers do: € and œ are met where ISO-8859-1 has control characters
    for encoding in ("utf-8", label):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return octets.decoded(data, name, note)
