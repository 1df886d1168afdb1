"""``editions demo``: the sample edition where one stands, from its own articles."""

import subprocess
import sys
from pathlib import Path

import pytest

from editions.commands.demo import sample

ROOT = Path(__file__).parents[2]


def demo(place: Path, *options: str) -> "subprocess.CompletedProcess[str]":
    run = [sys.executable, "-m", "editions", "demo", "--voice", "tone", *options]
    return subprocess.run(run, capture_output=True, text=True, encoding="utf-8", cwd=place)


def test_the_sample_is_put_where_one_stands_and_made(tmp_path: Path) -> None:
    run = demo(tmp_path)
    assert run.returncode == 0, run.stderr
    assert "Articles d'exemple posés dans articles/bocage" in run.stderr.replace("\\", "/")
    assert (tmp_path / "output" / "bocage" / "index.html").is_file()
    put = {path.name: path.read_bytes() for path in (tmp_path / "articles" / "bocage").iterdir()}
    assert put == {path.name: path.read_bytes() for path in sample().iterdir()}
    assert [path.name for path in (tmp_path / "articles").iterdir()] == ["bocage"]


def test_articles_that_were_changed_are_kept_and_made(tmp_path: Path) -> None:
    folder = tmp_path / "articles" / "bocage"
    folder.mkdir(parents=True)
    (folder / "01-mien.txt").write_text("Mon titre\n\nMon chapeau.\n\nUn paragraphe.\n", encoding="utf-8")
    run = demo(tmp_path, "-o", "ici", "--to", "mp3")
    assert run.returncode == 0, run.stderr
    assert [path.name for path in folder.iterdir()] == ["01-mien.txt"]
    assert len(list((tmp_path / "ici" / "bocage" / "audio").glob("01-*.mp3"))) == 1
    assert not (tmp_path / "ici" / "bocage" / "print").exists()


def test_a_place_where_nothing_may_be_written_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "articles").write_text("", encoding="utf-8")
    run = demo(tmp_path)
    assert run.returncode == 2
    assert run.stderr.count("Erreur : ") == 1
    assert "Traceback" not in run.stderr


def test_the_wheel_puts_the_sample_where_it_is_looked_for() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert '"editions.sample" = "articles/bocage"' in text
    assert sample() == ROOT / "articles" / "bocage"


@pytest.mark.parametrize("name", ["edition.toml", "lexicon.tsv", "LICENCE.txt"])
def test_the_sample_is_whole(name: str) -> None:
    assert (sample() / name).is_file()
