"""Chapters: crossheads where they are heard, one flat list whatever the number, what has no room counted."""

from itertools import pairwise
from pathlib import Path

import pytest

from editions.audio import chapters
from editions.audio.tags import MOST_ENTRIES
from editions.model import Article, Block, Node, Section
from editions.speech import Cue, Timeline, WordCues

RATE = 1000


def an_article(levels: list[int]) -> tuple[Article, Timeline]:
    """A title, then a crosshead of each level; one second each."""
    blocks = [Block(f"a-b{n}", "heading", f"Inter {n}", (7 + (n > 9) + (n > 99),)) for n in range(len(levels) + 1)]
    sections = (Section(block, level, ()) for block, level in zip(blocks[1:], levels, strict=True))
    body: tuple[Node, ...] = (blocks[0], *sections)
    cues = tuple(Cue(f"{b.id}s1", n * RATE, n * RATE + 900, WordCues(())) for n, b in enumerate(blocks))
    return Article("a", "Le titre", body, Path("a.txt")), Timeline(RATE, cues)


def test_crossheads_begin_a_little_before_they_are_heard() -> None:
    found = chapters.of_article(*an_article([2, 2]), 3.0)
    assert [(chapter.title, chapter.start, chapter.end) for chapter in found] == [
        ("Le titre", 0.0, 0.9), ("Inter 1", 0.9, 1.9), ("Inter 2", 1.9, 3.0),
    ]  # fmt: skip


def test_without_crossheads_that_are_heard_there_is_no_list() -> None:
    article, timeline = an_article([2])
    assert chapters.of_article(article, Timeline(RATE, timeline.cues[:1]), 2.0) == []
    assert chapters.of_article(*an_article([]), 1.0) == []


@pytest.mark.parametrize(
    "levels, kept, left",
    [
        ([2] * 254, 254, 0),
        ([2] * 300, 254, 46),
        ([2, 3, 3] * 100, 100, 200),  # all of the lower level go, not some
        ([2, 3, 4, 4] * 70, 140, 140),
    ],
)
def test_what_has_no_room_goes_from_the_lowest_level_up_and_is_counted(levels: list[int], kept: int, left: int) -> None:
    article, timeline = an_article(levels)
    found = chapters.of_article(article, timeline, len(levels) + 1.0)
    assert len(found) == kept + 1 <= MOST_ENTRIES
    assert chapters.left_out(article, timeline) == left
    assert all(one.end == other.start for one, other in pairwise(found))


@pytest.mark.parametrize("count, each", [(1, 1), (255, 1), (256, 2), (510, 2), (511, 3), (2000, 8)])
def test_an_edition_has_one_flat_list(count: int, each: int) -> None:
    titles = [f"t{n}" for n in range(count)]
    found = chapters.of_edition(titles, [float(n) for n in range(count)], float(count))
    assert chapters.gathered(count) == each
    assert len(found) == -(-count // each) <= MOST_ENTRIES
    assert (found[0].start, found[-1].end) == (0.0, float(count))
    assert all(one.end == other.start for one, other in pairwise(found))
    assert found[0].title == ("t0" if each == 1 else f"t0 (+ {each - 1})")
