"""Kokoro's model: the right bytes or one clear line; fetched where wheels will not do."""

import hashlib
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib import util
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner

from editions.commands.voices import command
from editions.errors import VoiceError
from editions.voices import kokoro
from editions.voices.kokoro import model

CONTENT = bytes(range(256)) * 1000
NAME = "kokoro-v1.0.int8.onnx"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None: ...


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A model of a few bytes, in an empty house; the folder of voices."""
    monkeypatch.setattr(model, "SIZE", len(CONTENT))
    monkeypatch.setattr(model, "SHA256", hashlib.sha256(CONTENT).hexdigest())
    monkeypatch.setattr(model, "_parts", lambda: ())
    monkeypatch.setenv("EDITIONS_VOICES", str(tmp_path / "voix"))
    (tmp_path / "voix").mkdir()
    return tmp_path / "voix"


@pytest.fixture
def shop(loopback: None, small: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """What a server offers."""
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / NAME).write_bytes(CONTENT)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path / "shop")))
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    monkeypatch.delenv("EDITIONS_OFFLINE")
    monkeypatch.setenv("EDITIONS_VOICES_URL", f"http://127.0.0.1:{server.server_port}")
    yield tmp_path / "shop"
    server.shutdown()
    server.server_close()


def test_the_model_is_fetched_and_found(shop: Path, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(util, "find_spec", lambda name: object())
    assert "editions voices --get kokoro" in kokoro.missing()
    result = CliRunner().invoke(command, ["--get", "kokoro"], catch_exceptions=False)
    assert result.output == f"{small / NAME}\n"
    assert model.checked() == (small / NAME,)
    assert kokoro.missing() == ""


def test_a_model_that_arrives_damaged_is_refused(shop: Path, small: Path) -> None:
    (shop / NAME).write_bytes(b"?" + CONTENT[1:])
    with pytest.raises(VoiceError, match="endommagé"):
        model.fetch(lambda *_: None)
    assert list(small.iterdir()) == []


def test_the_network_can_be_forbidden(small: Path) -> None:
    with pytest.raises(VoiceError, match="EDITIONS_OFFLINE") as caught:
        model.fetch(lambda *_: None)
    assert NAME in caught.value.hint


def test_a_folder_that_cannot_be_written_is_named(shop: Path, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (small / "file").touch()
    monkeypatch.setenv("EDITIONS_VOICES", str(small / "file" / "below"))
    with pytest.raises(VoiceError, match="impossible de ranger la voix") as caught:
        model.fetch(lambda *_: None)
    assert "EDITIONS_VOICES" in caught.value.hint


def test_another_model_of_the_same_size_is_refused(small: Path) -> None:
    (small / NAME).write_bytes(b"?" + CONTENT[1:])
    with pytest.raises(VoiceError, match="SHA-256") as caught:
        model.checked()
    assert "pip install" in caught.value.hint


def test_a_model_cut_short_is_not_there(small: Path) -> None:
    (small / NAME).write_bytes(CONTENT[1:])
    with pytest.raises(VoiceError, match="pas entier"):
        model.checked()


def maker(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Another program in the place of the one that prepares the model: arguments are TARGET and PART…"""
    monkeypatch.setattr(model, "PROGRAM", ("-c", f"import sys, pathlib; target = pathlib.Path(sys.argv[1]); {code}"))


def test_the_model_is_prepared_once_and_again_when_someone_has_changed_it(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (small / NAME).write_bytes(CONTENT)
    maker(monkeypatch, "target.write_bytes(pathlib.Path(sys.argv[2]).read_bytes()[::-1])")
    made = model.prepared()
    assert made.read_bytes() == CONTENT[::-1]
    assert sorted(path.name for path in small.iterdir()) == sorted([NAME, made.name, made.with_suffix(".sha256").name])
    moment = made.stat().st_mtime_ns
    assert model.prepared().stat().st_mtime_ns == moment
    made.write_bytes(b"other")
    assert model.prepared().read_bytes() == CONTENT[::-1]


def test_a_model_that_cannot_be_prepared_is_told_in_a_line(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (small / NAME).write_bytes(CONTENT)
    maker(monkeypatch, "sys.exit('no such operator')")
    with pytest.raises(VoiceError, match=r"préparé \(no such operator\)"):
        model.prepared()
    assert [path.name for path in small.iterdir()] == [NAME]


def test_a_folder_that_takes_no_prepared_model_is_named(
    small: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    part = tmp_path / "part.bin"
    part.write_bytes(CONTENT)
    monkeypatch.setattr(model, "_parts", lambda: (part,))
    monkeypatch.setenv("EDITIONS_VOICES", str(part / "below"))
    with pytest.raises(VoiceError, match="impossible d'y ranger") as caught:
        model.prepared()
    assert "EDITIONS_VOICES" in caught.value.hint


def test_the_style_has_a_row_for_each_number_of_tokens() -> None:
    from editions.voices.kokoro.sounds import LIMIT

    style = np.fromfile(model.style(), "<f4").reshape(-1, 256)
    assert len(style) == LIMIT
    assert np.isfinite(style).all()
