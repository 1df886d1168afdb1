"""How words of a document look, where that tells what they are: hidden, struck out, raised, in a font of symbols."""

from typing import NamedTuple


class Format(NamedTuple):
    """The look of a run of words."""

    strong: bool = False
    hidden: bool = False
    struck: bool = False
    capitals: bool = False
    height: int = 0
    """1 raised, -1 lowered."""
    font: str = ""
