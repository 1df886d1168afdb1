"""Files are found by names that look alike."""

import unicodedata
from pathlib import Path

import pytest

from editions import names


def decomposed(name: str) -> str:
    return unicodedata.normalize("NFD", name)


@pytest.mark.parametrize(
    ("there", "asked"),
    [
        (decomposed("été.txt"), "été.txt"),
        ("été.txt", decomposed("été.txt")),
        (f"{decomposed('Évènement')}/{decomposed('été.txt')}", "Évènement/été.txt"),
        ("Photo.JPG", "photo.jpg"),
        ("une.txt", "une.txt"),
    ],
)
def test_the_file_that_looks_the_same_is_found(tmp_path: Path, there: str, asked: str) -> None:
    (tmp_path / there).parent.mkdir(exist_ok=True)
    (tmp_path / there).write_text("x", encoding="utf-8")
    assert names.found(tmp_path / asked) == tmp_path / there


@pytest.mark.parametrize("asked", ["ete.txt", "non/été.txt", "../autre.txt", "x" * 300, "a\0b"])
def test_another_name_is_not(tmp_path: Path, asked: str) -> None:
    (tmp_path / "été.txt").write_text("x", encoding="utf-8")
    assert names.found(tmp_path / asked) == tmp_path / asked


def test_of_two_that_look_alike_none_is_guessed(tmp_path: Path) -> None:
    for name in ("Une.txt", "UNE.txt"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert names.found(tmp_path / "une.txt") == tmp_path / "une.txt"
    assert names.found(tmp_path / "Une.txt") == tmp_path / "Une.txt"


def test_a_tilde_is_the_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert names.expanded("~/cache") == tmp_path / "cache"
    (tmp_path / "lundi").mkdir()
    assert names.found(Path("~/lundi")) == tmp_path / "lundi"
    assert names.expanded("a~b") == Path("a~b")
    assert names.expanded("~personne-de-ce-nom/x") == Path("~personne-de-ce-nom/x")
