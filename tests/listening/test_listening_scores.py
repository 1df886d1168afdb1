from hypothesis import given
from hypothesis import strategies as st

from tests.listening.scores import Rates, by_sentence, distance, folded, steps

WORDS = st.lists(st.sampled_from(["le", "maire", "vote", "dit", "non"]), max_size=12)


def test_words_are_compared_without_case_marks_and_ligatures() -> None:
    assert folded("L'Œuvre, vingt-deux « Bœufs » !") == ["l", "oeuvre", "vingt", "deux", "boeufs"]


def test_heard_words_go_to_the_sentence_they_were_said_in() -> None:
    said = [["le", "maire", "vote"], ["justice"], ["le", "juge", "dit", "non"]]
    first, lost, last = by_sentence(said, ["le", "mètre", "vote", "le", "juge", "a", "dit", "non"])
    assert (first.heard, first.errors) == (["le", "mètre", "vote"], 1)
    assert (lost.heard, lost.errors) == ([], 1)
    assert (last.heard, last.errors) == (["le", "juge", "a", "dit", "non"], 1)


def test_an_article_of_which_nothing_was_heard_is_all_errors() -> None:
    assert [one.errors for one in by_sentence([["le", "maire"], ["vote"]], [])] == [2, 1]


@given(WORDS, WORDS)
def test_steps_use_every_word_once_and_cost_the_distance(said: list[str], heard: list[str]) -> None:
    way = steps(said, heard)
    assert [i for i, _ in way if i is not None] == list(range(len(said)))
    assert [j for _, j in way if j is not None] == list(range(len(heard)))
    assert sum(i is None or j is None or said[i] != heard[j] for i, j in way) == distance(said, heard)
    assert distance(said, heard) == distance(heard, said)


def test_rates_add_up_by_words_not_by_articles() -> None:
    both = Rates(10, 1, 40, 2) + Rates(90, 19, 360, 8)
    assert (both.wer, both.per) == (20.0, 2.5)
    assert Rates().wer == 0
