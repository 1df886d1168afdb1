"""Text inside XML and HTML: nothing of an article ever becomes markup."""

_KNOWN = ("\t", "\n")


def escaped(text: str) -> str:
    """Text for an element or a quoted attribute; characters that XML 1.0 does not know (2.2) become U+FFFD."""
    known = "".join(c if (c >= " " and c not in "\ufffe\uffff") or c in _KNOWN else "\ufffd" for c in text)
    return known.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
