"""What a line of a page looks like by itself; rows that must stay beside those that must not."""

from pathlib import Path

import pytest

from editions.manuscript import furniture
from editions.tables import rows

CASES = [cells for _, cells in rows((Path(__file__).parent / "furniture.tsv").read_text(encoding="utf-8"))]
SURE = {"sure": furniture.SURE, "likely": furniture.LIKELY, "doubt": furniture.DOUBT, "-": 0.0}


@pytest.mark.parametrize("kind, sure, line", CASES)
@pytest.mark.parametrize("blank", [" ", "\u00a0"])
def test_sight(kind: str, sure: str, line: str, blank: str) -> None:
    assert furniture.sight(line.replace(" :", f"{blank}:")) == (kind.strip("-"), SURE[sure])


def test_typographic_apostrophes_are_apostrophes() -> None:
    assert furniture.sight("Offrir l’article") == furniture.sight("Offrir l'article") == ("button", furniture.SURE)


def test_a_paragraph_is_no_button_however_it_begins() -> None:
    assert furniture.sight(f"Abonnez-vous à notre cause. {'Nous marcherons tous ensemble demain. ' * 10}").kind == ""


@pytest.mark.parametrize(
    "line, menu",
    [
        ("Accueil À propos Mes randonnées Me contacter", True),
        ("ACCUEIL ACTUALITES POLITIQUE SPORT", True),
        ("Accueil des nouveaux habitants samedi", False),
        ("Accueil Actualités", False),
        ("Le Parisien Sport Culture", False),
    ],
)
def test_a_menu_on_one_line(line: str, menu: bool) -> None:
    assert furniture.is_menu(line) is menu
