"""A page saved as MHTML: one MIME message with the page, its frames, style sheets and pictures (RFC 2557)."""

from collections.abc import Callable, Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import NamedTuple

from editions.errors import ArticleError
from editions.inputs.html.encodings import decoded
from editions.model import Finding

_PAGES = ("text/html", "application/xhtml+xml")


class Archive(NamedTuple):
    """What an archive holds."""

    text: str
    sheets: list[str]
    pictures: dict[str, bytes]
    """By their addresses, as the page has them: absolute, relative to its own, or ``cid:…``."""


def opened(data: bytes, name: str, note: Callable[[Finding], None]) -> Archive:
    """The text of the page, its style sheets and its pictures."""
    message = message_from_bytes(data, policy=policy.default)
    parts = [part for part in message.walk() if isinstance(part, EmailMessage) and not part.is_multipart()]
    pages = [part for part in parts if part.get_content_type() in _PAGES]
    page = _root(message, pages)
    if page is None:
        raise ArticleError("cette archive ne contient aucune page", "Enregistrez de nouveau la page.", name)
    sheets = [_text(part) for part in parts if part.get_content_type() == "text/css"]
    text = decoded(_bytes(page), page.get_content_charset() or "", name, note)
    return Archive(text, sheets, dict(_pictures(parts, page.get("Content-Location", ""))))


def _root(message: EmailMessage, pages: list[EmailMessage]) -> EmailMessage | None:
    """The page that was saved, not one of its frames: the one that the message names, else the first."""
    start = message.get_param("start")
    location = message.get("Snapshot-Content-Location")
    for part in pages:
        named = (start and part.get("Content-ID") == start) or (location and part.get("Content-Location") == location)
        if named:
            return part
    return pages[0] if pages else None


def _pictures(parts: list[EmailMessage], base: str) -> Iterator[tuple[str, bytes]]:
    """Each picture by every address that the page may call it by."""
    folder = base.rpartition("/")[0] + "/"
    for part in parts:
        if part.get_content_maintype() == "image":
            location, content = part.get("Content-Location", ""), _bytes(part)
            yield f"cid:{part.get('Content-ID', '').strip('<>')}", content
            yield location, content
            yield location.removeprefix(folder), content
            yield "/" + location.partition("://")[2].partition("/")[2], content


def _bytes(part: EmailMessage) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _text(part: EmailMessage) -> str:
    return _bytes(part).decode("utf-8", "replace")
