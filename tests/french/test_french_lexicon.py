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
    ("row", "text", "said"),
    [
        ('"SMVO"\t"smivo"', "Le SMVO vote", "Le smivo vote"),  # the quotes of a spreadsheet
        ('"dit ""le Roc"""\troque', 'On dit "le Roc" ici', "On roque ici"),
        ("Se\u0301es\tsé", "À Sées hier", "À sé hier"),  # decomposed letters
        ("SMVO;smivo;note", "Le SMVO vote", "Le smivo vote"),  # saved with semicolons
        ("SMVO    smivo", "Le SMVO vote", "Le smivo vote"),  # blanks for a tabulation
        ("SMVO\tsmivo\t\t\t\t", "Le SMVO vote", "Le smivo vote"),  # empty columns of a sheet
        ("\ufeffSMVO\u200b\tsmivo", "Le SMVO vote", "Le smivo vote"),
        ("Oui!\tnon", "Il dit Oui\u202f! Bien", "Il dit non Bien"),  # articles are typeset
        ("50%\tla moitié", "Il a 50\u00a0% hier", "Il a la moitié hier"),
        ("porte-clef\tclé", "un porte\u2011clef rouge", "un clé rouge"),
        ("etc...\tet le reste", "Un, etc… fin", "Un, et le reste fin"),
        ("#JO2024\tles Jeux", "Vive #JO2024 ici", "Vive les Jeux ici"),
    ],
)
def test_lines_of_a_spreadsheet_and_of_other_hands_work(tmp_path: Path, row: str, text: str, said: str) -> None:
    known = lexicon.load(written(tmp_path, row))
    assert known.findings == ()
    assert spoken(text, known) == said


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("seul", "pas de tabulation"),
        ("un seul blanc", "pas de tabulation"),
        ("a\t", "vide"),
        ("\tb", "vide"),
        ("a\tb\tc\td\te", "trop de colonnes"),
        ("le {A} et {B}\tx", "accolades"),
        ("le {A\tx", "accolades"),
        ("ok\tdeux fois", "déjà une ligne"),
        ("{}\tx", "ni lettre"),
    ],
)
def test_a_line_that_is_no_entry_is_named_with_its_text_and_the_others_work(tmp_path: Path, row: str, why: str) -> None:
    known = lexicon.load(written(tmp_path, "ok\toké", row, "SMVO\tsmivo"))
    (finding,) = known.findings
    assert (finding.code, finding.place) == ("lexicon-line", "lexicon.tsv:3")
    assert why in finding.message
    assert " ".join(row.split()) in finding.message
    assert spoken("ok, le SMVO", known) == "oké, le smivo"


def test_all_such_lines_are_named(tmp_path: Path) -> None:
    known = lexicon.load(written(tmp_path, "un", "a\tb", "deux", "# note", "#sans tabulation"))
    assert [finding.place for finding in known.findings] == ["lexicon.tsv:2", "lexicon.tsv:4"]


def test_a_file_that_is_not_text_is_told(tmp_path: Path) -> None:
    path = tmp_path / "lexicon.tsv"
    path.write_bytes(b"\xe9t\xe9\tx\n")
    with pytest.raises(UsageError, match="UTF-8"):
        lexicon.load(path)
    with pytest.raises(UsageError, match="illisible"):
        lexicon.load(tmp_path / "none.tsv")
