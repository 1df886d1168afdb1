"""Editions made of folders and files: which files are articles, slugs, ids, sentences, and what is refused."""

import os
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editions import document
from editions.errors import ArticleError
from editions.model import Article, Block
from editions.settings import Settings

TEXT = "L'eau monte encore. Elle atteint 2,15 m.\n\nOn attend la décrue."


def write(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")


def made(tmp_path: Path, text: str, name: str = "une.txt") -> Article:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return document.article(path)


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


@pytest.mark.parametrize(
    "title, slug",
    [
        ("L'Orne déborde : 35 kg d'œufs à 3 €", "l-orne-deborde-35-kg-d-oeufs-a-3"),
        ("../../etc/passwd", "etc-passwd"),
        ('a/b\\c:d*e?f"g<h>i|j', "a-b-c-d-e-f-g-h-i-j"),
        ("34 personnes", "article-34-personnes"),
        ("CON", "article-con"),
        ("李强", ""),
        ("mot " * 40, "-".join(["mot"] * 15)),
        ("x" * 200, "x" * 60),
        (" . ", ""),
    ],
)
def test_slugs(title: str, slug: str) -> None:
    assert document.slugged(title) == slug


def test_slugs_are_unique_and_fall_back_on_the_file_name(tmp_path: Path) -> None:
    write(tmp_path, a_txt=f"Même titre\n\n{TEXT}", b_txt=f"Même titre\n\n{TEXT}", crue_txt=f"李强\n\n{TEXT}")
    edition, _ = document.edition([tmp_path], Settings())
    assert [article.slug for article in edition.articles] == ["meme-titre", "meme-titre-2", "crue"]


def test_ids_facts_and_spacing(tmp_path: Path) -> None:
    text = f"Radio Bocage\nOrne\n\nCrue: le point\n\nPar Anne Durand\n\nPublié le 14 mars 2025 à 8h\n\n{TEXT}"
    article = made(tmp_path, text)
    assert (article.slug, article.title) == ("crue-le-point", "Crue\u00a0: le point")
    assert (article.outlet, article.section) == ("Radio Bocage", "Orne")
    assert (article.byline, article.date) == ("Anne Durand", "14 mars 2025 à 8h")
    lede = article.blocks[5]
    assert (lede.kind, lede.line) == ("lede", 10)
    assert lede.text == "L'eau monte encore. Elle atteint 2,15\u00a0m."
    assert [sentence.id for sentence in lede.sentences] == ["crue-le-point-b6s1", "crue-le-point-b6s2"]
    assert [sentence.text for sentence in lede.sentences] == ["L'eau monte encore. ", "Elle atteint 2,15\u00a0m."]


def test_marks_follow_their_words_through_the_spacing(tmp_path: Path) -> None:
    article = made(tmp_path, "# Un\n\nOui: [non?](x) **«mot»**\n", "une.md")
    block = article.blocks[1]
    assert [block.text[m.span.start : m.span.end] for m in block.marks] == ["non\u202f?", "«\u00a0mot\u00a0»"]


def test_images_are_files_inside_the_folder_or_findings(tmp_path: Path) -> None:
    (tmp_path / "img").mkdir()
    (tmp_path / "img" / "a.png").write_bytes(b"x")
    (tmp_path / "été.png").write_bytes(b"x")
    inside = ["img/a.png", "img/../img/a.png", "été.png", "img/a.png?w=300"]
    images = [*inside, "/etc/passwd", "../x.png", "https://exemple.fr/a.png", "b.png"]
    article = made(tmp_path, "# Un\n\n" + "\n\n".join(f"![Alt {i}]({p})" for i, p in enumerate(images)), "une.md")
    assert [block.marks[0].value for block in article.blocks[1:]] == [
        *["img/a.png", "img/a.png", "été.png", "img/a.png"],
        *["", "", "", ""],
    ]
    assert [finding.code for finding in article.findings] == ["image-missing"] * 2 + ["image-remote", "image-missing"]


def test_a_picture_that_is_neither_there_nor_described_is_only_a_finding(tmp_path: Path) -> None:
    article = made(tmp_path, "# Un\n\n![](absente.png)\n\nTexte.\n", "une.md")
    assert [block.kind for block in article.blocks] == ["title", "paragraph"]
    assert [finding.code for finding in article.findings] == ["image-missing"]


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


def test_cells_and_lines_are_sentences(tmp_path: Path) -> None:
    article = made(tmp_path, "# Un\n\n| A | B |\n|---|---|\n| | x. Y |\n\nmairie  \nplace\n", "une.md")
    table, address = article.blocks[1:]
    assert [sentence.text for sentence in table.sentences] == ["A\t", "B\n\t", "x. ", "Y"]
    assert [sentence.text for sentence in address.sentences] == ["mairie\n", "place"]


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("aé1 .!?»\n\t\u00a0M") | st.characters(codec="utf-8"), min_size=1, max_size=80))
def test_sentences_follow_one_another_without_gap(text: str) -> None:
    ends = document.sentence_ends(text)
    sentences = Block("b", "paragraph", text, ends).sentences
    assert "".join(sentence.text for sentence in sentences) == ("" if text.isspace() else text)
    assert all(sentence.text.strip() for sentence in sentences)
    assert len(sentences) == len(ends)


@settings(max_examples=250, deadline=None)
@given(
    st.text(
        st.sampled_from("aÉ1 .:?!»«\"'*_`[]()<>&#|-\n\t\r\u2028\u00ad\ufb01") | st.characters(codec="utf-8"),
        max_size=120,
    ),
    st.sampled_from(["une.txt", "une.md", "une.html"]),
)
def test_any_text_makes_an_article_or_is_refused(
    tmp_path_factory: pytest.TempPathFactory, text: str, name: str
) -> None:
    path = tmp_path_factory.mktemp("any") / name
    path.write_bytes(text.encode())
    try:
        article = document.article(path)
    except ArticleError:
        return
    assert re.fullmatch("[a-z][a-z0-9-]{0,59}", article.slug)
    assert article.title == article.title.strip() != ""
    ids = [sentence.id for block in article.blocks for sentence in block.sentences]
    assert len(ids) == len(set(ids))
    for block in article.blocks:
        assert "".join(sentence.text for sentence in block.sentences) == block.text
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u2028\ufeff]", block.text)
        assert all(0 <= mark.span.start <= mark.span.end <= len(block.text) for mark in block.marks)


def test_an_article_beyond_the_stated_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "roman.txt"
    path.write_text("Un titre\n\n" + "Une phrase de plus. " * 13_000, encoding="utf-8")
    with pytest.raises(ArticleError, match="démesuré : 260 0"):
        document.article(path)
