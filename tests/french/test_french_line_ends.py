"""Where a line may not end: ``~`` stands for a blank that is held, ``_`` for U+00A0."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editions.french.line_ends import held


@pytest.mark.parametrize(
    "expected",
    [
        "Il y~a~trois personnes et plusieurs chiens.",
        "On va à~Alençon puis à~Sées, dit-elle",
        "une moyenne de~3~à~5~ans selon l'Insee.",
        "soit 2,5~personnes par logement",
        "le bilan recule, soit –~23_% sur l'exercice",
        "un gain de +~6_% sur l'exercice",
        "—~Oui, dit-elle alors. —~Non, dit-elle.",
        "le~14~mars~2025, à~3_h et à~18_h_30, place de l'Église",
        "du~1er~janvier au~3e~trimestre de~2026, dit-elle",
        "en mars dernier, elle est revenue",
        "13,2~millions~d'euros ont été refusés",
        "avec J.~K.~Rowling et J.-P.~Desmoulins",
        "sous Louis~XIV, puis Jean-Paul~II les rejoint",
        "le XIXe~siècle et le XXe~siècle finissant",
        "le plan~B~est prêt, la vitamine~C~aussi, a-t-il expliqué",
        "la route~D~962~et la N3 sont coupées",
        "Elle a~3~enfants (2~filles) et «_5~chats_», c'est tout ce qu'il y~a~là-bas",
        "l'a donné, qu'il y~en a~suffisamment",
        "en~1995, en~2010~en amont et depuis~1988.",
        "ils sont partis avant~lundi.",
        "Bonjour à~tous",
        "2024",
        "",
    ],
)
def test_blanks_that_are_held(expected: str) -> None:
    assert held(expected.replace("~", " ").replace("_", "\u00a0"), "~") == expected.replace("_", "\u00a0")


@given(st.text("aà3 -–.,XIV\u00a0\n\tle", max_size=60))
def test_only_plain_blanks_change(text: str) -> None:
    made = held(text, "~")
    assert made.replace("~", " ") == text
    assert all(text[i] == " " for i, sign in enumerate(made) if sign == "~")
