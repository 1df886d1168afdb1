"""Short sentences with a stop are text wherever they stand in an article, whatever the site says around it."""

import pytest

from editions.inputs.text import pieces

TITLE = (
    "Le pont rouvre lundi\nPar Jeanne Leval\nPublié le 14 mars 2025 à 10h12\nPartager\n\n"
    "Le pont de Rance rouvre lundi après deux ans de travaux. Les riverains attendent.\n\n"
)
TEXT = "Il pleut sur la ville depuis trois jours, et la rivière monte. Les riverains attendent.\n\n"
INTERVIEW = (
    "Awa Sorgho : « Je chante »\nPropos recueillis par Jeanne Leval\nPublié le 14 mars 2025\n\n"
    "La chanteuse revient avec un disque enregistré chez elle. Elle nous a reçus.\n\n"
    "Vous avez enregistré en plein air. Pourquoi ?\n\n"
    "Parce que le studio me rendait malade. On y entend le silence.\n\nQuel est votre rêve ?\n\n"
)
FOOT = (
    "Partager\n\nLire aussi\nFestival : les dix concerts à ne pas manquer\n\n"
    "Newsletter\nRecevez chaque matin l'essentiel de l'actualité.\nS'inscrire\n"
)
PLACES = {
    "inside": TITLE + TEXT + "{}\n\n" + TEXT + FOOT,
    "at the end": TITLE + TEXT + "{}\n\n" + FOOT,
    "answer": INTERVIEW + "{}\n\nEt vous chantez encore le soir ?\n\nBien sûr, avec mes sœurs du village.\n\n" + FOOT,
    "last answer": INTERVIEW + "{}\n\n" + FOOT,
}
SENTENCES = [
    "Chaque soir.", "Merci.", "Non.", "Toujours.", "Toujours…", "Tous les jours.", "Trois minutes.", "Une offre.",
    "Partager.", "Deux fois par semaine.", "En 2019.", "À l'aube.", "Ensemble, on y arrive.", "Rien.", "Silence.",
    "Le meilleur de moi-même.", "L'essentiel.", "La suite, demain.", "Photo.", "Écouter.", "À demain.", "Le vent.",
    "Chaque jour, nous marchons.", "À partir de 12 €.", "Dès 8 €.", "Qui sait ? Personne.", "Culture.", "Le direct.",
]  # fmt: skip
ANSWERS = ["Non !", "Jamais !", "3 minutes.", "Le Brésil.", "La Rochelle.", "Un don.", "Jeanne Leval.", "Facebook."]
CASES = [(place, text) for place in PLACES for text in SENTENCES]
CASES += [(place, text) for place in ("answer", "last answer") for text in ANSWERS]


def roles(source: str) -> dict[str, str]:
    return {piece.text: piece.aside or piece.kind for piece in pieces(source)}


@pytest.mark.parametrize("blank", ["\n\n", "\n"], ids=["blank lines", "no blank lines"])
@pytest.mark.parametrize(("place", "text"), CASES)
def test_a_short_sentence_is_text(place: str, text: str, blank: str) -> None:
    found = roles(PLACES[place].format(text).replace("\n\n", blank))
    assert found[text] == "paragraph"
    assert found["Partager"] == found["S'inscrire"] == "furniture"


def test_a_question_keeps_its_short_answer() -> None:
    found = roles(PLACES["last answer"].format("Chaque soir."))
    assert found["Quel est votre rêve ?"] == "question"


@pytest.mark.parametrize(
    "text",
    ["Abonnez-vous pour lire la suite.", "Chaque matin, recevez nos infos.", "Recevez nos alertes.", "Le Brief."],
)
def test_what_the_site_says_is_none(text: str) -> None:
    assert roles(PLACES["at the end"].format(text))[text] == "furniture"


@pytest.mark.parametrize(
    ("line", "own", "left"),
    [
        ("Anne Roy - Hier à 19:00 - Temps de lecture : 3 min", "Anne Roy - Hier à 19:00", "Temps de lecture : 3 min"),
        ("Publié le 14 mars 2025 • 3 min de lecture", "Publié le 14 mars 2025", "3 min de lecture"),
        ("Le 14 mars 2025 à 12:45 | mis à jour à 13:10", "Le 14 mars 2025 à 12:45 | mis à jour à 13:10", ""),
    ],
)
def test_the_time_that_reading_takes_is_no_part_of_a_signature(line: str, own: str, left: str) -> None:
    found = roles(f"Le pont rouvre lundi\n\n{line}\n\n{TEXT}{TEXT}")
    assert found[own] == "byline"
    assert not left or found[left] == "furniture"


def test_a_kept_line_keeps_its_end() -> None:
    found = roles(f"Le pont rouvre lundi\n\n[garder] Hier à 19:00 - Temps de lecture : 3 min\n\n{TEXT}")
    assert any(text.endswith("Temps de lecture : 3 min") for text in found)
    assert "furniture" not in found.values()


def test_a_path_is_left_out_only_where_another_line_says_the_section() -> None:
    path = "Accueil > Bretagne > Ploërmel"
    assert roles(f"{path}\nFaits divers\nLe pont rouvre lundi\n\n{TEXT}")[path] == "furniture"
    assert roles(f"{path}\nLe pont rouvre lundi\n\n{TEXT}")[path] == "section"
