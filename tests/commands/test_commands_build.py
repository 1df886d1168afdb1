"""``editions build`` as it is seen: a summary, errors last; what the environment and neighbours may do to it."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from editions import pipeline
from editions.errors import UsageError
from tests.builds import written


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An edition of two articles."""
    return written(tmp_path / "val", 'title = "Le Val"\ndate = 2025-03-04\n')


def build(folder: Path, output: Path, *to: str) -> pipeline.Built:
    return pipeline.build(pipeline.Order((folder,), output, to, voice="tone"))


def command(folder: Path, *options: str) -> "subprocess.CompletedProcess[str]":
    run = [sys.executable, "-m", "editions", "build", "val", "--voice", "tone", *options]
    return subprocess.run(run, capture_output=True, text=True, encoding="utf-8", cwd=folder.parent)


def test_the_command_tells_what_was_made_in_a_few_lines_and_errors_last(folder: Path, tmp_path: Path) -> None:
    (folder / "00-vide.txt").write_bytes(b"")
    run = command(folder, "--to", "mp3,pdf")
    assert run.returncode == 3
    first, second, *_, last = run.stdout.splitlines()
    with pikepdf.open(tmp_path / "output" / "val" / "print" / "large-print.pdf") as file:
        pages = len(file.pages)
    assert re.fullmatch(
        rf".+ : \d articles, 1 en défaut \(dit plus bas\), \d+ (?:minute|seconde)s? de son, {pages} pages .*", first
    )
    assert second == "À ouvrir d'abord : output/val/index.html"
    assert re.fullmatch(r"\d+ fichiers : audio \d+, print 1, report 2 \(--verbose les nomme tous\)", last)
    assert [line.partition(" : ")[0] for line in run.stderr.splitlines()[-2:]] == ["Erreur", "Conseil"]
    assert "Traceback" not in run.stderr


def test_verbose_names_every_file(folder: Path, tmp_path: Path) -> None:
    run = command(folder, "--to", "mp3", "--verbose")
    assert run.returncode == 0
    named = [line for line in run.stdout.splitlines() if " : " not in line]
    there = (path for path in (tmp_path / "output" / "val").rglob("*") if path.is_file())
    assert sorted(map(Path, named)) == sorted(path.relative_to(tmp_path) for path in there)


def test_the_podcast_is_silent_about_its_address_until_someone_wants_one(folder: Path) -> None:
    assert "sans adresse" not in command(folder).stderr
    assert "sans adresse" in command(folder, "--to", "podcast").stderr
    with (folder / "edition.toml").open("a", encoding="utf-8") as settings:
        settings.write('\n[podcast]\ntitle = "Le Val"\n')
    assert "sans adresse" in command(folder).stderr


def test_a_folder_of_the_same_name_elsewhere_does_not_take_the_place(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build(folder, out, "pdf")
    other = tmp_path / "mardi" / folder.name
    shutil.copytree(folder, other)
    with pytest.raises(UsageError, match="autre dossier du même nom") as caught:
        build(other, out, "pdf")
    assert caught.value.where == str(out / folder.name)
    build(folder, out, "pdf")
    shutil.move(folder, tmp_path / "ailleurs")
    assert build(other, out, "pdf").files  # it was moved: there is but one


@pytest.mark.parametrize("epoch", ["abc", "99999999999999", "1.5", "-1e3"])
def test_a_date_of_the_environment_that_is_none_is_told(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, epoch: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH"):
        build(folder, tmp_path / "out", "pdf")


@pytest.mark.parametrize(
    "values", ['{"files": {"a": "b"}, "articles": 5}', "[]", '{"articles": [1], "files": {}, "outputs": {}}', "", "{"]
)
def test_a_manifest_that_someone_edited_is_no_manifest(folder: Path, tmp_path: Path, values: str) -> None:
    out = tmp_path / "out"
    made = build(folder, out, "pdf")
    (made.folder / "edition.json").write_text(values, encoding="utf-8")
    again = build(folder, out, "pdf")
    assert json.loads((again.folder / "edition.json").read_text(encoding="utf-8"))["articles"]
