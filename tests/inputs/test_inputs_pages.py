"""Whole pages as newsrooms paste them: each line's role, with and without blank lines between the lines.

``pages/*.tsv``: role (several with a bar), tab, line; an empty line is one of the page.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from editions import articles
from editions.articles import article
from editions.inputs.text import pieces

PAGES = sorted((Path(__file__).parent / "pages").glob("*.tsv"))


def lines(page: Path) -> list[tuple[str, str]]:
    found = (line.partition("\t") for line in page.read_text(encoding="utf-8").splitlines())
    return [(role, text) for role, _, text in found]


def plain(text: str) -> str:
    """Blanks alike, without the bullet of an item, which is no part of its text."""
    return " ".join(text.replace("\u00a0", " ").split()).removeprefix("- ")


def wrong(page: Path, between: str) -> Iterator[str]:
    """The lines that have another role than they should."""
    found = [
        (piece.aside or piece.kind, plain(piece.text)) for piece in pieces(between.join(t for _, t in lines(page)))
    ]
    for roles, text in lines(page):
        told = [role for role, words in found if plain(text) in words] if text else []
        told = told or [role for role, words in found if plain(text)[:25] in words]
        if text and not set(told) & set(roles.split("|")):
            yield f"{text!r} is {roles}, found {told}"


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_each_line_has_its_role(page: Path, between: str) -> None:
    assert list(wrong(page, between)) == []


def test_what_is_left_out_is_kept_in_a_list(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Le pont rouvre\n\nPartager\n\nLe pont rouvre lundi. Il fut fermé.\n\nRéagir\n", encoding="utf-8")
    made = article(path)
    assert [(left.text, left.line, left.before, left.why) for left in made.left_out] == [
        ("Partager", 3, 1, "furniture"),
        ("Réagir", 7, 2, "furniture"),
    ]
    assert [block.kind for block in made.blocks] == ["title", "paragraph"]
    kept = articles.article(path, keep=True)
    assert kept.left_out == ()
    assert [block.text for block in kept.blocks][1::2] == ["Partager", "Réagir"]


def test_a_line_is_kept_when_the_newsroom_says_so(tmp_path: Path) -> None:
    for name, text in {
        "a.txt": "Le pont rouvre\n\n[garder] Partager\n\nLe pont rouvre lundi. Il fut fermé.\n",
        "a.md": "# Le pont rouvre\n\n[garder] Partager\n\nLe pont rouvre lundi.\n",
        "b.md": "---\nhabillage: garder\n---\n# Le pont rouvre\n\nPartager l'article\n\nLe pont rouvre lundi.\n",
        "a.html": "<h1>Le pont rouvre</h1><p>[garder] Partager</p><p>Le pont rouvre lundi.</p>",
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        made = article(tmp_path / name)
        assert made.left_out == (), name
        assert any(block.text.startswith("Partager") for block in made.blocks), name


@pytest.mark.parametrize(
    "name, text",
    [
        ("a.md", "# Le pont rouvre\n\nPartager l'article\n\nLe pont rouvre.\n\nÀ lire aussi\n\n- La piscine ferme\n"),
        (
            "a.html",
            "<h1>Le pont</h1><p>Partager l'article<p>Le pont rouvre.<p>À lire aussi<ul><li>La piscine ferme</ul>",
        ),
    ],
)
def test_other_formats_leave_out_what_is_sure(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    made = article(path)
    assert [left.text for left in made.left_out] == ["Partager l'article", "À lire aussi", "La piscine ferme"]
    assert [block.text for block in made.blocks][1:] == ["Le pont rouvre."]


@pytest.mark.parametrize(
    "name, text",
    [
        ("a.md", "# Le pont rouvre\n\nLe pont rouvre.\n\nMerci.\n\nPartager l'article\n"),
        ("a.html", "<h1>Le pont</h1><p>Le pont rouvre.<p>Merci.<p>Partager l'article"),
    ],
)
def test_other_formats_keep_short_sentences(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    made = article(path)
    assert [left.text for left in made.left_out] == ["Partager l'article"]
    assert [block.text for block in made.blocks][1:] == ["Le pont rouvre.", "Merci."]


def test_doubts_are_named_for_who_proofreads(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    body = "Le pont rouvre lundi. Il fut fermé.\n\nÉcouter\n\nOn y entend la rivière. Elle chante.\n"
    path.write_text(f"Le pont rouvre\n\n{body}\nNager\n\nOn y voit loin.\n", encoding="utf-8")
    made = article(path)
    assert [(found.code, found.place, found.advice) for found in made.findings] == [("role-furniture", "a.txt:5", True)]
    assert [block.kind for block in made.blocks][2] == "heading"


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_list_of_words_that_buttons_have_is_the_article_s_own(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    items = "- Facebook\n- Instagram\n- TikTok\n- a\n- b"
    text = f"# Les ados et leurs réseaux\n\nIls les préfèrent. Ils sont trois.\n\n{items}\n\nEt voilà. C'est tout.\n"
    path.write_text(text.removeprefix("# ") if name == "a.txt" else text, encoding="utf-8")
    made = article(path)
    assert made.left_out == ()
    assert [block.text for block in made.blocks if block.kind == "item"] == [
        "Facebook",
        "Instagram",
        "TikTok",
        "a",
        "b",
    ]
