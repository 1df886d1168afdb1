"""The file of a book: a ZIP whose first entry says what it is (EPUB 3.3, 4.2), the same bytes for the same parts."""

import shutil
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path, PurePosixPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from editions.audio.concatenation import PIECE
from editions.templates import filled

_PACKED = {".mp3", ".jpg", ".png", ".gif", ".webp"}
"""What is small already."""


def write(path: Path, moment: datetime, parts: "Mapping[PurePosixPath, str | bytes | Path]") -> None:
    """Write the book; files are copied piece by piece."""
    with ZipFile(path, "w") as book:
        _put(book, moment, PurePosixPath("mimetype"), "application/epub+zip", ZIP_STORED)
        _put(book, moment, PurePosixPath("META-INF/container.xml"), filled("epub/container.xml"), ZIP_DEFLATED)
        for place, content in parts.items():
            kind = ZIP_STORED if place.suffix in _PACKED else ZIP_DEFLATED
            _put(book, moment, PurePosixPath("EPUB") / place, content, kind)


def _put(book: ZipFile, moment: datetime, place: PurePosixPath, content: str | bytes | Path, kind: int) -> None:
    entry = ZipInfo(str(place), max(moment.timetuple()[:6], (1980, 1, 1, 0, 0, 0)))
    entry.compress_type, entry.external_attr = kind, 0o644 << 16
    entry.create_system = 3  # the same on every system
    if not isinstance(content, Path):
        book.writestr(entry, content)
        return
    entry.file_size = content.stat().st_size
    with content.open("rb") as source, book.open(entry, "w") as target:
        shutil.copyfileobj(source, target, PIECE)
