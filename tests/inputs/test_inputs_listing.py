"""Lists pasted without bullets."""

from editions.inputs.text import pieces
from editions.manuscript.pieces import Piece

HEAD = ["Un gâteau moelleux au bon goût de lait", "Une recette simple, pour six personnes, à faire la veille."]
STEPS = "Préchauffez le four à 180 °C. Mélangez la farine et le lait dans un saladier."


def found(*lines: str, between: str = "\n") -> list[Piece]:
    return list(pieces(between.join([*HEAD, *lines])))


def test_quantities_below_a_heading_are_the_items_of_one_list() -> None:
    told = found("Ingrédients :", "200 g de farine", "35 cl de lait", "Sel, poivre", "Préparation :", STEPS)[2:]
    assert [piece.kind for piece in told] == ["heading", *["item"] * 3, "heading", "paragraph"]
    assert len({piece.within[0] for piece in told[1:4]}) == 1
    assert not told[1].within[0].ordered


def test_a_part_of_the_list_has_its_crosshead() -> None:
    told = found("Ingrédients", "Pour la pâte", "250 g de farine", "1 œuf", STEPS, between="\n\n")[2:]
    assert [piece.kind for piece in told] == ["heading", "heading", "item", "item", "paragraph"]


def test_quantities_between_blank_lines_are_no_verse() -> None:
    told = found("", "Ingrédients", "", "250 g de farine\n12 cl de lait\n1 œuf", "", STEPS)[2:]
    assert [piece.kind for piece in told] == ["heading", *["item"] * 3, "paragraph"]


def test_an_address_is_no_list() -> None:
    told = found("", "Renseignements", "", "12 rue Basse\n61000 Rance\n02 33 00 00 00", "", STEPS)[2:]
    assert [piece.kind for piece in told] == ["heading", "paragraph", "paragraph"]


def test_one_quantity_alone_may_be_a_crosshead() -> None:
    assert [piece.kind for piece in found("En chiffres", "539 pièces vendues", STEPS)[2:]][1:] == [
        "heading",
        "paragraph",
    ]
