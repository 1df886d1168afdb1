import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.listening.scores import Rates, by_sentence, distance, elided, folded, steps
from tests.listening.told import LONGEST, Sentence, articles, windows

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


def test_words_that_sound_alike_are_no_error() -> None:
    sound = {"a voté": "avote", "à voter": "avote", "le maire": "ləmɛʁ", "la mer": "lamɛʁ"}
    said, heard = ["le", "maire", "a", "voté"], ["la", "mer", "à", "voter"]
    (line,) = by_sentence([said], heard, lambda words: sound.get(" ".join(words), " ".join(words)))
    assert (line.errors, line.heard) == (2, heard)
    (plain,) = by_sentence([said], heard)
    assert plain.errors == 4


def test_an_edition_of_other_articles_is_refused(tmp_path: Path) -> None:
    (tmp_path / "un.txt").write_text("Titre\n\nLe maire a voté.\n", encoding="utf-8")
    report = tmp_path / "report" / "readings.json"
    report.parent.mkdir()
    sentences = [{"id": "autre-b1s1", "audio": "../audio/01.mp3", "start": 0, "end": 1}]
    report.write_text(json.dumps({"articles": [{"title": "Autre", "sentences": sentences}]}), encoding="utf-8")
    with pytest.raises(SystemExit, match="build it again"):
        articles(tmp_path, tmp_path)


def test_letters_that_are_elided_are_not_spelled() -> None:
    assert elided(folded("Jusqu'à l'eau, qu'il dit à l'A.S.V.B.")) == "jusqu'à l'eau qu'il dit à l'a s v b"


@given(st.lists(st.tuples(st.floats(0.1, 40), st.floats(0, 2)), max_size=30))
def test_a_listener_is_given_whole_sentences_for_no_longer_than_it_listens(lengths: list[tuple[float, float]]) -> None:
    sentences, now = [], 0.0
    for length, pause in lengths:
        sentences.append(Sentence("", now, now + length))
        now += length + pause
    found = windows(sentences)
    assert [sentence for some in found for sentence in some] == sentences
    assert all(len(some) == 1 or some[-1].end - some[0].start <= LONGEST for some in found)


@given(WORDS, WORDS)
def test_steps_use_every_word_once_and_cost_the_distance(said: list[str], heard: list[str]) -> None:
    way = steps(said, heard)
    assert [i for step in way for i in step.said] == list(range(len(said)))
    assert [j for step in way for j in step.heard] == list(range(len(heard)))
    assert sum(step.error for step in way) == distance(said, heard) == distance(heard, said)


def test_rates_add_up_by_words_not_by_articles() -> None:
    both = Rates(10, 1, 1, 40, 2) + Rates(90, 19, 9, 360, 8)
    assert (both.wer, both.heard_wer, both.per) == (20.0, 10.0, 2.5)
    assert Rates().wer == 0
