"""What is in the folder of an edition: nothing is left out without a word."""

import unicodedata
from pathlib import Path

import pytest

from editions import document
from editions.model import Edition
from editions.settings import Settings

TEXT = "Un titre\n\nL'eau monte encore, et elle atteint 2,15 m.\n\nOn attend la décrue.\n"


def edition(folder: Path, *order: str) -> tuple[Edition, list[str]]:
    made, errors = document.edition([folder], Settings(articles=order))
    return made, [error.where for error in errors]


def codes(made: Edition) -> list[str]:
    return [finding.code for finding in made.findings]


@pytest.mark.parametrize(
    "name",
    [
        "b.odp",
        "b.msg",
        "b.eml",
        "b.tex",
        "b.webarchive",
        "b.PDF",
        "b.docx.bak",
        "b.txt~",
        "sans suffixe",
        "b.url",
        "b.old",
        "edition.toml.txt",
        "Lexicon.tsv.txt",
    ],
)
def test_what_may_be_an_article_is_refused_by_name(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / name).write_text(TEXT, encoding="utf-8")
    made, errors = edition(tmp_path)
    assert len(made.articles) == 1
    assert errors == [name]
    assert codes(made) == []


@pytest.mark.parametrize(
    "name",
    [".DS_Store", "Thumbs.db", "desktop.ini", "photo.JPG", "plan.svg", "voix.onnx", "voix.onnx.json", "LISEZMOI",
     "~$a.docx", "README.md", "police.ttf", "lexicon.tsv", "edition.toml"],
)  # fmt: skip
def test_what_belongs_beside_articles_needs_no_word(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / name).write_text("", encoding="utf-8")
    made, errors = edition(tmp_path)
    assert (len(made.articles), errors, codes(made)) == (1, [], [])


def test_files_of_no_known_kind_are_named_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    for name in ("z.xyz", "b.zip"):
        (tmp_path / name).write_bytes(b"\0\1")
    (tmp_path / "binaire").write_bytes(b"\0\1\2")
    made, errors = edition(tmp_path)
    (finding,) = made.findings
    assert (errors, finding.code, finding.message) == ([], "file-skipped", "laissé de côté : b.zip, binaire, z.xyz")


def test_words_and_settings_under_another_name_are_named_unless_they_are_asked_for(tmp_path: Path) -> None:
    for name in ("a.txt", "lexique.tsv", "réglages.toml"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    (finding,) = edition(tmp_path)[0].findings
    assert finding.message == "laissé de côté : lexique.tsv, réglages.toml"
    made, _ = document.edition([tmp_path], Settings(lexicon=str(tmp_path / "lexique.tsv")))
    assert [found.message for found in made.findings] == ["laissé de côté : réglages.toml"]


def test_folders_with_articles_in_them_are_named_unless_one_is_taken(tmp_path: Path) -> None:
    for name in ("a.txt", "sport/b.txt", "sport/c.txt", "une_fichiers/d.html", "images/photo.jpg"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    made, _ = edition(tmp_path)
    (finding,) = made.findings
    assert (finding.code, finding.place) == ("folder-skipped", "sport")
    assert "2 articles" in finding.message
    assert codes(edition(tmp_path, "a.txt", "sport/b.txt")[0]) == []


def test_articles_that_the_list_leaves_out_are_named_with_the_line_to_paste(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    made, errors = edition(tmp_path, "c.txt", "a.txt")
    (finding,) = made.findings
    assert (errors, finding.code, finding.place) == ([], "article-unlisted", "edition.toml")
    assert 'articles = ["c.txt", "a.txt", "b.txt"]' in finding.hint
    assert codes(edition(tmp_path, "c.txt", "a.txt", "b.txt")[0]) == []


def test_the_list_finds_names_of_another_form(tmp_path: Path) -> None:
    (tmp_path / unicodedata.normalize("NFD", "été.txt")).write_text(TEXT, encoding="utf-8")
    made, errors = edition(tmp_path, unicodedata.normalize("NFC", "été.txt"))
    assert (len(made.articles), errors, codes(made)) == (1, [], [])


@pytest.mark.parametrize("text", [document.TEMPLATE, document.TEMPLATE.replace("Titre de l'article", "Un vrai titre")])
def test_a_template_that_nobody_wrote_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "01-article.txt").write_text(text, encoding="utf-8")
    (tmp_path / "02-une.txt").write_text(TEXT, encoding="utf-8")
    made, errors = edition(tmp_path)
    assert (errors, [(found.code, found.place) for found in made.findings]) == (
        [],
        [("article-template", "01-article.txt")],
    )


@pytest.mark.parametrize(
    ("folder", "title", "name"),
    [
        ("Mardi 3 décembre", "Mardi 3 décembre", "Mardi-3-décembre"),
        (unicodedata.normalize("NFD", "Mardi 3 décembre"), "Mardi 3 décembre", "Mardi-3-décembre"),
        ("L'Écho, n° 12", "L'Écho, n° 12", "L-Écho-n-12"),
        ("mardi_3", "mardi 3", "mardi_3"),
        ("2025-03-14", "2025-03-14", "2025-03-14"),
    ],
)
def test_the_title_is_the_words_of_the_folder(tmp_path: Path, folder: str, title: str, name: str) -> None:
    (tmp_path / folder).mkdir()
    for file in ("a.txt", "b.txt"):
        (tmp_path / folder / file).write_text(TEXT, encoding="utf-8")
    made, _ = edition(tmp_path / folder)
    assert (made.title, made.name) == (title, name)
