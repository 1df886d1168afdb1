"""Text inside XML and HTML: nothing of an article ever becomes markup."""

_KNOWN = ("\t", "\n")


def known(text: str) -> str:
    """The text, with U+FFFD for each character that XML 1.0 does not know (2.2)."""
    return "".join(c if (c >= " " and c not in "\ufffe\uffff") or c in _KNOWN else "\ufffd" for c in text)


def escaped(text: str) -> str:
    """Text for an element or a quoted attribute; characters that XML does not know become U+FFFD."""
    return known(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
