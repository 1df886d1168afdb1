import pytest

from editions import french
from editions.model import Sentence, Span


def spoken(text: str, language: str) -> str:
    return french.read(Sentence("s", text, Span(0, len(text))), language=language).text


@pytest.mark.parametrize(
    "text, france, belgium, switzerland",
    [
        ("70", "soixante-dix", "septante", "septante"),
        ("71", "soixante et onze", "septante et un", "septante et un"),
        ("75 ans", "soixante-quinze ans", "septante-cinq ans", "septante-cinq ans"),
        ("80", "quatre-vingts", "quatre-vingts", "huitante"),
        ("81 voix", "quatre-vingt-une voix", "quatre-vingt-une voix", "huitante et une voix"),
        ("80 000", "quatre-vingt mille", "quatre-vingt mille", "huitante mille"),
        ("95", "quatre-vingt-quinze", "nonante-cinq", "nonante-cinq"),
        ("91e", "quatre-vingt-onzième", "nonante et unième", "nonante et unième"),
        (
            "1999",
            "mille neuf cent quatre-vingt-dix-neuf",
            "mille neuf cent nonante-neuf",
            "mille neuf cent nonante-neuf",
        ),
        ("60 10", "soixante dix", "soixante dix", "soixante dix"),
    ],
)
def test_names_of_the_tens(text: str, france: str, belgium: str, switzerland: str) -> None:
    said = [spoken(text, language) for language in ("fr-FR", "fr-BE", "fr-CH")]
    assert said == [france, belgium, switzerland]


def test_what_the_journalist_wrote_in_words_stays() -> None:
    assert spoken("quatre-vingts et soixante-dix", "fr-CH") == "quatre-vingts et soixante-dix"


def test_spans_do_not_move() -> None:
    text = "Il a 92 ans et 17/20."
    spans = [
        [reading.span for reading in french.read(Sentence("s", text, Span(0, len(text))), language=language).readings]
        for language in ("fr-FR", "fr-BE")
    ]
    assert spans[0] == spans[1]
