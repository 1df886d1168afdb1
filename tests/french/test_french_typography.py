"""French spacing: what becomes a no-break space, what is added, what is left alone. ``_`` is U+00A0, ``~`` U+202F."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from editions.french.typography import Typeset, typeset


@pytest.mark.parametrize(
    "raw, expected",
    [
        ("Alençon: deux", "Alençon_: deux"),
        ("Alençon : deux", "Alençon_: deux"),
        ('Elles ajoutent: "Non"', 'Elles ajoutent_: "Non"'),
        ("Vraiment? Oui!", "Vraiment~? Oui~!"),
        ("Vraiment ?! Oui ; non", "Vraiment~?! Oui~; non"),
        ('Des "résultats"? Près', 'Des "résultats"~? Près'),
        ("« Non », dit-il", "«_Non_», dit-il"),
        ("«Non», dit-il", "«_Non_», dit-il"),
        ("12 345 678 €", "12_345_678_€"),
        ("3 450 000 € et 12,5 %", "3_450_000_€ et 12,5_%"),
        ("en 2024 350 personnes", "en 2024 350 personnes"),
        ("5 kg, 3 hl/ha, 4 M€, 12 millions", "5_kg, 3_hl/ha, 4_M€, 12_millions"),
        ("3 gares", "3 gares"),
        ("à 18 h 30", "à 18_h_30"),
        ("M. Durand et Mme Leval", "M._Durand et Mme_Leval"),
        ("CRIM. Durand", "CRIM. Durand"),
        ("n° 5, p. 12", "n°_5, p._12"),
        ("06 12 34 56 78", "06_12_34_56_78"),
        ("Fini… ? Fini.", "Fini…~? Fini."),
    ],
)
def test_spacing(raw: str, expected: str) -> None:
    assert typeset(raw) == expected.replace("_", "\u00a0").replace("~", "\u202f")


@pytest.mark.parametrize(
    "text",
    [
        "https://exemple.fr/a?b=c;d", "écrire à a.b@exemple.fr", "exemple.fr/page?id=3", "12:30", "ratio 3:2", "a::b",
        "&amp;", "#{7*7} ${x}", "C:\\dossier", "a != b", ":-)", "fin", "",
    ],
)  # fmt: skip
def test_left_alone(text: str) -> None:
    assert typeset(text) == text


TEXTS = st.text(
    st.sampled_from("ab1 9 \u00a0\u202f\u2009:;?!«»\"'.,%€kghM\n\t()&@/n°é") | st.characters(codec="utf-8"), max_size=60
)


@settings(max_examples=500, deadline=None)
@example("0:»")
@given(TEXTS)
def test_only_blanks_change_and_twice_is_once(text: str) -> None:
    once = typeset(text)
    blanks = "[ \u00a0\u2009\u202f]"
    assert re.sub(blanks, "", once) == re.sub(blanks, "", text)
    assert typeset(once) == once
    assert re.findall(r"[\n\t]", once) == re.findall(r"[\n\t]", text)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.integers(0, 60), st.integers(0, 60))
def test_marks_keep_their_words(text: str, a: int, b: int) -> None:
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    made = Typeset(text)
    moved = made.text[made.start(start) : made.end(end)]
    blanks = "[ \u00a0\u2009\u202f]"
    assert made.text == typeset(text)
    assert re.sub(blanks, "", moved) == re.sub(blanks, "", text[start:end])


def test_time_is_linear() -> None:
    for piece in (": ", "« ", "1 ", "a@", "&a", "? ", "www."):
        assert typeset(piece * 20_000)
