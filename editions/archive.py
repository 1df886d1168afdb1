"""Entries of a ZIP: the same bytes for the same content, on every system; what is small already is stored as it is."""

import shutil
from datetime import datetime
from pathlib import Path, PurePosixPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_PACKED = {".mp3", ".jpg", ".png", ".gif", ".webp"}
_PIECE = 1 << 18
"""Bytes copied at once."""
_OLDEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP can tell."""

Content = str | bytes | Path
"""Of an entry: text, bytes, or a file to copy."""


def put(archive: ZipFile, moment: datetime, place: PurePosixPath, content: Content, kind: int | None = None) -> None:
    """Add an entry; ``kind``: ``ZIP_STORED`` or ``ZIP_DEFLATED``, what suits its name without one."""
    entry = ZipInfo(str(place), max(moment.timetuple()[:6], _OLDEST))
    entry.compress_type = (ZIP_STORED if place.suffix in _PACKED else ZIP_DEFLATED) if kind is None else kind
    entry.external_attr, entry.create_system = 0o644 << 16, 3  # the same on every system
    if not isinstance(content, Path):
        archive.writestr(entry, content)
        return
    entry.file_size = content.stat().st_size
    with content.open("rb") as source, archive.open(entry, "w") as target:
        shutil.copyfileobj(source, target, _PIECE)
