"""A page saved as MHTML: one MIME message with the page, its frames, style sheets and pictures (RFC 2557)."""

from collections.abc import Callable
from email import message_from_bytes, policy
from email.message import EmailMessage

from editions.errors import ArticleError
from editions.inputs.html.encodings import decoded
from editions.model import Finding

_PAGES = ("text/html", "application/xhtml+xml")


def opened(data: bytes, name: str, note: Callable[[Finding], None]) -> tuple[str, list[str]]:
    """The text of the page, and its style sheets."""
    message = message_from_bytes(data, policy=policy.default)
    parts = [part for part in message.walk() if isinstance(part, EmailMessage) and not part.is_multipart()]
    pages = [part for part in parts if part.get_content_type() in _PAGES]
    page = _root(message, pages)
    if page is None:
        raise ArticleError("cette archive ne contient aucune page", "Enregistrez de nouveau la page.", name)
    sheets = [_text(part) for part in parts if part.get_content_type() == "text/css"]
    return decoded(_bytes(page), page.get_content_charset() or "", name, note), sheets


def _root(message: EmailMessage, pages: list[EmailMessage]) -> EmailMessage | None:
    """The page that was saved, not one of its frames: the one that the message names, else the first."""
    start = message.get_param("start")
    location = message.get("Snapshot-Content-Location")
    for part in pages:
        named = (start and part.get("Content-ID") == start) or (location and part.get("Content-Location") == location)
        if named:
            return part
    return pages[0] if pages else None


def _bytes(part: EmailMessage) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _text(part: EmailMessage) -> str:
    return _bytes(part).decode("utf-8", "replace")
