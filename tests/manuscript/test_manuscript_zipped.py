"""Archives that are not what they say: each is one of our own errors."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from editions.errors import ArticleError
from editions.manuscript.zipped import Zipped

PART = "content.xml"


def archive(data: bytes = b"<a/>", compression: int = zipfile.ZIP_STORED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", compression) as content:
        content.writestr(PART, data)
    return made.getvalue()


def changed(data: bytes, at: bytes, offset: int, value: bytes) -> bytes:
    """The same with other bytes so far behind the last ``at``."""
    place = data.rindex(at) + offset
    return data[:place] + value + data[place + len(value) :]


def read(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    with Zipped(path) as opened:
        opened.tree(PART)


LISTED, ENDED = b"PK\x01\x02", b"PK\x05\x06"


@pytest.mark.parametrize(
    "data",
    [
        changed(archive(), LISTED, 42, b"\xff\xff\xff\x7f"),  # the entry stands far behind the end
        changed(archive(), ENDED, 16, b"\xff\xff\x00\x00"),  # the list stands behind the end: offsets below zero
        changed(archive(), LISTED, 10, b"\x63\x00"),  # a way of packing that nobody has
        changed(archive(b"<a/>" * 99, zipfile.ZIP_LZMA), b"PK\x03\x04", 45, b"\xff" * 9),
        changed(archive(b"<a/>" * 99, zipfile.ZIP_BZIP2), b"PK\x03\x04", 45, b"\xff" * 9),
        changed(archive(b"<a/>" * 99, zipfile.ZIP_DEFLATED), b"PK\x03\x04", 41, b"\xff" * 9),
        archive(b'<?xml version="1.0" encoding="UTzF-8"?><a/>'),
        archive(b'<?xml version="1.0" encoding="utf-7"?><a/>'),
        archive(b'<?xml version="1.0" encoding="shift_jis"?><a/>'),
        archive(b'<?xml version="1.0" encoding="hex"?><a/>'),
        archive(b"<a>\xff</a>"),
        archive(b""),
    ],
)
def test_what_is_damaged_is_said_to_be(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(ArticleError, match="endommagé"):
        read(tmp_path / "a.odt", data)


@pytest.mark.parametrize("damage", [lambda data, n: data[:n], lambda data, n: data[:n] + b"\xff" + data[n + 1 :]])
def test_whatever_byte_is_damaged_nothing_else_is_raised(tmp_path: Path, damage: Callable[[bytes, int], bytes]) -> None:
    data = archive(b'<?xml version="1.0" encoding="utf-8"?><a>du texte</a>', zipfile.ZIP_DEFLATED)
    refused = 0
    for place in range(len(data)):
        try:
            read(tmp_path / "a.odt", damage(data, place))
        except ArticleError:
            refused += 1
    assert refused > len(data) // 4
