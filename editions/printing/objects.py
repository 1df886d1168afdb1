"""Small building stones of a PDF file, on ReportLab's document."""

from typing import Protocol

from reportlab.pdfbase.pdfdoc import PDFObject


class Raw(PDFObject):
    """An indirect object whose text is ready."""

    def __init__(self, body: str | bytes) -> None:
        self.body = body.encode("latin-1") if isinstance(body, str) else body

    def format(self, document: object) -> bytes:
        """The bytes between ``obj`` and ``endobj``."""
        return self.body


class Sink(Protocol):
    """Where objects are written."""

    def add(self, item: PDFObject) -> int:
        """Keep an object for the file; its object number."""
        ...


def stream(data: bytes, entries: str = "") -> Raw:
    """A stream with its ``/Length``, an end of line before ``endstream`` (PDF/A-2, 6.1.7.1)."""
    return Raw(f"<< /Length {len(data)} {entries} >>\nstream\n".encode("latin-1") + data + b"\nendstream")


def text_string(text: str) -> str:
    """A PDF text string in UTF-16 with its byte order mark, as hexadecimal."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def literal(text: str) -> str:
    """A PDF string in plain letters when it can be, so that a print shop's tools find the name they look for."""
    if not text.isascii():
        return text_string(text)
    return "(" + "".join("\\" + c if c in "\\()" else c for c in text) + ")"


def numbers(*values: float) -> str:
    """Numbers for a content stream: at most two decimals, no exponent."""
    return " ".join(f"{value:.2f}".rstrip("0").rstrip(".") if value % 1 else str(int(value)) for value in values)
