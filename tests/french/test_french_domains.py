"""What a line and an article speak of, and what it changes in their readings."""

import pytest

from editions import french
from editions.french import blocks
from editions.french.domains import WORD, cues, evidence, spoken_of
from editions.model import Block, Sentence, Span
from editions.speech import DOUBTFUL

RUGBY = (
    "Rugby, Fédérale 2",
    "La mêlée adverse a cédé ; pénalité, essai, transformation, puis le pilier et le talonneur ont tenu en touche.",
    "Le demi d'ouverture manque un drop ; bonus offensif, maul et ruck : les avants dominent les trois-quarts.",
)


def said(text: str, about: tuple[tuple[str, int], ...] = ()) -> str:
    return french.read(Sentence("s", text, Span(0, len(text)), about)).text


def sure(text: str, about: tuple[tuple[str, int], ...] = ()) -> set[str]:
    """What is said without a doubt."""
    found = french.read(Sentence("s", text, Span(0, len(text)), about)).readings
    return {reading.spoken.strip() for reading in found if reading.confidence >= DOUBTFUL}


def test_a_word_of_one_domain_counts_once_a_sentence() -> None:
    assert evidence("le colza et le colza", 0, 20) == {"farming": WORD}


def test_a_word_elsewhere_in_the_paragraph_counts_a_third() -> None:
    text = "Le colza monte. Rien de plus."
    assert evidence(text, 16, len(text)) == {"farming": WORD // 3}


def test_the_form_asked_about_does_not_count() -> None:
    assert evidence("le colza", 0, 8, frozenset({"colza"})) == {}


def test_a_group_has_the_weight_of_its_domains() -> None:
    found = evidence("pneus et jantes de la berline", 0, 29)
    assert found["cars"] > 0
    assert found["adverts"] >= found["cars"]


def test_no_word_tells_every_second_domain() -> None:
    assert all(len(told) <= 8 for told in cues().values()), [word for word, told in cues().items() if len(told) > 8]


def test_an_article_has_a_subject() -> None:
    assert [domain for domain, _ in spoken_of(RUGBY)] == ["rugby"]


@pytest.mark.parametrize("texts", [(), ("",), ("Il pleut.",), ("Un jour, peut-être, on saura ce qui s'est dit.",)])
def test_few_words_make_no_subject(texts: tuple[str, ...]) -> None:
    assert spoken_of(texts) == ()


def test_the_subject_tells_what_bare_letters_are() -> None:
    line = "CJ : Abadie."
    assert said(line, spoken_of(RUGBY)) == "carton jaune : Abadie."
    assert sure(line, spoken_of(RUGBY)) >= {"carton jaune"}
    assert said(line) == "C J : Abadie."


def test_blocks_are_read_with_the_subject_of_their_article() -> None:
    line = "CJ : Abadie."
    block = Block("b1", "paragraph", line, (len(line),))
    assert blocks.read(block, about=spoken_of(RUGBY))[0].text == "carton jaune : Abadie."


@pytest.mark.parametrize(
    "line, expected",
    [
        ("À louer, séj., 2 ch., balcon, cave, DPE D", "deux chambres"),
        ("Loyer 450 € + ch., studio meublé, caution", "plus charges"),
        ("Messe et culte, past. Weber, temple", "pasteur Weber"),
        ("Colza et blé, dép. Marne, cotation", "départ Marne"),
        ("Le député et le sénateur, élus au scrutin, 71 dép. du groupe", "soixante et onze députés"),
    ],
)
def test_one_form_by_the_domain(line: str, expected: str) -> None:
    assert expected in said(line)


def test_where_little_is_told_the_editor_is_asked() -> None:
    text = "Il reste 3 comp. à voir avec la criée."
    readings = french.read(Sentence("s", text, Span(0, len(text)))).readings
    assert [
        reading.confidence < DOUBTFUL for reading in readings if "comp" in text[reading.span.start : reading.span.end]
    ]
