"""One article made of one file: its slug, ids, sentences, runs and pictures, and what is refused."""

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from editions import articles
from editions.errors import ArticleError
from editions.model import Article, Block, Figure, Picture
from editions.model.runs import Raised

TEXT = "L'eau monte encore. Elle atteint 2,15 m.\n\nOn attend la décrue."


def made(tmp_path: Path, text: str, name: str = "une.txt") -> Article:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return articles.article(path)


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
    assert articles.slugged(title) == slug


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
    assert [block.text[m.span.start : m.span.end] for m in block.runs] == ["non\u202f?", "«\u00a0mot\u00a0»"]


def test_images_are_files_inside_the_folder_or_findings(tmp_path: Path) -> None:
    (tmp_path / "img").mkdir()
    (tmp_path / "img" / "a.png").write_bytes(b"x")
    (tmp_path / "été.png").write_bytes(b"x")
    inside = ["img/a.png", "img/../img/a.png", "été.png", "img/a.png?w=300"]
    images = [*inside, "/etc/passwd", "../x.png", "https://exemple.fr/a.png", "b.png"]
    article = made(tmp_path, "# Un\n\n" + "\n\n".join(f"![Alt {i}]({p})" for i, p in enumerate(images)), "une.md")
    pictures = [figure.picture for figure in article.body if isinstance(figure, Figure)]
    assert [picture.name if picture else "" for picture in pictures] == [
        *["img/a.png", "img/a.png", "été.png", "img/a.png"],
        *["", "", "", ""],
    ]
    codes = ["image-unreadable"] * 4 + ["image-missing"] * 2 + ["image-remote", "image-missing"]
    assert [finding.code for finding in article.findings] == codes


def test_a_picture_is_found_by_a_name_of_another_form(tmp_path: Path) -> None:
    Image.new("RGB", (4, 4)).save(tmp_path / unicodedata.normalize("NFD", "été.png"))
    article = made(tmp_path, "# Un\n\nMot.\n\n![Alt](été.png)\n\n![Alt](%C3%A9t%C3%A9.PNG)\n", "une.md")
    assert article.findings == ()


def test_a_picture_that_is_neither_there_nor_described_is_only_a_finding(tmp_path: Path) -> None:
    article = made(tmp_path, "# Un\n\n![](absente.png)\n\nTexte.\n", "une.md")
    assert [block.kind for block in article.blocks] == ["title", "paragraph"]
    assert [finding.code for finding in article.findings] == ["image-missing"]


def test_the_number_of_a_cell_is_no_sentence(tmp_path: Path) -> None:
    article = made(tmp_path, "# Un\n\n| A | B |\n|---|---|\n| 1. Le pont | En 2. Fin |\n", "une.md")
    assert [sentence.text for sentence in article.blocks[1].sentences] == [
        "A\t",
        "B\n",
        "1. Le pont\t",
        "En 2. ",
        "Fin",
    ]


def test_cells_and_lines_are_sentences(tmp_path: Path) -> None:
    article = made(tmp_path, "# Un\n\n| A | B |\n|---|---|\n| | x. Y |\n\nmairie  \nplace\n", "une.md")
    table, address = article.blocks[1:]
    assert [sentence.text for sentence in table.sentences] == ["A\t", "B\n\t", "x. ", "Y"]
    assert [sentence.text for sentence in address.sentences] == ["mairie\n", "place"]


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("aé1 .!?»\n\t\u00a0M") | st.characters(codec="utf-8"), min_size=1, max_size=80))
def test_sentences_follow_one_another_without_gap(text: str) -> None:
    ends = articles.sentence_ends(text)
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
        article = articles.article(path)
    except ArticleError:
        return
    assert re.fullmatch("[a-z][a-z0-9-]{0,59}", article.slug)
    assert article.title == article.title.strip() != ""
    ids = [sentence.id for block in article.blocks for sentence in block.sentences]
    assert len(ids) == len(set(ids))
    for block in article.blocks:
        assert "".join(sentence.text for sentence in block.sentences) == block.text
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u2028\ufeff]", block.text)
        assert all(0 <= mark.span.start <= mark.span.end <= len(block.text) for mark in block.runs)


def test_an_article_beyond_the_stated_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "roman.txt"
    path.write_text("Un titre\n\n" + "Une phrase de plus. " * 13_000, encoding="utf-8")
    with pytest.raises(ArticleError, match="démesuré : 260 0"):
        articles.article(path)


def test_letters_of_ordinals_are_raised_unless_the_article_raises_its_own(tmp_path: Path) -> None:
    article = made(tmp_path, "<h1>Un</h1><p>Le 88e et le 1er.<p>Le 88<sup>e</sup> et le 1er.<pre>Le 88e", "une.html")
    raised = [[b.text[r.span.start : r.span.end] for r in b.runs if isinstance(r, Raised)] for b in article.blocks[1:]]
    assert raised == [["e", "er"], ["e"], []]


def test_pictures_are_measured_as_they_are_seen(tmp_path: Path) -> None:
    upright = Image.Exif()
    upright[0x0112] = 6  # the camera lay on its side
    Image.new("RGB", (40, 30)).save(tmp_path / "a.jpg", exif=upright)
    Image.new("RGB", (40, 30)).save(tmp_path / "b.png")
    whole = (tmp_path / "b.png").read_bytes()
    (tmp_path / "c.png").write_bytes(whole[: len(whole) - 40])
    Image.new("1", (20_000, 20_000)).save(tmp_path / "d.png")
    names = ("a.jpg", "b.png", "c.png", "d.png")
    article = made(tmp_path, "# Un\n\n" + "".join(f"![Alt]({name})\n\n" for name in names), "une.md")
    pictures = [figure.picture for figure in article.body if isinstance(figure, Figure)]
    assert pictures == [
        Picture(tmp_path.resolve() / "a.jpg", "a.jpg", "image/jpeg", 30, 40),
        Picture(tmp_path.resolve() / "b.png", "b.png", "image/png", 40, 30),
        Picture(tmp_path.resolve() / "c.png", "c.png", "", 0, 0),
        Picture(tmp_path.resolve() / "d.png", "d.png", "", 0, 0),
    ]


def test_a_figure_is_one_thing_with_its_caption_and_its_credit(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"x")
    article = made(tmp_path, "# Un\n\n![Un pont](a.png 'Le pont. Photo : Anne Durand')\n\nTexte.\n", "une.md")
    figure = article.body[1]
    assert isinstance(figure, Figure)
    assert figure.caption is not None
    assert (figure.alternative.text, figure.credit) == ("Un pont", "Photo\u00a0: Anne Durand")
