from pathlib import Path

import pytest

from editions import french
from editions.errors import UsageError
from editions.french import lexicon
from editions.model import Sentence, Span


def spoken(text: str, known: french.Lexicon) -> str:
    return french.read(Sentence("s", text, Span(0, len(text))), known).text


def written(folder: Path, *rows: str, name: str = "lexicon.tsv") -> Path:
    path = folder / name
    path.write_text("# written, spoken, note\n" + "\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_the_newsroom_wins_over_every_rule(tmp_path: Path) -> None:
    known = lexicon.load(written(tmp_path, "SNCF\tles chemins de fer\tmaison", "35kg\tpas mal", "Mr\tmister"))
    assert spoken("La SNCF, 35kg, Mr X", known).startswith("La les chemins de fer, pas mal, mister")


def test_only_whole_words_are_read(tmp_path: Path) -> None:
    known = lexicon.load(written(tmp_path, "mix\tmixe"))
    assert spoken("Un mix, le Mix, mixte, remix", known) == "Un mixe, le mixe, mixte, remix"


def test_context_stands_around_braces(tmp_path: Path) -> None:
    known = lexicon.load(written(tmp_path, "vent d'{est}\tesste", "le {MIX} de *\tmixe"))
    assert spoken("un vent d’est, il est là", known) == "un vent d’esste, il est là"
    assert "mixe de Caen" in spoken("le MIX de Caen", known)


def test_a_longer_form_wins_and_blanks_are_any_blanks(tmp_path: Path) -> None:
    known = lexicon.load(written(tmp_path, "La Ferté\tla ferté", "La Ferté Macé\tla ferté macé bis"))
    assert spoken("à La\u00a0Ferté\u00a0Macé", known) == "à la ferté macé bis"


def test_the_last_file_wins(tmp_path: Path) -> None:
    house = written(tmp_path, "Aÿ\ta-i", "Sées\tsé", name="house.tsv")
    edition = written(tmp_path, "Aÿ\taille")
    assert spoken("Aÿ et Sées", lexicon.load(house, edition)) == "aille et sé"


@pytest.mark.parametrize(
    "row, message",
    [
        ("seul", "incomplète"),
        ("a\t", "incomplète"),
        ("\tb", "incomplète"),
        ("a\tb\tc\td\te", "incomplète"),
        ("le {A} et {B}\tx", "accolades"),
        ("le {A\tx", "accolades"),
        ("ok\tdeux fois", "deux fois"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, row: str, message: str) -> None:
    path = written(tmp_path, "ok\toké", row)
    with pytest.raises(UsageError, match=message) as caught:
        lexicon.load(path)
    assert caught.value.where == f"{path}:3"


def test_a_file_that_is_not_text_is_told(tmp_path: Path) -> None:
    path = tmp_path / "lexicon.tsv"
    path.write_bytes(b"\xe9t\xe9\tx\n")
    with pytest.raises(UsageError, match="UTF-8"):
        lexicon.load(path)
    with pytest.raises(UsageError, match="illisible"):
        lexicon.load(tmp_path / "none.tsv")
