"""Who signs stands in one place, below the lede; letters are signed where each of them ends."""

from pathlib import Path

import pytest

from editions.articles import article
from editions.model.nodes import leaves
from editions.printing.arranging import arranged, signs

TEXT = "Le pont de Rance rouvre lundi après deux ans de travaux. Les riverains attendent."


def printed(folder: Path, *lines: str) -> list[str]:
    path = folder / "a.txt"
    path.write_text("\n\n".join(lines), encoding="utf-8")
    return [block.text for block in leaves(arranged(article(path).body))]


def test_a_signature_at_the_end_moves_below_the_title(tmp_path: Path) -> None:
    more = "Le maire s'en félicite. Il l'avait promis."
    assert printed(tmp_path, "Le pont rouvre", TEXT, more, "Anne Roy") == ["Le pont rouvre", TEXT, "Anne Roy", more]


def test_the_last_of_several_letters_is_signed_where_it_ends(tmp_path: Path) -> None:
    lines = (
        "Vos lettres de la semaine", "Une gare sans guichet", TEXT, "Anne Roy, Bellefontaine",
        "À propos du loup", TEXT, "Dominique Petit, Semsales",
    )  # fmt: skip
    assert printed(tmp_path, *lines) == list(lines)


@pytest.mark.parametrize("paper", ["Ouest-France", "Le Monde"])
def test_a_paper_below_the_title_is_part_of_who_signs(tmp_path: Path, paper: str) -> None:
    lines = (
        "Le pont rouvre",
        TEXT,
        "Le pont de Rance, mardi. © DR",
        paper,
        "Anne Roy",
        "Publié le 18/03/2025 à 23h07",
        TEXT,
    )
    found = printed(tmp_path, *lines)
    assert found[:5] == ["Le pont rouvre", TEXT, paper, "Anne Roy", "Publié le 18/03/2025 à 23h07"]
    body = arranged(article(tmp_path / "a.txt").body)
    assert [block.text for block in signs(body)] == found[2:5]


def test_a_paper_above_the_title_stays_there(tmp_path: Path) -> None:
    found = printed(tmp_path, "Ouest-France", "Le pont rouvre", TEXT, "Anne Roy", TEXT)
    assert found[:2] == ["Ouest-France", "Le pont rouvre"]
