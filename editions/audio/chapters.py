"""Chapters of a recording and of an edition: one flat list, of at most as many as a table holds.

Players read one table of contents; most web players show none of the chapters when tables lie in a table. What is more
than a table holds is left out from the lowest level up (crossheads), or gathered (articles), and said.
"""

from collections.abc import Iterator, Sequence

from editions.audio.tags import MOST_ENTRIES, Chapter
from editions.model import Article, Section
from editions.model.tree import walk
from editions.speech import Timeline

BEFORE = 0.1
"""Seconds that a chapter begins before its voice: players of MP3 seek some hundredths of a second late."""


def of_article(article: Article, timeline: Timeline, seconds: float) -> list[Chapter]:
    """The title, then each crosshead that is heard; empty without crossheads. ``seconds``: of the recording."""
    kept = _kept(article, timeline)
    if not kept:
        return []
    starts = [0.0, *(start for _, start, _ in kept)]
    titles = [article.title, *(title for title, _, _ in kept)]
    return [Chapter(*each) for each in zip(titles, starts, [*starts[1:], seconds], strict=True)]


def left_out(article: Article, timeline: Timeline) -> int:
    """How many crossheads of an article have no chapter, because a table does not hold them all."""
    return len(list(_heard(article, timeline))) - len(_kept(article, timeline))


def of_edition(titles: Sequence[str], starts: Sequence[float], seconds: float) -> list[Chapter]:
    """One for each article; of more than a table holds, one for several that follow one another.

    ``starts``: of each article, in seconds; ``seconds``: of the whole.
    """
    together = gathered(len(titles))
    places = range(0, len(titles), together)
    begins = [starts[at] for at in places]
    names = [_gathered_title(titles[at : at + together]) for at in places]
    return [Chapter(*each) for each in zip(names, begins, [*begins[1:], seconds], strict=True)]


def gathered(articles: int) -> int:
    """How many articles one chapter of an edition stands for."""
    return max(1, -(-articles // MOST_ENTRIES))


def _gathered_title(titles: Sequence[str]) -> str:
    return titles[0] if len(titles) == 1 else f"{titles[0]} (+ {len(titles) - 1})"


def _kept(article: Article, timeline: Timeline) -> list[tuple[str, float, int]]:
    """The crossheads that a table holds beside the title: the lowest levels go first, then those at the end."""
    found = list(_heard(article, timeline))
    for lowest in sorted({level for *_, level in found}, reverse=True):
        if len(found) < MOST_ENTRIES or len({level for *_, level in found}) == 1:
            break
        found = [each for each in found if each[2] < lowest]
    return found[: MOST_ENTRIES - 1]


def _heard(article: Article, timeline: Timeline) -> Iterator[tuple[str, float, int]]:
    """Title, start in seconds and level of each section whose heading is heard."""
    starts = {cue.sentence_id: cue.start / timeline.rate for cue in timeline.cues}
    for step in walk(article.body):
        if step.event == "enter" and isinstance(step.node, Section):
            heading = step.node.heading
            start = next((starts[s.id] for s in heading.sentences if s.id in starts), None)
            if start is not None:
                yield " ".join(heading.text.split()), max(0.0, start - BEFORE), step.node.level
