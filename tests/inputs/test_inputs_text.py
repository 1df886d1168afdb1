"""Pasted articles: what each line is, and that no word is lost."""

import re
import textwrap
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editions.inputs.text import pieces
from editions.manuscript.pieces import Piece
from tests.inputs import outlines

LEDE = "La passerelle de la Vère rouvrira samedi aux piétons, après onze mois de travaux et deux crues."
BODY = (
    "Le chantier a coûté 412 000 €, dont 35 % payés par le département. Il devait s'achever en novembre, "
    "mais la rivière en a décidé autrement."
)
BODY2 = "« Nous avons perdu six semaines », reconnaît l'adjointe aux travaux, qui promet une inauguration modeste."
TITLE = "Pont-Vérin: la passerelle rouvre samedi, onze mois après sa fermeture"


def kinds(text: str) -> list[tuple[str, str]]:
    return [(piece.kind, piece.text) for piece in pieces(text)]


def marked(piece: Piece, kind: str) -> list[str]:
    return [words for name, words, _ in outlines.marked(piece) if name == kind]


def test_an_article_pasted_from_a_site() -> None:
    caption = "La passerelle en juin 2024 (photo d'illustration)"
    lines = ["Radio Bocage", "Orne", "", TITLE, "", caption, "", f"{caption} - JEANNE LEVAL / AFP", "", LEDE, "", BODY]
    found = list(pieces("\n".join([*lines, "", "412 000 euros de travaux", "", BODY2, "", "Claire Vautier"])))
    assert [(piece.kind, piece.text) for piece in found] == [
        ("outlet", "Radio Bocage"),
        ("section", "Orne"),
        ("title", TITLE),
        ("caption", f"{caption} - JEANNE LEVAL / AFP"),
        ("lede", LEDE),
        ("paragraph", BODY),
        ("heading", "412 000 euros de travaux"),
        ("paragraph", BODY2),
        ("byline", "Claire Vautier"),
    ]
    assert marked(found[3], "credit") == ["JEANNE LEVAL / AFP"]
    assert marked(found[-1], "author") == ["Claire Vautier"]
    assert [piece.line for piece in found] == [1, 2, 4, 8, 10, 12, 14, 16, 18]


@pytest.mark.parametrize(
    "head, expected",
    [
        ([TITLE], ["title"]),
        (["Ouest-France", TITLE], ["outlet", "title"]),
        (["Faits divers", TITLE], ["section", "title"]),
        (["L'Écho du Bocage", "Orne", "Pont-Vérin", TITLE], ["outlet", "section", "section", "title"]),
        (["Accueil > Normandie > Orne", TITLE], ["section", "title"]),
        (["Crue : et maintenant ?"], ["title"]),
        (["La Vère déborde"], ["title"]),
        ([TITLE, "Par Claire Vautier", "Publié le 14 mars 2025 à 18h30"], ["title", "byline", "byline"]),
        ([TITLE, "Publié le 14/03/2025 à 18:30", "Temps de lecture : 3 min"], ["title", "byline", "paragraph"]),
        (["Orne", "Par Claire Vautier", "Publié le 14 mars", TITLE], ["section", "byline", "byline", "title"]),
        ([TITLE, "Claire Vautier", "vendredi 14 mars 2025"], ["title", "byline", "byline"]),
        ([TITLE, "© Jeanne Leval"], ["title", "caption"]),
        ([TITLE, "La passerelle, vue de l'aval. Photo : Jeanne Leval"], ["title", "caption"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_what_stands_above_the_lede(head: list[str], expected: list[str], between: str) -> None:
    found = kinds(between.join([*head, LEDE, BODY, BODY2]))
    assert found[: len(head)] == list(zip(expected, head, strict=True))
    assert found[len(head) :] == [("lede", LEDE), ("paragraph", BODY), ("paragraph", BODY2)]


@pytest.mark.parametrize("rest", [" - LEVAL", " © Jeanne Leval", " | Le Bocage", " JEANNE LEVAL", " Jeanne Leval", ""])
def test_a_caption_pasted_twice_is_one_caption(rest: str) -> None:
    caption = "Les pompiers sur la passerelle, mercredi."
    found = list(pieces("\n\n".join([TITLE, caption, caption + rest, LEDE, BODY])))
    assert [piece.kind for piece in found] == ["title", "caption", "lede", "paragraph"]
    assert found[1].text == caption + rest
    assert "".join(marked(found[1], "credit")).strip("© ") in rest


@pytest.mark.parametrize(
    "line", ["Crédit Agricole, sponsor inattendu", "Photos de famille", "Archives ouvertes à tous"]
)
def test_a_crosshead_with_the_words_of_a_credit_is_no_caption(line: str) -> None:
    assert ("heading", line) in kinds("\n\n".join([TITLE, LEDE, BODY, line, BODY2]))


@pytest.mark.parametrize("line", ["Photo : J. Leval", "(Photo DDM)", "Crédit photo : mairie", "Photo AFP", "© mairie"])
def test_a_credit_alone_is_a_caption(line: str) -> None:
    found = list(pieces("\n\n".join([TITLE, line, LEDE, BODY])))
    assert [piece.kind for piece in found] == ["title", "caption", "lede", "paragraph"]
    assert marked(found[1], "credit") == [line]


def test_a_line_pasted_many_times_is_not_lost() -> None:
    found = kinds("\n\n".join([TITLE, *["Une ligne que l'on répète"] * 6, LEDE, BODY]))
    assert [text for _, text in found].count("Une ligne que l'on répète") == 6


def test_a_paragraph_that_begins_like_a_line_is_no_caption() -> None:
    again = "Le chantier est fini depuis hier, et la passerelle attend ses piétons."
    found = kinds("\n\n".join([TITLE, LEDE, "Le chantier est fini", again, BODY]))
    assert found[2:4] == [("heading", "Le chantier est fini"), ("paragraph", again)]


def test_lines_cut_at_a_width_become_paragraphs_again() -> None:
    for width in (64, 72, 80):
        text = "\n\n".join(textwrap.fill(part, width) for part in (TITLE, LEDE, BODY, BODY2))
        assert kinds(text) == [("title", TITLE), ("lede", LEDE), ("paragraph", BODY), ("paragraph", BODY2)], width


RAGGED = (
    "Menée d'un set, elle a renversé la Tchèque, tête de série",
    "numéro deux du tournoi, en trois manches et plus de deux heures de jeu, sous les yeux de",
    "8 000 personnes. « Je ne",
    "regardais plus le tableau, seulement la balle et le bout de mes chaussures »,",
    "souriait-elle.",
)


def test_sentences_sent_from_line_to_line_by_hand_are_whole() -> None:
    first, second = " ".join(RAGGED[:3]), " ".join(RAGGED[3:])
    told = kinds("\n".join([TITLE, "", LEDE, "", *RAGGED]))
    assert told == [("title", TITLE), ("lede", LEDE), ("paragraph", first), ("paragraph", second)]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param((BODY, "Le maire a ouvert le gymnase de la rue des Tanneurs", "jeudi"), id="short"),
        pytest.param((BODY, "Ont la tristesse de faire part à tous leurs amis du décès de", "Roger Faure"), id="name"),
        pytest.param(
            (BODY, "une tranche épaisse de jambon fumé de la vallée", "un demi-litre de lait entier"), id="list"
        ),
        pytest.param(("sous le pont de la gare coule une rivière lente", "et les enfants la suivent."), id="verses"),
    ],
)
def test_lines_that_may_be_whole_stay_apart(lines: tuple[str, ...]) -> None:
    told = kinds("\n".join([TITLE, "", LEDE, "", *lines, "", BODY2]))
    assert "\n".join(lines) in "\n".join(text for _, text in told)


def test_verses_keep_their_lines() -> None:
    verses = "Ô temps, suspends ton vol,\n\tet vous, heures propices,\nSuspendez votre cours !"
    assert kinds(f"Le Lac\n\n{verses}\n") == [("title", "Le Lac"), ("paragraph", verses.replace("\t", ""))]


def test_an_address_keeps_its_lines() -> None:
    address = "Mairie de Pont-Vérin\n3, place de l'Église\nTél. 02 33 00 00 00"
    assert kinds(f"{TITLE}\n\n{LEDE}\n\n{BODY}\n\n{address}")[-1] == ("paragraph", address)


@pytest.mark.parametrize("bullet", ["- ", "• ", "– ", "* ", "— ", "▪\t"])
def test_a_list(bullet: str) -> None:
    text = f"{TITLE}\n\n{LEDE}\n\n{BODY}\n\n{bullet}le lundi matin\n{bullet}le mardi soir\n\n{BODY2}"
    assert kinds(text)[3:5] == [("item", "le lundi matin"), ("item", "le mardi soir")]


def test_numbers_stay_in_the_text_of_an_ordered_list() -> None:
    found = list(pieces(f"{TITLE}\n\n{LEDE}\n\n1. Couper l'eau.\n2. Monter à l'étage.\n3) Appeler le 112."))
    assert [(p.kind, p.text) for p in found[2:]] == [
        ("item", "1. Couper l'eau."),
        ("item", "2. Monter à l'étage."),
        ("item", "3) Appeler le 112."),
    ]
    assert [marked(piece, "label") for piece in found[2:]] == [["1."], ["2."], ["3)"]]


def test_lists_end_where_numbers_begin_or_start_anew() -> None:
    lists = ["- un\n- deux", "1. trois\n2. quatre", "1. cinq\n2. six", "• sept", "• huit"]
    found = list(pieces("\n\n".join([TITLE, LEDE, *lists])))
    assert outlines.shape(outlines.tree(found[2:])) == " ".join(["List(Item(item) Item(item))"] * 4)


def test_a_dialogue_is_no_list() -> None:
    text = f"{TITLE}\n\n{LEDE}\n\n— Vous venez ?\n— Non, je reste.\n\n{BODY}"
    assert ("paragraph", "— Vous venez ?") in kinds(text)


def test_the_questions_of_an_interview_head_their_answers() -> None:
    ask, again = "Comment avez-vous appris la nouvelle ?", "Et depuis, avez-vous revu le maire de la commune ?"
    found = list(pieces("\n\n".join([TITLE, LEDE, ask, BODY, again, BODY2])))
    assert [piece.kind for piece in found] == ["title", "lede", *["question", "paragraph"] * 2]
    assert outlines.shape(outlines.tree(found)) == "title lede Section(question paragraph) Section(question paragraph)"


def test_a_quotation_alone_is_a_quote() -> None:
    quote = "« La rivière ne prévient jamais deux fois. »"
    assert ("quote", quote) in kinds("\n\n".join([TITLE, LEDE, BODY, quote, BODY2]))


def test_cells_of_a_spreadsheet_become_a_table() -> None:
    found = list(pieces(f"{TITLE}\n\n{LEDE}\n\nÉquipe\tPoints\nVire\t31\nFlers\t28\n\n{BODY}"))
    assert found[2].kind == "table"
    assert [words for _, words, _ in outlines.celled(found[2])] == ["Équipe", "Points", "Vire", "31", "Flers", "28"]
    assert [place for _, _, place in outlines.celled(found[2])][:3] == ["0,0", "0,1", "1,0"]


def test_a_line_of_several_lines_that_signs_is_taken_apart() -> None:
    text = f"{TITLE}\n\n{LEDE}\n\n{BODY}\n\nClaire Vautier\nL'Écho du Bocage"
    assert kinds(text)[-2:] == [("byline", "Claire Vautier"), ("outlet", "L'Écho du Bocage")]


def test_a_text_without_title_has_none() -> None:
    assert [kind for kind, _ in kinds(f"{BODY} {BODY2}\n\n{BODY}")] == ["lede", "paragraph"]


PAGES = {
    "labels, buttons, a caption twice": (
        """Société
Garde d'enfants

« On n'a plus de solution » : trois crèches ferment et laissent 62 familles chercher

Faute de personnel, trois structures ont fermé. Les parents s'organisent.

Par Camille Lefèvre (Pont-Vérin, envoyée spéciale)

Publié le 03 février 2025 à 05h30, modifié le 04 février 2025

Temps de lecture 4 min.

Article réservé aux abonnés

Devant la crèche des Coquelicots, le 30 janvier 2025.
Devant la crèche des Coquelicots, le 30 janvier 2025. JEANNE LEVAL POUR « L'ÉCHO »

La porte est close depuis le 6 janvier.

Lire aussi | Petite enfance : le grand embouteillage

« J'ai appris la nouvelle par SMS », raconte Sophie, 34 ans.""",
        "section section title lede byline byline paragraph paragraph caption paragraph paragraph paragraph",
    ),
    "no blank line, a chain of labels": (
        """actu.fr
Normandie
Orne
Le Réveil du Bocage
Montlouvet : un chauffard arrêté à 187 km/h sur la D 962
Un automobiliste de 27 ans a été arrêté dimanche 2 mars 2025.
Les gendarmes contrôlaient la vitesse. (©Gendarmerie de l'Orne)
Par Rédaction Montlouvet
Publié le 3 mars 2025 à 11h14
Vers 15h40, leur radar affiche 187 km/h.
Permis retiré
Le jeune homme a vu son permis retiré.""",
        "outlet section section outlet title lede caption byline byline paragraph heading paragraph",
    ),
    "kicker and title together, a signature cut in two": (
        """RENCONTRE
À 82 ans, elle apprend encore l'accordéon

Par
Radio Bocage (Calvados - Orne)
Mis à jour le mardi 4 mars 2025 à 9:02

Simone a acheté son premier instrument le jour de ses 80 ans.
Elle ouvre la porte avant qu'on ait sonné. « Asseyez-vous. »
-----
REPÈRES
1943. Naissance à Montlouvet.
2023. Premier accordéon.

J.-P. L.""",
        "section title byline byline lede paragraph heading paragraph paragraph byline",
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_pages_as_they_are_pasted(name: str) -> None:
    page, expected = PAGES[name]
    assert " ".join(kind for kind, _ in kinds(page)) == expected


WORDS = st.sampled_from(
    ["Orne", "la", "crue,", "12", "35kg", "Par", "AFP", "©", "«", "»", "?", "fin.", "Anne Durand", "-", "•", "1.", "\t"]
)
LINES = st.lists(st.lists(WORDS, max_size=9).map(" ".join), max_size=14)


@settings(max_examples=300, deadline=None)
@given(LINES)
def test_no_word_is_lost_or_added(lines: list[str]) -> None:
    text = "\n".join(lines)
    if not any(map(str.isalnum, text)):
        return
    made = Counter(word for piece in pieces(text) for word in re.findall(r"\w+", piece.text))
    given_words = Counter(re.findall(r"\w+", text))
    assert set(made) == set(given_words)
    assert not made - given_words
    # what may be less often there is only a caption that was pasted twice
    lines = [" ".join(line.split()) for line in lines]
    repeated = {word for line, n in Counter(lines).items() if n > 1 for word in re.findall(r"\w+", line)}
    starts = [a for a in lines for b in lines if a and a is not b and b.startswith(a)]
    repeated |= {word for line in starts for word in re.findall(r"\w+", line)}
    assert set(given_words - made) <= repeated
