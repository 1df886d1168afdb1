"""Tables: rows of cells when they fit, else a list of records, one line per value (« Year : 2024 »)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from editions.model import Block, Cell, Table
from editions.model.runs import Run, Span
from editions.printing import columns
from editions.printing.columns import Columns
from editions.printing.items import TextItem
from editions.printing.objects import numbers
from editions.printing.pages import Item, Unsplit
from editions.printing.setter import Setter
from editions.printing.tags import Element
from editions.printing.writer import Writer

_WHOLE = 0.5
"""Part of a page's height up to which a record is never split."""


@dataclass(slots=True)
class RowItem(Unsplit):
    """One row of a table; it is never split."""

    items: list[tuple[float, TextItem]]
    """Left edge and text of each cell."""
    width: float
    heading: bool = False
    padding: float = 0
    head: "RowItem | None" = None
    """The row of column heads, drawn again at the top of a page."""

    @property
    def reminder(self) -> "Again | None":
        """The column heads."""
        return Again(self.head, height=self.head.height, keep=True) if self.head is not None else None

    def draw(self, writer: Writer, x: float, y: float, first: int, last: int) -> None:
        """Draw the cells and the rule below them."""
        for left, item in self.items:
            item.draw(writer, x + left, y - self.padding, 0, item.count)
        bottom = y - self.height
        writer.begin_artifact("/Type /Layout")
        weight = 1.5 if self.heading else 0.6
        writer.code.append(f"{weight} w {numbers(x, bottom)} m {numbers(x + self.width, bottom)} l S")
        writer.end()


@dataclass(slots=True)
class Again(Unsplit):
    """A row drawn once more, for the eye: a screen reader has heard it."""

    row: RowItem

    def draw(self, writer: Writer, x: float, y: float, first: int, last: int) -> None:
        """Draw the row as an artifact."""
        writer.begin_artifact("/Type /Pagination")
        with writer.inside_artifact():
            self.row.draw(writer, x, y, 0, 1)
        writer.end()


def items(table: Table, setter: Setter, parent: Element | None) -> list[Item]:
    """A table's items, as rows or as records, below its caption."""
    fitted = columns.fitted(table, setter)
    if fitted is None:
        return _records(table, setter, parent)
    return _rows(table, fitted, setter, parent)


def _caption(table: Table, setter: Setter, parent: Element | None) -> list[Item]:
    if table.caption is None:
        return []
    item = setter.item(table.caption, setter.styles.caption, setter.writer.element("Caption", parent))
    item.keep = True
    return [item]


def _rows(table: Table, fitted: Columns, setter: Setter, parent: Element | None) -> list[Item]:
    writer, style = setter.writer, setter.styles.table
    whole = writer.element("Table", parent)
    result: list[Item] = _caption(table, setter, whole)
    padding = style.leading * 0.2
    taken = [0] * len(fitted.widths)
    made: list[RowItem] = []
    for number, row in enumerate(table.rows):
        line = writer.element("TR", whole)
        texts: list[tuple[float, TextItem]] = []
        for column, cell in _places(row, number, taken):
            element = writer.element("TH" if cell and cell.header else "TD", line, attributes=_attributes(cell))
            if cell is not None and cell.span.end > cell.span.start:
                item = TextItem(element, setter.case.fount(style.size, bool(cell.header)), style)
                part = _line(table.text, None, cell)
                setter.fill(item, part, Span(0, len(part.text)), fitted.width(cell, column) + 0.01)
                texts.append((fitted.left(column), item))
        height = max((item.count for _, item in texts), default=1) * style.leading + 2 * padding
        keep = number < len(table.rows) - 1
        made.append(RowItem(texts, setter.sheet.measure, _is_head(row), height=height, padding=padding, keep=keep))
    if made and made[0].heading:
        for item_below in made[1:]:
            item_below.head = made[0]
    result += made
    _around(result, style.before, style.after)
    return result


def _places(row: Sequence[Cell], number: int, taken: list[int]) -> Iterator[tuple[int, Cell | None]]:
    """The columns of a row where a cell begins, or where one is lacking; ``taken``: until which row each is spanned."""
    cells = {cell.column: cell for cell in row}
    column = 0
    while column < len(taken):
        cell = cells.get(column)
        if cell is None:
            if taken[column] <= number:
                yield column, None
            column += 1
        else:
            yield column, cell
            taken[column : column + cell.columns] = [number + cell.rows] * cell.columns
            column += cell.columns


def _attributes(cell: Cell | None) -> str:
    """What a cell is for a screen reader: what it names, over how many rows and columns (ISO 32000-1, 14.8.5.7)."""
    if cell is None:
        return ""
    entries = [f"/Scope /{cell.header.capitalize()}"] if cell.header else []
    entries += [f"/RowSpan {cell.rows}"] if cell.rows > 1 else []
    entries += [f"/ColSpan {cell.columns}"] if cell.columns > 1 else []
    return f"<< /O /Table {' '.join(entries)} >>" if entries else ""


def _is_head(row: Sequence[Cell]) -> bool:
    return bool(row) and all(cell.header for cell in row)


def _records(table: Table, setter: Setter, parent: Element | None) -> list[Item]:
    """Each row below the other, « column : value » line by line; the first line, which names the record, is bold."""
    rows = [*table.rows]
    names, body = (rows[0], rows[1:]) if len(rows) > 1 and _is_head(rows[0]) else ((), rows)
    heads = {cell.column for cell in names}
    titles = {column: cell for cell in names for column in range(cell.column, cell.column + cell.columns)}
    writer, styles = setter.writer, setter.styles
    whole = writer.element("L", parent, attributes="<< /O /List /ListNumbering /None >>")
    result: list[Item] = _caption(table, setter, whole)
    for row in body:
        values = {cell.column: cell for cell in row}
        lines = [_line(table.text, titles.get(column), values.get(column)) for column in sorted({*heads, *values})]
        lines = [line for line in lines if line.text.strip()]
        entry = writer.element("LBody", writer.element("LI", whole)) if lines else None
        made = [setter.item(line, replace(styles.body, bold=place == 0, after=0), writer.element("P", entry))
                for place, line in enumerate(lines)]  # fmt: skip
        _keep_together(made, setter.sheet.depth)
        _around(made[-1:], 0, styles.body.after)
        result += made
    _around(result, styles.table.before, styles.table.after)
    return result


def _keep_together(record: Sequence[Item], depth: float) -> None:
    """A record stays on one page; a long one may go over, but for its name and the first value, and the last two."""
    whole = sum(item.count * item.leading for item in record) <= depth * _WHOLE
    for place, item in enumerate(record[:-1]):
        item.keep = whole or place == 0 or place == len(record) - 2


def _line(block: Block, title: Cell | None, value: Cell | None) -> Block:
    """« Title : value » as a paragraph, with the runs of both cells moved to where they are now."""
    text, runs = "", list[Run]()
    for cell in (title, value):
        if cell is None or cell.span.start == cell.span.end:
            continue
        text += "\u00a0: " if text else ""
        shift = len(text) - cell.span.start
        text += block.text[cell.span.start : cell.span.end]
        for run in block.runs:
            if run.span.overlaps(cell.span):
                start, end = max(run.span.start, cell.span.start), min(run.span.end, cell.span.end)
                runs.append(replace(run, span=Span(start + shift, end + shift)))
    return Block(block.id, "paragraph", text, (), tuple(runs), block.line)


def _around(result: Sequence[Item], before: float, after: float) -> None:
    if result:
        result[0].before = max(result[0].before, before)
        result[-1].after = max(result[-1].after, after)
