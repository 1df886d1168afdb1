"""Many editions in one call: each on its own, what has not changed left alone, all of it told."""

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from editions.commands import _collection
from editions.commands._progress import Lines
from editions.pipeline import Built, Order
from editions.pipeline import build as build_one
from tests.faults.builds import digests

ARTICLE = "Titre {0}\n\nUn chapeau.\n\nLe conseil a voté {0} mesures à 8 h 30.\n"


@pytest.fixture
def folders(tmp_path: Path) -> list[Path]:
    """Three editions of an archive."""
    made = []
    for day in (1, 2, 3):
        folder = tmp_path / "archive" / f"2004-03-0{day}"
        folder.mkdir(parents=True)
        (folder / "une.txt").write_text(ARTICLE.format(day), encoding="utf-8")
        (folder / "edition.toml").write_text(f'title = "Le Val {day}"\ndate = 2004-03-0{day}\n', encoding="utf-8")
        made.append(folder)
    return made


def build(folders: list[Path], *options: str) -> "subprocess.CompletedProcess[str]":
    run = [sys.executable, "-m", "editions", "build", *map(str, folders), "--voice", "tone", "--to", "mp3", *options]
    place = folders[0].parents[1]
    return subprocess.run(run, capture_output=True, text=True, encoding="utf-8", cwd=place)


def states(place: Path) -> dict[str, str]:
    content = json.loads((place / "output" / "archive.json").read_text(encoding="utf-8"))
    return {entry["name"]: entry["state"] for entry in content["editions"]}


def test_all_are_made_listed_by_date_and_counted(folders: list[Path], tmp_path: Path) -> None:
    run = build(folders)
    assert run.returncode == 0, run.stderr
    assert "3 éditions : 3 faites ; " in run.stderr
    page = (tmp_path / "output" / "index.html").read_text(encoding="utf-8")
    assert re.findall(r'href="(\S+)/index.html">(.*?)</a>', page) == [
        ("2004-03-03", "Le Val 3, mercredi 3 mars 2004"),
        ("2004-03-02", "Le Val 2, mardi 2 mars 2004"),
        ("2004-03-01", "Le Val 1, lundi 1er mars 2004"),
    ]
    content = json.loads((tmp_path / "output" / "archive.json").read_text(encoding="utf-8"))
    assert all(entry["megabytes"] > 0 and entry["articles"] == 1 for entry in content["editions"])


def test_a_second_call_makes_only_what_changed_or_is_gone(folders: list[Path], tmp_path: Path) -> None:
    assert build(folders).returncode == 0
    before = digests(tmp_path / "output")
    (folders[1] / "une.txt").write_text(ARTICLE.format(22), encoding="utf-8")
    (tmp_path / "output" / "2004-03-03" / "edition.json").unlink()
    run = build(folders)
    assert run.returncode == 0, run.stderr
    assert states(tmp_path) == {"2004-03-01": "unchanged", "2004-03-02": "made", "2004-03-03": "made"}
    assert "2 faites, 1 inchangée" in run.stderr
    after = digests(tmp_path / "output")
    changed = {name for name in before | after if before.get(name) != after.get(name)}
    assert {name.split("/")[0] for name in changed} == {"2004-03-02", "archive.json", "index.html"}
    assert build(folders, "--voice", "tone:grave").returncode == 0
    assert set(states(tmp_path).values()) == {"made"}


def test_an_unchanged_edition_is_not_opened(folders: list[Path], tmp_path: Path) -> None:
    assert build(folders).returncode == 0
    kept = list((tmp_path / "output").rglob("*.mp3"))
    for path in kept:  # what is opened is found damaged, what is looked at from outside is as it was
        times = path.stat()
        path.write_bytes(b"x" * times.st_size)
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    run = build(folders, "--json")
    assert [json.loads(line)["unchanged"] for line in run.stdout.splitlines()] == [True, True, True]
    assert all(set(path.read_bytes()) == {ord("x")} for path in kept)


@pytest.mark.parametrize("harm", [Path.unlink, lambda path: path.write_bytes(b"cut")], ids=["gone", "cut"])
def test_a_file_of_an_edition_that_is_gone_or_cut_is_made_again(
    folders: list[Path], tmp_path: Path, harm: Callable[[Path], object]
) -> None:
    assert build(folders).returncode == 0
    before = digests(tmp_path / "output" / "2004-03-02")
    harm(next((tmp_path / "output" / "2004-03-02").rglob("*.mp3")))
    assert build(folders).returncode == 0
    assert states(tmp_path) == {"2004-03-01": "unchanged", "2004-03-02": "made", "2004-03-03": "unchanged"}
    assert digests(tmp_path / "output" / "2004-03-02") == before


def test_what_stops_one_does_not_stop_the_others(folders: list[Path], tmp_path: Path) -> None:
    (folders[0] / "edition.toml").write_text("size = 1,2\n", encoding="utf-8")
    (folders[1] / "vide.txt").write_bytes(b"")
    run = build(folders)
    assert run.returncode == 3
    assert run.stderr.count("Erreur : ") == 2
    assert states(tmp_path) == {"2004-03-01": "failed", "2004-03-02": "failed", "2004-03-03": "made"}
    assert "1 faite, 2 en défaut" in run.stderr
    again = build(folders)
    assert "1 inchangée" in again.stderr, "what failed is tried again"
    assert again.returncode == 3


def test_a_lexicon_elsewhere_counts(folders: list[Path], tmp_path: Path) -> None:
    house = tmp_path / "maison.tsv"
    house.write_text("voté\tdécidé\n", encoding="utf-8")
    with (folders[0] / "edition.toml").open("a", encoding="utf-8") as settings:
        settings.write('lexicon = "../../maison.tsv"\n')
    assert build(folders).returncode == 0
    time.sleep(0.01)
    house.write_text("voté\tchoisi\n", encoding="utf-8")
    assert build(folders).returncode == 0
    assert states(tmp_path)["2004-03-01"] == "made"
    assert states(tmp_path)["2004-03-02"] == "unchanged"


def test_a_list_that_was_damaged_is_made_anew(folders: list[Path], tmp_path: Path) -> None:
    assert build(folders).returncode == 0
    (tmp_path / "output" / "archive.json").write_text('{"editions": [{"nom": 3}]}', encoding="utf-8")
    assert build(folders).returncode == 0
    assert set(states(tmp_path).values()) == {"made"}


def test_what_is_written_while_an_edition_is_made_is_made_the_next_time(
    folders: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = folders[0] / "une.txt"

    def written_meanwhile(order: Order, progress: object) -> Built:
        built = build_one(order)
        article.write_text(ARTICLE.format(44), encoding="utf-8")
        return built

    orders = [Order((folder,), tmp_path / "output", ("mp3",), "tone") for folder in folders]
    for making in (written_meanwhile, build_one):
        monkeypatch.setattr(_collection, "build", making)
        _collection.make(orders, lambda: None, Lines(), lambda *_: None, lambda _: None, False)
    assert states(tmp_path) == {"2004-03-01": "made", "2004-03-02": "unchanged", "2004-03-03": "unchanged"}
    assert "44 mesures" in (tmp_path / "output" / "2004-03-01" / "report" / "readings.json").read_text("utf-8")
