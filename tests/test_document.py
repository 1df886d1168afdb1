"""Editions made of folders and files: which files are articles, in which order, and what is refused."""

import os
from pathlib import Path

import pytest

from editions import document
from editions.errors import ArticleError
from editions.settings import Settings

TEXT = "L'eau monte encore. Elle atteint 2,15 m.\n\nOn attend la décrue."


def write(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")


def test_a_folder_gives_its_articles_by_name(tmp_path: Path) -> None:
    folder = tmp_path / "Écho du 14"
    folder.mkdir()
    write(folder, b_txt=f"Deux\n\n{TEXT}", a_md=f"# Un\n\n{TEXT}", README_md="Notes", LICENCE_txt="CC0", x_tsv="a\tb")
    write(folder, edition_toml="", photo_png="", _cache_txt="caché")
    edition, errors = document.edition([folder], Settings(title="L'Écho"))
    assert [article.title for article in edition.articles] == ["Un", "Deux"]
    assert (edition.name, edition.title, errors) == ("Écho-du-14", "L'Écho", ())


def test_the_order_can_be_given_and_an_absent_article_is_named(tmp_path: Path) -> None:
    write(tmp_path, a_txt=f"Un\n\n{TEXT}", b_txt=f"Deux\n\n{TEXT}", c_txt=f"Trois\n\n{TEXT}")
    edition, errors = document.edition([tmp_path], Settings(articles=("c.txt", "z.txt", "a.txt", "../a.txt")))
    assert [article.title for article in edition.articles] == ["Trois", "Un"]
    assert [(type(error), error.exit_code) for error in errors] == [(ArticleError, 3)] * 2
    assert "z.txt" in "".join(map(str, errors))


def test_bad_articles_do_not_stop_the_others(tmp_path: Path) -> None:
    write(tmp_path, a_txt=f"Un\n\n{TEXT}", b_txt="", c_txt="%PDF-1.4", d_odt="x", e_txt="Titre\n\n— … ***\n")
    (tmp_path / "g.txt").mkdir()
    (tmp_path / "h.txt").symlink_to("h.txt")
    edition, errors = document.edition([tmp_path], Settings())
    assert [article.title for article in edition.articles] == ["Un"]
    assert {error.where for error in errors} >= {"b.txt", "c.txt", "d.odt", "e.txt", "g.txt", "h.txt"}
    for error in errors:
        assert error.exit_code == 3
        assert error.hint
        assert "\n" not in str(error)


def test_an_empty_folder_is_said(tmp_path: Path) -> None:
    edition, errors = document.edition([tmp_path], Settings())
    assert edition.articles == ()
    assert "aucun article" in errors[0].message


def test_a_single_file_names_its_edition(tmp_path: Path) -> None:
    write(tmp_path, crue_txt=f"Radio Bocage\nOrne\n\nLa crue\n\n{TEXT}")
    edition, _ = document.edition([tmp_path / "crue.txt"], Settings())
    assert (edition.name, edition.title, edition.publisher) == ("crue", "La crue", "Radio Bocage")


def test_slugs_are_unique_and_fall_back_on_the_file_name(tmp_path: Path) -> None:
    write(tmp_path, a_txt=f"Même titre\n\n{TEXT}", b_txt=f"Même titre\n\n{TEXT}", crue_txt=f"李强\n\n{TEXT}")
    edition, _ = document.edition([tmp_path], Settings())
    assert [article.slug for article in edition.articles] == ["meme-titre", "meme-titre-2", "crue"]


def test_odd_file_names_do_no_harm(tmp_path: Path) -> None:
    names = [b"caf\xe9.txt", b"a\nb\x1b[31m.txt"]
    try:
        for name in names:
            (tmp_path / os.fsdecode(name)).write_text(f"Un\n\n{TEXT}", encoding="utf-8")
        (tmp_path / os.fsdecode(b"vide\n\x1b\xe9.txt")).write_bytes(b"")
    except OSError:
        pytest.skip("this file system refuses such names")
    edition, errors = document.edition([tmp_path], Settings())
    assert [article.name for article in edition.articles] == ["a\ufffdb\ufffd[31m.txt", "caf\ufffd.txt"]
    assert errors[0].where == "vide\ufffd\ufffd\ufffd.txt"
