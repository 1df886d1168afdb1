"""The file of a book: a ZIP whose first entry says what it is (EPUB 3.3, 4.2), the same bytes for the same parts."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path, PurePosixPath
from zipfile import ZIP_STORED, ZipFile

from editions import archive
from editions.templates import filled


def write(path: Path, moment: datetime, parts: Mapping[PurePosixPath, archive.Content]) -> None:
    """Write the book; files are copied piece by piece."""
    with ZipFile(path, "w") as book:
        archive.put(book, moment, PurePosixPath("mimetype"), "application/epub+zip", ZIP_STORED)
        archive.put(book, moment, PurePosixPath("META-INF/container.xml"), filled("epub/container.xml"))
        for place, content in parts.items():
            archive.put(book, moment, PurePosixPath("EPUB") / place, content)
