"""What a voice's own process does with its pipes: texts in, answers out; ``_processes.py`` asks.

That of eSpeak NG has its own: it knows no package, so that it is small.
"""

import os
import struct
from collections.abc import Iterator


def requests() -> Iterator[str]:
    """The texts to say, until stdin is closed."""
    while len(head := _read(4)) == 4:
        yield _read(struct.unpack(">I", head)[0]).decode()


def _read(count: int) -> bytes:
    """That many bytes of stdin, fewer at its end."""
    parts = b""
    while len(parts) < count and (part := os.read(0, count - len(parts))):
        parts += part
    return parts


def write_all(data: bytes) -> None:
    """All of ``data`` to stdout."""
    view = memoryview(data)
    while view:
        view = view[os.write(1, view) :]
