"""The server of this machine: whole files, parts of files, nothing of other folders."""

import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from editions import serving


@pytest.fixture
def base(tmp_path: Path, loopback: None) -> Iterator[str]:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "son.mp3").write_bytes(bytes(range(200)))
    (tmp_path / "secret.txt").write_text("secret")
    with serving.server(tmp_path / "out", 0) as served:
        threading.Thread(target=served.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{served.server_port}/"
        served.shutdown()


def asked(address: str, part: str = "") -> tuple[int, bytes, dict[str, str]]:
    request = urllib.request.Request(address, headers={"Range": part} if part else {})
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.read(), dict(answer.headers)
    except urllib.error.HTTPError as error:
        return error.code, error.read(), dict(error.headers)


@pytest.mark.parametrize(
    ("part", "first", "last"),
    [("bytes=0-9", 0, 9), ("bytes=150-", 150, 199), ("bytes=-20", 180, 199), ("bytes=190-999", 190, 199)],
)
def test_a_part_of_a_file(base: str, part: str, first: int, last: int) -> None:
    status, body, headers = asked(base + "son.mp3", part)
    assert (status, body) == (206, bytes(range(first, last + 1)))
    assert headers["Content-Range"] == f"bytes {first}-{last}/200"
    assert headers["Content-Type"] == "audio/mpeg"


def test_what_is_no_part(base: str) -> None:
    assert asked(base + "son.mp3", "bytes=200-")[0] == 416
    for part in ("", "bytes=0-1,5-6", "bytes=-", "lines=1-2"):
        status, body, headers = asked(base + "son.mp3", part)
        assert (status, len(body), headers["Accept-Ranges"]) == (200, 200, "bytes")


def test_nothing_outside_the_folder(base: str) -> None:
    for path in ("../secret.txt", "%2e%2e/secret.txt", "..%2fsecret.txt"):
        assert asked(base + path)[0] == 404
        assert asked(base + path, "bytes=0-3")[0] in (404, 416)


def test_a_port_that_is_taken(tmp_path: Path, loopback: None) -> None:
    with serving.server(tmp_path, 0) as served, pytest.raises(OSError, match="use"):
        serving.server(tmp_path, served.server_port)
