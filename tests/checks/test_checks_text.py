"""Proofreading before speaking: what is worth a look, and what is not."""

from pathlib import Path

import pytest
from PIL import Image

from editions import articles, french
from editions.model import Finding
from editions.proofreading import proofread
from tests.inputs import word
from tests.inputs.test_inputs_docx_drawings import LINKS, drawn, image, pic

TEXT = "L'eau monte encore. Elle atteint 2,15 m.\n\nOn attend la décrue."


def findings(tmp_path: Path, text: str, name: str = "une.txt") -> list[Finding]:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    article = articles.article(path)
    sentences = (sentence for block in article.blocks for sentence in block.sentences)
    return list(proofread(article, [french.read(sentence) for sentence in sentences]))


def codes(found: list[Finding]) -> list[tuple[str, str]]:
    return [(finding.code, finding.place) for finding in found]


def test_a_plain_article_needs_no_remark(tmp_path: Path) -> None:
    assert findings(tmp_path, f"La crue\n\n{TEXT}") == []


def test_an_unknown_acronym_is_asked_about_once(tmp_path: Path) -> None:
    found = findings(tmp_path, f"La crue\n\n{TEXT}\n\nLe ZAQXK a dit non. Le ZAQXK a dit oui.")
    assert codes(found) == [("acronym-unknown", "une.txt:7")]
    assert "« ZAQXK » : sigle inconnu, 2 fois, se lira « Z A Q X K »" in found[0].message
    assert found[0].hint == "Pour décider, dans lexicon.tsv : ZAQXK<tabulation>Z A Q X K"


def test_what_the_reader_noted_is_there(tmp_path: Path) -> None:
    found = findings(tmp_path, f"La crue\n\n{TEXT}\0\n\nL'Ã©tÃ©")
    assert [finding.code for finding in found] == ["text-control", "text-mojibake"]


@pytest.mark.parametrize("word", ["Сyrillic", "саре"])
def test_letters_that_mislead(tmp_path: Path, word: str) -> None:
    found = findings(tmp_path, f"La crue\n\n{TEXT}\n\nUn {word} ici.")
    assert codes(found) == [("text-homoglyph", "une.txt:7")]
    assert word in found[0].message


@pytest.mark.parametrize("word", ["Москва", "Αθήνα", "œuvre", "naïf", "李强", "m²"])
def test_letters_that_do_not(tmp_path: Path, word: str) -> None:
    assert findings(tmp_path, f"La crue\n\n{TEXT}\n\nUn {word} ici.") == []


def test_pictures_without_words(tmp_path: Path) -> None:
    Image.new("RGB", (4, 4)).save(tmp_path / "a.jpg")
    text = "# Crue\n\n![](a.jpg)\n\nTexte.\n\n![Un pont noyé](a.jpg 'Le pont - Anne Durand / AFP')\n\nTexte encore.\n"
    found = findings(tmp_path, text, "une.md")
    assert codes(found) == [("image-no-alt", "une.md:3")]
    assert "![description]" in found[0].hint


@pytest.mark.parametrize("caption", ["Un pont noyé", "Un pont noyé, mardi, à Caen"])
def test_a_description_that_the_caption_repeats_is_none(tmp_path: Path, caption: str) -> None:
    Image.new("RGB", (4, 4)).save(tmp_path / "a.jpg")
    text = f'# Crue\n\nTexte.\n\n![Un pont noyé](a.jpg "{caption}")\n\nTexte encore.\n'
    (finding,) = findings(tmp_path, text, "une.md")
    assert finding.code == "image-no-alt"
    assert "répéter sa légende" in finding.message
    assert findings(tmp_path, text.replace("![Un pont noyé]", "![Une eau brune, un toit]"), "une.md") == []


def test_a_caption_alone_is_named_where_there_may_be_pictures(tmp_path: Path) -> None:
    """A plain text has none: nothing could be done about it there."""
    page = (
        "<article><h1>La crue</h1><p>Une phrase de texte.</p><figcaption>Le pont noyé</figcaption><p>Fin.</p></article>"
    )
    assert codes(findings(tmp_path, page, "une.html")) == [("caption-no-alt", "une.html:1")]
    assert findings(tmp_path, f"La crue\n\nLe pont noyé - Anne Durand / AFP\n\n{TEXT}") == []


def test_findings_come_by_line(tmp_path: Path) -> None:
    text = f"La crue\n\n{TEXT}\n\nLe ZAQXK.\n\nUn Сyrillic.\n\nUn [pause 99s] ici, le WAXZB."
    lines = [int(place.rpartition(":")[2]) for _, place in codes(findings(tmp_path, text))]
    assert len(set(lines)) == 3
    assert lines == sorted(lines)


def test_a_picture_without_words_is_described_where_it_is(tmp_path: Path) -> None:
    path = tmp_path / "une.docx"
    body = word.TITLE + word.p(drawn(pic(), "")) + word.p("Fin.")
    word.package(path, body, {"media/image1.png": image()}, LINKS)
    (found,) = proofread(articles.article(path), [])
    assert (found.code, "clic droit" in found.hint) == ("image-no-alt", True)


def test_titles(tmp_path: Path) -> None:
    assert [f.code for f in findings(tmp_path, f"LA CRUE EMPORTE LE PONT\n\n{TEXT}")] == ["title-capitals"]
    long = " ".join(["Le conseil municipal a voté hier soir le budget de la ville."] * 4)
    assert [f.code for f in findings(tmp_path, f"{long}\n\n{TEXT}")] == ["title-missing"]
