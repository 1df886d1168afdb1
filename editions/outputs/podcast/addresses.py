"""Addresses of the web as a feed must have them (RFC 3986): letters of ASCII, everything else encoded."""

import re
from pathlib import PurePath
from urllib.parse import quote, unquote, urlsplit
from uuid import UUID, uuid5

NOWHERE = "https://exemple.invalid"
"""Stands for the address that is not given (RFC 2606: it never leads anywhere)."""
PODCASTS = UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
"""Namespace of the feeds (Podcasting 2.0, ``podcast:guid``)."""
_KEPT = "/:@!$&'()*+,;=~"


def is_one(text: str) -> bool:
    """Whether a text is a plain address of a page: scheme, host, perhaps a port and a path."""
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
        (host or "").encode("idna")
    except (ValueError, UnicodeError):
        return False
    told = parts.scheme in ("http", "https") and host and not re.search(r"[\s<>\"\\^`{|}@]", text)
    return bool(told and not parts.query and not parts.fragment)


def is_mailbox(text: str) -> bool:
    """Whether mail can go there, as far as its form tells."""
    return bool(re.fullmatch(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+", text))


def encoded(address: str) -> str:
    """An address in ASCII; what is encoded already stays. Empty for an empty one."""
    if not address:
        return ""
    parts = urlsplit(address)
    port = f":{parts.port}" if parts.port else ""
    host = (parts.hostname or "").encode("idna").decode("ascii")
    return f"{parts.scheme}://{host}{port}{quote(unquote(parts.path), safe=_KEPT)}"


def below(base: str, *names: str | PurePath) -> str:
    """The address of a file below another: ``below(base, "lundi", PurePosixPath("audio/01.mp3"))``."""
    return "/".join([base, *(quote(str(name), safe=_KEPT) for name in names)])


def guid(feed: str) -> str:
    """What a podcast is called everywhere: of its feed's address, without scheme and slashes at the end."""
    return str(uuid5(PODCASTS, re.sub(r"^\w+://", "", feed).rstrip("/")))
