"""Straight quotes and what stands for each: ``<>`` guillemets, ``{}`` the same apart, ``[]`` inner ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editions.french.quotes import Signs, curved

SIGNS = Signs("’", "<", ">", "{", "}", "[", "]", "‘", "´", frozenset("~"))
MEANT = str.maketrans({**dict.fromkeys("<>{}[]", '"'), **dict.fromkeys("’‘´", "'")})


@pytest.mark.parametrize(
    "expected",
    [
        "L’eau d’aujourd’hui n’y est qu’à 5’",
        "<Ici, tout le monde savait>, dit-il",
        "<Une petite entreprise>",
        "Elle a dit: <Il m’a répondu [non] deux fois>.",
        "«\u00a0Il m’a dit [non] hier\u00a0», dit-elle, puis <oui>.",
        "une odeur <qui n’était pas celle du foin>, dira-t-il",
        "de l’<affaire>, d’<un autre>…",
        "{ bonjour } dit-elle, ({~non~})",
        'un écran de 27" et 5\'30" de course',
        "né <en 2010>, à 3 ans",
        "<Premier paragraphe d’une longue citation.",
        "fin de la citation>, dit-elle.",
        "le mot ‘chat´ et ’tit Jean",
        "<Oui\u202f!>, <Non.> et (<peut-être>)",
        'https://exemple.fr/l\'eau?q="a" et l’eau',
        "<une>\t<deux>\n<trois",
        "“Déjà courbes”, l’un dans <l’autre>",
        "sans rien",
    ],
)
def test_straight_quotes(expected: str) -> None:
    straight = expected.translate(MEANT)
    if "5’" in expected:
        expected = expected.replace("5’", "5'")
    assert curved(straight, SIGNS) == expected


@given(st.text("a5\"' «»“”.~\n", max_size=60))
def test_each_sign_stays_in_its_place(text: str) -> None:
    assert curved(text, SIGNS).translate(MEANT) == text.translate(MEANT)
