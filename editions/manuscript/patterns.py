"""What opens and closes a line of plain text: bullets, numbers, stops."""

import re

BULLET = re.compile(r"(?P<indent>[ \t]*)(?P<bullet>(?:[•▪◦‣●○■□►▶▸➤✓→·*–—-][ \t\u00a0]+)+)(?P<text>\S.*)")
NUMBER = re.compile(
    r"(?P<indent>[ \t]*)(?P<bullet>(?P<number>\d{1,2}|[a-hA-H])(?:[.)]|°\)?)[ \t\u00a0]+)(?P<text>\S.*)"
)
FRAMED = re.compile(r"[ \t]*[-–—*][ \t\u00a0](?P<text>\S.{0,88})[ \t\u00a0][-–—*]$")
"""« - Répliques - »: a crosshead of an agency, no item."""
_FULL_STOP = re.compile(
    r"[.!?…][\s\u00a0\u202f]*[»”\")\]]*$|[.!?…]?[\s\u00a0]*[»”\"][.!?]?$|[.!?…»”\"]\s?\([^()]{1,40}\)\.?$"
)
"""How prose closes: a stop, a quotation, the mark of an agency behind them."""
_ENDING = 80
"""Characters in which prose closes: the longest mark of an agency, with room."""


def closes(text: str) -> bool:
    """Whether a text ends as prose does; its end alone is looked at, as a pasted line may be of any length."""
    return bool(_FULL_STOP.search(text.rstrip()[-_ENDING:]))
