import random

import pytest
from num2words import num2words

from editions.french import spelling


def same(ours: str, theirs: str) -> bool:
    return ours.replace("-", " ") == theirs.replace("-", " ")


SAMPLE = [*range(2_200), *(10**power + extra for power in range(3, 18) for extra in (-1, 0, 1, 80, 200, 80_000)),
          *(random.Random(7).randrange(10**18) for _ in range(2_000))]  # fmt: skip


def test_cardinals_are_those_of_num2words() -> None:
    wrong = [n for n in SAMPLE if n < 10**18 and not same(spelling.cardinal(str(n)), num2words(n, lang="fr"))]
    assert wrong == []


@pytest.mark.parametrize(
    "digits, masculine, feminine",
    [
        ("1", "un", "une"),
        ("21", "vingt et un", "vingt et une"),
        ("71", "soixante et onze", "soixante et onze"),
        ("81", "quatre-vingt-un", "quatre-vingt-une"),
        ("101", "cent un", "cent une"),
        ("1001", "mille un", "mille une"),
        ("21000", "vingt et un mille", "vingt et un mille"),
        ("1000021", "un million vingt et un", "un million vingt et une"),
        ("80", "quatre-vingts", "quatre-vingts"),
        ("80000", "quatre-vingt mille", "quatre-vingt mille"),
        ("200", "deux cents", "deux cents"),
        ("200000", "deux cent mille", "deux cent mille"),
        ("80000000", "quatre-vingts millions", "quatre-vingts millions"),
        ("200000000", "deux cents millions", "deux cents millions"),
        ("80080", "quatre-vingt mille quatre-vingts", "quatre-vingt mille quatre-vingts"),
        ("0021", "vingt et un", "vingt et une"),
    ],
)
def test_only_one_agrees_and_never_before_mille(digits: str, masculine: str, feminine: str) -> None:
    assert (spelling.cardinal(digits), spelling.cardinal(digits, feminine=True)) == (masculine, feminine)


@pytest.mark.parametrize(
    "digits, ordinal",
    [
        ("2", "deuxième"), ("5", "cinquième"), ("9", "neuvième"), ("11", "onzième"), ("21", "vingt et unième"),
        ("71", "soixante et onzième"), ("80", "quatre-vingtième"), ("81", "quatre-vingt-unième"), ("100", "centième"),
        ("101", "cent unième"), ("200", "deux centième"), ("1000", "millième"), ("2000", "deux millième"),
        ("2540", "deux mille cinq cent quarantième"), ("1000000", "millionième"), ("80000", "quatre-vingt millième"),
        ("1000001", "un million unième"),
    ],
)  # fmt: skip
def test_ordinals(digits: str, ordinal: str) -> None:
    assert spelling.ordinal(digits) == ordinal
    assert spelling.ordinal(digits, plural=True) == ordinal + "s"


def test_most_ordinals_are_those_of_num2words() -> None:
    """It writes « deux centsième » and « quatre-vingtsième »: those are left out."""
    for n in range(2, 2_000):
        theirs = num2words(n, lang="fr", to="ordinal")
        if "sième" not in theirs.replace("troisième", "").replace("sixième", "").replace("dixième", ""):
            assert same(spelling.ordinal(str(n)), theirs), n


@pytest.mark.parametrize(
    "digits, said",
    [
        ("5", "cinq"), ("05", "zéro cinq"), ("50", "cinquante"), ("005", "zéro zéro cinq"),
        ("195", "cent quatre-vingt-quinze"), ("1416", "quatorze seize"), ("0416", "zéro quatre un six"),
        ("14159", "un quatre un cinq neuf"), ("00", "zéro zéro"),
    ],
)  # fmt: skip
def test_what_follows_the_comma(digits: str, said: str) -> None:
    assert spelling.fraction(digits) == said


def test_first_has_gender_and_number() -> None:
    forms = [spelling.first(feminine, plural) for feminine in (False, True) for plural in (False, True)]
    assert forms == ["premier", "premiers", "première", "premières"]


def test_a_number_without_name_is_said_in_groups() -> None:
    said = spelling.cardinal("1" + "002" * 3_333)
    assert said.startswith("un zéro zéro deux zéro zéro deux")
    assert said.count("deux") == 3_333


def test_a_label_takes_no_plural_mark() -> None:
    assert [spelling.label(digits) for digits in ("80", "200", "1980")] == [
        "quatre-vingt", "deux cent", "mille neuf cent quatre-vingts",
    ]  # fmt: skip
