"""The text of a block as it is drawn: curved quotes, and blanks at which no line may break.

One character stands for one, so runs keep their places; each says by itself what the text has there (``marks``).
"""

from editions.french.line_ends import held
from editions.french.quotes import Signs, curved
from editions.printing import marks

_SIGNS = Signs(
    apostrophe=marks.APOSTROPHE,
    opening=marks.OPENING,
    closing=marks.CLOSING,
    opening_apart=marks.OPENING_APART,
    closing_apart=marks.CLOSING_APART,
    inner_opening=marks.INNER_OPENING,
    inner_closing=marks.INNER_CLOSING,
    single_opening=marks.SINGLE_OPENING,
    single_closing=marks.SINGLE_CLOSING,
    blanks=frozenset(marks.GLUE),
)


def composed(text: str) -> str:
    """A text as long as the one that was given, with marks."""
    return curved(held(marks.without(text), marks.GLUE), _SIGNS)
