"""Which line of a pasted page is its title, and what stands around it: what speaks for a line and against it."""

import time

import pytest

from editions.inputs.text import pieces

LEDE = "Fermé depuis six mois, le pont de Rance rouvre lundi aux voitures et aux vélos."
BODY = "Le chantier a coûté 1,2 M€ à la commune et au Département. Les riverains sont soulagés."
TITLE = "Le pont de Rance rouvre lundi"


def roles(*lines: str) -> list[str]:
    return [piece.aside or piece.kind for piece in pieces("\n\n".join(lines))]


@pytest.mark.parametrize(
    "line, role",
    [
        ("Bulletin municipal n° 47 – Automne 2025", "byline"),
        ("Le maire et la directrice de l'école devant le nouveau préau", "caption"),
        ("Angers, le 17 septembre 2025", "byline"),
        ("Rance, 3 mars 2025 (AFP) -", "byline"),
        ("SPO-SKI-FRA", "furniture"),
    ],
)
def test_what_looks_like_a_title_above_it(line: str, role: str) -> None:
    assert roles(line, TITLE, LEDE, BODY) == [role, "title", "lede", "paragraph"]


@pytest.mark.parametrize(
    "title",
    [
        "Marcel Lhostis, mémoire vivante de la batellerie, s'est éteint à 94 ans",
        "Le Petit train de Laval déraille",
        "Un incendie ravage un hangar : « Les flammes montaient à vingt mètres » (photos + vidéo)",
        "Le bruit des motos, encore",
    ],
)
def test_titles_that_look_like_something_else(title: str) -> None:
    assert roles("Faits divers", title, LEDE, BODY) == ["section", "title", "lede", "paragraph"]


def test_whoever_is_spoken_to_is_no_title() -> None:
    assert roles("Opinions", "Le bruit des motos, encore", "Monsieur le maire,", LEDE, BODY)[:2] == ["section", "title"]


def test_a_credit_above_its_caption() -> None:
    found = roles(TITLE, "PHOTO ANNE ROY, L'ÉCHO", "Les terrasses de la rue Basse, en juillet dernier", LEDE, BODY)
    assert found == ["title", "caption", "caption", "lede", "paragraph"]


def test_what_an_agency_frames_is_a_crosshead() -> None:
    found = list(pieces("\n\n".join([TITLE, LEDE, BODY, '- "Restez à l\'écart" -', BODY, "- Répliques -", BODY])))
    assert [(piece.kind, piece.text) for piece in found][3::2] == [
        ("heading", '"Restez à l\'écart"'),
        ("heading", "Répliques"),
    ]


def test_bullets_between_blank_lines_are_one_list() -> None:
    found = list(pieces("\n\n".join([TITLE, LEDE, BODY, "- un pont", "- une école", "- un préau"])))
    assert [piece.kind for piece in found][3:] == ["item"] * 3
    assert len({piece.within[0] for piece in found[3:]}) == 1


def test_hours_head_what_happened_then() -> None:
    told = [TITLE, LEDE, "14:32", "Un blessé à Aulne", BODY, "14:10", BODY]
    expected = ["title", "lede", "heading", "heading", "paragraph", "heading", "paragraph"]
    assert roles(*told) == expected
    assert roles(TITLE, "02:13", LEDE, BODY) == ["title", "furniture", "lede", "paragraph"]


def test_letters_are_signed_each() -> None:
    found = roles("Courrier des lecteurs", TITLE, BODY, "Anne Durand, Rance", "Une bibliothèque pour tous", BODY)
    assert found[3:5] == ["byline", "heading"]


def test_what_a_button_does_is_furniture_at_the_foot_only() -> None:
    assert roles(TITLE, LEDE, BODY, "Imprimer la page")[-1] == "furniture"
    assert roles(TITLE, LEDE, BODY, "Imprimer sans polluer", BODY)[3] == "heading"
    assert roles("Écouter la mer", LEDE, BODY)[0] == "title"


def test_many_lines_above_the_text_are_told_in_no_time() -> None:
    begun = time.process_time()
    roles(*["Faits divers", "Le maire devant le préau neuf"] * 2000, TITLE, LEDE, BODY)
    assert time.process_time() - begun < 5


def test_sections_stand_above_a_title_not_below() -> None:
    found = roles("Les pompiers sont intervenus rue de la Gare vers 4 heures", "Faits divers", TITLE, LEDE, BODY)
    assert found == ["caption", "section", "title", "lede", "paragraph"]


def test_subjects_and_rights_behind_the_last_line() -> None:
    found = roles(TITLE, LEDE, BODY, "Orne", "Économie", "Ponts")
    assert found[3:] == ["furniture"] * 3
    assert roles(TITLE, LEDE, BODY, "© S.A. Bocage 2026")[-1] == "furniture"
    assert roles(TITLE, LEDE, BODY, "Anne Durand")[-1] == "byline"


def test_a_crosshead_above_a_list_without_bullets() -> None:
    found = roles(TITLE, LEDE, BODY, "Les pistes des notaires", "Supprimer les droits", "Relancer l'achat", BODY)
    assert found[3:] == ["heading", "paragraph", "paragraph", "paragraph"]
    assert (
        roles(TITLE, LEDE, BODY, "Ses dates", "1978 : naissance à Tripoli", "2014 : élue maire", BODY)[3] == "heading"
    )


def test_a_paper_that_nobody_has_listed_stands_above_a_section() -> None:
    assert roles("Corps & Sciences", "Santé", TITLE, LEDE, BODY)[:3] == ["outlet", "section", "title"]
    assert roles("Agroalimentaire", "Bretagne", TITLE, LEDE, BODY)[:3] == ["section", "section", "title"]


def test_who_signs_a_tribune_and_what_they_do() -> None:
    who = ["Ombeline Serres", "Hydrologue", "Hadrien Cottave", "Agriculteur, ancien président de la chambre"]
    assert roles(TITLE, *who, LEDE, BODY) == ["title", *["byline"] * 4, "lede", "paragraph"]


def test_what_readers_wrote_is_furniture_when_one_can_answer() -> None:
    said = ["Gégé86 - Il y a 2 heures", "Encore ! C'est la troisième fois cette année.", "Répondre"]
    assert roles(TITLE, LEDE, BODY, f"Enfin ! {BODY}", "Commentaires (2)", *said)[4:] == ["furniture"] * 4
    assert roles(TITLE, "2 commentaires", LEDE, BODY, f"Enfin ! {BODY}", "Partager").count("paragraph") == 2


def test_the_lines_right_above_furniture_are_of_its_group() -> None:
    page = "\n\n".join([TITLE, LEDE, BODY]) + "\n\nVous avez un doute ?\nNos sources\nPartager cet article\n"
    assert [piece.aside for piece in pieces(page)][3:] == ["furniture"] * 3


def test_places_in_capitals_head_the_briefs_below() -> None:
    briefs = ["GISORS", "Un scooter contre une camionnette", BODY, "MAGNY", "Il roulait à 171 km/h", BODY]
    expected = ["heading", "heading", "paragraph"] * 2
    assert roles("Faits divers", "En bref dans l'arrondissement", *briefs)[2:] == expected


def test_a_collective_signs_below_the_title() -> None:
    assert roles(TITLE, "Un collectif de forestiers et d'écologues", LEDE, BODY)[1:3] == ["byline", "lede"]


def test_who_when_and_where_it_is_filed_on_one_line() -> None:
    assert roles(TITLE, "par Josette | 28 mars 2026 | Semis, Potager", LEDE, BODY)[1:3] == ["byline", "lede"]


def test_a_crosshead_below_a_list() -> None:
    found = roles(TITLE, LEDE, BODY, "- parking du stade", "- place du Marché", "Ce qui n'est pas accepté", BODY)
    assert found[3:] == ["item", "item", "heading", "paragraph"]
