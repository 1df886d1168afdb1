"""Stretches touch, hold every cue once, and are long enough for readers."""

from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from editions import articles
from editions.model import Article
from editions.speech import Cue, Timeline, WordCues
from editions.synchrony import LEAD, SHORTEST, Stretch, stretches
from tests.spoken_articles import article

RATE = 1000
TABLE = """# Horaires

| Commune | Jour |
| --- | --- |
| Vérin | samedi |
| Laize | lundi |
"""


def timed(names: list[str], said: list[int], pauses: list[int]) -> tuple[Timeline, int]:
    """A recording of these sentences, each as long as told, a pause after each."""
    at, cues = 100, []
    for name, length, pause in zip(names, said, pauses, strict=True):
        cues.append(Cue(name, at, at + length, WordCues(())))
        at += length + pause
    return Timeline(RATE, tuple(cues)), at


def names(found: Article) -> list[str]:
    return [sentence.id for block in found.blocks for sentence in block.sentences]


def made(found: Article, order: list[str], said: int = 1200, pause: int = 400) -> tuple[Stretch, ...]:
    timeline, duration = timed(order, [said] * len(order), [pause] * len(order))
    return stretches(found, timeline, duration)


@given(st.lists(st.tuples(st.integers(50, 3000), st.integers(0, 2000)), min_size=9, max_size=9))
def test_they_touch_and_hold_each_sentence_once(times: list[tuple[int, int]]) -> None:
    found, _ = article("a", "Un. Deux. Trois. Quatre.", "Cinq. Six.", "Sept. Huit.")
    timeline, duration = timed(names(found), *map(list, zip(*times, strict=True)))
    result = stretches(found, timeline, duration)
    assert [name for stretch in result for name in stretch.sentences] == names(found)
    assert result[0].start == 0
    assert result[-1].end == duration
    assert all(one.end == other.start for one, other in pairwise(result))
    for one, other in pairwise(result):
        if one.block == other.block and other.start - one.start < (SHORTEST - LEAD) * RATE:
            raise AssertionError(f"{one} is too short")
    cues = {cue.sentence_id: cue for cue in timeline.cues}
    for stretch in result:  # nobody hears a word while another sentence is lit
        assert stretch.start <= cues[stretch.sentences[0]].start
        assert stretch.end >= cues[stretch.sentences[-1]].end


def test_the_pause_before_a_voice_is_no_shorter_than_readers_need() -> None:
    found, _ = article("a", "Un. Deux.")
    one, other, _ = made(found, names(found))
    assert (one.end, other.start) == (1600, 1600)  # the voice is heard at 1700


def test_a_short_block_takes_some_of_the_lead_of_the_next() -> None:
    found, _ = article("a", "Une phrase.", title="Sports")
    half = round(LEAD * RATE) // 2
    for said, pause, end in ((880, 100, 1000), (850, 100, 1000), (700, 120, 920 - half), (950, 130, 1080)):
        timeline, duration = timed(names(found), [said, 2000], [pause, 400])
        first, second = stretches(found, timeline, duration)
        assert first.end == second.start == end


def test_short_sentences_are_lit_together() -> None:
    found, _ = article("a", "Oui. Non. Une phrase.")
    result = made(found, names(found), said=300, pause=200)
    assert [stretch.sentences for stretch in result][1:] == [("a-b1s1", "a-b1s2", "a-b1s3")]
    assert result[1].target == "a-b1s1-3"


def test_a_table_told_by_records_is_followed_row_by_row(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(TABLE, encoding="utf-8")
    found = articles.article(path)
    title, *cells = names(found)
    commune, day, verin, saturday, laize, monday = cells
    result = made(found, [title, commune, verin, day, saturday, laize, monday], said=400, pause=100)
    assert [stretch.sentences for stretch in result[1:]] == [(commune, verin, day, saturday), (laize, monday)]
    assert [stretch.target[-2:] for stretch in result[1:]] == ["r2", "r3"]
    row_by_row = made(found, [title, *cells])
    assert [len(stretch.sentences) for stretch in row_by_row] == [1, 2, 2, 2]


def test_what_has_no_sound_has_no_stretches() -> None:
    found, _ = article("a", "Un.")
    assert stretches(found, Timeline(RATE, ()), 0) == ()
