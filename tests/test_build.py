"""Whole builds, as a newsroom runs them; the ``tone`` voice stands for a voice where only the order matters."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from editions import downloads
from editions.errors import ArticleError, UsageError
from tests.builds import FAIR, RIVER, build, digests, written


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An edition of two articles."""
    return written(tmp_path / "val", 'title = "Le Courrier"\npublisher = "Le Courrier du Val"\ndate = 2025-03-04\n')


def test_a_build_makes_the_files_of_the_contract(folder: Path, tmp_path: Path) -> None:
    built = build(folder, output=tmp_path / "out")
    assert built.failures == ()
    names = {path.relative_to(tmp_path / "out" / "val").as_posix() for path in built.files}
    articles = [name for name in names if name.startswith("audio/0")]
    assert len(articles) == 4
    assert names >= {
        "audio/00-sommaire.mp3", "audio/03-fin.mp3",
        "edition.json", "audio/edition.mp3", "print/large-print.pdf", "report/readings.json", "report/readings.html"
    }  # fmt: skip
    assert set(digests(tmp_path / "out" / "val")) == names
    manifest = json.loads((tmp_path / "out" / "val" / "edition.json").read_text(encoding="utf-8"))
    assert manifest["title"] == "Le Courrier"
    assert [article["source"] for article in manifest["articles"]] == ["01-crue.txt", "02-foire.txt"]
    heard = [manifest["opening"], *manifest["articles"], manifest["ending"]]
    lasting = downloads.duration(sum(article["sound"]["seconds"] for article in heard)).replace("\u00a0", " ")
    page = (tmp_path / "out" / "val" / "web" / "index.html").read_text(encoding="utf-8").replace("\u00a0", " ")
    assert f"2 articles, {lasting}." in page
    assert all(article["sound"]["seconds"] > 1 for article in heard)
    assert sum(article["sound"]["clips"] for article in heard) == built.clips_new + built.clips_cached
    assert manifest["files"] == {n: d for n, d in digests(tmp_path / "out" / "val").items() if n != "edition.json"}


def test_a_second_build_speaks_nothing_and_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    first = build(folder, output=tmp_path / "out")
    before = digests(tmp_path / "out")
    second = build(folder, output=tmp_path / "out")
    assert first.clips_new > 0
    assert second.clips_new == 0
    assert digests(tmp_path / "out") == before


def test_the_same_bytes_from_another_folder_with_another_number_of_jobs(folder: Path, tmp_path: Path) -> None:
    build(folder, output=tmp_path / "out", jobs=1)
    elsewhere = tmp_path / "a b" / "val"
    elsewhere.parent.mkdir()
    folder.rename(elsewhere)
    build(elsewhere, output=tmp_path / "sortie", jobs=3)
    assert digests(tmp_path / "out") == digests(tmp_path / "sortie")


def test_a_changed_sentence_is_the_only_one_spoken_again(folder: Path, tmp_path: Path) -> None:
    build(folder, output=tmp_path / "out")
    before = digests(tmp_path / "out" / "val")
    article = folder / "01-crue.txt"
    article.write_text(RIVER.replace("Personne n'est blessé.", "Un homme est blessé."), encoding="utf-8")
    assert build(folder, output=tmp_path / "out").clips_new == 1
    after = digests(tmp_path / "out" / "val")
    other = next(name for name in after if name.startswith("audio/02"))
    changed = next(name for name in after if name.startswith("audio/01"))
    assert after[other] == before[other]
    assert after[changed] != before[changed]


@pytest.mark.parametrize(
    "name, content",
    [("00-vide.txt", b""), ("00-archive.txt", b"\x1f\x8b\x08\x00" + bytes(60)), ("00-rien.txt", b"\n \n")],
)
def test_a_bad_article_is_named_and_the_others_keep_their_bytes(
    folder: Path, tmp_path: Path, name: str, content: bytes
) -> None:
    build(folder, output=tmp_path / "out")
    before = {n: d for n, d in digests(tmp_path / "out" / "val").items() if n.startswith(("audio/", "print/"))}
    (folder / name).write_bytes(content)
    built = build(folder, output=tmp_path / "out")
    assert [type(failure) for failure in built.failures] == [ArticleError]
    assert name in str(built.failures[0])
    assert built.failures[0].hint
    after = {n: d for n, d in digests(tmp_path / "out" / "val").items() if n.startswith(("audio/", "print/"))}
    assert after == before


def test_strict_stops_at_the_first_bad_article_and_keeps_the_old_edition(folder: Path, tmp_path: Path) -> None:
    build(folder, output=tmp_path / "out")
    before = digests(tmp_path / "out")
    (folder / "00-vide.txt").write_bytes(b"")
    with pytest.raises(ArticleError):
        build(folder, output=tmp_path / "out", strict=True)
    assert digests(tmp_path / "out") == before


def test_articles_and_cover_are_looked_for_from_the_folder_of_the_edition(folder: Path, tmp_path: Path) -> None:
    from PIL import Image

    (folder / "une").mkdir()
    (folder / "01-crue.txt").rename(folder / "une" / "une.txt")
    Image.new("RGB", (60, 80), "navy").save(folder / "une.jpg")
    lines = 'articles = ["une/une.txt", "02-foire.txt"]\ncover = "une.jpg"\n'
    (folder / "edition.toml").write_text(lines, encoding="utf-8")
    built = build(folder, output=tmp_path / "out", to=("mp3",))
    assert built.failures == ()
    mp3 = next((tmp_path / "out" / "val" / "audio").glob("01-*.mp3"))
    assert (folder / "une.jpg").read_bytes() in mp3.read_bytes()


def test_single_files_do_not_replace_the_edition_of_their_folder(folder: Path, tmp_path: Path) -> None:
    build(folder, output=tmp_path / "out", to=("pdf",))
    before = digests(tmp_path / "out")
    both = tuple(sorted(folder.glob("*.txt")))
    with pytest.raises(UsageError, match="tout un dossier, que ces articles remplaceraient") as caught:
        build(*both, output=tmp_path / "out", to=("pdf",))
    assert "--output" in caught.value.hint
    assert digests(tmp_path / "out") == before
    build(both[0], output=tmp_path / "out", to=("pdf",))
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"val", "01-crue"}


def test_single_files_may_be_built_again_but_not_in_the_place_of_others(folder: Path, tmp_path: Path) -> None:
    crue, foire = sorted(folder.glob("*.txt"))
    third = folder / "03-marche.txt"
    third.write_text(FAIR, encoding="utf-8")
    build(crue, foire, output=tmp_path / "out", to=("pdf",))
    build(crue, third, output=tmp_path / "out", to=("pdf",))
    other = tmp_path / "autre" / "val"
    other.mkdir(parents=True)
    for name in ("a.txt", "b.txt"):
        (other / name).write_text(FAIR, encoding="utf-8")
    with pytest.raises(UsageError, match="une autre édition"):
        build(other / "a.txt", other / "b.txt", output=tmp_path / "out", to=("pdf",))


def test_two_editions_of_one_name_are_refused_before_anything_is_made(folder: Path, tmp_path: Path) -> None:
    twin = tmp_path / "autre" / "VAL"
    twin.mkdir(parents=True)
    (twin / "a.txt").write_text(FAIR, encoding="utf-8")
    command = [sys.executable, "-m", "editions", "build", str(folder), str(twin), "--to", "pdf", "-o", "out"]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=tmp_path)
    assert run.returncode == 2
    assert "la même édition" in run.stderr
    assert not (tmp_path / "out").exists()


def test_an_unknown_format_or_an_empty_folder_is_one_clear_line(tmp_path: Path, folder: Path) -> None:
    with pytest.raises(UsageError, match="nope"):
        build(folder, output=tmp_path / "out", to=("nope",))
    (tmp_path / "empty").mkdir()
    nothing = build(tmp_path / "empty", output=tmp_path / "out")
    assert ["aucun article" in str(failure) for failure in nothing.failures] == [True]
    assert nothing.files == ()
    assert not (tmp_path / "out").exists() or not os.listdir(tmp_path / "out")


def test_each_folder_is_an_edition_and_json_is_one_line_for_each(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "autre"
    other.mkdir()
    (other / "foire.txt").write_text(FAIR, encoding="utf-8")
    command = [sys.executable, "-m", "editions", "build", "val", "autre", "--to", "pdf", "--json"]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=tmp_path)
    assert run.returncode == 0
    results = [json.loads(line) for line in run.stdout.splitlines()]
    assert [result["folder"] for result in results] == ["output/val", "output/autre"]
    assert all((tmp_path / file).is_file() for result in results for file in result["files"])


def test_a_sentence_whose_sound_is_too_short_is_told(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from editions.audio import timing

    assert build(folder, output=tmp_path / "whole", to=("mp3",)).findings == ()
    monkeypatch.setattr(timing, "plausible", lambda text, seconds: "blessé" not in text)
    monkeypatch.setenv("EDITIONS_CACHE", str(tmp_path / "fresh"))
    built = build(folder, output=tmp_path / "out", to=("mp3",))
    assert [(finding.code, finding.place) for finding in built.findings] == [("sound-length", "01-crue.txt")]


def test_what_is_left_out_is_counted_listed_and_kept_on_demand(tmp_path: Path) -> None:
    (tmp_path / "val").mkdir()
    (tmp_path / "val" / "crue.txt").write_text(f"Partager\n\n{RIVER}\nRéagir\n", encoding="utf-8")
    command = [sys.executable, "-m", "editions", "build", "val", "--to", "pdf"]
    result = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=tmp_path)
    assert "Laissé de côté : 2 lignes, dans" in result.stderr
    manifest = json.loads((tmp_path / "output" / "val" / "edition.json").read_text("utf-8"))
    assert [(left["text"], left["why"]) for left in manifest["articles"][0]["left_out"]] == [
        ("Partager", "furniture"), ("Réagir", "furniture"),
    ]  # fmt: skip
    report = (tmp_path / "output" / "val" / "report" / "readings.html").read_text("utf-8")
    assert 'data-copy="[garder] Partager"' in report
    assert '<small class="role">titre</small>' in report
