"""Letters that French raises: those after the figures of an ordinal, « 88e » (Imprimerie nationale, *Lexique*).

[text[span.start : span.end] for span in raised("le 1er et le 88e")]      # ["er", "e"]
"""

import re
from collections.abc import Iterator

from editions.model.runs import Span

_ORDINAL = re.compile(
    r"""
    (?<![\w.@/-])
    (?: \d[\d\u00a0\u202f]*         (?P<after_figures>ers|er|res|re|es|e|nde|nd)
      | I                            (?P<first>ers|er|res|re)
      | II                           (?P<second>nde|nd)
      | (?:[IVX]|[IVXLCDM]{2,})      (?P<others>es|e)
    )
    (?![\w@-]|[.,]\w)
    """,
    re.VERBOSE,
)
"""« Vers » is a word, no fifth."""


def raised(text: str) -> Iterator[Span]:
    """Where the letters are that stand on the line in a text typed in haste."""
    return (Span(*found.span(found.lastgroup or 0)) for found in _ORDINAL.finditer(text))
