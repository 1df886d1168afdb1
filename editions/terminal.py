"""Text shown to people: one line, in which nothing drives a terminal.

What an article or a file name holds may be escapes, overlong lines, letters that no terminal should obey.
"""

_BLANKS = " \u00a0\u2009\u202f"
UNKNOWN = "\ufffd"
"""Stands for what cannot be shown."""


def line(text: str, instead: str = UNKNOWN) -> str:
    """The text on one line; each character that is no letter, sign or blank is ``instead``."""
    return "".join(char if char.isprintable() or char in _BLANKS else instead for char in text)


def squeezed(text: str) -> str:
    """As ``line``, its runs of blanks and line ends made one blank."""
    return line(" ".join(text.split()))
