"""The audio book: chapters where the MP3 has them, tags, cover; the same sound, the same bytes."""

import json
import subprocess
from collections.abc import Callable
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from editions.audio import audiobook
from editions.errors import MissingTool
from editions.outputs import m4b, mp3
from editions.pipeline import Order, build, rendering
from editions.publication import Publication
from editions.settings import Settings
from tests.conftest import missing
from tests.spoken_articles import article, narrated, publication, studio

Tool = Callable[[str], str]
LONG = "« Œuvre é » " * 40
RATE = 22_050


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    if find_spec("av") is None:
        missing("av is not installed: pip install 'editions[m4b]'")
    folder = tmp_path_factory.mktemp("sound")
    articles = [
        article(f"a{n}", "Le conseil a voté. Le maire a salué.", title=f"Crue n° {n} : l’été") for n in range(3)
    ]
    articles.append(article("a3", "Fin.", title=LONG))
    recordings = {slug: n.recording for slug, n in narrated(studio(folder / "c", folder), articles).items()}
    return publication(articles, recordings)


@pytest.fixture(scope="module")
def book(made: Publication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("output")
    (path,) = m4b.render(made, folder, Settings())
    assert path == folder / "audio" / "edition.m4b"
    return path


def seen(ffprobe: str, path: Path) -> Any:
    command = [ffprobe, "-v", "error", "-show_chapters", "-show_format", "-show_streams", "-of", "json", str(path)]
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)


def test_its_chapters_are_those_of_the_mp3(book: Path, made: Publication, tool: Tool, tmp_path: Path) -> None:
    ffprobe = tool("ffprobe")
    whole = next(path for path in mp3.render(made, tmp_path, Settings()) if path.name == "edition.mp3")
    ours, theirs = seen(ffprobe, book), seen(ffprobe, whole)
    assert len(ours["chapters"]) == len(theirs["chapters"]) == 4
    assert float(ours["chapters"][0]["start_time"]) == 0
    for one, other in zip(ours["chapters"], theirs["chapters"], strict=True):
        assert float(one["start_time"]) == pytest.approx(float(other["start_time"]), abs=0.002)
        assert one["tags"]["title"] == audiobook.shortened(other["tags"]["title"])
    assert float(ours["format"]["duration"]) == pytest.approx(float(theirs["format"]["duration"]), abs=0.1)
    assert ours["format"]["tags"]["major_brand"] == "M4B "
    assert [stream["codec_name"] for stream in ours["streams"] if stream["codec_type"] == "audio"] == ["aac"]
    assert any(stream.get("codec_tag_string") == "text" for stream in ours["streams"]), "no track for QuickTime"
    assert b"chpl" in book.read_bytes()


def test_players_find_what_they_look_for(book: Path) -> None:
    from mutagen.mp4 import MP4

    tags = MP4(str(book))
    assert {name: tags[name] for name in ("\xa9nam", "\xa9ART", "\xa9day", "\xa9gen", "stik")} == {
        "\xa9nam": ["Édition d’essai"], "\xa9ART": ["Le Journal"], "\xa9day": ["2025-03-14"],
        "\xa9gen": ["Audiobook"], "stik": [2],
    }  # fmt: skip
    assert bytes(tags["covr"][0]).startswith(b"\x89PNG")
    assert tags.chapters is not None
    assert [chapter.title for chapter in tags.chapters][:2] == ["Crue n° 0 : l’été", "Crue n° 1 : l’été"]
    assert len(tags.chapters[3].title.encode()) <= 255


def test_its_sound_is_that_of_the_mp3_at_the_same_moments(
    book: Path, made: Publication, tool: Tool, tmp_path: Path
) -> None:
    whole = next(path for path in mp3.render(made, tmp_path, Settings()) if path.name == "edition.mp3")
    ffmpeg = tool("ffmpeg")
    ours, theirs = (_heard(ffmpeg, path) for path in (book, whole))
    length = min(len(ours), len(theirs))
    assert abs(len(ours) - len(theirs)) < 0.1 * RATE
    one, other = (np.fft.rfft(sound[:length], 2 * length) for sound in (ours, theirs))
    alike = np.fft.irfft(one * np.conj(other))
    late = int(alike.argmax())
    assert min(late, len(alike) - late) <= 0.05 * RATE, "more than 50 ms apart"


def _heard(ffmpeg: str, path: Path) -> np.ndarray[Any, np.dtype[np.float32]]:
    command = [ffmpeg, "-v", "error", "-i", str(path), "-map", "0:a", "-f", "s16le", "-ac", "1", "-ar", str(RATE), "-"]
    return np.frombuffer(subprocess.run(command, check=True, capture_output=True).stdout, "<i2").astype(np.float32)


def test_the_same_publication_gives_the_same_bytes(book: Path, made: Publication, tmp_path: Path) -> None:
    (again,) = m4b.render(made, tmp_path, Settings())
    assert again.read_bytes() == book.read_bytes()
    assert m4b.render(replace(made, recordings={}), tmp_path / "none", Settings()) == []


def test_a_title_is_cut_between_letters() -> None:
    assert audiobook.shortened("é" * 127) == "é" * 127
    assert audiobook.shortened("é" * 128) == "é" * 126 + "…"


def test_it_is_made_only_when_it_is_asked_for_and_says_what_it_needs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "m4b" not in rendering.asked()
    monkeypatch.setattr(audiobook, "missing", lambda: "il manque le paquet av")
    (tmp_path / "une.md").write_text("# Une\n\nDeux.\n", encoding="utf-8")
    with pytest.raises(MissingTool, match="il manque le paquet av"):
        build(Order((tmp_path / "une.md",), tmp_path / "out", ("m4b",), voice="tone"))
    assert not (tmp_path / "out").exists()
