"""Tables, told by records: « Commune : Montlouvet, Jour : samedi », each cell once, under the headings above it.

A heading is told when its first cell is, and again, as words of that cell, before each other cell of its column. A
cell that spans rows is told in its first and repeated as words of the next cell in the others.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from editions.model import Block, Cell, Sentence, Table
from editions.narration.values import End, Passage

_Words = tuple[str | Sentence, ...]


def passages(block: Block, table: Table | None) -> list[Passage]:
    """The sentences of a table: by records when its columns have headings, else row by row."""
    sentences = block.sentences
    found = _by_records(block, table, sentences) if table else []
    if len(found) != len(sentences):  # no headings, or words beside the cells
        found = [Passage(sentence, block, _end(sentence)) for sentence in sentences]
    return [*found[:-1], replace(found[-1], end="block", colon=False)] if found else []


def _end(sentence: Sentence) -> End:
    """What ends with a sentence of a table, by the blanks behind it."""
    blanks = sentence.text[len(sentence.text.rstrip()) :]
    return "record" if "\n" in blanks else "cell" if "\t" in blanks else "sentence"


def _by_records(block: Block, table: Table, sentences: Sequence[Sentence]) -> list[Passage]:
    cells = [cell for row in table.rows for cell in row]
    if not any(cell.header == "column" for cell in cells):
        return []
    return list(_Records(block, table, _placed(cells, sentences)).passages())


def _placed(cells: Sequence[Cell], sentences: Sequence[Sentence]) -> dict[Cell, list[Sentence]]:
    """The sentences of each cell."""
    ordered = sorted((cell for cell in cells if cell.span.start < cell.span.end), key=lambda cell: cell.span.start)
    starts = [cell.span.start for cell in ordered]
    placed: dict[Cell, list[Sentence]] = {}
    for sentence in sentences:
        first = sentence.span.start + len(sentence.text) - len(sentence.text.lstrip())
        place = bisect_right(starts, first) - 1
        if place >= 0 and first < ordered[place].span.end:
            placed.setdefault(ordered[place], []).append(sentence)
    return placed


class _Records:
    """One walk over the rows of a table."""

    def __init__(self, block: Block, table: Table, placed: dict[Cell, list[Sentence]]) -> None:
        self._block = block
        self._rows = table.rows
        self._width = max(cell.column + cell.columns for row in table.rows for cell in row)
        self._top = len(list(takewhile(lambda row: all(cell.header for cell in row), table.rows)))
        """Rows at the top that are headings and nothing else."""
        self._placed = placed
        self._heads: dict[int, list[Cell]] = {}
        """Of each column, the headings above the row."""
        self._waiting: dict[Cell, None] = {}
        """Headings that were not told yet."""
        self._spanning: list[Cell] = []
        """Cells of rows above that go on."""

    def passages(self) -> Iterator[Passage]:
        for number, row in enumerate(self._rows):
            yield from self._announced(row)
            found = list(self._record(number, [cell for cell in row if not self._heads_a_column(cell)]))
            yield from found[:-1]
            yield from (replace(last, end="record") for last in found[-1:])
        yield from self._told([*self._waiting], ())

    def _heads_a_column(self, cell: Cell) -> bool:
        heads = cell.header == "column" or (cell.header == "row" and cell.row < self._top)
        return heads and cell.columns < max(self._width, 2)

    def _announced(self, row: Sequence[Cell]) -> Iterator[Passage]:
        """Headings that come into force; those that they replace are told if no cell was."""
        heads = [cell for cell in row if self._heads_a_column(cell) and cell in self._placed]
        for head in heads:
            for column in range(head.column, head.column + head.columns):
                above = self._heads.setdefault(column, [])
                if above and above[-1].row + above[-1].rows < head.row:
                    yield from self._told([cell for cell in above if cell in self._waiting], ())
                    above.clear()
                above.append(head)
            self._waiting[head] = None

    def _record(self, number: int, own: Sequence[Cell]) -> Iterator[Passage]:
        self._spanning = [cell for cell in self._spanning if number < cell.row + cell.rows]
        repeated: dict[Cell, None] = {}
        words: _Words = ()
        for cell in sorted((*self._spanning, *own), key=lambda cell: cell.column):
            heads = [head for head in self._heads.get(cell.column, ()) if head not in repeated]
            repeated |= dict.fromkeys(heads)
            new = [head for head in heads if head in self._waiting]
            if new:
                yield from self._told(new, words)
                words = ()
            words += tuple(s for head in heads if head not in new for s in self._placed[head])
            if cell.row < number:
                words += tuple(self._placed.get(cell, ()))
            elif cell in self._placed:
                yield from self._cell(self._placed[cell], words, "cell")
                words = ()
            else:
                words = ()  # an empty cell: its heading is not said for nothing
        self._spanning += (cell for cell in own if cell.rows > 1)

    def _told(self, heads: Sequence[Cell], words: _Words) -> Iterator[Passage]:
        for head in heads:
            if self._waiting.pop(head, False) is None:
                yield from self._cell(self._placed[head], words, "head")
                words = ()

    def _cell(self, sentences: Sequence[Sentence], words: _Words, end: End) -> Iterator[Passage]:
        for place, sentence in enumerate(sentences, 1):
            last = place == len(sentences)
            yield Passage(
                sentence, self._block, end if last else "sentence", before=words, colon=last and end == "head"
            )
            words = ()
