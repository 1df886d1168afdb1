"""Letters that French raises: those after the figures of an ordinal, « 88e » (Imprimerie nationale, *Lexique*).

[text[span.start : span.end] for span in raised("le 1er et le 88e")]      # ["er", "e"]
"""

import re
from collections.abc import Iterator

from editions.model.runs import Span

_ORDINAL = re.compile(
    r"(?<![\w.@/-])(?:\d[\d\u00a0\u202f]*|[IVX]|[IVXLCDM]{2,})(ers|er|res|re|es|e|nde|nd)(?![\w@-]|[.,]\w)"
)


def raised(text: str) -> Iterator[Span]:
    """Where the letters are that stand on the line in a text typed in haste."""
    return (Span(*found.span(1)) for found in _ORDINAL.finditer(text))
