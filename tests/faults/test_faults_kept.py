"""Files that broke something once, byte for byte in ``kept/``: each made whole, or refused in a line (``kept.tsv``)."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from editions import tables
from tests.faults.builds import Made, measured, posix

KEPT = Path(__file__).with_name("kept")
ROWS = [(*cells, "", "", "")[:4] for _, cells in tables.rows(KEPT.with_suffix(".tsv").read_text(encoding="utf-8"))]
MEGABYTES = 750
"""As for the others: two articles at once."""
PLAIN = "Le lac rouvre\n\nUn chapeau ordinaire.\n\nLe conseil a voté 20 mesures le 3 mars à 12h30.\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    place = tmp_path_factory.mktemp("kept")
    shutil.copytree(KEPT, place / "val")
    (place / "val" / "00-plain.txt").write_text(PLAIN, encoding="utf-8")
    (place / "val" / "g02_200k_words.txt").write_text(200_000 * "mot ", encoding="utf-8")
    return measured(place)


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Made:
    place = tmp_path_factory.mktemp("alone")
    (place / "val").mkdir()
    (place / "val" / "00-plain.txt").write_text(PLAIN, encoding="utf-8")
    return measured(place)


def test_every_file_has_its_row() -> None:
    assert sorted(name for name, *_ in ROWS) == sorted(path.name for path in KEPT.iterdir())


@posix
def test_what_is_refused_is_named_and_nothing_else_is(made: Made) -> None:
    assert made.code == 3, made.told
    assert "Traceback" not in made.told
    refused = re.findall(r"^Erreur : (\S+?)(?::\d+)? : ", made.told, flags=re.M)
    assert sorted(refused) == sorted([*(name for name, how, *_ in ROWS if how == "refused"), "g02_200k_words.txt"])


@posix
@pytest.mark.parametrize("name, how, told, said", ROWS)
def test_each_is_told_and_said_as_its_row_has_it(made: Made, name: str, how: str, told: str, said: str) -> None:
    lines = [line for line in made.told.splitlines() if name in line]
    assert any(told in line for line in lines) if told else how == "made"
    if how == "made":
        assert said in spoken(made, name)


def spoken(made: Made, name: str) -> str:
    """All that is said of an article."""
    manifest = json.loads((made.edition / "edition.json").read_text(encoding="utf-8"))
    readings = json.loads((made.edition / "report" / "readings.json").read_text(encoding="utf-8"))
    [slug] = [article["slug"] for article in manifest["articles"] if article["source"] == name]
    [article] = [article for article in readings["articles"] if article["slug"] == slug]
    return " ".join(sentence["said"] for sentence in article["sentences"])


@posix
def test_their_neighbour_is_as_if_it_were_alone(made: Made, alone: Made) -> None:
    for pattern in ("captions/*le-lac-r*.vtt", "captions/*le-lac-r*.srt"):
        [among] = made.edition.glob(pattern)
        [own] = alone.edition.glob(pattern)
        assert among.read_bytes() == own.read_bytes()
    [among], [own] = (each.edition.glob("audio/*le-lac-r*.mp3") for each in (made, alone))
    assert sound(among) == sound(own)


def sound(path: Path) -> bytes:
    """An MP3 without its tags, which count the articles."""
    data = path.read_bytes()
    size = 10 + sum(byte << 7 * (3 - place) for place, byte in enumerate(data[6:10]))
    return data[size:] if data.startswith(b"ID3") else data


@posix
def test_they_take_little_memory_and_leave_nothing_elsewhere(made: Made) -> None:
    assert made.megabytes < MEGABYTES
    assert made.around == {"val", "out", "cache"}
    assert not [path for path in (Path.cwd(), Path("/tmp")) for path in path.glob("PWNED*")]


@posix
def test_every_output_is_what_it_should_be(made: Made) -> None:
    run = [sys.executable, "-m", "editions", "verify", str(made.edition)]
    checked = subprocess.run(run, capture_output=True, text=True, encoding="utf-8")
    assert checked.returncode == 0, checked.stdout + checked.stderr
