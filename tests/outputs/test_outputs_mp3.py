"""The MP3s that listeners get: tags, chapters, exact joints, a playlist; clean for the validators."""

import json
import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from mutagen.id3 import ID3

from editions.audio import cover
from editions.audio.settings import AudioSettings
from editions.errors import UsageError
from editions.outputs import mp3
from editions.publication import Publication
from editions.settings import Settings
from tests.spoken_articles import Spoke, article, narrated, publication, studio

TEXT = "Le conseil a voté. Le maire a salué « un vote historique ». R&D < 3 %."
Tool = Callable[[str], str]


@pytest.fixture(scope="module")
def articles() -> list[Spoke]:
    return [article(f"a{n}", TEXT, f"Numéro {n}.", title=f"Crue n° {n} : l’été") for n in range(3)]


@pytest.fixture(scope="module")
def made(articles: list[Spoke], tmp_path_factory: pytest.TempPathFactory) -> Publication:
    folder = tmp_path_factory.mktemp("sound")
    recordings = {slug: n.recording for slug, n in narrated(studio(folder / "c", folder), articles).items()}
    edition: Publication = publication(articles, recordings)
    return edition


@pytest.fixture(scope="module")
def output(made: Publication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("output")
    paths = mp3.render(made, folder, Settings())
    assert [path.relative_to(folder).as_posix() for path in paths] == [
        "audio/01-a0.mp3", "audio/02-a1.mp3", "audio/03-a2.mp3", "audio/edition.mp3", "audio/edition.m3u8",
    ]  # fmt: skip
    return folder


def test_each_file_says_what_it_is(output: Path) -> None:
    tags = ID3(output / "audio" / "02-a1.mp3", translate=False)
    assert [str(tags[name]) for name in ("TIT2", "TPE1", "TALB", "TRCK", "TYER")] == [
        "Crue n° 1 : l’été", "Le Journal", "Édition d’essai", "2/3", "2025",
    ]  # fmt: skip
    assert tags["COMM::fra"].text == ["Voix : tone, 1"]
    assert TEXT in tags["USLT::fra"].text
    assert tags["APIC:"].data.startswith(b"\x89PNG")
    whole = ID3(output / "audio" / "edition.mp3", translate=False)
    assert (str(whole["TIT2"]), whole["APIC:"].data) == ("Édition d’essai", tags["APIC:"].data)


def test_the_edition_has_a_chapter_for_each_article(output: Path, made: Publication, tool: Tool) -> None:
    command = [tool("ffprobe"), "-v", "error", "-show_chapters", "-show_format", "-of", "json"]
    run = subprocess.run([*command, str(output / "audio" / "edition.mp3")], check=True, capture_output=True)
    seen = json.loads(run.stdout)
    assert [chapter["tags"]["title"] for chapter in seen["chapters"]] == [f"Crue n° {n} : l’été" for n in range(3)]
    rate = 22_050
    start = 0.0
    for chapter, recording in zip(seen["chapters"], made.recordings.values(), strict=True):
        assert float(chapter["start_time"]) == pytest.approx(start, abs=0.001)
        start += recording.duration / rate
        assert float(chapter["end_time"]) == pytest.approx(start, abs=0.001)
    assert float(seen["format"]["duration"]) == pytest.approx(start, abs=0.06)


def test_the_edition_lasts_as_long_as_its_articles_together(output: Path, made: Publication, tool: Tool) -> None:
    run = subprocess.run(
        [tool("mpg123"), "-q", "-s", str(output / "audio" / "edition.mp3")], check=True, capture_output=True
    )
    assert len(run.stdout) // 2 == sum(recording.duration for recording in made.recordings.values())


def test_validators_are_content(output: Path, tool: Tool) -> None:
    for path in sorted((output / "audio").glob("*.mp3")):
        checked = subprocess.run([tool("mp3val"), str(path)], check=True, capture_output=True, text=True).stdout
        assert "WARNING" not in checked, checked
        assert re.search(r"MPEG frames \(MPEG 2 Layer III\), \+ID3v2, CBR", checked)
        played = subprocess.run([tool("mpg123"), "-t", "-q", str(path)], check=True, capture_output=True, text=True)
        assert played.stderr == ""


def test_the_playlist_names_its_neighbours(output: Path) -> None:
    lines = (output / "audio" / "edition.m3u8").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "#EXTM3U"
    assert lines[2::2] == ["01-a0.mp3", "02-a1.mp3", "03-a2.mp3"]
    assert all(re.fullmatch(r"#EXTINF:\d+,Crue n° \d : l’été", line) for line in lines[1::2])


def test_an_article_without_sound_is_left_out_and_keeps_its_number(made: Publication, tmp_path: Path) -> None:
    fewer = {slug: recording for slug, recording in made.recordings.items() if slug != "a1"}
    paths = mp3.render(replace(made, recordings=fewer), tmp_path, Settings())
    assert [path.name for path in paths] == ["01-a0.mp3", "03-a2.mp3", "edition.mp3", "edition.m3u8"]
    assert mp3.render(replace(made, recordings={}), tmp_path, Settings()) == []


def test_the_same_publication_gives_the_same_bytes(made: Publication, output: Path, tmp_path: Path) -> None:
    for path in mp3.render(made, tmp_path, Settings()):
        assert path.read_bytes() == (output / path.relative_to(tmp_path)).read_bytes()


def test_the_house_may_give_its_own_cover(made: Publication, tmp_path: Path) -> None:
    edition = replace(made.edition, folder=tmp_path)
    (tmp_path / "une.jpg").write_bytes(b"\xff\xd8\xff\xe0picture")
    settings = Settings(sections=(AudioSettings(cover="une.jpg"),))
    paths = mp3.render(replace(made, edition=edition), tmp_path / "o", settings)
    picture = ID3(paths[0])["APIC:"]
    assert (picture.mime, picture.data) == ("image/jpeg", b"\xff\xd8\xff\xe0picture")
    (tmp_path / "une.jpg").write_bytes(b"GIF89a")
    with pytest.raises(UsageError, match="PNG ou un JPEG"):
        mp3.render(replace(made, edition=edition), tmp_path / "o2", settings)
    (tmp_path / "une.jpg").unlink()
    with pytest.raises(UsageError, match="illisible"):
        mp3.render(replace(made, edition=edition), tmp_path / "o3", settings)


@pytest.mark.parametrize(
    "title", ["Une", "Le Bocage libre du vendredi 14 mars 2025", "Anticonstitutionnellement " * 9, "m" * 90, "x"]
)
def test_a_cover_is_a_small_square_png_whatever_the_title(title: str) -> None:
    from io import BytesIO

    from PIL import Image

    data = cover.drawn(title, "Le Journal des très longs titres de presse régionale", None)
    with Image.open(BytesIO(data)) as picture:
        assert picture.size == (cover.SIDE, cover.SIDE)
        colours = picture.convert("RGB").getcolors()
    assert colours is not None
    assert len(colours) == 3
    assert len(data) < 30_000
    assert data == cover.drawn(title, "Le Journal des très longs titres de presse régionale", None)
