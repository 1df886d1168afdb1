"""Piper with a tiny model, and the fetching of a voice from a local server."""

import hashlib
import json
import threading
from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from editions import voices
from editions.audio.settings import AudioSettings
from editions.commands.voices import command
from editions.errors import UsageError, VoiceError
from editions.settings import Settings
from editions.voices import piper
from editions.voices.piper import models

pytest.importorskip("onnx", reason="the piper extra and onnx are not installed")
pytest.importorskip("piper", reason="the piper extra is not installed")

from tests.voices import tiny_piper


@pytest.fixture
def model(tmp_path: Path) -> Iterator[Path]:
    yield tiny_piper.write(tmp_path / "fr_FR-essai-low.onnx")
    piper._speakers.close()


def test_a_model_speaks_at_its_own_rate_and_level(model: Path) -> None:
    variant = piper.variant(str(model), Settings(), Path())
    clip = piper.synthesize("Bonjour.", variant)
    assert clip.rate == tiny_piper.RATE
    assert len(clip.pcm) // 2 >= 8 * tiny_piper.SAMPLES_A_PHONEME
    peak = int(np.abs(np.frombuffer(clip.pcm, "<i2")).max())
    assert peak == pytest.approx(0.3 * 32767, rel=0.01), "each sentence must not be raised to full scale"


def test_speaker_and_length_scale_come_from_the_settings(model: Path) -> None:
    settings = Settings(sections=(AudioSettings(speaker=3, length_scale=1.5),))
    assert piper.variant(str(model), settings, Path()) == f"{model.resolve()},3,1.5"
    clips = [piper.synthesize("Bonjour.", f"{model},0,{scale}") for scale in ("1", "0.5")]
    peaks = [int(np.abs(np.frombuffer(clip.pcm, "<i2")).max()) for clip in clips]
    assert peaks[1] == pytest.approx(peaks[0] / 2, rel=0.01), "the tiny model answers its length scale by its volume"


def test_a_model_with_several_speakers_is_told_which(tmp_path: Path) -> None:
    model = tiny_piper.write(tmp_path / "deux.onnx", speakers=2)
    assert piper.synthesize("Bonjour.", f"{model},1,1").pcm
    piper._speakers.close()


def test_models_are_found_in_the_edition_and_in_the_folder_of_voices(
    model: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    settings = Settings(sections=(AudioSettings(model=model.name),))
    assert piper.variant("", settings, model.parent).startswith(str(model.resolve()))
    monkeypatch.setenv("EDITIONS_VOICES", str(model.parent))
    assert piper.variant("fr_FR-essai-low", Settings(), tmp_path / "edition").startswith(str(model.resolve()))
    assert piper.voices() == (model.name,)
    with pytest.raises(UsageError, match="introuvable") as caught:
        piper.variant("absent.onnx", Settings(), tmp_path)
    assert "--get" in caught.value.hint


def test_the_label_is_the_same_in_every_folder_and_the_version_follows_the_model(model: Path, tmp_path: Path) -> None:
    (tmp_path / "ailleurs").mkdir()
    other = tiny_piper.write(tmp_path / "ailleurs" / model.name)
    mine, same = (voices.choose(f"piper:{path}", Settings(), tmp_path) for path in (model, other))
    assert mine.label == same.label == f"piper:{model.name}"
    assert mine.version == same.version
    Path(f"{other}.json").write_text(Path(f"{model}.json").read_text().replace("0.8", "0.9"))
    piper.version.cache_clear()
    assert voices.choose(f"piper:{other}", Settings(), tmp_path).version != mine.version


def test_a_broken_model_is_a_voice_error(tmp_path: Path) -> None:
    model = tmp_path / "fichu.onnx"
    model.write_bytes(b"not a model")
    Path(f"{model}.json").write_text("{}")
    with pytest.raises(VoiceError, match=r"fichu\.onnx"):
        piper.synthesize("Bonjour.", f"{model},0,1")


class Server(BaseHTTPRequestHandler):
    """Serves files with ranges; cuts the first transfer of the model in the middle."""

    def __init__(self, files: dict[str, bytes], asked: list[tuple[str, str]], cut: set[str], *args: object) -> None:
        self.files, self.asked, self.cut = files, asked, cut
        super().__init__(*args)  # type: ignore[arg-type]

    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        wanted = self.headers.get("Range", "")
        self.asked.append((self.path, wanted))
        data = self.files.get(self.path)
        if data is None:
            self.send_error(404)
            return
        start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted else 0
        body = data[start:]
        self.send_response(206 if wanted else 200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.path in self.cut:
            self.cut.discard(self.path)
            self.wfile.write(body[: len(body) // 2])
            self.close_connection = True
        else:
            self.wfile.write(body)


class Shop:
    """A server of one voice."""

    def __init__(self) -> None:
        model, description = bytes(range(256)) * 4000, b'{"audio": {"sample_rate": 16000}}'
        self.files = {"/fr/siwis.onnx": model, "/fr/siwis.onnx.json": description}
        listed = {
            path[1:]: {"size_bytes": len(data), "md5_digest": hashlib.md5(data).hexdigest()}
            for path, data in self.files.items()
        }
        index = {"fr_FR-siwis-medium": {"files": {**listed, "MODEL_CARD": {"size_bytes": 1, "md5_digest": ""}}}}
        self.files["/voices.json"] = json.dumps(index).encode()
        self.asked: list[tuple[str, str]] = []
        self.cut: set[str] = set()
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Server, self.files, self.asked, self.cut))
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()


@pytest.fixture
def shop(loopback: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Shop]:
    opened = Shop()
    monkeypatch.delenv("EDITIONS_OFFLINE")
    monkeypatch.setenv("EDITIONS_VOICES", str(tmp_path / "voix"))
    monkeypatch.setenv("EDITIONS_VOICES_URL", f"http://127.0.0.1:{opened.server.server_port}")
    yield opened
    opened.server.shutdown()
    opened.server.server_close()


def test_a_voice_is_fetched_with_its_description(shop: Shop, tmp_path: Path) -> None:
    result = CliRunner().invoke(command, ["--get", "fr_FR-siwis-medium"], catch_exceptions=False)
    assert result.output == f"{tmp_path / 'voix' / 'siwis.onnx'}\n"
    assert (tmp_path / "voix" / "siwis.onnx").read_bytes() == shop.files["/fr/siwis.onnx"]
    assert sorted(path.name for path in (tmp_path / "voix").iterdir()) == ["siwis.onnx", "siwis.onnx.json"]


def test_a_transfer_that_was_cut_goes_on_where_it_stopped(shop: Shop) -> None:
    shop.cut.add("/fr/siwis.onnx")
    with pytest.raises(VoiceError, match="transfert") as caught:
        models.fetch("fr_FR-siwis-medium", lambda *_: None)
    assert "reprendra" in caught.value.hint
    seen: list[tuple[str, int, int]] = []
    path = models.fetch("fr_FR-siwis-medium", lambda *step: seen.append(step))
    (again,) = (wanted for path, wanted in shop.asked if path == "/fr/siwis.onnx" and wanted)
    assert int(again.removeprefix("bytes=").rstrip("-")) > 200_000
    assert path.read_bytes() == shop.files["/fr/siwis.onnx"]
    assert seen[-1][1] == seen[-1][2]


def test_a_file_that_arrives_damaged_is_refused(shop: Shop, tmp_path: Path) -> None:
    shop.files["/fr/siwis.onnx"] = b"?" + shop.files["/fr/siwis.onnx"][1:]
    with pytest.raises(VoiceError, match="endommagé"):
        models.fetch("fr_FR-siwis-medium", lambda *_: None)
    assert not list((tmp_path / "voix").glob("*.onnx*"))


def test_an_unknown_voice_names_the_french_ones(shop: Shop) -> None:
    with pytest.raises(UsageError, match="inconnue") as caught:
        models.fetch("fr_FR-personne", lambda *_: None)
    assert "fr_FR-siwis-medium" in caught.value.hint


def test_the_network_can_be_forbidden(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITIONS_OFFLINE", "1")
    with pytest.raises(VoiceError, match="EDITIONS_OFFLINE"):
        models.fetch("fr_FR-siwis-medium", lambda *_: None)
    assert shop.asked == []
