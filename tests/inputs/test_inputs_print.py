"""Text copied from a page of print: cut words, columns, page numbers, running heads."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editions.articles import article
from editions.inputs.text import pieces
from editions.manuscript import cutting
from editions.tables import rows

CASES = [cells for _, cells in rows((Path(__file__).parent / "cuts.tsv").read_text(encoding="utf-8"))]
WIDE = """Le lavoir rouvre samedi

Le syndicat de la Vère a décidé hier soir la restau-
ration du lavoir. Les riverains ont applaudi cette ini-
tiative, qui met fin à dix ans de disputes entre les com-
munes voisines.

Un chantier d'hiver

Les travaux dureront jusqu'au mois de mars, si le temps
le permet aux maçons.
"""
NARROW = """Le lavoir rouvre

Le syndicat a tran-
ché après deux ré-
unions. Le lavoir
sera rouvert same-
di, au grand bon-
heur des voisins.
"""


@pytest.mark.parametrize("line, following, together, word", CASES)
def test_two_halves(line: str, following: str, together: str, word: str) -> None:
    assert cutting.is_cut(line, following)
    doubtful = cutting.is_doubtful(line, following)
    assert (*cutting.mended(line, following), doubtful) == (together, word.strip("-?"), word == "?")


@pytest.mark.parametrize(
    "line, following", [("il vient -", "enfin"), ("Rance –", "suite"), ("fin.", "la"), ("a-", "« b »")]
)
def test_a_dash_cuts_no_word(line: str, following: str) -> None:
    assert not cutting.is_cut(line, following)


def kinds(text: str) -> list[tuple[str, str]]:
    return [(piece.aside or piece.kind, piece.text) for piece in pieces(text)]


def test_wide_columns_become_paragraphs() -> None:
    assert kinds(WIDE) == [
        ("title", "Le lavoir rouvre samedi"),
        ("lede", "Le syndicat de la Vère a décidé hier soir la restauration du lavoir. Les riverains ont applaudi "
                 "cette initiative, qui met fin à dix ans de disputes entre les communes voisines."),
        ("heading", "Un chantier d'hiver"),
        ("paragraph", "Les travaux dureront jusqu'au mois de mars, si le temps le permet aux maçons."),
    ]  # fmt: skip


def test_narrow_columns_are_no_verses() -> None:
    whole = "Le syndicat a tranché après deux réunions. Le lavoir sera rouvert samedi, au grand bonheur des voisins."
    assert kinds(NARROW) == [("title", "Le lavoir rouvre"), ("paragraph", whole)]


def test_narrow_columns_without_a_cut_word_are_no_verses() -> None:
    lines = ["Le comité du lac de Bel-Air a", "voté hier soir, après deux", "heures de débat, pour une aire"]
    lines += ["de jeux. Les pêcheurs, qui en", "rêvaient, ont dansé jusqu'à la", "fin de la nuit."]
    assert kinds("\n".join(["Le lac rouvre", "", *lines]))[1][1] == " ".join(lines)


def test_verses_stay_verses() -> None:
    verses = "Mignonne, allons voir si la rose\nQui ce matin avait déclose\nSa robe de pourpre au soleil"
    assert kinds(f"Ode\n\n{verses}\n") == [("title", "Ode"), ("paragraph", verses)]


@pytest.mark.parametrize(
    "number", ["Le Journal de Rance — {}", "{}\n\nLe Journal de Rance", "Le Journal de Rance\n- {} -"]
)
@pytest.mark.parametrize("blank", ["\n\n", "\n"])
def test_pages_do_not_part_a_sentence(number: str, blank: str) -> None:
    text = ["Le lavoir rouvre", "", "Les riverains, qui ont attendu dix ans cette bonne nouvelle, et"]
    for page in (12, 13):
        text += [
            *(blank + number.format(page) + blank).split("\n"),
            "les pêcheurs, qui n'en croyaient plus rien du tout, mais",
        ]
    found = kinds("\n".join([*text[:-1], "les pêcheurs sont contents."]))
    own = [(kind, words) for kind, words in found if kind not in ("running-head", "page-number")]
    assert [kind for kind, _ in own] == ["title", "paragraph"]
    assert own[1][1].endswith("mais les pêcheurs sont contents.") or own[1][1].endswith(
        "et les pêcheurs sont contents."
    )
    assert {words for kind, words in found if kind == "running-head"} <= {
        "Le Journal de Rance", "Le Journal de Rance — 12", "Le Journal de Rance — 13",
    }  # fmt: skip
    assert len(found) - len(own) >= 2


def test_lines_that_only_come_back_are_kept() -> None:
    refrain = "Passe la rivière"
    text = f"Chanson\n\n{refrain}\n\nL'eau est froide ce matin. On la regarde.\n\n{refrain}\n\nL'eau monte. Oui.\n"
    assert [words for kind, words in kinds(text) if kind == "running-head"] == []


def test_figures_of_a_list_are_no_pages() -> None:
    text = "Les numéros gagnants\n\nVoici le tirage de samedi. Il a fait deux heureux.\n\n12\n\n31\n\n44\n"
    assert [kind for kind, _ in kinds(text) if kind == "page-number"] == []


def test_what_was_mended_is_told_to_who_proofreads(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        WIDE.replace("com-\nmunes", "ba-\nteau-\nciternes") + "\nSoft: ré\u00ad\nunion.\n", encoding="utf-8"
    )
    found = {finding.code: finding for finding in article(path).findings}
    assert "restauration, initiative" in found["text-mended"].message
    assert "réunion" in found["text-mended"].message
    assert all(finding.advice for finding in found.values())


@given(
    st.lists(
        st.sampled_from(["réou-", "verture", "Rance", "12", "-", "a-", "- 3 -", "", "il dit-", "il", "Page 2"]),
        max_size=16,
    )
)
def test_no_letter_is_lost(lines: list[str]) -> None:
    text = "\n".join(lines)
    letters = [character for piece in pieces(text) for character in piece.text if character.isalnum()]
    assert sorted(letters) == sorted(filter(str.isalnum, text))
