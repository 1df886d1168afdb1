"""The head of a Markdown article: YAML, TOML, JSON; what is not read of it is named."""

import re
from pathlib import Path

import pytest

from tests.inputs.marked import read_text
from tests.inputs.outlines import kinds, marked


def test_front_matter(tmp_path: Path) -> None:
    head = '---\ntitle: "Le lait : la crise"\nauteur: Anne Durand\nrubrique: Agriculture\noutlet: L\'Écho\n'
    head += "date: 2025-03-14\nlede: Tout augmente.\n---\n"
    found, findings = read_text(tmp_path, f"{head}\nLe texte.\n")
    assert kinds(found) == [
        ("outlet", 0, "L'Écho"),
        ("section", 0, "Agriculture"),
        ("title", 0, "Le lait : la crise"),
        ("lede", 0, "Tout augmente."),
        ("byline", 0, "Anne Durand"),
        ("byline", 0, "14 mars 2025"),
        ("paragraph", 0, "Le texte."),
    ]
    assert marked(found[4]) == [("author", "Anne Durand", "Anne Durand")]
    assert marked(found[5]) == [("dated", "14 mars 2025", "14 mars 2025")]
    assert found[-1].line == 10
    assert findings == []


def test_front_matter_that_is_no_plain_string_is_named(tmp_path: Path) -> None:
    found, findings = read_text(tmp_path, "---\na: &a [x, x]\ntitre: *a\ntags:\n  - lait\n---\n# Le lait\n\nTexte.\n")
    assert kinds(found)[0] == ("title", 0, "Le lait")
    assert [finding.place for finding in findings] == ["une.md:2", "une.md:3", "une.md:4", "une.md:5"]
    assert {finding.code for finding in findings} == {"front-matter-ignored"}


@pytest.mark.parametrize(
    "text", ["---\ntitre: Lait\n\nLe texte.\n\n---\n\nSuite.\n", "---\ntitre: Lait\nLe texte. Suite.\n"]
)
def test_front_matter_left_open_is_text(tmp_path: Path, text: str) -> None:
    found, findings = read_text(tmp_path, text)
    words = re.findall(r"\w+", " ".join(piece.text for piece in found))
    assert words == ["titre", "Lait", "Le", "texte", "Suite"]
    assert [finding.code for finding in findings] == ["front-matter-open"]
    assert re.fullmatch(r"une\.md:\d", findings[0].place)


@pytest.mark.parametrize(
    "head",
    [
        '+++\ntitle = "Le lac"\ndate = 2025-03-14\nauthors = ["A. Roy"]\nauteur = ["Anne Roy", "Luc"]\n+++\n',
        '+++\ntitle = "Le lac"\ndate = 2025-03-14T08:00:00Z\nauthors = 1\nauteur = "Anne Roy, Luc"\n+++\n',
        '{\n"title": "Le lac",\n"date": "2025-03-14",\n"authors": [],\n"auteur": "Anne Roy, Luc"\n}\n',
    ],
)
def test_front_matter_in_toml_and_json(tmp_path: Path, head: str) -> None:
    found, findings = read_text(tmp_path, f"{head}\nTexte.\n")
    assert kinds(found) == [
        ("title", 0, "Le lac"),
        ("byline", 0, "Anne Roy, Luc"),
        ("byline", 0, "14 mars 2025"),
        ("paragraph", 0, "Texte."),
    ]
    assert [(finding.code, finding.place) for finding in findings] == [("front-matter-ignored", "une.md:4")]
    assert found[-1].line == head.count("\n") + 2


@pytest.mark.parametrize("head", ["+++\ntitle = Le lac\n+++\n", "+++\ntitle = 'Le lac'\n", "+++\n= 1\n+++\n"])
def test_toml_that_is_none_is_text(tmp_path: Path, head: str) -> None:
    found, findings = read_text(tmp_path, f"{head}\nTexte.\n")
    assert "Texte." in [piece.text for piece in found]
    assert [finding.code for finding in findings] == ["front-matter-open"]


def test_a_text_in_braces_is_no_front_matter(tmp_path: Path) -> None:
    found, findings = read_text(tmp_path, "{\nUn mot\n}\n\nTexte.\n")
    assert ([piece.text for piece in found], findings) == (["{ Un mot }", "Texte."], [])
