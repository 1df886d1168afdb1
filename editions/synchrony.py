"""What is lit and heard at once: the cues of a recording as stretches that touch, from its first sample to its last.

    for stretch in stretches(article, timeline, recording.duration):
        stretch.target, stretch.start, stretch.end      # "une-b3s2", samples

One model for EPUB's overlays, DAISY's SMIL and the web page. Readers move with a clock of a quarter of a second, and
jump where clips do not touch: so each pause belongs to a stretch, and none is shorter than ``SHORTEST`` where the block
has neighbours for it. A table is followed row by row, as it is told by records; a picture's words are one stretch.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise

from editions.model import Article, Block, Figure, Table
from editions.model.tree import walk
from editions.speech import Cue, Timeline

SHORTEST = 1.0
"""Seconds."""
LEAD = 0.1
"""Seconds that a stretch begins before its voice: players seek some hundredths of a second late."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Sentences that are heard one after the other."""

    target: str
    """The id of what is lit: a sentence, or what holds all of them (see ``hypertext``)."""
    block: str
    sentences: tuple[str, ...]
    start: int
    end: int
    """In samples; where the next one starts."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a sentence stands."""

    block: str
    row: int = -1
    """Of a table; -1 elsewhere."""
    whole: bool = False
    """Whether its block is lit as one."""


def stretches(article: Article, timeline: Timeline, duration: int) -> tuple[Stretch, ...]:
    """All of a recording, in the order of the sound; ``duration``: of the recording, in samples."""
    if not timeline.cues:
        return ()
    places = dict(_places(article))
    runs = list(_runs(timeline.cues, places))
    after = [*(run[0].start for run in runs[1:]), duration]
    shortest = round(SHORTEST * timeline.rate)
    groups = [group for run, end in zip(runs, after, strict=True) for group in _grouped(run, places, shortest, end)]
    lead = round(LEAD * timeline.rate)
    cuts: list[int] = []
    for one, following in pairwise(groups):
        least = (cuts[-1] if cuts else 0) + shortest  # a short one takes up to half of the lead of the next
        early = max(one[-1].end, following[0].start - lead)
        cuts.append(max(early, min(following[0].start - lead // 2, least)))
    return tuple(
        Stretch(_target(group, places), places[group[0].sentence_id].block, _names(group), start, end)
        for group, start, end in zip(groups, [0, *cuts], [*cuts, duration], strict=True)
    )


def _places(article: Article) -> Iterator[tuple[str, _Place]]:
    for step in walk(article.body):
        if not isinstance(step.node, Block):
            continue
        block, around = step.node, step.parents[-1] if step.parents else None
        if isinstance(around, Table) and around.text is block:
            yield from _of_table(around)
            continue
        whole = isinstance(around, Figure) and around.alternative is block
        yield from ((sentence.id, _Place(block.id, whole=whole)) for sentence in block.sentences)


def _of_table(table: Table) -> Iterator[tuple[str, _Place]]:
    """The row of each sentence: that of the last cell which begins before its words do."""
    cells = sorted((cell.span.start, cell.row) for row in table.rows for cell in row if cell.span.start < cell.span.end)
    starts = [start for start, _ in cells]
    for sentence in table.text.sentences:
        first = sentence.span.start + len(sentence.text) - len(sentence.text.lstrip())
        yield sentence.id, _Place(table.text.id, cells[max(0, bisect_right(starts, first) - 1)][1])


def _runs(cues: Iterable[Cue], places: dict[str, _Place]) -> Iterator[list[Cue]]:
    """Cues of one block that follow one another."""
    for _, run in groupby(cues, key=lambda cue: places[cue.sentence_id].block):
        yield list(run)


def _grouped(run: Sequence[Cue], places: dict[str, _Place], shortest: int, after: int) -> list[list[Cue]]:
    """Which of them are lit together; ``after``: where the next block is heard."""
    place = places[run[0].sentence_id]
    if place.whole:
        return [[*run]]
    if place.row >= 0:
        return _records(run, [places[cue.sentence_id].row for cue in run])
    groups: list[list[Cue]] = []
    for cue in run:
        if groups and cue.start - groups[-1][0].start < shortest:
            groups[-1].append(cue)
        else:
            groups.append([cue])
    if len(groups) > 1 and after - groups[-1][0].start < shortest:
        last = groups.pop()
        groups[-1] += last
    return groups


def _records(run: Sequence[Cue], rows: Sequence[int]) -> list[list[Cue]]:
    """A row with the headings that are told with its cells: the telling goes up to them again and again."""
    groups: list[list[Cue]] = []
    lowest = -1
    highest_to_come = [*accumulate(reversed(rows), min)][::-1]
    for cue, row, to_come in zip(run, rows, highest_to_come, strict=True):
        if to_come <= lowest:
            groups[-1].append(cue)
        else:
            groups.append([cue])
        lowest = max(lowest, row)
    return groups


def _target(group: Sequence[Cue], places: dict[str, _Place]) -> str:
    first = places[group[0].sentence_id]
    if first.whole:
        return first.block
    if first.row >= 0:
        return row(first.block, max(places[cue.sentence_id].row for cue in group))
    return group[0].sentence_id if len(group) == 1 else together(_names(group))


def _names(group: Sequence[Cue]) -> tuple[str, ...]:
    return tuple(cue.sentence_id for cue in group)


def row(table: str, number: int) -> str:
    """The id of a row of a table."""
    return f"{table}r{number + 1}"


def together(sentences: Sequence[str]) -> str:
    """The id of what holds several sentences of a block."""
    return f"{sentences[0]}-{sentences[-1].rpartition('s')[2]}"
