"""A web server for this machine alone, which gives parts of files: browsers seek in a sound only where they get ranges.

    with server(Path("output"), 0) as served:
        served.server_port      # the port that was free
        served.serve_forever()

HTTP/1.1 with single ranges of bytes (RFC 9110, 14); several in one request are answered with the whole file, as it may.
"""

import http.server
import re
from functools import partial
from http import HTTPStatus
from pathlib import Path
from typing import Any, BinaryIO

LOOPBACK = "127.0.0.1"
_RANGE = re.compile(r"bytes=(\d*)-(\d*)")
_PIECE = 1 << 16
_TYPES = {
    ".css": "text/css", ".epub": "application/epub+zip", ".html": "text/html", ".js": "text/javascript",
    ".json": "application/json", ".m4b": "audio/mp4", ".mp3": "audio/mpeg", ".pdf": "application/pdf",
    ".smil": "application/smil+xml", ".srt": "application/x-subrip", ".vtt": "text/vtt", ".xml": "application/xml",
    ".zip": "application/zip",
}  # fmt: skip


def server(folder: Path, port: int) -> http.server.ThreadingHTTPServer:
    """A server of a folder on the loopback; ``port`` 0 takes any that is free. OSError when the port is taken."""
    return http.server.ThreadingHTTPServer((LOOPBACK, port), partial(_Handler, directory=str(folder)))


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Files, whole or in part."""

    protocol_version = "HTTP/1.1"
    _asked: tuple[int, int] | None = None

    def log_message(self, format: str, *args: Any) -> None:
        """Nobody reads a line for each request."""

    def guess_type(self, path: Any) -> str:
        """The types of our files, whatever the machine's own tables say."""
        return _TYPES.get(Path(path).suffix) or super().guess_type(path)

    def send_head(self) -> Any:
        """Answer with a part when a part of a file is asked for."""
        self._asked = None
        found = _RANGE.fullmatch(self.headers.get("Range", "").strip())
        path = Path(self.translate_path(self.path))
        if found is None or found[0] == "bytes=-" or not path.is_file():
            return super().send_head()
        size = path.stat().st_size
        first, last = _bounds(found[1], found[2], size)
        if first >= size or last < first:
            self.send_response(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
            self.send_header("Content-Range", f"bytes */{size}")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return None
        self.send_response(HTTPStatus.PARTIAL_CONTENT)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Range", f"bytes {first}-{last}/{size}")
        self.send_header("Content-Length", str(last + 1 - first))
        self.end_headers()
        self._asked = first, last
        return path.open("rb")

    def end_headers(self) -> None:
        """Say that parts may be asked for, and that a page made anew is to be fetched anew."""
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """The part that was asked for."""
        try:
            if self._asked is None:
                super().copyfile(source, outputfile)
            else:
                _copy(source, outputfile, *self._asked)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True  # a player that seeks drops what it asked for before


def _bounds(first: str, last: str, size: int) -> tuple[int, int]:
    """First and last byte; without first, the last so many."""
    if not first:
        return max(0, size - int(last)), size - 1
    return int(first), min(int(last), size - 1) if last else size - 1


def _copy(source: BinaryIO, target: BinaryIO, first: int, last: int) -> None:
    source.seek(first)
    left = last + 1 - first
    while left > 0 and (piece := source.read(min(_PIECE, left))):
        target.write(piece)
        left -= len(piece)
